import Languages
import Reading

/// Subjects, objects and agents: what is open in them, and which are plain in spite of where they stand.
extension Sentence {
  /// What is open in a noun phrase without a preposition.
  func doubtNoun(_ index: Int, _ clause: Int, _ doubts: inout Doubts) {
    let this = clauses[clause]
    let verb = Int(this.verb)
    let phrase = phrases[index]
    let head = words[Int(phrase.head)]
    if head.certainty != .sure { doubts.insert(.likelyNoun) }
    if !isHeadFirst, isRow(phrase) { doubts.insert(.nounRow) }
    // "retiring jurists"; behind an article, "the elected officials", nothing is open.
    if words[Int(phrase.first)].part == .verb { doubts.insert(.strangeHead) }
    let isKernel = Int32(index) == this.subject || Int32(index) == this.object
    // "è esplosa ieri pomeriggio": where no object can be, a time is none.
    let frames = verbWord(of: clause).frames
    let takesNone = verbPhrase(of: clause).isPassive || this.object >= 0 || frames.isSubset(of: .intransitive)
    let mayMatter = !head.has(.day) && !describesTime(index) && !(takesNone && this.subject >= 0)
    if isTime(index), isKernel || mayMatter, !isSpent(index, clause) { doubts.insert(.time) }
    // "rose 60 cents"
    let takesObject = !frames.isDisjoint(with: .objects) && frames.isDisjoint(with: .intransitive)
    if index > verb, head.senseClass == .measure, !takesObject { doubts.insert(.time) }
    if head.has(.free) { doubts.insert(.free) }
    // Behind an article the last name leads.
    if !isHeadFirst, head.part == .properNoun, phrase.end - phrase.first > 1, !isPart(Int(phrase.first), .determiner),
      (phrase.first..<phrase.end).contains(where: { $0 != phrase.head && words[Int($0)].part == .properNoun })
    {
      doubts.insert(.name)
    }
    if isStrange(index, behind: verb) { doubts.insert(.strangeHead) }
    if isKernel, isNameBehind(phrase) { doubts.insert(.name) }
    // "enjoyed it", but "enjoyed very much to": how much is no object for sure.
    if !isHeadFirst, Int32(index) == this.object, head.has(.quantifier), head.part != .numeral,
      !(isKind(index + 1, .nominal) && isGenitive(index + 1)), phrase.head + 1 == phrase.end, head.part != .noun
    {
      doubts.insert(.object)
    }
    // "may give way": with one bare noun a verb that gives may be one with it.
    if !isHeadFirst, Int32(index) == this.object, verbWord(of: clause).has(.gives), frames.contains(.ditransitive),
      phrase.end - phrase.first == 1, head.part == .noun, !head.features.contains(.plural)
    {
      doubts.insert(.object)
    }
    // "a day stop-over"
    if isKernel, isPart(Int(phrase.end), .punctuation), words[Int(phrase.end)].mark == UInt8(ascii: "-") {
      doubts.insert(.nounRow)
    }
    if phrase.isCoordinated {
      doubts.insert(.list)
      // "male and female cockatiels", "Barracuda and Kayangan lakes"
      let next = index + 2
      if !isHeadFirst, phrase.head - phrase.first < 2, isKind(index + 1, .coordinator), isKind(next, .nominal),
        phrases[next].host == Int32(index), phrases[next].head > phrases[next].first,
        !isPart(Int(phrases[next].first), .determiner), !has(phrases[next].first, .possessor),
        words[Int(phrases[next].first)].isNounLike || words[Int(phrase.head)].part == .adjective
      {
        doubts.insert(.nounRow)
      }
    }
    if head.certainty == .open || head.origin == .guessed && !head.look.contains(.capital) {
      doubts.insert(.nounReading)
    }
  }

