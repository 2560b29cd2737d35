/// An open file of one owner, closed when dropped.
///
/// Sendable notes: a descriptor is a number; the kernel serves calls on it from any thread.
struct Descriptor: ~Copyable, Sendable {
  let number: Int32

  init(_ number: Int32) {
    self.number = number
  }

  /// Closes the file and reports what only shows then (quota and network file systems do).
  consuming func close(_ subject: [UInt8]) throws(SpoolError) {
    let number = number
    discard self
    try System.close(number, subject)
  }

  deinit {
    System.closeQuietly(number)
  }
}

/// An open folder, shared by all who work in it and closed with the last of them.
final class Folder: Sendable {
  let number: Int32
  /// Its path, for messages.
  let display: [UInt8]

  init(_ number: Int32, display: [UInt8]) {
    self.number = number
    self.display = display
  }

  deinit {
    System.closeQuietly(number)
  }

  /// A name in this folder, for messages.
  func display(_ name: [UInt8]) -> [UInt8] {
    display.isEmpty ? name : display + [0x2f] + name
  }
}
