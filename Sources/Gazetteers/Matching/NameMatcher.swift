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
  /// Whether the word at a byte of the text is an ordinary word of the ruleset.
  let isOrdinary: (Int) -> Bool
  private(set) var words: [NameWord] = []

  init(
    index: NameIndex, spelling: NameSpelling, language: Int?, isCaseless: Bool, isOrdinary: @escaping (Int) -> Bool
  ) {
    self.index = index
    self.spelling = spelling
    self.language = language
    self.isCaseless = isCaseless
    self.isOrdinary = isOrdinary
  }

  /// A name by its words.
  struct Found {
    var words: Range<Int>
    var candidates: [Int]
    var isNominal: Bool
  }

  /// Reads the words of a sentence.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var words = words
    self.words = []
    words.removeAll(keepingCapacity: true)
    words.reserveCapacity(range.count / 5)
    NameScanner.forEachWord(in: text, range, spelling: spelling, numbering: index) { words.append($0) }
    self.words = words
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
        at = name.words.upperBound
      }
    }
  }

  /// The longest name from a word on, whose state is given.
  func longest(from first: Int, _ state: Int) -> Found? {
    var best: Found?
    var state = state
    var at = first
    while true {
      if let found = found(state, first..<(at + 1)) { best = found }
      at += 1
      guard at < words.count, words[at].gap < .barrier, words[at].number >= 0 else { break }
      state = index.step(state, words[at].number)
      guard state > 0 else { break }
    }
    return best
  }

  private func found(_ state: Int, _ range: Range<Int>) -> Found? {
    let meanings = index.meaningRange(state)
    guard !meanings.isEmpty else { return nil }
    var candidates: [Int] = []
    var isNominal = true
    for position in meanings {
      let meaning = index.meaning(position)
      guard isWritten(meaning, range), meaning.language == nil || meaning.language == language,
        meaning.context == 0 || hasContext(meaning.context, outside: range)
      else { continue }
      let entity = Int(meaning.entity)
      if !candidates.contains(entity) { candidates.append(entity) }
      if !meaning.isNominal { isNominal = false }
    }
    return candidates.isEmpty ? nil : Found(words: range, candidates: candidates, isNominal: isNominal)
  }

  private func hasContext(_ context: UInt32, outside range: Range<Int>) -> Bool {
    index.isContext(context) { wanted in
      for position in words.indices where words[position].number == wanted && !range.contains(position) { return true }
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
    for (bit, position) in range.enumerated() where bit < 16 && meaning.capitals & (1 << UInt16(bit)) != 0 {
      guard words[position].isCapitalized || isCaseless && !isOrdinary(Int(words[position].start)) else { return false }
    }
    return true
  }

  private func isExact(_ meaning: NameMeaning, _ range: Range<Int>) -> Bool {
    for (bit, position) in range.enumerated() where bit < 16 {
      let word = words[position]
      let isAcronym = meaning.allCapitals & (1 << UInt16(bit)) != 0
      if isAcronym, !word.isAllCapitals, isTitleCase(word, position) { continue }
      guard word.isCapitalized == (meaning.capitals & (1 << UInt16(bit)) != 0), word.isAllCapitals == isAcronym else {
        return false
      }
    }
    return true
  }

  /// "Jnim", "Rsf", "Onu": papers write acronyms like names. Two letters are too few to tell, and a word of the
  /// language is that word.
  private func isTitleCase(_ word: NameWord, _ position: Int) -> Bool {
    guard word.end - word.start >= 3 else { return false }
    if word.isCapitalized { return !isOrdinary(Int(word.start)) }
    return isCaseless && word.end - word.start >= 4 && !isOrdinary(Int(word.start))
  }
}
