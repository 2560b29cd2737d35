internal import Glibc

/// Tells systemd how the daemon fares: datagrams to the socket that `$NOTIFY_SOCKET` names, as `sd_notify` sends them.
///
/// The protocol is a few lines of text in one datagram, so no library is linked for it. A message that cannot be sent is
/// dropped: whoever started the daemon then draws its own conclusions. Where nobody takes messages in, one that comes
/// again by itself is dropped at once, another one after a second. Safe on any thread.
public struct Notify: Sendable {
  private let descriptor: Int32
  private let address: [UInt8]

  /// Half of the time within which systemd wants to hear of us, in seconds; nil without a watchdog.
  public let watchdogInterval: Double?

  /// A sender for what the environment asks for; without `NOTIFY_SOCKET` every message is dropped.
  ///
  /// `variable` reads the environment. The watchdog counts only where `WATCHDOG_PID` names this process, or nobody.
  public init(variable: (String) -> String?) {
    var address: [UInt8] = []
    if let path = variable("NOTIFY_SOCKET"), path.hasPrefix("/") || path.hasPrefix("@") {
      address = Array(path.utf8)
      // An abstract socket's name begins with a NUL, which the environment cannot hold.
      if address.first == UInt8(ascii: "@") { address[0] = 0 }
    }
    let room = MemoryLayout.size(ofValue: sockaddr_un().sun_path)
    self.address = address.count <= room ? address : []
    descriptor = self.address.isEmpty ? -1 : socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var patience = timeval(tv_sec: 1, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    let isForUs = variable("WATCHDOG_PID").map { Int32($0) == getpid() } ?? true
    let microseconds = variable("WATCHDOG_USEC").flatMap { UInt64($0) }
    watchdogInterval = isForUs ? microseconds.map { Double($0) / 2_000_000 } : nil
  }

  /// A sender for this process's own environment.
  public init() {
    self.init { name in getenv(name).map { String(cString: $0) } }
  }

  /// The daemon takes reports now, or takes them again after a reload.
  public func ready(status: String) { send(["READY=1", "STATUS=\(status)"]) }

  /// One line for `systemctl status`.
  public func status(_ text: String) { send(["STATUS=\(text)"], isRepeated: true) }

  /// A reload has begun; `ready` ends it. systemd wants the moment with it, in microseconds of the monotonic clock.
  public func reloading(monotonicNanoseconds: UInt64) {
    send(["RELOADING=1", "MONOTONIC_USEC=\(monotonicNanoseconds / 1000)", "STATUS=reloading the pipelines"])
  }

  /// The daemon is alive and no stage is stuck.
  public func watchdog() { send(["WATCHDOG=1"], isRepeated: true) }

  /// The daemon drains and will end.
  public func stopping(status: String) { send(["STOPPING=1", "STATUS=\(status)"]) }

  private func send(_ lines: [String], isRepeated: Bool = false) {
    guard descriptor >= 0 else { return }
    let flags = Int32(isRepeated ? MSG_NOSIGNAL | MSG_DONTWAIT : MSG_NOSIGNAL)
    let message = Array(lines.joined(separator: "\n").utf8)
    var socketAddress = sockaddr_un()
    socketAddress.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &socketAddress.sun_path) { $0.copyBytes(from: address) }
    // An abstract name ends where the length says; a path ends with its NUL, which need not be counted.
    let length = socklen_t(MemoryLayout<sa_family_t>.size + address.count)
    withUnsafePointer(to: &socketAddress) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        _ = message.withUnsafeBytes {
          sendto(descriptor, $0.baseAddress, $0.count, flags, generic, length)
        }
      }
    }
  }
}
