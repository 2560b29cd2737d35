/// What is wrong in a configuration file, where, and what to do about it.
public struct ConfigurationError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file as it was named to the reader.
  public var file: String
  /// The line that is to blame, counted from 1; nil when the whole file is.
  public var line: Int?
  /// One sentence: what was found.
  public var message: String
  /// One sentence: what to write instead.
  public var remedy: String

  /// An error in `file`; `line` is counted from 1.
  public init(file: String, line: Int?, message: String, remedy: String) {
    self.file = file
    self.line = line
    self.message = message
    self.remedy = remedy
  }

  /// `file:line: message` and, after a dash, the remedy: one line, fit for a log.
  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(message) \(remedy)"
  }
}
