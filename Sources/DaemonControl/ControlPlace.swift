internal import Glibc
internal import ServiceSetup

/// Where the control socket of a spool's daemon is.
///
/// Usually in the run-time folder (`--runtime-dir`, else `$RUNTIME_DIRECTORY`, else `/run/dispaccio`); where there is none, or
/// another daemon's socket is there, in the spool's `state/`. The daemon leaves the path in `state/control.path`, so that
/// a client of this spool finds this daemon.
public struct ControlPlace: Sendable {
  static let socketName = "control.sock"
  static let pathName = "control.path"

  let spool: String
  let runtimeDirectory: String?

  /// The place for `spool`'s daemon; `runtimeDirectory` is what `--runtime-dir` says, if it is given.
  public init(spool: String, runtimeDirectory: String?) {
    self.spool = spool
    self.runtimeDirectory = runtimeDirectory
  }

  private var state: String { spool + "/state" }
  private var pathFile: String { "\(state)/\(Self.pathName)" }

  /// The folders to try, the first one first.
  var folders: [String] {
    if let runtimeDirectory { return [runtimeDirectory] }
    let granted = getenv("RUNTIME_DIRECTORY").map { String(cString: $0) }?.split(separator: ":").first.map(String.init)
    return [granted ?? "/run/dispaccio", state].filter { Disk.kind(of: $0) == .folder && access($0, W_OK) == 0 }
  }

  func isState(_ folder: String) -> Bool { folder == state }

  /// Leaves word of where the socket is.
  func tell(_ path: String) throws(ServiceError) {
    try Disk.replace(pathFile, with: Array((path + "\n").utf8))
  }

  func forget() { unlink(pathFile) }

  /// Where a client finds the socket.
  func path() -> String {
    if let runtimeDirectory { return "\(runtimeDirectory)/\(Self.socketName)" }
    let told = try? Disk.read(Array(pathFile.utf8), limit: 4096)
    let path = told.map { String(decoding: $0.prefix { $0 != 10 }, as: UTF8.self) }
    if let path { return path }
    // On a full disk no word could be left.
    let (usual, own) = ("/run/dispaccio/\(Self.socketName)", "\(state)/\(Self.socketName)")
    return Disk.kind(of: usual) == .nothing && Disk.kind(of: own) != .nothing ? own : usual
  }
}
