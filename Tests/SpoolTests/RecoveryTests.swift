import DispaccioTestSupport
import Dispatch
import Glibc
import Instrumentation
import Testing

@testable import Spool

@Suite struct RecoveryTests {
  private func leave(_ scratch: ScratchSpool, _ number: Int, attempts: Int = 0, folder: String = "work") throws
    -> String
  {
    let ticket = "18b2c3d4e5f6071\(number)-00000\(number)"
    let record = ItemRecord(
      ticket: ticket, path: Array("disasters/\(number).txt".utf8), pipeline: "disasters", size: 5,
      received: WallTime(seconds: 1_700_000_000), firstSeen: WallTime(seconds: 1_700_000_000))
    try ItemFolder.make(record, in: try System.openFolder(scratch.path(folder), in: nil))
    try scratch.write("\(folder)/\(ticket)/original/\(number).txt")
    for attempt in 0..<attempts { try scratch.write("\(folder)/\(ticket)/.a\(attempt)", "") }
    return ticket
  }

  @Test func `items in flight at a crash are offered one at a time, the least tried first, new files after them`()
    async throws
  {
    let scratch = try ScratchSpool()
    let tickets = [try leave(scratch, 1, attempts: 2), try leave(scratch, 2), try leave(scratch, 3, attempts: 1)]
    try scratch.write("inbox/new.txt")
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    for (count, expected) in zip(1..., [tickets[1], tickets[2], tickets[0]]) {
      let claimed = try #require(await owner.claimed.values(count: count).last)
      await spool.turns()
      #expect(owner.claimed.values.count == count)
      #expect(claimed.ticket == expected)
      #expect(claimed.pipeline == "disasters" && claimed.received == WallTime(seconds: 1_700_000_000))
      #expect(scratch.read("work/\(claimed.ticket)/.a\(claimed.attempts)") != nil)
      _ = await spool.delivered(claimed, id: "id\(count)")
    }
    #expect(await owner.claimed.values(count: 4).last?.name == Array("new.txt".utf8))
    #expect(scratch.events("items_recovered").first?.contains("in_flight=3 poison=0") == true)
    await spool.stopped()
  }

  @Test func `a probe that was cut off leaves nothing behind`() async throws {
    let scratch = try ScratchSpool()
    try scratch.makeFolder("work/probe")
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    _ = await owner.idle.values(count: 1)
    #expect(scratch.list("work").isEmpty)
    await spool.stopped()
  }

