/// The text of a file, ready to be analysed, and how it was found.
public struct Extracted: Hashable, Sendable {
  /// Valid UTF-8; line ends as they were, a byte-order mark dropped. Never empty, never white space only.
  public let text: [UInt8]

  /// What the bytes were read as: `UTF-8`, `UTF-16LE`, `UTF-16BE`, `windows-1252`, `ISO-8859-2`, …
  public let charset: String

  /// How many sequences meant nothing in the charset and became U+FFFD.
  public let replaced: Int

  /// `text/plain` or `text/markdown`.
  public let mediaType: String

  /// The title that the format names; nil where it names none, as plain text and Markdown do.
  public let title: String?
}
