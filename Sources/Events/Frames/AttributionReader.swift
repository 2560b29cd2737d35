import DocumentModel

/// Finds who says what in a sentence.
struct AttributionReader {
  let lexicon: EventLexicon
  let classes: PhraseClass
  let view: SentenceView
  let roles: RoleReader

  /// A source and the elements that it vouches for.
  struct Reach {
    var source: SourcePhrase
    var elements: Range<Int>
    /// The element of the verb of saying, or of the phrase with "according to".
    var at: Int
    /// Whether the source denies what it speaks of.
    var isDenial: Bool
  }

  func reaches() -> [Reach] {
    var found: [Reach] = []
    for (index, element) in view.elements.enumerated() {
      if let phrase = element.phrase, phrase.preposition == .accordingTo {
        found.append(
          Reach(
            source: SourcePhrase(phrase: phrase, stance: .says, saying: nil), elements: clause(around: index),
            at: index, isDenial: false))
      }
      if let verb = element.verb, let saying = verb.saying, !(verb.isBare && verb.tense == .participle),
        verb.triggers.isEmpty || isSaying(index)
      {
        if let reach = reach(ofSayingAt: index, verb, saying) { found.append(reach) }
      }
    }
    return found
  }

  /// A verb that is both a trigger and a verb of saying counts as saying if a clause or a quotation follows.
  private func isSaying(_ index: Int) -> Bool {
    guard let next = view.next(after: index) else { return false }
    // ", ha minacciato Kigali": behind what was said.
    if index > 0, view.elements[index - 1].isComma || view.elements[index - 1].isCloseQuote { return true }
    switch view.elements[next].kind {
    case .relative, .openQuote, .boundary: return true
    case .verb(let verb) where verb.isBare && verb.tense == .gerund: return true
    // "ha smentito di aver giustiziato", "denied targeting civilians", "claimed to have killed".
    case .preposition(.of):
      return view.next(after: next).flatMap { view.elements[$0].verb }.map { $0.isBare } ?? false
    case .verb(let verb): return verb.isBare && verb.tense != .participle
    case .phrase(let phrase) where phrase.preposition == nil:
      if isDenialOfEvent(index, phrase) || isCharge(index, next) { return true }
      // "Kenya denied its troops had been driven …": a clause without "that".
      guard next + 1 < view.elements.count, let verb = view.elements[next + 1].verb else { return false }
      return !verb.isBare
    default: return false
    }
  }

  /// "accused Israel of violating the ceasefire": behind the accused stands what they are said to have done.
  private func isCharge(_ index: Int, _ accused: Int) -> Bool {
    guard let saying = view.elements[index].verb?.saying, lexicon.sayings[saying].stance == .accuses else {
      return false
    }
    for element in view.elements[(accused + 1)...].prefix(6) {
      switch element.kind {
      case .phrase(let phrase) where phrase.preposition == .of: continue
      case .preposition, .adverb, .cue, .time, .comma: continue
      case .verb(let verb): return verb.isBare
      default: return false
      }
    }
    return false
  }

  /// "ha smentito l'attacco": what is denied is told by a noun.
  private func isDenialOfEvent(_ index: Int, _ phrase: NounPhrase) -> Bool {
    guard let verb = view.elements[index].verb, let saying = verb.saying, lexicon.sayings[saying].stance == .denies,
      classes.isEvent(phrase)
    else { return false }
    return verb.triggers.allSatisfy { lexicon.concepts[lexicon.triggers[$0].concept].traits.contains(.denial) }
  }

  private func reach(ofSayingAt index: Int, _ verb: VerbGroup, _ saying: Int) -> Reach? {
    var subject = roles.subject(of: index)
    // ", ha detto il governatore": the speaker may stand behind.
    if subject == nil || isAfterComma(index), let behind = roles.object(of: index), isSource(behind) {
      subject = behind
    }
    let stance = lexicon.sayings[saying].stance
    let isDenial = stance == .denies || (verb.isNegated && stance == .confirms)
    guard let subject, let phrase = view.elements[subject].phrase, isSource(subject) else { return nil }
    if let denied = deniedEvent(before: index) {
      let source = SourcePhrase(phrase: phrase, stance: .denies, saying: saying, verb: view.elements[index].span)
      return Reach(source: source, elements: denied..<(denied + 1), at: index, isDenial: false)
    }
    let isPostposed = subject > index || isAfterComma(index) && !isComplementAhead(index)
    // "ha risposto con colpi di artiglieria", "fighters pressed on": without something said nobody says anything.
    if stance == .says || stance == .orders, !isPostposed, !hasComplement(index) { return nil }
    // A saying that is itself denied or only possible vouches for nothing.
    if verb.isNegated, !isDenial { return nil }
    let source = SourcePhrase(phrase: phrase, stance: stance, saying: saying, verb: view.elements[index].span)
    let span = isPostposed ? 0..<min(subject, index) : (index + 1)..<end(after: index)
    return Reach(source: source, elements: span, at: index, isDenial: isDenial)
  }

