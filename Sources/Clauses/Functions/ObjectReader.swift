import Languages
import Reading

/// Objects, predicates of verbs, pronouns that lean on the verb.
extension Sentence {
  mutating func readObjects(_ clause: Int) {
    let verb = verbPhrase(of: clause)
    let word = verbWord(of: clause)
    let isNamed = !word.frames.isDisjoint(with: .objectPredicate)
    var hasObject = clauses[clause].object >= 0 || clitic(of: clause, .accusative) != nil
    var wasBeneficiary = false
    if !hasObject, !isHeadFirst, before.count > 1, let first = before.first, has(phrases[first].head, .interrogative),
      Int32(first) != clauses[clause].subject, !verb.isPassive
    {
      // "What did you do?"
      give(first, .object, in: clause)
      hasObject = true
    }
    for (place, index) in behind.enumerated() {
      guard words[Int(phrases[index].head)].head == Word.unread, Int32(index) != clauses[clause].subject else {
        continue
      }
      // "divide our time"
      let isOwned =
        !isHeadFirst && !hasObject && has(phrases[index].first, .possessor) && isNear(Int(clauses[clause].verb), index)
        && !word.frames.isDisjoint(with: .objects)
      if isTime(index), !isOwned,
        isAdverbialTime(index) || hasObject || !takesTime(clause, index) || describesTime(index)
      {
        attach(phrases[index].head, to: clauses[clause].head, .timeOblique)
        continue
      }
      // "sembra un errore"
      let seems = isHeadFirst && word.frames.contains(.raise) && word.has(.bareInfinitive)
      if !word.frames.isDisjoint(with: .copular) || seems, word.frames.isDisjoint(with: .objects), !hasObject,
        !(Int(clauses[clause].verb) + 1..<index).contains(where: { phrases[$0].kind == .comma })
      {
        // "sono rimasti posti disponibili"
        if isHeadFirst, clauses[clause].subject < 0, verb.finite >= 0 { clauses[clause].doubts.insert(.order) }
        give(index, .openComplement, in: clause)
        hasObject = true
        continue
      }
      if verb.isPassive {
        if isNamed {
          give(index, .openComplement, in: clause)
        } else if !isHeadFirst, index == Int(clauses[clause].verb) + 1 {
          give(index, .object, in: clause)
          clauses[clause].doubts.insert(.object)
        }
        continue
      }
      if verb.form == .participle, verb.finite < 0, !isHeadFirst {
        if isNamed || word.has(.names) { give(index, .openComplement, in: clause) }
        continue
      }
      if hasObject {
        if isNamed, !wasBeneficiary, clauses[clause].object == Int32(index - 1) {
          give(index, .openComplement, in: clause)
        } else {
          clauses[clause].doubts.insert(.rest)
        }
        continue
      }
      // "ha promesso loro nuovi fondi"
      if isHeadFirst, has(phrases[index].head, .dative), words[Int(phrases[index].head)].part == .pronoun,
        index == Int(clauses[clause].verb) + 1
      {
        attach(phrases[index].head, to: clauses[clause].head, .indirectObject)
        continue
      }
      // "tell you", "showed the reporters that"
      if !isHeadFirst, word.has(.tells), isAddressee(index) {
        attach(phrases[index].head, to: clauses[clause].head, .indirectObject)
        continue
      }
      // "gave the company a license"
      if !isHeadFirst, word.has(.gives), place + 1 < behind.count, behind[place + 1] == index + 1,
        !isTime(behind[place + 1]),
        !wasBeneficiary
      {
        attach(phrases[index].head, to: clauses[clause].head, .indirectObject)
        wasBeneficiary = true
        continue
      }
      if isHeadFirst, clitic(of: clause, .reflexive) != nil, clauses[clause].subject >= 0 {
        clauses[clause].doubts.insert(.object)
      }
      hasObject = true
      // "Mancando la volontà politica", "continua a mancare l'acqua"
      if isHeadFirst, verb.finite < 0, verb.form != .participle, word.has(.postposed), isDefinite(index),
        word.frames.isDisjoint(with: .objects), clauses[clause].subject < 0
      {
        give(index, .subject, in: clause)
        continue
      }
      // "Sappiamo tutti che …"
      if isHeadFirst, clauses[clause].subject < 0, phrases[index].end - phrases[index].first == 1,
        words[Int(phrases[index].head)].isAny(.indefinite), phrases[index].features.contains(.plural),
        verb.features.contains(.plural), !verb.features.isDisjoint(with: [.first, .second]),
        verb.features.isDisjoint(with: .third)
      {
        give(index, .subject, in: clause)
        continue
      }
      // "Mancando la Germania"
      if isHeadFirst, verb.finite < 0, word.has(.postposed) { clauses[clause].doubts.insert(.order) }
      // What stands behind a phrase with a preposition, or behind a verb that takes nothing, stays unread.
      let isStrange = word.origin == .listed && !word.frames.isEmpty && word.frames.isSubset(of: .intransitive)
      if isStrange && !isDefinite(index) && !isPlainThing(index, behind: Int(clauses[clause].verb))
        || !isHeadFirst && !isNear(wasBeneficiary ? index - 1 : Int(clauses[clause].verb), index)
      {
        clauses[clause].doubts.insert(.rest)
        continue
      }
      give(index, .object, in: clause)
    }
    if isHeadFirst, !hasObject { readPartitive(clause) }
    readAdjectives(clause)
  }

