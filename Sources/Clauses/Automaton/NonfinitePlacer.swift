import Languages
import Reading

/// Infinitives, gerunds and participles: what they hang on, and as what.
extension Sentence {
  mutating func placeInfinitive(_ index: Int) {
    let phrase = phrases[index]
    // "Did the army attack", "Potrà Bamako reagire": the helping verb has waited for this one.
    if phrase.marker < 0, joinsHelper(index) { return }
    var clause = Clause(kind: .infinitive, parent: Int32(top), link: .adverbialClause)
    clause.isBehindComma = isBehindComma(index)
    clause.isFronted = clauses[top].verb < 0
    if let coordinator = coordinator(before: index), let other = innermost(where: { form($0) == .infinitive }) {
      close(to: other)
      open(coordinate(with: other, coordinator))
      fill(index)
      return
    }
    let before = content(before: index)
    let marker = phrase.marker >= 0 ? words[Int(phrase.marker)] : nil
    if clauses[top].verb < 0 {
      if isKind(before, .nominal), marker != nil, before == index - 1 {
        clause.link = .adnominalClause
        clause.anchor = Int32(before)
      } else {
        clause.link =
          marker == nil || !isHeadFirst && finiteFollows(index) && !commaFollows(index)
          ? .clausalSubject : .adverbialClause
      }
    } else if isHeadFirst {
      linkItalianLike(&clause, before, marker, index)
    } else {
      linkEnglishLike(&clause, before, index)
    }
    let isFor =
      !isHeadFirst && isKind(before, .nominal) && before == index - 1 && phrases[before].preposition >= 0
      && has(phrases[before].preposition, .forTo) && phrases[before].clause == Int32(top)
    if isFor {
      clause.anchor = -1
      clause.link = isImpersonal(top) ? .clausalSubject : .adverbialClause
    }
    open(clause)
    if isFor { makeSubject(before, of: index) }
    fill(index)
  }

  /// "The town the army shelled fell on Monday."
  private mutating func opensZeroRelativeInEd(_ index: Int) -> Bool {
    guard grammar.contains(.finiteParticiple), endsInEd(phrases[index].head), phrases[index].end - phrases[index].first == 1,
      isKind(index - 1, .nominal), isKind(index - 2, .nominal), phrases[index - 2].isBareNominal, finiteFollows(index)
    else { return false }
    let saved = phrases[index]
    phrases[index].form = .finite
    phrases[index].finite = phrases[index].head
    if opensZeroRelative(index) { return true }
    phrases[index] = saved
    return false
  }

  /// "Captain Traore, who …, died in an explosion": a form in -ed, a clause that waits for its verb, and no other to come.
  private func isFiniteAfterAll(_ index: Int) -> Bool {
    guard grammar.contains(.finiteParticiple), phrases[index].end - phrases[index].first == 1,
      coordinator(before: index) == nil,
      endsInEd(phrases[index].head), let waiting = innermost(where: { $0.verb < 0 }),
      waiting == 0 || clauses[waiting].opener >= 0,
      hasSubject(waiting), !finiteAhead(index), !(isKind(index - 1, .nominal) && opensWith(index - 1))
    else { return false }
    // "Two men arrested in Gao": a headline's participle, unless an object follows or the verb takes none.
    let word = words[Int(phrases[index].head)]
    return isKind(index + 1, .nominal) && phrases[index + 1].isBareNominal && !isTime(index + 1)
      || word.frames.isSubset(of: .intransitive) || !isKind(index - 1, .nominal)
  }

  private func endsInEd(_ word: Int32) -> Bool { words[Int(word)].endsInEd }

  func opensWith(_ index: Int) -> Bool {
    isKind(index, .nominal) && phrases[index].preposition >= 0 && phrases[index].clause == Int32(top)
      && has(phrases[index].preposition, .with)
      && (isKind(index - 1, .comma) || index == 0 || isKind(index - 1, .verbal))
  }

  /// "for him to go": the noun phrase is the subject, the preposition opens the clause.
  private mutating func makeSubject(_ phrase: Int, of verb: Int) {
    let preposition = phrases[phrase].preposition
    moveTail(from: phrase, before: verb)
    phrases[phrase].preposition = -1
    words[Int(preposition)].head = phrases[verb].head
    words[Int(preposition)].relation = .marker
  }

  private func form(_ clause: Clause) -> Phrase.VerbForm {
    clause.verb >= 0 ? phrases[Int(clause.verb)].form : .none
  }

  private func commaFollows(_ index: Int) -> Bool {
    var position = index + 1
    while position < phrases.count, position < index + 10 {
      if phrases[position].kind == .comma { return true }
      if phrases[position].kind == .verbal { return false }
      position += 1
    }
    return false
  }

