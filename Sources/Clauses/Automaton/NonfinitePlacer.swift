import Languages
import Reading

/// Infinitives: what they hang on, and as what.
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
      linkByPreposition(&clause, before, marker, index)
    } else {
      linkByMark(&clause, before, index)
    }
    let isFor =
      !isHeadFirst && isKind(before, .nominal) && before == index - 1 && phrases[before].preposition >= 0
      && has(phrases[before].preposition, .forTo) && phrases[before].clause == Int32(top)
      && !isPlan(before)
    if isFor {
      clause.anchor = -1
      clause.link = isImpersonal(top) ? .clausalSubject : .adverbialClause
    }
    open(clause)
    if isFor { makeSubject(before, of: index) }
    fill(index)
  }

  func form(_ clause: Clause) -> Phrase.VerbForm {
    clause.verb >= 0 ? phrases[Int(clause.verb)].form : .none
  }

  func commaFollows(_ index: Int) -> Bool {
    var position = index + 1
    while position < phrases.count, position < index + 10 {
      if phrases[position].kind == .comma { return true }
      if phrases[position].kind == .verbal { return false }
      position += 1
    }
    return false
  }

  /// "ha deciso di partire", "la decisione di partire", "pronto a partire", "per partire".
  private func linkByPreposition(_ clause: inout Clause, _ before: Int, _ marker: Word?, _ index: Int) {
    let verb = Int(clauses[top].verb)
    let governor = words[Int(phrases[verb].head)]
    let isSimple = marker.map { $0.has(.genitive) || $0.has(.direction) } ?? true
    guard isSimple, !isFixedMarker(index) else {
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
      // "ha fatto esplodere", "bisogna fermare", but "sembra crollare"
      clause.link =
        governor.frames.contains(.raise) && governor.frames.isDisjoint(with: .existential)
        ? .openComplement : .complement
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

  /// "blamed for his failure to act": what somebody has is no subject of an infinitive.
  private func isPlan(_ index: Int) -> Bool {
    let noun = words[Int(phrases[index].head)]
    return noun.part == .noun && noun.senseClass == .other && has(phrases[index].prepositionEnd + 1, .possessor)
  }

  func isFixedMarker(_ index: Int) -> Bool {
    let marker = phrases[index].marker
    return marker >= 0 && marker + 1 < words.count && words[Int(marker) + 1].relation == .fixed
  }

  /// "wants to leave", "urged them to leave", "a plan to leave", "able to leave", "came to see".
  private func linkByMark(_ clause: inout Clause, _ before: Int, _ index: Int) {
    let verb = Int(clauses[top].verb)
    let governor = words[Int(phrases[verb].head)]
    guard !isFixedMarker(index), !clause.isBehindComma else { return }
    let isWanted = governor.has(.wants) || governor.has(.asks) || !governor.frames.isDisjoint(with: .infinitives)
    if before == verb, !isWanted, !phrases[verb].isPassive, !governor.has(.be) {
      // "evolved to serve": what for, unless the verb takes one.
      clause.doubts.insert(.unlicensed)
      // "set out to turn", "went on to say"
      if index - before > 1, has(phrases[before + 1].first, .particle) || has(phrases[before + 1].first, .agent) {
        clause.link = .openComplement
        return
      }
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
}
