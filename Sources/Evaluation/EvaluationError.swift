/// Why an evaluation cannot go on: which file and line, what was found there, and what to try.
public struct EvaluationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file as it was named.
  public let file: String
  /// The line, counted from 1; nil if the whole file is meant.
  public let line: Int?
  /// What was being done and what was found, a sentence.
  public let message: String
  /// What to try, a sentence.
  public let remedy: String

  /// Makes an error of a file or a line of it.
  public init(file: String, line: Int?, _ message: String, _ remedy: String) {
    self.file = file
    self.line = line
    self.message = message
    self.remedy = remedy
  }

  /// `file:line`, as far as it is known.
  public var place: String { line.map { "\(file):\($0)" } ?? file }

  /// `file:line: message remedy`.
  public var description: String { "\(place): \(message) \(remedy)" }
}
