import Instrumentation
import Testing

@Suite struct ExpositionTests {
  private func text(_ dialect: ExpositionDialect = .prometheus, _ fill: (Metrics) -> Void = { _ in }) -> String {
    let metrics = Metrics()
    fill(metrics)
    return metrics.snapshot().exposition(dialect, version: "1.2.3", process: nil, processPrefix: "process")
  }

  private func lines(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  @Test func `a counter shows zero for each value of its label before anything happened`() {
    let lines = lines(text())
    #expect(lines.contains("dispaccio_documents_completed_total{outcome=\"written\"} 0"))
    #expect(lines.contains("dispaccio_documents_completed_total{outcome=\"rejected\"} 0"))
    for failure in FailureClass.allCases {
      #expect(lines.contains("dispaccio_documents_failed_total{error_class=\"\(failure.rawValue)\"} 0"))
    }
  }

  @Test func `an error of the machine counts under what was asked and what was answered`() {
    let lines = lines(text { $0.count(.machineErrors(.sync, .inputOutput), by: 2) })
    #expect(lines.contains("dispaccio_io_errors_total{op=\"sync\",errno=\"EIO\"} 2"))
    #expect(lines.contains("dispaccio_io_errors_total{op=\"write\",errno=\"ENOSPC\"} 0"))
    #expect(lines.contains("dispaccio_rescans_total{reason=\"overflow\"} 0"))
  }

  @Test func `a language outside the closed list counts as other`() {
    let lines = lines(text { $0.count(.languages("tlh"), by: 3) })
    #expect(lines.contains("dispaccio_languages_total{lang=\"other\"} 3"))
    #expect(!lines.contains { $0.contains("tlh") })
  }

  @Test func `each family is announced once and before its samples`() {
    let text = text { metrics in
      _ = metrics.makeStageMeter(stage: "extract", width: 1, capacity: 4)
      metrics.set(.inboxFiles, to: 2)
    }
    let announced = lines(text).filter { $0.hasPrefix("# TYPE ") }.map { $0.split(separator: " ")[2] }
    #expect(Set(announced).count == announced.count)
    var current: Substring = ""
    for line in lines(text) where !line.isEmpty {
      if line.hasPrefix("# TYPE ") { current = line.split(separator: " ")[2] }
      if !line.hasPrefix("#") { #expect(line.hasPrefix(current), "\(line) does not belong to \(current)") }
    }
  }

  @Test func `the buckets of a histogram add up to its count`() {
    let text = text { metrics in
      for milliseconds: UInt64 in [1, 3, 30, 200_000] { metrics.record(milliseconds * 1_000_000, in: .documentLatency) }
    }
    let name = "dispaccio_document_latency_seconds"
    let lines = lines(text)
    #expect(lines.contains("\(name)_bucket{le=\"0.001\"} 1"))
    #expect(lines.contains("\(name)_bucket{le=\"0.005\"} 2"))
    #expect(lines.contains("\(name)_bucket{le=\"60.0\"} 3"))
    #expect(lines.contains("\(name)_bucket{le=\"+Inf\"} 4"))
    #expect(lines.contains("\(name)_count 4"))
    #expect(lines.contains("\(name)_sum 200.034"))
  }

  @Test func `a document that ends in a stage counts there by its reason`() {
    let instruments = Instruments(format: .text, output: CapturedLines().output)
    let meter = instruments.metrics.makeStageMeter(stage: "extract", width: 1, capacity: 4)
    meter.record(wait: 10, duration: 20, failed: true)
    instruments.emit(
      DocumentRejected(
        ticket: "t", id: nil, name: [97], bytes: 1, failure: .binary, stage: "extract", message: "m", folder: "f",
        attempts: 1, latency: 5, stages: StageTimes()))
    let text = instruments.metrics.snapshot().exposition(
      .prometheus, version: "1", process: nil, processPrefix: "process")
    #expect(lines(text).contains("dispaccio_stage_errors_total{stage=\"extract\",error_class=\"binary\"} 1"))
    #expect(lines(text).contains("dispaccio_stage_errors_total{stage=\"extract\",error_class=\"empty\"} 0"))
  }

  @Test func `a pause shows under its reason until it is over`() {
    let instruments = Instruments(format: .text, output: CapturedLines().output)
    let sample = "dispaccio_paused{reason=\"no_space\"}"
    func shown() -> [Substring] {
      lines(
        instruments.metrics.snapshot().exposition(.prometheus, version: "1", process: nil, processPrefix: "process"))
    }
    #expect(shown().contains("\(sample) 0"))
    instruments.emit(SpoolPaused(reason: .noSpace, message: "full"))
    #expect(shown().contains("\(sample) 1"))
    instruments.emit(SpoolResumed(reason: .noSpace, paused: 1))
    #expect(shown().contains("\(sample) 0"))
  }

  @Test func `Prometheus text names a counter with its ending and bears no end mark`() {
    #expect(lines(text()).contains("# TYPE dispaccio_files_claimed_total counter"))
    #expect(!text().contains("# EOF"))
    #expect(text().hasSuffix("\n"))
  }

  @Test func `OpenMetrics names a counter's family without its ending and ends with the mark`() {
    let text = text(.openMetrics)
    #expect(lines(text).contains("# TYPE dispaccio_files_claimed counter"))
    #expect(lines(text).contains("dispaccio_files_claimed_total 0"))
    #expect(text.hasSuffix("\n# EOF\n"))
  }

  @Test func `the process's own figures are those of this process`() {
    let figures = ProcessFigures.current(started: WallTime(seconds: 1_000))
    #expect(figures.residentBytes > 1 << 20)
    #expect(figures.openFiles >= 3)
    #expect(figures.threads >= 1)
    #expect(figures.maximumFiles >= figures.openFiles)
    let text = Metrics().snapshot().exposition(
      .prometheus, version: "1", process: figures, processPrefix: "dispaccio_process")
    #expect(lines(text).contains("dispaccio_process_start_time_seconds 1000"))
  }
}
