import Languages
import Reading

/// Objects and subjects that stand in another clause, or look like something else.
extension Sentence {
  /// Whether a verb is not known to take the object that was found.
  func mayTakeNone(_ clause: Int) -> Bool {
    let frames = verbWord(of: clause).frames
    guard !frames.isEmpty else { return false }
    // "ha chiesto una tregua": who asks, believes or guesses asks for something too.
    if isHeadFirst { return frames.isDisjoint(with: .objects.union([.bidIndirect, .epistemic])) }
    let object = Int(clauses[clause].object)
    guard frames.isSubset(of: .intransitive) else { return false }
    // "survived the raid", "followed them": with an article or a pronoun, right behind the verb, and of a verb that does not move.
    let first = words[Int(phrases[object].first)]
    let isOne = first.part == .determiner && !first.isAny([.definite, .demonstrative])
    return
      !(isDefinite(object) && !isOne && object == Int(clauses[clause].verb) + 1
      || words[Int(phrases[object].head)].part == .pronoun)
  }

  /// "nella strage morirono dei passanti": what looks like a phrase with "di" may be the subject.
  func mayHidePartitive(_ clause: Int) -> Bool {
    let this = clauses[clause]
    let verb = phrases[Int(this.verb)]
    let index = Int(this.verb) + 1
    guard this.subject < 0, verb.finite >= 0, isKind(index, .nominal), isGenitive(index),
      isPart(Int(phrases[index].prepositionEnd) + 1, .determiner), phrases[index].features.contains(.plural),
      verb.features.contains(.plural)
    else { return false }
    return !verbWord(of: clause).frames.isDisjoint(with: .withBe)
  }

  /// "What do you have to hit?", "a notebook that she used to carry around": the object of an infinitive that was asked for or
  /// related to further up.
  func mayHaveLostGap(_ clause: Int) -> Bool {
    let this = clauses[clause]
    // "decidere quale strada prendere"
    let asked = content(before: Int(this.verb))
    if isHeadFirst, this.object < 0, phrases[Int(this.verb)].form == .infinitive, phrases[Int(this.verb)].marker < 0,
      isKind(asked, .nominal), phrases[asked].isBareNominal, has(phrases[asked].first, .interrogative)
    {
      return true
    }
    guard this.object < 0, phrases[Int(this.verb)].form == .infinitive, !phrases[Int(this.verb)].isPassive,
      this.link == .openComplement || this.link == .complement, !isGoverning(clause),
      !verbWord(of: clause).frames.isDisjoint(with: .objects), clitic(of: clause, .accusative) == nil
    else { return false }
    var parent = Int(this.parent)
    var steps = 0
    while parent >= 0, steps < 3 {
      let above = clauses[parent]
      // The relative or what is asked for is no subject there.
      if above.kind == .relative { return relativePhrase(parent).map { Int32($0) != above.subject } ?? true }
      if above.first >= 0, above.subject != above.first, has(phrases[Int(above.first)].head, .interrogative) {
        return true
      }
      guard above.link == .openComplement || above.link == .complement else { return false }
      parent = Int(above.parent)
      steps += 1
    }
    return false
  }

  /// "It is because the roads are closed", "the question is whether they left": a clause said with to be has two subjects for
  /// the treebanks, and none of them is sure.
  func saysAnotherClause(_ clause: Int) -> Bool {
    let this = clauses[clause]
    let parent = Int(this.parent)
    guard parent >= 0, this.opener >= 0, clauses[parent].verb >= 0, phrases[Int(clauses[parent].verb)].isCopula else {
      return false
    }
    let before = content(before: Int(this.opener))
    return before == Int(clauses[parent].verb)
  }

  /// "are going to mass": behind a verb that goes somewhere a noun is as likely as a verb.
  func goesThere(_ clause: Int) -> Bool {
    let parent = Int(clauses[clause].parent)
    return !isHeadFirst && parent >= 0 && clauses[parent].verb >= 0
      && verbWord(of: parent).frames.contains(.motion) && verbWord(of: parent).has(.wants)
  }

  /// Neither a pronoun nor somebody.
  func isThing(_ index: Int) -> Bool {
    let noun = words[Int(phrases[index].head)]
    return noun.part == .noun && noun.senseClass != .person && noun.senseClass != .group
  }

  /// "i docenti da trasferire": the noun before it is what is done; "esclude o limita la spesa": the treebank gives it to the
  /// second verb alone.
  func isDoneElsewhere(_ clause: Int) -> Bool {
    let this = clauses[clause]
    let verb = phrases[Int(this.verb)]
    let next = Int(this.verb) + 1
    if verb.form == .infinitive, verb.marker >= 0, has(verb.marker, .agent), this.link == .adnominalClause,
      this.anchor >= 0,
      !(isKind(next, .nominal) && phrases[next].isBareNominal)
    {
      return true
    }
    return isKind(next, .coordinator) && isKind(next + 1, .verbal)
      && (phrases[next + 1].form == verb.form) && phrases[next + 1].clause >= 0
      && clauses[Int(phrases[next + 1].clause)].object > Int32(next + 1)
  }

