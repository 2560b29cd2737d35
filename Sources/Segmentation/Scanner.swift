import Lexicons

/// A stretch of folded text that becomes one token.
struct Piece {
  var start: Int
  var end: Int
  var kind: TokenKind
  /// Only ASCII letters and digits: it can be looked up as it stands.
  var isPlain = true
  /// It ends with an apostrophe that cuts it off from the next word.
  var isElided = false
  /// An apostrophe follows that may stand for an accent.
  var hasFinalApostrophe = false
  /// One past that apostrophe.
  var apostropheEnd = 0
  /// Nothing or only a hyphen stands between it and the piece before.
  var isJoined = false
}

/// Walks over folded text and finds its pieces.
enum Scanner {
  /// Calls `body` with each piece in order; `body` answers whether it took the final apostrophe into its token.
  static func forEachPiece(
    in bytes: UnsafeBufferPointer<UInt8>, elisions: Set<[UInt8]>, _ body: (Piece) -> Bool
  ) {
    var offset = 0
    var lastEnd = -1
    var hyphenAt = -1
    while offset < bytes.count {
      let (value, length) = scalar(at: offset, in: bytes)
      let found = mark(of: value)
      switch found {
      case .space:
        offset += length
      case .letter:
        var piece = word(at: offset, in: bytes, elisions: elisions)
        piece.isJoined = lastEnd == offset || hyphenAt == offset
        let tookApostrophe = body(piece)
        offset = tookApostrophe ? piece.apostropheEnd : piece.end
        lastEnd = offset
      case .apostrophe:
        if let piece = possessive(at: offset, length: length, in: bytes, touches: lastEnd == offset || offset == 0) {
          _ = body(piece)
          offset = piece.end
        } else {
          _ = body(Piece(start: offset, end: offset + length, kind: .quote))
          offset += length
        }
        lastEnd = offset
      case .hyphen:
        // Between two letters a hyphen only separates; elsewhere it is a dash.
        let next = offset + length
        if lastEnd == offset, next < bytes.count, !isDigit(bytes[offset - 1]),
          mark(of: scalar(at: next, in: bytes).value) == .letter
        {
          hyphenAt = next
        } else {
          _ = body(Piece(start: offset, end: next, kind: .dash, isJoined: lastEnd == offset))
        }
        offset = next
      default:
        let isJoined = lastEnd == offset
        offset += length
        _ = body(Piece(start: offset - length, end: offset, kind: kind(of: found), isJoined: isJoined))
        lastEnd = offset
      }
    }
  }

  /// The letters of a piece without the apostrophes inside it.
  static func appendLetters(
    of slice: UnsafeBufferPointer<UInt8>, keepsApostrophe: Bool, to letters: inout [UInt8]
  ) {
    var offset = 0
    while offset < slice.count {
      let (value, length) = scalar(at: offset, in: slice)
      if mark(of: value) != .apostrophe {
        for index in offset..<min(offset + length, slice.count) { letters.append(slice[index]) }
      } else if keepsApostrophe {
        letters.append(UInt8(ascii: "'"))
      }
      offset += length
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func word(at start: Int, in bytes: UnsafeBufferPointer<UInt8>, elisions: Set<[UInt8]>) -> Piece {
    var piece = Piece(start: start, end: start, kind: .word)
    var offset = start
    var isNumber = isDigit(bytes[start])
    scan: while offset < bytes.count {
      let byte = bytes[offset]
      if byte >= 0x61 && byte <= 0x7A {
        isNumber = false
        offset += 1
        continue
      }
      if isDigit(byte) {
        offset += 1
        continue
      }
      let (value, length) = scalar(at: offset, in: bytes)
      switch mark(of: value) {
      case .letter:
        isNumber = false
        piece.isPlain = false
        offset += length
      case .apostrophe where !isNumber:
        let next = offset + length
        let hasLetter = next < bytes.count && mark(of: scalar(at: next, in: bytes).value) == .letter
        guard hasLetter else {
          piece.hasFinalApostrophe = true
          piece.apostropheEnd = next
          break scan
        }
        if elisions.contains(Array(bytes[start..<offset])) {
          piece.isElided = true
          piece.isPlain = false
          offset = next
          break scan
        }
        if isPossessive(next, in: bytes) { break scan }
        piece.isPlain = false
        offset = next
      case .stop, .comma, .colon:
        // "1.200", "3,5", "14:30" are one number; a full stop at the end of a sentence is not part of it.
        guard isNumber, length == 1, offset + 1 < bytes.count, isDigit(bytes[offset + 1]) else { break scan }
        offset += 1
      default: break scan
      }
    }
    piece.end = offset
    if isNumber { piece.kind = .number }
    return piece
  }

  /// Whether "s" stands alone at the offset.
  private static func isPossessive(_ offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "s") else { return false }
    guard offset + 1 < bytes.count else { return true }
    return mark(of: scalar(at: offset + 1, in: bytes).value) != .letter
  }

  private static func possessive(
    at offset: Int, length: Int, in bytes: UnsafeBufferPointer<UInt8>, touches: Bool
  ) -> Piece? {
    guard touches, isPossessive(offset + length, in: bytes) else { return nil }
    return Piece(
      start: offset, end: offset + length + 1, kind: .word, isPlain: false, isElided: true, isJoined: true)
  }

  private static func kind(of mark: Mark) -> TokenKind {
    switch mark {
    case .comma: .comma
    case .colon: .colon
    case .semicolon: .semicolon
    case .stop: .stop
    case .dash, .hyphen: .dash
    case .openQuote: .openQuote
    case .closeQuote: .closeQuote
    case .quote: .quote
    case .openParenthesis: .openParenthesis
    case .closeParenthesis: .closeParenthesis
    case .letter, .space, .apostrophe, .other: .other
    }
  }
}
