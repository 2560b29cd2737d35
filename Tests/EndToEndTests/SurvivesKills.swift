import Glibc
import Testing

@Suite struct SurvivesKills {
  @Test func `kills at any moment lose nothing and double nothing`() throws {
    let spool = ScratchSpool()
    var inputs: [[UInt8]: [UInt8]] = [:]
    func drop(_ count: Int) {
      for number in inputs.count..<(inputs.count + count) {
        let name = Array("report-\(number).txt".utf8)
        // One in fifty is bad: failures must survive as well as deliveries.
        let text = number % 50 == 49 ? [] : Array(Reports.numbered(number).utf8)
        inputs[name] = text
        spool.drop(name, text)
      }
    }
    drop(500)

    // Only kills that hit work under way count; the inbox is refilled if ten of them need more than 500 reports.
    var hits = 0
    var misses = 0
    while hits < 12 {
      try #require(misses < 200, "the kills never hit")
      let daemon = try spool.start("run", ["--settle", "0", "--empty-grace", "0", "--log-level", "error"])
      // Every other kill comes early, often in the midst of the recovery from the one before; the others once new
      // records have landed.
      let records = hits % 2 == 0 ? 0 : spool.records.count + 3
      try Patience.until("work under way; \(daemon.errorText)") {
        daemon.isOver || !spool.inWork.isEmpty && spool.records.count >= records
      }
      try #require(!daemon.isOver, "\(daemon.errorText)")
      let delay = UInt64.random(in: 0...60_000_000)
      let end = Patience.now + Double(delay) / 1e9
      while Patience.now < end {}
      daemon.send(SIGKILL)
      #expect(try daemon.exitStatus() == -SIGKILL)
      if spool.inWork.isEmpty { misses += 1 } else { hits += 1 }
      if Files.names(in: spool.root + "/inbox").count < 40 { drop(100) }
    }

    print("\(hits) kills hit work under way, \(misses) did not, over \(inputs.count) reports")
    let last = try spool.start("once", ["--settle", "0", "--empty-grace", "0"])
    #expect(try last.exitStatus(within: 300) <= 1)

    #expect(spool.inWork.isEmpty)
    #expect(Files.names(in: spool.root + "/inbox").isEmpty)
    #expect(Files.names(in: spool.root + "/out/.tmp").isEmpty)
    let done = spool.originals(in: "done")
    let failed = spool.originals(in: "failed")
    #expect(done.count + failed.count == inputs.count)
    #expect(Dictionary((done + failed).map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first }) == inputs)
    #expect(failed.allSatisfy { $0.bytes.isEmpty }, "a healthy report was condemned: \(spool.reasons())")

    let records = spool.records
    #expect(records.count == done.count)
    for name in records {
      let record = try #require(JSONFields.record(Files.read("\(spool.root)/out/\(name)") ?? []), "\(name) is torn")
      #expect(record.id + ".json" == name)
    }
    #expect(Files.names(in: spool.root + "/out").filter { $0.hasSuffix(".md") }.count == 2 * records.count)
  }
}
