import DocumentModel

/// Finds the words and marks of a sentence as treebanks have them: "dell'" and "aria", "U.S.", "3.500", "long", "-", "term".
/// Every byte that is no white space lies in one of them. Linear, and total over any bytes.
struct WordScanner {
  /// One word or mark.
  struct Piece: Equatable {
    var start: Int
    var end: Int
    var isWord = false
    var isNumber = false
  }

  /// Whether a hyphen between letters parts two words: in English, not in Italian.
  let partsHyphens: Bool
  /// Whether a folded word with its apostrophe is one that another word leans on: "l'", "dell'".
  let isElided: ([UInt8]) -> Bool
  /// Whether a folded word would be one with an accent on its last letter, "perche" of "perche'".
  let lacksAccent: ([UInt8]) -> Bool
  /// Whether a folded word with its full stop is an abbreviation: "dott.", "mr.".
  let isAbbreviation: ([UInt8]) -> Bool

  /// The longest address that is taken for one word.
  private static let longestAddress = 2000

  /// Calls `body` with each piece of a stretch, in order.
  func forEachPiece(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (Piece) -> Void) {
    var offset = range.lowerBound
    let end = min(range.upperBound, text.count)
    while offset < end {
      let byte = text[offset]
      let length = Self.spaceLength(at: offset, upTo: end, in: text)
      if length > 0 {
        offset += length
        continue
      }
      let piece: Piece
      if let address = address(at: offset, upTo: end, in: text) {
        piece = Piece(start: offset, end: address, isWord: true)
      } else if Self.isDigit(byte) {
        piece = number(at: offset, upTo: end, in: text)
      } else if Self.isLetter(at: offset, upTo: end, in: text) {
        piece = word(at: offset, upTo: end, in: text)
      } else {
        piece = mark(at: offset, upTo: end, in: text)
      }
      body(piece)
      offset = max(piece.end, offset + 1)
    }
  }

  // MARK: - Pieces

  private func word(at start: Int, upTo end: Int, in text: UnsafeBufferPointer<UInt8>) -> Piece {
    var offset = start
    var letters = 0
    while offset < end {
      if Self.isLetter(at: offset, upTo: end, in: text) || Self.isDigit(text[offset]) {
        offset += Self.length(at: offset, upTo: end, in: text)
        letters += 1
        continue
      }
      let apostrophe = Self.apostropheLength(at: offset, upTo: end, in: text)
      if apostrophe > 0 {
        let next = offset + apostrophe
        var folded = FoldedWord.of(text[start..<next])
        if isElided(folded) { return Piece(start: start, end: next, isWord: true) }
        guard next < end, Self.isLetter(at: next, upTo: end, in: text) else {
          folded.removeLast()
          return Piece(start: start, end: lacksAccent(folded) ? next : offset, isWord: true)
        }
        offset = next
        continue
      }
      if text[offset] == UInt8(ascii: "-"), !partsHyphens, offset + 1 < end,
        Self.isLetter(at: offset + 1, upTo: end, in: text)
      {
        offset += 1
        continue
      }
      if text[offset] == UInt8(ascii: ".") {
        // "U.S.", "S.p.A.": single letters with stops between them.
        let isLetter = letters == 1 && offset + 1 < end && Self.isLetter(at: offset + 1, upTo: end, in: text)
        if isLetter, let last = initials(from: start, upTo: end, in: text) {
          return Piece(start: start, end: last, isWord: true)
        }
        let folded = FoldedWord.of(text[start...offset])
        if isAbbreviation(folded), offset + 1 < end { return Piece(start: start, end: offset + 1, isWord: true) }
      }
      break
    }
    return Piece(start: start, end: offset, isWord: true)
  }

  /// The end of letters with stops, "U.S.", "S.p.A.", "a.m.", "U.N.": at least two, each of one or two letters.
  private func initials(from start: Int, upTo end: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    var offset = start
    var count = 0
    while offset < end, Self.isLetter(at: offset, upTo: end, in: text) {
      var next = offset + Self.length(at: offset, upTo: end, in: text)
      if next < end, Self.isLetter(at: next, upTo: end, in: text) {
        next += Self.length(at: next, upTo: end, in: text)
        if next < end, Self.isLetter(at: next, upTo: end, in: text) { return nil }
      }
      guard next < end, text[next] == UInt8(ascii: ".") else { return count >= 1 && next <= end ? next : nil }
      offset = next + 1
      count += 1
    }
    return count >= 2 ? offset : nil
  }

