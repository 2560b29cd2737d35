import DocumentModel
import Languages

/// Reads how sure the report is of an event, whether it affirms it, and how far it has come.
struct FactualityReader {
  let lexicon: EventLexicon
  let classes: PhraseClass
  let view: SentenceView

  struct Factuality {
    var certainty = Certainty.asserted
    var cue: Int?
    var polarity = Polarity.positive
    var status = EventStatus.accomplished
    var because: [String] = []
    /// The words outside the event's own that say so.
    var carried: [TextSpan] = []
  }

  /// What the words around an element say of the event there.
  func factuality(at index: Int) -> Factuality {
    var found = Factuality()
    let element = view.elements[index]
    if let verb = element.verb {
      readVerb(verb, at: index, &found)
    } else if let governor = governor(of: index), let verb = view.elements[governor].verb {
      // "Israele potrebbe lanciare un'offensiva": the noun stands under the verb that governs it.
      if verb.isCopula || verb.triggers.isEmpty || verb.modal != nil {
        readGovernor(verb, &found)
        found.carried.append(view.elements[governor].span)
      }
    }
    readCues(at: index, &found)
    if isHypothetical(index) { found.status = .hypothetical }
    if isHistorical(index) {
      found.status = .historical
      found.because.append("an earlier year or an anniversary")
    }
    return found
  }

  private func readVerb(_ verb: VerbGroup, at index: Int, _ found: inout Factuality) {
    if verb.isNegated { found.polarity = .negative }
    readModality(verb, &found)
    if verb.isBare, verb.tense == .infinitive, !verb.hasAuxiliary, verb.control == nil, verb.modal == nil,
      !isForced(index)
    {
      found.status = .plannedThreatened
      // An infinitive under a verb of its own takes that verb's doubt: "per rompere", "to break".
    }
    for cue in verb.cues { apply(cue, &found) }
  }

  /// "li ha costretti a ritirarsi": what somebody was made to do was done.
  private func isForced(_ index: Int) -> Bool {
    var position = index - 1
    while position >= 0 {
      switch view.elements[position].kind {
      case .phrase, .preposition, .adverb: position -= 1
      case .verb(let verb): return verb.support == .forces
      default: return false
      }
    }
    return false
  }

  private func readGovernor(_ verb: VerbGroup, _ found: inout Factuality) {
    if verb.isNegated, !verb.isCopula { found.polarity = .negative }
    readModality(verb, &found)
    if verb.support == .plans, found.status == .accomplished { found.status = .plannedThreatened }
    if verb.support == .goesOn, found.status == .accomplished { found.status = .ongoing }
  }

  private func readModality(_ verb: VerbGroup, _ found: inout Factuality) {
    if let control = verb.control {
      found.status = lexicon.controls[control].status
      if lexicon.controls[control].id == "fail" { found.polarity = .negative }
      if lexicon.controls[control].id == "manage", verb.isNegated { found.status = .attempted }
      found.because.append("verb \(lexicon.controls[control].id)")
    }
    switch verb.modal {
    case .may:
      found.certainty = .possible
      if found.status == .accomplished { found.status = verb.hasAuxiliary ? .accomplished : .plannedThreatened }
      found.because.append("modal may")
    case .couldHave:
      found.status = .hypothetical
      found.because.append("modal could have")
    case .must where verb.hasAuxiliary:
      found.certainty = .probable
      found.because.append("modal must have")
    case .can, .must, .should, .will, .want, .aboutTo:
      found.status = .plannedThreatened
      found.because.append("modal verb")
    case .would: found.status = .hypothetical
    case nil: break
    }
    if verb.modal == nil {
      switch verb.tense {
      case .conditional where verb.hasAuxiliary && view.grammar.contains(.reportingConditional):
        found.certainty = .reported
        found.because.append("journalistic conditional")
      case .conditional where view.grammar.contains(.reportingConditional):
        found.certainty = .reported
        found.because.append("journalistic conditional")
      case .future:
        found.status = .plannedThreatened
      default: break
      }
    }
    if verb.isProgressive, found.status == .accomplished { found.status = .ongoing }
  }

  /// The finite verb that an event noun depends on as its object or subject.
  private func governor(of index: Int) -> Int? {
    guard let phrase = view.elements[index].phrase, phrase.preposition == nil else { return nil }
    if let carrier = RoleReader(lexicon: lexicon, classes: classes, view: view).carrier(of: index) {
      return carrier.element
    }
    if let before = view.previous(before: index), view.elements[before].verb != nil { return before }
    if let after = view.next(after: index), view.elements[after].verb != nil { return after }
    return nil
  }

  // MARK: - Cues

