internal import Glibc

/// The few plain file calls that settings, pipelines and the control socket need. The spool has its own, stricter ones.
public enum Disk {
  /// The content of the file at `path` (bytes, without a NUL).
  ///
  /// A file of more than `limit` bytes is an error of status `tooLarge`; what is no regular file (a FIFO would block, a
  /// folder has no bytes) is one of status `missingDocument`.
  public static func read(
    _ path: [UInt8], limit: Int, tooLarge: ExitStatus = .configuration
  ) throws(ServiceError) -> [UInt8] {
    let shown = display(path)
    let descriptor = terminated(path) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
    guard descriptor >= 0 else {
      throw ServiceError(
        errno == ENOENT ? .missingDocument : .inputOutput, at: shown, "Cannot open the file: \(reason(errno)).",
        "Check the name and your permission to read it.")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw ServiceError(
        .missingDocument, at: shown, "This is not a regular file.", "Name a file, or use - for standard input.")
    }
    return try read(descriptor, named: shown, limit: limit, tooLarge: tooLarge, expecting: Int(status.st_size))
  }

  /// All that can be read from standard input, at most `limit` bytes.
  public static func readStandardInput(limit: Int, tooLarge: ExitStatus) throws(ServiceError) -> [UInt8] {
    try read(STDIN_FILENO, named: "standard input", limit: limit, tooLarge: tooLarge, expecting: 65536)
  }

  /// The names in a folder in the order of their bytes, without `.` and `..`; nil if there is no such folder.
  public static func names(in folder: String) -> [[UInt8]]? {
    guard let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var names: [[UInt8]] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [46] && name != [46, 46] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Puts pieces of bytes, one behind the other, in the place of what is at `path`: written beside, brought to the disk
  /// and renamed. False if the disk refuses; then everything is as it was.
  @discardableResult
  static func lay(_ pieces: [[UInt8]], at path: String) -> Bool {
    let beside = "\(path).\(getpid()).new"
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { return false }
    let isWritten = pieces.allSatisfy { write($0, to: descriptor) } && fsync(descriptor) == 0
    close(descriptor)
    guard isWritten, rename(beside, path) == 0 else {
      unlink(beside)
      return false
    }
    return true
  }

  /// What stands at a path, links followed.
  public enum Kind: Sendable {
    /// Nothing that may be seen.
    case nothing
    /// A regular file.
    case file
    /// A folder.
    case folder
    /// A device, a FIFO, a socket.
    case other
  }

  /// What stands at `path`, links followed.
  public static func kind(of path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .nothing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// Size, inode and times of a file, links followed; the same text means the same content.
  public static func stamp(of path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { return "-" }
    return
      "\(status.st_size) \(status.st_ino) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) \(status.st_ctim.tv_sec).\(status.st_ctim.tv_nsec)"
  }

  /// Takes a file away; false if the disk refuses.
  static func remove(_ path: String) -> Bool { unlink(path) == 0 }

  /// The path that a symbolic link holds, or nil.
  public static func linkTarget(of path: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = readlink(path, &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }

  /// Replaces the file at `path` as a whole: readers see the old content or the new one.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(ServiceError) {
    let temporary = path + ".new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw ServiceError(.cannotCreate, at: temporary, "Cannot create the file: \(reason(errno)).", "Check the folder.")
    }
    let isWritten = write(bytes, to: descriptor)
    let cause = errno
    close(descriptor)
    guard isWritten, rename(temporary, path) == 0 else {
      let shown = reason(isWritten ? errno : cause)
      unlink(temporary)
      throw ServiceError(.inputOutput, at: path, "Cannot write the file: \(shown).", "Check the disk's free space.")
    }
  }

  /// Writes all `bytes` to a descriptor; false, with `errno` set, when that failed.
  public static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// The system's words for an error number.
  public static func reason(_ number: Int32) -> String {
    strerror(number).map { String(cString: $0) } ?? "error \(number)"
  }

  /// A path for messages: what is not UTF-8 or not printable as `\xNN`.
  public static func display(_ path: [UInt8]) -> String {
    if let text = String(validating: path, as: UTF8.self), !text.unicodeScalars.contains(where: { $0.value < 32 }) {
      return text
    }
    return path.map { byte in
      (32...126).contains(byte)
        ? String(UnicodeScalar(byte)) : "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  private static func read(
    _ descriptor: Int32, named shown: String, limit: Int, tooLarge: ExitStatus, expecting: Int
  ) throws(ServiceError) -> [UInt8] {
    let refusal = ServiceError(
      tooLarge, at: shown, "There are more than \(limit) bytes (class over_limit).",
      "Split it, or raise max_document_bytes.")
    guard expecting <= limit else { throw refusal }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expecting + 1)
    var chunk = [UInt8](repeating: 0, count: min(max(expecting + 1, 4096), 1 << 20))
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        throw ServiceError(.inputOutput, at: shown, "Reading failed: \(reason(errno)).", "Try again.")
      }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      guard bytes.count <= limit else { throw refusal }
    }
  }

  private static func terminated<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (path + [0]).withUnsafeBytes { raw in
      raw.withMemoryRebound(to: CChar.self) { buffer in
        buffer.baseAddress.map(body) ?? body("")
      }
    }
  }
}