  @Test func `two daemons that commit the same items at the same moment condemn none`() throws {
    let scratch = try ScratchSpool()
    let folders = try Folders.prepared(at: scratch.root)
    let jobs = try (0..<200).map { number in
      let ticket = "18b2c3d4e5f60\(1_000 + number)-000001"
      let record = ItemRecord(
        ticket: ticket, path: Array("a.txt".utf8), pipeline: nil, size: 5, received: WallTime(seconds: 1_700_000_000),
        firstSeen: WallTime(seconds: 1_700_000_000))
      try ItemFolder.make(record, in: folders.work)
      try scratch.write("work/\(ticket)/original/a.txt")
      return (record, ticket)
    }.map { record, ticket in
      Job(
        claimed: Claimed(
          ticket: ticket, name: record.name, path: record.path, pipeline: nil, size: 5, received: record.received,
          claimedAt: scratch.instruments.time.now(), attempts: 0, permit: 0, isAskedFor: false, isAlone: false,
          trace: nil),
        kind: .deliver(
          Delivery(
            id: Array(ticket.utf8),
            outputs: [.init(fileName: Array("\(ticket).json".utf8), bytes: [UInt8](repeating: 0x78, count: 4_096))]))
      ) { _ in }
    }
    let faults = Guarded([SpoolError]())
    for job in jobs {
      DispatchQueue.concurrentPerform(iterations: 2) { _ in
        var committer = Committer(
          durability: .relaxed, deliveries: Deliveries(limit: 0), instruments: scratch.instruments)
        guard case .committed(let results) = committer.commit([job], in: folders, at: scratch.instruments.time.wall())
        else { return }
        for case .failure(let error) in results { faults.withLock { $0.append(error) } }
      }
    }
    #expect(faults.withLock { $0.map(\.description) } == [])
    #expect(scratch.list("out").count == jobs.count)
    #expect(scratch.done().count == jobs.count)
    #expect(scratch.list("out/.tmp") == [])
    for job in jobs { #expect(scratch.read("out/\(job.claimed.ticket).json")?.utf8.count == 4_096) }
  }

  @Test func `an item killed three times while alone is poison, and only that one`() async throws {
    let scratch = try ScratchSpool()
    let poison = try leave(scratch, 1, attempts: 3)
    let healthy = try leave(scratch, 2, attempts: 2)
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    let claimed = try #require(await owner.claimed.values(count: 1).first)
    #expect(claimed.ticket == healthy)
    _ = await spool.delivered(claimed, id: "healthy")
    while scratch.list("failed").isEmpty { await spool.turns() }
    #expect(scratch.list("failed") == [poison])
    #expect(scratch.read("failed/\(poison)/reason.json")?.contains("\"class\":\"poison\"") == true)
    await spool.stopped()
  }

  @Test func `a kill while outputs are made safe is not laid at the item's door`() async throws {
    let scratch = try ScratchSpool()
    let ticket = try leave(scratch, 1, attempts: 2)
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    let claimed = try #require(await owner.claimed.values(count: 1).first)
    #expect(scratch.read("work/\(ticket)/.a2") != nil)
    // As if the process ended within the commit: nothing can be renamed into out/, and the item stays in work/.
    try scratch.move("out", to: "away")
    async let settlement = spool.delivered(claimed, id: "id")
    while spool.status().pauses.isEmpty { await spool.turns() }
    #expect(scratch.read("work/\(ticket)/.a2") == nil)
    #expect(scratch.read("work/\(ticket)/.a1") != nil)
    try scratch.move("away", to: "out")
    guard case .committed = await settlement else { throw ScratchError(what: "commit") }
    await spool.stopped()
  }

  @Test func `a clean stop leaves no mark on the item that it cut off`() async throws {
    let scratch = try ScratchSpool()
    let ticket = try leave(scratch, 1, attempts: 1)
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    _ = await owner.claimed.values(count: 1)
    #expect(scratch.read("work/\(ticket)/.a1") != nil)
    await spool.stopped()
    #expect(scratch.read("work/\(ticket)/.a1") == nil)
    #expect(scratch.read("work/\(ticket)/.a0") != nil)
  }

  @Test func `an item without its original is cleared, torn records are made up for, foreign folders stay`()
    async throws
  {
    let scratch = try ScratchSpool()
    let empty = try leave(scratch, 1)
    _ = System.withName(scratch.path("work/\(empty)/original/1.txt")) { unlink($0) }
    let torn = try leave(scratch, 2)
    try scratch.write("work/\(torn)/item.json", "{\"ticket\":\"18")
    try scratch.makeFolder("work/notes of the operator")
    try scratch.makeFolder("out/.tmp")
    try scratch.write("out/.tmp/left", "x")
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    let claimed = try #require(await owner.claimed.values(count: 1).first)
    #expect(claimed.ticket == torn && claimed.name == Array("2.txt".utf8) && claimed.pipeline == "disasters")
    #expect(scratch.list("work") == [torn, "notes of the operator"])
    #expect(scratch.list("out/.tmp") == [])
    await spool.stopped()
  }

  @Test func `work done twice gives the same outputs once`() async throws {
    let scratch = try ScratchSpool()
    _ = try leave(scratch, 1)
    // The kill came after the outputs were there and before the original was moved.
    for (name, text) in [("same.it.md", "it"), ("same.en.md", "en"), ("same.json", "{}\n")] {
      try scratch.write("out/\(name)", text)
    }
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    let claimed = try #require(await owner.claimed.values(count: 1).first)
    _ = await spool.delivered(claimed, id: "same")
    #expect(scratch.list("out") == ["same.en.md", "same.it.md", "same.json"])
    #expect(scratch.read("out/same.json") == "{}\n")
    #expect(scratch.done().count == 1)
    await spool.stopped()
  }

  @Test func `deferred items come back after a restart`() async throws {
    let time = ManualTime()
    let scratch = try ScratchSpool(time: time)
    let ticket = try leave(scratch, 1, folder: "deferred")
    let note = RetryNote(
      attempt: 2, notBefore: time.source.wall().adding(.seconds(30)), failure: .changedWhileReading)
    try scratch.write(Array("deferred/\(ticket)/retry.json".utf8), note.bytes)
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    await spool.turns()
    #expect(owner.claimed.values.isEmpty)
    time.advance(.seconds(30))
    await spool.turns()
    #expect(owner.claimed.values.map(\.attempts) == [2])
    await spool.stopped()
  }

  @Test func `a second spool in the same folder is refused with the first one's process`() async throws {
    let scratch = try ScratchSpool()
    let spool = try scratch.spool()
    do {
      _ = try scratch.spool()
      Issue.record("Two spools share a folder.")
    } catch let error as SpoolError {
      #expect(error.kind == .locked(process: System.processNumber))
      #expect(error.description.contains("process \(System.processNumber)"))
    }
    await spool.stopped()
    _ = try scratch.spool()
  }

  @Test func `a torn ledger is mended, and an item whose line is missing gets one`() async throws {
    let scratch = try ScratchSpool()
    let owner = Owner()
    try scratch.write("inbox/a.txt")
    let first = try scratch.spool()
    first.start(port: owner.port)
    let claimed = try #require(await owner.claimed.values(count: 1).first)
    _ = await first.delivered(claimed, id: "a")
    await first.stopped()
    let file = try #require(scratch.list("ledger").first)
    let whole = try #require(scratch.read("ledger/\(file)"))
    try scratch.write("ledger/\(file)", String(whole.dropLast(20)))
    _ = System.withName(scratch.path("state/clean")) { unlink($0) }
    let second = try scratch.spool()
    second.start(port: Owner().port)
    await second.turns()
    await second.stopped()
    let lines = try #require(scratch.read("ledger/\(file)")).split(separator: "\n").map { Array($0.utf8)[...] }
    #expect(lines.map { LedgerLine.ticket($0) } == [claimed.ticket])
    #expect(scratch.read("ledger/\(file).torn") == String(whole.dropLast(20)) + "\n")
    #expect(scratch.events("ledger_repaired").count == 2)
  }
}
