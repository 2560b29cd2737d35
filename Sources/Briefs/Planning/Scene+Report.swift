import DocumentModel
import Events
import Gazetteers
import Lexicons

/// What the report as a whole shows: its sentences with what they tell, its names, its country.
extension Scene {
  /// The tokens of a sentence.
  func tokens(of sentence: Int) -> ArraySlice<Token> { material.tokens[material.sentenceTokens[sentence]] }

  /// The frames that a sentence tells, as positions.
  func frames(of sentence: Int) -> Range<Int> { framesOfSentence[sentence] ?? 0..<0 }

  /// Whether a frame only counts victims of what other words tell.
  func isCount(_ frame: Frame) -> Bool { frame.isNominal && concept(frame).type.isEmpty }

  /// The counts that a sentence without an event of its own adds to one told before, as a frame of their own.
  func counts(in sentence: Int) -> Frame? {
    guard let owner = frames.first(where: { $0.casualties.contains { $0.sentence.offset == sentence } }),
      let concept = lexicon.concept(with: .tally)
    else { return nil }
    var counts = owner
    counts.concept = concept
    counts.casualties.removeAll { $0.sentence.offset != sentence }
    guard let first = counts.casualties.first else { return nil }
    counts.trigger = nil
    counts.isNominal = true
    counts.sentence = SentenceIndex(sentence)
    counts.span = first.span
    counts.actors = []
    counts.targets = []
    counts.instruments = []
    counts.topic = nil
    counts.place = nil
    counts.time = nil
    counts.certainty = first.certainty
    counts.polarity = .positive
    counts.status = .accomplished
    counts.attribution = []
    counts.links = []
    counts.carried = []
    counts.governors = []
    counts.withheld = []
    counts.modal = nil
    counts.control = nil
    return counts
  }

  /// The event of the record that the counts of a sentence belong to.
  func owner(ofCountsIn sentence: Int) -> EventIndex? {
    frames.indices.first { frames[$0].casualties.contains { $0.sentence.offset == sentence } }.flatMap {
      material.positions[$0]
    }
  }

  /// How much the heaviest story of a sentence weighs.
  func weight(of sentence: Int) -> Double { weights[sentence] ?? 0 }

  /// Whether a sentence holds something to be so and tells no event.
  func isJudgement(_ sentence: Int) -> Bool {
    let told = frames(of: sentence).map { frames[$0] }
    guard !told.isEmpty else { return false }
    return told.allSatisfy { concept($0).isStatement && !concept($0).traits.contains(.silence) }
  }

  /// Whether somebody is the source of something in a sentence.
  func hasSource(_ sentence: Int) -> Bool { frames(of: sentence).contains { !frames[$0].attribution.isEmpty } }

  /// The events of the record that a sentence tells, as positions.
  func events(of sentence: Int) -> [EventIndex] { frames(of: sentence).compactMap { material.positions[$0] }.unique }

  /// The event of the record that a frame is.
  func event(of frame: Frame) -> EventIndex? {
    frames(of: frame.sentence.offset).first { frames[$0].span == frame.span && frames[$0].concept == frame.concept }
      .flatMap { material.positions[$0] }
  }

  /// Whether a frame is what an earlier one answers: "È la risposta all'operazione …".
  func isAnswered(_ position: Int) -> Bool {
    frames.contains {
      $0.sentence < frames[position].sentence && $0.links.contains { $0.kind == .responseTo && $0.frame == position }
    }
  }

  /// The frame of an earlier sentence that answers this one.
  func answering(_ frame: Frame) -> Frame? {
    guard let position = frames(of: frame.sentence.offset).first(where: { frames[$0].span == frame.span }) else {
      return nil
    }
    return frames.first {
      $0.sentence < frame.sentence && $0.links.contains { $0.kind == .responseTo && $0.frame == position }
    }
  }

  // MARK: - Names as the report has them

  /// The names in a sentence, in order.
  func mentions(in sentence: Int) -> [(span: TextSpan, entity: Entity)] {
    (mentionsOfSentence[sentence] ?? []).sorted { $0.span < $1.span }
  }

  /// The country to be added behind a place: only where the report names no country at all, and all its places lie in one.
  func countryToAdd(to entity: Entity) -> Entity? {
    // A town of the world's table may be a namesake: what it lies in is the record's to say, not the brief's.
    guard entity.type == .place || entity.type == .facility, entity.geonames == nil, let country, !isHome(country),
      entity.countries.first.flatMap({ gazetteer.country($0) })?.id == country.id
    else { return nil }
    return country
  }

  /// Whether readers of the report's language are at home in a country: nobody writes "Modena (Italia)".
  private func isHome(_ country: Entity) -> Bool {
    let home = phrasebook.list("home-countries", in: material.language)
    return country.countries.first.map { home.contains(Substring($0)) } ?? false
  }

  func onlyCountry() -> Entity? {
    var codes: Set<String> = []
    var places = 0
    for mentioned in material.entities {
      switch mentioned.entity.type {
      case .country: return nil
      case .place, .facility:
        guard mentioned.entity.countries.count == 1 else { return nil }
        codes.insert(mentioned.entity.countries[0])
        places += 1
      default: continue
      }
    }
    // A county or a sheriff is at home where every great name has a small namesake.
    let homely = Set(phrasebook.list("home-words", in: material.language).map(String.init))
    if material.tokens.contains(where: { token in
      token.isCapitalized && token.kind == .word
        && homely.contains(String(decoding: material.text[token.span.range], as: UTF8.self))
    }) {
      return nil
    }
    guard codes.count == 1, let code = codes.first, let found = gazetteer.country(code) else { return nil }
    // "la provincia siriana" names the country already; "militari russi" makes one place alone too little to go by.
    let others = lexicon.countries(ofDemonymsIn: material.tokens, language: material.language)
    if others.contains(where: { $0 == code || places < 2 }) { return nil }
    return found
  }

