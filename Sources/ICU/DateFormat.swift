internal import CICU

/// Days as a locale writes them: *13 maggio*, *May 13*, *mercoledì*.
///
/// Days belong to the proleptic Gregorian calendar; there is no clock and no time zone in it.
///
/// Sendable notes: neither copyable nor sendable, one for each lane.
public struct DateFormat: ~Copyable {
  private let handle: OpaquePointer
  private let pattern: String
  private let locale: String

  /// A format by a pattern of CLDR's letters: `d MMMM`, `MMMM d, y`, `EEEE`. Opening costs about a millisecond.
  ///
  /// - Throws: ``ICUError`` for a pattern that ICU refuses.
  public init(pattern: String, locale: String) throws(ICUError) {
    try self.init(pattern, isSkeleton: false, locale: locale)
  }

  /// A format by the fields wanted, in whatever order (`MMMMd`); the locale chooses order and punctuation.
  ///
  /// - Throws: ``ICUError`` for a skeleton that ICU refuses.
  public init(skeleton: String, locale: String) throws(ICUError) {
    try self.init(skeleton, isSkeleton: true, locale: locale)
  }

  private init(_ pattern: String, isSkeleton: Bool, locale: String) throws(ICUError) {
    var status: Int32 = 0
    guard let handle = cicu_date_open(pattern, isSkeleton, locale, &status) else {
      throw ICUError(
        action: "open a date format", subject: "pattern \(pattern), locale \(locale)", status: status,
        remedy: "Use CLDR's pattern letters, such as d MMMM y.")
    }
    self.handle = handle
    self.pattern = pattern
    self.locale = locale
  }

  deinit { cicu_date_close(handle) }

  /// The day in words. A day past the end of its month runs on into the next.
  ///
  /// - Throws: ``ICUError`` if ICU fails inside.
  public mutating func string(year: Int, month: Int, day: Int) throws(ICUError) -> String {
    var status: Int32 = 0
    guard let text = cicu_date_format(handle, Self.dayNumber(year, month, day), &status) else {
      throw ICUError(
        action: "write a date by \(pattern)", subject: "\(year)-\(month)-\(day), locale \(locale)", status: status,
        remedy: Remedy.installation)
    }
    return takeString(text)
  }

  /// Days since 1970-01-01, counted in years that begin in March, so that the leap day is the last.
  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era * 146_097 + dayOfEra - 719_468)
  }
}
