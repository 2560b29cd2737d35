import CLinux
import Glibc

/// Every call of this module to the kernel, in one place: names are bytes, EINTR is handled here, and a failure is a
/// ``SpoolError`` that says what was being done to what.
enum System {
  /// Repeats a call that a signal interrupted; throws what it reports otherwise.
  @discardableResult
  static func call<Value: SignedInteger>(
    _ operation: String, _ subject: [UInt8], _ body: () -> Value
  ) throws(SpoolError) -> Value {
    while true {
      let value = body()
      if value != -1 { return value }
      let code = errno
      if code == EINTR { continue }
      throw SpoolError(operation: operation, subject: subject, code: code)
    }
  }

  /// Hands bytes over as a C string. A name of the kernel never has a NUL in it; of any other the rest is cut off.
  static func withName<Value>(_ name: [UInt8], _ body: (UnsafePointer<CChar>) -> Value) -> Value {
    body(name.map { CChar(bitPattern: $0) } + [0])
  }

  // MARK: - Opening and closing

  /// What a file is opened for.
  enum Purpose {
    /// Reading, without following a link and without waiting for the writer of a FIFO.
    case reading
    /// Writing a new file; one of this name is an error.
    case creating
    /// Writing at the end, made if it is not there.
    case appending
    /// A lock or a mark: made if it is not there, kept otherwise.
    case marking

    var flags: Int32 {
      switch self {
      case .reading: O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
      case .creating: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
      case .appending: O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW
      case .marking: O_RDWR | O_CREAT | O_NOFOLLOW
      }
    }
  }

  static func open(_ name: [UInt8], in folder: Folder, for purpose: Purpose) throws(SpoolError) -> Descriptor {
    Descriptor(
      try call("opening", folder.display(name)) {
        withName(name) { clinux_openat(folder.number, $0, purpose.flags | O_CLOEXEC, 0o640) }
      })
  }

  /// Opens a folder without following a link in its last part.
  static func openFolder(_ name: [UInt8], in folder: Folder?) throws(SpoolError) -> Folder {
    let display = folder?.display(name) ?? name
    let number = try call("opening the folder", display) {
      withName(name) {
        clinux_openat(folder?.number ?? AT_FDCWD, $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0)
      }
    }
    return Folder(number, display: display)
  }

  static func close(_ number: Int32, _ subject: [UInt8]) throws(SpoolError) {
    // After EINTR the descriptor is gone on Linux: closing again could hit another thread's file.
    if Glibc.close(number) != 0 && errno != EINTR {
      throw SpoolError(operation: "closing", subject: subject, code: errno)
    }
  }

  static func closeQuietly(_ number: Int32) {
    _ = Glibc.close(number)
  }

  // MARK: - Looking

  static func trace(_ name: [UInt8], in folder: Folder) throws(SpoolError) -> FileTrace {
    var status = stat()
    try call("looking at", folder.display(name)) {
      withName(name) { fstatat(folder.number, $0, &status, AT_SYMLINK_NOFOLLOW) }
    }
    return FileTrace(status)
  }

  static func trace(of descriptor: borrowing Descriptor, _ subject: [UInt8]) throws(SpoolError) -> FileTrace {
    var status = stat()
    let number = descriptor.number
    try call("looking at", subject) { fstat(number, &status) }
    return FileTrace(status)
  }

  static func trace(of folder: Folder) throws(SpoolError) -> FileTrace {
    var status = stat()
    try call("looking at", folder.display) { fstat(folder.number, &status) }
    return FileTrace(status)
  }

  /// Whether this process may read the file, by its effective user and groups.
  static func mayRead(_ name: [UInt8], in folder: Folder) -> Bool {
    withName(name) { faccessat(folder.number, $0, R_OK, AT_EACCESS) } == 0
  }

  /// Whether this process may move files out of the folder, as far as the folder's own rights tell.
  static func mayMoveFiles(from folder: Folder) -> Bool {
    faccessat(folder.number, ".", W_OK | X_OK, AT_EACCESS) == 0
  }

  /// Bytes and inodes free to this user; nil for inodes where the file system does not count them.
  static func freeSpace(of folder: Folder) throws(SpoolError) -> (bytes: Int, inodes: Int?) {
    var status = statvfs()
    try call("asking for free space of", folder.display) { fstatvfs(folder.number, &status) }
    return (
      Int(clamping: UInt64(status.f_bavail) &* UInt64(status.f_frsize)),
      status.f_files == 0 ? nil : Int(clamping: status.f_favail)
    )
  }

  /// Whether another machine may change files here without the kernel telling us.
  static func isRemote(_ folder: Folder) -> Bool {
    // NFS, SMB (three generations), FUSE, 9p, Ceph.
    let remote: Set<Int64> = [0x6969, 0x517b, 0xff53_4d42, 0xfe53_4d42, 0x6573_5546, 0x0102_1997, 0x00c3_6400]
    return remote.contains(clinux_file_system(folder.number))
  }

