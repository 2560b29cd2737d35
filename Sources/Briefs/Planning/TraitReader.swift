import Clauses
import DocumentModel
import Lexicons

/// Reads the traits of sentences.
final class TraitReader {
  let text: [UInt8]
  let words: TellingWords
  /// The year of the report, if it gives one.
  let year: Int?
  /// Whether a word is the adjective or noun of a people.
  let isDemonym: (Int32, String) -> Bool
  /// Whether a word names people.
  let isPerson: (Int32, String) -> Bool
  /// Whether a word is a number.
  let isNumeral: (Int32, String) -> Bool

  init(
    text: [UInt8], words: TellingWords, year: Int?, isDemonym: @escaping (Int32, String) -> Bool,
    isPerson: @escaping (Int32, String) -> Bool, isNumeral: @escaping (Int32, String) -> Bool
  ) {
    self.text = text
    self.words = words
    self.year = year
    self.isDemonym = isDemonym
    self.isPerson = isPerson
    self.isNumeral = isNumeral
  }

  /// The traits of a sentence. Linear in its tokens.
  ///
  /// - Parameters:
  ///   - syntax: how the words of the document's sentences hang together, and which of them this one is.
  ///   - times: the words of time of the report, in order.
  func traits(
    of tokens: ArraySlice<Token>, language: String, beginsQuoted: Bool, syntax: (document: Syntax, sentence: Int),
    times: [TextSpan]
  ) -> SentenceTraits {
    var pass = TraitPass(reader: self, tokens: tokens, language: language)
    let traits = pass.read(beginsQuoted: beginsQuoted)
    if let first = tokens.first, let last = tokens.last, Contact.stands(in: text[Int(first.start)..<Int(last.end)]) {
      traits.marks.insert(.page)
    }
    traits.syntax = SyntaxTraits(
      syntax.document, syntax.sentence, tokens, text, beginsQuoted: traits.beginsQuoted, times: times)
    return traits
  }
}

/// One reading of one sentence.
struct TraitPass {
  /// The longest phrase of the tables that begins at a token.
  struct Hit {
    /// Nothing where none does.
    var marks: TellingWords.Marks
    /// Behind its last token.
    var end: Int
    /// Whether it or a shorter one is a verb: "hanno" in "hanno arrestato".
    var opensVerb = false
    /// Whether it or a shorter one is an article or a number: "the" in "the army".
    var opensNoun = false
  }

  /// So many words are the head of a sentence.
  static let headLength = 4
  static let verbMarks: TellingWords.Marks = [.verb, .copula]
  /// A verb may also be known for how it looks back, or for saying.
  static let anyVerb: TellingWords.Marks = [.verb, .copula, .imperfect, .pluperfect, .speech]

  let reader: TraitReader
  let tokens: ArraySlice<Token>
  let language: String
  let found = SentenceTraits()
  private let hits: [Hit]
  let finiteEndings: [[UInt8]]

  init(reader: TraitReader, tokens: ArraySlice<Token>, language: String) {
    self.reader = reader
    self.tokens = tokens
    self.language = language
    finiteEndings = reader.words.finiteEndings[language] ?? []
    guard let table = reader.words.marks[language] else {
      hits = tokens.indices.map { Hit(marks: [], end: $0) }
      return
    }
    hits = tokens.indices.map { index in
      guard let hit = table.longest(at: index, in: tokens) else { return Hit(marks: [], end: index) }
      var marks: TellingWords.Marks = []
      table.forEachMeaning(hit.state) { marks.formUnion($0) }
      var any = marks
      let first = table.step(PhraseTable<TellingWords.Marks>.root, tokens[index].word)
      if hit.end > index + 1, table.isEnd(first) { table.forEachMeaning(first) { any.formUnion($0) } }
      return Hit(
        marks: marks, end: hit.end, opensVerb: !any.isDisjoint(with: Self.anyVerb),
        opensNoun: !any.isDisjoint(with: [.definite, .indefinite, .introducer]))
    }
  }

  /// What begins at a token; nothing behind the last one.
  func hit(_ index: Int) -> Hit {
    index < tokens.endIndex ? hits[index - tokens.startIndex] : Hit(marks: [], end: index)
  }

