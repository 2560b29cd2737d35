/// Names that are not finished or not meant for us: they are left alone, and no word is lost about them.
public struct IgnorePatterns: Sendable, Equatable {
  /// Beginnings of names.
  public var prefixes: [[UInt8]]
  /// Ends of names, compared without regard to ASCII case.
  public var suffixes: [[UInt8]]
  /// Whole names, compared without regard to ASCII case.
  public var names: [[UInt8]]

  /// Patterns as text.
  public init(prefixes: [String], suffixes: [String], names: [String]) {
    self.prefixes = prefixes.map { Array($0.utf8) }
    self.suffixes = suffixes.map { Self.lowered(Array($0.utf8)) }
    self.names = names.map { Self.lowered(Array($0.utf8)) }
  }

  /// Hidden files, editors' and copiers' temporary names, and what desktop systems leave behind. Lock files of office
  /// programs (`.~lock.x#`), rsync's and Syncthing's names begin with a full stop.
  public static let standard = IgnorePatterns(
    prefixes: [".", "~$", "._"],
    suffixes: [
      "~", "#", ".part", ".partial", ".tmp", ".temp", ".swp", ".swx", ".crdownload", ".filepart", ".download",
    ],
    names: ["4913", "thumbs.db", "desktop.ini", "lost+found", "@eadir"])

  /// Adds patterns as people write them: `*.bak`, `draft-*`, or a whole name.
  public mutating func add(_ patterns: [String]) {
    for pattern in patterns {
      let text = Array(pattern.utf8)
      if text.first == 0x2a {
        suffixes.append(Self.lowered(Array(text.dropFirst())))
      } else if text.last == 0x2a {
        prefixes.append(Array(text.dropLast()))
      } else {
        names.append(Self.lowered(text))
      }
    }
  }

  /// Whether a file or folder of this name is left alone.
  public func matches(_ name: [UInt8]) -> Bool {
    if prefixes.contains(where: { name.starts(with: $0) }) { return true }
    let low = Self.lowered(name)
    return suffixes.contains { low.count >= $0.count && low.suffix($0.count).elementsEqual($0) } || names.contains(low)
  }

  private static func lowered(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
  }
}
