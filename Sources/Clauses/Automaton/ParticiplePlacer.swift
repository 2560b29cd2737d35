import Languages
import Reading

/// Participles: what they hang on, and which of them are finite after all.
extension Sentence {
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
    if !phrases[index].isReread, isFiniteAfterAll(index) {
      rereadAsFinite(index)
      return
    }
    // "took that thing, and tucked a bag in": joined to a finite verb, it is one.
    if !phrases[index].isReread, coordinator(before: index) != nil, phrases[index].end - phrases[index].first == 1,
      words[Int(phrases[index].head)].endsInEd,
      grammar.contains(.finiteParticiple), clauses[top].verb >= 0, isFinite(clauses[top])
    {
      rereadAsFinite(index)
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

  private mutating func rereadAsFinite(_ index: Int) {
    phrases[index].isReread = true
    phrases[index].form = .finite
    phrases[index].finite = phrases[index].head
    placeFinite(index)
  }

  /// "sono stati fermati e interrogati": the helping verb is shared.
  func isCompound(_ clause: Int) -> Bool {
    let verb = phrases[Int(clauses[clause].verb)]
    return words[Int(verb.head)].features.contains(.participle) && verb.finite >= 0 && verb.finite != verb.head
  }

  /// The noun phrase of a chain that a participle agrees with, the nearest first.
  func agreeing(_ nominal: Int, _ participle: Int) -> Int {
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

  /// "The town the army shelled fell on Monday."
  private mutating func opensZeroRelativeInEd(_ index: Int) -> Bool {
    guard grammar.contains(.finiteParticiple), endsInEd(phrases[index].head),
      phrases[index].end - phrases[index].first == 1,
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
  mutating func makeSubject(_ phrase: Int, of verb: Int) {
    let preposition = phrases[phrase].preposition
    moveTail(from: phrase, before: verb)
    phrases[phrase].preposition = -1
    words[Int(preposition)].head = phrases[verb].head
    words[Int(preposition)].relation = .marker
  }
}
