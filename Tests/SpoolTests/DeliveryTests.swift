import DispaccioTestSupport
import Glibc
import Instrumentation
import Testing

@testable import Spool

@Suite struct DeliveryTests {
  private func claimOne(
    _ scratch: ScratchSpool, _ text: String = "testo", _ change: (inout SpoolOptions) -> Void = { _ in }
  ) async throws -> (Spool, Owner, Claimed) {
    try scratch.write("inbox/a.txt", text)
    let owner = Owner()
    let spool = try scratch.spool(change)
    spool.start(port: owner.port)
    return (spool, owner, try #require(await owner.claimed.values(count: 1).first))
  }

  @Test(arguments: Durability.allCases)
  func `a delivered document is in out, its original in done, a line in the ledger`(durability: Durability) async throws
  {
    let scratch = try ScratchSpool()
    let (spool, _, claimed) = try await claimOne(scratch) { $0.durability = durability }
    guard case .committed = await spool.delivered(claimed, id: "a--0123") else { throw ScratchError(what: "commit") }
    #expect(scratch.list("out") == ["a--0123.en.md", "a--0123.it.md", "a--0123.json"])
    #expect(scratch.list("out/.tmp") == [])
    #expect(scratch.list("work") == [])
    let done = try #require(scratch.done().first)
    #expect(done.hasSuffix(claimed.ticket))
    #expect(scratch.read("\(done)/original/a.txt") == "testo")
    await spool.stopped()
    let ledger = try #require(scratch.list("ledger").first.flatMap { scratch.read("ledger/\($0)") })
    #expect(ledger.hasPrefix("{\"ticket\":\"\(claimed.ticket)\",\"event\":\"delivered\",\"id\":\"a--0123\""))
    #expect(LedgerLine.ticket(Array(ledger.utf8).dropLast()) == claimed.ticket)
  }

  @Test func `the same id again replaces the outputs`() async throws {
    let scratch = try ScratchSpool()
    let (spool, owner, claimed) = try await claimOne(scratch)
    _ = await spool.delivered(claimed, id: "a--0123", text: "first")
    try scratch.write("inbox/a.txt")
    let again = try #require(await owner.claimed.values(count: 2).last)
    _ = await spool.delivered(again, id: "a--0123", text: "second")
    #expect(scratch.list("out").count == 3)
    #expect(scratch.read("out/a--0123.json") == "second")
    #expect(scratch.done().count == 2)
    await spool.stopped()
  }

  @Test func `many deliveries at once all arrive`() async throws {
    let scratch = try ScratchSpool()
    for number in 0..<200 { try scratch.write("inbox/\(number).txt") }
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    for claimed in await owner.claimed.values(count: 200) {
      let output = Delivery.Output(fileName: Array("\(claimed.ticket).json".utf8), bytes: [0x7b, 0x7d])
      spool.deliver(claimed, Delivery(id: Array(claimed.ticket.utf8), outputs: [output])) { owner.settled.add($0) }
    }
    _ = await owner.settled.values(count: 200)
    #expect(scratch.list("out").count == 200)
    #expect(scratch.done().count == 200)
    await spool.stopped()
    let commits = scratch.instruments.metrics.snapshot().distributions.first { $0.name.contains("commit") }
    // Groups of at most 32, and most of them full, since all was handed back at once.
    #expect((7...100).contains(commits?.histogram.count ?? 0))
  }

  @Test func `a rejected document lies in failed with class, stage, message, remedy, attempts and time`() async throws {
    let scratch = try ScratchSpool()
    let (spool, _, claimed) = try await claimOne(scratch)
    let rejection = Rejection(
      class: .binary, stage: "extract", message: "It holds NUL bytes.", remedy: "Drop the text of it.")
    _ = await spool.rejected(claimed, rejection)
    let reason = try #require(scratch.read("failed/\(claimed.ticket)/reason.json"))
    for part in [
      "\"class\":\"binary\"", "\"stage\":\"extract\"", "\"message\":\"It holds NUL bytes.\"",
      "\"remedy\":\"Drop the text of it.\"", "\"attempts\":1", "\"when\":\"",
    ] { #expect(reason.contains(part)) }
    #expect(scratch.read("failed/\(claimed.ticket)/original/a.txt") == "testo")
    let line = try #require(scratch.events("document_rejected").first)
    #expect(line.contains("class=binary stage=extract") && line.contains("folder=failed/\(claimed.ticket)"))
    #expect(scratch.list("work") == [])
    await spool.stopped()
  }

  @Test func `a record whose name is taken by a folder rejects its document and no other`() async throws {
    let scratch = try ScratchSpool()
    let (spool, owner, claimed) = try await claimOne(scratch)
    try scratch.makeFolder("out/bad.json")
    try scratch.makeFolder("out/bad.json/inside")
    #expect(await spool.delivered(claimed, id: "bad") == .rejected)
    #expect(scratch.read("failed/\(claimed.ticket)/reason.json")?.contains("\"class\":\"fault\"") == true)
    try scratch.write("inbox/b.txt")
    let next = try #require(await owner.claimed.values(count: 2).last)
    guard case .committed = await spool.delivered(next, id: "good") else { throw ScratchError(what: "commit") }
    await spool.stopped()
  }

  @Test func `a file still open for writing, or replaced, is not read`() async throws {
    let scratch = try ScratchSpool()
    let (spool, _, claimed) = try await claimOne(scratch)
    let path = scratch.path("work/\(claimed.ticket)/original/a.txt")
    let writer = System.withName(path) { clinuxOpenForWriting($0) }
    #expect(throws: SpoolError.self) { try spool.read(claimed) }
    close(writer)
    #expect(try spool.read(claimed).count == 5)
    try scratch.write("work/\(claimed.ticket)/original/a.txt", "altro")
    do {
      _ = try spool.read(claimed)
      Issue.record("A replaced file was read.")
    } catch {
      #expect(error.kind == .changed)
    }
    await spool.stopped()
  }

  @Test func `a document that changed waits, is offered again, and is given up after the last try`() async throws {
    let time = ManualTime()
    let scratch = try ScratchSpool(time: time)
    let delays: [Duration] = [.seconds(2), .seconds(30)]
    let (spool, owner, first) = try await claimOne(scratch) { $0.retryDelays = delays }
    let error = SpoolError(kind: .changed, operation: "reading", subject: "a.txt", reason: "it is being written")
    #expect(await spool.gaveBack(first, error) == .kept)
    await spool.turns()
    #expect(scratch.list("deferred") == [first.ticket])
    #expect(spool.status().deferred == 1)
    time.advance(.seconds(2))
    await spool.turns()
    let second = try #require(await owner.claimed.values(count: 2).last)
    #expect(second.ticket == first.ticket && second.attempts == 1)
    #expect(try spool.read(second).count == 5)
    _ = await spool.gaveBack(second, error)
    time.advance(.seconds(30))
    await spool.turns()
    let third = try #require(await owner.claimed.values(count: 3).last)
    _ = await spool.gaveBack(third, error)
    #expect(
      scratch.read("failed/\(first.ticket)/reason.json")?.contains("\"class\":\"changed_while_reading\"") == true)
    #expect(scratch.events("document_retried").count == 2)
    await spool.stopped()
  }

  @Test func `a document that vanished from work is cleared away`() async throws {
    let scratch = try ScratchSpool()
    let (spool, _, claimed) = try await claimOne(scratch)
    _ = System.withName(scratch.path("work/\(claimed.ticket)/original/a.txt")) { unlink($0) }
    do {
      _ = try spool.read(claimed)
      Issue.record("A file that is gone was read.")
    } catch {
      #expect(error.kind == .missing)
      _ = await spool.gaveBack(claimed, error)
    }
    #expect(scratch.list("work") == [])
    #expect(scratch.events("document_rejected").first?.contains("class=vanished") == true)
    await spool.stopped()
  }

  @Test func `the owner is told once when nothing is left`() async throws {
    let scratch = try ScratchSpool()
    let (spool, owner, claimed) = try await claimOne(scratch)
    await spool.turns()
    #expect(owner.idle.values.isEmpty)
    _ = await spool.delivered(claimed, id: "a")
    _ = await owner.idle.values(count: 1)
    await spool.turns()
    #expect(owner.idle.values.count == 1)
    await spool.stopped()
  }
}

private func clinuxOpenForWriting(_ path: UnsafePointer<CChar>) -> Int32 {
  open(path, O_WRONLY | O_CLOEXEC)
}
