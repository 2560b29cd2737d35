import Languages
import Reading

/// Subjects: before the verb, behind it, or a relative pronoun.
extension Sentence {
  /// The last noun phrase before the verb that may be its subject; -1 for none.
  func subjectBefore(_ clause: Int) -> Int {
    var fallback = -1
    for index in before.reversed() {
      let word = words[Int(phrases[index].head)]
      if word.has(.existential), word.part == .pronoun { continue }
      if word.has(.objectForm), !word.has(.subjectForm), word.part == .pronoun { continue }
      if isTime(index) {
        if fallback < 0, agrees(index, clause) { fallback = index }
        continue
      }
      if agrees(index, clause) { return index }
      if !isHeadFirst, fallback < 0 { fallback = index }
    }
    if fallback >= 0, isTime(fallback),
      dropsSubject && !isSaidOf(fallback, clause) || before.count > 1 || isAdverbialTime(fallback)
    {
      return -1
    }
    return fallback
  }

  /// "l'ora della gara è ottima": right before to be, with an article.
  private func isSaidOf(_ index: Int, _ clause: Int) -> Bool {
    let verb = Int(clauses[clause].verb)
    return phrases[verb].isCopula && isPart(Int(phrases[index].first), .determiner)
      && (index == verb - 1 || index == verb - 2 && phrases[verb - 1].host == Int32(index))
  }

  /// "yesterday", "last week", "Monday": never what somebody does.
  func isAdverbialTime(_ index: Int) -> Bool {
    let phrase = phrases[index]
    let head = words[Int(phrase.head)]
    return head.has(.day) || head.look.contains(.capital) || head.part == .adverb || head.has(.month)
  }

  mutating func readSubject(_ clause: Int) {
    guard clauses[clause].subject < 0 else { return }
    let verb = verbPhrase(of: clause)
    let kind = clauses[clause].kind
    guard
      verb.finite >= 0 || kind == .main || kind == .parataxis || kind == .infinitive && !before.isEmpty
        || kind == .participial && !isHeadFirst && verb.isPassive && !before.isEmpty
    else { return }
    let subject = subjectBefore(clause)
    // "Che cosa ha detto il ministro?": what is asked for is the object.
    if subject >= 0, isHeadFirst, isAskedThing(subject), let other = behind.first(where: { !isTime($0) }),
      agrees(other, clause)
    {
      give(other, subjectRelation(clause), in: clause)
      if !verb.isPassive { give(subject, .object, in: clause) }
      return
    }
    // "Kidal l'hanno presa i ribelli": the pronoun takes up what stands before.
    if subject >= 0, isHeadFirst, clitic(of: clause, .accusative) != nil, clitic(of: clause, .dative) == nil,
      let other = behind.first(where: { !isTime($0) }), agrees(other, clause)
    {
      clauses[clause].doubts.insert(.order)
      give(other, subjectRelation(clause), in: clause)
      return
    }
    if subject >= 0 {
      give(subject, subjectRelation(clause), in: clause)
      if before.count > 1 { clauses[clause].doubts.insert(.subject) }
      return
    }
    // "chi avanza un'offerta" has its subject in what it hangs on.
    guard verb.finite >= 0, !(clauses[clause].isFree && isHeadFirst) else { return }
    if let subject = subjectBehind(clause) { give(subject, subjectRelation(clause), in: clause) }
  }

