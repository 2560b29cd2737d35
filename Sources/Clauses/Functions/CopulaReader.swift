import Languages
import Reading

/// What is said of the subject with to be: the predicate leads its clause, the verb leans on it.
extension Sentence {
  /// Reads a clause of to be; false if it is one of being there, whose verb leads.
  mutating func readCopula(_ clause: Int) -> Bool {
    let verb = Int(clauses[clause].verb)
    if isExistential(clause) {
      readExistential(clause)
      return true
    }
    readRelative(clause)
    let hasRelativeSubject = clauses[clause].subject >= 0
    var subject = hasRelativeSubject ? -1 : subjectBefore(clause)
    var predicate = predicate(clause, isInverted: subject < 0 && !hasRelativeSubject)
    if !hasRelativeSubject, let asked = askedPredicate(clause, subject),
      let other = behind.first(where: { !isTime($0) })
    {
      // "Chi è il direttore?", "What is that?", "Here is an excerpt."
      lead(clause, by: asked)
      give(other, .subject, in: clause)
      readObliques(clause)
      return true
    }
    // "Is the army there?", "È grave la crisi"
    if subject < 0, !hasRelativeSubject, let first = behind.first, !isTime(first) {
      if !isHeadFirst {
        if isQuestion(clause), first == verb + 1 || predicate != first {
          subject = first
          predicate = self.predicate(clause, isInverted: false, behind: first)
        }
      } else if predicate >= 0, predicate != first, phrases[predicate].kind == .adjectival, first > predicate,
        agrees(first, clause)
      {
        subject = first
      }
    }
    if predicate < 0, let infinitive = infinitivePredicate(clause) {
      // "The aim is to provide help."
      lead(clause, by: infinitive)
      // "Your pledge is to be made"
      if subject >= 0 { give(subject, phrases[infinitive].isPassive ? .passiveSubject : .subject, in: clause) }
      return true
    }
    guard predicate >= 0 else {
      if subject >= 0 {
        give(subject, .subject, in: clause)
      }
      clauses[clause].doubts.insert(.bareBe)
      readObliques(clause)
      return true
    }
    lead(clause, by: predicate)
    if subject >= 0 { give(subject, .subject, in: clause) }
    if hasRelativeSubject { rehang(clause) }
    readClitics(clause)
    readObliques(clause)
    return true
  }

  /// What stands before to be and is said of what stands behind it: a question word alone, "here", an adjective.
  private func askedPredicate(_ clause: Int, _ subject: Int) -> Int? {
    let verb = Int(clauses[clause].verb)
    if subject >= 0 {
      let word = words[Int(phrases[subject].head)]
      let isAlone = phrases[subject].end - phrases[subject].first <= 2 && word.part != .noun
      return before.count == 1 && word.has(.interrogative) && isAlone && behind.first == verb + 1 ? subject : nil
    }
    guard before.isEmpty, clauses[clause].opener < 0 || clauses[clause].kind == .complement else { return nil }
    let place = verb - 1
    guard place >= 0, phrases[place].clause == Int32(clause) || place == Int(clauses[clause].opener) else { return nil }
    let word = words[Int(phrases[place].head)]
    if phrases[place].kind == .adjectival { return isHeadFirst ? place : nil }
    if phrases[place].kind == .adverbial, word.has(.here), !isHeadFirst { return place }
    return nil
  }

  private func isQuestion(_ clause: Int) -> Bool {
    clauses[clause].kind == .main || clauses[clause].kind == .parataxis || clauses[clause].kind == .coordinate
  }

  /// The relative found its place before the predicate was known.
  private mutating func rehang(_ clause: Int) {
    let subject = phrases[Int(clauses[clause].subject)].head
    words[Int(subject)].head = clauses[clause].head
  }

  /// The infinitive right behind to be that says what the subject is; it is then no clause of its own.
  private mutating func infinitivePredicate(_ clause: Int) -> Int? {
    let verb = Int(clauses[clause].verb)
    guard isKind(verb + 1, .verbal), phrases[verb + 1].form == .infinitive, behind.isEmpty else { return nil }
    guard let child = clauses.indices.first(where: { $0 > clause && clauses[$0].verb == Int32(verb + 1) }),
      clauses[child].parent == Int32(clause)
    else { return nil }
    clauses[child].isPredicate = true
    return verb + 1
  }