  /// "Are they leaving?", "Was the town taken?": to be before its subject, the form that it helps behind it.
  mutating func joinsInvertedBe(_ index: Int) -> Bool {
    let verb = Int(clauses[top].verb)
    guard !isHeadFirst, verb >= 0, phrases[verb].isCopula || opensWithHad(verb), phrases[verb].finite >= 0,
      index - verb == 2,
      isKind(index - 1, .nominal), phrases[index - 1].isBareNominal,
      !hasSubject(top, before: verb) || isInterrogative(clauses[top].first)
    else { return false }
    let helper = phrases[verb].head
    phrases[index].isPassive = phrases[index].form == .participle && phrases[verb].isCopula
    attach(helper, to: phrases[index].head, phrases[index].isPassive ? .passiveAuxiliary : .auxiliary)
    phrases[index].finite = helper
    phrases[index].form = .finite
    phrases[index].features = phrases[verb].features
    phrases[verb].kind = .other
    clauses[top].verb = Int32(index)
    place(index)
    return true
  }

  /// "Had the convoy left earlier, …"
  private func opensWithHad(_ verb: Int) -> Bool {
    let phrase = phrases[verb]
    return words[Int(phrase.head)].has(.have) && words[Int(phrase.head)].isAny([.past, .participle])
      && phrase.end - phrase.first == 1
      && (verb == 0 || isKind(verb - 1, .comma))
  }

  private func isInterrogative(_ phrase: Int32) -> Bool {
    phrase >= 0 && words[Int(phrases[Int(phrase)].head)].has(.interrogative)
  }

  mutating func joinsHelper(_ index: Int) -> Bool {
    let verb = Int(clauses[top].verb)
    guard verb >= 0, phrases[verb].isBareAuxiliary else { return false }
    let word = words[Int(phrases[index].head)]
    if phrases[index].form == .finite {
      let isThird = word.features.contains(.singular) && !word.features.contains(.plural)
      guard !isHeadFirst, phrases[index].finite == phrases[index].head, word.features.contains(.present), !isThird
      else {
        return false
      }
    }
    let helper = phrases[verb].head
    attach(helper, to: phrases[index].head, .auxiliary)
    for word in phrases[verb].first..<phrases[verb].end where word != helper && words[Int(word)].head == helper {
      words[Int(word)].head = phrases[index].head
    }
    phrases[index].finite = phrases[verb].finite
    phrases[index].form = .finite
    phrases[index].features = phrases[verb].features
    phrases[verb].kind = .other
    clauses[top].verb = Int32(index)
    place(index)
    return true
  }

  /// "ha deciso di partire", "la decisione di partire", "pronto a partire", "per partire".
  private func linkItalianLike(_ clause: inout Clause, _ before: Int, _ marker: Word?, _ index: Int) {
    let verb = Int(clauses[top].verb)
    let governor = words[Int(phrases[verb].head)]
    let isSimple = marker.map { $0.has(.genitive) || $0.has(.direction) } ?? true
    let single = phrases[index].marker < 0 || phrases[index].marker + 1 >= phrases[index].first + 1
    guard isSimple, single, !isFixedMarker(index) else {
      // "acqua da bere"
      if let marker, marker.has(.agent), isKind(before, .nominal), before == index - 1 {
        clause.link = .adnominalClause
        clause.anchor = Int32(before)
      }
      return
    }
    if marker == nil, governor.has(.causative) || governor.has(.perception) || governor.has(.weather),
      !phrases[verb].isCopula
    {
      // "ha fatto esplodere", "bisogna fermare"
      clause.link = .complement
      return
    }
    if marker != nil, governor.frames.contains(.bidIndirect), before == verb || isKind(before, .nominal) {
      // "permette di entrare", "ha chiesto ai caschi blu di partire": somebody else's deed
      clause.link = governor.has(.asks) ? .openComplement : .complement
      return
    }
    if before == verb {
      clause.link =
        marker == nil && governor.has(.weather) || phrases[verb].isCopula ? .clausalSubject : .openComplement
      return
    }
    if isKind(before, .adjectival) || phrases[verb].isCopula {
      if phrases[verb].isCopula, marker == nil || marker?.has(.genitive) ?? false && isKind(before, .adjectival) {
        clause.link = .clausalSubject
      } else if isKind(before, .nominal), marker != nil {
        clause.link = .adnominalClause
        clause.anchor = Int32(before)
      } else {
        clause.link = .openComplement
        clause.anchor = isKind(before, .adjectival) ? Int32(before) : -1
      }
      return
    }
    guard isKind(before, .nominal) else {
      clause.link = marker == nil ? .openComplement : .adverbialClause
      return
    }
    let noun = words[Int(phrases[before].head)]
    let isTaken =
      !governor.frames.isDisjoint(with: .infinitives) || governor.has(.causative) || governor.has(.perception)
    if marker == nil {
      clause.link = .openComplement
    } else if isTaken,
      noun.senseClass == .person || noun.senseClass == .group || noun.part == .properNoun
        || noun.part == .pronoun || marker?.has(.direction) ?? false
    {
      clause.link = .openComplement
    } else if marker?.has(.direction) ?? false {
      clause.link = .adverbialClause
    } else {
      clause.link = .adnominalClause
      clause.anchor = Int32(before)
    }
  }