  /// A subject behind its verb: "è esplosa una bomba", "ha detto il ministro", "said the minister".
  private mutating func subjectBehind(_ clause: Int) -> Int? {
    let verb = verbPhrase(of: clause)
    let word = verbWord(of: clause)
    guard let first = behind.first(where: { !isTime($0) || !isHeadFirst }) else { return nil }
    guard agrees(first, clause) || behind.count == 2 && isHeadFirst, clauses[clause].kind != .relative || isHeadFirst
    else {
      return nil
    }
    let index = Int(clauses[clause].verb)
    if !isHeadFirst {
      guard word.has(.says), first == index + 1, isBehindComma(index) || clauses[clause].kind == .parataxis,
        !verb.isPassive
      else { return nil }
      return first
    }
    // "Hanno la precedenza gli insegnanti": the second one, where only that agrees.
    if behind.count == 2, behind[0] == index + 1, behind[1] == index + 2, !agrees(behind[0], clause),
      agrees(behind[1], clause)
    {
      return behind[1]
    }
    guard agrees(first, clause) else { return nil }
    if verb.isPassive { return first }
    if isReporting(clause, first) || isAsked(clause) { return first }
    // "aveva sede il museo", "hanno fatto irruzione gli agenti": the first one, without an article, is the object.
    if behind.count == 2, behind[0] == index + 1, behind[1] == index + 2, isWithoutArticle(behind[0]),
      isDefinite(behind[1]), agrees(behind[1], clause)
    {
      return behind[1]
    }
    // "la rete con la quale scambiano messaggi"
    let takesObject = !word.frames.isDisjoint(with: .objects) && word.frames.isDisjoint(with: .intransitive)
    if let opener = relativePhrase(clause), phrases[opener].preposition >= 0, first == index + 1,
      !(takesObject && isWithoutArticle(first))
    {
      clauses[clause].doubts.insert(.order)
      return first
    }
    let isIntransitive = word.origin == .listed && word.frames.isSubset(of: .intransitive)
    // "Gli hanno consegnato i rapitori un messaggio": people do it to things.
    if behind.count == 2, isPerson(behind[0]) != isPerson(behind[1]),
      let person = behind.first(where: { self.isPerson($0) }),
      agrees(person, clause), !word.frames.isDisjoint(with: .objects), word.frames.isDisjoint(with: .objectPredicate)
    {
      clauses[clause].doubts.insert(.order)
      return person
    }
    if clauses[clause].kind == .coordinate, !isIntransitive, !hasBeHelper(verb) { return nil }
    // "Restano chiuse le banche"
    if !word.frames.isDisjoint(with: .copular), isKind(index + 1, .adjectival) { return first }
    // "come ha precisato la compagnia"
    let opener = clauses[clause].opener
    if opener >= 0, has(phrases[Int(opener)].first, .as), !word.frames.isDisjoint(with: [.say, .factive, .epistemic]) {
      return first
    }
    let hasBe = verb.head > verb.first && hasHelper(verb, .be)
    if clitic(of: clause, .reflexive) != nil { return first }
    if isIntransitive, !word.frames.isEmpty, word.frames.isDisjoint(with: .copular) { return first }
    if hasBe, word.frames.isDisjoint(with: .copular) { return first }
    if word.has(.postposed), word.frames.isDisjoint(with: .copular) { return first }
    if clitic(of: clause, .accusative) != nil {
      clauses[clause].doubts.insert(.order)
      return first
    }
    let noun = words[Int(phrases[first].head)]
    let isSomebody = noun.senseClass == .person || noun.senseClass == .group || noun.part == .properNoun
    if !word.frames.isDisjoint(with: [.say, .deny, .epistemic]), isSomebody,
      isBehindComma(index) || hasComplement(clause)
    {
      return first
    }
    return nil
  }

  private func isWithoutArticle(_ index: Int) -> Bool {
    words[Int(phrases[index].first)].part == .noun && words[Int(phrases[index].head)].part == .noun
  }

  private func isAskedThing(_ phrase: Int) -> Bool {
    let words = phrases[phrase].first..<phrases[phrase].end
    // "Che cosa", "quale ministro", "Quanto …?"
    return words.contains {
      self.words[Int($0)].has(.interrogative)
        && (self.words[Int($0)].isAny(.interrogative) || has(phrases[phrase].first, .complementizer)
          || phrase == 0 && endsInQuestion)
    }
      && !words.contains { self.words[Int($0)].has(.free) }
  }

  /// "…, profetizza Storace", "…, prosegue la lettera, …": a verb behind a comma or quotation, its subject, and no more.
  private func isReporting(_ clause: Int, _ subject: Int) -> Bool {
    let verb = Int(clauses[clause].verb)
    guard clauses[clause].kind == .parataxis || clauses[clause].kind == .main, subject == verb + 1,
      isKind(verb - 1, .comma) || isKind(verb - 1, .mark), behind.count == 1
    else { return false }
    if clauses[clause].isInsertion { return true }
    var position = subject + 1
    while position < phrases.count, position < subject + 6 {
      switch phrases[position].kind {
      case .comma, .mark: return true
      case .nominal where phrases[position].preposition >= 0 || phrases[position].host >= 0: position += 1
      case .adverbial: position += 1
      default: return false
      }
    }
    return position >= phrases.count
  }

