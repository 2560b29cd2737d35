/// The steps of an analysis, in order.
public enum AnalysisStep: String, CaseIterable, Sendable {
  /// Bytes to text.
  case extract
  /// Text to folded text with the way back.
  case normalize
  /// The language of the whole.
  case identify
  /// Words and sentences.
  case split
  /// Entities.
  case match
  /// Events and statements.
  case classify
  /// The Italian and the English brief.
  case summarize
  /// Bytes of the record and of the briefs.
  case write
}

/// Why a document cannot be analysed.
public struct AnalysisError: Error, Sendable, CustomStringConvertible {
  /// The step that failed.
  public var step: AnalysisStep
  /// One of a closed set: `empty`, `binary`, `unsupported_format`, `undecodable`, `timeout`, `internal`.
  public var errorClass: String
  /// What is wrong.
  public var message: String
  /// What to do about it.
  public var remedy: String

  /// Makes an error.
  public init(step: AnalysisStep, errorClass: String, message: String, remedy: String) {
    self.step = step
    self.errorClass = errorClass
    self.message = message
    self.remedy = remedy
  }

  /// The step, what is wrong, and what to do.
  public var description: String { "\(step.rawValue): \(message) \(remedy)" }
}
