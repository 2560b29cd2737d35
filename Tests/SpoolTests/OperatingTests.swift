import DispaccioTestSupport
import Glibc
import Instrumentation
import Testing

@testable import Spool

@Suite struct OperatingTests {
  /// Brings one report to `failed/` and returns its ticket.
  private func fail(_ scratch: ScratchSpool, _ spool: Spool, _ owner: Owner, _ name: String, count: Int) async throws
    -> String
  {
    try scratch.drop("\(name)")
    await spool.turns()
    let claimed = try #require(await owner.claimed.values(count: count).last)
    let rejection = Rejection(
      class: .undecodable, stage: "extract", message: "No charset fits.", id: Array("x--1".utf8))
    _ = await spool.rejected(claimed, rejection)
    return claimed.ticket
  }

  @Test func `a failed report is tried again at once while the daemon runs, with its earlier reason kept`() async throws
  {
    let scratch = try ScratchSpool()
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    let ticket = try await fail(scratch, spool, owner, "a.txt", count: 1)
    #expect(try spool.retry(.ids(["x--1"]), isTrial: true).tickets == [ticket])
    #expect(scratch.list("failed") == [ticket])
    let result = try spool.retry(.ids([ticket, "nobody"]), isTrial: false)
    #expect(result.tickets == [ticket] && result.notFound == ["nobody"] && result.problems.isEmpty)
    await spool.turns()
    let again = try #require(await owner.claimed.values(count: 2).last)
    #expect(again.ticket == ticket && again.isAskedFor && again.attempts == 0)
    #expect(scratch.list("failed").isEmpty && scratch.list("deferred").isEmpty)
    #expect(scratch.read("work/\(ticket)/earlier-reason.json")?.contains("undecodable") == true)
    _ = await spool.delivered(again, id: "a--1")
    #expect(scratch.done().count == 1)
    await spool.stopped()
  }

  @Test func `without a daemon a retry waits for the next start, and poison gets its tries back`() async throws {
    let scratch = try ScratchSpool()
    let owner = Owner()
    let first = try scratch.spool()
    first.start(port: owner.port)
    let ticket = try await fail(scratch, first, owner, "a.txt", count: 1)
    await first.stopped()
    for number in 0..<3 { try scratch.write("failed/\(ticket)/.a\(number)", "") }

    let stopped = try StoppedSpool(root: scratch.root, instruments: scratch.instruments)
    #expect(try stopped.retry(.failureClass("empty"), isTrial: false).tickets == [])
    #expect(try stopped.retry(.failureClass("undecodable"), isTrial: false).tickets == [ticket])
    #expect(scratch.list("deferred") == [ticket])
    for number in 0..<3 { #expect(scratch.read("deferred/\(ticket)/.a\(number)") == nil) }
    #expect(scratch.read("deferred/\(ticket)/original/a.txt") == "testo")
    // The lock is held: no daemon can start meanwhile.
    #expect(throws: SpoolError.self) { try scratch.spool() }
    withExtendedLifetime(stopped) {}
  }

  @Test func `what was retried without a daemon is offered by the next start`() async throws {
    let scratch = try ScratchSpool()
    let owner = Owner()
    let first = try scratch.spool()
    first.start(port: owner.port)
    let ticket = try await fail(scratch, first, owner, "a.txt", count: 1)
    await first.stopped()
    _ = try StoppedSpool(root: scratch.root, instruments: scratch.instruments).retry(.all, isTrial: false)
    let second = try scratch.spool()
    second.start(port: owner.port)
    let again = try #require(await owner.claimed.values(count: 2).last)
    #expect(again.ticket == ticket && again.isAskedFor)
    await second.stopped()
  }

  @Test func `a waiting report is tried before its time when asked for`() async throws {
    let time = ManualTime()
    let scratch = try ScratchSpool(time: time)
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    try scratch.drop("a.txt")
    await spool.turns()
    let claimed = try #require(await owner.claimed.values(count: 1).last)
    let changed = SpoolError(kind: .changed, operation: "reading", subject: "a.txt", reason: "it is being written")
    #expect(await spool.gaveBack(claimed, changed) == .kept)
    await spool.turns()
    #expect(spool.status().deferred == 1)
    #expect(try spool.retry(.all, isTrial: false).tickets == [claimed.ticket])
    await spool.turns()
    #expect(owner.claimed.values.count == 2)
    time.advance(.seconds(3600))
    await spool.turns()
    #expect(owner.claimed.values.count == 2, "It was offered twice.")
    await spool.stopped()
  }

  @Test func `new reports go before those that an operator asked for`() async throws {
    let scratch = try ScratchSpool()
    let owner = Owner(credit: 1)
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    let ticket = try await fail(scratch, spool, owner, "a.txt", count: 1)
    try scratch.drop("new.txt")
    await spool.turns()
    _ = try spool.retry(.all, isTrial: false)
    owner.give()
    await spool.turns()
    let second = try #require(await owner.claimed.values(count: 2).last)
    #expect(second.name == Array("new.txt".utf8))
    _ = await spool.delivered(second, id: "new")
    owner.give()
    await spool.turns()
    #expect(await owner.claimed.values(count: 3).last?.ticket == ticket)
    await spool.stopped()
  }

  @Test func `a finished report is done again with all that is known of it, and its outputs are replaced`() async throws
  {
    let scratch = try ScratchSpool()
    let owner = Owner()
    let spool = try scratch.spool { $0.pipelines = ["disasters"] }
    spool.start(port: owner.port)
    try scratch.makeFolder("inbox/disasters")
    try scratch.drop("disasters/a.txt")
    let claimed = try #require(await owner.claimed.values(count: 1).last)
    _ = await spool.delivered(claimed, id: "a--1", text: "old\n")
    // By the record's name: the ledger knows its item.
    #expect(try spool.reprocess(.ids(["a--1"]), isTrial: false).tickets == [claimed.ticket])
    let again = try #require(await owner.claimed.values(count: 2).last)
    #expect(
      again.ticket == claimed.ticket && again.received.iso8601 == claimed.received.iso8601
        && again.pipeline == "disasters")
    #expect(again.path == claimed.path && again.isAskedFor)
    #expect(scratch.read("out/a--1.json") == "old\n")
    _ = await spool.delivered(again, id: "a--1", text: "new\n")
    #expect(scratch.read("out/a--1.json") == "new\n")
    #expect(scratch.done().count == 1)
    #expect(try spool.reprocess(.since(WallTime(seconds: 4_000_000_000)), isTrial: true).tickets.isEmpty)
    await spool.stopped()
  }

