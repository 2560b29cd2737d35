/// Why the forms of a word cannot be made: what is wrong with the lemma or its irregularities, and what to do.
public struct MorphologyError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was found, a phrase without a full stop.
  public let message: String
  /// What to try, a phrase without a full stop.
  public let remedy: String

  /// Makes an error.
  public init(_ message: String, remedy: String) {
    self.message = message
    self.remedy = remedy
  }

  /// The message and the remedy.
  public var description: String { "\(message). \(remedy)." }
}
