internal import Instrumentation

/// Where the daemon stands between start and end. A state machine: it calls nothing and waits for nothing.
struct ControlState {
  private enum Phase {
    case starting
    case running(Machinery)
    case draining
  }

  /// What a wish to stop leads to.
  enum DrainAction {
    /// The daemon still starts: it will drain when it has.
    case later
    /// Drain this.
    case now(Machinery)
    /// It drains already, by itself.
    case alreadyIdle
    /// It drains already, and was asked again.
    case atOnce
  }

  /// What a wish to reload leads to.
  enum ReloadAction {
    /// Load now.
    case now(Machinery)
    /// A load is under way: another will follow.
    case later
    /// The daemon starts or stops: nothing.
    case never
  }

  private var phase = Phase.starting
  private var isReloading = false
  private var wantsReload = false
  private var lastSnapshot: MetricsSnapshot?
  private var isStatusBroken = false

  /// The cause for which to stop, if that was wished before the start was done.
  private(set) var drainWishedEarly: String?

  /// The start is done.
  mutating func begin(_ machinery: Machinery) { phase = .running(machinery) }

  /// Somebody wants the daemon to stop; `cause` is a signal's name, or `idle`.
  mutating func wishDrain(cause: String) -> DrainAction {
    switch phase {
    case .starting:
      drainWishedEarly = cause
      return .later
    case .running(let machinery):
      phase = .draining
      return .now(machinery)
    case .draining: return cause == "idle" ? .alreadyIdle : .atOnce
    }
  }

  /// Somebody wants the rules to be loaded anew.
  mutating func wishReload() -> ReloadAction {
    guard case .running(let machinery) = phase else { return .never }
    guard !isReloading else {
      wantsReload = true
      return .later
    }
    isReloading = true
    return .now(machinery)
  }

  /// A load is done; true if another was wished meanwhile.
  mutating func reloaded() -> Bool {
    defer { wantsReload = false }
    isReloading = false
    return wantsReload
  }

  /// Writing the status file went well or not; true if that is worth a line: only the first failure of a row is.
  mutating func wroteStatus(well isWell: Bool) -> Bool {
    defer { isStatusBroken = !isWell }
    return !isWell && !isStatusBroken
  }

  /// Whether the numbers differ from those of the last call.
  mutating func isNews(_ snapshot: MetricsSnapshot) -> Bool {
    defer { lastSnapshot = snapshot }
    return lastSnapshot != snapshot
  }
}
