public import DocumentModel
public import ICU
import Languages
import Segmentation

/// Gives the words of a text their readings: all that the tables know, else what endings and shape tell, then fewer by the
/// rules of the language.
///
/// Total over any bytes and linear in them; needs no reader of clauses. One may be used by many threads.
public struct WordReader: Sendable {
  private let lexicon: WordLexicon

  /// Makes a reader over the lexicon of a language.
  public init(_ lexicon: WordLexicon) { self.lexicon = lexicon }

  /// Reads the words of sentences. What a line end cut in two, or an accent or apostrophe typed in its own way, is read as
  /// the word that it is; the spans are those of the text as it came.
  ///
  /// - Parameters:
  ///   - names: the mentions of known names, in the order of the text.
  ///   - isCaseless: capitals tell nothing: the text has none, or nothing else.
  /// - Throws: ``ICUError`` if ICU has no memory.
  public func read(
    _ text: [UInt8], sentences: [TextSpan], names: [TextSpan] = [], isCaseless: Bool = false
  ) throws(ICUError) -> ReadWords {
    try lexicon.forms.withLookup { (forms) throws(ICUError) in
      guard let mended = try WordChannel.mended(text, forms: forms) else {
        return words(text, sentences, names, isCaseless, forms)
      }
      var found = words(
        mended.bytes, mended.spans(sentences), mended.spans(names), isCaseless, forms)
      mended.lead(&found, backTo: text)
      return found
    }
  }

  private func words(
    _ text: [UInt8], _ sentences: [TextSpan], _ names: [TextSpan], _ isCaseless: Bool, _ forms: FormTable.Lookup
  ) -> ReadWords {
    text.withUnsafeBufferPointer { text in
      var pass = WordPass(
        lexicon: lexicon, forms: forms, text: text, names: names, isCaseless: isCaseless)
      pass.found.words.reserveCapacity(text.count / 5)
      pass.found.arena.reserveCapacity(text.count / 2)
      for sentence in sentences { pass.readWhole(sentence) }
      return pass.found
    }
  }
}

/// The words of one text, while they are read.
struct WordPass {
  let lexicon: WordLexicon
  let forms: FormTable.Lookup
  let text: UnsafeBufferPointer<UInt8>
  let names: [TextSpan]
  let isCaseless: Bool
  var found = ReadWords()
  /// The first name that may still be met.
  private var name: Int
  private var readings: [WordReading] = []
  private var folded: [UInt8] = []
  /// The hash of the folded word.
  private var hash: UInt64 = 0
  private var pieces: [WordScanner.Piece] = []
  /// Whether the next word would have a capital anyway.
  private var isInitial = true

  init(
    lexicon: WordLexicon, forms: FormTable.Lookup, text: UnsafeBufferPointer<UInt8>,
    names: [TextSpan],
    isCaseless: Bool, firstName: Int = 0
  ) {
    name = firstName
    self.names = names
    self.lexicon = lexicon
    self.forms = forms
    self.text = text
    self.isCaseless = isCaseless
  }

  /// Reads the words of a sentence and leaves each as few readings as the rules do.
  mutating func readWhole(_ sentence: TextSpan) {
    let start = found.words.count
    read(sentence)
    let range = start..<found.words.count
    found.sentences.append(range)
    lexicon.discarder.discard(in: range, &found)
  }

  private mutating func read(_ sentence: TextSpan) {
    let lexicon = lexicon
    let forms = forms
    let scanner = WordScanner(
      partsHyphens: lexicon.grammar.contains(.partsHyphens),
      isElided: { word in lexicon.grammar.contains(.elides) && word.count <= 8 && forms.contains(word) },
      lacksAccent: { word in Accents.accented(word) { forms.contains($0) ? $0 : nil } != nil },
      isAbbreviation: { lexicon.abbreviations.contains($0) })
    pieces.removeAll(keepingCapacity: true)
    scanner.forEachPiece(in: text, sentence.range) { pieces.append($0) }
    isInitial = true
    var lastEnd = -1
    for piece in pieces {
      let isJoined = piece.start == lastEnd
      lastEnd = piece.end
      if piece.isWord {
        readWord(piece, isJoined: isJoined)
      } else {
        readMark(piece, isJoined: isJoined)
      }
    }
  }

  // MARK: - Words

