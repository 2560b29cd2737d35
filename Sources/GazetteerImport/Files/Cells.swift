internal import Glibc

/// The cells of a line between separators, found without a copy; one value serves all lines of a file.
struct Cells {
  private var ends: [Int] = []
  private var line = Bytes(start: nil, count: 0)

  /// How many cells the line has.
  var count: Int { ends.count }

  /// The bytes of a cell, counted from 0; empty where the line has no such cell.
  subscript(_ index: Int) -> Bytes {
    guard index < ends.count else { return Bytes(start: nil, count: 0) }
    return Bytes(rebasing: line[(index == 0 ? 0 : ends[index - 1] + 1)..<ends[index]])
  }

  /// Where a cell begins in its line, counted from 1.
  func column(_ index: Int) -> Int {
    index == 0 || index > ends.count ? 1 : ends[index - 1] + 2
  }

  /// Cuts a line; the cells stay as long as its bytes.
  mutating func cut(_ line: Bytes, at separator: UInt8 = 0x09) {
    self.line = line
    ends.removeAll(keepingCapacity: true)
    guard let base = line.baseAddress else {
      ends.append(0)
      return
    }
    var start = 0
    while start < line.count, let found = memchr(base + start, Int32(separator), line.count - start) {
      let end = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
      ends.append(end)
      start = end + 1
    }
    ends.append(line.count)
  }
}

extension Bytes {
  /// The number that the bytes write in decimal digits, or nil.
  var natural: UInt64? {
    guard !isEmpty, count <= 19 else { return nil }
    var value: UInt64 = 0
    for byte in self {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + UInt64(byte - 0x30)
    }
    return value
  }

  /// The text, or nil if the bytes are not UTF-8.
  var text: String? { String(validating: self, as: UTF8.self) }

  /// Whether they are these ASCII letters.
  func isEqual(to text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    return baseAddress.map { memcmp($0, text.utf8Start, count) == 0 } ?? true
  }

  /// The bytes without spaces at their ends.
  var trimmed: Bytes {
    var (first, last) = (0, count)
    while first < last, self[first] == 0x20 { first += 1 }
    while last > first, self[last - 1] == 0x20 { last -= 1 }
    return Bytes(rebasing: self[first..<last])
  }

  /// Whether they are valid UTF-8; ASCII is decided without a copy.
  var isText: Bool {
    var all: UInt8 = 0
    for byte in self { all |= byte }
    return all < 0x80 || text != nil
  }
}
