import DispaccioTestSupport
import Glibc
import Instrumentation
import Testing

@testable import Spool

/// Files that get a further name in the inbox: the kernel tells that the name appeared, and nothing more.
@Suite struct LinkingTests {
  /// A clock that nobody moves: no look through the inbox is due, so only the kernel's word can tell.
  private func started(_ scratch: ScratchSpool, settle: Duration) async throws -> (spool: Spool, owner: Owner) {
    let owner = Owner()
    let spool = try scratch.spool { $0.settle = settle }
    spool.start(port: owner.port)
    _ = await owner.idle.values(count: 1)
    return (spool, owner)
  }

  private func link(_ scratch: ScratchSpool, _ from: String, _ to: String) {
    let isLinked = System.withName(scratch.path(from)) { from in
      System.withName(scratch.path(to)) { Glibc.link(from, $0) }
    }
    #expect(isLinked == 0)
  }

  @Test(arguments: [true, false])
  func `a hard link is claimed without a scan, whether the name outside stays or goes`(stays: Bool) async throws {
    let scratch = try ScratchSpool(time: ManualTime())
    let (spool, owner) = try await started(scratch, settle: .zero)
    try scratch.write("outside.txt")
    link(scratch, "outside.txt", "inbox/linked.txt")
    if !stays { _ = System.withName(scratch.path("outside.txt")) { unlink($0) } }
    #expect(await owner.claimed.values(count: 1).map(\.name) == [Array("linked.txt".utf8)])
    await spool.stopped()
  }

  @Test func `a hard link settles like any other file`() async throws {
    let time = ManualTime()
    let scratch = try ScratchSpool(time: time)
    let (spool, owner) = try await started(scratch, settle: .seconds(2))
    try scratch.write("outside.txt")
    link(scratch, "outside.txt", "inbox/linked.txt")
    // What was told before this one has been seen by the time that this one is claimed.
    try scratch.drop("first.txt")
    #expect(await owner.claimed.values(count: 1).map(\.name) == [Array("first.txt".utf8)])
    time.advance(.seconds(2))
    spool.tick()
    #expect(await owner.claimed.values(count: 2).map(\.name).last == Array("linked.txt".utf8))
    await spool.stopped()
  }

  @Test func `a file that is being written is not looked at before it is closed`() async throws {
    let time = ManualTime()
    let scratch = try ScratchSpool(time: time)
    let (spool, owner) = try await started(scratch, settle: .seconds(2))
    do {
      let inbox = try System.openFolder(scratch.path("inbox"), in: nil)
      let file = try System.open(Array("slow.txt".utf8), in: inbox, for: .creating)
      try System.write(Array("Nove ".utf8), to: file, Array("slow.txt".utf8))
      try scratch.drop("first.txt")
      _ = await owner.claimed.values(count: 1)
      time.advance(.seconds(5))
      await spool.turns()
      #expect(owner.claimed.values.count == 1)
      try System.write(Array("morti.".utf8), to: file, Array("slow.txt".utf8))
    }
    try scratch.drop("second.txt")
    _ = await owner.claimed.values(count: 2)
    time.advance(.seconds(2))
    spool.tick()
    let slow = try #require(await owner.claimed.values(count: 3).last)
    #expect(try spool.read(slow) == Array("Nove morti.".utf8))
    await spool.stopped()
  }
}
