public import ICU
public import Lexicons

/// Cuts case-folded text into words, numbers and marks, and looks words up in a vocabulary.
///
/// The same rules cut the phrases of a ruleset and the text of a report, so that whatever the rules do, both sides
/// agree. Elided articles and prepositions are words of their own ("dell'", "l'"), as is the English "'s"; any other
/// apostrophe inside a word is dropped for look-up ("Sha’fah" is "shafah"), and a hyphen only separates ("al-Shabaab" is
/// "al shabaab"). A final apostrophe after a vowel stands for an accent where that makes a word ("E'", "perche'"), and an
/// accent that was not typed at all is supplied where no other word comes of it ("lunedi").
public struct Tokenizer: Sendable {
  private let elisions: Set<[UInt8]>
  private let folding = Normalizer(.nfkcCasefold)

  /// Makes a tokenizer.
  ///
  /// - Parameter elisions: the words that an apostrophe cuts off, without it: `l`, `dell`, `un`.
  public init(elisions: [String]) {
    self.elisions = Set(elisions.map { Array($0.utf8) })
  }

  /// Text folded for case and compatibility, with the way back to it; words that a line end cuts in two are whole again.
  ///
  /// - Parameter vocabulary: the words that tell a cut word from one with a hyphen of its own.
  public func folded(_ text: [UInt8], vocabulary: Vocabulary) throws(ICUError) -> Normalizer.Normalized {
    let mending = ChannelMending { [folding] (word) throws(ICUError) in
      let folded = try folding.normalize(word).bytes
      return folded.withUnsafeBufferPointer { vocabulary.number(of: $0) } != Vocabulary.unknown
    }
    guard let mended = try mending.mended(text) else { return try folding.normalize(text) }
    let folded = try folding.normalize(mended.bytes)
    return Normalizer.Normalized(bytes: folded.bytes, map: mended.map.followed(by: folded.map))
  }