  /// Whether the head of a noun phrase may be no head: an article alone, "that" before a clause.
  private func isStrange(_ index: Int, behind verb: Int) -> Bool {
    let phrase = phrases[index]
    let head = words[Int(phrase.head)]
    let isClosed = index + 1 >= phrases.count || isKind(index + 1, .mark) || isKind(index + 1, .comma)
    if head.has(.complementizer), index > verb { return !isClosed }
    switch head.part {
    case .noun, .properNoun, .pronoun, .other: return false
    case .numeral, .symbol: return !isClosed && isKind(index + 1, .adjectival)
    case .adjective:
      // "had a prestigious past", "the proper heating of": an adjective leads only a closed phrase with a definite article.
      let first = words[Int(phrase.first)]
      let isOne = first.part == .determiner && !first.features.contains(.definite)
      let isOpen = isKind(index + 1, .verbal) || isKind(index + 1, .other) || isKind(index + 1, .adjectival)
      return phrase.end - phrase.first < 2 || !isHeadFirst && (isOne || isOpen)
    case .determiner: return !isClosed && !(isKind(index + 1, .nominal) && isGenitive(index + 1))
    default: return true
    }
  }

  /// Whether what is said with to be may be something else: an adverb, a number with more behind it, a phrase with a
  /// preposition that says where: "is behind the house".
  func isStrangePredicate(_ index: Int, _ clause: Int) -> Bool {
    let phrase = phrases[index]
    let head = words[Int(phrase.head)]
    let isClosed =
      index + 1 >= phrases.count || isKind(index + 1, .mark) || isKind(index + 1, .coordinator)
      || isKind(index + 1, .subordinator) || isKind(index + 1, .nominal) && phrases[index + 1].preposition >= 0
    if phrase.kind == .adverbial { return !(head.has(.here) && isClosed) }
    if phrase.preposition >= 0 {
      guard !isHeadFirst else { return !has(phrase.preposition, .genitive) }
      return !isPlainPlace(index, clause)
    }
    if head.part == .determiner {
      return !head.has(.quantifier) && !(isKind(index + 1, .nominal) && isGenitive(index + 1))
    }
    return head.part == .numeral && !isClosed
  }

  /// "è esplosa una bomba", "è stata accolta la domanda": behind a verb that has no object, with an article, and nothing else there.
  func isPlainlyBehind(_ index: Int, _ clause: Int) -> Bool {
    if clauses[clause].isPlainlyThere { return true }
    let verb = Int(clauses[clause].verb)
    // "Who is the mayor?", "sono disponibili i posti"
    if phrases[verb].isCopula { return isPlainlySaidOf(index, clause) }
    guard isHeadFirst, clitic(of: clause, .reflexive) == nil else { return false }
    let first = words[Int(phrases[index].first)]
    guard first.part == .determiner || first.part == .numeral, agrees(index, clause) else { return false }
    // "hanno fatto irruzione gli agenti"
    let object = Int(clauses[clause].object)
    if object == verb + 1, index == verb + 2, isPart(Int(phrases[object].first), .noun) { return true }
    guard isNear(verb, index), object < 0 else { return false }
    let word = verbWord(of: clause)
    return phrases[verb].isPassive
      || word.origin == .listed && !word.frames.isEmpty && word.frames.isSubset(of: .intransitive)
  }

