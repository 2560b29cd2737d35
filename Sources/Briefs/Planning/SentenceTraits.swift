import DocumentModel
import Events
import Lexicons

/// What a sentence shows of itself to somebody who must choose among sentences: how it opens, whether it leans on the
/// one before, what it speaks of. Read from its tokens alone, so every sentence has them, whatever was understood of it.
struct SentenceTraits {
  /// Its words.
  var wordCount = 0
  /// What stands at its head.
  var opening = TellingWords.Marks()
  /// What stands anywhere in it.
  var marks = TellingWords.Marks()
  /// Where it goes on behind a connective that may be cut.
  var behindConnective: Int?
  /// Whether a word near its head leans on what came before: "poi", "also".
  var leansEarly = false
  /// Whether its subject is missing: "Ha poi aggiunto …".
  var lacksSubject = false
  /// Whether it begins inside a quotation, and whether it leaves one open.
  var beginsQuoted = false
  var endsQuoted = false
  /// Whether it is a question or an outcry.
  var isQuestion = false
  /// Whether it names a year other than the report's own.
  var namesYear = false
  /// Whether it begins with one: "Nel 2012 …".
  var opensWithYear = false
  /// The words that say something, folded and cut to their first letters.
  var content: [UInt64] = []
  /// The figures in digits.
  var figures: [UInt64] = []
  /// The definite nouns that take up something told before: "the attack".
  var anaphors: [UInt64] = []
  /// The nouns that it brings in: "a pistol", "una pistola".
  var newNouns: [UInt64] = []
  /// The nouns that it takes for known: "the pistol", "la pistola".
  var knownNouns: [UInt64] = []
  /// Whether it is names and nothing else, as captions are: "Gary Mason and Ann Mowder."
  var isNames = false
  /// Whether it holds a quotation.
  var hasQuote = false
  /// The people it names by two names, by the last of them: "Musa Bello".
  var introduced: [UInt64] = []
  /// The names that stand alone: "Bello".
  var bareNames: [UInt64] = []
  /// Whether its first helping verb looks back: "Il ragazzo aveva fatto la denuncia".
  var looksBack = false
  /// Whether it has a finite verb of its own, as far as the words show.
  var hasVerb = false
  /// Whether a relative clause opens before any verb: "A disappointment to those who had …".
  var opensRelative = false
  /// Whether it turns against what was said within its first words: "He instead held his breath".
  var turnsEarly = false
  /// Where its subject begins behind a phrase of time, place or manner at its head, if that shows.
  var subjectStart: Int?
  /// The noun behind the article that it opens with, where nothing says which one is meant: "The items were valued at …".
  var openingNoun: UInt64?
  /// Whether it begins with a quotation mark.
  var opensQuote = false
  /// Whether it is a quotation and nothing else, so that another sentence says who speaks.
  var isBareQuote = false
  /// Whether it begins with a source that is spoken of as known: "The defence source said".
  var opensWithKnownSource = false
  /// Whether it ends in a colon and so wants what follows.
  var wantsNext = false
  /// Whether it speaks of somebody by a pronoun whom it has not named: "The severity of her injuries".
  var borrows = false
  /// Whether somebody speaks in it whom only the sentence before names: "…, he added", "…», ha aggiunto".
  var hidesSpeaker = false

  /// Whether it cannot stand without the sentence before it.
  var leans: Bool {
    if opening.contains(.plain) { return beginsQuoted || hidesSpeaker || borrows }
    return beginsQuoted || isBareQuote || opensWithKnownSource || opening.contains(.adversative) || leansEarly
      || hidesSpeaker || lacksSubject || borrows
      || opening.contains(.pronoun)
      || opening.contains(.connectiveKeep)
      || opening.contains(.anaphoricNoun) || opening.contains(.reportsBack)
      || opening.contains(.pointsBack)
  }

  /// The share of the other's content words that this one has too.
  func overlap(with other: Set<UInt64>) -> Double {
    other.isEmpty ? 0 : Double(content.count { other.contains($0) }) / Double(other.count)
  }
}

