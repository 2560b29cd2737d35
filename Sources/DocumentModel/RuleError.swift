/// Why a file of words was refused: which file, which line, what is wrong there and what to do about it.
public struct RuleError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file, as it was named to the reader.
  public let file: String
  /// The line, counted from 1; nil if the whole file is meant.
  public let line: Int?
  /// What was found, a sentence.
  public let message: String
  /// What to try, a sentence.
  public let remedy: String

  /// Makes an error; `message` and `remedy` get a full stop where they have none.
  public init(file: String, line: Int?, message: String, remedy: String) {
    self.file = file
    self.line = line
    self.message = Self.sentence(message)
    self.remedy = Self.sentence(remedy)
  }

  private static func sentence(_ text: String) -> String {
    text.isEmpty || text.hasSuffix(".") || text.hasSuffix("?") ? text : text + "."
  }

  /// `file:line: message remedy`, as compilers write it, so that editors can jump there.
  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(message) \(remedy)"
  }
}
