import CLinux
import Glibc

/// Reads the names of a folder one by one, however many there are.
///
/// Sendable notes: a `DIR` belongs to one thread at a time; its owner reads it on one queue.
struct DirectoryStream: ~Copyable {
  /// A name, and what kind the folder says that it is; nil when it does not say.
  struct Entry {
    let name: [UInt8]
    let kind: FileKind?
  }

  private let stream: OpaquePointer
  private let display: [UInt8]

  /// Starts at the first name. The folder is opened anew, since a stream moves the position of its descriptor.
  init(_ name: [UInt8], in folder: Folder) throws(SpoolError) {
    let own = try System.openFolder(name, in: folder)
    let stream = try Self.open(own)
    display = own.display
    self.stream = stream
  }

  private static func open(_ folder: Folder) throws(SpoolError) -> OpaquePointer {
    let number = try System.call("opening the folder", folder.display) { fcntl(folder.number, F_DUPFD_CLOEXEC, 3) }
    if let stream = fdopendir(number) { return stream }
    let code = errno
    System.closeQuietly(number)
    throw SpoolError(operation: "reading the folder", subject: folder.display, code: code)
  }

  deinit {
    closedir(stream)
  }

  /// The next name but `.` and `..`; nil at the end.
  mutating func next() throws(SpoolError) -> Entry? {
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        let code = errno
        if code == 0 { return nil }
        throw SpoolError(operation: "reading the folder", subject: display, code: code)
      }
      guard let start = clinux_entry_name(entry) else { continue }
      let name = Array(UnsafeRawBufferPointer(start: start, count: strlen(start)))
      if name == [0x2e] || name == [0x2e, 0x2e] { continue }
      return Entry(name: name, kind: Self.kind(clinux_entry_kind(entry)))
    }
  }

  /// All names of a folder that is known to be small.
  static func names(_ name: [UInt8], in folder: Folder, limit: Int = 100_000) throws(SpoolError) -> [[UInt8]] {
    var stream = try DirectoryStream(name, in: folder)
    var names: [[UInt8]] = []
    while names.count < limit, let entry = try stream.next() { names.append(entry.name) }
    return names
  }

  private static func kind(_ number: Int32) -> FileKind? {
    switch Int(number) {
    case Int(DT_REG): .regular
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    case Int(DT_FIFO): .fifo
    case Int(DT_SOCK): .socket
    case Int(DT_CHR), Int(DT_BLK): .device
    default: nil
    }
  }
}