  /// "producono dei potenti antibiotici": right behind a verb that takes an object, "dei" is an article.
  private mutating func readPartitive(_ clause: Int) {
    let verb = verbPhrase(of: clause)
    let frames = verbWord(of: clause).frames
    let index = Int(clauses[clause].verb) + 1
    guard !verb.isPassive, !verb.isCopula, verb.form != .participle, isKind(index, .nominal), isGenitive(index),
      phrases[index].clause == Int32(clause), phrases[index].host < 0,
      isPart(Int(phrases[index].prepositionEnd) + 1, .determiner), phrases[index].features.contains(.plural),
      words[Int(phrases[index].prepositionEnd) + 1].features.contains(.plural),
      !frames.isDisjoint(with: [.transitive, .put, .ditransitive, .light, .cause]),
      frames.isDisjoint(with: [.oblique, .say, .epistemic, .accuse, .motion, .pronominal, .unaccusative]),
      clitic(of: clause, .reflexive) == nil, clitic(of: clause, .accusative) == nil
    else { return }
    clauses[clause].doubts.insert(.object)
    give(index, .object, in: clause)
  }

  /// "crosses party lines", "follow online tutorials": a noun right behind the verb that says neither when nor how much.
  private func isPlainThing(_ index: Int, behind verb: Int) -> Bool {
    let head = words[Int(phrases[index].head)]
    return !isHeadFirst && index == verb + 1 && head.part == .noun && head.senseClass != .time
      && head.senseClass != .measure && !head.has(.here) && !head.has(.quantifier)
      && (head.features.contains(.plural) || phrases[index].end - phrases[index].first > 1)
      && (phrases[index].first..<phrases[index].end).allSatisfy { words[Int($0)].part != .numeral }
  }

  /// With an article, a pronoun or a name: "fled the violence", but "lived years".
  func isDefinite(_ index: Int) -> Bool {
    let phrase = phrases[index]
    let first = words[Int(phrase.first)]
    return first.part == .determiner || first.has(.possessor) || first.part == .pronoun
      || words[Int(phrase.head)].part == .properNoun
  }

  private func isAddressee(_ index: Int) -> Bool {
    let word = words[Int(phrases[index].head)]
    return word.part == .pronoun && word.isAny(.personal) && !word.has(.expletive) || word.senseClass == .person
      || word.senseClass == .group
  }

  /// Whether a time may be what a verb takes: "spent three weeks".
  private func takesTime(_ clause: Int, _ index: Int) -> Bool {
    let verb = verbWord(of: clause)
    return index == Int(clauses[clause].verb) + 1 && verb.has(.spends) && !verbPhrase(of: clause).isPassive
      && !(behind.contains { $0 > index && !isTime($0) })
  }

  /// "last week", "this morning", "la scorsa settimana"
  func describesTime(_ index: Int) -> Bool {
    let phrase = phrases[index]
    for word in phrase.first..<phrase.end where word != phrase.head {
      if words[Int(word)].isAny(.demonstrative) { return true }
    }
    return false
  }