  // MARK: - Reading and writing

  /// Reads to the end, but no more than `limit` bytes and one.
  static func readAll(
    _ descriptor: borrowing Descriptor, expecting size: Int, limit: Int, _ subject: [UInt8]
  ) throws(SpoolError) -> [UInt8] {
    let number = descriptor.number
    var bytes: [UInt8] = []
    // One byte more than expected shows the end without a second round; files of /proc say that they have no bytes.
    var capacity = min(max(size + 1, 512), max(limit, 512) + 1)
    while true {
      var code: Int32 = 0
      let room = capacity - bytes.count
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        while count < room {
          let part = Glibc.read(number, buffer.baseAddress.map { $0 + count }, room - count)
          if part < 0 && errno == EINTR { continue }
          if part < 0 { code = errno }
          if part <= 0 { break }
          count += part
        }
      }
      if code != 0 { throw SpoolError(operation: "reading", subject: subject, code: code) }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      if piece.count < room || bytes.count > limit { return bytes }
      capacity = min(capacity * 2, limit + 1)
    }
  }

  /// The next bytes of a file, at most `count`; none at its end.
  static func readPiece(
    _ descriptor: borrowing Descriptor, count: Int, _ subject: [UInt8]
  ) throws(SpoolError) -> [UInt8] {
    let number = descriptor.number
    var piece = [UInt8](repeating: 0, count: count)
    let read = try call("reading", subject) {
      piece.withUnsafeMutableBytes { Glibc.read(number, $0.baseAddress, count) }
    }
    piece.removeLast(count - read)
    return piece
  }

  /// Sets where the next piece is read.
  static func skip(to offset: Int, of descriptor: borrowing Descriptor, _ subject: [UInt8]) throws(SpoolError) {
    let number = descriptor.number
    try call("reading", subject) { lseek(number, off_t(offset), SEEK_SET) }
  }

  static func write(_ bytes: [UInt8], to descriptor: borrowing Descriptor, _ subject: [UInt8]) throws(SpoolError) {
    let number = descriptor.number
    var done = 0
    while done < bytes.count {
      done += try call("writing", subject) {
        bytes.withUnsafeBytes { Glibc.write(number, $0.baseAddress.map { $0 + done }, bytes.count - done) }
      }
    }
  }

  /// The last byte of a file; nil when it is empty.
  static func lastByte(of descriptor: borrowing Descriptor, _ subject: [UInt8]) throws(SpoolError) -> UInt8? {
    let size = try trace(of: descriptor, subject).size
    let number = descriptor.number
    if size == 0 { return nil }
    var byte: UInt8 = 0
    return try call("reading", subject) { pread(number, &byte, 1, off_t(size - 1)) } == 1 ? byte : nil
  }

  /// Whether another process has the file open for writing; nil where the kernel will not tell us.
  static func hasWriter(_ descriptor: borrowing Descriptor) -> Bool? {
    let number = descriptor.number
    let (setSignal, setLease): (Int32, Int32) = (10, 1_024)
    // Who opens the file for writing while we hold the lease breaks it, and we get a signal: SIGIO, which would end the
    // process, unless another one is asked for. SIGURG is ignored by default.
    guard fcntl(number, setSignal, SIGURG) == 0 else { return nil }
    if fcntl(number, setLease, Int32(F_RDLCK)) == 0 {
      _ = fcntl(number, setLease, Int32(F_UNLCK))
      return false
    }
    return errno == EAGAIN ? true : nil
  }

  /// Makes a file's bytes durable. After a failure they are unknown: write the file anew, never sync it again.
  static func sync(_ descriptor: borrowing Descriptor, _ subject: [UInt8]) throws(SpoolError) {
    let number = descriptor.number
    try call("syncing", subject) { fsync(number) }
  }

  static func syncContents(_ descriptor: borrowing Descriptor, _ subject: [UInt8]) throws(SpoolError) {
    let number = descriptor.number
    try call("syncing", subject) { fdatasync(number) }
  }

  /// Makes a folder's names durable.
  static func sync(_ folder: Folder) throws(SpoolError) {
    try call("syncing the folder", folder.display) { fsync(folder.number) }
  }

  /// Makes all that was written to the file system of this folder durable.
  static func syncFileSystem(of folder: Folder) throws(SpoolError) {
    try call("syncing the file system of", folder.display) { clinux_syncfs(folder.number) }
  }
}

extension FileTrace {
  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .regular
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    case S_IFIFO: kind = .fifo
    case S_IFSOCK: kind = .socket
    default: kind = .device
    }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    links = Int(clamping: status.st_nlink)
    size = Int(status.st_size)
    modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
    changed = Int64(status.st_ctim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_ctim.tv_nsec)
  }
}
