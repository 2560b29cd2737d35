internal import FoundationEssentials
public import Instrumentation
public import ServiceSetup

/// What the daemon leaves in the spool's `state/` for `stats`: rewritten every few seconds and at the end.
public struct DaemonStatus: Codable, Sendable {
  /// A pipeline in use.
  public struct Pipeline: Codable, Equatable, Sendable {
    /// Its name.
    public var name: String
    /// Its version.
    public var version: String
    /// What its records name as their ruleset.
    public var ruleset: String

    /// A pipeline by these names.
    public init(name: String, version: String, ruleset: String) {
      self.name = name
      self.version = version
      self.ruleset = ruleset
    }
  }

  /// The daemon's version.
  public var version: String
  /// Its process.
  public var process: Int32
  /// When it started, ISO 8601.
  public var started: String
  /// When this was written, ISO 8601.
  public var written: String
  /// False once it has stopped in good order.
  public var isRunning: Bool
  /// The pipelines in use.
  public var pipelines: [Pipeline]
  /// Documents under way in the stages.
  public var underWay: Int
  /// All numbers.
  public var metrics: MetricsSnapshot

  /// The name of the file in `state/`.
  private static let fileName = "status.json"

  /// The status of a daemon at the moment `written`.
  public init(
    version: String, process: Int32, started: String, written: String, isRunning: Bool, pipelines: [Pipeline],
    underWay: Int, metrics: MetricsSnapshot
  ) {
    self.version = version
    self.process = process
    self.started = started
    self.written = written
    self.isRunning = isRunning
    self.pipelines = pipelines
    self.underWay = underWay
    self.metrics = metrics
  }

  /// Reads what the daemon of this spool last wrote; throws with status `unavailable` if there is nothing.
  public static func read(spool: String) throws(ServiceError) -> DaemonStatus {
    let path = path(in: spool)
    let bytes: [UInt8]
    do throws(ServiceError) {
      bytes = try Disk.read(Array(path.utf8), limit: 64 << 20)
    } catch {
      throw ServiceError(
        .unavailable, at: path, "No daemon has left its metrics here: \(error.message)",
        "Start one with dispaccio run, or name its spool with --spool.")
    }
    do {
      return try JSONDecoder().decode(DaemonStatus.self, from: Data(bytes))
    } catch {
      throw ServiceError(
        .unavailable, at: path, "The metrics are not readable: \(error).",
        "They were left by another version: start this one.")
    }
  }

  /// Leaves the status in the spool, in place of the last one.
  public func write(spool: String) throws(ServiceError) {
    try Disk.replace(Self.path(in: spool), with: try jsonBytes())
  }

  private static func path(in spool: String) -> String { "\(spool)/state/\(fileName)" }

  /// The status as one JSON object with a newline at its end.
  public func jsonBytes() throws(ServiceError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    do {
      return Array(try encoder.encode(self)) + [10]
    } catch {
      throw ServiceError(.software, at: nil, "The metrics cannot be encoded: \(error).", "Please report this.")
    }
  }
}
