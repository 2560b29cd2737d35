/// A walk over the inbox and the folders below it, a slice at a time, so that the listing of a hundred thousand files is
/// never held.
struct InboxWalk: ~Copyable {
  enum Step {
    /// A name that is no folder.
    case entry(folder: [UInt8], name: [UInt8], kind: FileKind?)
    /// A folder that is about to be read: watch it now, before its names are listed, so that no file falls between.
    case folder([UInt8])
    /// A folder could not be read.
    case closed([UInt8], SpoolError)
    /// A folder lies too deep.
    case tooDeep([UInt8])
    case end
  }

  /// Whether it began at the inbox itself.
  let isFull: Bool
  private let depthLimit: Int
  private let ignore: IgnorePatterns
  private var folders: [[UInt8]]
  private var current: [UInt8] = []
  private var stream: DirectoryStream?

  init(from folder: [UInt8], ignore: IgnorePatterns, depthLimit: Int) {
    isFull = folder.isEmpty
    folders = [folder]
    self.ignore = ignore
    self.depthLimit = depthLimit
  }

  mutating func next(opening opener: inout InboxFolders, inbox: Folder) -> Step {
    while true {
      do throws(SpoolError) {
        guard let entry = try stream?.next() else {
          stream = nil
          guard let folder = folders.popLast() else { return .end }
          current = folder
          return .folder(folder)
        }
        if ignore.matches(entry.name) { continue }
        guard entry.kind == .folder else { return .entry(folder: current, name: entry.name, kind: entry.kind) }
        let path = InboxPath.joined(current, entry.name)
        if InboxPath.depth(path) > depthLimit { return .tooDeep(path) }
        folders.append(path)
      } catch {
        stream = nil
        return .closed(current, error)
      }
    }
  }

  /// Begins to read the folder that was announced last.
  mutating func enter(opening opener: inout InboxFolders, inbox: Folder) throws(SpoolError) {
    let folder = try opener.folder(current, in: inbox)
    stream = try DirectoryStream([0x2e], in: folder)
  }
}
