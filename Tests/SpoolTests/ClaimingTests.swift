import DispaccioTestSupport
import Dispatch
import Glibc
import Instrumentation
import Testing

@testable import Spool

@Suite struct ClaimingTests {
  @Test func `a claimed file lies in work under its own name with its record beside it`() async throws {
    let scratch = try ScratchSpool()
    try scratch.write("inbox/attentato a Gao.txt", "Nove morti.")
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    let claimed = try #require(await owner.claimed.values(count: 1).first)
    #expect(claimed.name == Array("attentato a Gao.txt".utf8))
    #expect(claimed.size == 11)
    #expect(claimed.pipeline == nil)
    #expect(scratch.list("inbox") == [])
    #expect(scratch.read("work/\(claimed.ticket)/original/attentato a Gao.txt") == "Nove morti.")
    let record = try #require(scratch.read("work/\(claimed.ticket)/item.json"))
    #expect(record.contains("\"received\":\"") && record.contains("\"path\":\"attentato a Gao.txt\""))
    #expect(try spool.read(claimed) == Array("Nove morti.".utf8))
    await spool.stopped()
  }

  @Test func `a file present at start must be at rest for the settle time, by our own watch`() async throws {
    let time = ManualTime()
    let scratch = try ScratchSpool(time: time)
    try scratch.write("inbox/a.txt")
    let owner = Owner()
    let spool = try scratch.spool { $0.settle = .seconds(2) }
    spool.start(port: owner.port)
    await spool.turns()
    #expect(owner.claimed.values.isEmpty)
    time.advance(.seconds(1))
    try scratch.write("inbox/a.txt", "testo, e ancora testo")
    time.advance(.seconds(1))
    await spool.turns()
    #expect(owner.claimed.values.isEmpty)
    time.advance(.seconds(2))
    await spool.turns()
    #expect(owner.claimed.values.map(\.size) == [21])
    await spool.stopped()
  }

  @Test func `a file moved into the inbox is claimed at once, one written there is not`() async throws {
    let scratch = try ScratchSpool()
    let owner = Owner()
    let spool = try scratch.spool { $0.settle = .seconds(3_600) }
    spool.start(port: owner.port)
    _ = await owner.idle.values(count: 1)
    try scratch.write("inbox/written.txt")
    try scratch.write("inbox/.moved", "x")
    try scratch.move("inbox/.moved", to: "inbox/moved.txt")
    let first = try #require(await owner.claimed.values(count: 1).first)
    #expect(first.name == Array("moved.txt".utf8))
    #expect(scratch.list("inbox") == ["written.txt"])
    await spool.stopped()
  }

  @Test func `without credit files stay in the inbox, and each credit takes one`() async throws {
    let scratch = try ScratchSpool()
    for number in 0..<5 { try scratch.write("inbox/\(number).txt") }
    let owner = Owner(credit: 2)
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    _ = await owner.claimed.values(count: 2)
    await spool.turns()
    #expect(scratch.list("inbox").count == 3)
    owner.give()
    spool.pump()
    _ = await owner.claimed.values(count: 3)
    await spool.turns()
    #expect(scratch.list("inbox").count == 2)
    await spool.stopped()
  }

  @Test func `a large file without credit lets small ones pass`() async throws {
    let scratch = try ScratchSpool()
    try scratch.write("inbox/a-large.txt", String(repeating: "x", count: 1_000))
    let owner = Owner(largeFrom: 1_000)
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    await spool.turns()
    for number in 0..<3 { try scratch.write("inbox/\(number).txt") }
    #expect(await owner.claimed.values(count: 3).allSatisfy { $0.size < 1_000 })
    #expect(scratch.list("inbox") == ["a-large.txt"])
    await spool.stopped()
  }

