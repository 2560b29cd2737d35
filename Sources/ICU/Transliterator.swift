internal import CICU

/// Rewrites text by one of ICU's transforms, `Any-Latin; Latin-ASCII`.
///
/// Slow (1 to 9 MB/s): for names when a list is built, never for running text.
///
/// Sendable notes: neither copyable nor sendable, one for each lane.
public struct Transliterator: ~Copyable {
  private let handle: OpaquePointer
  private let id: String

  /// Opens a transform by ICU's identifier.
  ///
  /// - Throws: ``ICUError`` for an identifier that ICU does not know.
  public init(_ id: String) throws(ICUError) {
    var status: Int32 = 0
    guard let handle = cicu_transliterator_open(id, &status) else {
      throw ICUError(
        action: "open a transliterator", subject: id, status: status,
        remedy: "Use an identifier from ICU's list, such as Latin-ASCII.")
    }
    self.handle = handle
    self.id = id
  }

  deinit { cicu_transliterator_close(handle) }

  /// The text rewritten.
  ///
  /// - Throws: ``ICUError`` for a text of 512 MiB or more.
  public mutating func transliterate(_ text: [UInt8]) throws(ICUError) -> [UInt8] {
    var status: Int32 = 0
    guard let result = text.span.withCBytes({ cicu_transliterate(handle, $0, $1, &status) }) else {
      throw ICUError(
        action: "transliterate by \(id)", subject: "\(text.count) bytes", status: status, remedy: Remedy.text)
    }
    return takeBytes(result)
  }
}
