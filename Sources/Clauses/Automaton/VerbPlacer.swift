import Languages
import Reading

/// Verb groups into clauses: a finite one fills the clause that waits for it or opens a new one.
extension Sentence {
  mutating func placeVerb(_ index: Int) {
    switch phrases[index].form {
    case .finite: placeFinite(index)
    case .infinitive: placeInfinitive(index)
    case .gerund: placeGerund(index)
    case .participle: placeParticiple(index)
    case .none: place(index)
    }
  }

  /// Makes a verb group the verb of the innermost clause.
  mutating func fill(_ index: Int) {
    clauses[top].verb = Int32(index)
    place(index)
  }

  // MARK: - Finite verbs

  mutating func placeFinite(_ index: Int) {
    if joinsHelper(index) || mayBeParticiple(index) && joinsInvertedHad(index) { return }
    // "this guy named Mario"
    if !isHeadFirst, mayBeParticiple(index), words[Int(phrases[index].head)].has(.names), isKind(index - 1, .nominal),
      isKind(index + 1, .nominal), phrases[index + 1].isBareNominal
    {
      rereadAsParticiple(index)
      return
    }
    // "with all polling stations guarded by soldiers"
    if !isHeadFirst, mayBeParticiple(index), opensWith(index - 1) {
      rereadAsParticiple(index)
      return
    }
    if opensInsertion(index) || opensBareInfinitive(index) { return }
    if let coordinator = coordinator(before: index), let other = innermost(where: { $0.verb >= 0 && isFinite($0) }),
      clauses[top].verb >= 0
    {
      close(to: other)
      // "cannot and have not denied": one verb for both helpers.
      let helper = Int(clauses[other].verb)
      if phrases[helper].isBareAuxiliary, !isHeadFirst {
        attach(phrases[helper].head, to: phrases[index].head, .auxiliary)
        phrases[helper].kind = .other
        fill(index)
        return
      }
      open(coordinate(with: other, coordinator))
      fill(index)
      return
    }
    if clauses[top].verb < 0 {
      if opensReduced(index) {
        rereadAsParticiple(index)
        return
      }
      if opensZeroRelative(index) { return }
      fill(index)
      return
    }
    if opensZeroComplement(index) || opensZeroRelative(index) { return }
    if let waiting = innermost(where: { $0.verb < 0 && $0.kind != .infinitive }) {
      let separator = separator(before: index)
      // "Resolving the conflict would help": the object stays with its verb.
      let isSubjectClause = clauses[top].link == .clausalSubject
      close(to: waiting)
      if isSubjectClause {
        fill(index)
        return
      }
      if !hasSubject(waiting), isKind(index - 1, .nominal), phrases[index - 1].isBareNominal,
        separator < index - 1, !isTime(index - 1)
      {
        moveTail(from: isKind(separator, .comma) ? separator + 1 : index - 1, before: index)
      }
      fill(index)
      return
    }
    openBeside(index)
  }

  /// "The attack, officials said, was …", "Il lavoro, dice Fiorini, è iniziato …": reporting words between commas, while the
  /// clause around them waits for its verb.
  private mutating func opensInsertion(_ index: Int) -> Bool {
    guard clauses[top].verb < 0, clauses[top].opener < 0 || clauses[top].kind != .relative else { return false }
    let word = words[Int(phrases[index].head)]
    guard !word.frames.isDisjoint(with: [.say, .epistemic, .deny]) || word.has(.says) else { return false }
    var first = index
    if isKind(first - 1, .nominal), phrases[first - 1].isBareNominal || phrases[first - 1].preposition >= 0 {
      while isKind(first - 1, .nominal), first > index - 4 { first -= 1 }
    }
    guard isKind(first - 1, .comma) || isQuote(first - 1), verbAhead(index) else { return false }
    var end = index + 1
    if first == index {
      guard isKind(end, .nominal), phrases[end].isBareNominal else { return false }
      end += 1
    }
    while end < phrases.count, end < index + 7,
      isKind(end, .nominal) && phrases[end].preposition >= 0 || isKind(end, .adverbial)
    {
      end += 1
    }
    guard isKind(end, .comma) || isQuote(end), clauses[top].first >= 0, Int(clauses[top].first) < first else {
      return false
    }
    var clause = Clause(kind: .parataxis, parent: Int32(top), link: .parataxis)
    clause.isBehindComma = true
    clause.isInsertion = true
    open(clause)
    moveTail(from: first, before: index)
    fill(index)
    return true
  }

