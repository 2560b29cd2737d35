import Languages
import Reading

/// What could be otherwise in the verb of a clause.
extension Sentence {
  func doubtVerb(_ clause: Int, _ doubts: inout Doubts) {
    let verb = verbPhrase(of: clause)
    let word = verbWord(of: clause)
    // "were later joined": behind a helping verb a form can be nothing else.
    let isHelped = verb.finite >= 0 && verb.finite != verb.head && words[Int(verb.finite)].certainty != .open
    for index in verb.first..<verb.end
    where words[Int(index)].certainty == .open && words[Int(index)].isVerbal && !(isHelped && index == verb.head) {
      doubts.insert(.verbReading)
    }
    if word.origin == .guessed || word.look.contains(.unknown) { doubts.insert(.unknownVerb) }
    if word.certainty != .sure { doubts.insert(.likelyVerb) }
    let next = Int(clauses[clause].verb) + 1
    // "occorrono per vincere": a preposition tells what for.
    let isPurpose =
      isHeadFirst && isKind(next, .verbal) && phrases[next].form == .infinitive && phrases[next].marker >= 0
      && !has(phrases[next].marker, .direction) && !has(phrases[next].marker, .genitive)
    // "risultano disponibili", "feels better"; "viene effettuato tenendo conto di": read as what it is.
    let hasState = isStateBehind(clause)
    // "the town the army shelled is empty", "i fondi da spendere sono pochi": the verb that the noun before it waits for.
    let isAwaited =
      isKind(next, .verbal) && phrases[next].form == .finite
      && (clauses[clause].kind == .relative || clauses[clause].link == .adnominalClause && verb.form == .infinitive)
    let isSaid = hasState || isAwaited || isHeadFirst && isKind(next, .verbal) && phrases[next].form == .gerund
    if !verb.isCopula, !isSaid, isKind(next, .adjectival) || isKind(next, .verbal) && !isPurpose {
      doubts.insert(.behindVerb)
    }
    // "have chosen not to sell", "was found not guilty": what is denied?
    if !isHeadFirst, !verb.isCopula, word.part == .verb, has(verb.head + 1, .negation) { doubts.insert(.behindVerb) }
    if verb.finite < 0 { doubts.insert(.nonfinite) }
    if verb.form == .participle, !isPlainParticiple(clause) { doubts.insert(.participle) }
    if verb.form == .gerund && !isHeadFirst || verb.form == .infinitive, verb.marker < 0, !isPlainForm(clause) {
      doubts.insert(.bareForm)
    }
    if verb.isCopula {
      doubts.insert(clauses[clause].head != verb.head ? .copula : clauses[clause].isPlainlyThere ? .there : .bareBe)
    }
    if verb.isPassive {
      doubts.insert(.passive)
      if isHeadFirst, !word.frames.isDisjoint(with: .withBe) { doubts.insert(.voice) }
      // "I'm done", "it is fertilized" say how somebody is.
      if !isHeadFirst, verb.finite >= 0, words[Int(verb.finite)].has(.be),
        words[Int(verb.finite)].features.contains(.present),
        !(verb.first..<verb.head).contains(where: { $0 != verb.finite && words[Int($0)].part == .auxiliary }),
        !hasAgent(clause), word.others.contains(PartsOfSpeech(.adjective)) || !isKind(next, .nominal),
        !isKind(next, .verbal)
      {
        doubts.insert(.voice)
      }
    } else if isHeadFirst, word.features.contains(.participle), verb.finite >= 0, words[Int(verb.finite)].has(.be),
      !word.frames.isDisjoint(with: .objects)
    {
      doubts.insert(.voice)
    }
    if word.part == .auxiliary, !verb.isCopula { doubts.insert(.bareAuxiliary) }
    // "as we did"
    if word.has(.do), clauses[clause].object < 0, !verb.isPassive, !isHeadFirst { doubts.insert(.bareAuxiliary) }
    // "come to sleep", "privi di titolare"
    if verb.form == .infinitive, word.others.contains(PartsOfSpeech(.noun)), clauses[clause].object < 0,
      verb.finite < 0, verb.marker >= 0, !isPlainComplement(clause) || goesThere(clause)
    {
      doubts.insert(.verbReading)
    }
    if verb.form == .infinitive, !isHeadFirst, clauses[clause].subject < 0, followsFor(Int(clauses[clause].verb)) {
      doubts.insert(.noSubject)
    }
    // "for the tests to work": what stands behind "for" may be what it is for.
    if verb.form == .infinitive, !isHeadFirst, clauses[clause].subject >= 0,
      clauses[clause].subject < clauses[clause].verb,
      isThing(Int(clauses[clause].subject))
    {
      doubts.insert(.boundary)
    }
    if word.has(.says) || !word.frames.isDisjoint(with: [.say, .epistemic]), clauses[clause].object < 0,
      !isGoverning(clause), !isPlainlyWithout(clause), !hasState,
      !verb.isPassive, verb.form != .participle
    {
      doubts.insert(.nothingSaid)
    }
    if verb.isCopula, clauses[clause].head != verb.head {
      let predicate = phrases[Int(words[Int(clauses[clause].head)].phrase)]
      let place = Int(words[Int(clauses[clause].head)].phrase)
      if isStrangePredicate(place, clause) || isTime(place) && !isPlainTime(place) || predicate.kind == .relative {
        doubts.insert(.strangePredicate)
      }
    }
    // "too lazy to do it", "sure if it is warmer"
    if verb.isCopula, clauses[clause].head != verb.head {
      let next = Int(words[Int(clauses[clause].head)].phrase) + 1
      let isOpener =
        isKind(next, .subordinator)
        && (has(phrases[next].first, .complementizer) || has(phrases[next].first, .question))
      if isOpener || isKind(next, .verbal) && phrases[next].form != .finite,
        isOpener || words[Int(clauses[clause].head)].part != .noun, !governsPlainly(clause, Int(clauses[clause].head))
      {
        doubts.insert(.governs)
      }
    }
    if !word.frames.isDisjoint(with: .objects), mayHaveLostObject(clause) { doubts.insert(.noObject) }
    if clauses[clause].isFree { doubts.insert(.free) }
    if clitic(of: clause, .reflexive) != nil, !isPlainReflexive(clause) { doubts.insert(.reflexive) }
    let takesObject =
      !word.frames.isDisjoint(with: .objects) && word.frames.isDisjoint(with: .intransitive)
      || !isHeadFirst && word.has(.wants) && word.frames.isDisjoint(with: [.raise, .motion, .unaccusative])
    if clauses[clause].object < 0, !verb.isPassive, takesObject, !verb.isCopula, verb.form != .participle,
      clitic(of: clause, .accusative) == nil, clitic(of: clause, .reflexive) == nil, !isGoverning(clause),
      !isPlainlyWithout(clause), !hasState, !isZeroRelative(clause)
    {
      doubts.insert(.noObject)
    }
    if clauses[clause].object >= 0, mayTakeNone(clause) { doubts.insert(.strangeObject) }
    if isHeadFirst, mayHidePartitive(clause) { doubts.insert(.subject) }
    // "rappresenta un terzo della spesa": object, or said of the subject?
    if isHeadFirst, clauses[clause].object >= 0, word.frames.contains(.copular), word.frames.isDisjoint(with: .makeDo) {
      doubts.insert(.object)
    }
    // "i posti che occorrono", "la nota che occorre una firma"
    if isHeadFirst, word.has(.weather), relativePhrase(clause).map({ Int32($0) == clauses[clause].subject }) ?? false,
      !hasNothingBehind(clause)
    {
      doubts.insert(.order)
    }
    if mayHaveLostGap(clause) { doubts.insert(.noObject) }
    if saysAnotherClause(clause) || mayHaveLostComplement(clause) { doubts.insert(.governs) }
    if mayStandForClause(clause) { doubts.insert(.emptySubject) }
    if mayShareObject(clause) { doubts.insert(.noObject) }
  }

  private func hasAgent(_ clause: Int) -> Bool {
    var member = phrases[Int(clauses[clause].verb)].next
    while member >= 0 {
      if words[Int(phrases[Int(member)].head)].relation == .agent { return true }
      member = phrases[Int(member)].next
    }
    return false
  }

  /// "for a video cable to be replaced": who it is may stand in a phrase before it.
  private func followsFor(_ verb: Int) -> Bool {
    var position = verb - 1
    while position >= 0, position > verb - 5, isKind(position, .nominal) || isKind(position, .adverbial) {
      if phrases[position].preposition >= 0,
        has(phrases[position].preposition, .forTo) || has(phrases[position].prepositionEnd, .forTo)
      {
        return true
      }
      position -= 1
    }
    return false
  }

  /// Whether a complement with or without a person hangs on the verb of a clause.
  func isGoverning(_ clause: Int) -> Bool {
    var other = clause + 1
    while other < clauses.count, other < clause + 8 {
      let link = clauses[other].link
      if clauses[other].parent == Int32(clause), link == .complement || link == .openComplement { return true }
      other += 1
    }
    return false
  }
}
