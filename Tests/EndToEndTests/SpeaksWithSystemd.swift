import Glibc
import Testing

@Suite struct SpeaksWithSystemd {
  @Test func `systemd hears of start, reload and stop, in this order`() throws {
    let spool = ScratchSpool()
    let (daemon, notify) = try spool.startReady()
    #expect(notify.received.count == 1)
    daemon.send(SIGHUP)
    try notify.await("RELOADING=1")
    #expect(notify.received.last?.contains("\nMONOTONIC_USEC=") == true)
    try notify.await("READY=1")
    daemon.send(SIGTERM)
    try notify.await("STOPPING=1")
    #expect(try daemon.exitStatus() == 0)
  }

  @Test func `the watchdog is fed, also over an abstract socket`() throws {
    let spool = ScratchSpool()
    let notify = NotifySocket("@dispaccio-test-\(getpid())")
    let daemon = try spool.start(
      "run", environment: ["NOTIFY_SOCKET": notify.environmentValue, "WATCHDOG_USEC": "200000"])
    try notify.await("READY=1")
    try notify.await("WATCHDOG=1")
    try notify.await("WATCHDOG=1")
    daemon.send(SIGTERM)
    #expect(try daemon.exitStatus() == 0)
  }

  @Test func `a hundred hang-ups end in the last content`() throws {
    let spool = ScratchSpool()
    let pipelines = spool.makeSmallPipeline()
    func setVersion(_ number: Int) {
      Files.write("name = \"conflict\"\nversion = \"\(number)\"\n", to: pipelines + "/conflict/pipeline.toml")
    }
    setVersion(0)
    let (daemon, notify) = try spool.startReady(pipelines: pipelines)
    for number in 1...100 {
      setVersion(number)
      daemon.send(SIGHUP)
    }
    try notify.await("RELOADING=1")
    try notify.await("READY=1")
    try Patience.until("the last content is in use; \(daemon.errorText)") {
      let status = try ChildProcess(
        [Built.dispaccio, "status", "--config", "/dev/null", "--spool", spool.root], output: spool.scratch + "/status")
      return try status.exitStatus() == 0 && Files.text(status.outputPath).contains(", conflict 100\n")
    }
    spool.drop("gao.txt", Reports.acharan)
    try Patience.until("a record") { !spool.records.isEmpty }
    let record = try #require(spool.records.first.flatMap { Files.read("\(spool.root)/out/\($0)") })
    #expect(JSONFields.pipeline(record)?.version == "100")
    daemon.send(SIGTERM)
    #expect(try daemon.exitStatus() == 0)
  }
}