  private func readCues(at index: Int, _ found: inout Factuality) {
    for (position, element) in view.elements.enumerated() {
      guard case .cue(let row) = element.kind else { continue }
      let cue = lexicon.cues[row]
      let reaches: Bool
      switch cue.scope {
      case "clause" where cue.value == .ongoing: reaches = lastEvent(before: position) == index
      case "sentence": reaches = true
      case "clause":
        reaches = view.clauses[position] == view.clauses[index] || position < index && isBeforeThat(position, index)
      default: reaches = nearestVerb(to: position) == index
      }
      if reaches {
        apply(row, &found)
        found.carried.append(element.span)
      }
    }
    // "un presunto attacco", "suspected": an adjective that restricts.
    if let phrase = view.elements[index].phrase {
      for row in phrase.adjectives {
        let id = lexicon.adjectives[row].id
        if id == "continuous" || id == "constant" || id == "ongoing", found.status == .accomplished {
          found.status = .ongoing
        }
        guard lexicon.adjectives[row].kind == .restrict else { continue }
        if id == "alleged" || id == "suspected" || id == "presumed" { found.certainty = .possible }
        if id == "attempted" || id == "failed" || id == "foiled" { found.status = .attempted }
        if id == "false" || id == "fake" { found.polarity = .negative }
      }
    }
  }

  /// "…, al momento ancora in corso": the event told last is going on, even over a relative clause.
  private func lastEvent(before position: Int) -> Int? {
    let isEvent = { (index: Int) -> Bool in
      if let verb = view.elements[index].verb { return !verb.triggers.isEmpty }
      return view.elements[index].phrase.map { classes.isEvent($0) } ?? false
    }
    return view.elements.indices.last { $0 < position && isEvent($0) }
      ?? view.elements.indices.first { $0 > position && isEvent($0) }
  }

  /// "Sembra che …", "Non è vero che …": the clause behind "that" is meant.
  private func isBeforeThat(_ position: Int, _ index: Int) -> Bool {
    guard let next = view.next(after: position) else { return false }
    return view.elements[next].isRelative && view.clauses[next] == view.clauses[index]
  }

  private func apply(_ row: Int, _ found: inout Factuality) {
    let cue = lexicon.cues[row]
    found.because.append("cue \(cue.id)")
    switch cue.value {
    case .probable, .possible, .reported:
      let certainty: Certainty =
        switch cue.value {
        case .probable: .probable
        case .possible: .possible
        default: .reported
        }
      if found.certainty == .asserted || found.certainty == .reported { found.certainty = certainty }
      found.cue = row
    case .negative: found.polarity = .negative
    case .attempted: found.status = .attempted
    case .planned: found.status = .plannedThreatened
    case .ongoing: if found.status == .accomplished { found.status = .ongoing }
    case .historical: found.status = .historical
    case .hypothetical: found.status = .hypothetical
    }
  }

  /// The verb, or failing that the event noun, of the cue's own conjunct: the next one, if no conjunction or clause
  /// stands between; else the one before.
  private func nearestVerb(to position: Int) -> Int? {
    var index = position + 1
    scan: while index < view.elements.count {
      switch view.elements[index].kind {
      case .verb(let verb) where !verb.triggers.isEmpty || verb.saying != nil: return index
      case .phrase(let phrase):
        if case .event = phrase.head, phrase.preposition == nil { return index }
      case .conjunction, .boundary, .relative, .subordinator, .stop: break scan
      default: break
      }
      index += 1
    }
    index = position - 1
    while index >= 0 {
      switch view.elements[index].kind {
      case .verb(let verb) where !verb.triggers.isEmpty: return index
      case .boundary, .subordinator, .stop: return nil
      default: index -= 1
      }
    }
    return nil
  }

  // MARK: - What never happened, and what happened long ago

  private func isHypothetical(_ index: Int) -> Bool {
    var position = index
    while position >= 0 {
      switch view.elements[position].kind {
      case .subordinator("if"): return true
      case .comma, .boundary, .stop: return false
      default: position -= 1
      }
    }
    return false
  }

  /// Whether the sentence only remembers: an anniversary tells of nothing that happens.
  var isAnniversary: Bool {
    view.elements.contains { element in
      guard case .cue(let row) = element.kind else { return false }
      return lexicon.cues[row].value == .historical && lexicon.cues[row].scope == "sentence"
    }
  }

  private func isHistorical(_ index: Int) -> Bool {
    // "nel 2019": a year without day and month, in the clause of the event.
    for (position, element) in view.elements.enumerated() where view.clauses[position] == view.clauses[index] {
      guard case .time(let time) = element.kind, time.year != nil, time.month == nil, time.day == nil else { continue }
      // The year belongs to the nearest verb: "will visit Albania, the first since Tirana split with Moscow in 1961".
      let between = min(position, index) + 1..<max(position, index, min(position, index) + 1)
      if !view.elements[between].contains(where: { $0.verb != nil }) { return true }
    }
    return false
  }
}
