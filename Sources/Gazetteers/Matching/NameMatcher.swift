import DocumentModel

/// Finds names in sentences: the longest from each word on, word-bounded, linear but for the length of a name.
///
/// Holds the words of the sentence under way, so one matcher serves one text.
struct NameMatcher {
  let index: NameIndex
  let spelling: NameSpelling
  /// Whether names count in any case, but for those that are ordinary words.
  let isCaseless: Bool
  /// The label of the sentence's language among the gazetteer's, or nil.
  var language: Int?
  /// The words that say what an unknown name is, and those of the sentence's language.
  var cues: NameCues?
  private(set) var cueWords: NameCues.Words?
  /// Whether the word at a byte of the text is an ordinary word of the ruleset.
  let isOrdinary: (Int) -> Bool
  private(set) var words: [NameWord] = []
  private let text: UnsafeBufferPointer<UInt8>
  /// Whether most words of the sentence have capitals, as titles have them: then a capital says nothing.
  private(set) var isTitleCase = false

  init(
    _ text: UnsafeBufferPointer<UInt8>, index: NameIndex, spelling: NameSpelling, language: Int?, isCaseless: Bool,
    isOrdinary: @escaping (Int) -> Bool
  ) {
    self.text = text
    self.index = index
    self.spelling = spelling
    self.language = language
    self.isCaseless = isCaseless
    self.isOrdinary = isOrdinary
  }

  /// Sets the language of the sentences that follow.
  mutating func set(language code: String, number: Int?) {
    language = number
    cueWords = cues?.languages[code]
  }

  /// The number of a word among those of the cues, or -1.
  func cueNumber(_ position: Int) -> Int32 {
    cues?.number(hash: words[position].hash) ?? -1
  }

  /// The number of a word, looked up now if nobody has asked for it: few words in small letters are asked for.
  func number(_ position: Int) -> Int32 {
    let word = words[position]
    guard word.number == NameWord.notAsked else { return word.number }
    var index = index
    index.asksAll = true
    var number: Int32 = -1
    NameScanner.forEachWord(in: text, Int(word.start)..<Int(word.end), spelling: spelling, numbering: index) {
      number = $0.number
    }
    return number
  }

  /// A name by its words.
  struct Found {
    var words: Range<Int>
    var candidates: [Int]
    var isNominal: Bool
    /// Whether only tables of the world give the name.
    var isImported: Bool
    /// Whether it lies inside of a longer name.
    var isNested = false
  }

  /// Reads the words of a sentence.
  mutating func read(_ range: Range<Int>) {
    var words = words
    self.words = []
    words.removeAll(keepingCapacity: true)
    words.reserveCapacity(range.count / 5)
    NameScanner.forEachWord(in: text, range, spelling: spelling, numbering: index) { words.append($0) }
    self.words = words
    var long = 0
    var capitals = 0
    for word in words where word.end - word.start > 3 {
      long += 1
      if word.isCapitalized { capitals += 1 }
    }
    isTitleCase = long >= 3 && capitals * 10 >= long * 7
  }

  /// The leftmost-longest names of the sentence. A name that fails its case rule, its language or its context is none;
  /// then the next shorter one counts. What is shielded is handed to `shielded`.
  func matches(_ found: (Found) -> Void, shielded: (Found, Shield) -> Void) {
    var at = 0
    while at < words.count {
      let number = words[at].number
      guard number >= 0, case let state = index.opener(number), state > 0, let name = longest(from: at, state) else {
        at += 1
        continue
      }
      if let shield = shield(of: name) {
        shielded(name, shield)
        // "Isis Rossi": what a shield took may hold a shorter name further on, but none that begins here.
        at += 1
      } else {
        found(name)
        forEachPlace(within: name, found)
        at = name.words.upperBound
      }
    }
  }

  /// The places inside of a longer name of another thing: "Damasco" in "università di Damasco".
  private func forEachPlace(within outer: Found, _ found: (Found) -> Void) {
    guard outer.words.count > 1, !isPlace(outer) else { return }
    var at = outer.words.lowerBound
    while at < outer.words.upperBound {
      guard words[at].number >= 0, case let state = index.opener(words[at].number), state > 0,
        var name = longest(from: at, state, end: outer.words.upperBound - (at == outer.words.lowerBound ? 1 : 0)),
        isPlace(name), !name.isNominal,
        !name.isImported || name.candidates.allSatisfy({ index.prior($0) >= 6 }),
        index.classes(of: number(at)).isDisjoint(with: [.never, .given, .ordinary]) || name.words.count > 1
      else {
        at += 1
        continue
      }
      name.isNested = true
      found(name)
      at = name.words.upperBound
    }
  }

  private func isPlace(_ name: Found) -> Bool {
    let type = Gazetteer.type(UInt32(index.type(name.candidates[0])))
    return type == .place || type == .country
  }

  /// The longest name from a word on, whose state is given.
  func longest(from first: Int, _ state: Int, end: Int = .max) -> Found? {
    var best: Found?
    var state = state
    var at = first
    while true {
      if let found = found(state, first..<(at + 1)) { best = found }
      at += 1
      guard at < min(words.count, end), joins(at), case let number = number(at), number >= 0 else { break }
      state = index.step(state, number)
      guard state > 0 else { break }
    }
    return best
  }

