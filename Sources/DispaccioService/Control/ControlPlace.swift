internal import Glibc
internal import ServiceSetup

/// Where the control socket of a spool's daemon is.
///
/// Usually in the run-time folder (`--runtime-dir`, else `$RUNTIME_DIRECTORY`, else `/run/dispaccio`); where there is none, or
/// another daemon's socket is there, in the spool's `state/`. The daemon leaves the path in `state/control.path`, so that
/// a client of this spool finds this daemon.
struct ControlPlace: Sendable {
  static let socketName = "control.sock"
  static let pathName = "control.path"

  let spool: String
  let runtimeDirectory: String?

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

/// The address of a local socket.
enum LocalAddress {
  /// Calls `body` with the address of a path. A path that is too long for an address is reached by way of its folder's
  /// descriptor. Returns nil, with `errno` set, when that cannot be opened.
  static func with(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    let room = MemoryLayout.size(ofValue: sockaddr_un().sun_path)
    if path.utf8.count < room { return call(path, body) }
    guard let slash = path.lastIndex(of: "/") else { return -1 }
    let folder = open(String(path[..<slash]), O_PATH | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return -1 }
    defer { close(folder) }
    return call("/proc/self/fd/\(folder)\(path[slash...])", body)
  }

  private static let O_PATH: Int32 = 0x20_0000

  private static func call(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
