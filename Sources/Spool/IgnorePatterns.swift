/// Names that are not finished or not meant for us: they are left alone, folders are not walked into, and no word is lost
/// about them.
public struct IgnorePatterns: Sendable, Equatable {
  /// A pattern with one asterisk: what a name begins with and what it ends in.
  private struct Ends: Equatable {
    let prefix: [UInt8]
    let suffix: [UInt8]

    func matches(_ name: [UInt8]) -> Bool {
      // The two may not overlap: `#*#` is no lonely `#`.
      name.count >= prefix.count + suffix.count && name.starts(with: prefix)
        && name.suffix(suffix.count).elementsEqual(suffix)
    }
  }

  private var names: Set<[UInt8]> = []
  private var ends: [Ends] = []

  /// Patterns as people write them: `*.bak`, `draft-*`, `#*#`, or a whole name. ASCII case makes no difference. Names that
  /// begin with a full stop are left alone in any case: a report that is being written bears such a one.
  public init(_ patterns: [String] = []) {
    add(patterns)
  }

  /// Adds patterns as people write them.
  public mutating func add(_ patterns: [String]) {
    for pattern in patterns {
      let text = Self.lowered(Array(pattern.utf8))
      if let star = text.firstIndex(of: 0x2a) {
        ends.append(Ends(prefix: Array(text[..<star]), suffix: Array(text[(star + 1)...])))
      } else {
        names.insert(text)
      }
    }
  }

  /// Whether a file or folder of this name is left alone.
  public func matches(_ name: [UInt8]) -> Bool {
    if name.first == 0x2e { return true }
    let low = Self.lowered(name)
    return names.contains(low) || ends.contains { $0.matches(low) }
  }

  private static func lowered(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
  }
}