  /// "lo indurrebbe, in fondo, a partire": a verb that takes an infinitive, and one behind a comma that hangs there as if it
  /// said what for.
  func mayHaveLostComplement(_ clause: Int) -> Bool {
    let frames = verbWord(of: clause).frames
    let goes = frames.contains(.motion)
    guard isHeadFirst, goes || !frames.isDisjoint(with: .infinitives), !isGoverning(clause) else { return false }
    var other = clause + 1
    while other < clauses.count, other < clause + 8 {
      let child = clauses[other]
      if child.parent == Int32(clause), child.kind == .infinitive, child.link == .adverbialClause, child.anchor < 0,
        child.verb > clauses[clause].verb, phrases[Int(child.verb)].marker >= 0
      {
        let marker = words[Int(phrases[Int(child.verb)].marker)]
        if marker.has(.direction) || marker.has(.genitive) && !goes { return true }
      }
      other += 1
    }
    return false
  }

  /// "It seems like the roads are closed", "It is odd, given the date, that they left", "It had stopped raining": "it" with a
  /// verb that needs nobody, and something behind that it may stand for.
  func mayStandForClause(_ clause: Int) -> Bool {
    let this = clauses[clause]
    guard !isHeadFirst, this.subject >= 0, has(phrases[Int(this.subject)].head, .expletive), this.head >= 0 else {
      return false
    }
    let word = verbWord(of: clause)
    let isSaid = phrases[Int(this.verb)].isCopula && words[Int(this.head)].part == .adjective
    guard isSaid || word.frames.contains(.raise) && !word.has(.have) else { return false }
    var position = Int(this.verb) + 1
    var steps = 0
    while position < phrases.count, steps < 16 {
      let phrase = phrases[position]
      switch phrase.kind {
      case .subordinator where has(phrase.first, .complementizer) || !isSaid && has(phrase.first, .as): return true
      case .verbal where !isSaid && position == Int(this.verb) + 1 && phrase.form == .gerund: return true
      case .mark where !words[Int(phrase.first)].isQuote: return false
      default: break
      }
      position += 1
      steps += 1
    }
    return false
  }

  /// "seek to divide and rule the town": an object behind the second of two verbs may be that of the first.
  func mayShareObject(_ clause: Int) -> Bool {
    let this = clauses[clause]
    let next = Int(this.verb) + 1
    guard !isHeadFirst, this.object < 0, !phrases[Int(this.verb)].isPassive, !phrases[Int(this.verb)].isCopula,
      !verbWord(of: clause).frames.isDisjoint(with: .objects), isKind(next, .coordinator), isKind(next + 1, .verbal),
      phrases[next + 1].clause >= 0
    else { return false }
    return clauses[Int(phrases[next + 1].clause)].object > Int32(next + 1)
  }

  /// "Tende a crescere, infine, il divario", "vi studiarono fra gli altri i figli": a noun phrase that agrees stands behind a
  /// verb without a subject, before the next one.
  func mayHaveSubjectBehind(_ clause: Int) -> Bool {
    let this = clauses[clause]
    let verb = phrases[Int(this.verb)]
    let person = verb.features.intersection(.persons)
    guard verb.finite >= 0, person.isEmpty || person.contains(.third) else { return false }
    var position = Int(this.verb) + 1
    var steps = 0
    while position < phrases.count, steps < 12 {
      let phrase = phrases[position]
      switch phrase.kind {
      case .verbal where phrase.form == .infinitive: break
      case .verbal, .subordinator, .relative, .coordinator: return false
      case .mark where !words[Int(phrase.first)].isQuote: return false
      case .nominal
      where phrase.preposition < 0 && Int32(position) != this.object && phrase.host < 0 && !isTime(position):
        // What an infinitive has right behind it is its object.
        let isTaken = isKind(position - 1, .verbal) && position - 1 != Int(this.verb)
        if !isTaken, agrees(position, clause) { return true }
      default: break
      }
      position += 1
      steps += 1
    }
    return false
  }

  /// "risultano disponibili", "feels better": an adjective right behind a verb that says it of its subject.
  func isStateBehind(_ clause: Int) -> Bool {
    let next = Int(clauses[clause].verb) + 1
    guard isKind(next, .adjectival) else { return false }
    let state = words[Int(phrases[next].head)]
    return state.relation == .openComplement && state.part == .adjective && state.head == clauses[clause].head
      && verbWord(of: clause).frames.isDisjoint(with: isHeadFirst ? [.objectPredicate, .makeDo] : [])
  }

  /// "the town the army shelled": the noun before it is what the verb takes.
  func isZeroRelative(_ clause: Int) -> Bool {
    let this = clauses[clause]
    return !isHeadFirst && this.kind == .relative && this.opener < 0 && !this.isFree && this.anchor >= 0
      && this.subject >= 0 && relativePhrase(clause) == nil && isNear(Int(this.subject), Int(this.verb))
  }
}