  /// Whether what stands right behind the object may be said of it: "gets it right", "kept them waiting".
  func mayBeSaidOfObject(_ next: Int, _ object: Int, _ clause: Int) -> Bool {
    let verb = verbWord(of: clause)
    let takesSaying =
      !verb.frames.isDisjoint(with: [.objectPredicate, .makeDo, .bidDirect, .keep, .accuse]) || verb.has(.linking)
      || verb.has(.asks) || verb.has(.causative) || verb.has(.perception) || verb.has(.get) || verb.has(.names)
      || !isHeadFirst && verb.has(.have)
    if isKind(next, .adjectival) {
      // "made them angry"
      let state = words[Int(phrases[next].head)]
      return isHeadFirst || state.relation != .openComplement || state.part != .adjective
        || state.head != clauses[clause].head
    }
    if isKind(next, .adverbial) {
      let word = words[Int(phrases[next].head)]
      // "had it up and running", "gets it right"; "have a meeting there" says where.
      let saysWhere = verb.has(.have) || verb.has(.get) || verb.has(.linking)
      let mayBeSaid = word.has(.particle) || word.others.contains(PartsOfSpeech(.adjective))
      // "got me high", "left them alone": of a verb that takes a state, any adverb but one of place, time or manner.
      let takesState = verb.has(.get) || verb.frames.contains(.makeDo) && !verb.has(.have) || verb.has(.linking)
      let mayBeState = takesState && word.part == .adverb && !word.has(.here) && !word.has(.day) && !word.endsInLy
      return !isHeadFirst && (word.has(.negation) || takesSaying && (mayBeSaid || mayBeState || !saysWhere))
    }
    guard isKind(next, .verbal), !disagree(object, next) else { return false }
    // "find a way to leave": the infinitive hangs on the noun.
    let noun = words[Int(phrases[object].head)]
    if phrases[next].form == .infinitive, noun.part == .noun, noun.senseClass != .person, noun.senseClass != .group,
      phrases[next].clause >= 0, clauses[Int(phrases[next].clause)].anchor == Int32(object), !verb.has(.asks)
    {
      return false
    }
    // "bring themselves to confront"
    if !isHeadFirst, phrases[next].form == .infinitive, words[Int(phrases[object].head)].part == .pronoun {
      return true
    }
    return phrases[next].form == .finite || takesSaying
  }

  /// Whether a phrase may say who did it, or may not: "fu inviata dall'ufficio", "by Friday".
  func isStrangeAgent(_ index: Int, _ clause: Int) -> Bool {
    let phrase = phrases[index]
    let verb = verbPhrase(of: clause)
    guard phrase.kind == .nominal, phrase.preposition >= 0, phrase.preposition == phrase.prepositionEnd,
      has(phrase.preposition, .agent), Int32(index) > clauses[clause].verb,
      verb.isPassive || verb.form == .participle
    else { return false }
    let noun = words[Int(phrase.head)]
    let isSomebody = noun.senseClass == .person || noun.senseClass == .group
    guard noun.relation == .agent else {
      return !(noun.senseClass == .time || noun.has(.time) || noun.has(.month))
    }
    // One agent, and of things only right behind the verb.
    var member = phrases[Int(clauses[clause].verb)].next
    var steps = 0
    while member >= 0, Int(member) < index, steps < 12 {
      if words[Int(phrases[Int(member)].head)].relation == .agent { return true }
      member = phrases[Int(member)].next
      steps += 1
    }
    if verb.form == .participle, !isNear(Int(clauses[clause].verb), index) { return true }
    if isPart(Int(phrase.end), .punctuation), words[Int(phrase.end)].mark == UInt8(ascii: "-") { return true }
    if isNameBehind(phrase) { return true }
    // "was flooded, according to a study by the ministry": the noun before it may have been made by it.
    if !isHeadFirst, isKind(index - 1, .nominal), !isTime(index - 1) {
      let before = words[Int(phrases[index - 1].head)]
      if before.part == .noun, before.senseClass != .place, before.senseClass != .time { return true }
    }
    if isSomebody { return false }
    // "compreso da un comune all'altro"
    if isHeadFirst, isKind(index + 1, .nominal), phrases[index + 1].preposition >= 0,
      has(phrases[index + 1].preposition, .direction)
    {
      return true
    }
    // "da una cinquantina di case", "da almeno un anno"
    if isHeadFirst, noun.has(.quantifier) || noun.senseClass == .measure || noun.senseClass == .time { return true }
    let mayComeFrom = isHeadFirst && !verbWord(of: clause).frames.isDisjoint(with: [.motion, .put, .keep])
    return noun.senseClass == .place || noun.part == .properNoun && isHeadFirst && mayComeFrom || mayComeFrom
  }

