import Languages
import Reading

/// What could be otherwise in the subject, the object and the rest of a clause.
extension Sentence {
  func doubtMembers(_ clause: Int, _ doubts: inout Doubts) {
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
        if !isHeadFirst, index < verb, !isNear(index, verb), !isFilled(from: index, to: verb) {
          doubts.insert(.subjectFar)
        }
        if index < verb, isCutOff(index, from: verb) { doubts.insert(.subject) }
        if phrase.isCoordinated { doubts.insert(.subjectList) }
        if !agrees(index, clause) { doubts.insert(.disagrees) }
      } else if Int32(index) == this.object {
        if index > verb, !isNear(verb, index), !isPlainlyObject(index, clause) { doubts.insert(.objectFar) }
        // "the rules that govern the loans are strict": the relative has its subject, the noun before it waits for the verb.
        let isOver =
          !isHeadFirst && hasOwnSubject(clause) && isKind(index + 1, .verbal) && phrases[index + 1].form == .finite
        if !isOver, mayBeSaidOfObject(index + 1, index, clause) { doubts.insert(.behindObject) }
        if phrase.isCoordinated { doubts.insert(.objectList) }
      }
    }
    if isPlainlyRelated(clause) { candidates -= 1 }
    if candidates > 1 { doubts.insert(.subject) }
    if this.object > this.verb { doubtObject(clause, &doubts) }
    if !isHeadFirst, this.subject >= 0, this.subject < this.verb { doubtForm(clause, &doubts) }
    if leftOver > 0 { doubts.insert(.rest) }
    if this.subject < 0, phrases[verb].finite >= 0, this.kind != .coordinate, !isPlainlyWithoutSubject(clause) {
      // Where subjects may be left out, only an object that agrees with the verb may be one.
      let isSilent = dropsSubject && !phrases[verb].isPassive && !phrases[verb].isCopula
      let isDropped = isSilent && (this.object < 0 || !agrees(Int(this.object), clause))
      if !isDropped || mayHaveSubjectBehind(clause) || mayHaveLostSubject(clause) { doubts.insert(.noSubject) }
    }
  }

  /// "Favorite DD spot in the area", "the peace endeavors in the region": a verb that may be the last noun of a row.
  func doubtForm(_ clause: Int, _ doubts: inout Doubts) {
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
    // "ha ritenuto di dare, per la prima volta, una disciplina": what is inserted is marked as such.
    if isHeadFirst, isKind(verb + 1, .comma), isKind(index - 1, .comma), first.part == .determiner { return true }
    guard
      first.part == .determiner || first.part == .numeral,
      clauses[clause].subject < 0 || Int(clauses[clause].subject) < verb,
      verbWord(of: clause).frames.isDisjoint(with: .intransitive)
    else { return false }
    return ((verb + 1)..<index).allSatisfy {
      phrases[$0].kind == .adverbial || phrases[$0].kind == .nominal && phrases[$0].preposition >= 0
    }
  }

  /// Whether a subject is one comma away from its verb, so that it may close an apposition, "the two, Neri and Rossi, left", or,
  /// in English, ten words.
  private func isCutOff(_ subject: Int, from verb: Int) -> Bool {
    if !isHeadFirst, phrases[verb].head - phrases[subject].head > 9 { return true }
    var position = content(before: verb)
    guard isKind(position, .comma) else { return false }
    position -= 1
    var steps = 0
    while position > subject, steps < 16 {
      if isKind(position, .comma) { return false }
      position -= 1
      steps += 1
    }
    return position == subject
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
}
