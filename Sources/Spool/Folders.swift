import Instrumentation

/// The open folders of a spool. A new set is opened when one of them has been replaced.
struct Folders: Sendable {
  let root: Folder
  let inbox: Folder
  let work: Folder
  let deferred: Folder
  let failed: Folder
  let done: Folder
  let out: Folder
  let outgoing: Folder
  let ledger: Folder
  let state: Folder

  private static let names = ["inbox", "work", "deferred", "failed", "done", "out", "ledger", "state"]
  private static let temporary = Array(".tmp".utf8)
  static let probe = Array(".dispaccio-probe".utf8)
  /// The folder that is made in `work/` and taken away again to try whether that is possible.
  static let trial = Array("probe".utf8)

  /// Makes what is missing and opens all.
  static func prepared(at root: [UInt8]) throws(SpoolError) -> Folders {
    try System.ensureFolder(root, in: nil)
    let folder = try System.openFolder(root, in: nil)
    for name in names {
      // People of the drop group write into the inbox.
      try System.ensureFolder(Array(name.utf8), in: folder, mode: name == "inbox" ? 0o770 : 0o750)
    }
    // What is later made durable in a folder is lost with the folder's own name. Those that were there may be of a start
    // that was killed just before this.
    try System.sync(folder)
    return try Folders(root: folder)
  }

  /// Opens the folders below a root as they are now. None is made but `out/.tmp`: a folder that went away may have been
  /// a mount, and a new one in its place would hide that.
  init(root: Folder) throws(SpoolError) {
    self.root = root
    inbox = try System.openFolder(Array("inbox".utf8), in: root)
    work = try System.openFolder(Array("work".utf8), in: root)
    deferred = try System.openFolder(Array("deferred".utf8), in: root)
    failed = try System.openFolder(Array("failed".utf8), in: root)
    done = try System.openFolder(Array("done".utf8), in: root)
    out = try System.openFolder(Array("out".utf8), in: root)
    ledger = try System.openFolder(Array("ledger".utf8), in: root)
    state = try System.openFolder(Array("state".utf8), in: root)
    try System.ensureFolder(Self.temporary, in: out)
    outgoing = try System.openFolder(Self.temporary, in: out)
  }

  /// Whether the names still lead to the folders that are open.
  var areCurrent: Bool {
    for (name, folder) in [("inbox", inbox), ("out", out), ("work", work), ("done", done), ("failed", failed)] {
      guard let named = try? System.trace(Array(name.utf8), in: root), let open = try? System.trace(of: folder),
        named.inode == open.inode, named.device == open.device
      else { return false }
    }
    return true
  }

  /// Checks that items can be moved wherever they will have to be: one file system, and one mount of it. Two bind mounts
  /// of one file system have the same device number and still refuse a move, so each move is tried.
  func checkMoves() throws(SpoolError) {
    let device = try System.trace(of: root).device
    for folder in [inbox, work, deferred, failed, done, out, outgoing] {
      if try System.trace(of: folder).device != device { throw Self.layoutError(folder.display) }
    }
    let way = [inbox, work, deferred, work, failed, inbox, work, done, outgoing, out]
    for folder in way { System.removeQuietly(Self.probe, in: folder) }
    try System.write([], as: Self.probe, in: inbox, synced: false)
    for (from, to) in zip(way, way.dropFirst()) {
      do throws(SpoolError) {
        try System.rename(Self.probe, in: from, to: Self.probe, in: to)
      } catch {
        System.removeQuietly(Self.probe, in: from)
        throw error.kind == .layout ? Self.layoutError(to.display) : error
      }
    }
    System.removeQuietly(Self.probe, in: out)
  }

  private static func layoutError(_ path: [UInt8]) -> SpoolError {
    SpoolError(
      kind: .layout, operation: "checking", subject: EscapedName.text(path),
      reason: "files cannot be moved there from the other folders of the spool, since it is another mount",
      remedy: "Keep the whole spool on one file system and under one ReadWritePaths= entry.")
  }
}
