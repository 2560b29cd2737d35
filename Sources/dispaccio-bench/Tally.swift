internal import Analysis
internal import Glibc
internal import Rulesets

/// Nanoseconds of the monotonic clock.
enum Stopwatch {
  static var now: UInt64 { nanoseconds(CLOCK_MONOTONIC) }
  /// What this thread has computed, whatever else the machine did.
  static var threadTime: UInt64 { nanoseconds(CLOCK_THREAD_CPUTIME_ID) }

  private static func nanoseconds(_ clock: clockid_t) -> UInt64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}

/// What was measured and counted so far.
struct Tally {
  var lines = 0
  var documents = 0
  var stepTimes = [UInt64](repeating: 0, count: AnalysisStep.allCases.count)
  private(set) var faults = 0
  private(set) var firstFault = ""
  private var inputBytes = 0
  private var outputBytes = 0
  private var sentences = 0
  private var mentions = 0
  private var events = 0

  mutating func count(_ analysis: Document, inputBytes bytes: Int) {
    inputBytes += bytes
    documents += 1
    outputBytes += analysis.outputs.reduce(0) { $0 + $1.bytes.count }
    guard let json = analysis.outputs.first(where: { $0.name == "json" }), let record = CountedRecord(json.bytes)
    else { return note(fault: "\(analysis.id): the record is no whole JSON object") }
    sentences += record.sentences.count
    mentions += record.entities.reduce(0) { $0 + $1.mentions.count }
    events += record.events.count
  }

  mutating func note(fault: String) {
    if faults == 0 { firstFault = fault }
    faults += 1
  }

  func report(loadTime: UInt64, ruleset: Ruleset) -> String {
    let total = max(1, stepTimes.reduce(0, +))
    var lines = [
      "\(ruleset.pipeline) \(ruleset.version) \(ruleset.hash)",
      "loaded in \(Self.milliseconds(loadTime)) ms",
      "documents \(documents), sentences \(sentences), mentions \(mentions), events \(events), failed \(faults)",
      "",
      Self.row("step", "ms", "share", "MB/s"),
    ]
    for (step, time) in zip(AnalysisStep.allCases, stepTimes) {
      lines.append(
        Self.row(step.rawValue, Self.milliseconds(time), "\(time * 100 / total) %", megabytesPerSecond(time)))
    }
    lines.append(Self.row("all", Self.milliseconds(total), "100 %", megabytesPerSecond(total)))
    lines += [
      "", "input \(inputBytes) bytes, output \(outputBytes) bytes, peak resident \(Self.peakResidentMegabytes) MB",
    ]
    return lines.joined(separator: "\n")
  }

  private func megabytesPerSecond(_ time: UInt64) -> String {
    guard time > 0 else { return "-" }
    return Self.decimal(Double(inputBytes) * 1e3 / Double(time))
  }

  private static func milliseconds(_ time: UInt64) -> String { decimal(Double(time) / 1e6) }

  private static func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func row(_ cells: String...) -> String {
    cells.enumerated().map { index, cell in
      let gap = String(repeating: " ", count: max(0, 12 - cell.count))
      return index == 0 ? cell + gap : gap + cell
    }.joined()
  }

  /// From `/proc`, since `getrusage` also counts what the process was before it became this program.
  private static var peakResidentMegabytes: String {
    guard let lines = try? LineReader(path: "/proc/self/status") else { return "?" }
    while let line = lines.next() {
      let words = String(decoding: line, as: UTF8.self).split { $0 == " " || $0 == "\t" }
      if words.first == "VmHWM:", words.count > 1, let kibibytes = Double(words[1]) {
        return decimal(kibibytes * 1024 / 1e6)
      }
    }
    return "?"
  }
}
