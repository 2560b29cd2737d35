import Glibc
import Testing

/// Each bad file ends in `failed/` with its class, or stays in the inbox with one warning; the daemon goes on.
@Suite struct QuarantinesBadInput {
  @Test func `bad content ends in failed, each file with its class`() throws {
    let spool = ScratchSpool()
    let (daemon, _) = try spool.startReady()
    let oddName: [UInt8] = [0x63, 0x61, 0x66, 0xE9, 0x2E, 0x74, 0x78, 0x74]
    let longName = Array(repeating: UInt8(ascii: "n"), count: 251) + Array(".txt".utf8)
    spool.drop("empty.txt", "")
    spool.drop(Array("binary.txt".utf8), [0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 2] + [UInt8](repeating: 0, count: 400))
    spool.drop(Array("nul.txt".utf8), [UInt8](repeating: 0, count: 100 << 20))
    spool.drop(Array("invalid.txt".utf8), Array("L'esercito ha attaccato ".utf8) + [0xFF, 0xC3, 0x28, 0xE2, 0x82])
    spool.drop(oddName, Array(Reports.numbered(1).utf8))
    spool.drop(longName, Array(Reports.numbered(2).utf8))
    spool.drop("item.json", Reports.numbered(3))
    spool.drop("line\nbreak.txt", Reports.numbered(4))
    // What is no text fails with its class; odd names and bytes that some charset can hold are reports like others.
    try Patience.until("three failures and five records; \(daemon.errorText)") {
      spool.reasons().count == 3 && spool.records.count == 5 && spool.originals(in: "done").count == 5
    }
    let reasons = spool.reasons()
    #expect(reasons[Array("empty.txt".utf8)] == "empty")
    #expect(reasons[Array("binary.txt".utf8)] == "binary")
    #expect(reasons[Array("nul.txt".utf8)] == "over_limit")
    let delivered = spool.originals(in: "done").map(\.name)
    for name in [oddName, longName, Array("item.json".utf8)] { #expect(delivered.contains(name)) }
    try expectGoesOn(daemon, spool)
    #expect(daemon.errorText.split(separator: "\n").allSatisfy { $0.utf8.allSatisfy { (32...126).contains($0) } })
  }

  @Test func `a report that takes too long is put back, and comes out once it has the time`() throws {
    let spool = ScratchSpool()
    let pipelines = spool.makeSmallPipeline()
    let settings = Array("\(pipelines)/conflict/pipeline.toml".utf8)
    let rules = "name = \"conflict\"\nversion = \"1\"\n"
    Files.write(Array("\(rules)[stages.match]\ndeadline = 0.001\n".utf8), to: settings)
    let (daemon, _) = try spool.startReady(pipelines: pipelines)
    let large = (1...12_000).map { Reports.numbered($0) }.joined()
    spool.drop("large.txt", large)
    spool.drop("small.txt", Reports.numbered(1))
    try Patience.until("it is put back; \(daemon.errorText)") {
      daemon.errorText.contains("event=document_retried") && daemon.errorText.contains("class=timeout")
        && spool.records.count == 1
    }
    #expect(spool.reasons().isEmpty)
    _ = try finish(daemon)
    Files.write(Array(rules.utf8), to: settings)
    let (second, _) = try spool.startReady(pipelines: pipelines)
    try Patience.until("its record; \(second.errorText)") { spool.records.count == 2 }
    _ = try finish(second)
    #expect(spool.originals(in: "done").map(\.bytes).contains(Array(large.utf8)))
  }

  @Test func `what is no regular file stays in the inbox with one warning`() throws {
    let spool = ScratchSpool()
    let inbox = spool.root + "/inbox"
    mkfifo(inbox + "/a-fifo", 0o644)
    symlink("/nowhere/at/all", inbox + "/a-link")
    mkdir(inbox + "/a-folder", 0o755)
    let (daemon, _) = try spool.startReady()
    try Patience.until("two warnings; \(daemon.errorText)") {
      daemon.errorText.contains("a-fifo") && daemon.errorText.contains("a-link")
    }
    try expectGoesOn(daemon, spool)
    #expect(Files.names(in: inbox) == ["a-fifo", "a-folder", "a-link"])
    let log = try finish(daemon)
    for name in ["a-fifo", "a-link"] {
      #expect(log.split(separator: "\n").filter { $0.contains(name) }.count == 1, "\(log)")
    }
  }

  @Test(.enabled(if: Machine.mayBeNobody, "The program cannot be run as somebody who may not read everything."))
  func `a file that may not be read stays, or fails with a reason, and others go on`() throws {
    let spool = ScratchSpool()
    chmod(spool.scratch, 0o777)
    if geteuid() == 0 {
      for folder in [spool.root, spool.root + "/inbox"] { chown(folder, 65534, 65534) }
    }
    let (daemon, _) = try spool.startReady(prefix: Machine.asNobody)
    let closed = "\(spool.scratch)/closed"
    Files.write(Reports.acharan, to: closed)
    chmod(closed, 0)
    Files.rename(Array(closed.utf8), to: Array("\(spool.root)/inbox/closed.txt".utf8))
    try Patience.until("a word about closed.txt; \(daemon.errorText)") { daemon.errorText.contains("closed.txt") }
    try expectGoesOn(daemon, spool)
    let isInInbox = Files.names(in: spool.root + "/inbox") == ["closed.txt"]
    #expect(isInInbox || spool.reasons()[Array("closed.txt".utf8)] == "unreadable")
    _ = try finish(daemon)
  }

  @Test func `a file replaced again and again while it is taken loses nobody's last version`() throws {
    let spool = ScratchSpool()
    let (daemon, _) = try spool.startReady()
    for number in 0..<100 { spool.drop("same.txt", Reports.numbered(number)) }
    try Patience.until("the last version in done/; \(daemon.errorText)") {
      spool.originals(in: "done").contains { $0.bytes == Array(Reports.numbered(99).utf8) }
    }
    let log = try finish(daemon)
    #expect(!log.contains("document_rejected"))
    #expect(Files.names(in: spool.root + "/inbox").isEmpty)
    #expect(Set(spool.originals(in: "done").map(\.bytes)).count == spool.records.count)
  }

  private func expectGoesOn(_ daemon: ChildProcess, _ spool: ScratchSpool) throws {
    let before = spool.records.count
    spool.drop("afterwards.txt", Reports.acharan)
    try Patience.until("a good report among bad ones; \(daemon.errorText)") { spool.records.count == before + 1 }
    #expect(!daemon.isOver)
  }

  private func finish(_ daemon: ChildProcess) throws -> String {
    daemon.send(SIGTERM)
    #expect(try daemon.exitStatus() == 0)
    return daemon.errorText
  }
}
