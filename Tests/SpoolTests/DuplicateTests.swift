import DispaccioTestSupport
import Glibc
import Instrumentation
import Testing

@testable import Spool

@Suite struct DuplicateTests {
  private let contentA = String(repeating: "ab", count: 32)

  private func deliver(
    _ spool: Spool, _ claimed: Claimed, id: String, ruleset: String, content: String?, text: String = "{}\n"
  ) async -> Settlement {
    await withCheckedContinuation { continuation in
      let outputs = [Delivery.Output(fileName: Array("\(id).json".utf8), bytes: Array(text.utf8))]
      let delivery = Delivery(id: Array(id.utf8), outputs: outputs, origin: (ruleset, content))
      spool.deliver(claimed, delivery) { continuation.resume(returning: $0) }
    }
  }

  @Test func `a record is known under its rules, also after a restart, and only while its output is there`()
    async throws
  {
    let scratch = try ScratchSpool()
    try scratch.drop("a.txt")
    let owner = Owner()
    let first = try scratch.spool()
    first.start(port: owner.port)
    let claimed = try #require(await owner.claimed.values(count: 1).first)
    #expect(!first.isDelivered(id: "a--1", ruleset: "r1"))
    _ = await deliver(first, claimed, id: "a--1", ruleset: "r1", content: contentA)
    #expect(first.isDelivered(id: "a--1", ruleset: "r1"))
    #expect(!first.isDelivered(id: "a--1", ruleset: "r2"))
    await first.stopped()

    let second = try scratch.spool()
    second.start(port: owner.port)
    await second.turns()
    #expect(second.isDelivered(id: "a--1", ruleset: "r1"))
    _ = System.withName(scratch.path("out/a--1.json")) { unlink($0) }
    #expect(!second.isDelivered(id: "a--1", ruleset: "r1"))
    await second.stopped()
  }

  @Test func `under changed rules the outputs are replaced, and the old rules are forgotten`() async throws {
    let scratch = try ScratchSpool()
    try scratch.drop("a.txt")
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    let first = try #require(await owner.claimed.values(count: 1).last)
    _ = await deliver(spool, first, id: "a--1", ruleset: "r1", content: contentA, text: "old\n")
    try scratch.drop("a.txt")
    await spool.turns()
    let second = try #require(await owner.claimed.values(count: 2).last)
    _ = await deliver(spool, second, id: "a--1", ruleset: "r2", content: contentA, text: "new\n")
    #expect(scratch.read("out/a--1.json") == "new\n")
    #expect(spool.isDelivered(id: "a--1", ruleset: "r2"))
    #expect(!spool.isDelivered(id: "a--1", ruleset: "r1"))
    await spool.stopped()
  }

  @Test func `a second arrival that is worked on beside the first is delivered once and reported`() async throws {
    let scratch = try ScratchSpool()
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    for _ in 0..<2 {
      try scratch.drop("a.txt")
      await spool.turns()
    }
    let claimed = await owner.claimed.values(count: 2)
    async let first = deliver(spool, claimed[0], id: "a--1", ruleset: "r", content: contentA, text: "one\n")
    async let second = deliver(spool, claimed[1], id: "a--1", ruleset: "r", content: contentA, text: "two\n")
    let settled = await [first, second]
    let repeats = settled.filter { if case .repeated = $0 { true } else { false } }
    #expect(repeats.count == 1)
    #expect(scratch.done().count == 2)
    await spool.stopped()
    let ledger = scratch.list("ledger").compactMap { scratch.read("ledger/\($0)") }.joined()
    #expect(ledger.split(separator: "\n").map { $0.contains("\"outcome\":\"duplicate\"") } == [false, true])
  }

  @Test func `the same bytes under another name are delivered, with the first record named in the ledger`() async throws
  {
    let scratch = try ScratchSpool()
    try scratch.drop("a.txt")
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    let first = try #require(await owner.claimed.values(count: 1).last)
    _ = await deliver(spool, first, id: "a--1", ruleset: "r", content: contentA)
    try scratch.drop("b.txt")
    await spool.turns()
    let second = try #require(await owner.claimed.values(count: 2).last)
    _ = await deliver(spool, second, id: "b--2", ruleset: "r", content: contentA)
    await spool.stopped()
    let ledger = scratch.list("ledger").compactMap { scratch.read("ledger/\($0)") }.joined()
    let lines = ledger.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.contains("same_bytes_as") == false)
    #expect(lines.last?.contains("\"same_bytes_as\":\"a--1\"") == true)
    #expect(scratch.list("out") == ["a--1.json", "b--2.json"])
  }

  @Test func `memory is bounded: the oldest is forgotten first`() {
    let deliveries = Deliveries(limit: 100)
    for number in 0..<1000 { deliveries.add("r--\(number)", ruleset: "rules", content: content(number)) }
    for number in 0..<1000 {
      #expect(deliveries.holds("r--\(number)", ruleset: "rules") == (number >= 900))
      #expect(deliveries.first(of: content(number)) == (number >= 900 ? "r--\(number)" : nil))
    }
  }

  @Test func `of long names fewer are remembered, and each is told whole`() {
    let deliveries = Deliveries(limit: 100)
    let stem = String(repeating: "è", count: 60)
    for number in 0..<1000 { deliveries.add("\(stem)--\(number)", ruleset: "rules", content: content(number)) }
    let known = (0..<1000).filter { deliveries.first(of: content($0)) != nil }
    #expect(known.last == 999 && (40...60).contains(known.count) && known == Array((1000 - known.count)..<1000))
    for number in known { #expect(deliveries.first(of: content(number)) == "\(stem)--\(number)") }
    #expect((0..<1000).filter { deliveries.holds("\(stem)--\($0)", ruleset: "rules") } == known)
    deliveries.add(String(repeating: "x", count: 1 << 20), ruleset: "rules", content: nil)
    #expect(deliveries.holds("\(stem)--0", ruleset: "rules") == false)
  }

  @Test func `the first record of the same bytes stays the first, until it is forgotten`() {
    let deliveries = Deliveries(limit: 10)
    deliveries.add("a--1", ruleset: "old", content: content(1))
    deliveries.add("b--2", ruleset: "old", content: content(1))
    #expect(deliveries.first(of: content(1)) == "a--1")
    deliveries.add("a--1", ruleset: "new", content: content(1))
    #expect(deliveries.holds("a--1", ruleset: "new") && !deliveries.holds("a--1", ruleset: "old"))
    for number in 10..<19 { deliveries.add("r--\(number)", ruleset: "new", content: nil) }
    #expect(deliveries.first(of: content(1)) == nil)
    deliveries.add("b--2", ruleset: "new", content: content(1))
    #expect(deliveries.first(of: content(1)) == "b--2")
  }

  private func content(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String((String(repeating: "0", count: 64 - digits.count) + digits).reversed())
  }
}