  /// "The money raised by the villagers paid for a well": a past form behind the subject, and another finite verb with
  /// nothing between that could be an object or open a clause.
  private func opensReduced(_ index: Int) -> Bool {
    // "She left before the rebels came": who does it can be nothing that is left.
    guard !isHeadFirst, mayBeParticiple(index), isKind(index - 1, .nominal), !has(phrases[index - 1].head, .subjectForm)
    else { return false }
    // "The town the army shelled lies …" is another one.
    if phrases[index - 1].isBareNominal, isKind(index - 2, .nominal), phrases[index - 2].isBareNominal,
      !isTime(index - 2)
    {
      return false
    }
    var position = index + 1
    while position < phrases.count, position < index + 10 {
      let phrase = phrases[position]
      switch phrase.kind {
      case .nominal where phrase.preposition >= 0 || isTime(position): position += 1
      case .adverbial: position += 1
      case .verbal where phrase.form == .infinitive: position += 1
      case .verbal:
        let isPast = phrase.form == .participle && words[Int(phrase.head)].endsInEd
        return (phrase.form == .finite || isPast) && position > index + 1
      case .comma where phrases[index - 1].link == .apposition && phrases[index - 1].host >= 0:
        // "Sahel Energy, a company based in Segou, dismissed …"
        guard isKind(position + 1, .verbal) else { return false }
        position += 1
      default: return false
      }
    }
    return false
  }

  private mutating func joinsInvertedHad(_ index: Int) -> Bool {
    let verb = Int(clauses[top].verb)
    guard verb >= 0, !phrases[verb].isCopula else { return false }
    return joinsInvertedBe(index)
  }

  private mutating func rereadAsParticiple(_ index: Int) {
    phrases[index].isReread = true
    phrases[index].form = .participle
    phrases[index].finite = -1
    placeParticiple(index)
  }

  /// A past form alone, which may also be a participle.
  private func mayBeParticiple(_ index: Int) -> Bool {
    let phrase = phrases[index]
    let word = words[Int(phrase.head)]
    return !phrase.isReread && phrase.finite == phrase.head && word.part == .verb && word.features.contains(.past)
  }

  /// "helps us get", "let them go": a present form behind the object of a verb that takes an infinitive.
  private mutating func opensBareInfinitive(_ index: Int) -> Bool {
    let verb = Int(clauses[top].verb)
    guard !isHeadFirst, verb >= 0, verb == index - 2, isKind(index - 1, .nominal), phrases[index - 1].isBareNominal,
      words[Int(phrases[verb].head)].has(.bareInfinitive), !has(phrases[index - 1].head, .subjectForm)
    else { return false }
    let phrase = phrases[index]
    let word = words[Int(phrase.head)]
    guard phrase.finite == phrase.head, word.features.contains(.present),
      !word.features.contains(.singular) || word.features.contains(.plural)
    else { return false }
    let isSaying = words[Int(phrases[verb].head)].has(.says) && !has(phrases[index - 1].head, .objectForm)
    guard !isSaying else { return false }
    phrases[index].form = .infinitive
    phrases[index].finite = -1
    var clause = Clause(kind: .infinitive, parent: Int32(top), link: .openComplement)
    clause.doubts = .unmarked
    open(clause)
    fill(index)
    return true
  }

  private func isQuote(_ index: Int) -> Bool { isKind(index, .mark) && words[Int(phrases[index].first)].isQuote }

