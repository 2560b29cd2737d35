internal import CICU

/// Numbers as words: *ventitré*, *twenty-three*, *decima*.
///
/// Writing is right in Italian and English; ICU's reading of number words is not, and is not offered.
///
/// Sendable notes: neither copyable nor sendable, one for each lane.
public struct NumberSpelling: ~Copyable {
  /// The gender of the noun that a number stands before, where the language cares.
  public enum Gender: Hashable, Sendable {
    /// *un, ventun, primo*.
    case masculine
    /// *una, ventuna, prima*.
    case feminine
  }

  private let handle: OpaquePointer
  private let locale: String

  /// Opens the rules of a locale, `it` or `en`; about a millisecond.
  ///
  /// - Throws: ``ICUError`` if ICU's data is missing.
  public init(locale: String) throws(ICUError) {
    var status: Int32 = 0
    guard let handle = cicu_spelling_open(locale, &status) else {
      throw ICUError(
        action: "open the spelling of numbers", subject: "locale \(locale)", status: status,
        remedy: Remedy.installation)
    }
    self.handle = handle
    self.locale = locale
  }

  deinit { cicu_spelling_close(handle) }

  /// How many: *ventitré*. Without a gender as it stands alone (*uno, ventuno*), with one as it stands before a noun.
  ///
  /// - Throws: ``ICUError`` if the locale has no rules for it.
  public mutating func cardinal(_ number: Int, gender: Gender? = nil) throws(ICUError) -> String {
    guard let gender else { return try spell(number, rules: ["%spellout-numbering", "%spellout-cardinal"]) }
    return try spell(number, rules: Self.rules("%spellout-cardinal", gender))
  }

  /// Which one in order: *ventitreesimo*, *twenty-third*.
  ///
  /// - Throws: ``ICUError`` if the locale has no rules for it.
  public mutating func ordinal(_ number: Int, gender: Gender = .masculine) throws(ICUError) -> String {
    try spell(number, rules: Self.rules("%spellout-ordinal", gender))
  }

  private static func rules(_ plain: String, _ gender: Gender) -> [String] {
    [plain + (gender == .masculine ? "-masculine" : "-feminine"), plain]
  }

  /// By the first of the rule sets that the locale has.
  private mutating func spell(_ number: Int, rules: [String]) throws(ICUError) -> String {
    let ruleSet = rules.first { cicu_spelling_has(handle, $0) } ?? rules.first ?? ""
    var status: Int32 = 0
    guard let words = cicu_spelling_spell(handle, ruleSet, Int64(number), &status) else {
      throw ICUError(
        action: "spell a number by \(ruleSet)", subject: "\(number), locale \(locale)", status: status,
        remedy: "Write the number in digits.")
    }
    return takeString(words)
  }
}