  /// The tokens of a text whose folded form is given. Words that the vocabulary lacks are kept as unknown.
  ///
  /// Linear in the length of the text.
  public func tokens(
    of text: [UInt8], folded: Normalizer.Normalized, vocabulary: Vocabulary
  ) throws(ICUError) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(folded.bytes.count / 5)
    var cursor = OffsetMap.Cursor(folded.map)
    let isIdentity = folded.map.isIdentity
    var scratch: [UInt8] = []
    folded.bytes.withUnsafeBufferPointer { bytes in
      Scanner.forEachPiece(in: bytes, elisions: elisions) { piece in
        var tookApostrophe = false
        var token = Token(start: 0, end: 0, kind: piece.kind, isJoined: piece.isJoined)
        if piece.kind == .word || piece.kind == .number {
          let slice = UnsafeBufferPointer(rebasing: bytes[piece.start..<piece.end])
          if piece.isPlain {
            token.word = vocabulary.number(of: slice)
          } else {
            scratch.removeAll(keepingCapacity: true)
            Scanner.appendLetters(of: slice, keepsApostrophe: piece.isElided, to: &scratch)
            token.word = scratch.withUnsafeBufferPointer { vocabulary.number(of: $0) }
            if token.word == Vocabulary.unknown {
              token.word = Accents.turned(scratch) { Self.number(of: $0, vocabulary) } ?? Vocabulary.unknown
            }
          }
          if piece.hasFinalApostrophe {
            if let accented = Self.accented(slice, vocabulary) ?? elided(slice, vocabulary) {
              token.word = accented
              tookApostrophe = true
            }
          } else if token.word == Vocabulary.unknown, piece.isPlain, BareEnding.mayLackAccent(slice) {
            // A capital that no full stop accounts for makes a name: Meta is no half, and Citta a family.
            let start = isIdentity ? piece.start : cursor.source(of: piece.start)
            if text[start] >= 0x61 || tokens.last.map({ $0.kind == .stop }) ?? true {
              token.word = Self.accented(slice, vocabulary) ?? Vocabulary.unknown
            }
          }
        }
        let end = tookApostrophe ? piece.apostropheEnd : piece.end
        let range = isIdentity ? piece.start..<end : cursor.sourceRange(piece.start, end)
        token.start = Int32(range.lowerBound)
        token.end = Int32(range.upperBound)
        if piece.kind == .word {
          Self.markCase(of: &token, in: text)
          if let last = tokens.last, piece.isJoined, Self.isFirstOfName(last, before: token, in: text) {
            token.isCapitalized = true
          }
        }
        tokens.append(token)
        return tookApostrophe
      }
    }
    return tokens
  }

  /// The words of a phrase of the ruleset, by folded form with accents, adding them to the vocabulary.
  public func words(of phrase: String, into vocabulary: inout Vocabulary) throws(ICUError) -> [Int32] {
    var found: [Int32] = []
    try folded(phrase).withUnsafeBufferPointer { bytes in
      Scanner.forEachPiece(in: bytes, elisions: elisions) { piece in
        guard piece.kind == .word || piece.kind == .number else { return false }
        let slice = UnsafeBufferPointer(rebasing: bytes[piece.start..<piece.end])
        guard !piece.isPlain || piece.hasFinalApostrophe else {
          found.append(vocabulary.intern(slice))
          return false
        }
        var letters: [UInt8] = []
        Scanner.appendLetters(of: slice, keepsApostrophe: piece.isElided, to: &letters)
        // "l'" alone in a table is the same word as before a vowel in a text.
        if piece.hasFinalApostrophe, elisions.contains(letters) { letters.append(UInt8(ascii: "'")) }
        found.append(vocabulary.intern(letters))
        return false
      }
    }
    return found
  }

  /// A phrase folded; for ASCII, which most phrases are, without ICU.
  private func folded(_ phrase: String) throws(ICUError) -> [UInt8] {
    var bytes = Array(phrase.utf8)
    var isASCII = true
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 0x80 { isASCII = false }
      if byte >= 0x41, byte <= 0x5A { bytes[index] = byte | 0x20 }
    }
    return isASCII ? bytes : try folding.normalize(Array(phrase.utf8)).bytes
  }

  /// The elided word that a space parts from the next one: "l' esercito".
  private func elided(_ slice: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary) -> Int32? {
    guard elisions.contains(Array(slice)) else { return nil }
    return Self.number(of: Array(slice) + [UInt8(ascii: "'")], vocabulary)
  }

  /// The accented word that a final apostrophe stands for, if there is one in the vocabulary.
  private static func accented(_ slice: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary) -> Int32? {
    Accents.accented(Array(slice)) { number(of: $0, vocabulary) }
  }

  private static func number(of word: [UInt8], _ vocabulary: Vocabulary) -> Int32? {
    let number = word.withUnsafeBufferPointer { vocabulary.number(of: $0) }
    return number == Vocabulary.unknown ? nil : number
  }

  /// Whether "N'" begins "N'djamena", whose capital counts for the whole: no elision stands before a consonant.
  private static func isFirstOfName(_ first: Token, before token: Token, in text: [UInt8]) -> Bool {
    guard first.isCapitalized, first.kind == .word, first.end == token.start, first.end - first.start <= 4,
      text[Int(first.end) - 1] == UInt8(ascii: "'") || text[Int(first.end) - 1] >= 0x80
    else { return false }
    switch text[Int(first.start)] {
    case UInt8(ascii: "M"), UInt8(ascii: "N"): break
    default: return false
    }
    switch text[Int(token.start)] {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "h"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      return false
    case let letter: return letter < 0x80
    }
  }

  private static func markCase(of token: inout Token, in text: [UInt8]) {
    var isFirst = true
    var letters = 0
    var capitals = 0
    text.withUnsafeBufferPointer { bytes in
      var offset = Int(token.start)
      while offset < Int(token.end) {
        let byte = bytes[offset]
        var isUpper = byte >= 0x41 && byte <= 0x5A
        var isLetter = isUpper || (byte >= 0x61 && byte <= 0x7A)
        var length = 1
        if byte >= 0x80 {
          let decoded = scalar(at: offset, in: bytes)
          length = decoded.length
          let properties = Unicode.Scalar(decoded.value)?.properties
          isUpper = properties?.isUppercase ?? false
          isLetter = isUpper || (properties?.isLowercase ?? false)
        }
        if isLetter {
          letters += 1
          if isUpper { capitals += 1 }
        }
        if isFirst {
          token.isCapitalized = isUpper
          isFirst = false
          // Most words are lower case throughout, and nothing asks about their inner letters.
          if !isUpper { return }
        }
        offset += length
      }
    }
    token.isAllCapitals = letters >= 2 && capitals == letters
  }
}
