internal import Glibc

/// A file without a name, in `$TMPDIR` or `/tmp`; it is gone when it is let go, whatever happens.
final class ScratchFile {
  /// How many bytes it holds.
  private(set) var count = 0

  private let descriptor: Int32
  private let folder: String

  init() throws(ImportError) {
    folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/dispaccio-import-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Self.failure("Making a temporary file", in: folder) }
    unlink(template)
  }

  deinit { close(descriptor) }

  func append(_ bytes: [UInt8]) throws(ImportError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(count)) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw Self.failure("Writing a temporary file", in: folder) }
      rest = rest.dropFirst(written)
      count += written
    }
  }

  func bytes(at offset: Int, count: Int) throws(ImportError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let found = bytes.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
      }
      if found < 0 && errno == EINTR { continue }
      guard found > 0 else { throw Self.failure("Reading a temporary file", in: folder) }
      done += found
    }
    return bytes
  }

  private static func failure(_ action: String, in folder: String) -> ImportError {
    ImportError(
      .inputOutput, file: folder, "\(action) for sorting failed: \(String(cString: strerror(errno))).",
      "Free space there, or name another folder with TMPDIR.")
  }
}
