/// Which groups of three letters the languages use, learnt from their own word lists.
///
/// Speaks for words that stand in no list. Letters are bytes of UTF-8, with a space at each end of a word.
struct LetterTriples: Sendable {
  /// Where the row of a triple begins, plus one.
  private var indices = MaskTable()

  /// First how often each language has each triple, then its points; a row of all languages for each triple.
  private var rows: [Int] = []
  private var totals: [Int]

  /// What a triple is worth that only one language has.
  private static let worth = 24

  init(languages: Int) { totals = [Int](repeating: 0, count: languages) }

  /// Counts the triples of a word of a language.
  mutating func learn(_ word: ArraySlice<UInt8>, language: Int) {
    Self.forEach(in: word) { triple in
      var index = 0
      indices.update(triple) { position in
        if position == 0 {
          position = UInt32(rows.count + 1)
          rows.append(contentsOf: repeatElement(0, count: totals.count))
        }
        index = Int(position) - 1
      }
      rows[index + language] += 1
      totals[language] += 1
    }
  }

  /// Turns counts into points, so that a longer list says no more than a shorter one.
  mutating func weigh() {
    for start in stride(from: 0, to: rows.count, by: max(totals.count, 1)) {
      var sum = 5
      for language in totals.indices {
        rows[start + language] = rows[start + language] * 10_000 / (totals[language] + 1)
        sum += rows[start + language]
      }
      for language in totals.indices { rows[start + language] = Self.worth * rows[start + language] / sum }
    }
  }

  /// Adds a word's points for each language.
  func vote(_ word: ArraySlice<UInt8>, _ points: inout [Int]) {
    Self.forEach(in: word) { triple in
      guard let position = indices.value(triple) else { return }
      let start = Int(position) - 1
      for language in 0..<points.count { points[language] += rows[start + language] }
    }
  }

  /// The triples as numbers spread over 64 bits.
  @inline(__always)
  private static func forEach(in word: ArraySlice<UInt8>, _ body: (UInt64) -> Void) {
    var triple: UInt64 = 0x20
    var isFirst = true
    for letter in word {
      triple = (triple << 8 | UInt64(letter)) & 0xFF_FFFF
      if !isFirst { body(triple &* 0x9E37_79B9_7F4A_7C15) }
      isFirst = false
    }
    if !isFirst { body(((triple << 8 | 0x20) & 0xFF_FFFF) &* 0x9E37_79B9_7F4A_7C15) }
  }
}
