import Lexicons

/// A word that a line end cuts in two, with a hyphen: "ar-⏎mate".
struct LineEndCut {
  /// The longest half that is looked at.
  private static let longest = 40

  /// From the hyphen to the first letter behind the line end.
  let gap: Range<Int>
  /// The letters before and behind.
  let head: Range<Int>
  let tail: Range<Int>
  /// The hyphen is one that only a cut has.
  let isSoft: Bool

  /// The cut whose line end stands at an offset; nil where a letter, a hyphen, one line end and a small letter do not
  /// follow one another.
  init?(at lineEnd: Int, in text: UnsafeBufferPointer<UInt8>) {
    var start = lineEnd
    while start > 0, text[start - 1] == 0x0D || text[start - 1] == 0x20 || text[start - 1] == 0x09 { start -= 1 }
    guard let hyphen = Self.hyphen(before: start, in: text) else { return nil }
    var end = lineEnd + 1
    while end < text.count, text[end] == 0x20 || text[end] == 0x09 { end += 1 }
    gap = (start - hyphen.length)..<end
    isSoft = hyphen.isSoft
    guard end < text.count, Letter.isLower(scalar(at: end, in: text).value) else { return nil }
    var first = gap.lowerBound
    while first > 0, gap.lowerBound - first < Self.longest, Self.isLetter(text[first - 1]) { first -= 1 }
    // A cut word is no figure, "2019-⏎oggi", and not the end of an address.
    guard first < gap.lowerBound, first == 0 || !Self.joins(text[first - 1]) else { return nil }
    head = first..<gap.lowerBound
    while end < text.count, end - gap.upperBound < Self.longest, Self.isLetter(text[end]) { end += 1 }
    tail = gap.upperBound..<end
  }

  /// The hyphen that ends at an offset: the sign of every keyboard, that of typesetters, the soft one, and the sign that
  /// some programs write for it ("ar¬").
  private static func hyphen(
    before end: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> (length: Int, isSoft: Bool)? {
    guard end > 1 else { return nil }
    switch text[end - 1] {
    case UInt8(ascii: "-"): return (1, false)
    case 0xAD where text[end - 2] == 0xC2, 0xAC where text[end - 2] == 0xC2: return (2, true)
    case 0x90 where end > 2 && text[end - 2] == 0x80 && text[end - 3] == 0xE2: return (3, false)
    default: return nil
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  private static func joins(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "@") || byte == 0x2E
  }
}
