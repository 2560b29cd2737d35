internal import CICU

/// Numbers in digits with the locale's grouping: *12.000* in Italian, *12,000* in English.
///
/// Sendable notes: neither copyable nor sendable, one for each lane.
public struct NumberFormat: ~Copyable {
  private let handle: OpaquePointer
  private let locale: String

  /// Opens the locale's decimal format; some tens of microseconds.
  ///
  /// - Throws: ``ICUError`` if ICU's data is missing.
  public init(locale: String) throws(ICUError) {
    var status: Int32 = 0
    guard let handle = cicu_decimal_open(locale, &status) else {
      throw ICUError(
        action: "open a number format", subject: "locale \(locale)", status: status, remedy: Remedy.installation)
    }
    self.handle = handle
    self.locale = locale
  }

  deinit { cicu_decimal_close(handle) }

  /// The number in digits.
  ///
  /// - Throws: ``ICUError`` if ICU fails inside.
  public mutating func decimal(_ number: Int) throws(ICUError) -> String {
    var status: Int32 = 0
    guard let text = cicu_decimal_format(handle, Int64(number), &status) else {
      throw ICUError(
        action: "write a number in digits", subject: "\(number), locale \(locale)", status: status,
        remedy: Remedy.installation)
    }
    return takeString(text)
  }

  /// The number in the digits of a locale, with a format opened for this one call.
  ///
  /// - Throws: ``ICUError`` if ICU's data is missing.
  public static func decimal(_ number: Int, locale: String) throws(ICUError) -> String {
    var format = try NumberFormat(locale: locale)
    return try format.decimal(number)
  }
}