/// Reads the traits of sentences.
struct TraitReader {
  let text: [UInt8]
  let words: TellingWords
  /// The year of the report, if it gives one.
  let year: Int?
  /// Whether a word is the adjective or noun of a people.
  let isDemonym: (Int32, String) -> Bool
  /// Whether a word names people.
  let isPerson: (Int32, String) -> Bool

  private static let headLength = 4

  func traits(of tokens: ArraySlice<Token>, language: String, beginsQuoted: Bool) -> SentenceTraits {
    var found = SentenceTraits()
    found.beginsQuoted = beginsQuoted
    var quote = OpenQuote(in: text, isOpen: beginsQuoted)
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
    let table = words.marks[language]
    if let table {
      let head = index
      index = readOpening(tokens, from: head, table, language, &found)
      // What somebody said is not cut.
      if quote.isOpen { found.behindConnective = nil }
      if !quote.isOpen, !found.lacksSubject {
        switch subject(tokens, from: head, table, language) {
        case .missing: found.lacksSubject = true
        case .begins(let start): found.subjectStart = start
        case .unknown: break
        }
      }
    }
    var wordsRead = 0
    // What opens it is read already.
    var isApposition = false
    var verbs = found.opening.isDisjoint(with: Self.verbs.union(.plain)) ? 0 : 1
    let finite = words.finiteEndings[language] ?? []
    while index < tokens.endIndex {
      let token = tokens[index]
      if quote.pass(token) { found.beginsQuoted = true }
      if isQuote(token) { found.hasQuote = true }
      if let table, let hit = table.longest(at: index, in: tokens) {
        var bits = Self.marks(of: hit.state, table)
        if bits.contains(.anaphoricNoun) {
          if !speaksForItself(hit.end, tokens, table, language) {
            let noun = tokens[hit.end - 1]
            found.anaphors.append(Self.fold(text[Int(noun.start)..<Int(noun.end)].prefix(6)))
            // "… ha bloccato l'uomo": somebody whom the sentence itself does not name.
            if !quote.isOpen, isPerson(noun.word, language), !namesSomebody(before: index, tokens, language) {
              found.borrows = true
            }
          }
          bits.remove(.anaphoricNoun)
        }
        if hit.end == index + 1, !bits.isDisjoint(with: [.indefinite, .definite, .articled]) {
          readNoun(hit.end, bits, tokens, &found)
        }
        if bits.contains(.relative), verbs == 0 {
          found.opensRelative = true
          // "Scontri che non possono accadere": one noun and what is said of it.
          isApposition = isApposition || wordsRead == 1
        }
        if !bits.isDisjoint(with: Self.verbs) {
          if verbs == 0 { found.looksBack = bits.contains(.imperfect) }
          verbs += 1
        }
        if hidesSpeaker(bits, hit.end, index, tokens) { found.hidesSpeaker = true }
        // Within a quotation "my" and "he" are the speaker's affair.
        if bits.contains(.pointsBack), !quote.isOpen, index > tokens.startIndex { found.borrows = true }
        if bits.contains(.borrowed), !quote.isOpen, !namesSomebody(before: index, tokens, language) {
          found.borrows = true
        }
        if bits.contains(.object), !quote.isOpen, index > tokens.startIndex,
          people(before: index, tokens, language, atMost: 2) < 2
        {
          found.borrows = true
        }
        found.marks.formUnion(bits)
        if wordsRead < Self.headLength, bits.contains(.dangling) { found.leansEarly = true }
        if wordsRead < Self.headLength, bits.contains(.adversative) { found.turnsEarly = true }
      }
      if token.kind == .word || token.kind == .number { wordsRead += 1 }
      if verbs < 2, ends(token, finite) { verbs += 1 }
      index += 1
    }
    found.hasVerb = verbs > (found.opensRelative ? 1 : 0) && !isApposition
    found.content.reserveCapacity(tokens.count / 2 + 1)
    for (position, token) in tokens.enumerated() {
      count(token, &found)
      if position < Self.headLength, found.namesYear { found.opensWithYear = true }
    }
    readNames(tokens, table, &found)
    if let table { readSource(tokens, table, &found) }
    found.isNames = Self.isNames(tokens)
    found.isBareQuote = isBareQuote(tokens) && !found.marks.contains(.speech)
    found.wantsNext = tokens.last?.kind == .colon
    found.endsQuoted = quote.isOpen
    return found
  }

