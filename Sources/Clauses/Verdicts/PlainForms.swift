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
    let isAnchored = this.link == .adnominalClause && this.anchor >= 0 && before == Int(this.anchor)
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
        && this.object > this.verb
      return isHeadFirst && !isPart(Int(phrase.first) - 1, .determiner) && !isCaused
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
    guard this.kind == .gerund else { return false }
    switch this.link {
    case .adnominalClause:
      // "with word coming this week", "…, my mother twisting her hands": the noun does it.
      let anchor = Int(this.anchor)
      guard anchor >= 0, anchor == verb - 1 else { return false }
      return phrases[anchor].preposition >= 0
        ? !has(phrases[anchor].preposition, .with) && !has(phrases[anchor].preposition, .genitive)
        : !isKind(anchor - 1, .comma) && !isKind(anchor - 1, .coordinator)
    case .adverbialClause: return isKind(verb - 1, .comma) && !isKind(verb - 2, .mark)
    default: return false
    }
  }

  /// "si tratta di", "si arrendono", "per difendersi": with no object, and of a verb that has no passive there.
  func isPlainReflexive(_ clause: Int) -> Bool {
    let verb = verbPhrase(of: clause)
    let word = verbWord(of: clause)
    guard clauses[clause].object < 0, word.origin == .listed else { return false }
    if verb.finite < 0 { return true }
    if clauses[clause].subject < 0 { return !word.frames.isDisjoint(with: .intransitive) }
    return !word.frames.isDisjoint(with: [.pronominal, .motion, .unaccusative, .reciprocal])
  }

  /// "ha sparato contro la folla", "as described above": a verb that takes an object, and what follows shows that it has none.
  func isPlainlyWithout(_ clause: Int) -> Bool {
    let this = clauses[clause]
    let verb = verbPhrase(of: clause)
    guard this.kind != .relative || this.opener >= 0 || relativePhrase(clause) != nil,
      this.kind != .complement || this.anchor < 0, !this.doubts.contains(.unmarked),
      verbWord(of: clause).certainty != .open
    else { return false }
    let word = words[Int(verb.head)]
    if word.has(.have) || word.has(.do) || word.has(.get) { return false }
    if !isHeadFirst, verb.finite == verb.head, word.endsInEd { return false }
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
    return clauses[clause].subject > clauses[clause].verb
  }
}