  @Test func `a dropped report lies in done with the reason, in the ledger too, and is not done again by all`()
    async throws
  {
    let scratch = try ScratchSpool()
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    let ticket = try await fail(scratch, spool, owner, "a.txt", count: 1)
    let result = try spool.drop(.ids([ticket]), reason: "sent by \"mistake\"", by: "user 7", isTrial: false)
    #expect(result.tickets == [ticket])
    #expect(scratch.list("failed").isEmpty)
    #expect(try spool.reprocess(.all, isTrial: false).tickets.isEmpty)
    await spool.stopped()
    let item = try #require(scratch.done().first)
    #expect(scratch.read("\(item)/original/a.txt") == "testo")
    #expect(scratch.read("\(item)/drop.json")?.contains("sent by \\\"mistake\\\"") == true)
    let ledger = scratch.list("ledger").compactMap { scratch.read("ledger/\($0)") }.joined()
    #expect(ledger.contains("\"event\":\"dropped\""))
    var reasons: [String?] = []
    try SpoolContents(root: scratch.root).forEachItem(in: .done) {
      reasons.append($0.dropped); return true
    }
    #expect(reasons == ["sent by \"mistake\""])
  }

  @Test func `areas are listed with class, message and place, while a daemon runs`() async throws {
    let scratch = try ScratchSpool()
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    let ticket = try await fail(scratch, spool, owner, "a.txt", count: 1)
    var items: [ListedItem] = []
    let contents = try SpoolContents(root: scratch.root)
    try contents.forEachItem(in: .failed) {
      items.append($0); return true
    }
    #expect(items.map(\.ticket) == [ticket])
    #expect(items.first?.failure == "undecodable" && items.first?.message == "No charset fits.")
    #expect(items.first?.place == "failed/\(ticket)" && items.first?.id == "x--1")
    spool.pause(message: "for the test")
    try scratch.drop("waits.txt", "12345")
    #expect(try contents.count(of: .inbox) == 1)
    try contents.forEachItem(in: .inbox) {
      items.append($0); return true
    }
    #expect(items.last?.path == "waits.txt" && items.last?.bytes == 5)
    await spool.stopped()
  }

  @Test func `days before the limit leave done, later ones and foreign files stay`() async throws {
    // 2024-01-02
    let scratch = try ScratchSpool(time: ManualTime(wall: WallTime(seconds: 1_704_190_000)))
    for day in ["2023/11/13", "2023/11/14", "2024/01/01"] {
      var path = "done"
      for part in day.split(separator: "/") {
        path += "/\(part)"
        _ = try System.ensureFolder(scratch.path(path), in: nil)
      }
      let record = ItemRecord(
        ticket: "18b2c3d4e5f60711-000001", path: Array("a.txt".utf8), pipeline: nil, size: 5,
        received: WallTime(seconds: 1_700_000_000), firstSeen: WallTime(seconds: 1_700_000_000))
      try ItemFolder.make(record, in: try System.openFolder(scratch.path(path), in: nil))
      try scratch.write("\(path)/18b2c3d4e5f60711-000001/original/a.txt")
    }
    try scratch.write("done/2023/11/13/notes", "of somebody")
    let spool = try scratch.spool()
    #expect(try spool.clearDone(keeping: 30) == 2)
    #expect(scratch.list("done/2023/11") == ["13"])
    #expect(scratch.list("done/2023/11/13") == ["notes"])
    #expect(scratch.list("done/2024/01/01") == ["18b2c3d4e5f60711-000001"])
    await spool.stopped()
  }
}
