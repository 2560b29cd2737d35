import Glibc
import Testing

@Suite struct KeepsGoodRules {
  private let spool = ScratchSpool()
  private var pipelines: String { spool.scratch + "/pipelines" }
  private var settings: String { pipelines + "/conflict/pipeline.toml" }

  @Test func `a hang-up with a bad file keeps the old rules, says where, and takes the good ones later`() throws {
    Files.copyTree(Built.pipelines, to: pipelines)
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

  @Test func `a lexicon with a broken line is refused with its file and line`() throws {
    Files.copyTree(Built.pipelines, to: pipelines)
    let (daemon, notify) = try spool.startReady(pipelines: pipelines)
    let triggers = pipelines + "/conflict/events/triggers.it.tsv"
    Files.write(Files.text(triggers) + "a line with one column\n", to: triggers)
    try reload(daemon, notify)
    #expect(daemon.errorText.contains("configuration_refused"))
    #expect(daemon.errorText.contains("triggers.it.tsv:"))
    daemon.send(SIGTERM)
    #expect(try daemon.exitStatus() == 0)
  }

  @Test func `a bad pipeline is told by check with 78, and the daemon does not start on it`() throws {
    Files.copyTree(Built.pipelines, to: pipelines)
    #expect(try check() == 0)
    Files.write("name = \"conflict\"\nversion = 1\n", to: settings)
    #expect(try check() == 78)
    #expect(Files.text(spool.scratch + "/check.err").contains("pipeline.toml:2:"))
    #expect(try spool.start("run", pipelines: pipelines).exitStatus() == 78)
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
