public import Clauses
public import DocumentModel
public import Gazetteers
public import Lexicons
public import Quantities

/// What a document says, before it is worded: frames in the order of the text.
public struct DocumentReading: Sendable {
  /// Events and statements, in the order of the text. None holds itself, whether in a phrase, as its purpose or through
  /// another frame, and they stand inside one another at most ``Nesting/deepest`` times.
  public internal(set) var frames: [Frame]
  /// Names that no gazetteer knows.
  public var candidates: [Candidate]
  /// The times of the text, in order.
  public var times: [TimeMention]
  /// The day that the dateline names.
  public var datelineDay: TimeMention?
  /// The numbers, days and lengths of time of the text, in order.
  public var quantities: [Quantity] = []
  /// What each sentence consists of that may tell something; nil for the others.
  public var accounts: [SentenceAccount?] = []
}

/// Reads all sentences of a document and ties together what they tell.
public struct DocumentReader: Sendable {
  private let lexicon: EventLexicon
  private let classes: PhraseClass
  private let quantityWords: [String: QuantityWords]

  /// Makes a reader over a lexicon and a gazetteer, with the words of numbers and days of each language.
  public init(lexicon: EventLexicon, gazetteer: Gazetteer, quantityWords: [String: QuantityWords]) {
    self.lexicon = lexicon
    self.quantityWords = quantityWords
    classes = PhraseClass(lexicon: lexicon, gazetteer: gazetteer)
  }

  /// The frames of a document.
  ///
  /// - Parameters:
  ///   - tokens: the tokens of each sentence, as ranges into `allTokens`.
  ///   - entities: for each token that begins a mention, where the mention ends and which entity it names.
  ///   - syntax: how the words of each sentence hang together.
  ///   - published: the day that the report gives as its own, which day words are reckoned from.
  ///   - deadline: looked at before each sentence; its error is thrown on.
  public func read(
    text: [UInt8], sentences: [Sentence], allTokens: [Token], tokens: [Range<Int>],
    entities: TokenMentions, syntax: Syntax = Syntax(), published: Masthead.Day? = nil, deadline: Deadline = .never
  ) throws(Deadline.Passed) -> DocumentReading {
    var reading = DocumentReading(frames: [], candidates: [], times: [], datelineDay: nil)
    if let published {
      reading.datelineDay = TimeMention(
        phrase: nil, year: published.year, month: published.month, day: published.day,
        span: published.span ?? TextSpan(0, 0))
    }
    for (index, sentence) in sentences.enumerated() {
      try deadline.check()
      // A byline or a photo credit tells nothing.
      guard sentence.kind != .furniture else {
        reading.accounts.append(nil)
        continue
      }
      let slice = allTokens[tokens[index]]
      let quantities = quantities(of: slice, sentence.language, text, reading.datelineDay)
      reading.quantities += quantities
      let units = UnitReader(lexicon: lexicon, gazetteer: classes.gazetteer, language: sentence.language, text: text)
        .units(of: slice, entities: entities, quantities: quantities)
      var chunker = Chunker(lexicon: lexicon, language: sentence.language, units: units)
      guard tells(units) else {
        // Most sentences of general news have no word that tells anything: only names and times are kept of them.
        let (times, names) = chunker.timesAndNames()
        reading.times += times
        reading.candidates += names.map { Candidate(span: $0, sentence: SentenceIndex(index)) }
        reading.accounts.append(nil)
        continue
      }
      let elements = chunker.read()
      let dateline = dateline(of: elements, sentence.kind)
      reading.datelineDay = reading.datelineDay ?? dateline?.day
      let view = SentenceView(
        index: SentenceIndex(index), sentence: sentence, elements: elements,
        words: slice.map(\.word),
        dateline: dateline?.place, syntax: syntax)
      for element in elements {
        if case .time(let time) = element.kind { reading.times.append(time) }
      }
      reading.candidates += candidates(elements, SentenceIndex(index))
      reading.accounts.append(nil)
      let offset = reading.frames.count
      guard view.mayTell(lexicon) else { continue }
      var found = SentenceReader(lexicon: lexicon, classes: classes, view: view).frames()
      for position in found.indices {
        found[position].links = found[position].links.map {
          FrameLink(kind: $0.kind, frame: $0.frame + offset, concept: $0.concept)
        }
      }
      for position in found.indices {
        found[position].settleRoles { entity in
          let type = classes.gazetteer.type(of: entity)
          return type == .place || type == .country || type == .facility
        }
      }
      reading.frames += found
      StoryLinks(lexicon: lexicon, classes: classes).takeUp(
        view, in: &reading.frames, from: offset, sentences: sentences)
      // What tells nothing and counts nobody needs no account.
      guard reading.frames.count > offset || view.counts(classes) else { continue }
      let governors = GovernorFinder(lexicon: lexicon, language: sentence.language).governors(in: slice)
      reading.accounts[index] = AccountKeeper(lexicon: lexicon).account(
        of: units, elements: elements, governors: governors)
      if reading.frames.count > offset {
        Withholding(lexicon: lexicon, view: view, governors: governors).withholdGoverned(&reading.frames[offset...])
      }
    }
    StoryLinks(lexicon: lexicon, classes: classes).identify(&reading.frames, sentences: sentences)
    Withholding.withholdIncomplete(&reading.frames, lexicon)
    Nesting.bound(&reading.frames)
    return reading
  }

