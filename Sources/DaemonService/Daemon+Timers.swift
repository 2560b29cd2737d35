internal import CLinux
internal import Configuration
internal import DaemonControl
internal import Dispatch
internal import Instrumentation
internal import PipelineRuntime
internal import ServiceSetup
internal import Spool

extension Daemon {
  /// Seconds between two times that memory is given back.
  private static let memoryInterval = 60.0

  /// Starts what happens at intervals: the line of metrics, the status file, the words to systemd.
  func startTimers(_ flow: DocumentFlow) {
    every(plan.effective.configuration.statisticsInterval) {
      flow.topology.reportStatistics()
      self.instruments.flushSuppressed()
    }
    leaveStatus(flow, isRunning: true)
    every(2) { self.leaveStatus(flow, isRunning: true) }
    every(5) { self.notify.status(self.statusLine(flow)) }
    leaveMetricsFile(flow)
    every(Self.metricsFileInterval) { self.leaveMetricsFile(flow) }
    watchDone(flow)
    // Neither what the tables were read through, nor what a burst or a large report took, stays with us. Costs some
    // milliseconds.
    clinux_give_back_memory()
    every(Self.memoryInterval) { self.errands.async { clinux_give_back_memory() } }
    if plan.effective.configuration.watchPipelines { watchPipelines(flow) }
    if let interval = notify.watchdogInterval {
      every(interval) { self.feedWatchdog(flow) }
    }
  }

  /// systemd hears of us only while no stage is stuck: a daemon that hangs is started anew, and loses nothing.
  private func feedWatchdog(_ flow: DocumentFlow) {
    let stalled = flow.topology.health(now: instruments.time.now())
    if stalled.isEmpty {
      notify.watchdog()
    } else {
      for stage in stalled { instruments.emit(StageStalled(stage: stage.stage, running: stage.running)) }
    }
  }

  /// What a daemon does that has just begun.
  func readyLine(_ spool: Spool) -> String { pauseLine(spool) ?? "waiting for reports" }

  private func pauseLine(_ spool: Spool) -> String? {
    let pauses = spool.status().pauses.sorted { $0.key.rawValue < $1.key.rawValue }
    return pauses.isEmpty ? nil : pauses.map { "paused (\($0.key.rawValue)): \($0.value)" }.joined(separator: "; ")
  }

  private func statusLine(_ flow: DocumentFlow) -> String {
    let delivered = instruments.metrics.reading(.documentsCompleted(.written))
    let failed = instruments.metrics.reading(.documentsCompleted(.rejected))
    let figures = "\(flow.topology.inFlight) under way, \(delivered) delivered, \(failed) failed"
    return pauseLine(flow.spool).map { "\(figures), \($0)" } ?? figures
  }

  /// At the start and each hour, removes originals that were kept long enough.
  private func watchDone(_ flow: DocumentFlow) {
    let days = plan.effective.configuration.keepDoneDays
    if days == 0 { return }
    let clear: @Sendable () -> Void = { [instruments, errands] in
      errands.async {
        do throws(SpoolError) {
          guard let count = try flow.spool.clearDone(keeping: days) else {
            return instruments.emit(DateDistrusted())
          }
          if count > 0 { instruments.emit(DoneCleared(count: count, days: days)) }
        } catch {
          instruments.emit(DoneUncleared(error: ServiceError(error)))
        }
      }
    }
    clear()
    every(3600, clear)
  }

  /// Loads the pipelines anew once their files have changed and then stayed as they are for a second.
  private func watchPipelines(_ flow: DocumentFlow) {
    let watcher = Guarded(PipelineWatcher(inUse: flow.source.trace()))
    every(1) {
      // The folders are read on the loading queue: so never while a load reads them.
      self.loading.async {
        let trace = flow.source.trace()
        guard watcher.withLock({ $0.saw(trace) }) else { return }
        self.control.async { self.reload() }
      }
    }
  }

  private func every(_ seconds: Double, _ action: @escaping @Sendable () -> Void) {
    let timer = DispatchSource.makeTimerSource(queue: control)
    let interval = DispatchTimeInterval.milliseconds(max(1, Int(seconds * 1000)))
    timer.schedule(deadline: .now() + interval, repeating: interval, leeway: .milliseconds(50))
    // The handler holds the timer: it runs as long as the process.
    timer.setEventHandler { withExtendedLifetime(timer) { action() } }
    timer.resume()
  }
}
