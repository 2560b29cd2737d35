internal import Glibc

/// Writes the rows of an import: to a file that appears as a whole, or to standard output.
public struct RowWriter: ~Copyable {
  private let path: String?
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isFinished = false

  /// Begins a table at `path`, or on standard output for nil; `comments` stand before its header, each behind a `#`.
  public init(path: String?, comments: [String]) throws(ImportError) {
    self.path = path
    if let path {
      descriptor = open(path + ".new", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else {
        throw ImportError(
          .inputOutput, file: path, "Making the file failed: \(String(cString: strerror(errno))).",
          "Check the folder, and your permission to write there.")
      }
    } else {
      descriptor = STDOUT_FILENO
    }
    for comment in comments { buffer += "# \(comment)\n".utf8 }
    buffer += (GazetteerRow.columns.joined(separator: "\t") + "\n").utf8
  }

  deinit {
    guard let path else { return }
    close(descriptor)
    if !isFinished { unlink(path + ".new") }
  }

  mutating func write(_ row: GazetteerRow) throws(ImportError) {
    row.append(to: &buffer)
    if buffer.count >= 1 << 18 { try flush() }
  }

  /// Writes a row that is a line already, its end included.
  mutating func write(line: [UInt8]) throws(ImportError) {
    buffer += line
    if buffer.count >= 1 << 18 { try flush() }
  }

  /// Writes what is left and puts the file in its place.
  public mutating func finish() throws(ImportError) {
    try flush()
    guard let path else { return }
    guard fsync(descriptor) == 0, rename(path + ".new", path) == 0 else { throw failure }
    isFinished = true
  }

  private mutating func flush() throws(ImportError) {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failure }
      rest = rest.dropFirst(count)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private var failure: ImportError {
    ImportError(
      .inputOutput, file: path ?? "standard output", "Writing rows failed: \(String(cString: strerror(errno))).",
      "Check the disk's free space.")
  }
}
