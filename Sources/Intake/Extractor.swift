/// A kind of file that reports come in, and how their text is got out of it.
///
/// To add a format, write one of these and put it into ``Extractors/all``. A value is shared by all lanes: it keeps
/// nothing of a file.
public protocol Extractor: Sendable {
  /// What the record says the file is: `text/plain`.
  var mediaType: String { get }

  /// Whether the file is of this kind: by its content first, by its name where the content leaves it open.
  func takes(_ file: Arrival) -> Bool

  /// The reports in the file, at least one, in the order of the file; each becomes a record of its own.
  func reports(in file: Arrival) throws(IntakeError) -> [Extracted]
}

/// The kinds of files that are known.
public enum Extractors {
  /// In the order in which they are asked; the last one takes what nobody else does, or says why nobody can.
  public static let all: [any Extractor] = [MarkdownExtractor(), PlainTextExtractor()]
}

/// The reports in a file, from its bytes and its name.
///
/// Costs a nanosecond or two a byte for plain text in UTF-8; any thread may call.
///
/// - Parameters:
///   - bytes: the whole file.
///   - name: its name in the file system's bytes; only the extension counts.
///   - extractors: the kinds of files to try, in their order.
/// - Throws: ``IntakeError``: the file is empty, not text, no prose, or cannot be decoded.
public func extract(
  _ bytes: [UInt8], name: [UInt8], extractors: [any Extractor] = Extractors.all
) throws(IntakeError) -> [Extracted] {
  let file = Arrival(bytes: bytes, name: name)
  guard let extractor = extractors.first(where: { $0.takes(file) }) else {
    return try PlainTextExtractor().reports(in: file)
  }
  return try extractor.reports(in: file)
}
