/// What was guessed of words that stand in no list, which are met again and again, within a document and in the next.
///
/// A guess depends on the word alone, so what is kept changes no answer. One for each thread; a megabyte at most.
public struct LanguageGuesses {
  /// So many words are kept before all are forgotten.
  private static let mostWords = 12_000

  /// Where the row of a word begins, plus one.
  private var positions = MaskTable()
  private var count = 0

  /// The points of each language, a row for each word.
  private(set) var rows: [Int32] = []

  /// Knows no word yet.
  public init() {}

  /// Forgets all where there are too many; between two texts.
  mutating func bound() {
    if count > Self.mostWords { self = LanguageGuesses() }
  }

  /// The row of a word; a new one must be filled at once.
  mutating func row(of hash: UInt64, isCapitalized: Bool, languages: Int) -> (start: Int, isNew: Bool) {
    var start = 0
    var isNew = false
    let next = UInt32(rows.count + 1)
    positions.update(isCapitalized ? ~hash : hash) { position in
      isNew = position == 0
      if isNew {
        position = next
        count += 1
      }
      start = Int(position) - 1
    }
    return (start, isNew)
  }

  /// Adds a row to the points of the languages.
  func add(_ row: Int, halved isHalved: Bool, to points: inout [Int]) {
    rows.withUnsafeBufferPointer { rows in
      points.withUnsafeMutableBufferPointer { points in
        guard row + points.count <= rows.count else { return }
        for index in points.indices {
          let own = Int(rows[row + index])
          points[index] += isHalved ? own / 2 : own
        }
      }
    }
  }

  mutating func fill(with points: [Int]) {
    for value in points { rows.append(Int32(truncatingIfNeeded: value)) }
  }
}
