import DispaccioTestSupport
import Glibc
import Testing

@testable import Spool

/// What a user other than root may not do. As root nothing is forbidden, so that these run only as somebody else
/// (`setpriv --reuid 65534 --regid 65534 --clear-groups …`).
@Suite struct PermissionTests {
  private static let isOrdinary = geteuid() != 0

  @Test(.enabled(if: isOrdinary, "Root may read everything."))
  func `an unreadable file stays with one warning and is taken once it may be read`() async throws {
    let scratch = try ScratchSpool()
    try scratch.write("inbox/secret.txt")
    _ = System.withName(scratch.path("inbox/secret.txt")) { chmod($0, 0) }
    try scratch.write("inbox/open.txt")
    let owner = Owner()
    let spool = try scratch.spool { $0.rescanInterval = .milliseconds(5) }
    spool.start(port: owner.port)
    _ = await owner.claimed.values(count: 1)
    await spool.turns(20)
    #expect(scratch.list("inbox") == ["secret.txt"])
    #expect(scratch.events("file_skipped").count == 1)
    #expect(scratch.events("file_skipped").first?.contains("reason=unreadable") == true)
    _ = System.withName(scratch.path("inbox/secret.txt")) { chmod($0, 0o600) }
    #expect(await owner.claimed.values(count: 2).last?.name == Array("secret.txt".utf8))
    await spool.stopped()
  }

  @Test(.enabled(if: isOrdinary, "Root may write everywhere."))
  func `a file in a folder that may not be written stays with one warning, and is taken once it may`() async throws {
    let scratch = try ScratchSpool()
    try scratch.makeFolder("inbox/locked")
    try scratch.makeFolder("inbox/closed")
    try scratch.write("inbox/locked/a.txt")
    _ = System.withName(scratch.path("inbox/locked")) { chmod($0, 0o555) }
    _ = System.withName(scratch.path("inbox/closed")) { chmod($0, 0) }
    let owner = Owner()
    let spool = try scratch.spool { $0.rescanInterval = .milliseconds(5) }
    spool.start(port: owner.port)
    while scratch.events("file_skipped").count < 2 { await spool.turns() }
    await spool.turns(20)
    #expect(scratch.events("file_skipped").count == 2)
    #expect(scratch.events("file_skipped").contains { $0.contains("name=locked/a.txt reason=unmovable") })
    #expect(scratch.events("file_skipped").contains { $0.contains("name=closed reason=closed_folder") })
    #expect(scratch.list("work") == [])
    _ = System.withName(scratch.path("inbox/locked")) { chmod($0, 0o755) }
    _ = System.withName(scratch.path("inbox/closed")) { chmod($0, 0o755) }
    #expect(await owner.claimed.values(count: 1).first?.name == Array("a.txt".utf8))
    await spool.stopped()
  }
}
