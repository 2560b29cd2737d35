public import DocumentModel

/// A report got out of a file, ready to be analysed.
public struct Extracted: Hashable, Sendable {
  /// Valid UTF-8, never empty, never white space only: the report's words without the marks of its format. All offsets of
  /// a record count in it.
  public var text: [UInt8]

  /// What the file says of the layout, in the order of the text; empty where it says nothing, as plain text does.
  public var blocks: [TextBlock] = []

  /// What the file says of the report beside its words.
  public var attestation = Attestation()

  /// Which report of its file this is; nil where the file is one report.
  public var part: String?

  /// What the bytes were read as: `UTF-8`, `UTF-16LE`, `UTF-16BE`, `windows-1252`, `ISO-8859-2`, …
  public var charset: String

  /// How many sequences meant nothing in the charset and became U+FFFD.
  public var replaced: Int

  /// What had been misread before the file came, and was turned back.
  public var misreading: Misreading?

  /// `text/plain` or `text/markdown`.
  public var mediaType: String

  /// The whole of a file's text.
  public init(_ decoded: DecodedText, mediaType: String) {
    text = decoded.text
    charset = decoded.charset
    replaced = decoded.replaced
    misreading = decoded.misreading
    self.mediaType = mediaType
  }
}