  private func isFixedMarker(_ index: Int) -> Bool {
    let marker = phrases[index].marker
    return marker >= 0 && marker + 1 < words.count && words[Int(marker) + 1].relation == .fixed
  }

  /// "wants to leave", "urged them to leave", "a plan to leave", "able to leave", "came to see".
  private func linkEnglishLike(_ clause: inout Clause, _ before: Int, _ index: Int) {
    let verb = Int(clauses[top].verb)
    let governor = words[Int(phrases[verb].head)]
    guard !isFixedMarker(index), !clause.isBehindComma else { return }
    let isWanted = governor.has(.wants) || governor.has(.asks) || !governor.frames.isDisjoint(with: .infinitives)
    if before == verb, !isWanted, !phrases[verb].isPassive, governor.has(.be) == false {
      // "evolved to serve": what for, unless the verb takes one.
      clause.doubts.insert(.unlicensed)
      let isFuture = governor.features.contains(.gerund) || governor.features.isEmpty
      clause.link = isFuture && !governor.frames.isDisjoint(with: .motion) ? .openComplement : .adverbialClause
      return
    }
    if before == verb {
      // "is going to leave" goes nowhere.
      let isFuture = governor.features.contains(.gerund) || governor.features.isEmpty
      clause.link =
        !governor.frames.isDisjoint(with: .motion) && governor.frames.isDisjoint(with: .infinitives) && !isFuture
        ? .adverbialClause : .openComplement
      return
    }
    if isKind(before, .adjectival) {
      let isAble = has(phrases[before].head, .able)
      if !isAble { clause.doubts.insert(.unlicensed) }
      clause.link =
        isImpersonal(top)
        ? .clausalSubject
        : isAble || phrases[before].end - phrases[before].first == 1 ? .openComplement : .adverbialClause
      clause.anchor = clause.link == .openComplement ? Int32(before) : -1
      return
    }
    guard isKind(before, .nominal) else { return }
    let noun = words[Int(phrases[before].head)]
    if phrases[before].isBareNominal, governor.has(.asks), phrases[before].clause == Int32(top), before > verb {
      clause.link = .openComplement
    } else if noun.senseClass == .other || noun.senseClass == .event || noun.senseClass == .time
      || noun.senseClass == .place
      || noun.part == .pronoun && noun.isAny(.indefinite)
    {
      clause.link = .adnominalClause
      clause.anchor = Int32(before)
    }
  }

  /// "It is hard to say"
  func isImpersonal(_ clause: Int) -> Bool {
    var member = clauses[clause].first
    while member >= 0, member < clauses[clause].verb {
      if has(phrases[Int(member)].head, .expletive) { return true }
      member = phrases[Int(member)].next
    }
    return false
  }

  // MARK: - Gerunds

  mutating func placeGerund(_ index: Int) {
    let phrase = phrases[index]
    var clause = Clause(kind: .gerund, parent: Int32(top), link: .adverbialClause)
    clause.isBehindComma = isBehindComma(index)
    clause.isFronted = clauses[top].verb < 0
    if let coordinator = coordinator(before: index), let other = innermost(where: { form($0) == .gerund }) {
      close(to: other)
      open(coordinate(with: other, coordinator))
      fill(index)
      return
    }
    let before = content(before: index)
    if phrase.marker >= 0 {
      // "the practice of attacking"
      if isKind(before, .nominal), before == index - 1, has(phrase.marker, .genitive) || clauses[top].verb < 0,
        !(clauses[top].verb >= 0 && has(phrase.marker, .genitive) && governs(.accuse))
      {
        clause.link = .adnominalClause
        clause.anchor = Int32(before)
      }
    } else if !isHeadFirst {
      let verb = Int(clauses[top].verb)
      if verb >= 0, before == verb, !clause.isBehindComma {
        clause.link = .openComplement
      } else if isKind(before, .nominal), before == index - 1, !clause.isBehindComma {
        clause.link = .adnominalClause
        clause.anchor = Int32(before)
      } else if clause.isFronted, finiteFollows(index), !commaFollows(index) {
        clause.link = .clausalSubject
      }
    }
    if phrase.marker < 0, joinsInvertedBe(index) { return }
    if clauses[top].kind == .main, clauses[top].verb < 0, clauses[top].first < 0, !finiteAhead(index) {
      clauses[top].isFronted = false
      fill(index)
      return
    }
    open(clause)
    fill(index)
  }

