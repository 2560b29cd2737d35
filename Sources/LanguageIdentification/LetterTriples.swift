/// Which groups of three letters the languages use, learnt from their own word lists.
///
/// Speaks for words that stand in no list. Letters are bytes of UTF-8, with a space at each end of a word.
struct LetterTriples: Sendable {
  private var indices: [UInt32: Int] = [:]

  /// First how often each language has each triple, then its points; a row of all languages for each triple.
  private var rows: [Int] = []
  private var totals: [Int]

  /// What a triple is worth that only one language has.
  private static let worth = 24

  init(languages: Int) { totals = [Int](repeating: 0, count: languages) }

  /// Counts the triples of a word of a language.
  mutating func learn(_ word: [UInt8], language: Int) {
    Self.forEach(in: word) { triple in
      let index: Int
      if let known = indices[triple] {
        index = known
      } else {
        index = rows.count
        indices[triple] = index
        rows.append(contentsOf: repeatElement(0, count: totals.count))
      }
      rows[index + language] += 1
      totals[language] += 1
    }
  }

  /// Turns counts into points, so that a longer list says no more than a shorter one.
  mutating func weigh() {
    for start in stride(from: 0, to: rows.count, by: max(totals.count, 1)) {
      let row = totals.indices.map { rows[start + $0] * 10_000 / (totals[$0] + 1) }
      let sum = row.reduce(5, +)
      for language in totals.indices { rows[start + language] = Self.worth * row[language] / sum }
    }
  }

  /// Adds a word's points for each language.
  func vote(_ word: [UInt8], _ points: inout [Int]) {
    Self.forEach(in: word) { triple in
      guard let start = indices[triple] else { return }
      for language in points.indices { points[language] += rows[start + language] }
    }
  }

  private static func forEach(in word: [UInt8], _ body: (UInt32) -> Void) {
    var triple: UInt32 = 0x20
    for (index, letter) in word.enumerated() {
      triple = (triple << 8 | UInt32(letter)) & 0xFF_FFFF
      if index > 0 { body(triple) }
    }
    if !word.isEmpty { body((triple << 8 | 0x20) & 0xFF_FFFF) }
  }
}