  private static func marks(of state: Int32, _ table: PhraseTable<TellingWords.Marks>) -> TellingWords.Marks {
    var marks: TellingWords.Marks = []
    table.forEachMeaning(state) { marks.formUnion($0) }
    return marks
  }

  /// The noun behind an article: one that was brought in as "a pistol" is known from there on.
  private func readNoun(
    _ index: Int, _ marks: TellingWords.Marks, _ tokens: ArraySlice<Token>, _ found: inout SentenceTraits
  ) {
    // "delle 13 vittime", "the five bridges"
    let index = index + 1 < tokens.endIndex && tokens[index].kind == .number ? index + 1 : index
    guard index < tokens.endIndex, tokens[index].kind == .word, tokens[index].end - tokens[index].start > 2 else {
      return
    }
    // "il 44enne": somebody whose age was told, unless the name follows.
    let isAge = (0x30...0x39).contains(text[Int(tokens[index].start)])
    if isAge, marks.isDisjoint(with: .indefinite), index + 1 >= tokens.endIndex || !tokens[index + 1].isCapitalized {
      found.borrows = true
    }
    let noun = Self.fold(text[Int(tokens[index].start)..<Int(tokens[index].end)].prefix(6))
    if marks.contains(.indefinite) { found.newNouns.append(noun) } else { found.knownNouns.append(noun) }
  }

  /// "The items were valued": a noun for a thing of which nothing says which one is meant.
  private func openingNoun(
    _ index: Int, _ tokens: ArraySlice<Token>, _ table: PhraseTable<TellingWords.Marks>, _ language: String
  ) -> UInt64? {
    guard index < tokens.endIndex, tokens[index].kind == .word, !tokens[index].isCapitalized,
      tokens[index].end - tokens[index].start > 2, !isPerson(tokens[index].word, language),
      !isDemonym(tokens[index].word, language), index + 1 < tokens.endIndex
    else { return nil }
    let isCommon =
      table.longest(at: index, in: tokens).map { Self.marks(of: $0.state, table).contains(.common) } ?? false
    // An adjective stands between, or a complement behind.
    guard !isCommon, !speaksForItself(index + 1, tokens, table, language) else { return nil }
    return Self.fold(text[Int(tokens[index].start)..<Int(tokens[index].end)].prefix(6))
  }

  /// Capitalized words in a row are a name in full, one alone a name that was given before.
  private func readNames(
    _ tokens: ArraySlice<Token>, _ table: PhraseTable<TellingWords.Marks>?, _ found: inout SentenceTraits
  ) {
    var index = tokens.startIndex
    while index < tokens.endIndex {
      guard isName(tokens[index]) else {
        index += 1
        continue
      }
      let start = index
      var parts = 1
      while let next = nextName(behind: index, tokens) {
        if !tokens[next].isJoined { parts += 1 }
        index = next
      }
      let name = Self.fold(text[Int(tokens[index].start)..<Int(tokens[index].end)])
      if parts > 1 {
        // "Choi Soon-sil" is Choi afterwards, "Musa Bello" Bello.
        found.introduced.append(Self.fold(text[Int(tokens[start].start)..<Int(tokens[start].end)]))
        found.introduced.append(name)
      } else if start > tokens.startIndex || tokens[index].word == Vocabulary.unknown || speaks(index, tokens, table) {
        found.bareNames.append(name)
      }
      index += 1
    }
  }

  /// "January said": who speaks has a name, whatever word that is.
  private func speaks(_ index: Int, _ tokens: ArraySlice<Token>, _ table: PhraseTable<TellingWords.Marks>?) -> Bool {
    guard let table, index + 1 < tokens.endIndex, let hit = table.longest(at: index + 1, in: tokens) else {
      return false
    }
    return Self.marks(of: hit.state, table).contains(.speech)
  }

