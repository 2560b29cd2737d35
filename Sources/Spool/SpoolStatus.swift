public import Instrumentation

/// What the spool is doing, as values.
public struct SpoolStatus: Sendable, Equatable {
  /// Files in the inbox that are known and not yet claimed.
  public var candidates = 0
  /// Seconds since the oldest of these was first seen.
  public var oldestAge = 0.0
  /// Items out in work.
  public var inWork = 0
  /// Items of an earlier run that are still to be worked on.
  public var recovering = 0
  /// Items that wait for a later try.
  public var deferred = 0
  /// Files left alone, as far as they are remembered.
  public var skipped = 0
  /// Files claimed since the start.
  public var claimed: UInt64 = 0
  /// Why nothing is claimed, with the cause in words; empty when all is well.
  public var pauses: [PauseReason: String] = [:]
  /// Whether the kernel tells of new files.
  public var isWatching = false
}

extension SpoolStatus {
  /// The status of a spool that does nothing, for these reasons.
  public init(pauses: [PauseReason: String]) {
    self.init()
    self.pauses = pauses
  }
}
