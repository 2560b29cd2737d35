import Glibc
import Testing

@Suite struct DrainsOnTerm {
  @Test(arguments: [SIGTERM, SIGINT])
  func `a signal lets documents under way finish, leaves the others in the inbox, and ends with 0`(
    signal: Int32
  ) throws {
    let spool = ScratchSpool()
    let count = 300
    for number in 0..<count { spool.drop("r\(number).txt", Reports.numbered(number)) }
    let (daemon, notify) = try spool.startReady()
    try Patience.until("the first records") { spool.records.count > 5 }
    daemon.send(signal)
    try notify.await("STOPPING=1")
    #expect(try daemon.exitStatus() == 0)
    #expect(spool.inWork.isEmpty)
    let waiting = Files.names(in: spool.root + "/inbox").count
    #expect(spool.records.count == spool.originals(in: "done").count)
    #expect(spool.records.count + waiting == count)
  }

  @Test func `a second daemon on the spool ends with 75 and names the first`() throws {
    let spool = ScratchSpool()
    let (daemon, _) = try spool.startReady()
    let second = try spool.start("run")
    #expect(try second.exitStatus() == 75)
    #expect(second.errorText.contains("\(daemon.identifier)"))
    daemon.send(SIGTERM)
    #expect(try daemon.exitStatus() == 0)
  }

  @Test func `a signal during the start is not lost`() throws {
    let spool = ScratchSpool()
    for number in 0..<20 { spool.drop("r\(number).txt", Reports.numbered(number)) }
    let notify = NotifySocket("\(spool.scratch)/notify")
    let daemon = try spool.start(
      "run", ["--settle", "0"], environment: ["NOTIFY_SOCKET": notify.environmentValue])
    // From its first line of log on, the daemon hears signals; it is not ready yet.
    try Patience.until("a line of log") { daemon.errorText.contains("service_started") }
    daemon.send(SIGTERM)
    #expect(try daemon.exitStatus() == 0)
  }

  @Test func `once works through the inbox, and says by its status that a document failed`() throws {
    let spool = ScratchSpool()
    spool.drop("good.txt", Reports.acharan)
    #expect(try spool.start("once", ["--settle", "0", "--empty-grace", "0"]).exitStatus() == 0)
    spool.drop("empty.txt", "")
    spool.drop("better.txt", Reports.numbered(1))
    #expect(try spool.start("once", ["--settle", "0", "--empty-grace", "0"]).exitStatus() == 1)
    #expect(spool.records.count == 2)
    #expect(spool.reasons() == [Array("empty.txt".utf8): "empty"])
  }
}