  private func number(at start: Int, upTo end: Int, in text: UnsafeBufferPointer<UInt8>) -> Piece {
    var offset = start
    while offset < end {
      if Self.isDigit(text[offset]) {
        offset += 1
        continue
      }
      // "3.500", "14:30", "9/11": a sign between two digits.
      switch text[offset] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "'"):
        guard offset + 1 < end, Self.isDigit(text[offset + 1]) else {
          return Piece(start: start, end: offset, isNumber: true)
        }
        offset += 1
      default:
        // "45enne", "20th"
        guard Self.isLetter(at: offset, upTo: end, in: text) else {
          return Piece(start: start, end: offset, isNumber: true)
        }
        while offset < end, Self.isLetter(at: offset, upTo: end, in: text) || Self.isDigit(text[offset]) {
          offset += Self.length(at: offset, upTo: end, in: text)
        }
        return Piece(start: start, end: offset, isNumber: true)
      }
    }
    return Piece(start: start, end: offset, isNumber: true)
  }

  /// A mark, or several of the same: "...", "--", "!!".
  private func mark(at start: Int, upTo end: Int, in text: UnsafeBufferPointer<UInt8>) -> Piece {
    let byte = text[start]
    var offset = start + Self.length(at: start, upTo: end, in: text)
    if byte < 0x80, ".-!?*=_~#".utf8.contains(byte) {
      while offset < end, text[offset] == byte { offset += 1 }
    }
    return Piece(start: start, end: offset)
  }

  /// The end of an address of the web or of mail that begins here: nil for none.
  private func address(at start: Int, upTo end: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    let byte = text[start] | 0x20
    let starts = byte == UInt8(ascii: "h") || byte == UInt8(ascii: "w")
    guard starts, start + 4 < end else { return nil }
    let isAddress =
      Self.begins(at: start, upTo: end, in: text, "http://") || Self.begins(at: start, upTo: end, in: text, "https://")
      || Self.begins(at: start, upTo: end, in: text, "www.")
    guard isAddress else { return nil }
    var offset = start
    while offset < end, offset - start < Self.longestAddress, text[offset] > 0x20, text[offset] != UInt8(ascii: ">"),
      text[offset] != UInt8(ascii: ")"), text[offset] != UInt8(ascii: "]")
    {
      offset += 1
    }
    while offset > start, ".,;:".utf8.contains(text[offset - 1]) { offset -= 1 }
    return offset
  }

  // MARK: - Bytes

  private static func begins(
    at start: Int, upTo end: Int, in text: UnsafeBufferPointer<UInt8>, _ sign: StaticString
  ) -> Bool {
    guard start + sign.utf8CodeUnitCount <= end else { return false }
    for offset in 0..<sign.utf8CodeUnitCount {
      let byte = text[start + offset]
      let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if small != sign.utf8Start[offset] { return false }
    }
    return true
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Letters of all scripts: what is neither ASCII nor a mark, a space or a sign of the Latin supplement and the blocks
  /// of punctuation, arrows, figures and boxes.
  static func isLetter(at offset: Int, upTo end: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let byte = text[offset]
    if byte < 0x80 { return byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
    guard offset + 1 < end else { return false }
    let second = text[offset + 1]
    switch byte {
    case 0xC2: return second == 0xAA || second == 0xB5 || second == 0xBA
    case 0xC3: return second != 0x97 && second != 0xB7
    case 0xE2: return second >= 0xB0
    case 0xE3: return second != 0x80 || offset + 2 >= end || text[offset + 2] >= 0x85
    case 0xEF: return second != 0xBC && second != 0xBF && second != 0xBB
    case 0x80...0xBF, 0xF0...0xFF: return false
    default: return true
    }
  }

  /// The bytes of a scalar.
  static func length(at offset: Int, upTo end: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    let byte = text[offset]
    let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    return min(length, end - offset)
  }

  private static func apostropheLength(at offset: Int, upTo end: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    if text[offset] == UInt8(ascii: "'") { return 1 }
    guard offset + 2 < end, text[offset] == 0xE2, text[offset + 1] == 0x80 else { return 0 }
    return text[offset + 2] == 0x99 ? 3 : 0
  }

  /// The bytes of white space: ASCII, no-break, thin and zero-width ones, the byte-order mark, the soft hyphen.
  private static func spaceLength(at offset: Int, upTo end: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    let byte = text[offset]
    if byte <= 0x20 || byte == 0x7F { return 1 }
    guard offset + 1 < end else { return 0 }
    if byte == 0xC2 { return text[offset + 1] == 0xA0 || text[offset + 1] == 0xAD ? 2 : 0 }
    guard offset + 2 < end else { return 0 }
    switch (byte, text[offset + 1], text[offset + 2]) {
    case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8...0xAF), (0xE2, 0x81, 0x9F...0xA4), (0xE3, 0x80, 0x80),
      (0xEF, 0xBB, 0xBF):
      return 3
    default: return 0
    }
  }
}
