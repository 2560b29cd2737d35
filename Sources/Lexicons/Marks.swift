/// What a scalar outside ASCII letters and digits is to the tokenizer.
@usableFromInline
package enum Mark: Sendable {
  case letter, space, apostrophe, hyphen, dash, comma, colon, semicolon, stop
  case openQuote, closeQuote, quote, openParenthesis, closeParenthesis, other
}

/// The scalar at an offset of valid UTF-8, with its length in bytes.
@inlinable @inline(__always)
package func scalar(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (value: UInt32, length: Int) {
  let first = UInt32(bytes[offset])
  if first < 0x80 { return (first, 1) }
  let second = offset + 1 < bytes.count ? UInt32(bytes[offset + 1] & 0x3F) : 0
  if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
  let third = offset + 2 < bytes.count ? UInt32(bytes[offset + 2] & 0x3F) : 0
  if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
  let fourth = offset + 3 < bytes.count ? UInt32(bytes[offset + 3] & 0x3F) : 0
  return ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
}

/// Sorts a scalar. Only the punctuation that reports use is told apart; every other scalar above U+00BF is a letter.
@inlinable @inline(__always)
package func mark(of value: UInt32) -> Mark {
  // Most of a text is letters and spaces.
  if (value | 0x20) &- 0x61 < 26 { return .letter }
  if value == 0x20 { return .space }
  return rareMark(of: value)
}

@usableFromInline
package func rareMark(of value: UInt32) -> Mark {
  if value < 0x80 { return asciiMarks[Int(value)] }
  switch value {
  case 0x2018, 0x2019, 0x201B, 0x02B9, 0x02BB...0x02BF, 0x02CA, 0x02CB, 0x2032, 0x2035, 0x00B4, 0xA78C, 0xFF07, 0xFF40:
    return .apostrophe
  case 0x00AB, 0x201C, 0x201E, 0x201F, 0x2039: return .openQuote
  case 0x00BB, 0x201D, 0x203A: return .closeQuote
  case 0x2010, 0x2011, 0x00AD: return .hyphen
  case 0x2012...0x2015, 0x2212: return .dash
  case 0x2026, 0x061F, 0x06D4, 0x3002: return .stop
  case 0x060C, 0x3001: return .comma
  case 0x061B: return .semicolon
  case 0x00A0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return .space
  case 0x00AA, 0x00B5, 0x00BA: return .letter
  case 0x0080...0x00BF, 0x00D7, 0x00F7, 0x200B...0x206F, 0x20A0...0x20CF, 0x2190...0x2BFF, 0xFE00...0xFE0F, 0xFFFD,
    0x3003...0x303F, 0x1F000...0x1FAFF, 0xFEFF:
    return .other
  default: return .letter
  }
}

private let asciiMarks: [Mark] = (0..<128).map { value in
  switch UInt8(value) {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    return .letter
  case 0x09...0x0D, 0x20: return .space
  case UInt8(ascii: "'"), UInt8(ascii: "`"): return .apostrophe
  case UInt8(ascii: "-"): return .hyphen
  case UInt8(ascii: ","): return .comma
  case UInt8(ascii: ":"): return .colon
  case UInt8(ascii: ";"): return .semicolon
  case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return .stop
  case UInt8(ascii: "\""): return .quote
  case UInt8(ascii: "("), UInt8(ascii: "["): return .openParenthesis
  case UInt8(ascii: ")"), UInt8(ascii: "]"): return .closeParenthesis
  default: return .other
  }
}
