import Languages
import Reading

/// Verbs without a person, without an object or with "si" that are nonetheless read without a guess.
extension Sentence {
  /// "i fondi stanziati dal governo", "a man armed with a knife": right behind the noun that it agrees with.
  func isPlainParticiple(_ clause: Int) -> Bool {
    let this = clauses[clause]
    let verb = Int(this.verb)
    let word = verbWord(of: clause)
    let before = content(before: verb)
    let isAnchored =
      this.link == .adnominalClause && this.anchor >= 0
      && (before == Int(this.anchor) || isHeadFirst && isChain(from: Int(this.anchor), to: verb))
    let isBehindComma = isHeadFirst && isKind(before, .comma) && this.isBehindComma
    guard this.kind == .participial, isAnchored || isBehindComma || isHeadFirst && before < 0, word.certainty != .open,
      word.origin != .derived,
      !isKind(verb + 1, .verbal)
    else { return false }
    if isHeadFirst {
      // "proveniente" has no gender.
      guard this.anchor < 0 || phrases[Int(this.anchor)].features.agrees(with: word.features),
        !word.features.isDisjoint(with: .genders), !word.features.isSuperset(of: .genders)
      else { return false }
    } else {
      guard isKind(verb + 1, .nominal), phrases[verb + 1].preposition >= 0 else { return false }
      // "with a coat thrown over his shoulders"
      if isAnchored, phrases[before].preposition >= 0, has(phrases[before].preposition, .with) { return false }
    }
    // "the men killed two soldiers": with what may be an object it may be finite.
    var member = phrases[verb].next
    while member >= 0 {
      let phrase = phrases[Int(member)]
      if phrase.kind == .adjectival || phrase.isBareNominal && !isTime(Int(member)) { return false }
      member = phrase.next
    }
    return isHeadFirst || word.endsInEd || word.features.contains(.participle) && !word.features.contains(.finite)
  }

  /// "le domande di trasferimento presentate": nothing but phrases of the noun's chain between it and its participle, and the
  /// form fits none of them.
  private func isChain(from noun: Int, to verb: Int) -> Bool {
    guard noun < verb, verb - noun < 6 else { return false }
    let features = words[Int(phrases[verb].head)].features
    return ((noun + 1)..<verb).allSatisfy { index in
      phrases[index].kind == .adverbial
        || phrases[index].kind == .nominal && phrases[index].preposition >= 0
          && !phrases[index].features.agrees(with: features)
    }
  }

  /// An infinitive that no article makes a noun; a form in -ing behind a comma, a noun or a verb, with an object that could
  /// not be described by it.
  func isPlainForm(_ clause: Int) -> Bool {
    let this = clauses[clause]
    let verb = Int(this.verb)
    let phrase = phrases[verb]
    let parent = Int(this.parent)
    let governor = parent >= 0 && clauses[parent].verb >= 0 ? verbWord(of: parent) : nil
    if phrase.form == .infinitive {
      // "ha fatto sapere la società": who did it, or what was done?
      let isCaused =
        governor.map { $0.has(.causative) || $0.has(.perception) } ?? false && clauses[parent].verb == this.verb - 1
        && (this.object > this.verb || !verbWord(of: clause).frames.isDisjoint(with: [.transitive, .put]))
      // "let them know"
      let isLet = !isHeadFirst && isPlainComplement(clause)
      return isLet || isHeadFirst && !isPart(Int(phrase.first) - 1, .determiner) && !isCaused
    }
    guard !phrase.isCopula, verbWord(of: clause).certainty != .open else { return false }
    if this.kind == .gerund, this.link == .openComplement {
      return governor?.has(.takesGerund) ?? false
    }
    // "learning difficulties"
    if isKind(verb + 1, .nominal), phrases[verb + 1].preposition < 0 {
      let first = words[Int(phrases[verb + 1].first)]
      guard
        first.part == .determiner || first.part == .pronoun || first.part == .numeral || first.part == .properNoun
          || first.has(.possessor)
      else { return false }
    }
    // "starting at one and going up to ten"
    if this.kind == .coordinate, parent >= 0, clauses[parent].verb >= 0,
      phrases[Int(clauses[parent].verb)].form == .gerund,
      this.object < 0 || isNear(verb, Int(this.object)), content(before: verb) == Int(this.coordinator),
      !(governor?.has(.gives) ?? false), !verbWord(of: clause).has(.gives)
    {
      return true
    }
    guard this.kind == .gerund else { return false }
    switch this.link {
    case .adnominalClause:
      // "with word coming this week", "…, my mother twisting her hands": the noun does it.
      let anchor = Int(this.anchor)
      guard anchor >= 0, anchor == verb - 1, !phrase.isPassive else { return false }
      // "a report on the ministry buying land": somebody may do it, and the whole be the report's.
      let noun = words[Int(phrases[anchor].head)]
      if phrases[anchor].preposition >= 0, noun.part == .properNoun || noun.senseClass == .group { return false }
      return phrases[anchor].preposition >= 0
        ? !has(phrases[anchor].preposition, .with) && !has(phrases[anchor].preposition, .genitive)
          && !has(phrases[anchor].preposition, .forTo)
        : !isKind(anchor - 1, .comma) && !isKind(anchor - 1, .coordinator)
    case .adverbialClause:
      // "…, still waiting", "when taking part", "Speaking in the name of …"
      let before = content(before: verb)
      if isKind(before, .comma) { return !isKind(before - 1, .mark) }
      return before < 0 && (this.isFronted || phrase.finite < 0) || isKind(before, .subordinator)
    default: return false
    }
  }

