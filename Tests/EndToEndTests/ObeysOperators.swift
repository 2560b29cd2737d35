import Glibc
import Testing

@Suite struct ObeysOperators {
  private let spool = ScratchSpool()

  /// Runs a verb on the spool; returns its status, what it printed and what it complained of.
  private func verb(_ arguments: String...) throws -> (status: Int32, output: String, complaint: String) {
    let output = "\(spool.scratch)/verb"
    let process = try ChildProcess(
      [Built.dispaccio] + arguments + ["--config", "/dev/null", "--spool", spool.root], output: output)
    let status = try process.exitStatus()
    return (status, Files.text(output + ".out"), process.errorText)
  }

  @Test func `a running daemon tells how it fares, pauses, goes on and drains`() throws {
    let (daemon, _) = try spool.startReady()
    #expect(try verb("status").output.contains("runs as process \(daemon.identifier)"))
    #expect(try verb("pause", "--reason", "lunch").status == 0)
    spool.drop("a.txt", Reports.acharan)
    try Patience.until("the report is known") { try verb("status", "--json").output.contains("\"inbox\":1") }
    #expect(try verb("status").output.contains("paused (operator): lunch"))
    #expect(spool.records.isEmpty)
    #expect(try verb("list", "inbox").output.contains("a.txt"))
    #expect(try verb("resume").status == 0)
    try Patience.until("a record") { spool.records.count == 1 }
    #expect(try verb("fsck").status == 75)
    #expect(try verb("drain").status == 0)
    #expect(try daemon.exitStatus() == 0)
    #expect(!Files.exists(Array("\(spool.root)/state/control.sock".utf8)))
  }

