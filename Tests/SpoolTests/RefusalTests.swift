import DispaccioTestSupport
import Glibc
import Instrumentation
import Testing

@testable import Spool

/// Cases in which the machine says no. They mount file systems and need root.
@Suite(.serialized) struct RefusalTests {
  private static let mayMount = geteuid() == 0

  private func mounted(_ path: [UInt8], _ options: String, _ body: () async throws -> Void) async throws {
    let result = System.withName(path) { mount("tmpfs", $0, "tmpfs", 0, options) }
    guard result == 0 else { throw ScratchError(what: "mount: \(errno)") }
    do {
      try await body()
    } catch {
      _ = System.withName(path) { umount2($0, Int32(2)) }
      throw error
    }
    _ = System.withName(path) { umount2($0, Int32(2)) }
  }

  @Test(.enabled(if: mayMount, "Mounting a small tmpfs needs root."))
  func `a full disk pauses the spool, counts against no document, and is over when there is space`() async throws {
    let outer = try ScratchSpool()
    try await mounted(outer.root, "size=2m") {
      let scratch = try ScratchSpool(root: outer.root)
      try scratch.write("inbox/a.txt")
      let owner = Owner()
      let spool = try scratch.spool()
      spool.start(port: owner.port)
      let claimed = try #require(await owner.claimed.values(count: 1).first)
      #expect(throws: SpoolError.self) {
        try scratch.write(Array("filler".utf8), [UInt8](repeating: 1, count: 4 << 20))
      }
      spool.deliver(
        claimed,
        Delivery(
          id: [0x61], outputs: [.init(fileName: Array("a.json".utf8), bytes: [UInt8](repeating: 2, count: 100_000))])
      ) { owner.settled.add($0) }
      while spool.status().pauses.isEmpty { await spool.turns() }
      #expect(spool.status().pauses.keys.contains(.noSpace))
      #expect(scratch.list("work") == [claimed.ticket])
      #expect(scratch.list("failed") == [])
      try scratch.write("inbox/b.txt", "")
      await spool.turns()
      #expect(scratch.list("inbox") == ["b.txt"])
      _ = System.withName(scratch.path("filler")) { unlink($0) }
      guard case .committed = await owner.settled.values(count: 1).first else { throw ScratchError(what: "commit") }
      #expect(scratch.read("out/a.json")?.utf8.count == 100_000)
      #expect(scratch.events("spool_paused").count == 1)
      while scratch.events("spool_resumed").isEmpty { await spool.turns() }
      #expect(scratch.list("failed").count <= 1)
      #expect(scratch.instruments.metrics.reading(.documentsRetried(.system)) == 0)
      await spool.stopped()
    }
  }

  @Test(.enabled(if: mayMount, "Mounting a small tmpfs needs root."))
  func `without inodes a file stays in the inbox untouched`() async throws {
    let outer = try ScratchSpool()
    try await mounted(outer.root, "nr_inodes=30") {
      let scratch = try ScratchSpool(root: outer.root)
      let owner = Owner()
      let spool = try scratch.spool()
      spool.start(port: owner.port)
      _ = await owner.idle.values(count: 1)
      try scratch.makeFolder("fill")
      try scratch.write("inbox/.a.txt")
      var files = 0
      while (try? scratch.write("fill/\(files)", "")) != nil { files += 1 }
      try scratch.move("inbox/.a.txt", to: "inbox/a.txt")
      while spool.status().pauses.isEmpty { await spool.turns() }
      #expect(scratch.list("inbox") == ["a.txt"])
      #expect(scratch.list("work") == [])
      for number in 0..<files { _ = System.withName(scratch.path("fill/\(number)")) { unlink($0) } }
      #expect(await owner.claimed.values(count: 1).first?.attempts == 0)
      await spool.stopped()
    }
  }

  @Test(.enabled(if: mayMount, "Mounting a small tmpfs needs root."))
  func `less space than the reserve pauses before anything is claimed`() async throws {
    let outer = try ScratchSpool()
    try await mounted(outer.root, "size=2m") {
      let scratch = try ScratchSpool(root: outer.root)
      try scratch.write("inbox/a.txt")
      let owner = Owner()
      let spool = try scratch.spool { $0.minimumFreeBytes = 8 << 20 }
      spool.start(port: owner.port)
      while spool.status().pauses.isEmpty { await spool.turns() }
      #expect(spool.status().pauses[.lowSpace]?.contains("the reserve is 8388608") == true)
      #expect(owner.claimed.values.isEmpty)
      await spool.stopped()
    }
  }

  @Test(.enabled(if: mayMount, "Mounting a tmpfs needs root."))
  func `folders on two mounts are refused with a clear sentence`() async throws {
    let scratch = try ScratchSpool()
    try await mounted(scratch.path("done"), "size=1m") {
      do {
        _ = try scratch.spool()
        Issue.record("A spool on two mounts was accepted.")
      } catch let error as SpoolError {
        #expect(error.kind == .layout)
        #expect(error.description.contains("done") && error.description.contains("one file system"))
      }
    }
  }

  @Test(.enabled(if: mayMount, "A bind mount needs root."))
  func `two bind mounts of one file system are refused as well`() async throws {
    let scratch = try ScratchSpool()
    let done = scratch.path("done")
    let bindFlag: UInt = 4_096
    let bound = System.withName(done) { path in mount(path, path, nil, bindFlag, nil) }
    try #require(bound == 0)
    defer { _ = System.withName(done) { umount2($0, Int32(2)) } }
    do {
      _ = try scratch.spool()
      Issue.record("A spool on two mounts was accepted.")
    } catch let error as SpoolError {
      #expect(error.kind == .layout)
    }
  }

  @Test func `an output folder that goes away pauses, and coming back ends that`() async throws {
    let scratch = try ScratchSpool()
    try scratch.write("inbox/a.txt")
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    let claimed = try #require(await owner.claimed.values(count: 1).first)
    try scratch.move("out", to: "elsewhere")
    _ = System.withName(scratch.path("elsewhere/.tmp")) { rmdir($0) }
    spool.deliver(
      claimed, Delivery(id: [0x61], outputs: [.init(fileName: Array("a.json".utf8), bytes: [0x7b, 0x7d])])
    ) { owner.settled.add($0) }
    while spool.status().pauses.isEmpty { await spool.turns() }
    #expect(spool.status().pauses.keys.contains(.missingFolder))
    try scratch.makeFolder("out")
    guard case .committed = await owner.settled.values(count: 1).first else { throw ScratchError(what: "commit") }
    #expect(scratch.read("out/a.json") == "{}")
    await spool.stopped()
  }

  @Test func `what the machine refuses to read is offered again, uncounted`() async throws {
    let scratch = try ScratchSpool()
    try scratch.write("inbox/a.txt")
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    let claimed = try #require(await owner.claimed.values(count: 1).first)
    let error = SpoolError(operation: "reading", subject: claimed.path, code: EIO)
    #expect(await spool.gaveBack(claimed, error) == .kept)
    let again = try #require(await owner.claimed.values(count: 2).last)
    #expect(again.ticket == claimed.ticket && again.attempts == 0)
    #expect(scratch.events("spool_paused").first?.contains("reason=io_error") == true)
    #expect(scratch.events("spool_resumed").count == 1)
    await spool.stopped()
  }

  @Test func `an operator's pause holds until it is ended`() async throws {
    let scratch = try ScratchSpool()
    let owner = Owner()
    let spool = try scratch.spool()
    spool.start(port: owner.port)
    _ = await owner.idle.values(count: 1)
    spool.pause(message: "maintenance")
    await spool.turns()
    try scratch.write("inbox/a.txt")
    await spool.turns(20)
    #expect(owner.claimed.values.isEmpty)
    #expect(spool.status().pauses == [.operator: "maintenance"])
    spool.resume()
    _ = await owner.claimed.values(count: 1)
    await spool.stopped()
  }

  @Test func `a stop while the disk refuses leaves the item in work`() async throws {
    let scratch = try ScratchSpool()
    try scratch.write("inbox/a.txt")
    let owner = Owner()
    let spool = try scratch.spool { $0.probeInterval = .seconds(3_600) }
    spool.start(port: owner.port)
    let claimed = try #require(await owner.claimed.values(count: 1).first)
    try scratch.move("out", to: "elsewhere")
    spool.deliver(
      claimed, Delivery(id: [0x61], outputs: [.init(fileName: Array("a.json".utf8), bytes: [0x7b])])
    ) { owner.settled.add($0) }
    await spool.stopped()
    #expect(owner.settled.values == [.kept])
    #expect(scratch.list("work") == [claimed.ticket])
    #expect(scratch.list("elsewhere") == [])
  }
}
