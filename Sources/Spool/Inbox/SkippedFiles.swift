import Instrumentation

/// Remembers which files were left alone, so that each is told once and looked at again only when it has changed, or its
/// folder lets it go or no longer does.
struct SkippedFiles {
  private struct Mark: Equatable {
    let inode: UInt64
    let changed: Int64
    let mayLeave: Bool
  }

  private let limit: Int
  private var marks: [[UInt8]: (mark: Mark, pass: UInt32)] = [:]
  private var pass: UInt32 = 0

  init(limit: Int = 65_536) {
    self.limit = limit
  }

  var count: Int { marks.count }

  /// Whether this very file, unchanged, was left alone before. `mayLeave` tells whether files may be moved out of its
  /// folder, and is asked only of a file that is known.
  mutating func contains(_ path: [UInt8], _ trace: FileTrace, mayLeave: @autoclosure () -> Bool) -> Bool {
    guard let known = marks[path]?.mark, known.inode == trace.inode, known.changed == trace.changed,
      known.mayLeave == mayLeave()
    else { return false }
    marks[path]?.pass = pass
    return true
  }

  /// Remembers a file; true when that is news.
  mutating func insert(_ path: [UInt8], _ trace: FileTrace, mayLeave: Bool) -> Bool {
    if contains(path, trace, mayLeave: mayLeave) { return false }
    if marks.count < limit || marks[path] != nil {
      marks[path] = (Mark(inode: trace.inode, changed: trace.changed, mayLeave: mayLeave), pass)
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