  /// The next part of a name, also behind an initial: "Gino D. Bassett".
  private func nextName(behind index: Int, _ tokens: ArraySlice<Token>) -> Int? {
    var next = index + 1
    if next + 1 < tokens.endIndex, tokens[next].kind == .word, tokens[next].isCapitalized,
      tokens[next].end - tokens[next].start == 1
    {
      next += tokens[next + 1].kind == .stop ? 2 : 1
    }
    return next < tokens.endIndex && isName(tokens[next]) ? next : nil
  }

  /// Whether a name, a people, a number of people or a noun for people stands before a word.
  private func namesSomebody(before index: Int, _ tokens: ArraySlice<Token>, _ language: String) -> Bool {
    people(before: index, tokens, language, atMost: 1) > 0
  }

  /// How many names, peoples, numbers of people and nouns for people stand before a word, the parts of a name and "22
  /// students" counted once.
  private func people(
    before index: Int, _ tokens: ArraySlice<Token>, _ language: String, atMost limit: Int
  ) -> Int {
    var count = 0
    var isWithin = false
    for position in tokens.startIndex..<index {
      let token = tokens[position]
      // At the head of a sentence a capital says nothing of a word that the ruleset knows.
      let isSomebody =
        token.kind == .number
        || token.kind == .word
          && (token.isAllCapitals || isPerson(token.word, language) || isDemonym(token.word, language)
            || token.isCapitalized && (position > tokens.startIndex || token.word == Vocabulary.unknown))
      if isSomebody, !isWithin {
        count += 1
        if count == limit { return count }
      }
      isWithin = isSomebody
    }
    return count
  }

  /// What is known of a subject behind a phrase at the head of a sentence.
  private enum Subject {
    case missing
    case begins(Int)
    case unknown
  }

  /// "Dopo la rapina ha tentato la fuga", "In teoria, doveva …", "Pensava di farla franca": no subject stands before the
  /// first helping verb, and none behind it.
  private func subject(
    _ tokens: ArraySlice<Token>, from head: Int, _ table: PhraseTable<TellingWords.Marks>, _ language: String
  ) -> Subject {
    let endings = words.verbEndings[language] ?? []
    guard head < tokens.endIndex, !endings.isEmpty else { return .unknown }
    if endsVerb(tokens[head], endings) { return .missing }
    guard let opening = table.longest(at: head, in: tokens),
      Self.marks(of: opening.state, table).contains(.adjunct)
    else { return .unknown }
    var index = opening.end
    var mayOpenPhrase = true
    var isWithinName = false
    while index < min(tokens.endIndex, head + 16) {
      let token = tokens[index]
      guard token.kind == .word || token.kind == .number || token.kind == .comma else { return .unknown }
      let hit = table.longest(at: index, in: tokens)
      let bits = hit.map { Self.marks(of: $0.state, table) } ?? []
      if let hit, !bits.isDisjoint(with: [.verb, .copula]) {
        return bits.contains(.copula) && hasSubject(behind: hit.end, tokens, table) ? .unknown : .missing
      }
      if endsVerb(token, endings) { return hasSubject(behind: index + 1, tokens, table) ? .unknown : .missing }
      // A noun phrase that no preposition opens is the subject; the one behind the opening word is not.
      let opensPhrase =
        token.kind == .number || token.isCapitalized || bits.contains(.introducer) || bits.contains(.definite)
      let goesOn = token.isCapitalized && isWithinName
      if opensPhrase, !mayOpenPhrase, !goesOn { return .begins(Int(token.start)) }
      let isPreposition = !bits.isDisjoint(with: [.adjunct, .complement])
      let isArticle = bits.contains(.introducer) || bits.contains(.definite)
      mayOpenPhrase = isPreposition || (mayOpenPhrase && isArticle)
      isWithinName = token.isCapitalized && !isPreposition
      index = max(index + 1, isPreposition ? hit?.end ?? 0 : 0)
    }
    return .unknown
  }

  private static let verbs: TellingWords.Marks = [.verb, .copula, .imperfect, .speech]

