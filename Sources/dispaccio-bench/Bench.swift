internal import Analysis
internal import CLinux
internal import Glibc
internal import ServiceSetup

/// Times every step and the whole over the documents of a JSON-lines file, on one thread, and checks what came out.
///
///     dispaccio-bench [--pipelines FOLDER] [--pipeline NAME] [--repeat N] [--expect-documents N] [--write FILE] FILE
///
/// Each line of FILE is an object with a `text` and, if it likes, an `id`. Ends with 1 if a count is not the expected
/// one, or a record is no whole JSON object with a newline at its end. `--write` keeps all outputs, one after another, so
/// that two builds can be compared byte by byte.
@main
struct Bench {
  static func main() {
    if CommandLine.arguments.dropFirst().contains(where: { $0 == "--help" || $0 == "-h" }) {
      print(BenchOptions.help)
      return
    }
    do {
      let options = try BenchOptions(arguments: Array(CommandLine.arguments.dropFirst()))
      try run(options)
    } catch {
      complain("\(error)")
      exit(ExitStatus.usage.rawValue)
    }
  }

  private static func run(_ options: BenchOptions) throws {
    var overrides = Overrides()
    overrides.configurationFile = "/dev/null"
    overrides.pipelines = options.pipelines
    let effective = try EffectiveSettings.find(overrides)
    if let language = options.words {
      return try WordBench.run(options, language: language, folders: effective.pipelineFolders)
    }
    if let names = options.names { return try NameBench.run(options, names: names) }
    // As the daemon does before it has threads.
    clinux_bound_arenas(2)
    let loadBegan = Stopwatch.now
    let loaded = try PipelineFolder(effective.pipelineFolders).load(options.pipeline)
    var analyzer = try Analyzer(ruleset: loaded.ruleset)
    let loadTime = Stopwatch.now - loadBegan

    // As the daemon does once it is ready.
    clinux_give_back_memory()
    let copy = try options.copy.map { try OutputCopy(path: $0) }
    var tally = Tally()
    for _ in 0..<options.repeats {
      let lines = try LineReader(path: options.file)
      while let line = lines.next() {
        guard let document = BenchDocument(line: line, number: tally.lines) else {
          complain("\(options.file):\(tally.lines + 1): this line is no object with a text")
          exit(ExitStatus.unusableDocument.rawValue)
        }
        tally.lines += 1
        measure(document, analyzer: &analyzer, tally: &tally, copy: copy)
      }
    }
    print(tally.report(loadTime: loadTime, ruleset: loaded.ruleset))
    let expected = options.expectedDocuments.map { $0 * options.repeats }
    if let expected, tally.documents != expected {
      complain("expected \(expected) documents, analysed \(tally.documents)")
      exit(ExitStatus.someFailed.rawValue)
    }
    if tally.faults > 0 {
      complain("\(tally.faults) documents failed or gave a bad record; the first: \(tally.firstFault)")
      exit(ExitStatus.someFailed.rawValue)
    }
  }

  private static func measure(
    _ document: BenchDocument, analyzer: inout Analyzer, tally: inout Tally, copy: OutputCopy?
  ) {
    var analysis = Document(name: document.name, bytes: document.bytes)
    do throws(AnalysisError) {
      for (index, step) in AnalysisStep.allCases.enumerated() {
        let began = Stopwatch.now
        try analyzer.perform(step, on: &analysis)
        tally.stepTimes[index] += Stopwatch.now - began
      }
    } catch {
      return tally.note(fault: "\(String(decoding: document.name, as: UTF8.self)): \(error.message)")
    }
    tally.count(analysis, inputBytes: document.bytes.count)
    for output in analysis.outputs { copy?.append(output.bytes) }
  }

  static func complain(_ message: String) {
    let bytes = Array("dispaccio-bench: \(message)\n".utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
