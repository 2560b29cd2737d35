internal import CICU

/// Finds where sentences may end by the rules of Unicode (UAX #29) as a locale uses them.
///
/// The plain rules, never ICU's own suppression lists (`ss=standard`): those were measured to hurt Italian. Abbreviations
/// and layout are the caller's. A boundary stands after each line break, so unwrap hard-wrapped text first.
///
/// Sendable notes: ICU's iterators keep their place; neither copyable nor sendable, one for each lane.
public struct SentenceBreaker: ~Copyable {
  private let handle: OpaquePointer
  private let locale: String

  /// Opens a breaker for a locale, `it` or `en`; some microseconds.
  ///
  /// An unknown locale gets the rules of Unicode unchanged.
  ///
  /// - Throws: ``ICUError`` if ICU's data is missing.
  public init(locale: String) throws(ICUError) {
    var status: Int32 = 0
    guard let handle = cicu_sentences_open(locale, &status) else {
      throw ICUError(
        action: "open a sentence breaker", subject: "locale \(locale)", status: status, remedy: Remedy.installation)
    }
    self.handle = handle
    self.locale = locale
  }

  deinit { cicu_sentences_close(handle) }

  /// The boundaries after offset 0, in bytes, rising; the last is the end of the text. None for an empty text.
  ///
  /// White space belongs to the sentence before it. About 100 MB/s.
  ///
  /// - Throws: ``ICUError`` for a text of 512 MiB or more.
  public mutating func boundaries(in text: [UInt8]) throws(ICUError) -> [Int] { try boundaries(in: text.span) }

  /// The same for a part of a text, with offsets from the start of the part.
  public mutating func boundaries(in text: ArraySlice<UInt8>) throws(ICUError) -> [Int] {
    try boundaries(in: text.span)
  }

  private mutating func boundaries(in text: Span<UInt8>) throws(ICUError) -> [Int] {
    var status: Int32 = 0
    var count: Int64 = 0
    let start = text.withCBytes { cicu_sentences_find(handle, $0, $1, &count, &status) }
    guard status <= 0 else {
      throw ICUError(
        action: "find sentences by the rules of \(locale)", subject: "\(text.count) bytes", status: status,
        remedy: Remedy.text)
    }
    return UnsafeBufferPointer(start: start, count: Int(count)).map { Int($0) }
  }
}
