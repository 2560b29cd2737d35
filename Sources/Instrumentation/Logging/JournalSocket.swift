internal import Glibc

/// Hands log messages to the journal with a field for each fact, so that `journalctl DISPACCIO_ID=…` finds a document.
///
/// One message is one datagram of the journal's own protocol; no library is linked for it. May be used from every thread.
public final class JournalSocket: Sendable {
  private let descriptor: Int32

  /// A connection to the journal that listens at `path`; nil if there is none.
  public init?(path: String = "/run/systemd/journal/socket") {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
    guard isConnected else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }

  /// Sends a message; false when the journal did not take it (it is gone, or the message is too long for a datagram).
  func send(_ message: [UInt8], priority: Int, event: String?, facts: Fields) -> Bool {
    var datagram: [UInt8] = []
    Self.append("MESSAGE", message, to: &datagram)
    Self.append("PRIORITY", Array(String(priority).utf8), to: &datagram)
    Self.append("SYSLOG_IDENTIFIER", Array("dispaccio".utf8), to: &datagram)
    if let event { Self.append("DISPACCIO_EVENT", Array(event.utf8), to: &datagram) }
    Self.append(facts, prefix: "DISPACCIO_", to: &datagram)
    return datagram.withUnsafeBytes {
      Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) == $0.count
    }
  }

  private static func append(_ facts: Fields, prefix: String, to datagram: inout [UInt8]) {
    for (key, value) in facts.entries {
      let name = prefix + fieldName(key)
      switch value {
      case .text(let text): append(name, Array(text.utf8), to: &datagram)
      case .integer(let number): append(name, Array(String(number).utf8), to: &datagram)
      case .milliseconds(let nanoseconds): append(name, Array(millisecondText(nanoseconds).utf8), to: &datagram)
      case .flag(let flag): append(name, Array((flag ? "true" : "false").utf8), to: &datagram)
      case .list(let list): append(name, Array(list.joined(separator: ",").utf8), to: &datagram)
      case .nested(let inner): append(inner, prefix: name + "_", to: &datagram)
      }
    }
  }

  /// The journal's names hold capitals, digits and `_` only.
  private static func fieldName(_ key: String) -> String {
    String(
      decoding: key.utf8.map { byte in
        switch byte {
        case 0x61...0x7a: byte - 0x20
        case 0x41...0x5a, 0x30...0x39: byte
        default: 0x5f
        }
      }, as: UTF8.self)
  }

  /// A value with a line end in it is sent with its length before it, any other as `NAME=value`.
  private static func append(_ name: String, _ value: [UInt8], to datagram: inout [UInt8]) {
    datagram += name.utf8
    if value.contains(0x0a) {
      datagram.append(0x0a)
      withUnsafeBytes(of: UInt64(value.count).littleEndian) { datagram += $0 }
    } else {
      datagram.append(0x3d)
    }
    datagram += value
    datagram.append(0x0a)
  }
}