  mutating func read(beginsQuoted: Bool) -> SentenceTraits {
    found.beginsQuoted = beginsQuoted
    var quote = OpenQuote(in: reader.text, isOpen: beginsQuoted)
    var index = tokens.startIndex
    // Quotation marks and dashes before the first word.
    while index < tokens.endIndex, tokens[index].kind != .word, tokens[index].kind != .number {
      if isQuote(tokens[index]) {
        found.hasQuote = true
        found.opensQuote = true
      }
      quote.pass(tokens[index])
      index += 1
    }
    let head = index
    index = readOpening(from: head)
    // What somebody said is not cut.
    if quote.isOpen { found.behindConnective = nil }
    if !quote.isOpen, !found.lacksSubject {
      switch subject(from: head) {
      case .missing: found.lacksSubject = true
      case .begins(let start): found.subjectStart = start
      case .unknown: break
      }
    }
    readRest(from: index, head: head, &quote)
    found.endsQuoted = quote.isOpen
    readWords()
    readNames()
    readSource()
    found.isNames = isNames
    found.isBareQuote = isBareQuote && !found.marks.contains(.speech)
    found.wantsNext = tokens.last?.kind == .colon
    return found
  }

  /// What stands behind the opening.
  private mutating func readRest(from start: Int, head: Int, _ quote: inout OpenQuote) {
    var wordsRead = 0
    var isApposition = false
    // What opens it is read already; "c'è" and "è di" hold a verb.
    var verbs = found.opening.isDisjoint(with: Self.anyVerb.union(.plain)) ? 0 : 1
    for index in start..<max(start, tokens.endIndex) {
      let token = tokens[index]
      // What it closes was open from its beginning.
      if quote.pass(token) { found.beginsQuoted = true }
      if isQuote(token) { found.hasQuote = true }
      let marks = hit(index).marks
      if !marks.isEmpty {
        if marks.contains(.relative), verbs == 0 {
          found.opensRelative = true
          // "Scontri che non possono accadere": one noun and what is said of it.
          isApposition = isApposition || index == head + 1
        }
        if !marks.isDisjoint(with: Self.anyVerb) {
          if verbs == 0 { found.looksBack = !marks.isDisjoint(with: [.imperfect, .pluperfect]) }
          verbs += 1
        }
        if wordsRead < Self.headLength {
          if marks.contains(.dangling) { found.leansEarly = true }
          if marks.contains(.adversative) { found.turnsEarly = true }
        }
        // Whether a noun takes up what was told is kept of each; of the sentence only what opens it.
        found.marks.formUnion(marks.subtracting(.anaphoricNoun))
        readNouns(at: index)
        if hidesSpeaker(at: index) { found.hidesSpeaker = true }
        // Within a quotation "my" and "he" are the speaker's affair.
        if !quote.isOpen, borrows(at: index) { found.borrows = true }
      }
      if token.kind == .word || token.kind == .number { wordsRead += 1 }
      if verbs < 2, ends(token, finiteEndings) { verbs += 1 }
    }
    found.hasVerb = verbs > (found.opensRelative ? 1 : 0) && !isApposition
  }

  /// Reads what stands at the head, once more behind a connective that may go; returns where to read on.
  private mutating func readOpening(from start: Int) -> Int {
    var index = start
    for _ in 0..<2 {
      // "Oggi è stato arrestato": behind a word of time the subject may be missing as well.
      if index < tokens.endIndex, let day = reader.words.deixis[language]?.longest(at: index, in: tokens),
        !hit(day.end).marks.isDisjoint(with: Self.verbMarks)
      {
        readSubject(behind: hit(day.end))
        return hit(day.end).end
      }
      let opening = hit(index)
      guard !opening.marks.isEmpty else { break }
      // "Non isolate, ma vedette che …" takes up what was said.
      if opening.marks.contains(.clitic), opening.end + 1 < tokens.endIndex, tokens[opening.end].kind == .word,
        tokens[opening.end + 1].kind == .comma
      {
        found.leansEarly = true
      }
      if opening.marks.contains(.clitic), !hit(opening.end).marks.isDisjoint(with: Self.verbMarks) {
        found.lacksSubject = true
        return hit(opening.end).end
      }
      var marks = opening.marks
      if marks.contains(.anaphoricNoun), speaksForItself(opening.end) { marks.remove(.anaphoricNoun) }
      found.opening.formUnion(marks)
      found.marks.formUnion(marks)
      readOpeningNoun(at: index)
      if marks.contains(.plain) { return opening.end }
      if marks.contains(.dangling), !marks.contains(.connective) { found.leansEarly = true }
      if !marks.isDisjoint(with: Self.verbMarks) {
        readSubject(behind: opening)
        return opening.end
      }
      guard marks.contains(.connective), found.behindConnective == nil, let next = behindConnective(opening) else {
        return opening.end
      }
      found.behindConnective = Int(tokens[next].start)
      index = next
    }
    return index
  }

  /// A sentence that opens with a helping verb: one of having lacks its subject, one of being may have it behind.
  private mutating func readSubject(behind verb: Hit) {
    let start = verb.marks.contains(.copula) ? subject(behind: verb.end) : nil
    found.lacksSubject = start == nil
    found.subjectBehind = start.map { Int(tokens[$0].start) }
  }

