internal import Analysis
internal import CLinux
internal import Configuration
internal import DaemonControl
internal import Dispatch
internal import Glibc
public import Instrumentation
internal import PipelineRuntime
internal import Rulesets
public import ServiceSetup
internal import Spool

/// The daemon: spool, stages, signals and the words to systemd, put together.
///
/// What steers it (start, signals, timers, drain) happens on one serial queue; documents never pass it.
public final class Daemon: Sendable {
  /// What the daemon is to do.
  public struct Plan: Sendable {
    /// Configuration and folders.
    public var effective: EffectiveSettings
    /// Whether to stop once the inbox is empty and all is done.
    public var endsWhenIdle: Bool
    /// When the process began, for the time until ready.
    public var began: Moment

    /// A plan; `endsWhenIdle` is for one-shot work.
    public init(effective: EffectiveSettings, endsWhenIdle: Bool, began: Moment) {
      self.effective = effective
      self.endsWhenIdle = endsWhenIdle
      self.began = began
    }
  }

  let plan: Plan
  let instruments: Instruments
  let notify: Notify
  let control = DispatchQueue(label: "dispaccio.control", target: .global(qos: .utility))
  let loading = DispatchQueue(label: "dispaccio.loading", target: .global(qos: .utility))
  let state = Guarded(DaemonState())
  /// For what operators ask that takes the disk's time: no thread of the pool waits for it.
  let errands = DispatchQueue(label: "dispaccio.errands", qos: .utility)
  let started: WallTime

  /// Runs the daemon until it is told to stop, or is idle where that ends it; never returns.
  ///
  /// To be called from the main thread, which then serves Dispatch. Ends with an `ExitStatus`.
  public static func run(_ plan: Plan) -> Never {
    // A thread of Dispatch that comes and goes leaves an arena of its own behind, with what it freed in it: on a busy
    // machine there are many, and they doubled the memory of a long run.
    clinux_bound_arenas(2)
    let daemon = Daemon(plan)
    do throws(ServiceError) {
      try Signals.listen(on: daemon.control) { daemon.received($0) }
    } catch {
      daemon.instruments.emit(ServiceFailed(error: error))
      exit(error.status.rawValue)
    }
    daemon.control.async { daemon.start() }
    dispatchMain()
  }

  private init(_ plan: Plan) {
    self.plan = plan
    let configuration = plan.effective.configuration
    let stream = getenv("JOURNAL_STREAM").map { ["JOURNAL_STREAM": String(cString: $0)] } ?? [:]
    let isJournal = JournalStream.receivesStandardError(environment: stream)
    instruments = Instruments(
      format: LogFormat(configuration.logFormat), level: .init(configuration.logLevel),
      journalPriority: isJournal, journal: isJournal ? JournalSocket() : nil)
    notify = Notify()
    started = instruments.time.wall()
  }

  // MARK: - Start

  private func start() {
    do throws(ServiceError) {
      let configuration = plan.effective.configuration
      let source = PipelineFolder(plan.effective.pipelineFolders)
      instruments.emit(
        ServiceStarted(
          version: Version.current, spool: configuration.spool, pipelines: source.names().map(\.name)))
      switch openSpool(source) {
      case .success(let spool):
        let registry = try PipelineRegistry(from: source, defaultName: configuration.defaultPipeline)
        try begin(spool, registry, source)
        tellReady(status: readyLine(spool))
      case .failure(let error):
        guard error.isLackOfRoom, !plan.endsWhenIdle else { throw ServiceError(error) }
        let registry = try PipelineRegistry(from: source, defaultName: configuration.defaultPipeline)
        waitForRoom(error, registry, source)
      }
      if let cause = state.withLock({ $0.drainWishedEarly }) { drain(cause: cause) }
    } catch {
      fail(error)
    }
  }

  func openSpool(_ source: PipelineFolder) -> Result<Spool, SpoolError> {
    let options = SpoolOptions(plan.effective.configuration, pipelines: Set(source.names().map(\.name)))
    return Result { () throws(SpoolError) in try Spool(options: options, instruments: instruments) }
  }

  /// Joins the parts and lets them work.
  func begin(_ spool: Spool, _ registry: PipelineRegistry, _ source: PipelineFolder) throws(ServiceError) {
    let configuration = plan.effective.configuration
    if plan.endsWhenIdle, let message = spool.keptPause {
      throw ServiceError(
        .tryLater, at: configuration.spool, "An operator paused this spool: \(message).",
        "End that with dispaccio resume.")
    }
    let flow = try DocumentFlow(
      spool: spool, registry: registry, source: source, configuration: configuration, instruments: instruments)
    state.withLock { $0.begin(flow) }
    flow.spool.start(port: flow.port { [control] in control.async { self.becameIdle() } })
    openControlSocket()
    startTimers(flow)
    openPage(flow)
  }

