/// Why a file could not be imported, or why a line of it was left out: where, what was found, and what to try.
public struct ImportError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What an error stands in the way of.
  public enum Kind: Sendable, Hashable {
    /// The import was asked for wrongly.
    case usage
    /// A file is not there, or may not be read.
    case missing
    /// Reading or writing failed.
    case inputOutput
    /// A file is not what its kind says.
    case form
  }

  /// What stands in the way.
  public let kind: Kind
  /// The file as it was named; nil where no file is to blame.
  public let file: String?
  /// The line, counted from 1; nil if the whole file is meant.
  public let line: Int?
  /// The column of the line, counted from 1; nil if the whole line is meant.
  public let column: Int?
  /// What was being done and what was found, a sentence.
  public let message: String
  /// What to try, a sentence.
  public let remedy: String

  /// Makes an error of a file, a line or a cell.
  public init(
    _ kind: Kind = .form, file: String?, line: Int? = nil, column: Int? = nil, _ message: String, _ remedy: String
  ) {
    self.kind = kind
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.remedy = remedy
  }

  /// `file:line:column`, as far as it is known.
  public var place: String? {
    guard let file else { return nil }
    return [line, column].reduce(file) { place, number in number.map { "\(place):\($0)" } ?? place }
  }

  /// `file:line:column: message remedy`.
  public var description: String { (place.map { $0 + ": " } ?? "") + message + " " + remedy }
}
