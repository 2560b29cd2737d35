import Languages
import Reading

/// Complements that hang on their verb without a guess: the verb takes them, a word opens them, nothing stands between.
extension Sentence {
  /// What makes it a guess which word leads a clause.
  private static let headless: Doubts = [
    .boundary, .verbReading, .unknownVerb, .bareBe, .bareAuxiliary, .strangePredicate, .unlicensed, .participle, .free,
    .stranded, .subject, .nounRow, .strangeHead, .disagrees,
  ]

  /// What makes it a guess which word leads an infinitive that its word opens: "wants to do that".
  private static let headlessInfinitive: Doubts = [
    .boundary, .verbReading, .bareBe, .strangePredicate, .unlicensed, .stranded,
  ]

  /// Whether a clause is plainly the complement of the one it hangs on: "said that the army fled", "wants to leave".
  func isPlainComplement(_ clause: Int) -> Bool {
    let this = clauses[clause]
    let parent = Int(this.parent)
    guard parent >= 0, this.verb >= 0, clauses[parent].verb >= 0, this.verb > clauses[parent].verb,
      this.doubts.isDisjoint(
        with: !isHeadFirst && phrases[Int(this.verb)].finite < 0 && phrases[Int(this.verb)].form != .participle
          ? Self.headlessInfinitive : Self.headless)
    else { return false }
    switch this.link {
    case .complement where phrases[Int(this.verb)].finite >= 0: return isPlainlySaid(clause, parent)
    case .openComplement where phrases[Int(this.verb)].form == .gerund:
      return phrases[Int(this.verb)].marker < 0 && verbWord(of: parent).has(.takesGerund)
        && isRightBehind(clause, parent)
    case .openComplement, .complement:
      return phrases[Int(this.verb)].form == .infinitive && isPlainlyTaken(clause, parent)
    default: return false
    }
  }

  /// "said that", "told the reporters that", "asked whether", "sure that", "I think he left".
  private func isPlainlySaid(_ clause: Int, _ parent: Int) -> Bool {
    let this = clauses[clause]
    let opener = Int(this.opener)
    guard opener >= 0 else {
      let says = verbWord(of: parent).has(.says) || words[Int(clauses[parent].head)].has(.says)
      guard says, this.subject >= 0, Int(this.subject) == leader(parent) + 1 else { return false }
      // "said the army fled", but "see the report is out" may bid to see it.
      return !this.doubts.contains(.unmarked)
        || !verbWord(of: parent).has(.perception) && clauses[parent].subject >= 0 && isDefinite(Int(this.subject))
          && isNear(Int(this.subject), Int(this.verb))
    }
    let phrase = phrases[opener]
    guard phrase.kind == .subordinator, phrase.end - phrase.first == 1 else { return false }
    let word = words[Int(phrase.first)]
    if word.has(.question), !word.has(.complementizer) {
      return content(before: opener) == leader(parent) && !verbWord(of: parent).frames.isDisjoint(with: .whether)
    }
    guard word.has(.complementizer), takesComplement(parent) || words[Int(clauses[parent].head)].has(.says),
      opener > leader(parent)
    else { return false }
    return ((leader(parent) + 1)..<opener).allSatisfy { index in
      phrases[index].kind == .adverbial
        || phrases[index].kind == .nominal
          && (phrases[index].preposition >= 0 || isTime(index) || verbWord(of: parent).has(.tells))
    }
  }

  /// "ha deciso di partire", "wants to leave", "urged them to leave", "is able to leave".
  private func isPlainlyTaken(_ clause: Int, _ parent: Int) -> Bool {
    let verb = Int(clauses[clause].verb)
    let governor = verbWord(of: parent)
    let marker = phrases[verb].marker
    if verbPhrase(of: parent).isCopula {
      return !isHeadFirst && words[Int(clauses[parent].head)].has(.able) && isRightBehind(clause, parent)
    }
    let isPassive = verbPhrase(of: parent).isPassive
    if marker < 0, !isHeadFirst {
      // "let them know"
      return governor.has(.bareInfinitive) && !isPassive && clauses[parent].object == Int32(verb - 1)
        && clauses[parent].object == clauses[parent].verb + 1 && isDefinite(verb - 1)
    }
    if marker < 0 {
      // "ha visto uscire due uomini", "li ha fatti bere": whose deed is it?
      let isOpen = governor.has(.perception) || clitic(of: parent, .accusative) != nil
      return isHeadFirst && (governor.has(.bareInfinitive) || governor.has(.weather)) && isRightBehind(clause, parent)
        && !isOpen
    }
    guard !isFixedMarker(verb) else { return false }
    let isTaken =
      isPassive
      ? governor.has(.asks) || !governor.frames.isDisjoint(with: [.epistemic, .bidDirect, .bidIndirect])
      : governor.has(.wants) || governor.has(.asks) || !governor.frames.isDisjoint(with: .infinitives)
    guard isTaken else { return false }
    if isRightBehind(clause, parent) { return true }
    // "urged the rebels to leave"
    let object =
      addressee(of: parent).map { Int(words[Int($0)].phrase) } ?? Int(clauses[parent].object)
    guard object >= 0, object == verb - 1, object > Int(clauses[parent].verb), isNear(Int(clauses[parent].verb), object)
    else { return false }
    let noun = words[Int(phrases[object].head)]
    let isSomebody =
      noun.part == .pronoun || noun.part == .properNoun || noun.senseClass == .person || noun.senseClass == .group
    return governor.has(.asks) && isSomebody
      || isHeadFirst && !governor.frames.isDisjoint(with: [.bidDirect, .accuse]) && isSomebody
  }

  /// The phrase that leads a clause: its verb, or what is said with to be.
  private func leader(_ clause: Int) -> Int {
    clauses[clause].head >= 0 ? Int(words[Int(clauses[clause].head)].phrase) : Int(clauses[clause].verb)
  }

  private func isRightBehind(_ clause: Int, _ parent: Int) -> Bool {
    content(before: Int(clauses[clause].verb)) == leader(parent)
  }

  /// Whether what follows an adjective said of a subject is plainly its complement.
  func governsPlainly(_ clause: Int, _ head: Int) -> Bool {
    let next = Int32(words[head].phrase) + 1
    var other = clause + 1
    while other < clauses.count, other < clause + 6 {
      if clauses[other].parent == Int32(clause), clauses[other].verb == next || clauses[other].opener == next {
        return isPlainComplement(other)
      }
      other += 1
    }
    return false
  }

  /// Whether "it" in a clause may stand for the clause that hangs there: "it is this that …", "it took hours to …".
  func mayBeEmpty(_ clause: Int, _ parent: Int) -> Bool {
    guard !isHeadFirst, clauses[parent].verb >= 0, clauses[clause].verb > clauses[parent].verb else { return false }
    let isEmpty = [clauses[parent].subject, clauses[parent].object].contains {
      $0 >= 0 && words[Int(phrases[Int($0)].head)].has(.expletive)
    }
    guard isEmpty else { return false }
    switch clauses[clause].kind {
    // "it needs to be read"
    case .infinitive
    where clauses[clause].link == .openComplement && clauses[clause].anchor < 0 && verbWord(of: parent).has(.wants)
      && isRightBehind(clause, parent) && !verbPhrase(of: parent).isCopula:
      return false
    case .infinitive, .complement: return true
    case .relative, .adverbial:
      return verbPhrase(of: parent).isCopula || verbWord(of: parent).frames.contains(.copular)
    default: return false
    }
  }
}