  func tellReady(status: String) {
    instruments.emit(ServiceReady(startup: instruments.time.now().nanoseconds(since: plan.began)))
    notify.ready(status: status)
  }

  func fail(_ error: ServiceError) -> Never {
    instruments.emit(ServiceFailed(error: error))
    exit(error.status.rawValue)
  }

  // MARK: - Signals

  private func received(_ wish: Signals.Wish) {
    switch wish {
    case .drain(let cause): drain(cause: cause)
    case .reload: reload()
    }
  }

  private func becameIdle() {
    if plan.endsWhenIdle { drain(cause: "idle") }
  }

  // MARK: - Stop

  func drain(
    cause: String, within seconds: Double? = nil, then waiter: (@Sendable (ControlReply) -> Void)? = nil
  ) {
    if let waiter { state.withLock { $0.drainWaiters.append(waiter) } }
    switch state.withLock({ $0.wishDrain(cause: cause) }) {
    case .later, .alreadyIdle: return
    case .atOnceUnbegun:
      notify.stopping(status: "nothing was begun")
      leave(with: .success)
    case .atOnce:
      // Told twice: whoever asks does not want to wait. What is under way stays in work/ for the next start.
      _exit(ExitStatus.drainCut.rawValue)
    case .now(let flow):
      let began = instruments.time.now()
      flow.spool.stopClaiming()
      instruments.emit(ServiceDraining(cause: cause, inFlight: flow.topology.inFlight))
      notify.stopping(status: "finishing \(flow.topology.inFlight) reports")
      let deadline = Duration.seconds(seconds ?? plan.effective.configuration.drainDeadline)
      flow.topology.drain(deadline: deadline) { result in
        self.control.async { self.finish(flow, result: result, began: began) }
      }
    }
  }

  private func finish(_ flow: DocumentFlow, result: DrainResult, began: Moment) {
    let remaining =
      switch result {
      case .drained: 0
      case .deadline(let inFlight): inFlight
      }
    flow.topology.reportStatistics(whole: true)
    instruments.flushSuppressed()
    // While the lock is still held: afterwards the file may be another daemon's.
    leaveStatus(flow, isRunning: false)
    leaveMetricsFile(flow)
    flow.spool.stop {
      self.control.async {
        let duration = self.instruments.time.now().nanoseconds(since: began)
        self.instruments.emit(ServiceDrained(remaining: remaining, duration: duration))
        self.leave(with: self.status(remaining: remaining))
      }
    }
  }

  /// Tells those who waited for the end, and ends.
  private func leave(with status: ExitStatus) {
    let (socket, waiters) = state.withLock { ($0.socket, $0.drainWaiters) }
    for waiter in waiters { waiter(ControlReply(status: status)) }
    guard let socket else { exit(status.rawValue) }
    socket.stop { exit(status.rawValue) }
  }

  private func status(remaining: Int) -> ExitStatus {
    if remaining > 0 { return .drainCut }
    let failed = instruments.metrics.reading(.documentsCompleted(.rejected))
    return plan.endsWhenIdle && failed > 0 ? .someFailed : .success
  }

  // MARK: - What others see

  /// Writes the status file, unless nothing changed since the last time.
  func leaveStatus(_ flow: DocumentFlow, isRunning: Bool) {
    flow.topology.observeFill()
    _ = flow.spool.status()
    let snapshot = instruments.metrics.snapshot()
    let pipelines = flow.registry.current.map {
      DaemonStatus.Pipeline(
        name: $0.configuration.name, version: $0.configuration.version, ruleset: $0.ruleset.hash)
    }
    let isNews = state.withLock { $0.isNews(snapshot) }
    guard isNews || !isRunning else { return }
    let status = DaemonStatus(
      version: Version.current, process: getpid(), started: started.iso8601,
      written: instruments.time.wall().iso8601, isRunning: isRunning, pipelines: pipelines,
      underWay: flow.topology.inFlight, metrics: snapshot)
    do throws(ServiceError) {
      try status.write(spool: plan.effective.configuration.spool)
      _ = state.withLock { $0.wroteStatus(well: true) }
    } catch {
      if state.withLock({ $0.wroteStatus(well: false) }) { instruments.emit(StatusUnwritten(error: error)) }
    }
  }
}
