/// What kind of file a name stands for.
enum FileKind: Sendable, Equatable {
  case regular
  case folder
  case link
  case fifo
  case device
  case socket
}

/// What a look at a file shows: when two looks show the same, nobody has written in between.
struct FileTrace: Sendable, Equatable {
  let kind: FileKind
  let device: UInt64
  let inode: UInt64
  let size: Int
  /// Nanoseconds since 1970 of the last change of the contents.
  let modified: Int64
  /// Nanoseconds since 1970 of the last change of the contents or the inode.
  let changed: Int64
  /// How many names it has.
  var links = 1

  /// Whether the contents are the same ones. A rename touches the inode's time, so that one is left out.
  func hasSameContents(as other: FileTrace) -> Bool {
    device == other.device && inode == other.inode && size == other.size && modified == other.modified
  }
}