  /// Whether a verb of saying has a complement of speech: a clause, a quotation, an infinitive, a thing said.
  private func hasComplement(_ index: Int) -> Bool {
    guard let next = view.next(after: index) else { return false }
    if view.elements.contains(where: { $0.isCloseQuote }) { return true }
    switch view.elements[next].kind {
    case .phrase(let phrase):
      guard phrase.preposition != nil else { return true }
      // "said in a statement that …", "spoke of nine dead".
      if phrase.preposition == .of { return true }
      return view.elements[next...].prefix(6).contains { $0.isRelative }
    case .preposition(let preposition): return preposition == .of
    case .verb(let verb): return !(verb.isBare && verb.tense == .participle)
    case .relative, .subordinator, .boundary, .openQuote, .closeQuote: return true
    default: return view.elements[next...].prefix(6).contains { $0.isRelative }
    }
  }

  /// "shelling that the army says never happened": the event stands, and the army denies it.
  private func deniedEvent(before index: Int) -> Int? {
    guard index + 1 < view.elements.count, case .cue(let row) = view.elements[index + 1].kind,
      lexicon.cues[row].value == .negative, let start = view.clauses.firstIndex(of: view.clauses[index]),
      view.elements[start].isRelative, let event = roles.antecedent(before: start), isEventPhrase(view.elements[event])
    else { return nil }
    return event
  }

  private func isSource(_ index: Int) -> Bool {
    guard let phrase = view.elements[index].phrase else { return false }
    switch phrase.head {
    case .event, .count: return false
    case .pronoun(let value): return value == "some" || value == "others"
    case .noun(let row):
      switch lexicon.nouns[row].nounClass {
      case .weapon, .vehicle, .goods, .money, .abstract, .time, .body, .animal: return false
      default: return true
      }
    default: return true
    }
  }

  private func isComplementAhead(_ index: Int) -> Bool {
    guard let next = view.next(after: index) else { return false }
    return view.elements[next].isRelative
  }

  /// Whether the last comma before the verb's subject parts it from what is said.
  private func isAfterComma(_ index: Int) -> Bool {
    var position = index - 1
    var phrases = 0
    while position >= 0 {
      switch view.elements[position].kind {
      case .comma, .closeQuote:
        return view.elements[..<position].contains { $0.verb != nil || isEventPhrase($0) } && phrases <= 1
      case .phrase: phrases += 1
      // "residents and a military officer said": speakers in a row are one subject.
      case .conjunction: phrases -= 1
      case .adverb, .cue, .time: break
      default: return false
      }
      position -= 1
    }
    return false
  }

  private func isEventPhrase(_ element: Element) -> Bool {
    element.phrase.map { classes.isEvent($0) } ?? false
  }

  /// What is said reaches to the end of the sentence, or to a contrast.
  private func end(after index: Int) -> Int {
    var position = index + 1
    while position < view.elements.count {
      switch view.elements[position].kind {
      case .subordinator("but"), .subordinator("while"), .stop: return position
      case .boundary where position > index + 1: return position
      // "negano la notizia e sostengono di …": each verb of saying has its own.
      case .conjunction where position > index + 1:
        if let next = view.next(after: position), view.elements[next].verb?.saying != nil { return position }
        position += 1
      default: position += 1
      }
    }
    return position
  }

  private func clause(around index: Int) -> Range<Int> {
    var start = index
    while start > 0, !isBarrier(start - 1) { start -= 1 }
    return start..<end(after: index)
  }

  private func isBarrier(_ index: Int) -> Bool {
    switch view.elements[index].kind {
    case .subordinator("but"), .subordinator("while"), .stop, .boundary: true
    default: false
    }
  }
}
