internal import Glibc

/// A listening socket that systemd made and passed on.
///
/// The daemon opens no network socket: its unit has no network at all, and the page needs none of that loosened.
public struct PassedSocket: Sendable {
  /// Why a socket that was passed is not used.
  public struct Refusal: Error, Sendable, CustomStringConvertible {
    /// What is wrong, and what to try.
    public let description: String
  }

  let descriptor: Int32

  /// The socket of the name `metrics` among those that were passed to this process; nil if there is none.
  ///
  /// `variable` reads the environment (`LISTEN_PID`, `LISTEN_FDS`, `LISTEN_FDNAMES`). Throws if the socket is bound to
  /// anything but a loopback address.
  public static func metrics(variable: (String) -> String?) throws(Refusal) -> PassedSocket? {
    guard variable("LISTEN_PID").flatMap({ Int32($0) }) == getpid(),
      let count = variable("LISTEN_FDS").flatMap({ Int($0) })
    else { return nil }
    let names = (variable("LISTEN_FDNAMES") ?? "").split(separator: ":", omittingEmptySubsequences: false)
    guard let position = names.prefix(max(0, count)).firstIndex(of: "metrics") else { return nil }
    // The first descriptor that is passed is number 3.
    return try PassedSocket(listening: Int32(3 + position))
  }

  /// A socket that listens already; throws if it is bound to anything but a loopback address.
  public init(listening descriptor: Int32) throws(Refusal) {
    guard Self.isLoopback(descriptor) else {
      throw Refusal(
        description: "The socket for the metrics page is not bound to a loopback address. "
          + "Write ListenStream=127.0.0.1:9464 in its unit.")
    }
    self.descriptor = descriptor
    Self.prepare(descriptor)
  }

  /// Makes a socket one that nothing waits for and no other program inherits.
  static func prepare(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
  }

  private static func isLoopback(_ descriptor: Int32) -> Bool {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let isNamed = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) == 0 }
    }
    guard isNamed else { return false }
    let family = Int32(storage.ss_family)
    return withUnsafeBytes(of: &storage) { bytes in
      switch family {
      case AF_INET: bytes[4] == 127
      case AF_INET6: bytes[8..<23].allSatisfy { $0 == 0 } && bytes[23] == 1
      default: false
      }
    }
  }
}
