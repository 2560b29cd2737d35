import Languages
import Reading

/// Whether the kernel of each clause is sure: what could be otherwise is noted, and a clause with nothing of weight is safe.
extension Sentence {
  mutating func judge() {
    let common = sentenceDoubts()
    for clause in clauses.indices where clauses[clause].verb >= 0 && clauses[clause].head >= 0 {
      var doubts = clauses[clause].doubts.union(common)
      doubtVerb(clause, &doubts)
      doubtPlace(clause, &doubts)
      doubtMembers(clause, &doubts)
      // "I think I'll stop": a pronoun that can only be a subject begins the clause.
      if !isHeadFirst, clauses[clause].subject >= 0, clauses[clause].subject == clauses[clause].first,
        has(phrases[Int(clauses[clause].subject)].head, .subjectForm),
        isNear(Int(clauses[clause].subject), Int(clauses[clause].verb))
      {
        doubts.remove(.boundary)
      }
      if !asksForMembers(clause) { doubts.remove(.question) }
      clauses[clause].doubts = doubts
    }
    for clause in clauses.indices where clauses[clause].verb >= 0 {
      let parent = clauses[clause].parent
      guard parent >= 0 else { continue }
      clauses[Int(parent)].doubts.insert(.child)
      if phrases[Int(clauses[clause].verb)].form == .participle, clauses[clause].anchor >= 0,
        clauses[clause].anchor == clauses[Int(parent)].object, clauses[Int(parent)].verb >= 0,
        !isHeadFirst || !verbWord(of: Int(parent)).frames.isDisjoint(with: [.objectPredicate, .makeDo])
          || verbWord(of: Int(parent)).has(.perception) || verbWord(of: Int(parent)).has(.causative)
      {
        clauses[Int(parent)].doubts.insert(.participleBehind)
      }
      if mayBeEmpty(clause, Int(parent)) { clauses[Int(parent)].doubts.insert(.emptySubject) }
      let link = clauses[clause].link
      if link == .openComplement || link == .complement || link == .clausalSubject, clauses[clause].anchor < 0 {
        if isPlainComplement(clause) {
          // "enable them to leave"
          if clauses[clause].verb == clauses[Int(parent)].object + 1 {
            clauses[Int(parent)].doubts.remove(.behindObject)
          }
          if clauses[clause].verb == clauses[Int(parent)].verb + 1 { clauses[Int(parent)].doubts.remove(.behindVerb) }
        } else {
          clauses[Int(parent)].doubts.insert(.governs)
        }
        if clauses[clause].doubts.contains(.unmarked), !isPlainComplement(clause) {
          clauses[Int(parent)].doubts.insert(.complement)
        }
        if clauses[clause].doubts.contains(.unlicensed) { clauses[Int(parent)].doubts.insert(.unlicensed) }
      }
    }
    // "said that the other five companies …": what was said was not found.
    for clause in clauses.indices where clauses[clause].verb < 0 && clauses[clause].link == .complement {
      if clauses[clause].parent >= 0 { clauses[Int(clauses[clause].parent)].doubts.insert(.governs) }
    }
    // What an infinitive hangs on does not touch its own kernel.
    for clause in clauses.indices where clauses[clause].kind == .infinitive {
      clauses[clause].doubts.remove(.unlicensed)
    }
    for clause in clauses.indices where clauses[clause].verb >= 0 { leaveUnread(clause) }
    for clause in clauses.indices where clauses[clause].verb >= 0 && isSafe(clauses[clause]) {
      safe.append(clauses[clause].head)
    }
  }

  /// What is more often wrong than right stays unread: an English subject with others between but nothing inserted, an Italian
  /// object without an article behind other phrases, or one behind a participle that describes a noun.
  private mutating func leaveUnread(_ clause: Int) {
    let this = clauses[clause]
    if !isHeadFirst, this.subject >= 0, this.doubts.contains(.subjectFar), !isKind(Int(this.subject) + 1, .comma) {
      unread(this.subject, this.head)
    }
    guard isHeadFirst, this.object > this.verb else { return }
    let describes = this.kind == .participial && this.link == .adnominalClause && this.doubts.contains(.participle)
    let first = words[Int(phrases[Int(this.object)].first)]
    let isFar =
      this.doubts.contains(.objectFar) && first.part != .determiner && first.part != .numeral
      && !isKind(Int(this.verb) + 1, .comma) && !phrases[Int(this.object)].features.contains(.plural)
    // "un gruppo chiamato Jnim"
    let names = !verbWord(of: clause).frames.isDisjoint(with: [.objectPredicate, .copular])
    if describes && !names || isFar { unread(this.object, this.head) }
  }

  private mutating func unread(_ phrase: Int32, _ head: Int32) {
    let word = Int(phrases[Int(phrase)].head)
    if words[word].head == head { words[word].head = Word.unread }
  }

