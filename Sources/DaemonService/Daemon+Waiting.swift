internal import Configuration
internal import DaemonControl
internal import Dispatch
internal import Instrumentation
internal import PipelineRuntime
internal import ServiceSetup
internal import Spool

/// A start on a disk that has no room even for the spool's folders or its lock: the daemon is there, says why it takes
/// nothing, and begins by itself when there is room. Without an end it would be started again and again, then given up.
extension Daemon {
  /// Says that the start waits, and tries again at intervals.
  func waitForRoom(_ error: SpoolError, _ registry: PipelineRegistry, _ source: PipelineFolder) {
    wait(error, registry)
    // Nobody holds the lock, so only a folder of the daemon's own will do for the socket; there may be none.
    _ = try? controlSocket(isLocked: false)
    tellReady(status: "paused: \(error.description)")
    if let interval = notify.watchdogInterval { feedEarly(every: interval) }
    tryAgain(registry, source, since: instruments.time.now())
  }

  private func wait(_ error: SpoolError, _ registry: PipelineRegistry) {
    let reason: PauseReason = if case .system(let reason) = error.kind { reason } else { .noSpace }
    let isNews = state.withLock { state in
      let isNews = state.wait?.message != error.description
      state.wait(.init(reason: reason, message: error.description, registry: registry))
      return isNews
    }
    if isNews { instruments.emit(SpoolPaused(reason: reason, message: error.description)) }
  }

  private func tryAgain(_ registry: PipelineRegistry, _ source: PipelineFolder, since began: Moment) {
    control.asyncAfter(deadline: .now() + plan.effective.configuration.probeInterval) {
      guard let wait = self.state.withLock({ $0.wait }) else { return }
      switch self.openSpool(source) {
      case .success(let spool):
        do throws(ServiceError) {
          let paused = self.instruments.time.now().nanoseconds(since: began)
          self.instruments.emit(SpoolResumed(reason: wait.reason, paused: paused))
          try self.begin(spool, registry, source)
          self.notify.status(self.readyLine(spool))
        } catch {
          self.fail(error)
        }
      case .failure(let error):
        // Room may have come, and with it another error: a start that fails, as at any other time.
        guard error.isLackOfRoom else { self.fail(ServiceError(error)) }
        self.wait(error, registry)
        self.tryAgain(registry, source, since: began)
      }
    }
  }

  /// systemd hears of us until the flow of documents has a timer of its own.
  private func feedEarly(every seconds: Double) {
    control.asyncAfter(deadline: .now() + seconds) {
      guard self.state.withLock({ $0.wait != nil }) else { return }
      self.notify.watchdog()
      self.feedEarly(every: seconds)
    }
  }
}
