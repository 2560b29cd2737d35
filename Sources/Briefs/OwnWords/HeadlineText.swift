/// The bytes of a headline: its words, and where some stand in it.
enum HeadlineText {
  /// Where a character begins, counted from 0; nil where there are fewer.
  static func offset(ofCharacter position: Int, in text: ArraySlice<UInt8>) -> Int? {
    guard text.count > position else { return nil }
    var count = -1
    for offset in text.indices where text[offset] & 0xC0 != 0x80 {
      count += 1
      if count == position { return offset }
    }
    return nil
  }

  /// Where words stand as whole words.
  static func find(_ words: ArraySlice<UInt8>, in text: [UInt8]) -> Range<Int>? {
    guard let first = words.first, text.count >= words.count else { return nil }
    for start in 0...(text.count - words.count) where text[start] == first {
      let end = start + words.count
      guard text[start..<end].elementsEqual(words), start == 0 || !isLetter(text[start - 1]),
        end == text.count || !isLetter(text[end])
      else { continue }
      return start..<end
    }
    return nil
  }

  /// Where words stand, if they stand there once.
  static func onlyPlace(of words: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> Range<Int>? {
    guard let first = words.first, text.count >= words.count else { return nil }
    var found: Range<Int>?
    for start in text.startIndex...(text.endIndex - words.count) where text[start] == first {
      guard text[start..<(start + words.count)].elementsEqual(words) else { continue }
      guard found == nil else { return nil }
      found = start..<(start + words.count)
    }
    return found
  }

  /// Whether words leave no parenthesis and no quotation open.
  static func isClosed(_ words: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    var isQuoted = false
    for index in words.indices {
      switch words[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case 0xC2, 0xE2: depth += step(at: index, in: words)
      default: break
      }
      // What it closes was opened before.
      if depth < 0 { return false }
    }
    return depth == 0 && !isQuoted
  }

  /// The word that begins at an offset, in small letters.
  static func word(at start: Int, in text: ArraySlice<UInt8>) -> [UInt8] {
    text[max(text.startIndex, min(start, text.endIndex))...].prefix { isLetter($0) }.map { $0 < 0x80 ? $0 | 0x20 : $0 }
  }

  /// The last word, in small letters.
  static func lastWord(of text: [UInt8]) -> [UInt8] {
    word(at: text.lastIndex { !isLetter($0) }.map { $0 + 1 } ?? 0, in: text[...])
  }

  /// Whether a byte is one of a letter, or of one beyond ASCII.
  static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80
  }

  /// Whether a quotation opens or closes: « and “, » and ”.
  static func step(at index: Int, in room: ArraySlice<UInt8>) -> Int {
    if room[index...].starts(with: [0xC2, 0xAB]) || room[index...].starts(with: [0xE2, 0x80, 0x9C]) { return 1 }
    if room[index...].starts(with: [0xC2, 0xBB]) || room[index...].starts(with: [0xE2, 0x80, 0x9D]) { return -1 }
    return 0
  }
}