  private func governs(_ frame: VerbFrames) -> Bool {
    !words[Int(phrases[Int(clauses[top].verb)].head)].frames.isDisjoint(with: frame)
  }

  // MARK: - Participles

  mutating func placeParticiple(_ index: Int) {
    var clause = Clause(kind: .participial, parent: Int32(top), link: .adverbialClause)
    clause.isBehindComma = isBehindComma(index)
    clause.isFronted = clauses[top].verb < 0
    if let coordinator = coordinator(before: index), let other = innermost(where: { $0.verb >= 0 }),
      form(clauses[other]) == .participle || isCompound(other)
    {
      close(to: other)
      var joined = coordinate(with: other, coordinator)
      joined.doubts = clauses[other].doubts
      open(joined)
      phrases[index].isPassive = phrases[Int(clauses[other].verb)].isPassive
      fill(index)
      return
    }
    if joinsInvertedBe(index) || opensZeroRelativeInEd(index) { return }
    if isFiniteAfterAll(index) {
      phrases[index].form = .finite
      phrases[index].finite = phrases[index].head
      placeFinite(index)
      return
    }
    // "took that thing, and tucked a bag in": joined to a finite verb, it is one.
    if coordinator(before: index) != nil, phrases[index].end - phrases[index].first == 1,
      words[Int(phrases[index].head)].endsInEd,
      grammar.contains(.finiteParticiple), clauses[top].verb >= 0, isFinite(clauses[top])
    {
      phrases[index].form = .finite
      phrases[index].finite = phrases[index].head
      placeFinite(index)
      return
    }
    let before = isKind(index - 1, .comma) ? index - 2 : index - 1
    if !isHeadFirst, before == index - 1, opensWith(before) {
      // "with two bridges destroyed"
      phrases[index].isPassive = true
      open(clause)
      makeSubject(before, of: index)
      fill(index)
      return
    }
    if isKind(before, .nominal) {
      // "Two men arrested in Gao": no other verb is finite.
      if !isHeadFirst, clauses[top].verb < 0, clauses[top].kind == .main, before == index - 1, !finiteAhead(index),
        words[Int(phrases[index].head)].isAny([.past, .participle]), hasSubject(top)
      {
        clauses[top].doubts.insert(.verbReading)
        fill(index)
        return
      }
      clause.link = .adnominalClause
      clause.anchor = Int32(agreeing(before, index))
    } else if clauses[top].verb < 0, clauses[top].first < 0, clauses[top].kind == .main, !finiteAhead(index) {
      // "Uccisi cinque soldati": the headline's own verb.
      clauses[top].doubts.insert(.participle)
      fill(index)
      return
    } else if content(before: index) == Int(clauses[top].verb), clauses[top].verb >= 0, !clause.isBehindComma {
      clause.link = .openComplement
    }
    open(clause)
    fill(index)
  }

  /// "sono stati fermati e interrogati": the helping verb is shared.
  private func isCompound(_ clause: Int) -> Bool {
    let verb = phrases[Int(clauses[clause].verb)]
    return words[Int(verb.head)].features.contains(.participle) && verb.finite >= 0 && verb.finite != verb.head
  }

  /// The noun phrase of a chain that a participle agrees with, the nearest first.
  private func agreeing(_ nominal: Int, _ participle: Int) -> Int {
    guard isHeadFirst else { return nominal }
    let features = words[Int(phrases[participle].head)].features
    var candidate = nominal
    for _ in 0..<4 {
      if phrases[candidate].features.agrees(with: features) { return candidate }
      if phrases[candidate].host >= 0 {
        candidate = Int(phrases[candidate].host)
      } else if isKind(candidate - 1, .nominal) {
        candidate -= 1
      } else {
        break
      }
    }
    return nominal
  }

  /// Whether a finite verb comes later in the sentence.
  func finiteAhead(_ index: Int) -> Bool {
    var position = index + 1
    while position < phrases.count, position < index + 40 {
      if phrases[position].kind == .verbal, phrases[position].form == .finite { return true }
      position += 1
    }
    return false
  }
}
