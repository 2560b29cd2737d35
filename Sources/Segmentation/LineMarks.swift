import Lexicons

/// Marks of Markdown and of lists before a line, left out of it.
enum LineMarks {
  /// Reads `# `, `**…**`, `- `, `* `, `• `, `1. ` and `1) `.
  static func read(_ line: inout Line, in text: UnsafeBufferPointer<UInt8>) {
    let range = line.range
    var offset = range.lowerBound
    let first = text[offset]
    if first == UInt8(ascii: "#") {
      while offset < range.upperBound, text[offset] == UInt8(ascii: "#") { offset += 1 }
      if offset < range.upperBound, text[offset] == 0x20, offset - range.lowerBound <= 6 { line.look = .heading }
    } else if isBold(range, in: text) {
      line.look = .heading
      line.range = (range.lowerBound + 2)..<(range.upperBound - 2)
      return
    } else if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "+") {
      offset += 1
      if offset < range.upperBound, text[offset] == 0x20 { line.look = .item }
    } else if first >= 0x30, first <= 0x39 {
      while offset < range.upperBound, text[offset] >= 0x30, text[offset] <= 0x39 { offset += 1 }
      let isShort = offset - range.lowerBound <= 2
      let isMarked =
        offset + 1 < range.upperBound && (text[offset] == UInt8(ascii: ".") || text[offset] == UInt8(ascii: ")"))
        && text[offset + 1] == 0x20
      if isShort && isMarked { line.look = .item }
      offset += 1
    } else if first >= 0xC2 {
      let (value, length) = scalar(at: offset, in: text)
      offset += length
      if isBullet(value) { line.look = .item }
    }
    guard line.look == .item || line.look == .heading else { return }
    line.range = Layout.trim(offset..<range.upperBound, in: text)
    if line.look == .heading { trimHashes(&line, in: text) }
    if line.range.isEmpty { line.look = .blank }
  }

  /// Whether a line has a letter or a figure; one of marks alone, `---` or `* * *`, only draws.
  static func hasWords(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (value, length) = scalar(at: offset, in: text)
      if mark(of: value) == .letter { return true }
      offset += length
    }
    return false
  }

  /// A line of `=` under a title, as Markdown has it.
  static func isUnderline(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    range.count >= 3 && text[range].allSatisfy { $0 == UInt8(ascii: "=") }
  }

  private static func isBold(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let star = UInt8(ascii: "*")
    guard range.count > 6, text[range.lowerBound] == star, text[range.lowerBound + 1] == star,
      text[range.upperBound - 1] == star, text[range.upperBound - 2] == star
    else { return false }
    return !text[(range.lowerBound + 2)..<(range.upperBound - 2)].contains(star)
  }

  private static func isBullet(_ value: UInt32) -> Bool {
    switch value {
    case 0x2022, 0x2023, 0x2043, 0x25E6, 0x25AA, 0x25AB, 0x25A0, 0x25A1, 0x25CF, 0x25CB, 0x25BA, 0x25B6, 0x27A4,
      0x27A2, 0x2714, 0x2705, 0xB7, 0x1F534, 0x1F538, 0x1F539, 0x25C6:
      true
    default: false
    }
  }

  private static func trimHashes(_ line: inout Line, in text: UnsafeBufferPointer<UInt8>) {
    var end = line.range.upperBound
    while end > line.range.lowerBound, text[end - 1] == UInt8(ascii: "#") { end -= 1 }
    line.range = Layout.trim(line.range.lowerBound..<end, in: text)
  }
}
