/// JSON, whole or a line each, also where it is broken or cut.
enum JSON {
  /// Whether the text is an object or an array from its first sign on.
  static func format(_ head: Head) -> TextFormat? {
    guard let first = head.lines.first else { return nil }
    let objects = head.lines.count {
      $0[0] == UInt8(ascii: "{") && opensObject($0.bytes) && $0.last == UInt8(ascii: "}")
    }
    if objects > 1, objects * 10 >= head.lines.count * 8 { return .jsonLines }
    guard first[0] == UInt8(ascii: "{") || first[0] == UInt8(ascii: "[") else { return nil }
    let text = UnsafeBufferPointer(rebasing: head.text.drop { $0 <= 0x20 })
    if first[0] == UInt8(ascii: "{") { return opensObject(text) ? .json : nil }
    let inner = UnsafeBufferPointer(rebasing: text.dropFirst().drop { $0 <= 0x20 })
    if let sign = inner.first, sign == UInt8(ascii: "{") { return opensObject(inner) ? .json : nil }
    return isArray(text) ? .json : nil
  }

  /// Whether an object begins here: a brace, and then its end or a name in quotes and a colon.
  private static func opensObject(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 1
    func skip() { while index < text.count, text[index] <= 0x20 { index += 1 } }
    skip()
    guard index < text.count else { return false }
    if text[index] == UInt8(ascii: "}") { return true }
    let quote = text[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
    index += 1
    let limit = min(text.count, index + 300)
    while index < limit, text[index] != quote { index += text[index] == UInt8(ascii: "\\") ? 2 : 1 }
    index += 1
    skip()
    return index < text.count && text[index] == UInt8(ascii: ":")
  }

  /// Whether it is an array of strings, numbers and arrays up to the end of what is looked at, and more than "[1]".
  private static func isArray(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    var depth = 0
    var commas = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 {
          // Behind the array nothing follows: "[1] The army …" is a note.
          return commas > 0 && text[(index + 1)...].allSatisfy { $0 <= 0x20 }
        }
      case UInt8(ascii: ","): commas += 1
      case UInt8(ascii: "\""):
        index += 1
        while index < text.count, text[index] != UInt8(ascii: "\"") {
          index += text[index] == UInt8(ascii: "\\") ? 2 : 1
        }
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ":"): break
      case let byte where byte <= 0x20 || Line.isDigit(byte) || "+-.eEtrufalsn".utf8.contains(byte): break
      default: return false
      }
      index += 1
    }
    return commas > 0
  }
}