  /// Whether a word of a sentence may tell of an event or count victims: the others tell nothing, however their words hang
  /// together. Cheap: the words are looked up, and no more.
  public func mayTell(
    text: [UInt8], sentence: Sentence, tokens: ArraySlice<Token>, entities: TokenMentions
  ) -> Bool {
    sentence.kind != .furniture
      && UnitReader(
        lexicon: lexicon, gazetteer: classes.gazetteer, language: sentence.language, text: text
      )
      .mayTell(tokens, entities: entities)
  }

  private func quantities(
    of tokens: ArraySlice<Token>, _ language: String, _ text: [UInt8], _ day: TimeMention?
  ) -> [Quantity] {
    guard let words = quantityWords[language] else { return [] }
    var today: CalendarDay?
    if let year = day?.year, let month = day?.month, let day = day?.day {
      today = CalendarDay(year: year, month: month, day: day)
    }
    return QuantityReader(words: words, text: text, tokens: tokens, today: today).quantities()
  }

  /// Whether a sentence has a word that may tell of an event or count victims, or opens with a dateline.
  private func tells(_ units: [Unit]) -> Bool {
    for position in units.indices {
      if units[position].kind == .dash, position < UnitReader.datelineLength { return true }
      if units[position].kinds.isDisjoint(with: [.verb, .eventNoun, .noun]) { continue }
      for sense in units[position].senses {
        switch sense.kind {
        case .verb, .eventNoun: return true
        case .noun(let row): if lexicon.mayTell(noun: row) { return true }
        default: continue
        }
      }
    }
    return false
  }

  private func candidates(_ elements: [Element], _ sentence: SentenceIndex) -> [Candidate] {
    var found: [Candidate] = []
    for element in elements {
      guard let phrase = element.phrase else { continue }
      if case .name = phrase.head { found.append(Candidate(span: phrase.headSpan, sentence: sentence)) }
      if let name = phrase.name { found.append(Candidate(span: name, sentence: sentence)) }
    }
    return found
  }

  /// "MOGADISCIO, 14 maggio – …", "GAO (Mali) – …": the place and day before the first dash.
  private func dateline(of elements: [Element], _ kind: SentenceKind) -> (place: NounPhrase, day: TimeMention?)? {
    guard kind == .body,
      let dash = elements.prefix(8).firstIndex(where: { if case .boundary = $0.kind { true } else { false } }),
      dash > 0,
      let first = elements[0].phrase, first.preposition == nil, classes.namesPlace(first)
    else { return nil }
    var day: TimeMention?
    for element in elements[..<dash] {
      switch element.kind {
      case .phrase, .comma, .openParenthesis, .closeParenthesis: continue
      case .time(let time): day = day ?? time
      default: return nil
      }
    }
    return (classes.somewhere(first), day)
  }
}
