/// Plain words as Markdown that shows them unchanged.
enum Markdown {
  /// One line: line breaks and tabs become a space, other controls go, signs that mean something to Markdown are
  /// escaped, as is what would begin a list, a heading or a quotation.
  static func line(_ words: String) -> String {
    var bytes: [UInt8] = []
    var words = words
    words.withUTF8 { append(line: $0, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends such a line; the words must be valid UTF-8. Linear, a nanosecond a byte.
  static func append(line words: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    let start = bytes.count
    append(words, to: &bytes)
    escapeStart(of: &bytes, at: start)
  }

  /// A code span, with as long a fence as its content needs. What breaks a line, turns its direction or cannot be seen
  /// is shown as U+FFFD.
  static func code(_ words: String) -> String {
    let content = String(String.UnicodeScalarView(words.unicodeScalars.map { isShown($0) ? $0 : "\u{FFFD}" }))
    var longest = 0
    var current = 0
    for sign in content {
      current = sign == "`" ? current + 1 : 0
      longest = max(longest, current)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let padding = content.hasPrefix("`") || content.hasSuffix("`") || content.isEmpty ? " " : ""
    return fence + padding + content + padding + fence
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: false
    // These two join letters and pictures, or keep them apart.
    case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
    default: true
    }
  }

  /// What a byte means: nearly all are plain, and runs of them are copied at once.
  private enum Sign: UInt8 {
    case plain, space, control, escaped, ampersand, leadOfC2, leadOfE2
  }

  private static let signs: [Sign] = (0..<256).map { value in
    switch UInt8(value) {
    case 0x09...0x0D, 0x20: .space
    case 0x00..<0x20, 0x7F: .control
    case UInt8(ascii: "&"): .ampersand
    case 0xC2: .leadOfC2
    case 0xE2: .leadOfE2
    case let byte where "\\*_`[]<>~|".utf8.contains(byte): .escaped
    default: .plain
    }
  }

  /// Whether a sign would mean something to Markdown where it stands: "T_2", "~20" and "[sic]" are words.
  private static func isMark(_ sign: UInt8, before: UInt8, after: UInt8) -> Bool {
    switch sign {
    case UInt8(ascii: "_"): !(isWordPart(before) && isWordPart(after))
    case UInt8(ascii: "~"): before == sign || after == sign
    case UInt8(ascii: "<"):
      isLetter(after) || after == UInt8(ascii: "/") || after == UInt8(ascii: "!") || after == UInt8(ascii: "?")
    case UInt8(ascii: "]"): after == UInt8(ascii: "(") || after == UInt8(ascii: "[") || after == UInt8(ascii: ":")
    case UInt8(ascii: ">"), UInt8(ascii: "["): false
    default: true
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte >= 0x80 || byte >= 0x30 && byte <= 0x39
  }

  private static func append(_ words: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    let start = bytes.count
    var clean = 0
    var at = 0
    var wasSpace = true
    signs.withUnsafeBufferPointer { signs in
      while at < words.count {
        // A single space between words is as plain as they are.
        while at < words.count {
          let isSpace = words[at] == 0x20
          guard signs[Int(words[at])] == .plain || (isSpace && !wasSpace) else { break }
          wasSpace = isSpace
          at += 1
        }
        guard at < words.count else { break }
        var sign = signs[Int(words[at])]
        // U+0080…U+009F are controls, U+0085, U+2028 and U+2029 line breaks.
        var length = 1
        if sign == .leadOfC2 {
          let second = at + 1 < words.count ? words[at + 1] : 0
          sign = second == 0x85 ? .space : second < 0xA0 ? .control : .plain
          length = 2
        } else if sign == .leadOfE2 {
          let isBreak = at + 2 < words.count && words[at + 1] == 0x80 && words[at + 2] & 0xFE == 0xA8
          sign = isBreak ? .space : .plain
          length = 3
        }
        if sign == .plain || (sign == .space && length == 1 && words[at] == 0x20 && !wasSpace) {
          wasSpace = sign == .space
          at += length
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: words[clean..<at]))
        at += length
        clean = at
        switch sign {
        case .space:
          if !wasSpace { bytes.append(0x20) }
          wasSpace = true
        case .escaped:
          let before = at > 1 ? words[at - 2] : 0x20
          let after = at < words.count ? words[at] : 0x20
          if isMark(words[at - 1], before: before, after: after) { bytes.append(UInt8(ascii: "\\")) }
          bytes.append(words[at - 1])
          wasSpace = false
        case .ampersand:
          // "R&D" and "A & B" are no entities.
          let isEntity = at < words.count && (isLetter(words[at]) || words[at] == UInt8(ascii: "#"))
          let rest = UnsafeBufferPointer(rebasing: words[at..<min(at + 32, words.count)])
          bytes.append(contentsOf: (isEntity && rest.contains(UInt8(ascii: ";")) ? "&amp;" : "&").utf8)
          wasSpace = false
        case .control, .plain, .leadOfC2, .leadOfE2: break
        }
      }
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: words[clean..<min(at, words.count)]))
    if wasSpace, bytes.count > start { bytes.removeLast() }
  }

  private static func escapeStart(of bytes: inout [UInt8], at start: Int) {
    guard start < bytes.count else { return }
    switch bytes[start] {
    case UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: ">"):
      bytes.insert(UInt8(ascii: "\\"), at: start)
    case 0x30...0x39:
      var end = start + 1
      while end < bytes.count, bytes[end] >= 0x30, bytes[end] <= 0x39 { end += 1 }
      // "1.200" begins no list: behind its mark a list has a space.
      let isLast = end + 1 >= bytes.count
      if end < bytes.count, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"),
        isLast || bytes[end + 1] == 0x20
      {
        bytes.insert(UInt8(ascii: "\\"), at: end)
      }
    default: break
    }
  }
}