  /// Whether a mention is an acronym: two to six capitals.
  func isAcronym(_ span: TextSpan) -> Bool {
    (2...6).contains(span.count) && material.text[span.range].allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
  }

  /// Whether a mention stands inside parentheses.
  func isInsideParentheses(_ span: TextSpan) -> Bool {
    let before = material.text[max(0, span.start - 60)..<span.start]
    guard let open = before.lastIndex(of: UInt8(ascii: "(")) else { return false }
    return !material.text[open..<span.start].contains(UInt8(ascii: ")"))
  }

  /// "A Paris man": what stands before a noun for people says where they live, in a town that may have a greater
  /// namesake.
  func standsBeforePerson(_ span: TextSpan, in sentence: Int) -> Bool {
    tokens(of: sentence).first { Int($0.start) >= span.end }.map {
      Int($0.start) - span.end <= 1 && lexicon.isPerson($0.word, language: material.language)
    } ?? false
  }

  /// The heading over a sentence, where it is a place or a day and nothing else: without it "Near Mosul, five strikes …"
  /// would belong to whatever was told before.
  func heading(over sentence: Int) -> TextSpan? {
    for index in stride(from: sentence - 1, through: 0, by: -1) {
      switch material.sentences[index].kind {
      case .furniture, .body, .item: continue
      case .title: return nil
      case .subhead:
        var span = material.sentences[index].span
        while span.count > 1, let last = material.text[span.range].last, last == 0x3A || last == 0x2E {
          span = TextSpan(span.start, span.end - 1)
        }
        let isPlace = mentions(in: index).contains { $0.span == span && self.isPlace($0.entity) }
        let isDay = material.reading.times.contains { $0.span == span }
        // "Strike assessments are based on initial reports." behind "Near Mosul, …" breaks the form of the list and
        // belongs to no place of it.
        let isOutside = index + 1 < sentence && opensLikeItem(index + 1) && !opensLikeItem(sentence)
        return (isPlace || isDay) && !isOutside ? span : nil
      }
    }
    return nil
  }

  /// Whether a sentence opens with a phrase of place or time, as the items of a list do: "Near Mosul, four strikes …".
  private func opensLikeItem(_ sentence: Int) -> Bool {
    let trait = traits[sentence]
    return trait.opening.contains(.adjunct) || trait.subjectStart != nil
  }

  /// Whether a word of number stands in a stretch of a sentence: "(dieci giorni)".
  func countsWithin(_ range: Range<Int>, of sentence: Int) -> Bool {
    tokens(of: sentence).contains {
      Int($0.start) >= range.lowerBound && Int($0.end) <= range.upperBound
        && lexicon.isNumeral($0.word, language: material.language)
    }
  }

  /// The words of a title: without the site's name, and without a full stop where it was set as a sentence.
  func titleSpan(_ sentence: Int) -> TextSpan {
    if let title = material.masthead.title { return title }
    let span = material.sentences[sentence].span
    var end = span.end
    if material.text[end - 1] == UInt8(ascii: ".") { end -= 1 }
    while end > span.start, material.text[end - 1] == 0x20 { end -= 1 }
    return end > span.start ? TextSpan(span.start, end) : span
  }

  /// The name of a month in the report's language.
  func month(_ number: Int) -> String {
    phrasebook.phrase("month-\(number)", in: material.language)
  }

  /// The mark that closes the quotation which a sentence leaves open, past those that were closed within it; nil where
  /// none was opened.
  func closingMark(of sentence: Int) -> String? {
    let text = material.text
    var closed = (guillemets: 0, doubles: 0)
    for offset in text.indices[..<material.sentences[sentence].span.end].reversed() {
      let before = (offset > 1 ? text[offset - 2] : 0, offset > 0 ? text[offset - 1] : 0)
      switch (before.0, before.1, text[offset]) {
      case (_, 0xC2, 0xBB): closed.guillemets += 1
      case (0xE2, 0x80, 0x9D): closed.doubles += 1
      case (_, 0xC2, 0xAB):
        if closed.guillemets == 0 { return "»" }
        closed.guillemets -= 1
      case (0xE2, 0x80, 0x9C):
        if closed.doubles == 0 { return "”" }
        closed.doubles -= 1
      case (_, _, UInt8(ascii: "\"")) where closed == (0, 0): return "\""
      default: break
      }
    }
    return nil
  }

  /// The finite verbs of a sentence that are known for such, in no order.
  func finiteVerbs(in sentence: Int) -> [TextSpan] {
    (material.reading.accounts[sentence]?.finiteVerbs ?? []) + traits[sentence].verbs
  }

  /// The words of a sentence that say what happened: triggers of events, tolls, how it ended.
  func newsWords(in sentence: Int) -> [String] {
    let triggers = frames(of: sentence).filter { !concept(frames[$0]).isStatement }.map { frames[$0].span }
    return (triggers + traits[sentence].news).map { words($0) }
  }

  /// The words of a sentence that say who says so: no headline may lose them.
  func sourceWords(in sentence: Int) -> [TextSpan] {
    frames(of: sentence).flatMap { position in frames[position].attribution.map { $0.verb ?? $0.phrase.span } }
  }

  /// The words of a sentence that take something out of fact.
  func hedgingWords(in sentence: Int) -> [TextSpan] {
    // What reaches only what follows it may be cut off with it.
    let governors =
      frames(of: sentence).flatMap { frames[$0].governors } + (material.reading.accounts[sentence]?.governors ?? [])
    return governors.filter { $0.reach != .after && $0.embeddingClass != .accuse }.map(\.span)
  }
}
