import DispaccioTestSupport
import Glibc
import Instrumentation
import Testing

@testable import Spool

@Suite struct SpoolCheckTests {
  private func findings(_ scratch: ScratchSpool, repairs: Bool) throws -> [SpoolCheckFinding] {
    try StoppedSpool(root: scratch.root, instruments: scratch.instruments).check(repairs: repairs)
  }

  @Test func `a spool after a clean run is sound`() async throws {
    let scratch = try ScratchSpool()
    try scratch.drop("a.txt")
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    _ = await spool.delivered(try #require(await owner.claimed.values(count: 1).first), id: "a--1")
    await spool.stopped()
    #expect(try findings(scratch, repairs: false) == [])
  }

  @Test func `leftovers, torn lines and missing lines are told, and mended when that is wished`() async throws {
    let scratch = try ScratchSpool()
    try scratch.drop("a.txt")
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    _ = await spool.delivered(try #require(await owner.claimed.values(count: 1).first), id: "a--1")
    await spool.stopped()
    let day = try #require(scratch.list("ledger").first)
    try scratch.write("ledger/\(day)", "{\"ticket\":\"18")
    try scratch.write("out/.tmp/18ea5a728cae3e35-000002.0", "half")
    try scratch.makeFolder("work/18ea5a728cae3e35-000002")
    try scratch.makeFolder("failed/holiday pictures")
    let found = try findings(scratch, repairs: false)
    #expect(
      found.filter { !$0.isNote }.map(\.place) == [
        "out/.tmp/18ea5a728cae3e35-000002.0", "work/18ea5a728cae3e35-000002", "failed/holiday pictures",
        "ledger/\(day)", "ledger",
      ])
    #expect(scratch.list("work").count == 1)
    let mended = try findings(scratch, repairs: true)
    #expect(mended.filter { !$0.isNote && !$0.isMended }.map(\.place) == ["failed/holiday pictures"])
    #expect(try findings(scratch, repairs: false).filter { !$0.isNote }.map(\.place) == ["failed/holiday pictures"])
    #expect(scratch.list("out") == ["a--1.en.md", "a--1.it.md", "a--1.json"])
  }

  @Test func `outputs without a delivery and deliveries without outputs are notes`() async throws {
    let scratch = try ScratchSpool()
    try scratch.drop("a.txt")
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    let claimed = try #require(await owner.claimed.values(count: 1).first)
    _ = await spool.delivered(claimed, id: "a--1")
    await spool.stopped()
    try scratch.move("out/a--1.json", to: "out/b--2.json")
    let found = try findings(scratch, repairs: true)
    #expect(!found.contains { !$0.isNote })
    #expect(found.map(\.place) == ["out/a--1", "out/b--2.json", "out/a--1.json"])
    #expect(found.last?.remedy.contains(claimed.ticket) == true)
  }
}
