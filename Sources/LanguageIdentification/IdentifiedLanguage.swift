/// What language a text is in, and how sure that is.
public struct IdentifiedLanguage: Hashable, Sendable {
  /// ISO 639 code, `it`, `en`, `ar`; `und` where the text does not say.
  public let code: String

  /// 0…1 in hundredths; 0 for `und`.
  public let confidence: Double

  /// A text that does not show its language: a bare *OK*, names only, digits.
  public static let undetermined = IdentifiedLanguage(code: "und", hundredths: 0)

  /// Whether the text did not show its language.
  public var isUndetermined: Bool { code == "und" }

  init(code: String, hundredths: Int) {
    self.code = code
    confidence = Double(hundredths) / 100
  }
}
