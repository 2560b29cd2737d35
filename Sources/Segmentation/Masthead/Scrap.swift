import Lexicons

/// A word, a number or a mark of a masthead line, with the spelling that tables are compared by.
struct Scrap {
  enum Kind {
    case word, number, open, close, dash, hyphen, comma, stop, colon, slash, bar, quote, other
  }

  var kind: Kind
  var range: Range<Int>
  /// Lower case, with a straight apostrophe.
  var key: [UInt8]
  /// Begins with a capital.
  var isCapital = false
  /// Has a capital and no small letter.
  var isCaps = false
  /// Nothing stands between it and the scrap before.
  var isJoined = false

  var isWord: Bool { kind == .word }
  var isNumber: Bool { kind == .number }
  /// One letter, "A", "È".
  var isLetter: Bool { isWord && (key.count == 1 || key.count == 2 && key[0] >= 0xC2) }
}

extension Scrap {
  /// The scraps of a stretch, in order.
  static func scraps(of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> [Scrap] {
    var found: [Scrap] = []
    found.reserveCapacity(range.count / 5 + 2)
    var offset = range.lowerBound
    var lastEnd = -1
    while offset < range.upperBound {
      let (value, length) = scalar(at: offset, in: text)
      if mark(of: value) == .space {
        offset += length
        continue
      }
      var scrap: Scrap
      if isDigit(text[offset]) {
        var end = offset
        while end < range.upperBound, isDigit(text[end]) { end += 1 }
        scrap = Scrap(kind: .number, range: offset..<end, key: Array(text[offset..<end]))
      } else if mark(of: value) == .letter {
        scrap = word(at: offset, upTo: range.upperBound, in: text)
      } else {
        scrap = sign(at: offset, value, length, in: range, of: text)
      }
      scrap.isJoined = lastEnd == offset
      offset = scrap.range.upperBound
      lastEnd = offset
      found.append(scrap)
    }
    return found
  }

  private static func word(at start: Int, upTo limit: Int, in text: UnsafeBufferPointer<UInt8>) -> Scrap {
    var scrap = Scrap(kind: .word, range: start..<start, key: [])
    var offset = start
    var hasSmall = false
    var hasCapital = false
    while offset < limit {
      let byte = text[offset]
      if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A {
        let isUpper = byte < 0x61
        if offset == start { scrap.isCapital = isUpper }
        if isUpper { hasCapital = true } else { hasSmall = true }
        scrap.key.append(byte | 0x20)
        offset += 1
        continue
      }
      let (value, length) = scalar(at: offset, in: text)
      let sort = mark(of: value)
      if sort == .apostrophe {
        let next = offset + length
        guard next < limit, mark(of: scalar(at: next, in: text).value) == .letter else { break }
        scrap.key.append(UInt8(ascii: "'"))
      } else if sort == .letter {
        let isUpper = Letter.isUpper(value)
        if offset == start { scrap.isCapital = isUpper }
        hasCapital = hasCapital || isUpper
        hasSmall = hasSmall || Letter.isLower(value)
        Letter.appendLower(of: text[offset..<min(offset + length, text.count)], to: &scrap.key)
      } else {
        break
      }
      offset += length
    }
    scrap.range = start..<min(offset, limit)
    scrap.isCaps = hasCapital && !hasSmall
    return scrap
  }

  private static func sign(
    at offset: Int, _ value: UInt32, _ length: Int, in range: Range<Int>, of text: UnsafeBufferPointer<UInt8>
  ) -> Scrap {
    var end = min(offset + length, range.upperBound)
    var kind: Kind
    switch mark(of: value) {
    case .openParenthesis: kind = .open
    case .closeParenthesis: kind = .close
    case .dash: kind = .dash
    case .comma: kind = .comma
    case .stop: kind = .stop
    case .colon, .semicolon: kind = .colon
    case .quote, .openQuote, .closeQuote, .apostrophe: kind = .quote
    case .hyphen:
      while end < range.upperBound, text[end] == UInt8(ascii: "-") { end += 1 }
      // Between two letters or digits it joins; elsewhere it is a dash.
      let isTight =
        end - offset == length && offset > range.lowerBound && end < range.upperBound
        && Letter.joins(text[offset - 1]) && Letter.joins(text[end])
      kind = isTight ? .hyphen : .dash
    default:
      switch value {
      case UInt32(UInt8(ascii: "/")): kind = .slash
      case UInt32(UInt8(ascii: "|")), 0xA6: kind = .bar
      case UInt32(UInt8(ascii: "_")): kind = .dash
      // "BEIRUT (AP) ? A spokesman": what could not be decoded between two spaces was a dash.
      case 0xFFFD where end < range.upperBound && text[end] == 0x20: kind = .dash
      // The dashes of windows-1252 that were read as Latin-1.
      case 0x96, 0x97: kind = .dash
      default: kind = .other
      }
    }
    return Scrap(kind: kind, range: offset..<end, key: Array(text[offset..<end]))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

/// The case of letters of the Latin alphabet, Greek and Cyrillic, without a call into ICU.
enum Letter {
  static func isUpper(_ value: UInt32) -> Bool {
    switch value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A9, 0x410...0x42F: true
    case 0x100...0x137, 0x14A...0x177: value & 1 == 0
    case 0x139...0x148, 0x179...0x17E: value & 1 == 1
    default: false
    }
  }

  static func isLower(_ value: UInt32) -> Bool {
    switch value {
    case 0x61...0x7A, 0xDF...0xF6, 0xF8...0xFF, 0x3B1...0x3C9, 0x430...0x44F: true
    case 0x100...0x137, 0x14A...0x177: value & 1 == 1
    case 0x139...0x148, 0x179...0x17E: value & 1 == 0
    default: false
    }
  }

  /// Appends a letter in lower case, if it is ASCII or Latin-1; others stay as they are.
  static func appendLower(of letter: Slice<UnsafeBufferPointer<UInt8>>, to key: inout [UInt8]) {
    guard let first = letter.first else { return }
    if letter.count == 1 {
      key.append(first >= 0x41 && first <= 0x5A ? first | 0x20 : first)
    } else {
      key.append(first)
      let second = letter[letter.startIndex + 1]
      key.append(first == 0xC3 && second >= 0x80 && second <= 0x9E && second != 0x97 ? second + 0x20 : second)
      key.append(contentsOf: letter.dropFirst(2))
    }
  }

  /// Whether a byte next to a hyphen makes it join two words.
  static func joins(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }
}
