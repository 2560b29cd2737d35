import Instrumentation

/// Remembers which files were left alone, so that each is told once and looked at again only when it has changed.
struct SkippedFiles {
  private struct Mark: Equatable {
    let inode: UInt64
    let changed: Int64
  }

  private let limit: Int
  private var marks: [[UInt8]: (mark: Mark, pass: UInt32)] = [:]
  private var pass: UInt32 = 0

  init(limit: Int = 65_536) {
    self.limit = limit
  }

  var count: Int { marks.count }

  /// Whether this very file, unchanged, was left alone before.
  mutating func contains(_ path: [UInt8], _ trace: FileTrace) -> Bool {
    guard let known = marks[path], known.mark == Mark(inode: trace.inode, changed: trace.changed) else { return false }
    marks[path]?.pass = pass
    return true
  }

  /// Remembers a file; true when that is news.
  mutating func insert(_ path: [UInt8], _ trace: FileTrace) -> Bool {
    if contains(path, trace) { return false }
    if marks.count < limit || marks[path] != nil {
      marks[path] = (Mark(inode: trace.inode, changed: trace.changed), pass)
    }
    return true
  }

  mutating func passBegan() {
    pass &+= 1
  }

  /// Forgets the files that a whole pass has not met.
  mutating func passEnded() {
    marks = marks.filter { $0.value.pass == pass }
  }
}