  private mutating func readWord(_ piece: WordScanner.Piece, isJoined: Bool) {
    fold(piece)
    readings.removeAll(keepingCapacity: true)
    if forms.append(folded, hash: hash, to: &readings) {
      append(piece.start..<piece.end, isJoined: isJoined)
    } else if let cut = splitAtApostrophe(piece) {
      // "Iran" and "'s", "do" and "n't"
      readWord(.init(start: piece.start, end: cut, isWord: true), isJoined: isJoined)
      readWord(.init(start: cut, end: piece.end, isWord: true), isJoined: true)
      return
    } else if let word = otherAccent(piece) {
      folded = word
      hash = FoldedWord.hash(folded)
      readings.removeAll(keepingCapacity: true)
      _ = forms.append(folded, hash: hash, to: &readings)
      append(piece.start..<piece.end, isJoined: isJoined)
    } else if !readEnclitic(piece, isJoined: isJoined) {
      readUnknown(piece, isJoined: isJoined)
    }
    isInitial = false
  }

  private mutating func fold(_ piece: WordScanner.Piece) {
    folded.removeAll(keepingCapacity: true)
    folded.append(contentsOf: UnsafeBufferPointer(rebasing: text[piece.start..<piece.end]))
    var hasOther = false
    folded.withUnsafeMutableBufferPointer { letters in
      for index in letters.indices {
        let byte = letters[index]
        if byte >= 0x80 {
          hasOther = true
        } else if byte >= 0x41, byte <= 0x5A {
          letters[index] = byte | 0x20
        }
      }
    }
    if hasOther {
      folded.removeAll(keepingCapacity: true)
      FoldedWord.append(text[piece.start..<piece.end], to: &folded)
    }
    hash = FoldedWord.hash(folded)
  }

  /// The known word that was written with another accent or none: "perche'", "lunedi", "perchè", "É".
  private func otherAccent(_ piece: WordScanner.Piece) -> [UInt8]? {
    let known = { (word: [UInt8]) in forms.contains(word) ? word : nil }
    if folded.last == UInt8(ascii: "'") { return Accents.accented(Array(folded.dropLast()), known) }
    // A capital inside a sentence makes a name: Meta is no half, and Citta a family.
    if !isInitial, !isCaseless, Self.isCapital(text[piece.start..<piece.end]) { return nil }
    return Accents.accented(folded, known) ?? Accents.turned(folded, known)
  }

  /// The readings of the tables.
  private mutating func look(up word: [UInt8]) -> Bool {
    readings.removeAll(keepingCapacity: true)
    return forms.append(word, to: &readings)
  }

  private mutating func splitAtApostrophe(_ piece: WordScanner.Piece) -> Int? {
    let word = folded
    guard let apostrophe = word.lastIndex(of: UInt8(ascii: "'")), apostrophe > 0 else { return nil }
    // The folded apostrophe is one byte, the written one may be three: count from the end, which is plain.
    let tail = word.count - apostrophe - 1
    var written = piece.end - tail
    written -= text[written - 1] == UInt8(ascii: "'") ? 1 : 3
    guard written > piece.start else { return nil }
    // "n't" takes its n along.
    if word[apostrophe - 1] == UInt8(ascii: "n"), tail == 1, word.last == UInt8(ascii: "t"), apostrophe > 1 {
      return written - 1
    }
    return look(up: Array(word[apostrophe...])) ? written : nil
  }

  /// "uccidendone": a verb with a pronoun at its end.
  private mutating func readEnclitic(_ piece: WordScanner.Piece, isJoined: Bool) -> Bool {
    guard let (verbs, pronouns) = lexicon.inflection.withoutEnclitics(folded) else { return false }
    for verb in verbs {
      guard look(up: verb) else { continue }
      readings.removeAll { $0.part != .verb && $0.part != .auxiliary || $0.features.isDisjoint(with: Self.bearing) }
      guard !readings.isEmpty else { continue }
      readings = readings.map { $0.known(.derived) }
      append(piece.start..<piece.end, isJoined: isJoined, isFused: true)
      for (position, pronoun) in pronouns.enumerated() {
        _ = look(up: pronoun)
        readings.removeAll { $0.part != .pronoun || !$0.features.contains(.clitic) }
        if readings.isEmpty { readings = [WordReading(row: nil, .pronoun, .clitic, .derived)] }
        append(piece.start..<piece.end, isJoined: true, isFused: position < pronouns.count - 1)
      }
      return true
    }
    return false
  }

  private static let bearing: WordFeatures = [.infinitive, .gerund, .participle, .present]