  /// "Quanto ha pagato l'Ibm?": the object is the question's.
  private func isAsked(_ clause: Int) -> Bool {
    guard clauses[clause].kind == .main || clauses[clause].kind == .complement, let first = before.first else {
      return false
    }
    let phrase = phrases[first]
    return (phrase.first..<phrase.end).contains {
      words[Int($0)].has(.interrogative) || words[Int($0)].isAny(.interrogative)
    }
  }

  func relativePhrase(_ clause: Int) -> Int? {
    let first = clauses[clause].first
    return first >= 0 && phrases[Int(first)].kind == .relative ? Int(first) : nil
  }

  private func isPerson(_ index: Int) -> Bool {
    let noun = words[Int(phrases[index].head)]
    return noun.senseClass == .person || noun.senseClass == .group || noun.part == .properNoun
  }

  private func hasBeHelper(_ verb: Phrase) -> Bool { verb.head > verb.first && hasHelper(verb, .be) }

  private func hasHelper(_ verb: Phrase, _ trait: WordTraits) -> Bool {
    for word in verb.first..<verb.head where words[Int(word)].part == .auxiliary && words[Int(word)].has(trait) {
      return true
    }
    return false
  }

  /// Whether a complement with a finite verb hangs on the verb of a clause.
  func hasComplement(_ clause: Int) -> Bool {
    var other = clause + 1
    while other < clauses.count, other < clause + 6 {
      if clauses[other].link == .complement, clauses[other].parent == Int32(clause) { return true }
      other += 1
    }
    return false
  }

  // MARK: - Relatives

  /// What the relative pronoun is in its clause.
  mutating func readRelative(_ clause: Int) {
    let first = clauses[clause].first
    guard first >= 0, phrases[Int(first)].kind == .relative else { return }
    let relative = Int(first)
    let pronoun = phrases[relative]
    if pronoun.preposition >= 0 {
      attach(pronoun.head, to: clauses[clause].head, .oblique)
      return
    }
    let verb = Int(clauses[clause].verb)
    let isNoun = words[Int(pronoun.head)].isNounLike
    if let subject = before.last(where: { agrees($0, clause) && (!isTime($0) || !isHeadFirst) }) {
      let isAdverbial = isHeadFirst && isTime(subject)
      if !isAdverbial {
        give(subject, subjectRelation(clause), in: clause)
        giveRelativeObject(relative, clause)
        return
      }
    }
    if isHeadFirst, !isNoun, let object = behind.first(where: { !isTime($0) }), isNear(verb, object),
      !phrases[verb].isPassive
    {
      // "che ha pubblicato il quotidiano": by number, where it tells.
      let anchor = clauses[clause].anchor
      let agreesWithNoun = anchor < 0 || agreesInChain(clause)
      if !agreesWithNoun, agrees(object, clause) {
        give(object, .subject, in: clause)
        giveRelativeObject(relative, clause)
        return
      }
      if agreesWithNoun, agrees(object, clause), isPerson(object) { clauses[clause].doubts.insert(.order) }
    }
    let person = phrases[verb].features.intersection(.persons)
    if isHeadFirst, !person.isEmpty, person.isDisjoint(with: .third), phrases[verb].finite >= 0 {
      giveRelativeObject(relative, clause)
      return
    }
    give(relative, subjectRelation(clause), in: clause)
  }

  /// "casi di febbre all'anno che causano …": of the noun phrases in a row before a relative the nearest that agrees is meant.
  private mutating func agreesInChain(_ clause: Int) -> Bool {
    var candidate = Int(clauses[clause].anchor)
    for _ in 0..<4 {
      if agrees(candidate, clause) {
        clauses[clause].anchor = Int32(candidate)
        return true
      }
      guard phrases[candidate].preposition >= 0, candidate > 0, isKind(candidate - 1, .nominal) else { return false }
      candidate -= 1
    }
    return false
  }

  private mutating func giveRelativeObject(_ relative: Int, _ clause: Int) {
    let word = verbWord(of: clause)
    let isWithout = verbPhrase(of: clause).isPassive || word.frames.isDisjoint(with: .objects) && !word.frames.isEmpty
    if isWithout {
      clauses[clause].doubts.insert(.object)
      attach(phrases[relative].head, to: clauses[clause].head, .oblique)
    } else {
      give(relative, .object, in: clause)
    }
  }
}
