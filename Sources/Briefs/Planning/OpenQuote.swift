import Lexicons

/// Whether the words at some place of a text stand within a quotation, followed from token to token.
///
/// Straight marks open and close alike; the space beside one tells which it does. A lone apostrophe ("'Lisha", "the '90s")
/// is no mark, or one slip would turn all that follows inside out.
struct OpenQuote {
  private(set) var isOpen: Bool
  private let text: [UInt8]

  init(in text: [UInt8], isOpen: Bool) {
    self.text = text
    self.isOpen = isOpen
  }

  /// Goes over a token; true if it closes a quotation that nothing has opened.
  @discardableResult
  mutating func pass(_ token: Token) -> Bool {
    switch token.kind {
    case .openQuote: isOpen = true
    case .closeQuote:
      defer { isOpen = false }
      return !isOpen
    case .quote:
      let mark = UInt8(ascii: "\"")
      // Of doubled marks, as tables write them, the first counts.
      guard text[Int(token.start)] == mark, token.start == 0 || text[Int(token.start) - 1] != mark else { return false }
      var end = Int(token.end)
      while end < text.count, text[end] == mark { end += 1 }
      let hasSpaceBefore = token.start == 0 || Self.isSpace(text[Int(token.start) - 1])
      // "ciclomotori " smarmittati ", a cui": a comma behind a mark is as good as a space.
      let hasSpaceBehind = end >= text.count || Self.isSpace(text[end]) || Self.closes(text[end])
      if hasSpaceBefore == hasSpaceBehind { isOpen.toggle() } else { isOpen = hasSpaceBefore }
    default: break
    }
    return false
  }

  private static func closes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ")"),
      UInt8(ascii: "?"), UInt8(ascii: "!"):
      true
    default: false
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) || byte == UInt8(ascii: "(")
  }
}