  /// A participle of which another verb must be the finite one, or a finite verb without a sign of how it comes here.
  private mutating func openBeside(_ index: Int) {
    let separator = separator(before: index)
    let isAnd = isKind(separator, .coordinator)
    // "about a man named Rossi": right behind a noun, with nothing to make it finite.
    if !isHeadFirst, separator < 0, mayBeParticiple(index), isKind(index - 1, .nominal) {
      rereadAsParticiple(index)
      return
    }
    guard separator >= 0 else {
      var clause = Clause(kind: .parataxis, parent: 0, link: .parataxis)
      clause.doubts = [.boundary, .unmarked]
      stack.removeLast(stack.count - 1)
      open(clause)
      if isKind(index - 1, .nominal), phrases[index - 1].isBareNominal { moveTail(from: index - 1, before: index) }
      fill(index)
      return
    }
    if isAnd, let other = innermost(where: { $0.verb >= 0 && isFinite($0) && $0.verb < separator }) {
      close(to: other)
      open(coordinate(with: other, separator))
    } else {
      let other =
        innermost(where: { $0.verb >= 0 && isFinite($0) && $0.kind != .relative && $0.kind != .adverbial }) ?? 0
      close(to: other)
      var clause = Clause(kind: .parataxis, parent: Int32(other), link: .parataxis)
      clause.isBehindComma = true
      clause.doubts = .unmarked
      open(clause)
    }
    moveTail(from: separator + 1, before: index)
    fill(index)
  }

  /// A clause joined to another one by "and".
  func coordinate(with other: Int, _ coordinator: Int) -> Clause {
    var clause = Clause(kind: .coordinate, parent: Int32(other), link: .conjunct)
    clause.coordinator = Int32(coordinator)
    return clause
  }

  /// The innermost open clause that meets a condition.
  func innermost(where isMet: (Clause) -> Bool) -> Int? {
    for clause in stack.reversed() where isMet(clauses[Int(clause)]) { return Int(clause) }
    return nil
  }

  func isFinite(_ clause: Clause) -> Bool { clause.verb >= 0 && phrases[Int(clause.verb)].form == .finite }

  /// The comma, "and" or mark before a verb with nothing but phrases without verbs between; -1 if something else comes first.
  private func separator(before index: Int) -> Int {
    var position = index - 1
    var steps = 0
    while position >= 0, steps < 16 {
      switch phrases[position].kind {
      case .comma, .coordinator, .mark: return position
      case .nominal, .adjectival, .adverbial: position -= 1
      default: return -1
      }
      steps += 1
    }
    return -1
  }

  /// Whether a clause has a noun phrase that may be its subject, before its verb.
  func hasSubject(_ clause: Int, before place: Int = .max) -> Bool {
    var member = clauses[clause].first
    var steps = 0
    while member >= 0, steps < 32, Int(member) < place {
      let phrase = phrases[Int(member)]
      if phrase.isBareNominal, !isTime(Int(member)) || words[Int(phrase.head)].part == .pronoun { return true }
      if phrase.kind == .relative, phrase.preposition < 0, words[Int(phrase.head)].isNounLike || steps == 0 {
        return true
      }
      member = phrase.next
      steps += 1
    }
    return false
  }

