import Glibc
import Testing

@Suite struct DeliversBriefs {
  @Test func `a dropped report becomes a record and two briefs, and lies in done`() throws {
    let spool = ScratchSpool()
    let (daemon, _) = try spool.startReady()
    spool.drop("gao.it.txt", Reports.acharan)
    try Patience.until("a record") { !spool.records.isEmpty }
    let id = try #require(spool.records.first).dropLast(".json".count)
    #expect(id.hasPrefix("gao.it--"))
    #expect(!Files.text("\(spool.root)/out/\(id).it.md").isEmpty)
    #expect(!Files.text("\(spool.root)/out/\(id).en.md").isEmpty)
    try Patience.until("the original in done/") { spool.originals(in: "done").count == 1 }
    #expect(spool.originals(in: "done").first?.bytes == Array(Reports.acharan.utf8))
    daemon.send(SIGTERM)
    #expect(try daemon.exitStatus() == 0)
  }

  @Test func `process prints the bytes of the record and of the briefs`() throws {
    let spool = ScratchSpool()
    let name = "gao.it.txt"
    spool.drop(name, Reports.acharan)
    #expect(try spool.start("once", ["--settle", "0"]).exitStatus() == 0)
    let record = try #require(spool.records.first)
    let id = record.dropLast(".json".count)
    Files.write(Reports.acharan, to: "\(spool.scratch)/\(name)")
    for (format, file) in [("json", record), ("it", "\(id).it.md"), ("en", "\(id).en.md")] {
      let process = try ChildProcess(
        [
          Built.dispaccio, "process", "\(spool.scratch)/\(name)", "--format", format, "--config", "/dev/null",
          "--pipelines", Built.pipelines,
        ], output: "\(spool.scratch)/process-\(format)")
      #expect(try process.exitStatus() == 0)
      #expect(Files.read(process.outputPath) == Files.read("\(spool.root)/out/\(file)"))
    }
  }

  @Test func `one line of log tells of a document: id, language, outcome and milliseconds of each stage`() throws {
    let spool = ScratchSpool()
    spool.drop("gao.it.txt", Reports.acharan)
    let once = try spool.start("once", ["--settle", "0", "--log-format", "json"])
    #expect(try once.exitStatus() == 0)
    let lines = once.errorText.split(separator: "\n").filter { $0.contains("\"document_delivered\"") }
    #expect(lines.count == 1)
    let line = lines.first ?? ""
    for wanted in ["\"id\":", "\"language\":\"it\"", "\"outcome\":\"written\"", "total_ms", "classify"] {
      #expect(line.contains(wanted), "\(wanted) is missing in \(line)")
    }
    #expect(JSONFields.string("event", in: String(line)) == "document_delivered")
  }

  @Test func `stats prints a line for each stage of the running daemon, and of the last one`() throws {
    let spool = ScratchSpool()
    let (daemon, _) = try spool.startReady()
    spool.drop("gao.it.txt", Reports.acharan)
    try Patience.until("the document in the metrics") { try stats(spool).contains("1 delivered") }
    #expect(try stats(spool).contains("running as process \(daemon.identifier)"))
    daemon.send(SIGTERM)
    #expect(try daemon.exitStatus() == 0)
    let table = try stats(spool)
    #expect(table.contains("stopped"))
    for stage in ["extract", "normalize", "identify", "split", "match", "classify", "summarize", "write"] {
      #expect(table.split(separator: "\n").contains { $0.hasPrefix(stage + " ") }, "no line for \(stage):\n\(table)")
    }
  }

  @Test func `stats without any daemon ends with 69`() throws {
    let spool = ScratchSpool()
    #expect(try spool.start("stats").exitStatus() == 69)
  }

  private func stats(_ spool: ScratchSpool) throws -> String {
    let stats = try spool.start("stats")
    _ = try stats.exitStatus()
    return Files.text(stats.outputPath)
  }
}
