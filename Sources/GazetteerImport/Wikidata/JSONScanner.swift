/// Walks over one JSON value byte by byte and keeps only what is asked for: most of an entity of Wikidata is passed over.
struct JSONScanner {
  /// The value is not as JSON has it.
  struct Malformed: Error {
    /// The byte at which that was seen.
    var position: Int
  }

  private let bytes: Bytes
  private(set) var position = 0

  init(_ bytes: Bytes) {
    self.bytes = bytes
  }

  /// The first byte of the next value.
  mutating func peek() throws(Malformed) -> UInt8 {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    guard position < bytes.count else { throw Malformed(position: position) }
    return bytes[position]
  }

  /// Reads an object; `body` must read or skip the value of each key. An empty list stands for an empty object.
  mutating func object(_ body: (String, inout JSONScanner) throws(Malformed) -> Void) throws(Malformed) {
    if try peek() == UInt8(ascii: "[") { return try skip() }
    try expect(UInt8(ascii: "{"))
    if try peek() == UInt8(ascii: "}") {
      position += 1
      return
    }
    while true {
      let key = try string()
      try expect(UInt8(ascii: ":"))
      try body(key, &self)
      if try ends(with: UInt8(ascii: "}")) { return }
    }
  }

  /// Reads a list; `body` must read or skip each value.
  mutating func array(_ body: (inout JSONScanner) throws(Malformed) -> Void) throws(Malformed) {
    try expect(UInt8(ascii: "["))
    if try peek() == UInt8(ascii: "]") {
      position += 1
      return
    }
    while true {
      try body(&self)
      if try ends(with: UInt8(ascii: "]")) { return }
    }
  }

  /// Reads a string.
  mutating func string() throws(Malformed) -> String {
    try expect(0x22)
    let start = position
    var hasEscape = false
    while position < bytes.count, bytes[position] != 0x22 {
      if bytes[position] == 0x5C {
        hasEscape = true
        position += 1
      }
      position += 1
    }
    guard position < bytes.count else { throw Malformed(position: start) }
    let content = Bytes(rebasing: bytes[start..<position])
    position += 1
    if hasEscape { return try Self.unescaped(content, at: start) }
    guard let text = content.text else { throw Malformed(position: start) }
    return text
  }

  /// Reads a number.
  mutating func number() throws(Malformed) -> Double {
    _ = try peek()
    let start = position
    while position < bytes.count, "+-.eE0123456789".utf8.contains(bytes[position]) { position += 1 }
    guard let number = Double(String(decoding: bytes[start..<position], as: UTF8.self)) else {
      throw Malformed(position: start)
    }
    return number
  }

  /// Passes over a value of any kind, without recursion.
  mutating func skip() throws(Malformed) {
    var depth = 0
    repeat {
      switch try peek() {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        position += 1
      case 0x22: try skipString()
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard depth > 0 else { throw Malformed(position: position) }
        position += 1
      default:
        let start = position
        while position < bytes.count, !",:{}[]\" \t\r\n".utf8.contains(bytes[position]) { position += 1 }
        guard position > start else { throw Malformed(position: start) }
      }
    } while depth > 0
    guard depth == 0 else { throw Malformed(position: position) }
  }

  private mutating func skipString() throws(Malformed) {
    let start = position
    position += 1
    while position < bytes.count, bytes[position] != 0x22 { position += bytes[position] == 0x5C ? 2 : 1 }
    guard position < bytes.count else { throw Malformed(position: start) }
    position += 1
  }

  private mutating func expect(_ byte: UInt8) throws(Malformed) {
    guard try peek() == byte else { throw Malformed(position: position) }
    position += 1
  }

  /// Whether the object or list ends here; else a comma goes on.
  private mutating func ends(with end: UInt8) throws(Malformed) -> Bool {
    if try peek() == end {
      position += 1
      return true
    }
    try expect(UInt8(ascii: ","))
    return false
  }

  private static func unescaped(_ content: Bytes, at start: Int) throws(Malformed) -> String {
    var units: [UInt16] = []
    var text = ""
    var index = 0
    func hexadecimal(_ at: Int) -> UInt16? {
      guard at + 4 <= content.count else { return nil }
      return UInt16(String(decoding: content[at..<(at + 4)], as: UTF8.self), radix: 16)
    }
    var plain: [UInt8] = []
    func flush() {
      text += String(decoding: units, as: UTF16.self)
      units.removeAll()
      text += String(decoding: plain, as: UTF8.self)
      plain.removeAll()
    }
    while index < content.count {
      guard content[index] == 0x5C, index + 1 < content.count else {
        if !units.isEmpty { flush() }
        plain.append(content[index])
        index += 1
        continue
      }
      if content[index + 1] == UInt8(ascii: "u") {
        guard let unit = hexadecimal(index + 2) else { throw Malformed(position: start + index) }
        if !plain.isEmpty { flush() }
        units.append(unit)
        index += 6
        continue
      }
      if !units.isEmpty { flush() }
      switch content[index + 1] {
      case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"):
        plain.append(0x20)
      case let byte: plain.append(byte)
      }
      index += 2
    }
    flush()
    return text
  }
}
