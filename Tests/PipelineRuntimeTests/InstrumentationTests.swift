import Testing

@testable import Instrumentation

@Suite struct InstrumentationTests {
  @Test(arguments: [
    ("perché.txt", "perché.txt"), ("a\nb", "a\\x0ab"), ("tab\t", "tab\\x09"), ("quote\"", "quote\\x22"),
    ("back\\slash", "back\\x5cslash"), ("rtl\u{202E}gpj", "rtl\\xe2\\x80\\xaegpj"), ("😀", "😀"),
  ]) func `names are escaped so that they stay on one line and can be read back`(name: String, escaped: String) {
    #expect(EscapedName.text(name.utf8) == escaped)
  }

  @Test func `bytes that are no UTF-8 are escaped one by one`() {
    #expect(EscapedName.text([0x61, 0xff, 0xfe, 0xc3]) == "a\\xff\\xfe\\xc3")
    #expect(EscapedName.text([0xed, 0xa0, 0x80]) == "\\xed\\xa0\\x80")
  }

  private func lines(_ format: LogFormat, journal: Bool = false, _ body: (Instruments) -> Void) -> [String] {
    let captured = CapturedLines()
    let time = ManualTime(wall: WallTime(seconds: 1_795_341_366, nanoseconds: 123_000_000)).source
    body(Instruments(format: format, journalPriority: journal, output: captured.output, time: time))
    return captured.lines
  }

  private var delivered: DocumentDelivered {
    var stages = StageTimes()
    stages.append(.init(stage: "extract", wait: 2_000_000, duration: 41_400))
    stages.append(.init(stage: "split", wait: 500_000, duration: 1_000_000))
    return DocumentDelivered(
      ticket: "t1", id: "a--3fa9c21b77d0", name: Array("a b.txt".utf8), bytes: 412, language: "it", outcome: .written,
      latency: 7_250_000, stages: stages, attempts: 0)
  }

  @Test func `a document has one line of key and value`() {
    #expect(
      lines(.text) { $0.emit(delivered) } == [
        "time=2026-11-22T09:56:07.123Z level=info event=document_delivered msg=\"Document delivered.\" "
          + "id=a--3fa9c21b77d0 name=\"a b.txt\" bytes=412 language=it outcome=written total_ms=7.250 wait_ms=2.500 "
          + "stage_ms.extract=0.041 stage_ms.split=1.000 ticket=t1"
      ])
  }

  @Test func `the same line as JSON has numbers as numbers`() {
    #expect(
      lines(.json) { $0.emit(delivered) } == [
        #"{"time":"2026-11-22T09:56:07.123Z","level":"info","event":"document_delivered","msg":"Document delivered.","#
          + #""id":"a--3fa9c21b77d0","name":"a b.txt","bytes":412,"language":"it","outcome":"written","#
          + #""total_ms":7.250,"wait_ms":2.500,"stage_ms":{"extract":0.041,"split":1.000},"ticket":"t1"}"#
      ])
  }

  @Test func `a line for the journal begins with its priority`() {
    let line = lines(.text, journal: true) { $0.emit(SpoolPaused(reason: .noSpace, message: "full")) }.first
    #expect(line?.hasPrefix("<5>time=") == true)
  }

  @Test func `an event counts in the metrics as well`() {
    let instruments = Instruments(format: .text, output: CapturedLines().output)
    instruments.emit(delivered)
    #expect(instruments.metrics.reading(.documentsCompleted(.written)) == 1)
    #expect(instruments.metrics.reading(.languages("it")) == 1)
    let latency = instruments.metrics.snapshot().distributions.first { $0.name.contains("latency") }
    #expect(latency?.histogram.count == 1)
  }

  @Test func `quantiles lie within a quarter of the truth at any scale`() {
    for scale: UInt64 in [2_000, 1_000_000, 3_000_000_000] {
      var histogram = Histogram(unit: .nanoseconds)
      for value in 1...1_000 { histogram.record(UInt64(value) * scale / 1_000 + scale) }
      for (q, truth) in [(0.5, 1.5), (0.95, 1.95), (0.99, 1.99)] {
        let ratio = Double(histogram.quantile(q)) / (truth * Double(scale))
        #expect(ratio > 0.75 && ratio < 1.25)
      }
    }
    #expect(Histogram(unit: .bytes).quantile(0.5) == 0)
  }

  @Test func `the bounds that Prometheus is shown are bounds of buckets`() {
    let bounds = Set(HistogramUnit.nanoseconds.bounds)
    for seconds in [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] {
      #expect(bounds.contains(UInt64(seconds * 1e9)))
    }
  }

  @Test func `similar lines are limited, and those left out are counted`() {
    let time = ManualTime()
    let captured = CapturedLines()
    let instruments = Instruments(format: .text, output: captured.output, time: time.source)
    func skip(_ number: Int) {
      instruments.emit(FileSkipped(path: Array("f\(number)".utf8), reason: .fifo, remedy: ""))
    }
    for number in 0..<100 { skip(number) }
    #expect(captured.lines.count == 20)
    time.advance(.seconds(11))
    skip(100)
    #expect(captured.lines.last?.contains("suppressed=80") == true)
    for number in 0..<30 { skip(number) }
    instruments.flushSuppressed()
    #expect(captured.lines.last?.contains("kind=file_skipped/fifo suppressed=11") == true)
    #expect(instruments.metrics.reading(.filesSkipped(.fifo)) == 131)
  }

  @Test func `dates are written and read back`() {
    for (seconds, text) in [
      (Int64(0), "1970-01-01T00:00:00.000Z"), (951_782_399, "2000-02-28T23:59:59.000Z"),
      (951_782_400, "2000-02-29T00:00:00.000Z"), (1_795_341_366, "2026-11-22T09:56:06.000Z"),
      (-1, "1969-12-31T23:59:59.000Z"), (4_102_444_800, "2100-01-01T00:00:00.000Z"),
    ] {
      #expect(WallTime(seconds: seconds).iso8601 == text)
      #expect(WallTime(iso8601: text) == WallTime(seconds: seconds))
    }
    #expect(WallTime(iso8601: "yesterday") == nil)
  }
}