  /// "rimase ferito", "made them angry": what is said of subject or object.
  private mutating func readAdjectives(_ clause: Int) {
    let word = verbWord(of: clause)
    var member = phrases[Int(clauses[clause].verb)].next
    var steps = 0
    while member >= 0, steps < 6 {
      let phrase = phrases[Int(member)]
      // "Then we stood, unable to move"
      if isKind(Int(member) - 1, .comma), steps == 0 { return }
      if phrase.kind == .adjectival {
        let takes =
          (!word.frames.isDisjoint(with: [.copular, .raise]) || word.has(.get))
          && (isHeadFirst || followsPlainly(Int(member), clause))
          || (!word.frames.isDisjoint(with: [.objectPredicate, .makeDo]) || word.has(.causative) || word.has(.linking))
            && followsPlainly(Int(member), clause)
        if takes {
          attach(phrase.head, to: clauses[clause].head, .openComplement)
          return
        }
      }
      member = phrase.next
      steps += 1
    }
  }

  /// Whether an adjective stands right behind the verb, or right behind its object.
  private func followsPlainly(_ adjective: Int, _ clause: Int) -> Bool {
    let verb = Int(clauses[clause].verb)
    let object = Int(clauses[clause].object)
    return isNear(verb, adjective) || object > verb && isNear(object, adjective)
  }

  // MARK: - Pronouns that lean on the verb

  mutating func readClitics(_ clause: Int) {
    let verb = verbPhrase(of: clause)
    let head = clauses[clause].head
    for index in verb.first..<verb.end {
      let word = words[Int(index)]
      guard word.part == .pronoun, word.features.contains(.clitic), word.head == Word.unread else { continue }
      if word.has(.reflexive) {
        attach(index, to: head, .expletive)
      } else if word.has(.partitive) {
        attach(index, to: head, .indirectObject)
        words[Int(index)].relation = .oblique
      } else if word.has(.speaker) {
        readSpeaker(index, clause)
      } else if word.has(.dative), word.has(.accusative) || word.features.contains(.feminine) {
        let frames = verbWord(of: clause).frames
        let takes = !frames.isDisjoint(with: [.ditransitive, .bidIndirect, .say])
        // "inoltrarle al giudice", "sostituirle con macchine": something must be the object.
        let isObject =
          behind.isEmpty && !hasComplement(clause) && !frames.isDisjoint(with: .objects)
          && (frames.isDisjoint(with: [.bidIndirect, .say]) || isGivenTo(clause))
        attach(index, to: head, isObject ? .object : takes || !behind.isEmpty ? .indirectObject : .object)
        if !isObject || !isGivenTo(clause) { clauses[clause].doubts.insert(.clitic) }
      } else if word.has(.dative) {
        attach(index, to: head, .indirectObject)
      } else if word.has(.accusative) {
        attach(index, to: head, .object)
      }
    }
  }

  /// Whether a phrase behind the verb says to whom.
  private func isGivenTo(_ clause: Int) -> Bool {
    var member = phrases[Int(clauses[clause].verb)].next
    while member >= 0 {
      let phrase = phrases[Int(member)]
      if phrase.preposition >= 0, has(phrase.preposition, .direction) { return true }
      member = phrase.next
    }
    return false
  }

  /// "mi", "ci": object, indirect object, oneself or a place.
  private mutating func readSpeaker(_ index: Int32, _ clause: Int) {
    let word = words[Int(index)]
    let verb = verbWord(of: clause)
    let person = verbPhrase(of: clause).features.intersection(.persons)
    // "mi ha dato molta forza": another object stands right behind the verb.
    let isGiven =
      behind.first == Int(clauses[clause].verb) + 1 && !verbPhrase(of: clause).isPassive
      && !verb.frames.isDisjoint(with: [.ditransitive, .transitive, .cause])
      && verb.frames.isDisjoint(with: .objectPredicate)
    if !isGiven, verb.frames != .pronominal { clauses[clause].doubts.insert(.clitic) }
    if !person.isEmpty, person == word.features.intersection(.persons),
      verbPhrase(of: clause).features.contains(.plural) == word.features.contains(.plural)
    {
      attach(index, to: clauses[clause].head, .expletive)
    } else if verb.has(.be) {
      attach(index, to: clauses[clause].head, .expletive)
    } else if !verb.frames.isDisjoint(with: [.ditransitive, .bidIndirect, .say]) || !behind.isEmpty
      || verb.frames.isDisjoint(with: .objects)
    {
      attach(index, to: clauses[clause].head, .indirectObject)
    } else {
      attach(index, to: clauses[clause].head, .object)
    }
  }
}