  /// "si tratta di", "si arrendono", "per difendersi": with no object, and of a verb that has no passive there.
  func isPlainReflexive(_ clause: Int) -> Bool {
    let verb = verbPhrase(of: clause)
    let word = verbWord(of: clause)
    guard clauses[clause].object < 0, word.origin != .guessed else { return false }
    // "dandosi alla fuga": a pronoun written together with a verb that takes an object is that.
    if verb.finite < 0 { return word.origin == .listed || !word.frames.isDisjoint(with: .intransitive) }
    guard word.frames.isDisjoint(with: .makeDo) else { return false }
    if !word.frames.isDisjoint(with: [.pronominal, .motion, .unaccusative, .reciprocal]) { return true }
    // "i ribelli si nascondono", but "la regola si applica" may be a passive; "si muovevano": with nothing that could be one.
    let subject = clauses[clause].subject
    if subject >= 0 { return subject < clauses[clause].verb && !verb.isPassive && isSomebody(subject, clause) }
    return !word.frames.isDisjoint(with: .intransitive) || hasNothingBehind(clause)
  }

  /// Whether a subject, or the noun that a relative stands for, is somebody.
  private func isSomebody(_ subject: Int32, _ clause: Int) -> Bool {
    let isRelative = phrases[Int(subject)].kind == .relative && clauses[clause].anchor >= 0
    let noun = words[Int(phrases[Int(isRelative ? clauses[clause].anchor : subject)].head)]
    return noun.senseClass == .person || noun.senseClass == .group || noun.part == .properNoun
  }

  /// Whether no noun phrase without a preposition stands behind the verb.
  func hasNothingBehind(_ clause: Int) -> Bool {
    var member = phrases[Int(clauses[clause].verb)].next
    var steps = 0
    while member >= 0, steps < 12 {
      if phrases[Int(member)].isBareNominal || phrases[Int(member)].kind == .adjectival { return false }
      member = phrases[Int(member)].next
      steps += 1
    }
    return true
  }

  /// "ha sparato contro la folla", "as described above": a verb that takes an object, and what follows shows that it has none.
  func isPlainlyWithout(_ clause: Int) -> Bool {
    let this = clauses[clause]
    // "i fondi da trasferire", "esclude o limita la spesa": what is done, or done twice, has its object elsewhere.
    if isHeadFirst, isDoneElsewhere(clause) { return true }
    let verb = verbPhrase(of: clause)
    guard this.kind != .relative || this.opener >= 0 || relativePhrase(clause) != nil,
      this.kind != .complement || this.anchor < 0, !this.doubts.contains(.unmarked),
      verbWord(of: clause).certainty != .open
    else { return false }
    let word = words[Int(verb.head)]
    if word.has(.have) || word.has(.do) || word.has(.get) { return false }
    // "bring in the harvest"
    if !isHeadFirst, word.frames.contains(.put), word.frames.isDisjoint(with: .intransitive) { return false }
    // "Cars sold here": where form and place do not tell, it may be a passive.
    if !isHeadFirst, verb.finite == verb.head, word.endsInEd || word.features.isSuperset(of: [.past, .participle]) {
      return false
    }
    var next = Int(this.verb) + 1
    var steps = 0
    while next < phrases.count, steps < 12 {
      let phrase = phrases[next]
      switch phrase.kind {
      case .nominal:
        // "drop in an amount", "producono dei potenti antibiotici"
        guard phrase.preposition >= 0 else { return false }
        if steps == 0, isHeadFirst ? isGenitive(next) : has(phrase.preposition, .particle) { return false }
      case .adverbial:
        // "learn more"
        if has(phrase.head, .quantifier) { return false }
      case .comma:
        // "allegare alla domanda, in aggiunta ai titoli, copia del contratto"
        guard steps > 0 else { return false }
        return !isKind(next + 1, .nominal) && !isKind(next + 1, .adverbial)
      case .mark:
        return [UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(phrase.mark)
      case .relative where words[Int(phrase.head)].has(.interrogative): return false
      case .subordinator where words[Int(phrase.first)].has(.question): return false
      case .coordinator, .verbal, .relative, .subordinator: return steps > 0
      default: return false
      }
      next += 1
      steps += 1
    }
    return true
  }

  /// Whether a clause of a question asks for its own subject or object: "Che cosa ha detto il ministro?"
  func asksForMembers(_ clause: Int) -> Bool {
    guard isHeadFirst else { return false }
    // "Chi è il direttore?": one thing is asked for, and one stands behind the verb.
    let subject = Int(clauses[clause].subject)
    if subject > Int(clauses[clause].verb), phrases[Int(clauses[clause].verb)].isCopula,
      isPlainlySaidOf(subject, clause)
    {
      return false
    }
    var member = clauses[clause].first
    var steps = 0
    var asks = false
    while member >= 0, steps < 8 {
      let phrase = phrases[Int(member)]
      if phrase.preposition < 0, phrase.kind == .nominal || phrase.kind == .relative {
        // "Che cosa ha detto il ministro?", but "Quale paese confina con l'Italia?"
        if asks, member > clauses[clause].verb { return true }
        asks = asks || (phrase.first..<phrase.end).contains { words[Int($0)].has(.interrogative) }
      }
      member = phrase.next
      steps += 1
    }
    return clauses[clause].subject > clauses[clause].verb && !isPlainlyBehind(Int(clauses[clause].subject), clause)
  }
}
