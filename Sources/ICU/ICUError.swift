internal import CICU

/// What ICU could not do: what was being done, to what, and what to try.
public struct ICUError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was being done, as the end of "could not …": "open a sentence breaker".
  public let action: String

  /// What it was being done to: a locale, a charset, an amount of text.
  public let subject: String

  /// ICU's own name for the failure, such as `U_ILLEGAL_ARGUMENT_ERROR`.
  public let code: String

  /// What to try.
  public let remedy: String

  init(action: String, subject: String, status: Int32, remedy: String) {
    self.action = action
    self.subject = subject
    self.code = String(cString: cicu_status_name(status))
    self.remedy = remedy
  }

  /// One English sentence for a log or a terminal.
  public var description: String { "Could not \(action) (\(subject)): \(code). \(remedy)" }
}

/// What may be tried after the failures that callers cannot tell apart.
enum Remedy {
  static let installation = "Check that ICU's data is installed (package libicu) and that memory is left."
  static let text = "Give valid UTF-8 of less than 512 MiB."
}