  /// Where a sentence goes on behind a connective that may be cut; nil where it may not.
  private func behindConnective(_ connective: Hit) -> Int? {
    var next = connective.end
    let hasComma = next < tokens.endIndex && (tokens[next].kind == .comma || tokens[next].kind == .colon)
    // "And, he said, mental health …": the comma belongs to what stands between two.
    if hasComma, connective.marks.contains(.joiner) { return nil }
    if hasComma { next += 1 }
    // "In addition to the 14 tanks": the connective is half of a phrase.
    guard next < tokens.endIndex, hasComma || !hit(next).marks.contains(.complement) else { return nil }
    return next
  }

  // MARK: - Words

  /// Goes over all tokens, those of the opening too.
  private mutating func readWords() {
    var quote = OpenQuote(in: reader.text, isOpen: found.beginsQuoted)
    found.content.reserveCapacity(tokens.count / 2 + 1)
    for (position, token) in tokens.enumerated() {
      count(token, at: tokens.startIndex + position)
      if position < Self.headLength, found.namesYear { found.opensWithYear = true }
      quote.pass(token)
      let (marks, end) = (hits[position].marks, hits[position].end)
      if marks.isEmpty { continue }
      // The letter of "L.A." is none; "FINALE. Un ragazzo …" has one behind its place.
      let isLetters = token.isAllCapitals || token.isCapitalized && token.end - token.start == 1
      if hits[position].opensNoun, position == 0 || !isLetters { found.hasArticle = true }
      if !marks.isDisjoint(with: Self.verbMarks.union(.finite)) { found.verbs.append(token.span) }
      if !marks.isDisjoint(with: [.toll, .outcome, .deed]) { found.news.append(token.span) }
      if marks.contains(.background) { found.backgrounds.append(token.span) }
      let isAlone = end == tokens.startIndex + position + 1 && !token.isCapitalized && !token.isJoined
      if marks.contains(.loaded), isAlone, !quote.isOpen { found.loaded.append(token.span) }
    }
  }

  private mutating func count(_ token: Token, at index: Int) {
    let bytes = reader.text[Int(token.start)..<Int(token.end)]
    switch token.kind {
    case .number:
      found.wordCount += 1
      found.figures.append(Self.fold(bytes))
      if bytes.count == 4, let number = Int(String(decoding: bytes, as: UTF8.self)), (1900...2099).contains(number),
        number != reader.year, !isBirth(index)
      {
        found.namesYear = true
      }
    case .word:
      if !token.isJoined { found.wordCount += 1 }
      if bytes.count > 3 || token.isAllCapitals { found.content.append(Self.fold(bytes.prefix(6))) }
    case .stop:
      if let first = bytes.first, first == UInt8(ascii: "?") || first == UInt8(ascii: "!") { found.isQuestion = true }
    default: break
    }
  }

  /// "Un ragazzo del 2001", "due giovani del 1998": the year says how old somebody is, not when something was.
  private func isBirth(_ year: Int) -> Bool {
    let noun = year - 2
    guard noun > tokens.startIndex, reader.isPerson(tokens[noun].word, language) else { return false }
    return tokens[noun - 1].kind == .number || hit(noun - 1).marks.contains(.indefinite)
  }

  /// The number for a word; for a noun its first letters are enough, or "attack" and "attacks" would be two.
  func key(_ token: Token, prefix: Int = .max) -> UInt64 {
    Self.fold(reader.text[Int(token.start)..<Int(token.end)].prefix(prefix))
  }

  static let nounPrefix = 6

  /// A number for the bytes of a word, ASCII capitals made small (FNV-1a).
  private static func fold(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes {
      let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      hash = (hash ^ UInt64(small)) &* 0x100_0000_01b3
    }
    return hash
  }

  /// Whether a word has one of the endings.
  func ends(_ token: Token, _ endings: [[UInt8]]) -> Bool {
    guard token.kind == .word, !token.isAllCapitals else { return false }
    let end = Int(token.end)
    let count = end - Int(token.start)
    return reader.text.withUnsafeBufferPointer { text in
      endings.contains { ending in
        guard let last = ending.last, ending.count <= count, text[end - 1] == last else { return ending.isEmpty }
        return text[(end - ending.count)..<end].elementsEqual(ending)
      }
    }
  }

  // MARK: - Quotations

  private func isQuote(_ token: Token) -> Bool {
    token.kind == .openQuote || token.kind == .closeQuote
      || token.kind == .quote && reader.text[Int(token.start)] == UInt8(ascii: "\"")
  }

  /// Whether the first and the last mark of a sentence are those of one quotation.
  private var isBareQuote: Bool {
    guard let first = tokens.first, isQuote(first), let last = tokens.last(where: { $0.kind != .stop }) else {
      return false
    }
    return isQuote(last) && last.start != first.start
  }
}
