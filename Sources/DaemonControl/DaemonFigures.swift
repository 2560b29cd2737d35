internal import Instrumentation
public import Spool

/// How a daemon fares.
public struct DaemonFigures: Codable, Sendable {
  /// Its version.
  public var version: String
  /// Its process.
  public var process: Int32
  /// When it started, ISO 8601.
  public var started: String
  /// The spool that it works on.
  public var spool: String
  /// Whether it finishes what is under way and takes nothing new.
  public var isDraining: Bool
  /// Why nothing is taken, by reason; empty when all is well.
  public var pauses: [String: String]
  /// Whether the kernel tells it of new files.
  public var isWatching: Bool
  /// Files in the inbox that it knows of.
  public var inbox: Int
  /// Seconds since the oldest of these was first seen.
  public var oldestSeconds: Double
  /// Items under way.
  public var work: Int
  /// Items of an earlier run that wait for their turn.
  public var recovering: Int
  /// Items that wait for a later try.
  public var deferred: Int
  /// Files that are left alone, as far as they are remembered.
  public var skipped: Int
  /// Reports delivered since the start.
  public var delivered: UInt64
  /// Reports known already since the start.
  public var duplicates: UInt64
  /// Reports given up since the start.
  public var failed: UInt64
  /// The pipelines in use.
  public var pipelines: [DaemonStatus.Pipeline]

  /// What a daemon knows of itself, with what its spool says.
  public init(
    version: String, process: Int32, started: String, spool: String, isDraining: Bool, status: SpoolStatus,
    delivered: UInt64, duplicates: UInt64, failed: UInt64, pipelines: [DaemonStatus.Pipeline]
  ) {
    self.version = version
    self.process = process
    self.started = started
    self.spool = spool
    self.isDraining = isDraining
    pauses = Dictionary(uniqueKeysWithValues: status.pauses.map { ($0.key.rawValue, $0.value) })
    isWatching = status.isWatching
    inbox = status.candidates
    oldestSeconds = status.oldestAge
    work = status.inWork
    recovering = status.recovering
    deferred = status.deferred
    skipped = status.skipped
    self.delivered = delivered
    self.duplicates = duplicates
    self.failed = failed
    self.pipelines = pipelines
  }
}
