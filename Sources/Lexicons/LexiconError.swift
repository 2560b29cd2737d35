/// Why a file of words was refused: which file, which line, what is wrong there and what to do about it.
public struct LexiconError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file, as it was named to the reader.
  public let file: String
  /// The line, counted from 1; nil if the whole file is meant.
  public let line: Int?
  /// What was found, a phrase without a full stop.
  public let message: String
  /// What to try, a phrase without a full stop.
  public let remedy: String

  /// Makes an error; `message` and `remedy` come without a full stop.
  public init(file: String, line: Int?, message: String, remedy: String) {
    self.file = file
    self.line = line
    self.message = message
    self.remedy = remedy
  }

  /// `file:line: message. remedy.`, as compilers write it, so that editors can jump there.
  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(message). \(remedy)."
  }
}
