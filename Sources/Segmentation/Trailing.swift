import Lexicons

/// What stands behind a full stop and a space and yet belongs to the sentence before: the mark of a footnote, "in 1805.
/// [6] He …"; an omission, "at all. […] He …"; a closing quotation mark that was set apart, "la pièce. » Les …".
enum Trailing {
  private static let longestNumber = 4

  /// Where a sentence ends whose last full stop and white space end at an offset: behind the marks that follow.
  static func end(at boundary: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var end = boundary
    while end < text.count, let next = bracket(at: end, in: text) ?? closingQuote(at: end, in: text) { end = next }
    return end
  }

  private static func bracket(at start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    let close: UInt8
    switch text[start] {
    case UInt8(ascii: "["): close = UInt8(ascii: "]")
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var end = start + 1
    if text[start] == UInt8(ascii: "[") {
      while end < text.count, end - start <= longestNumber, text[end] >= 0x30, text[end] <= 0x39 { end += 1 }
    }
    if end == start + 1 {
      while end < text.count, end - start <= longestNumber, mark(of: scalar(at: end, in: text).value) == .stop {
        end += scalar(at: end, in: text).length
      }
    }
    guard end > start + 1, end < text.count, text[end] == close else { return nil }
    return skipSpaces(from: end + 1, in: text)
  }

  /// A quotation mark with a space on either side closes what the sentence opened.
  private static func closingQuote(at start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    let (value, length) = scalar(at: start, in: text)
    let found = mark(of: value)
    guard found == .quote || found == .closeQuote, start + length < text.count, text[start + length] == 0x20 else {
      return nil
    }
    return skipSpaces(from: start + length, in: text)
  }

  private static func skipSpaces(from start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var end = start
    while end < text.count, text[end] == 0x20 { end += 1 }
    return end
  }
}
