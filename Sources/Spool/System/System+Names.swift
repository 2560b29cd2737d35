import CLinux
import Glibc
import Instrumentation

extension System {
  // MARK: - Names in folders

  static func makeFolder(_ name: [UInt8], in folder: Folder?, mode: UInt32 = 0o750) throws(SpoolError) {
    let display = folder?.display(name) ?? name
    try call("making the folder", display) { withName(name) { mkdirat(folder?.number ?? AT_FDCWD, $0, mode) } }
  }

  /// Makes a folder unless it is there; true when it was made.
  @discardableResult
  static func ensureFolder(_ name: [UInt8], in folder: Folder?, mode: UInt32 = 0o750) throws(SpoolError) -> Bool {
    do {
      try makeFolder(name, in: folder, mode: mode)
      return true
    } catch {
      if error.code == EEXIST { return false }
      throw error
    }
  }

  static func rename(
    _ name: [UInt8], in folder: Folder, to newName: [UInt8], in newFolder: Folder, replacing: Bool = true
  ) throws(SpoolError) {
    try call("moving \(EscapedName.text(folder.display(name))) to", newFolder.display(newName)) {
      withName(name) { from in
        withName(newName) { to in
          replacing
            ? renameat(folder.number, from, newFolder.number, to)
            : clinux_renameat2(folder.number, from, newFolder.number, to, CLINUX_RENAME_NOREPLACE)
        }
      }
    }
  }

  static func remove(_ name: [UInt8], in folder: Folder) throws(SpoolError) {
    try call("removing", folder.display(name)) { withName(name) { unlinkat(folder.number, $0, 0) } }
  }

  static func removeFolder(_ name: [UInt8], in folder: Folder) throws(SpoolError) {
    try call("removing the folder", folder.display(name)) {
      withName(name) { unlinkat(folder.number, $0, AT_REMOVEDIR) }
    }
  }

  /// Removes a file if it is there; true unless something else stopped it.
  @discardableResult
  static func removeQuietly(_ name: [UInt8], in folder: Folder) -> Bool {
    withName(name) { unlinkat(folder.number, $0, 0) } == 0 || errno == ENOENT
  }

  // MARK: - Whole small files

  static func write(
    _ bytes: [UInt8], as name: [UInt8], in folder: Folder, synced: Bool
  ) throws(SpoolError) {
    let subject = folder.display(name)
    let file = try open(name, in: folder, for: .creating)
    try write(bytes, to: file, subject)
    if synced { try sync(file, subject) }
    try file.close(subject)
  }

  /// Puts a small file in the place of another one: who looks sees the old one or the new one, after a power cut too.
  static func replace(_ name: [UInt8], with bytes: [UInt8], in folder: Folder) throws(SpoolError) {
    let fresh = name + Array(".new".utf8)
    removeQuietly(fresh, in: folder)
    try write(bytes, as: fresh, in: folder, synced: true)
    try rename(fresh, in: folder, to: name, in: folder)
  }

  static func read(_ name: [UInt8], in folder: Folder, limit: Int) throws(SpoolError) -> [UInt8] {
    let subject = folder.display(name)
    let file = try open(name, in: folder, for: .reading)
    let trace = try trace(of: file, subject)
    guard trace.kind == .regular else {
      throw SpoolError(
        kind: .notRegular, operation: "reading", subject: EscapedName.text(subject), reason: "not a regular file")
    }
    return try readAll(file, expecting: trace.size, limit: limit, subject)
  }

  // MARK: - Locks

  /// Takes a lock that lasts until the descriptor is closed; false when another process has it.
  static func lock(_ descriptor: borrowing Descriptor, _ subject: [UInt8]) throws(SpoolError) -> Bool {
    let number = descriptor.number
    do {
      try call("locking", subject) { flock(number, LOCK_EX | LOCK_NB) }
      return true
    } catch {
      if error.code == EWOULDBLOCK { return false }
      throw error
    }
  }

  /// As root, goes on as the owner of a folder, so that nothing that is written then is root's; nothing for anybody else.
  /// It holds for the whole process.
  static func actAsOwner(of folder: Folder) throws(SpoolError) {
    guard geteuid() == 0 else { return }
    var status = stat()
    try call("looking at", folder.display) { fstat(folder.number, &status) }
    let (user, group) = (status.st_uid, status.st_gid)
    if user == 0 { return }
    try call("acting as the owner of", folder.display) { setegid(group) }
    try call("acting as the owner of", folder.display) { seteuid(user) }
  }

  static func truncate(_ descriptor: borrowing Descriptor, _ subject: [UInt8]) throws(SpoolError) {
    let number = descriptor.number
    try call("emptying", subject) { ftruncate(number, 0) }
  }

  static var processNumber: Int { Int(getpid()) }
}
