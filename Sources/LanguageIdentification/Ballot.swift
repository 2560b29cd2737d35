/// What the word lists say of a text, and how far CLD2 could still change the outcome.
struct Ballot {
  /// Points of each language that has a list.
  let points: [Int]

  /// How many words of three letters and more stand in a list.
  let known: Int

  /// How many words there are; more than forty say no more.
  let count: Int

  /// Whether so few words are known that a language without a list is likely.
  let isForeign: Bool

  private let isLong: Bool
  private let leader: Int
  private let second: Int

  init(_ votes: (points: [Int], known: Int), _ words: Words) {
    points = votes.points
    known = votes.known
    count = min(words.words.count, 40)
    isForeign = count >= 4 && known * 4 < count
    isLong = words.words.count > 6
    var leader = -1
    var second = 0
    for (index, value) in points.enumerated() {
      if leader < 0 || value > points[leader] {
        if leader >= 0 { second = max(second, points[leader]) }
        leader = index
      } else {
        second = max(second, value)
      }
    }
    self.leader = leader
    self.second = second
  }

  /// The most points that CLD2 can give to a language that has a list.
  var mostForeignPoints: Int { 20 + 16 * count }

  /// The most that CLD2 can give to all languages together.
  private var mostPoints: Int { mostForeignPoints * 3 / 2 }

  /// The language that will be the answer wherever the answer is sure by 80 of 100, whatever CLD2 says.
  ///
  /// Another one would need a lead of a quarter of its points: see ``confidence(best:margin:)``.
  var onlyConfidentAnswer: Int? {
    guard leader >= 0, points[leader] > 0 else { return nil }
    let rival = max(second + mostForeignPoints, mostPoints)
    return 4 * points[leader] > 3 * rival ? leader : nil
  }

  /// The language that will be the answer by 99 of 100, whatever CLD2 says.
  var onlySureAnswer: Int? {
    guard leader >= 0, isLong, known > 0 else { return nil }
    let least = points[leader] - second - mostPoints
    return least > 0 && Self.confidence(best: points[leader] + mostPoints, margin: least) == 99 ? leader : nil
  }

  /// From the lead over the next language: half when there is none, 99 when it is long and clear.
  static func confidence(best: Int, margin: Int) -> Int {
    let clear = min(100, margin * 100 / best * 100 / 40)
    return min(99, 50 + 50 * clear * margin / (100 * (margin + 30)))
  }
}