  private func endsVerb(_ token: Token, _ endings: [[UInt8]]) -> Bool {
    token.end - token.start >= 6 && ends(token, endings)
  }

  private func ends(_ token: Token, _ endings: [[UInt8]]) -> Bool {
    guard token.kind == .word, !token.isAllCapitals else { return false }
    let word = text[Int(token.start)..<Int(token.end)]
    return endings.contains { word.suffix($0.count).elementsEqual($0) }
  }

  private static func isNames(_ tokens: ArraySlice<Token>) -> Bool {
    var names = 0
    for token in tokens where token.kind == .word {
      if token.isCapitalized { names += 1 } else if token.end - token.start > 3 { return false }
    }
    return names > 1 && tokens.count < 24 && !tokens.contains { $0.kind == .number }
  }

  private func isName(_ token: Token) -> Bool {
    token.kind == .word && token.isCapitalized && !token.isAllCapitals && token.end - token.start > 2
  }

  /// "The defence source said": an article, then a saying, and no name between them.
  private func readSource(
    _ tokens: ArraySlice<Token>, _ table: PhraseTable<TellingWords.Marks>, _ found: inout SentenceTraits
  ) {
    guard let first = tokens.first, let hit = table.longest(at: tokens.startIndex, in: tokens), first.kind == .word,
      table.meanings(hit.state).contains(where: { $0.contains(.definite) })
    else { return }
    for index in tokens.indices.dropFirst().prefix(4) {
      guard tokens[index].kind == .word, !tokens[index].isCapitalized else { return }
      guard let hit = table.longest(at: index, in: tokens) else { continue }
      let bits = Self.marks(of: hit.state, table)
      if bits.contains(.complement) { return }
      if bits.contains(.speech) {
        found.opensWithKnownSource = index > tokens.startIndex + 1
        return
      }
    }
  }

  /// Whether the first and the last mark of a sentence are those of one quotation.
  private func isBareQuote(_ tokens: ArraySlice<Token>) -> Bool {
    guard let first = tokens.first, isQuote(first) else { return false }
    let last = tokens.last { $0.kind != .stop }
    return last.map { isQuote($0) && $0.start != first.start } ?? false
  }

  /// Reads what stands at the head, once more behind a connective that may go; returns where to read on.
  private func readOpening(
    _ tokens: ArraySlice<Token>, from start: Int, _ table: PhraseTable<TellingWords.Marks>, _ language: String,
    _ found: inout SentenceTraits
  ) -> Int {
    var index = start
    for _ in 0..<2 {
      // "Oggi è stato arrestato": behind a word of time the subject may be missing as well.
      if index < tokens.endIndex, let day = words.deixis[language]?.longest(at: index, in: tokens),
        day.end < tokens.endIndex, let verb = table.longest(at: day.end, in: tokens),
        !Self.marks(of: verb.state, table).isDisjoint(with: [.verb, .copula])
      {
        found.lacksSubject = !hasSubject(behind: verb.end, tokens, table)
        return verb.end
      }
      guard index < tokens.endIndex, let hit = table.longest(at: index, in: tokens) else { break }
      var bits = Self.marks(of: hit.state, table)
      if bits.contains(.anaphoricNoun), speaksForItself(hit.end, tokens, table, language) {
        bits.remove(.anaphoricNoun)
      }
      if bits.contains(.clitic), hit.end < tokens.endIndex,
        let verb = table.longest(at: hit.end, in: tokens),
        table.meanings(verb.state).contains(where: {
          !$0.isDisjoint(with: [.verb, .copula])
        })
      {
        found.lacksSubject = true
        return verb.end
      }
      found.opening.formUnion(bits)
      found.marks.formUnion(bits)
      if hit.end == index + 1, !bits.isDisjoint(with: [.indefinite, .definite]) {
        readNoun(hit.end, bits, tokens, &found)
        if bits.contains(.definite) { found.openingNoun = openingNoun(hit.end, tokens, table, language) }
      }
      if bits.contains(.plain) { return hit.end }
      if bits.contains(.dangling), !bits.contains(.connective) {
        found.leansEarly = true
      }
      if !bits.isDisjoint(with: [.verb, .copula]) {
        let isCopula = bits.contains(.copula)
        found.lacksSubject = !(isCopula && hasSubject(behind: hit.end, tokens, table))
        return hit.end
      }
      guard bits.contains(.connective), found.behindConnective == nil else { return hit.end }
      var next = hit.end
      let hasComma = next < tokens.endIndex && (tokens[next].kind == .comma || tokens[next].kind == .colon)
      // "And, he said, mental health …": the comma belongs to what stands between two.
      if hasComma, bits.contains(.joiner) { return hit.end }
      if hasComma { next += 1 }
      guard next < tokens.endIndex else { return hit.end }
      // "In addition to the 14 tanks": the connective is half of a phrase.
      if !hasComma, let tied = table.longest(at: next, in: tokens),
        Self.marks(of: tied.state, table).contains(.complement)
      {
        return hit.end
      }
      found.behindConnective = Int(tokens[next].start)
      index = next
    }
    return index
  }

