import Glibc
import Testing

@Suite struct KeepsGoodRules {
  private let spool = ScratchSpool()
  private var pipelines: String { spool.scratch + "/pipelines" }
  private var settings: String { pipelines + "/conflict/pipeline.toml" }

  @Test func `a hang-up with a bad file keeps the old rules, says where, and takes the good ones later`() throws {
    copyRules()
    let (daemon, notify) = try spool.startReady(pipelines: pipelines)
    let good = Files.text(settings)

    Files.write(good + "\n[stages.mtach]\nwidth = 2\n", to: settings)
    try reload(daemon, notify)
    #expect(daemon.errorText.contains("configuration_refused"))
    #expect(daemon.errorText.contains("pipelines/conflict/pipeline.toml:"))
    spool.drop("still.txt", Reports.acharan)
    try Patience.until("a record under the old rules") { spool.records.count == 1 }

    Files.write(good.replacingVersion(with: "9.9.9"), to: settings)
    try reload(daemon, notify)
    #expect(daemon.errorText.contains("configuration_reloaded"))
    spool.drop("again.txt", Reports.acharan)
    try Patience.until("a record under the new rules") { spool.records.count == 2 }
    let record = spool.records.filter { $0.hasPrefix("again") }.first ?? ""
    #expect(Files.text("\(spool.root)/out/\(record)").contains("\"version\":\"9.9.9\""))
    daemon.send(SIGTERM)
    #expect(try daemon.exitStatus() == 0)
  }

  @Test func `a report keeps the rules that it started with, though they change under way`() throws {
    copyRules()
    let (daemon, notify) = try spool.startReady(pipelines: pipelines)
    for number in 0..<150 { spool.drop("before\(number).txt", Reports.numbered(number)) }
    Files.write(Files.text(settings).replacingVersion(with: "9.9.9"), to: settings)
    try reload(daemon, notify)
    for number in 0..<50 { spool.drop("after\(number).txt", Reports.numbered(number)) }
    try Patience.until("200 records; \(daemon.errorText.suffix(2000))") { spool.records.count == 200 }
    let rules = Set(spool.records.map { JSONFields.pipeline(Files.read("\(spool.root)/out/\($0)") ?? []) })
    // The ruleset is a digest over the files, so a version and a ruleset that do not belong together would be a third.
    #expect(rules.count == 2)
    #expect(Set(rules.map { $0?.version }).count == 2)
    daemon.send(SIGTERM)
    #expect(try daemon.exitStatus() == 0)
  }

  @Test func `a lexicon with a broken line is refused with its file and line`() throws {
    copyRules()
    let (daemon, notify) = try spool.startReady(pipelines: pipelines)
    let triggers = pipelines + "/conflict/events/triggers.it.tsv"
    Files.write(Files.text(triggers) + "a line with one column\n", to: triggers)
    try reload(daemon, notify)
    #expect(daemon.errorText.contains("configuration_refused"))
    #expect(daemon.errorText.contains("triggers.it.tsv:"))
    daemon.send(SIGTERM)
    #expect(try daemon.exitStatus() == 0)
  }

  @Test func `rules whose example fails are refused with the example's line`() throws {
    copyRules()
    let (daemon, notify) = try spool.startReady(pipelines: pipelines)
    let examples = "expected\tsentence\nnone\tIl JNIM ha attaccato una base militare a Gao, uccidendo sei soldati.\n"
    Files.write(examples, to: pipelines + "/conflict/events/examples.it.tsv")
    try reload(daemon, notify)
    #expect(daemon.errorText.contains("configuration_refused"))
    #expect(daemon.errorText.contains("examples.it.tsv:2"))
    #expect(try check() == 78)
    daemon.send(SIGTERM)
    #expect(try daemon.exitStatus() == 0)
  }

  @Test func `a bad pipeline is told by check with 78, and the daemon does not start on it`() throws {
    copyRules()
    #expect(try check() == 0)
    Files.write("name = \"conflict\"\nversion = 1\n", to: settings)
    #expect(try check() == 78)
    #expect(Files.text(spool.scratch + "/check.err").contains("pipeline.toml:2:"))
    #expect(try spool.start("run", pipelines: pipelines).exitStatus() == 78)
  }

  @Test func `a setting that is unknown or out of range ends with 78, with file and line`() throws {
    let file = spool.scratch + "/dispaccio.toml"
    for (text, place) in [("settle = 2\nsettel = 1\n", ":2:"), ("[stages.match]\nwidth = 0\n", ":2:")] {
      Files.write(text, to: file)
      let process = try ChildProcess(
        [Built.dispaccio, "run", "--config", file, "--spool", spool.root], output: spool.scratch + "/run")
      #expect(try process.exitStatus() == 78)
      #expect(process.errorText.contains(file + place))
    }
  }

  /// The shipped rules without their examples: whether these hold is for `dispaccio check` to say, not for this suite.
  private func copyRules() {
    Files.copyTree(Built.pipelines, to: pipelines)
    for language in ["it", "en"] { unlink("\(pipelines)/conflict/events/examples.\(language).tsv") }
  }

  private func check() throws -> Int32 {
    try ChildProcess(
      [Built.dispaccio, "check", "--config", "/dev/null", "--pipelines", pipelines],
      output: spool.scratch + "/check"
    ).exitStatus()
  }

  private func reload(_ daemon: ChildProcess, _ notify: NotifySocket) throws {
    daemon.send(SIGHUP)
    try notify.await("RELOADING=1")
    try notify.await("READY=1")
  }
}

extension String {
  fileprivate func replacingVersion(with version: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("version") ? "version = \"\(version)\"" : String(line)
    }.joined(separator: "\n")
  }
}
