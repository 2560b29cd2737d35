internal import Configuration
internal import DocumentModel

/// Why the command or the daemon cannot go on: what was wrong, where, what to try, and the exit status that says so.
public struct ServiceError: Error, Sendable, CustomStringConvertible {
  /// The status to end with.
  public var status: ExitStatus
  /// The file, folder or `file:line` that is to blame; nil when there is none.
  public var place: String?
  /// One sentence: what was being done and what went wrong.
  public var message: String
  /// One sentence: what to try.
  public var remedy: String

  /// An error that ends the command with `status`.
  public init(_ status: ExitStatus, at place: String?, _ message: String, _ remedy: String) {
    self.status = status
    self.place = place
    self.message = message
    self.remedy = remedy
  }

  /// `place: message remedy`, in one line.
  public var description: String {
    let words = "\(message) \(remedy)"
    return place.map { "\($0): \(words)" } ?? words
  }
}

extension ServiceError {
  init(_ error: ConfigurationError) {
    let place = error.line.map { "\(error.file):\($0)" } ?? error.file
    self.init(.configuration, at: place, error.message, error.remedy)
  }

  /// `folder` is the pipelines folder that the error's file is named in.
  init(_ error: RuleError, in folder: String) {
    let file = folder + "/" + error.file
    let place = error.line.map { "\(file):\($0)" } ?? file
    self.init(.configuration, at: place, error.message, error.remedy)
  }
}