  private mutating func readUnknown(_ piece: WordScanner.Piece, isJoined: Bool) {
    readings.removeAll(keepingCapacity: true)
    let word = folded
    // "ricostruire", "long-range": what stands behind a prefix or a hyphen is known.
    if let hyphen = word.lastIndex(of: UInt8(ascii: "-")), hyphen + 2 < word.count,
      look(up: Array(word[(hyphen + 1)...]))
    {
      readings = readings.map { $0.known(.derived) }
    } else if let prefix = lexicon.inflection.prefixLength(of: word), look(up: Array(word[prefix...])) {
      readings.removeAll { !$0.part.isContent }
      readings = readings.map { $0.known(.derived) }
    }
    if readings.isEmpty { _ = lexicon.endings.append(word, to: &readings) }
    let isCapital = Self.isCapital(text[piece.start..<piece.end])
    if readings.isEmpty {
      readings = [
        WordReading(row: nil, .noun, [], .guessed), WordReading(row: nil, .adjective, [], .guessed),
      ]
      if !isCapital { readings.append(WordReading(row: nil, .properNoun, [], .guessed)) }
    }
    append(piece.start..<piece.end, isJoined: isJoined, isUnknown: true)
  }

  // MARK: - Marks and numbers

  private mutating func readMark(_ piece: WordScanner.Piece, isJoined: Bool) {
    fold(piece)
    readings.removeAll(keepingCapacity: true)
    if piece.isNumber {
      if folded.contains(where: { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }) {
        // "45enne", "20th"
        if !lexicon.endings.append(folded, to: &readings) { readings = [WordReading(row: nil, .noun, [], .guessed)] }
      }
      readings.append(WordReading(row: nil, .numeral, [], .listed))
    } else if !forms.append(folded, hash: hash, to: &readings) {
      readings = [WordReading(row: nil, .punctuation, [], .listed)]
    }
    append(piece.start..<piece.end, isJoined: isJoined, isMark: !piece.isNumber)
    guard !piece.isNumber else {
      isInitial = false
      return
    }
    switch text[piece.start] {
    case UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "("), 0xC2, 0xE2, UInt8(ascii: "."), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "#"):
      isInitial = true
    default: break
    }
  }

  // MARK: - Appending

  /// Appends a word with the readings that were gathered.
  private mutating func append(
    _ range: Range<Int>, isJoined: Bool, isFused: Bool = false, isUnknown: Bool = false, isMark: Bool = false
  ) {
    var look: ReadWord.Look = []
    if !isCaseless, !isMark {
      let isCapital = Self.isCapital(text[range])
      if isCapital { look.insert(.capital) }
      if isCapital, range.count > 1, !text[range].contains(where: { $0 >= 0x61 && $0 <= 0x7A }) {
        look.insert(.capitals)
      }
      while name < names.count, names[name].end <= range.lowerBound { name += 1 }
      if isCapital, name < names.count, names[name].start <= range.lowerBound, range.upperBound <= names[name].end {
        look.insert(.named)
      }
      // A capital inside a sentence, or on a word that no table has, may make a name.
      if isCapital, !readings.contains(where: { $0.part == .properNoun }),
        !isInitial || isUnknown || look.contains(.named) || readings.contains(where: { $0.part == .noun })
      {
        readings.append(WordReading(row: nil, .properNoun, [], .guessed))
      }
    }
    if isInitial { look.insert(.initial) }
    if isUnknown { look.insert(.unknown) }
    if isJoined { look.insert(.joined) }
    if isFused { look.insert(.fused) }
    if WordScanner.isDigit(text[range.lowerBound]) { look.insert(.digits) }
    let first = found.arena.count
    var parts: UInt32 = 0
    for reading in readings.prefix(FormCompiler.mostReadings) {
      found.arena.append(reading)
      parts |= reading.parts.rawValue
    }
    found.words.append(
      ReadWord(
        span: TextSpan(range.lowerBound, range.upperBound), look: look,
        key: lexicon.ruleWords.number(of: folded, hash: hash),
        first: Int32(first), count: UInt8(found.arena.count - first), parts: parts, certainty: .sure))
  }

  private static func isCapital(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = word.first else { return false }
    if first >= 0x41, first <= 0x5A { return true }
    guard first >= 0xC3, word.count > 1 else { return false }
    let second = word[word.startIndex + 1]
    return switch first {
    case 0xC3: second >= 0x80 && second <= 0x9E
    case 0xC4, 0xC5: second & 1 == 0
    case 0xD0: second >= 0x80 && second <= 0xAF
    default: false
    }
  }
}