  @Test func `any name of bytes is claimed, delivered and kept`() async throws {
    let scratch = try ScratchSpool(isTalkative: true)
    let names: [[UInt8]] = [
      [0xff, 0xfe, 0x2e, 0x74], Array("due\nrighe".utf8), Array("item.json".utf8), Array("reason.json".utf8),
      Array("original".utf8), Array("-rf".utf8), [UInt8](repeating: 0x61, count: 255), Array("perche\u{301}".utf8),
      Array("perché".utf8), Array("con\t\"quote\"\\".utf8), Array("\u{202E}txt.exe".utf8), Array("a=b".utf8),
    ]
    for name in names { try scratch.write(Array("inbox/".utf8) + name, name) }
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    let claimed = await owner.claimed.values(count: names.count)
    #expect(Set(claimed.map(\.name)) == Set(names))
    for item in claimed {
      #expect(try spool.read(item) == item.name)
      #expect(
        ItemRecord(ticket: item.ticket, bytes: scratch.read(Array("work/\(item.ticket)/item.json".utf8)) ?? [])?.path
          == item.name)
      guard case .committed = await spool.delivered(item, id: "id-\(item.ticket)") else {
        throw ScratchError(what: "commit")
      }
    }
    #expect(scratch.done().count == names.count)
    for folder in scratch.done() {
      let name = try #require(
        try DirectoryStream.names(scratch.path("\(folder)/original"), in: try System.openFolder(scratch.root, in: nil))
          .first)
      #expect(scratch.read(Array("\(folder)/original/".utf8) + name) == name)
    }
    #expect(scratch.events("document_admitted").count == names.count)
    #expect(scratch.lines.lines.allSatisfy { !$0.contains("\n") })
    await spool.stopped()
  }

  @Test func `what is no regular file stays, with one warning each`() async throws {
    let scratch = try ScratchSpool()
    let inbox = scratch.path("inbox") + [0x2f]
    _ = System.withName(inbox + Array("fifo".utf8)) { mkfifo($0, 0o600) }
    _ = System.withName(inbox + Array("dangling".utf8)) { symlink("nowhere", $0) }
    _ = System.withName(inbox + Array("shadow".utf8)) { symlink("/etc/shadow", $0) }
    _ = System.withName(inbox + Array("loop".utf8)) { symlink("loop", $0) }
    try scratch.makeFolder("inbox/empty folder")
    try scratch.write("inbox/good.txt")
    let owner = Owner()
    let spool = try scratch.spool { $0.rescanInterval = .milliseconds(5) }
    spool.start(port: owner.port)
    _ = await owner.claimed.values(count: 1)
    await spool.turns(20)
    for name in ["fifo", "dangling", "shadow", "loop"] {
      #expect(scratch.events("file_skipped").count { $0.contains("name=\(name) ") } == 1)
    }
    #expect(scratch.list("inbox").count == 5)
    #expect(owner.claimed.values.count == 1)
    await spool.stopped()
  }

  @Test func `an empty file and one over the limit go to failed unread, with their reasons`() async throws {
    let scratch = try ScratchSpool()
    try scratch.write("inbox/empty.txt", "")
    try scratch.write("inbox/big.txt", String(repeating: "x", count: 101))
    let owner = Owner(credit: 0)
    let spool = try scratch.spool { $0.maximumDocumentBytes = 100 }
    spool.start(port: owner.port)
    while scratch.list("failed").count < 2 || !scratch.list("work").isEmpty { await spool.turns() }
    let reasons = scratch.list("failed").compactMap { scratch.read("failed/\($0)/reason.json") }.sorted()
    #expect(reasons.count == 2)
    #expect(reasons[0].hasPrefix("{\"class\":\"empty\"") && reasons[1].hasPrefix("{\"class\":\"over_limit\""))
    #expect(scratch.events("document_rejected").count == 2)
    #expect(owner.claimed.values.isEmpty)
    await spool.stopped()
  }

  @Test func `the first folder selects a pipeline, others are walked`() async throws {
    let scratch = try ScratchSpool()
    for folder in ["inbox/disasters", "inbox/agency", "inbox/agency/deep"] { try scratch.makeFolder(folder) }
    for file in ["disasters/a.txt", "agency/b.txt", "agency/deep/c.txt", "d.txt"] { try scratch.write("inbox/\(file)") }
    let owner = Owner()
    let spool = try scratch.spool { $0.pipelines = ["disasters"] }
    spool.start(port: owner.port)
    let claimed = await owner.claimed.values(count: 4)
    let found = Dictionary(
      uniqueKeysWithValues: claimed.map { (String(decoding: $0.path, as: UTF8.self), $0.pipeline ?? "-") })
    #expect(found == ["disasters/a.txt": "disasters", "agency/b.txt": "-", "agency/deep/c.txt": "-", "d.txt": "-"])
    await spool.stopped()
  }

  @Test func `a folder moved in with files inside is found without waiting for a scan`() async throws {
    let scratch = try ScratchSpool()
    let owner = Owner()
    let spool = try scratch.spool { $0.rescanInterval = .seconds(3_600) }
    spool.start(port: owner.port)
    _ = await owner.idle.values(count: 1)
    try scratch.makeFolder("work/../tree")
    try scratch.makeFolder("tree/inner")
    try scratch.write("tree/inner/a.txt")
    try scratch.move("tree", to: "inbox/tree")
    #expect(await owner.claimed.values(count: 1).first?.path == Array("tree/inner/a.txt".utf8))
    try scratch.write("inbox/tree/inner/b.txt")
    #expect(await owner.claimed.values(count: 2).last?.path == Array("tree/inner/b.txt".utf8))
    await spool.stopped()
  }

  @Test func `a ready mark is waited for and cleared away`() async throws {
    let scratch = try ScratchSpool()
    try scratch.write("inbox/a.txt")
    let owner = Owner()
    let spool = try scratch.spool { $0.readySuffix = Array(".ready".utf8) }
    spool.start(port: owner.port)
    // A file without its mark keeps nobody busy.
    #expect(await owner.idle.values(count: 1) == [true])
    #expect(owner.claimed.values.isEmpty)
    try scratch.write("inbox/a.txt.ready", "")
    #expect(await owner.claimed.values(count: 1).first?.name == Array("a.txt".utf8))
    #expect(scratch.list("inbox") == [])
    await spool.stopped()
  }

  @Test func `lost watch events force a scan that finds every file`() async throws {
    let scratch = try ScratchSpool()
    let owner = Owner()
    let spool = try scratch.spool { $0.rescanInterval = .seconds(3_600) }
    spool.start(port: owner.port)
    _ = await owner.idle.values(count: 1)
    let limit = scratchNumber("/proc/sys/fs/inotify/max_queued_events")
    try #require(limit > 0 && limit < 100_000)
    // While the queue stands still nobody reads the events. Two events a file: made, and closed.
    spool.claims.queue.suspend()
    let files = limit / 2 + 100
    for number in 0..<files { try scratch.write("inbox/\(number).txt", "x") }
    spool.claims.queue.resume()
    #expect(await owner.claimed.values(count: files).count == files)
    #expect(scratch.events("watch_overflowed").count == 1)
    #expect(scratch.instruments.metrics.reading(.watchOverflows) == 1)
    await spool.stopped()
  }

  @Test func `an inbox larger than what is remembered is worked through`() async throws {
    let scratch = try ScratchSpool()
    for number in 0..<2_000 { try scratch.write("inbox/\(number).txt", "x") }
    let owner = Owner()
    let spool = try scratch.spool { $0.candidateLimit = 50 }
    spool.start(port: owner.port)
    let claimed = await owner.claimed.values(count: 2_000)
    #expect(Set(claimed.map(\.name)).count == 2_000)
    #expect(spool.status().candidates <= 50)
    await spool.stopped()
  }

  @Test func `an inbox that is removed and made again is watched again`() async throws {
    let scratch = try ScratchSpool()
    let owner = Owner()
    let spool = try scratch.spool { $0.rescanInterval = .milliseconds(10) }
    spool.start(port: owner.port)
    _ = await owner.idle.values(count: 1)
    try scratch.move("inbox", to: "old")
    try scratch.makeFolder("inbox")
    try scratch.write("inbox/a.txt")
    #expect(await owner.claimed.values(count: 1).first?.name == Array("a.txt".utf8))
    await spool.stopped()
  }

  private func scratchNumber(_ path: String) -> Int {
    guard let root = try? System.openFolder([0x2f], in: nil),
      let bytes = try? System.read(Array(path.dropFirst().utf8), in: root, limit: 64)
    else { return 0 }
    return Int(String(decoding: bytes.prefix { $0 != 0x0a }, as: UTF8.self)) ?? 0
  }
}
