internal import Glibc

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
