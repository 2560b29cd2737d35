/// Why a file has no text.
public struct IntakeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The closed set of reasons; the raw value is what logs, metrics and reports write.
  public enum Class: String, CaseIterable, Sendable {
    /// Nothing, or white space only.
    case empty
    /// Not text: a known binary format, or control characters beyond reason.
    case binary
    /// Text, but no report: a web page, data, code, a mail with its headers.
    case unsupportedFormat = "unsupported_format"
    /// Text by its look, but too much of it means nothing in its charset.
    case undecodable
  }

  /// The reason.
  public let errorClass: Class

  /// What is wrong, one English sentence: *The file is a PDF file; …*.
  public let sentence: String

  /// What to try, one English sentence.
  public let remedy: String

  /// Both sentences.
  public var description: String { "\(sentence) \(remedy)" }

  static let empty = IntakeError(
    errorClass: .empty, sentence: "The file holds no text.",
    remedy: "Check that it was written completely, and drop it again.")

  static func format(_ name: String, extracting subject: String) -> IntakeError {
    IntakeError(
      errorClass: .binary,
      sentence: "The file is \(name); text extraction of \(subject) is not supported by this version.",
      remedy: "Export it as plain text in UTF-8, and drop that.")
  }

  static func format(_ format: TextFormat) -> IntakeError {
    IntakeError(
      errorClass: .unsupportedFormat, sentence: "The file is \(format.name), and no report in plain text or Markdown.",
      remedy: format.remedy)
  }

  static func controls(_ count: Int, of all: Int) -> IntakeError {
    IntakeError(
      errorClass: .binary, sentence: "The file is not text: \(count) of its \(all) bytes are control characters.",
      remedy: "Export it as plain text in UTF-8, and drop that.")
  }

  static func undecodable(_ charset: String, replaced: Int) -> IntakeError {
    IntakeError(
      errorClass: .undecodable,
      sentence: "The file looks like \(charset), but \(replaced) places in it mean nothing in that charset.",
      remedy: "Convert it to UTF-8 with the charset it was written in, and drop it again.")
  }
}