  /// "He said the army fled": a verb that takes a clause, a noun phrase, a finite verb.
  private mutating func opensZeroComplement(_ index: Int) -> Bool {
    guard !dropsSubject, isKind(index - 1, .nominal) || isKind(index - 1, .adverbial) else { return false }
    let subject = content(before: index)
    guard isKind(subject, .nominal), phrases[subject].isBareNominal || startsBehindVerb(subject) else { return false }
    var first = subject
    while first > 0, isKind(first, .nominal), phrases[first].host >= 0 || phrases[first].preposition >= 0 { first -= 1 }
    guard isKind(first, .nominal), phrases[first].isBareNominal, phrases[first].clause == Int32(top) else {
      return false
    }
    let verb = Int(clauses[top].verb)
    let head = words[Int(phrases[first].head)]
    guard verb < first, words[Int(phrases[verb].head)].has(.says) || saysByPredicate(top) else { return false }
    // "saw no further need": an article or adjective alone is no subject.
    guard head.isNounLike || head.part == .pronoun || head.part == .numeral, agreesInNumber(first, index) else {
      return false
    }
    // Behind the verb, behind whom it is told, or behind a time.
    var position = first - 1
    var steps = 0
    while position > verb, steps < 3 {
      guard isKind(position, .adverbial) || isKind(position, .nominal) || isKind(position, .adjectival) else {
        return false
      }
      position -= 1
      steps += 1
    }
    guard position == verb else { return false }
    var clause = Clause(kind: .complement, parent: Int32(top), link: .complement)
    clause.doubts = has(phrases[first].head, .subjectForm) ? [] : .unmarked
    open(clause)
    moveTail(from: first, before: index)
    fill(index)
    return true
  }

  /// "is sure he left"
  private func saysByPredicate(_ clause: Int) -> Bool {
    let next = clauses[clause].verb + 1
    return phrases[Int(clauses[clause].verb)].isCopula && isKind(Int(next), .adjectival)
      && has(phrases[Int(next)].head, .says)
  }

  private func agreesInNumber(_ subject: Int, _ verb: Int) -> Bool {
    let number = phrases[subject].features.intersection(.numbers)
    let its = phrases[verb].features.intersection(.numbers)
    let word = words[Int(phrases[subject].head)]
    return number.isEmpty || its.isEmpty || !number.isDisjoint(with: its) || word.senseClass == .group
      || phrases[subject].isCoordinated || word.part == .pronoun
  }

  private func startsBehindVerb(_ index: Int) -> Bool {
    phrases[index].preposition >= 0 && phrases[index].clause == Int32(top)
  }

  /// "The town the army shelled lies …": two noun phrases, one verb, and another one to come.
  mutating func opensZeroRelative(_ index: Int) -> Bool {
    guard !dropsSubject else { return false }
    let subject = content(before: index)
    guard isKind(subject, .nominal), isKind(subject - 1, .nominal), phrases[subject].isBareNominal,
      phrases[subject].clause == Int32(top), !isTime(subject), !isTime(subject - 1)
    else { return false }
    // "granted the cooperative a loan aimed at …"
    let verb = Int(clauses[top].verb)
    if verb >= 0, verb == subject - 2, words[Int(phrases[verb].head)].has(.gives) { return false }
    let noun = words[Int(phrases[subject - 1].head)]
    guard noun.isNounLike || noun.part == .pronoun && noun.isAny(.indefinite) else { return false }
    let first = words[Int(phrases[subject].first)]
    let isSubject =
      words[Int(phrases[subject].head)].has(.subjectForm) || first.part == .determiner
      || words[Int(phrases[subject].head)].part == .properNoun || words[Int(phrases[subject].head)].part == .pronoun
      || first.has(.possessor)
    guard isSubject, clauses[top].verb >= 0 || finiteFollows(index) else { return false }
    var clause = Clause(kind: .relative, parent: Int32(top), link: .relativeClause)
    clause.anchor = Int32(subject - 1)
    clause.doubts = .unmarked
    open(clause)
    moveTail(from: subject, before: index)
    fill(index)
    return true
  }

  private func verbAhead(_ index: Int) -> Bool {
    var position = index + 1
    while position < phrases.count, position < index + 40 {
      if phrases[position].kind == .verbal, phrases[position].form == .finite || phrases[position].form == .participle {
        return true
      }
      position += 1
    }
    return false
  }

  /// Whether another finite verb comes before a strong mark.
  func finiteFollows(_ index: Int) -> Bool {
    var position = index + 1
    while position < phrases.count, position < index + 24 {
      let phrase = phrases[position]
      if phrase.kind == .verbal, phrase.form == .finite { return true }
      if phrase.kind == .subordinator || phrase.kind == .relative || phrase.kind == .mark { return false }
      position += 1
    }
    return false
  }
}
