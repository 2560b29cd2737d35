internal import Glibc
public import ServiceSetup

/// Asks a daemon that runs. Blocking, for commands.
public struct ControlClient: Sendable {
  private let place: ControlPlace

  /// A client of the daemon whose socket is at `place`.
  public init(place: ControlPlace) {
    self.place = place
  }

  /// Sends a request and waits for its reply, `seconds` at most; nil waits until the daemon ends. Returns nil when no
  /// daemon listens. Throws what the daemon refuses.
  public func ask(_ request: ControlRequest, within seconds: Int? = 30) throws(ServiceError) -> ControlReply? {
    let path = place.path()
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw failure(path, "make a socket for") }
    defer { close(descriptor) }
    signal(SIGPIPE, SIG_IGN)
    var patience = timeval(tv_sec: seconds ?? 0, tv_usec: 0)
    let length = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, length)
    patience = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, length)
    guard LocalAddress.with(path, { connect(descriptor, $0, $1) }) == 0 else {
      switch errno {
      case ENOENT, ECONNREFUSED, ENOTDIR: return nil
      default: throw failure(path, "connect to")
      }
    }
    // A daemon that refuses us answers and closes before it has read: then the reply counts, not the error.
    _ = Disk.write(try request.line(), to: descriptor)
    let line = read(descriptor)
    guard let reply = ControlReply.parse(line) else {
      throw ServiceError(
        .inputOutput, at: path, "The daemon did not answer\(line.isEmpty ? "" : " in words that are understood").",
        "Look into its log; dispaccio status tells whether it runs.")
    }
    if let error = reply.error { throw error }
    return reply
  }

  private func read(_ descriptor: Int32) -> [UInt8] {
    var line: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while line.count < ControlReply.longest {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return [] }
      line += piece[..<count]
      if let end = line.firstIndex(of: 10) { return Array(line[..<end]) }
    }
    return []
  }

  private func failure(_ path: String, _ operation: String) -> ServiceError {
    ServiceError(
      errno == EACCES || errno == EPERM ? .noPermission : .system, at: path,
      "Cannot \(operation) the daemon: \(Disk.reason(errno)).", "Ask as root or as the service's user.")
  }
}
