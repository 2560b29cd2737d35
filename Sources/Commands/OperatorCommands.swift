public import DaemonControl
internal import Glibc
internal import Instrumentation
internal import Logging
public import ServiceSetup
internal import Spool

/// What operators ask of a spool, whether a daemon works on it or not: a daemon is asked by its control socket; a spool
/// without one is changed under its lock. Blocking, for commands.
public struct OperatorCommands: Sendable {
  /// Which items are meant.
  public enum Choice: Sendable {
    /// These tickets, or records.
    case ids([String])
    /// All.
    case all
    /// Those of this class of failure.
    case failureClass(String)
    /// Those that were taken at this time or later, in ISO 8601 as ``time(_:)`` gives it.
    case since(String)
  }

  /// What to do with items.
  public enum Move: Sendable {
    /// Try failed and waiting ones again.
    case retry
    /// Do finished ones again.
    case reprocess
    /// Put failed and waiting ones out of the way, for this reason.
    case drop(reason: String)
  }

  /// What to ask of a daemon that runs.
  public enum Wish: Sendable {
    /// Take nothing new; the reason is shown in the status.
    case pause(reason: String?)
    /// Take new reports again.
    case resume
    /// Load the pipelines anew and wait for the result.
    case reload
    /// Finish what is under way, within so many seconds, and end; waits for the end.
    case drain(seconds: Double?)
  }

  private let spool: String
  private let client: ControlClient

  /// The commands for a spool; `runtimeDirectory` as the daemon's `--runtime-dir`, else the daemon's own word is taken.
  public init(spool: String, runtimeDirectory: String?) {
    self.spool = spool
    client = ControlClient(place: ControlPlace(spool: spool, runtimeDirectory: runtimeDirectory))
  }

  /// How the daemon fares; nil when none runs.
  public func status() throws(ServiceError) -> DaemonFigures? {
    try client.ask(ControlRequest(.status), within: 10)?.figures
  }

  /// Asks the daemon for something; returns the status to end with. Without a daemon a pause is begun or ended for the
  /// next start; anything else throws with `unavailable`, as does what the daemon refuses.
  public func ask(_ wish: Wish) throws(ServiceError) -> ExitStatus {
    var request: ControlRequest
    var patience: Int? = 30
    switch wish {
    case .pause(let reason):
      request = ControlRequest(.pause)
      request.reason = reason
    case .resume: request = ControlRequest(.resume)
    case .reload:
      request = ControlRequest(.reload)
      patience = 300
    case .drain(let seconds):
      request = ControlRequest(.drain)
      request.timeout = seconds
      patience = nil
    }
    guard let reply = try client.ask(request, within: patience) else {
      guard try isLeft(wish) else { throw notRunning }
      return .success
    }
    return ExitStatus(rawValue: reply.status) ?? .success
  }

  /// Leaves a wish in the spool for the next daemon; false if that makes no sense.
  private func isLeft(_ wish: Wish) throws(ServiceError) -> Bool {
    do throws(SpoolError) {
      switch wish {
      case .pause(let reason):
        let stopped = try StoppedSpool(root: Array(spool.utf8), instruments: Self.quiet)
        try stopped.pause(message: "\(reason ?? "Paused by an operator") (user \(getuid()))")
      case .resume: try StoppedSpool(root: Array(spool.utf8), instruments: Self.quiet).resume()
      case .reload, .drain: return false
      }
      return true
    } catch {
      throw Self.unreachable(error)
    }
  }

  /// Moves items, by the daemon if one runs, else under the spool's lock.
  public func move(_ move: Move, _ choice: Choice, isTrial: Bool) throws(ServiceError) -> ItemsMoved {
    let request = Self.request(move, choice, isTrial: isTrial)
    guard let items = request.choice else {
      throw ServiceError(.usage, at: nil, "The request does not say which items.", "Name them, or use --all.")
    }
    if let moved = try client.ask(request, within: 600)?.change { return moved }
    do throws(SpoolError) {
      let stopped = try StoppedSpool(root: Array(spool.utf8), instruments: Self.quiet)
      switch move {
      case .retry: return ItemsMoved(try stopped.retry(items, isTrial: isTrial), isTrial: isTrial)
      case .reprocess: return ItemsMoved(try stopped.reprocess(items, isTrial: isTrial), isTrial: isTrial)
      case .drop(let reason):
        let by = "user \(getuid())"
        return ItemsMoved(try stopped.drop(items, reason: reason, by: by, isTrial: isTrial), isTrial: isTrial)
      }
    } catch {
      throw Self.unreachable(error)
    }
  }

  /// Looks for what is wrong with a spool that no daemon works on, and mends what can be mended.
  public func check(repairs: Bool) throws(ServiceError) -> [SpoolFinding] {
    do throws(SpoolError) {
      let stopped = try StoppedSpool(root: Array(spool.utf8), instruments: Self.quiet)
      return try stopped.check(repairs: repairs).map { SpoolFinding($0) }
    } catch {
      throw Self.unreachable(error)
    }
  }

  /// A time as operators write it (`2026-11-22`, `2026-11-22T08:00:00Z`, or `2h` for two hours ago), in ISO 8601; nil for
  /// anything else.
  public static func time(_ text: String, secondsAgo: Double?) -> String? {
    if let secondsAgo {
      return TimeSource.system.wall().adding(.zero - .seconds(secondsAgo)).iso8601
    }
    let full: String
    switch text.utf8.count {
    case 10: full = text + "T00:00:00.000Z"
    case 20 where text.hasSuffix("Z"): full = text.dropLast() + ".000Z"
    default: full = text
    }
    return WallTime(iso8601: full)?.iso8601
  }

  // MARK: -

  private static let quiet = Instruments(format: .text, level: .critical)

  private var notRunning: ServiceError {
    ServiceError(
      .unavailable, at: spool, "No daemon works on this spool.", "Start one with dispaccio run, or name its --spool.")
  }

  private static func request(_ move: Move, _ choice: Choice, isTrial: Bool) -> ControlRequest {
    var request: ControlRequest
    switch move {
    case .retry: request = ControlRequest(.retry)
    case .reprocess: request = ControlRequest(.reprocess)
    case .drop(let reason):
      request = ControlRequest(.drop)
      request.reason = reason
    }
    request.isTrial = isTrial
    switch choice {
    case .ids(let ids): request.ids = ids
    case .all: request.all = true
    case .failureClass(let name): request.failureClass = name
    case .since(let time): request.since = time
    }
    return request
  }

  private static func unreachable(_ error: SpoolError) -> ServiceError {
    if case .missing = error.kind {
      return ServiceError(
        .missingDocument, at: error.subject, "There is no spool here.", "Name it with --spool.")
    }
    if case .locked = error.kind {
      return ServiceError(
        .tryLater, at: error.subject, "A daemon works on this spool and cannot be asked: \(error.reason).",
        "Stop it first, or name its --runtime-dir.")
    }
    return ServiceError(error)
  }
}