  /// Makes a phrase the head of its clause, with to be and what hangs on it leaning on it.
  private mutating func lead(_ clause: Int, by predicate: Int) {
    let verb = verbPhrase(of: clause)
    let head = phrases[predicate].head
    for word in verb.first..<verb.end where word != verb.head && words[Int(word)].head == verb.head {
      words[Int(word)].head = head
    }
    words[Int(head)].head = Word.unread
    attach(verb.head, to: head, .copula)
    clauses[clause].head = head
  }

  /// The phrase behind to be that says what the subject is.
  private func predicate(_ clause: Int, isInverted: Bool, behind place: Int? = nil) -> Int {
    let verb = Int(clauses[clause].verb)
    var member = phrases[place ?? verb].next
    var steps = 0
    var time = -1
    while member >= 0, steps < 4 {
      let index = Int(member)
      let phrase = phrases[index]
      // Nothing but adverbs may stand between.
      switch phrase.kind {
      case .adjectival: return index
      case .nominal:
        if phrase.preposition < 0 {
          if isTime(index), phrase.next >= 0 || describesTime(index) || isAdverbialTime(index), !isHeadFirst {
            if time < 0, steps == 0 { time = index }
            break
          }
          return index
        }
        // "was in many ways a world of his own"
        let next = Int(phrase.next)
        if next == index + 1,
          phrases[next].kind == .adjectival
            || phrases[next].isBareNominal && isPart(Int(phrases[next].first), .determiner) && !isTime(next)
        {
          return next
        }
        return index
      case .adverbial:
        let word = words[Int(phrase.head)]
        let endsHere = isKind(index + 1, .mark) || isKind(index + 1, .comma) || index + 1 >= phrases.count
        if !isHeadFirst, word.part == .adverb, phrase.end - phrase.first == 1,
          word.has(.here) && !isKind(index + 1, .adjectival) && (!isKind(index + 1, .nominal) || isTime(index + 1))
            || phrase.next < 0 && !word.has(.degree) && endsHere
        {
          return index
        }
      default: return time
      }
      member = phrase.next
      steps += 1
    }
    return time
  }

  /// "there is", "c'è"
  private func isExistential(_ clause: Int) -> Bool {
    if isHeadFirst {
      let first = Int(verbPhrase(of: clause).first)
      // "C'è stata un'esplosione", whatever "c'" was read as
      return clitic(of: clause, .speaker) != nil || has(first - 1, .speaker) && isPart(first - 1, .adverb)
    }
    for phrase in before
    where has(phrases[phrase].head, .existential) && words[Int(phrases[phrase].head)].part == .pronoun {
      return true
    }
    if let first = behind.first, has(phrases[first].head, .existential),
      words[Int(phrases[first].head)].part == .pronoun
    {
      return true
    }
    return false
  }

  private mutating func readExistential(_ clause: Int) {
    let place = Int(verbPhrase(of: clause).first) - 1
    if has(place, .existential) { attach(Int32(place), to: clauses[clause].head, .expletive) }
    for phrase in before + behind where has(phrases[phrase].head, .existential) {
      attach(phrases[phrase].head, to: clauses[clause].head, .expletive)
    }
    if let clitic = clitic(of: clause, .speaker) { attach(clitic, to: clauses[clause].head, .expletive) }
    let verb = Int(clauses[clause].verb)
    readRelative(clause)
    if clauses[clause].subject < 0,
      let subject = behind.first(where: { $0 > verb && !has(phrases[$0].head, .existential) && !isTime($0) })
        ?? before.last(where: { isHeadFirst && !isTime($0) })
    {
      give(subject, .subject, in: clause)
      let others = behind.filter { !has(phrases[$0].head, .existential) && !isTime($0) }
      clauses[clause].isPlainlyThere = others == [subject] && isNear(verb, subject)
    }
    readObliques(clause)
  }
}
