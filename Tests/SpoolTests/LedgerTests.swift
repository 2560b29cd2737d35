import Glibc
import Instrumentation
import Testing

@testable import Spool

@Suite struct LedgerTests {
  private func line(_ number: Int) -> [UInt8] {
    var fields = Fields()
    fields.add("event", "delivered")
    fields.add("id", "r\(number)--1")
    fields.add("ruleset", "rules")
    return LedgerLine.bytes(ticket: "18b2c3d4e5f6071\(number)-00000\(number)", fields)
  }

  private func ledger(_ scratch: ScratchSpool) throws -> Folder {
    try System.openFolder(scratch.path("ledger"), in: nil)
  }

  /// C5: whatever a crash leaves of the last line, the lines before it stay and the file is whole again.
  @Test func `a ledger cut at any byte keeps every whole line`() throws {
    let scratch = try ScratchSpool()
    let folder = try ledger(scratch)
    let whole = line(1) + line(2) + line(3)
    let ends = [line(1).count, line(1).count + line(2).count, whole.count]
    let name = Array("20231114.jsonl".utf8)
    for length in 0...whole.count {
      try scratch.write(Array("ledger/20231114.jsonl".utf8), Array(whole.prefix(length)))
      let torn = try LedgerMending.rebuild(name, in: folder)
      // A line that lacks nothing but its end is a whole one.
      let kept = ends.count { length >= $0 - 1 }
      let isCut = length > 0 && !ends.contains { length == $0 || length == $0 - 1 }
      #expect(torn == (isCut ? 1 : 0), "cut at \(length)")
      var tickets: [String] = []
      try LedgerReading.forEachLine(of: name, in: folder) {
        if let ticket = LedgerLine.ticket($0) { tickets.append(ticket) }
      }
      #expect(tickets.count == kept, "cut at \(length)")
    }
  }

  @Test(arguments: [
    [UInt8](repeating: 0, count: 4096), Array("{\"ticket\":\"x\"}\n".utf8), Array("not json\n".utf8),
    [0xff, 0xfe, 0x0a],
  ])
  func `foreign bytes between lines go to a file beside it`(rubbish: [UInt8]) throws {
    let scratch = try ScratchSpool()
    let folder = try ledger(scratch)
    let name = Array("20231114.jsonl".utf8)
    try scratch.write(
      Array("ledger/20231114.jsonl".utf8), line(1) + rubbish + (rubbish.last == 0x0a ? [] : [0x0a]) + line(2))
    #expect(try LedgerMending.rebuild(name, in: folder) == 1)
    #expect(scratch.read(Array("ledger/20231114.jsonl".utf8)) == line(1) + line(2))
    #expect(scratch.read(Array("ledger/20231114.jsonl.torn".utf8))?.starts(with: rubbish) == true)
    #expect(try LedgerMending.rebuild(name, in: folder) == 0)
  }

  @Test func `a line of another day or twice the same line does no harm`() throws {
    let scratch = try ScratchSpool()
    let deliveries = Deliveries(limit: 10)
    try scratch.write(Array("ledger/20231114.jsonl".utf8), line(2) + line(1) + line(1))
    try scratch.write("ledger/notes.txt", "of an operator")
    LedgerReading.recall(into: deliveries, from: try ledger(scratch))
    #expect(deliveries.holds("r1--1", ruleset: "rules") && deliveries.holds("r2--1", ruleset: "rules"))
  }

  @Test func `a value is found by its key only`() {
    var fields = Fields()
    fields.add("path", "odd\",\"id\":\"wrong")
    fields.add("id", "right")
    let bytes = LedgerLine.bytes(ticket: "18b2c3d4e5f60711-000001", fields)
    #expect(LedgerLine.value("id", in: bytes[...]) == "right")
    #expect(LedgerLine.value("ruleset", in: bytes[...]) == nil)
    #expect(LedgerLine.value("path", in: bytes[...]) == nil)
  }
}