  /// "di dare, per la prima volta, una disciplina": behind a verb with a phrase between commas stands what may be its object.
  func mayHaveLostObject(_ clause: Int) -> Bool {
    guard clauses[clause].object < 0, !verbPhrase(of: clause).isPassive, !verbPhrase(of: clause).isCopula else {
      return false
    }
    var position = Int(clauses[clause].verb) + 1
    var commas = 0
    while position < phrases.count, position < Int(clauses[clause].verb) + 9 {
      let phrase = phrases[position]
      switch phrase.kind {
      case .comma: commas += 1
      case .adverbial: break
      case .nominal where phrase.preposition >= 0 || isTime(position): break
      case .nominal: return commas == 2
      default: return false
      }
      position += 1
    }
    return false
  }

  /// Whether a noun phrase that was taken for something else stands before a verb without a subject, and agrees with it:
  /// "gli insegnanti, in base all'articolo 3, chiedono …".
  func mayHaveLostSubject(_ clause: Int) -> Bool {
    var position = Int(clauses[clause].verb) - 1
    var steps = 0
    while position >= 0, steps < 10 {
      let phrase = phrases[position]
      switch phrase.kind {
      case .verbal, .subordinator, .relative: return false
      case .mark where phrase.mark != UInt8(ascii: "~") && !words[Int(phrase.first)].isQuote: return false
      case .nominal where phrase.preposition < 0 && !isTime(position):
        return
          !(phrase.clause >= 0 && clauses[Int(phrase.clause)].verb >= 0
          && Int(clauses[Int(phrase.clause)].verb) < position) && agrees(position, clause)
      default: break
      }
      position -= 1
      steps += 1
    }
    return false
  }

  /// A verb that bids, "Read the report", or one of a language that leaves out its subject, with an object that can only be one:
  /// "Per questo ha annunciato la creazione …".
  func isPlainlyWithoutSubject(_ clause: Int) -> Bool {
    let this = clauses[clause]
    let verb = phrases[Int(this.verb)]
    let word = verbWord(of: clause)
    guard word.certainty != .open else { return false }
    let before = content(before: Int(this.verb))
    if !dropsSubject {
      guard this.kind == .main || this.kind == .parataxis, this.opener < 0, verb.finite >= 0,
        before < 0 || isKind(before, .mark)
      else { return false }
      let form = words[Int(verb.finite)].features
      let isThird = form.contains(.singular) && !form.contains(.plural)
      // "Have you left?", "Fire!"
      let next = Int(this.verb) + 1
      guard !word.has(.have), !word.has(.be), !word.has(.get), next < phrases.count, !isKind(next, .mark) else {
        return false
      }
      return verb.finite == verb.head && form.contains(.present) && !isThird && word.part == .verb
        || words[Int(verb.finite)].has(.do) && verb.finite == verb.first
    }
    // Right at the beginning of its clause, so that no subject was lost before it.
    let opens =
      before < 0 || isKind(before, .mark) || isKind(before, .subordinator) || isKind(before, .coordinator)
      || isKind(before, .relative) && phrases[before].preposition >= 0
      || isKind(before, .nominal) && phrases[before].preposition >= 0
        && (before == 0 || isKind(before - 1, .mark) || isKind(before - 1, .subordinator))
    guard opens, !verb.isPassive, !word.has(.postposed), clitic(of: clause, .reflexive) == nil else { return false }
    if verb.isCopula {
      return this.head != verb.head && phrases[Int(words[Int(this.head)].phrase)].kind == .adjectival
        && (this.last < 0 || phrases[Int(words[Int(this.head)].phrase)].next < 0)
    }
    return this.object > this.verb && isNear(Int(this.verb), Int(this.object))
      && !word.frames.isDisjoint(with: .objects) && word.frames.isDisjoint(with: .intransitive)
      && word.frames.isDisjoint(with: [.say, .epistemic, .deny])
  }
}
