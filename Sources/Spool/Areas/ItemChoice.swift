public import Instrumentation

/// Which items an operator means.
public enum ItemChoice: Sendable, Equatable {
  /// Those of these tickets, or of these records.
  case ids([String])
  /// All.
  case all
  /// Those that failed with this class.
  case failureClass(String)
  /// Those that were taken at this time or later.
  case since(WallTime)
}
