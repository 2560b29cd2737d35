import Glibc

/// The other end of `$NOTIFY_SOCKET`: what systemd would hear.
final class NotifySocket {
  let environmentValue: String
  private(set) var received: [String] = []
  private let descriptor: Int32

  /// Listens at a path, or under an abstract name where it begins with `@`.
  init(_ name: String) {
    environmentValue = name
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var bytes = Array(name.utf8)
    if bytes.first == UInt8(ascii: "@") { bytes[0] = 0 }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
    }
    precondition(result == 0, "cannot bind: errno \(errno)")
  }

  deinit { close(descriptor) }

  /// Waits for a message with this line; keeps all others in `received`.
  func await(_ line: String, seconds: Double = 60) throws {
    try Patience.until("\(line), after \(received)", seconds: seconds) {
      var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&wanted, 1, 200) > 0 else { return false }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = recv(descriptor, &buffer, buffer.count, 0)
      let message = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
      received.append(message)
      return message.split(separator: "\n").contains { $0 == line }
    }
  }
}
