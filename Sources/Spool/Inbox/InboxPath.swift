/// Paths below the inbox, as bytes.
enum InboxPath {
  static func joined(_ folder: [UInt8], _ name: [UInt8]) -> [UInt8] {
    folder.isEmpty ? name : folder + [0x2f] + name
  }

  /// The folder part, empty for the inbox itself, and the name.
  static func split(_ path: [UInt8]) -> (folder: [UInt8], name: [UInt8]) {
    guard let slash = path.lastIndex(of: 0x2f) else { return ([], path) }
    return (Array(path[..<slash]), Array(path[(slash + 1)...]))
  }

  static func depth(_ folder: [UInt8]) -> Int {
    folder.isEmpty ? 0 : 1 + folder.count { $0 == 0x2f }
  }

  /// The first folder of a path, if it is in one.
  static func firstFolder(_ path: [UInt8]) -> [UInt8]? {
    path.firstIndex(of: 0x2f).map { Array(path[..<$0]) }
  }
}

/// Opens folders below the inbox part by part, so that no link on the way is followed; the last one stays open.
struct InboxFolders {
  private var last: (path: [UInt8], folder: Folder)?

  mutating func folder(_ path: [UInt8], in inbox: Folder) throws(SpoolError) -> Folder {
    if path.isEmpty { return inbox }
    if let last, last.path == path { return last.folder }
    var folder = inbox
    for part in path.split(separator: 0x2f) { folder = try System.openFolder(Array(part), in: folder) }
    last = (path, folder)
    return folder
  }

  /// Forgets what is open: a folder may have been replaced.
  mutating func forget() {
    last = nil
  }
}