  @Test func `without a daemon the verbs that need one end with 69, the others work on the spool`() throws {
    #expect(try spool.start("once", ["--settle", "0", "--empty-grace", "0"]).exitStatus() == 0)
    for name in ["reload", "drain", "status"] { #expect(try verb(name).status == 69) }
    #expect(try verb("list", "failed").status == 1)
    #expect(try verb("retry", "--all").status == 1)
    #expect(try verb("retry").status == 64)
    spool.drop("empty.txt", "")
    #expect(try spool.start("once", ["--settle", "0", "--empty-grace", "0"]).exitStatus() == 1)
    let listed = try verb("list", "failed", "--json", "--class", "empty").output
    let ticket = try #require(JSONFields.string("ticket", in: listed))
    #expect(try verb("retry", "--dry-run", ticket).output == ticket + "\n")
    #expect(try verb("retry", ticket).status == 0)
    #expect(try verb("list", "deferred").output.contains(ticket))
    #expect(try verb("drop", ticket, "--reason", "a test").status == 0)
    #expect(try verb("list", "done").output.contains("dropped: a test"))
    #expect(try verb("fsck").status == 0)
  }

  @Test func `a pause outlives restarts, and can be given while no daemon runs`() throws {
    let (first, _) = try spool.startReady()
    #expect(try verb("pause", "--reason", "lunch").status == 0)
    first.send(SIGKILL)
    _ = try first.exitStatus()
    spool.drop("a.txt", Reports.acharan)
    let (second, _) = try spool.startReady()
    #expect(try verb("status").output.contains("paused (operator): lunch"))
    second.send(SIGTERM)
    #expect(try second.exitStatus() == 0)
    #expect(try verb("status").output.contains("paused: lunch"))
    let once = try spool.start("once", ["--settle", "0"])
    #expect(try once.exitStatus() == 75)
    #expect(once.errorText.contains("dispaccio resume"))
    #expect(spool.records.isEmpty)
    #expect(try verb("resume").status == 0)
    #expect(try verb("resume").status == 0)
    #expect(try verb("pause").status == 0)
    #expect(try verb("resume").status == 0)
    #expect(try spool.start("once", ["--settle", "0"]).exitStatus() == 0)
    #expect(spool.records.count == 1)
  }

  @Test func `a second arrival is reported, not worked on again, and reprocess does it all the same`() throws {
    let (daemon, _) = try spool.startReady()
    spool.drop("a.txt", Reports.acharan)
    // It is known once its original lies in done/ as well.
    try Patience.until("a delivery") { daemon.errorText.contains("outcome=written") }
    let record = "\(spool.root)/out/\(spool.records[0])"
    let before = Files.read(record)
    spool.drop("a.txt", Reports.acharan)
    try Patience.until("a duplicate") { daemon.errorText.contains("outcome=duplicate") }
    spool.drop("b.txt", Reports.acharan)
    func ledger() -> String {
      Files.names(in: spool.root + "/ledger").map { Files.text("\(spool.root)/ledger/\($0)") }.joined()
    }
    try Patience.until("a line for the other name") { ledger().contains("\"same_bytes_as\":\"a--") }
    #expect(ledger().contains("\"outcome\":\"duplicate\""))
    #expect(spool.originals(in: "done").count == 3)
    Files.write("by hand\n", to: record)
    #expect(try verb("reprocess", "--since", "1h").output.split(separator: "\n").count == 3)
    try Patience.until("the record is made again") { Files.read(record) == before }
    daemon.send(SIGTERM)
    #expect(try daemon.exitStatus() == 0)
  }

  @Test func `a reload that is refused ends with 78 and says where`() throws {
    let pipelines = spool.makeSmallPipeline()
    let settings = pipelines + "/conflict/pipeline.toml"
    Files.write("name = \"conflict\"\nversion = \"1\"\n", to: settings)
    let (daemon, _) = try spool.startReady(pipelines: pipelines)
    #expect(try verb("reload", "--wait").status == 0)
    Files.write("name = \"conflict\"\nversion = 1\n", to: settings)
    let refused = try verb("reload", "--wait")
    #expect(refused.status == 78)
    #expect(refused.complaint.contains("pipeline.toml:2:"))
    daemon.send(SIGTERM)
    #expect(try daemon.exitStatus() == 0)
  }

  @Test func `rules edited on disk are loaded by themselves when that is wished`() throws {
    let pipelines = spool.makeSmallPipeline()
    let settings = pipelines + "/conflict/pipeline.toml"
    Files.write("name = \"conflict\"\nversion = \"1\"\n", to: settings)
    let file = spool.scratch + "/dispaccio.toml"
    Files.write("watch_pipelines = true\n", to: file)
    let daemon = try ChildProcess(
      [Built.dispaccio, "run", "--config", file, "--spool", spool.root, "--pipelines", pipelines],
      output: spool.scratch + "/watching")
    try Patience.until("the daemon is ready") { daemon.errorText.contains("service_ready") }
    Files.write("name = \"conflict\"\nversion = \"2\"\n", to: settings)
    try Patience.until("a reload") { daemon.errorText.contains("configuration_reloaded") }
    #expect(try verb("status").output.contains("conflict 2"))
    daemon.send(SIGTERM)
    #expect(try daemon.exitStatus() == 0)
  }

  @Test func `a socket left by a crash, garbage and a crowd of idle clients keep nobody out`() throws {
    let (first, _) = try spool.startReady()
    first.send(SIGKILL)
    _ = try first.exitStatus()
    #expect(try verb("status").status == 69)
    let (daemon, _) = try spool.startReady()
    let path = "\(spool.root)/state/control.sock"
    let idle = (0..<40).map { _ in LocalClient(path) }
    let rude = LocalClient(path)
    rude.send([UInt8](repeating: 0x78, count: 100_000) + [10])
    // The idle ones are let go after five seconds.
    try Patience.until("an answer in spite of them", seconds: 20) { try verb("status").status == 0 }
    spool.drop("a.txt", Reports.acharan)
    try Patience.until("a record") { spool.records.count == 1 }
    withExtendedLifetime(idle) {}
    daemon.send(SIGTERM)
    #expect(try daemon.exitStatus() == 0)
  }

  @Test(.enabled(if: geteuid() == 0, "needs root, to be somebody else"))
  func `a stranger is refused with 77, even if the socket lets him in`() throws {
    let runtime = spool.scratch + "/run"
    mkdir(runtime, 0o755)
    chmod(spool.scratch, 0o755)
    let (daemon, _) = try spool.startReady(["--runtime-dir", runtime])
    let status = [
      "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", Built.dispaccio, "status", "--config", "/dev/null",
      "--spool", spool.root, "--runtime-dir", runtime,
    ]
    try #require(access(Built.dispaccio, X_OK) == 0)
    #expect(try ChildProcess(status, output: spool.scratch + "/stranger").exitStatus() == 77)
    chmod(runtime + "/control.sock", 0o666)
    let stranger = try ChildProcess(status, output: spool.scratch + "/stranger2")
    #expect(try stranger.exitStatus() == 77)
    #expect(stranger.errorText.contains("may not steer"))
    daemon.send(SIGTERM)
    #expect(try daemon.exitStatus() == 0)
  }
}

/// A client that says what it likes.
private final class LocalClient {
  private let descriptor: Int32

  init(_ path: String) {
    descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
    _ = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }

  deinit { close(descriptor) }

  func send(_ bytes: [UInt8]) {
    _ = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
  }
}
