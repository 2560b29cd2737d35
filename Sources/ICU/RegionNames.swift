internal import CICU

/// Names of countries and regions in the languages of the world, from CLDR.
///
/// Sendable notes: no state.
public enum RegionNames {
  /// The name of an ISO 3166 code (`EG`) or a UN M.49 number (`002`) in a locale; nil where CLDR has none.
  ///
  /// Some microseconds a look-up.
  ///
  /// - Throws: ``ICUError`` for a code that is no region code in form.
  public static func name(_ code: String, locale: String) throws(ICUError) -> String? {
    var status: Int32 = 0
    let name = cicu_region_name(code, locale, &status)
    guard status <= 0 else {
      throw ICUError(
        action: "name a region in \(locale)", subject: "code \(code)", status: status,
        remedy: "Use two letters of ISO 3166 or three digits of UN M.49.")
    }
    return name.map { takeString($0) }
  }
}
