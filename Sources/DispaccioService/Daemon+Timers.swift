internal import CLinux
internal import Configuration
internal import Dispatch
internal import Instrumentation
internal import PipelineRuntime
internal import Spool

extension Daemon {
  /// Seconds between two times that memory is given back.
  private static let memoryInterval = 60.0

  /// Starts what happens at intervals: the line of metrics, the status file, the words to systemd.
  func startTimers(_ machinery: Machinery) {
    every(plan.surroundings.configuration.statisticsInterval) {
      machinery.topology.reportStatistics()
      self.instruments.flushSuppressed()
    }
    leaveStatus(machinery, isRunning: true)
    every(2) { self.leaveStatus(machinery, isRunning: true) }
    every(5) { self.notify.status(self.statusLine(machinery)) }
    leaveMetricsFile(machinery)
    every(Self.metricsFileInterval) { self.leaveMetricsFile(machinery) }
    watchDone(machinery)
    // What a burst or a large report took does not stay with us. Costs some milliseconds.
    every(Self.memoryInterval) { self.errands.async { clinux_give_back_memory() } }
    if plan.surroundings.configuration.watchPipelines { watchPipelines(machinery) }
    if let interval = notify.watchdogInterval {
      every(interval) { self.feedWatchdog(machinery) }
    }
  }

  /// systemd hears of us only while no stage is stuck: a daemon that hangs is started anew, and loses nothing.
  private func feedWatchdog(_ machinery: Machinery) {
    let stalled = machinery.topology.health(now: instruments.time.now())
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

  private func statusLine(_ machinery: Machinery) -> String {
    let delivered = instruments.metrics.reading(.documentsCompleted(.written))
    let failed = instruments.metrics.reading(.documentsCompleted(.rejected))
    let figures = "\(machinery.topology.inFlight) under way, \(delivered) delivered, \(failed) failed"
    return pauseLine(machinery.spool).map { "\(figures), \($0)" } ?? figures
  }

  /// At the start and each hour, removes originals that were kept long enough.
  private func watchDone(_ machinery: Machinery) {
    let days = plan.surroundings.configuration.keepDoneDays
    if days == 0 { return }
    let clear: @Sendable () -> Void = { [instruments, errands] in
      errands.async {
        do throws(SpoolError) {
          guard let count = try machinery.spool.clearDone(keeping: days) else {
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
  private func watchPipelines(_ machinery: Machinery) {
    let watcher = Guarded(PipelineWatcher(inUse: machinery.source.trace()))
    every(1) {
      // The folders are read on the loading queue: so never while a load reads them.
      self.loading.async {
        let trace = machinery.source.trace()
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
