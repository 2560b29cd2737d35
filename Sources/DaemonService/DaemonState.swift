internal import DaemonControl
internal import Instrumentation
internal import ServiceSetup

/// Where the daemon stands between start and end. A state machine: it calls nothing and waits for nothing.
struct DaemonState {
  private enum Phase {
    case starting
    case waiting(Wait)
    case running(DocumentFlow)
    case draining(DocumentFlow)
  }

  /// Learns how a reload ended; nil when it went well.
  typealias ReloadWaiter = @Sendable (ServiceError?) -> Void

  /// A start that waits for room on the disk.
  struct Wait {
    let reason: PauseReason
    let message: String
    let registry: PipelineRegistry
  }

  /// What a wish to stop leads to.
  enum DrainAction {
    /// Nothing was begun: end.
    case atOnceUnbegun
    /// The daemon still starts: it will drain when it has.
    case later
    /// Drain this.
    case now(DocumentFlow)
    /// It drains already, by itself.
    case alreadyIdle
    /// It drains already, and was asked again.
    case atOnce
  }

  /// What a wish to reload leads to.
  enum ReloadAction {
    /// Load now.
    case now(DocumentFlow)
    /// A load is under way: another will follow.
    case later
    /// The daemon starts or stops: nothing.
    case never
  }

  private var phase = Phase.starting
  private var isReloading = false
  private var wantsReload = false
  private var waiting: [ReloadWaiter] = []
  private var waitingForNext: [ReloadWaiter] = []
  private var lastSnapshot: MetricsSnapshot?
  private var isStatusBroken = false

  /// The cause for which to stop, if that was wished before the start was done.
  private(set) var drainWishedEarly: String?

  /// The socket by which operators ask, once it is open.
  var socket: ControlSocket?
  /// Learn how a drain ended.
  var drainWaiters: [@Sendable (ControlReply) -> Void] = []

  /// What works, once the start is done.
  var flow: DocumentFlow? {
    switch phase {
    case .starting, .waiting: nil
    case .running(let flow), .draining(let flow): flow
    }
  }

  /// Whether nothing new is taken, for the end is near.
  var isDraining: Bool {
    if case .draining = phase { return true }
    return false
  }

  /// Why there is no spool to work on yet.
  var wait: Wait? {
    if case .waiting(let wait) = phase { return wait }
    return nil
  }

  /// The start has to wait.
  mutating func wait(_ wait: Wait) { phase = .waiting(wait) }

  /// The start is done.
  mutating func begin(_ flow: DocumentFlow) { phase = .running(flow) }

  /// Somebody wants the daemon to stop; `cause` is a signal's name, `idle` or `operator`.
  mutating func wishDrain(cause: String) -> DrainAction {
    switch phase {
    case .starting:
      drainWishedEarly = cause
      return .later
    case .waiting:
      phase = .starting
      return .atOnceUnbegun
    case .running(let flow):
      phase = .draining(flow)
      return .now(flow)
    case .draining: return cause == "idle" || cause == "operator" ? .alreadyIdle : .atOnce
    }
  }

  /// Somebody wants the rules to be loaded anew.
  mutating func wishReload(_ waiter: ReloadWaiter? = nil) -> ReloadAction {
    guard case .running(let flow) = phase else { return .never }
    guard !isReloading else {
      wantsReload = true
      if let waiter { waitingForNext.append(waiter) }
      return .later
    }
    if let waiter { waiting.append(waiter) }
    isReloading = true
    return .now(flow)
  }

  /// A load is done: who waited for it, and whether another was wished meanwhile.
  mutating func reloaded() -> (waited: [ReloadWaiter], isWishedAgain: Bool) {
    defer {
      wantsReload = false
      waiting = waitingForNext
      waitingForNext = []
    }
    isReloading = false
    return (waiting, wantsReload)
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
