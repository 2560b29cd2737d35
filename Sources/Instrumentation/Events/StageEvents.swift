import Logging

/// The figures of all stages in one line, each minute and at stop.
public struct StageStatistics: InstrumentedEvent {
  let interval: UInt64
  let isWholeRun: Bool
  let stages: [StageFigures]

  /// The event; `interval` is the time that the figures cover, in nanoseconds.
  public init(interval: UInt64, isWholeRun: Bool, stages: [StageFigures]) {
    self.interval = interval
    self.isWholeRun = isWholeRun
    self.stages = stages
  }

  /// Writes the line and updates the metrics.
  public func emit(to instruments: Instruments) {
    var fields = Fields()
    fields.add("interval_ms", nanoseconds: interval)
    fields.add("whole_run", isWholeRun)
    for figures in stages {
      var stage = Fields()
      stage.add("count", figures.received)
      stage.add("p50_ms", nanoseconds: figures.duration.quantile(0.5))
      stage.add("p95_ms", nanoseconds: figures.duration.quantile(0.95))
      stage.add("p99_ms", nanoseconds: figures.duration.quantile(0.99))
      stage.add("wait_p95_ms", nanoseconds: figures.wait.quantile(0.95))
      stage.add("errors", figures.errors)
      stage.add("queue", "\(figures.queued)/\(figures.capacity)")
      fields.add(figures.stage, stage)
    }
    instruments.write(.info, event: "stage_statistics", "Stage statistics.", fields)
  }
}

/// A lane has worked on one item for longer than its deadline.
public struct StageStalled: InstrumentedEvent {
  let stage: String
  let running: UInt64

  /// The event; `running` is for how long, in nanoseconds.
  public init(stage: String, running: UInt64) {
    self.stage = stage
    self.running = running
  }

  /// Writes the line and updates the metrics.
  public func emit(to instruments: Instruments) {
    var fields = Fields()
    fields.add("stage", stage)
    fields.add("running_ms", nanoseconds: running)
    instruments.write(.error, event: "stage_stalled", "A stage does not move.", fields, floodClass: stage)
  }
}