  // MARK: - The sentence

  private func sentenceDoubts() -> Doubts {
    var doubts: Doubts = []
    if words.count > 30 { doubts.insert(.long) }
    for word in words {
      if word.look.contains(.unknown), word.part != .properNoun, word.part != .numeral, word.part != .punctuation {
        doubts.insert(.unknownWord)
      }
      if word.mark == UInt8(ascii: "("), word.part == .punctuation { doubts.insert(.marks) }
      if word.mark == UInt8(ascii: "~") || word.isQuote { doubts.insert(.marks) }
      if word.mark == UInt8(ascii: "?") { doubts.insert(.question) }
      if word.head == Word.unread, word.part.isContent || word.part == .pronoun { doubts.insert(.leftovers) }
    }
    return doubts
  }

  // MARK: - The verb

  private func doubtVerb(_ clause: Int, _ doubts: inout Doubts) {
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
    if !verb.isCopula, isKind(next, .adjectival) || isKind(next, .verbal) && !isPurpose {
      doubts.insert(.behindVerb)
    }
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
      verb.finite < 0, verb.marker >= 0, !isPlainComplement(clause)
    {
      doubts.insert(.verbReading)
    }
    if verb.form == .infinitive, !isHeadFirst, clauses[clause].subject < 0, followsFor(Int(clauses[clause].verb)) {
      doubts.insert(.noSubject)
    }
    if word.has(.says) || !word.frames.isDisjoint(with: [.say, .epistemic]), clauses[clause].object < 0,
      !isGoverning(clause), !isPlainlyWithout(clause),
      !verb.isPassive, verb.form != .participle
    {
      doubts.insert(.nothingSaid)
    }
    if verb.isCopula, clauses[clause].head != verb.head {
      let predicate = phrases[Int(words[Int(clauses[clause].head)].phrase)]
      let place = Int(words[Int(clauses[clause].head)].phrase)
      if isStrangePredicate(place, clause) || isTime(place) || predicate.kind == .relative {
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
      !isPlainlyWithout(clause)
    {
      doubts.insert(.noObject)
    }
    if clauses[clause].object >= 0, !word.frames.isEmpty,
      isHeadFirst ? word.frames.isDisjoint(with: .objects) : word.frames.isSubset(of: .intransitive)
    {
      doubts.insert(.strangeObject)
    }
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
  private func isGoverning(_ clause: Int) -> Bool {
    var other = clause + 1
    while other < clauses.count, other < clause + 8 {
      let link = clauses[other].link
      if clauses[other].parent == Int32(clause), link == .complement || link == .openComplement { return true }
      other += 1
    }
    return false
  }

  // MARK: - Its place

  private func doubtPlace(_ clause: Int, _ doubts: inout Doubts) {
    let this = clauses[clause]
    switch this.kind {
    case .coordinate:
      doubts.insert(.coordinate)
      // "seafood, milk and iodised salt": a form in -ed before a bare noun may describe it.
      let verb = phrases[Int(this.verb)]
      let next = Int(this.verb) + 1
      if verb.finite == verb.head, words[Int(verb.head)].endsInEd, isKind(next, .nominal), phrases[next].isBareNominal,
        !isPart(Int(phrases[next].first), .determiner), !has(phrases[next].first, .possessor)
      {
        doubts.insert(.boundary)
      }
      // "has submitted the resume and cover letter": what is joined has the form of what it is joined to.
      if !isHeadFirst, this.subject < 0, this.parent >= 0, clauses[Int(this.parent)].verb >= 0,
        verb.finite == verb.head,
        words[Int(verb.head)].features.contains(.present), !words[Int(verb.head)].features.contains(.past),
        words[Int(verb.head)].others.contains(PartsOfSpeech(.noun)),
        words[Int(verbPhrase(of: Int(this.parent)).head)].isAny([.past, .participle, .gerund])
      {
        doubts.insert(.verbReading)
      }
      // "modify or waive the loan": of which of the two?
      if this.parent >= 0, this.object > this.verb, clauses[Int(this.parent)].object < 0,
        Int(clauses[Int(this.parent)].verb) == content(before: Int(this.coordinator))
      {
        doubts.insert(.sharedObject)
      }
    case .parataxis:
      let hasSubject = this.subject >= 0 && this.subject < this.verb
      // "The problem is, would it fit"
      let parent = Int(this.parent)
      let isBroken =
        this.doubts.contains(.unmarked) && parent >= 0
        && (clauses[parent].verb < 0
          || clauses[parent].head == phrases[Int(clauses[parent].verb)].head
            && phrases[Int(clauses[parent].verb)].isCopula)
      if !hasSubject || isBroken || words[Int(phrases[Int(this.verb)].head)].endsInEd { doubts.insert(.beside) }
    case .relative: doubts.insert(.relative)
    default: break
    }
    doubtSpan(clause, &doubts)
    // What stands last in the clause is followed by a verb: it may be that one's subject.
    if this.last >= 0 {
      var next = Int(this.last) + 1
      while isKind(next, .adverbial) || next < phrases.count && phrases[next].host >= 0 { next += 1 }
      if isKind(next, .verbal), phrases[next].form == .finite, Int(this.last) > Int(this.verb),
        !disagree(Int(this.last), next)
      {
        doubts.insert(.runsOn)
      }
    }
  }

  /// Whether a noun phrase cannot be the subject of a verb by its number: "il porto hanno attaccato".
  func disagree(_ phrase: Int, _ verb: Int) -> Bool {
    let number = agreement(of: phrase).intersection(.numbers)
    let its = phrases[verb].features.intersection(.numbers)
    return phrases[phrase].preposition >= 0
      || !number.isEmpty && !its.isEmpty && number != .numbers && its != .numbers && number.isDisjoint(with: its)
  }

  /// What lies between the first and the last phrase of a clause, and right behind it.
  private func doubtSpan(_ clause: Int, _ doubts: inout Doubts) {
    let this = clauses[clause]
    let start = Int(max(this.opener, min(this.first, this.verb)))
    var index = max(min(start, Int(this.verb)), 0)
    let last = Int(max(this.last, this.verb)) + 1
    while index <= last, index < phrases.count {
      let phrase = phrases[index]
      if phrase.kind == .mark {
        let mark = words[Int(phrase.first)]
        if index < last || mark.isQuote,
          mark.isQuote || phrase.mark == UInt8(ascii: "(") || phrase.mark == UInt8(ascii: "~")
        {
          doubts.insert(.markHere)
        }
      } else if phrase.kind != .comma, phrase.kind != .coordinator {
        let isInside = index > Int(this.subject >= 0 ? min(this.subject, this.verb) : this.verb) - 2
        if words[Int(phrase.head)].head == Word.unread, phrase.kind != .subordinator, isInside,
          words[Int(phrase.head)].part != .interjection
        {
          doubts.insert(.leftoverHere)
        }
        for word in phrase.first..<phrase.end
        where words[Int(word)].look.contains(.unknown) && words[Int(word)].part != .properNoun
          && words[Int(word)].part != .numeral
        {
          // Inside a phrase with a preposition, or before a noun behind an article, it changes nothing.
          let isInside =
            phrase.kind == .nominal
            && (phrase.preposition >= 0 || word != phrase.head && isPart(Int(phrase.first), .determiner))
          if !isInside { doubts.insert(.unknownHere) }
        }
      }
      index += 1
    }
  }

  // MARK: - Its parts

  private func doubtMembers(_ clause: Int, _ doubts: inout Doubts) {
    let this = clauses[clause]
    let verb = Int(this.verb)
    var leftOver = 0
    var candidates = 0
    var member = this.first
    while member >= 0 {
      let index = Int(member)
      let phrase = phrases[index]
      member = phrase.next
      guard phrase.kind == .nominal || phrase.kind == .adjectival || phrase.kind == .relative, index != verb else {
        continue
      }
      let head = words[Int(phrase.head)]
      if phrase.head == this.head {
        if phrase.kind == .nominal, !isHeadFirst, isRow(phrase) { doubts.insert(.nounRow) }
        continue
      }
      if phrase.kind == .adjectival {
        if head.relation != .openComplement { doubts.insert(.adjective) }
        continue
      }
      guard phrase.preposition < 0 else {
        if head.relation == .agent { doubts.insert(.agent) }
        if isStrangeAgent(index, clause) { doubts.insert(.strangeAgent) }
        continue
      }
      if index < verb { candidates += 1 }
      doubtNoun(index, clause, &doubts)
      if head.head == Word.unread || head.head != this.head { leftOver += 1 }
      if Int32(index) == this.subject {
        if index > verb, !isPlainlyBehind(index, clause) { doubts.insert(.subjectBehind) }
        if index < verb, !isNear(index, verb), !isFilled(from: index, to: verb) { doubts.insert(.subjectFar) }
        if phrase.isCoordinated { doubts.insert(.subjectList) }
        if !agrees(index, clause) { doubts.insert(.disagrees) }
      } else if Int32(index) == this.object {
        if index > verb, !isNear(verb, index), !isPlainlyObject(index, clause) { doubts.insert(.objectFar) }
        if mayBeSaidOfObject(index + 1, index, clause) { doubts.insert(.behindObject) }
        if phrase.isCoordinated { doubts.insert(.objectList) }
      }
    }
    if candidates > 1 { doubts.insert(.subject) }
    if !isHeadFirst, this.subject >= 0, this.subject < this.verb { doubtForm(clause, &doubts) }
    if leftOver > 0 { doubts.insert(.rest) }
    if this.subject < 0, phrases[verb].finite >= 0, this.kind != .coordinate, !isPlainlyWithoutSubject(clause) {
      // Where subjects may be left out, only an object that agrees with the verb may be one.
      let isSilent = dropsSubject && !phrases[verb].isPassive && !phrases[verb].isCopula
      let isDropped = isSilent && (this.object < 0 || !agrees(Int(this.object), clause))
      if !isDropped || mayHaveLostSubject(clause) { doubts.insert(.noSubject) }
    }
  }

  /// "Favorite DD spot in the area", "the peace endeavors in the region": a verb that may be the last noun of a row.
  private func doubtForm(_ clause: Int, _ doubts: inout Doubts) {
    let this = clauses[clause]
    let verb = phrases[Int(this.verb)]
    let word = words[Int(verb.head)]
    guard verb.finite == verb.head, word.features.contains(.present), word.others.contains(PartsOfSpeech(.noun)),
      word.part == .verb
    else { return }
    let subject = phrases[Int(this.subject)]
    let head = words[Int(subject.head)]
    let isThird = word.features.contains(.singular) && !word.features.contains(.plural)
    if isThird {
      if head.part == .noun, this.object < 0, word.certainty != .sure, subject.end == verb.first,
        !isGoverning(clause)
      {
        doubts.insert(.verbReading)
      }
    } else if head.part == .properNoun, !subject.isCoordinated, !head.features.contains(.plural) {
      doubts.insert(.disagrees)
    }
  }

  /// "ha inviato a Gao tre squadre": only phrases with prepositions between, an article or a number, a verb that takes an
  /// object, and a subject that stands before it.
  private func isPlainlyObject(_ index: Int, _ clause: Int) -> Bool {
    let verb = Int(clauses[clause].verb)
    let first = words[Int(phrases[index].first)]
    guard
      first.part == .determiner || first.part == .numeral,
      clauses[clause].subject < 0 || Int(clauses[clause].subject) < verb,
      verbWord(of: clause).frames.isDisjoint(with: .intransitive)
    else { return false }
    return ((verb + 1)..<index).allSatisfy {
      phrases[$0].kind == .adverbial || phrases[$0].kind == .nominal && phrases[$0].preposition >= 0
    }
  }

  /// Whether only phrases that hang on the first one, or relatives on it, stand between two phrases.
  private func isFilled(from first: Int, to second: Int) -> Bool {
    var position = first + 1
    while position < second, position < first + 16 {
      let phrase = phrases[position]
      switch phrase.kind {
      case .adverbial, .comma, .relative: position += 1
      case .coordinator where isKind(position + 1, .nominal) && phrases[position + 1].host >= first: position += 1
      case .nominal where phrase.host >= first || phrase.preposition >= 0 && phrase.clause == phrases[first].clause:
        position += 1
      case .nominal, .verbal, .adjectival:
        guard phrase.clause >= 0, hangs(Int(phrase.clause), on: first, to: second) else { return false }
        position += 1
      default: return false
      }
    }
    return position >= second
  }

  /// Whether a clause hangs on a phrase, or on something that hangs there: "those who want to leave".
  private func hangs(_ clause: Int, on first: Int, to second: Int) -> Bool {
    var this = clause
    for _ in 0..<4 where this >= 0 {
      let anchor = Int(clauses[this].anchor)
      if anchor >= first, anchor < second,
        clauses[this].kind == .relative || clauses[this].link == .adnominalClause
      {
        return anchor == first || phrases[anchor].host >= first
      }
      this = Int(clauses[this].parent)
    }
    return false
  }

  /// Whether a phrase is a row of nouns: "the gunmen shout threats".
  func isRow(_ phrase: Phrase) -> Bool {
    var nouns = 0
    var isDoubtful = false
    for index in phrase.first..<phrase.end where words[Int(index)].part == .noun {
      let word = words[Int(index)]
      nouns += 1
      if word.origin == .derived || index != phrase.head && word.features.contains(.plural) { isDoubtful = true }
    }
    return nouns > 1 && isDoubtful
  }

  /// Whether nothing but adverbs stands between two phrases.
  func isNear(_ first: Int, _ second: Int) -> Bool {
    var position = first + 1
    while position < second {
      // "ha colpito lunedì la base"
      guard
        phrases[position].kind == .adverbial || has(phrases[position].head, .day) && phrases[position].preposition < 0
          || phrases[position].kind == .mark && words[Int(phrases[position].first)].isQuote
      else { return false }
      position += 1
    }
    return true
  }

  // MARK: - The verdict

  /// Whether nothing of weight is open.
  private func isSafe(_ clause: Clause) -> Bool { clause.doubts.isDisjoint(with: .grave) }
}
