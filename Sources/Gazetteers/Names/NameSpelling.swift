internal import ICU

/// How names are cut into words and folded: the letters, and the few words that an apostrophe or a hyphen joins to a
/// name.
///
/// The names of a gazetteer and the words of a report are cut by the same rules, so that whatever the rules do, both
/// agree.
struct NameSpelling: Sendable {
  let letters: NameLetters
  /// Words that an apostrophe cuts off, packed: `dell`, `l`.
  let elisions: [UInt64]
  /// Articles that a hyphen joins to an Arabic name, packed: `al`, `el`, `ad`. All are one word, ``article``.
  let articles: [UInt64]

  /// The word that stands for each joined article: "al-Shabaab", "el-Shabaab", "ash-Shabaab".
  static let article: [UInt8] = Array("al-".utf8)

  init(letters: NameLetters, elisions: [UInt64], articles: [UInt64]) {
    self.letters = letters
    self.elisions = elisions
    self.articles = articles
  }

  /// Makes the rules of a ruleset. Words longer than eight bytes are none of these.
  init(elisions: [String], articles: [String]) throws(ICUError) {
    letters = try NameLetters()
    self.elisions = elisions.compactMap { Self.packed(Array($0.utf8)) }.sorted()
    self.articles = articles.compactMap { Self.packed(Array($0.utf8)) }.sorted()
  }

  /// A word of at most eight bytes as one number.
  static func packed(_ word: [UInt8]) -> UInt64? {
    guard !word.isEmpty, word.count <= 8 else { return nil }
    var packed: UInt64 = 0
    for (position, byte) in word.enumerated() { packed |= UInt64(byte) << (8 * UInt64(position)) }
    return packed
  }
}