  /// Whether a name may go on at a word: "Trentino - Alto Adige" and "Bolzano/Bozen" are written so too.
  func joins(_ position: Int) -> Bool {
    if words[position].gap < .comma { return true }
    guard words[position].gap == .barrier, position > 0 else { return false }
    let between = text[Int(words[position - 1].end)..<Int(words[position].start)]
    guard between.count <= 5 else { return false }
    var marks = 0
    for byte in between {
      switch byte {
      case UInt8(ascii: " "): break
      case UInt8(ascii: "-"), UInt8(ascii: "/"): marks += 1
      // The first byte of a dash; of the others there is one of each.
      case 0xE2: marks += 1
      case 0x80, 0x90...0x95: break
      default: return false
      }
    }
    return marks == 1
  }

  private func found(_ state: Int, _ range: Range<Int>) -> Found? {
    let meanings = index.meaningRange(state)
    guard !meanings.isEmpty else { return nil }
    var candidates: [Int] = []
    var isNominal = true
    var isImported = true
    for position in meanings {
      let meaning = index.meaning(position)
      guard refusal(of: meaning, range) == nil else { continue }
      let entity = Int(meaning.entity)
      if !candidates.contains(entity) { candidates.append(entity) }
      if !meaning.isNominal { isNominal = false }
      if !meaning.isImported { isImported = false }
    }
    return candidates.isEmpty
      ? nil : Found(words: range, candidates: candidates, isNominal: isNominal, isImported: isImported)
  }

  /// Why a meaning of a name is none here; nil if it is one.
  func refusal(of meaning: NameMeaning, _ range: Range<Int>) -> NameOption.Outcome? {
    if !isWritten(meaning, range) { return .writing }
    if meaning.language != nil, meaning.language != language { return .language }
    if meaning.context != 0, !hasContext(meaning.context, outside: range) { return .context }
    return meaning.isBehindComma && !isAbbreviation(range.lowerBound) ? .comma : nil
  }

  /// ", Ky."; not ", I'll" and not ", IN" where all is in capitals.
  private func isAbbreviation(_ position: Int) -> Bool {
    let word = words[position]
    guard word.gap == .comma, position > 0 else { return false }
    return !text[Int(word.start)..<Int(word.end)].contains { $0 == UInt8(ascii: "'") || $0 >= 0x80 }
      && !(word.isAllCapitals && words[position - 1].isAllCapitals)
  }

  private func hasContext(_ context: UInt32, outside range: Range<Int>) -> Bool {
    index.isContext(context) { wanted in
      for position in words.indices where !range.contains(position) && number(position) == wanted { return true }
      return false
    }
  }

  // MARK: - Case

  private func isWritten(_ meaning: NameMeaning, _ range: Range<Int>) -> Bool {
    switch meaning.rule {
    case .any: return true
    case .inner where range.lowerBound == 0: return words[range].allSatisfy(\.isAllCapitals)
    case .title, .inner: return isTitle(meaning, range)
    case .exact: return isExact(meaning, range)
    }
  }

  private func isTitle(_ meaning: NameMeaning, _ range: Range<Int>) -> Bool {
    var ordinary = 0
    for (bit, position) in range.enumerated() where bit < 16 && meaning.capitals & (1 << UInt16(bit)) != 0 {
      guard !words[position].isCapitalized else { continue }
      guard isCaseless else { return false }
      if isOrdinary(Int(words[position].start)) || range.count == 1 && isDictionaryWord(position) { ordinary += 1 }
    }
    // In small letters "sale" is a word, but "national liberation army" is a name, as is every one of several words that
    // somebody put into a table for what reports write.
    guard ordinary == 0 || range.count > 1 && (!meaning.isImported || ordinary < range.count) else { return false }
    // "TO", "PA" are abbreviations of something else.
    let first = words[range.lowerBound]
    return range.count > 1 || !first.isAllCapitals || meaning.allCapitals != 0
      // Where all is in capitals, "GAO" is a town; two letters are not.
      || first.end - first.start > (isCaseless ? 2 : 3)
  }

  /// "turkey", "china": in small letters they are what the dictionary has, but not behind a word that leads to places.
  private func isDictionaryWord(_ position: Int) -> Bool {
    guard index.classes(of: number(position)).contains(.ordinary) else { return false }
    return position == 0 || words[position].gap != .space
      || !index.classes(of: number(position - 1)).contains(.place)
  }

  private func isExact(_ meaning: NameMeaning, _ range: Range<Int>) -> Bool {
    for (bit, position) in range.enumerated() where bit < 16 {
      let word = words[position]
      let isAcronym = meaning.allCapitals & (1 << UInt16(bit)) != 0
      if isAcronym, !word.isAllCapitals, isTitleCase(word) { continue }
      // In a text of capitals only they say nothing.
      if isCaseless, !isAcronym, word.isAllCapitals, meaning.capitals & (1 << UInt16(bit)) != 0,
        !isOrdinary(Int(word.start))
      {
        continue
      }
      guard word.isCapitalized == (meaning.capitals & (1 << UInt16(bit)) != 0), word.isAllCapitals == isAcronym else {
        return false
      }
    }
    return true
  }

  /// "Jnim", "Rsf", "Onu": papers write acronyms like names. Two letters are too few to tell, and a word of the
  /// language is that word.
  private func isTitleCase(_ word: NameWord) -> Bool {
    guard word.end - word.start >= 3 else { return false }
    if word.isCapitalized { return !isOrdinary(Int(word.start)) }
    return isCaseless && word.end - word.start >= 4 && !isOrdinary(Int(word.start))
  }
}
