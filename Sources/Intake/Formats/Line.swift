/// A line of a text that may be no prose, as bytes.
struct Line {
  /// Without white space at its ends.
  let bytes: UnsafeBufferPointer<UInt8>
  /// How much white space stood before it.
  let indentation: Int

  /// Leaves out the white space at the ends.
  init(_ whole: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var end = whole.count
    while start < end, whole[start] <= 0x20 { start += 1 }
    while end > start, whole[end - 1] <= 0x20 { end -= 1 }
    bytes = UnsafeBufferPointer(rebasing: whole[start..<end])
    indentation = start
  }

  /// Whether nothing stands on it.
  var isEmpty: Bool { bytes.isEmpty }

  /// Whether it is the text and nothing else.
  func `is`(_ text: String) -> Bool { bytes.elementsEqual(text.utf8) }

  /// Whether it begins with an ASCII text, capitals and small letters alike if asked.
  func begins(_ text: String, anyCase: Bool = false) -> Bool {
    let text = text.utf8
    guard bytes.count >= text.count else { return false }
    return zip(bytes, text).allSatisfy { anyCase ? Self.lower($0) == Self.lower($1) : $0 == $1 }
  }

  /// Whether it begins with one of some texts.
  func begins(_ texts: [String]) -> Bool { texts.contains { begins($0) } }

  /// Whether it ends with an ASCII text.
  func ends(_ text: String) -> Bool {
    let text = text.utf8
    return bytes.count >= text.count && bytes.suffix(text.count).elementsEqual(text)
  }

  /// Whether it has an ASCII text in it.
  func has(_ text: String) -> Bool {
    let text = Array(text.utf8)
    guard let first = text.first, bytes.count >= text.count else { return false }
    for index in 0...(bytes.count - text.count) where bytes[index] == first {
      if bytes[index..<(index + text.count)].elementsEqual(text) { return true }
    }
    return false
  }

  /// The byte at a place; 0 behind the end.
  subscript(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0 }

  /// The last byte.
  var last: UInt8 { self[bytes.count - 1] }

  /// Whether it reads like a sentence or a part of one: words with spaces between, and few other signs.
  var isProse: Bool {
    var letters = 0
    var spaces = 0
    var others = 0
    for byte in bytes {
      if Self.isLetter(byte) || byte >= 0x80 {
        letters += 1
      } else if byte == 0x20 {
        spaces += 1
      } else if !Self.isDigit(byte), !Self.gentle.contains(byte) {
        others += 1
      }
    }
    return spaces >= 3 && letters * 100 >= bytes.count * 62 && others * 16 <= bytes.count && spaces * 12 >= bytes.count
  }

  /// Whether it has a letter or a digit.
  var hasWords: Bool { bytes.contains { Self.isLetter($0) || Self.isDigit($0) || $0 >= 0x80 } }

  /// Signs that prose has.
  private static let gentle = Set(".,;:'\"()!?-%".utf8)

  /// How many bytes from `start` on make a name as programs write it.
  func name(from start: Int = 0, also: String = "") -> Int {
    var index = start
    while index < bytes.count,
      Self.isLetter(bytes[index]) || Self.isDigit(bytes[index]) || bytes[index] == 0x5F
        || also.utf8.contains(bytes[index])
    { index += 1 }
    return index - start
  }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  private static func lower(_ byte: UInt8) -> UInt8 { isCapital(byte) ? byte | 0x20 : byte }

  /// Whether digits stand where the pattern has `0`, letters where it has `A`, and its own signs elsewhere, from a
  /// place on.
  func fits(_ pattern: String, at start: Int = 0) -> Bool {
    var index = start
    for sign in pattern.utf8 {
      let byte = self[index]
      switch sign {
      case UInt8(ascii: "0"): guard Self.isDigit(byte) else { return false }
      case UInt8(ascii: "A"): guard Self.isLetter(byte) else { return false }
      default: guard byte == sign else { return false }
      }
      index += 1
    }
    return true
  }
}