  /// "il ministro iraniano", "the attack on Kabul": what follows says which one is meant.
  private func speaksForItself(
    _ index: Int, _ tokens: ArraySlice<Token>, _ table: PhraseTable<TellingWords.Marks>, _ language: String
  ) -> Bool {
    guard index < tokens.endIndex else { return false }
    if tokens[index].isCapitalized || isDemonym(tokens[index].word, language) { return true }
    guard let hit = table.longest(at: index, in: tokens) else { return false }
    return table.meanings(hit.state).contains { $0.contains(.complement) }
  }

  /// "sono stati uccisi tre soldati": behind helping verb and participle stands an article or a number.
  private func hasSubject(behind index: Int, _ tokens: ArraySlice<Token>, _ table: PhraseTable<TellingWords.Marks>)
    -> Bool
  {
    var position = index
    var passed = 0
    while position < tokens.endIndex, passed < 3 {
      let token = tokens[position]
      if token.kind == .number { return true }
      guard token.kind == .word else { return false }
      let bytes = text[Int(token.start)..<Int(token.end)]
      if token.isCapitalized || introduces(position, tokens, table) { return true }
      guard bytes.count > 3 else { return false }
      position += 1
      passed += 1
    }
    return false
  }

  /// Whether a saying has a pronoun for its subject, or none at all behind what was said.
  private func hidesSpeaker(_ bits: TellingWords.Marks, _ end: Int, _ start: Int, _ tokens: ArraySlice<Token>) -> Bool {
    if bits.contains(.reportsBack), start > tokens.startIndex + 3 { return true }
    guard bits.contains(.speech), start > tokens.startIndex else { return false }
    let before = tokens[start - 1].kind
    let isEnd = end >= tokens.endIndex || tokens[end].kind == .stop
    return isEnd && (before == .comma || before == .closeQuote || before == .quote || before == .dash)
  }

  private func isQuote(_ token: Token) -> Bool {
    token.kind == .openQuote || token.kind == .closeQuote
      || token.kind == .quote && text[Int(token.start)] == UInt8(ascii: "\"")
  }

  private func introduces(_ index: Int, _ tokens: ArraySlice<Token>, _ table: PhraseTable<TellingWords.Marks>) -> Bool {
    guard let hit = table.longest(at: index, in: tokens) else { return false }
    return table.meanings(hit.state).contains { $0.contains(.introducer) }
  }

  private func count(_ token: Token, _ found: inout SentenceTraits) {
    let bytes = text[Int(token.start)..<Int(token.end)]
    switch token.kind {
    case .number:
      found.wordCount += 1
      found.figures.append(Self.fold(bytes))
      if bytes.count == 4, let number = Int(String(decoding: bytes, as: UTF8.self)), (1900...2099).contains(number),
        number != year
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

  /// A number for the bytes of a word, ASCII capitals made small (FNV-1a).
  private static func fold(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes {
      let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      hash = (hash ^ UInt64(small)) &* 0x100_0000_01b3
    }
    return hash
  }
}
