internal import Configuration
internal import Dispatch
internal import Instrumentation
internal import PipelineRuntime
internal import Spool

extension Daemon {
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

  private func statusLine(_ machinery: Machinery) -> String {
    let delivered = instruments.metrics.reading(.documentsCompleted(.written))
    let failed = instruments.metrics.reading(.documentsCompleted(.rejected))
    return "\(machinery.topology.inFlight) under way, \(delivered) delivered, \(failed) failed"
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
