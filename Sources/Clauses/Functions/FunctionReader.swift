import Languages
import Reading

/// The functions of the phrases of each clause, by order, agreement, voice and what the verb takes.
extension Sentence {
  mutating func assignFunctions() {
    for clause in clauses.indices {
      guard clauses[clause].verb >= 0 else {
        headWithoutVerb(clause)
        continue
      }
      let verb = Int(clauses[clause].verb)
      clauses[clause].head = phrases[verb].head
      gather(clause)
      if phrases[verb].isCopula, readCopula(clause) { continue }
      readClitics(clause)
      readRelative(clause)
      readSubject(clause)
      readObjects(clause)
      readObliques(clause)
    }
  }

  /// A clause without a verb is led by its first noun phrase without a preposition, or by what comes first.
  private mutating func headWithoutVerb(_ clause: Int) {
    var member = clauses[clause].first
    var best: Int32 = -1
    var steps = 0
    while member >= 0, steps < 64 {
      let phrase = phrases[Int(member)]
      if best < 0 || phrase.isBareNominal && !phrases[Int(best)].isBareNominal { best = member }
      if phrase.isBareNominal { break }
      member = phrase.next
      steps += 1
    }
    clauses[clause].head = best >= 0 ? phrases[Int(best)].head : -1
    guard best >= 0 else { return }
    let head = clauses[clause].head
    member = clauses[clause].first
    while member >= 0 {
      let phrase = phrases[Int(member)]
      if member != best {
        switch phrase.kind {
        case .nominal:
          let isModifier = phrase.preposition >= 0
          let host = isModifier && member > best ? nominalBefore(Int(member)) : -1
          attach(phrase.head, to: host >= 0 ? phrases[host].head : head, isModifier ? .nominalModifier : .apposition)
        case .adjectival: attach(phrase.head, to: head, .adjective)
        case .adverbial: attach(phrase.head, to: head, .adverb)
        default: break
        }
      }
      member = phrase.next
    }
  }

  private func nominalBefore(_ index: Int) -> Int { isKind(index - 1, .nominal) ? index - 1 : -1 }

  /// Sorts the noun phrases of a clause by the side of the verb on which they stand.
  private mutating func gather(_ clause: Int) {
    before.removeAll(keepingCapacity: true)
    behind.removeAll(keepingCapacity: true)
    let verb = clauses[clause].verb
    var member = clauses[clause].first
    while member >= 0, before.count + behind.count < 12 {
      let phrase = phrases[Int(member)]
      if phrase.isBareNominal {
        if member < verb { before.append(Int(member)) } else { behind.append(Int(member)) }
      }
      member = phrase.next
    }
  }

  func verbPhrase(of clause: Int) -> Phrase { phrases[Int(clauses[clause].verb)] }
  func verbWord(of clause: Int) -> Word { words[Int(verbPhrase(of: clause).head)] }

  /// Gives a phrase a function in a clause.
  mutating func give(_ phrase: Int, _ relation: Relation, in clause: Int) {
    attach(phrases[phrase].head, to: clauses[clause].head, relation)
    if relation == .subject || relation == .passiveSubject { clauses[clause].subject = Int32(phrase) }
    if relation == .object { clauses[clause].object = Int32(phrase) }
  }

  func subjectRelation(_ clause: Int) -> Relation { verbPhrase(of: clause).isPassive ? .passiveSubject : .subject }

  /// The number and person of a noun phrase with all members of its list.
  func agreement(of phrase: Int) -> WordFeatures {
    var features = phrases[phrase].features
    if phrases[phrase].isCoordinated {
      features.subtract([.singular, .feminine, .masculine])
      features.formUnion(.plural)
    }
    if words[Int(phrases[phrase].head)].part == .numeral, features.isDisjoint(with: .numbers) {
      features.formUnion(.plural)
    }
    return features
  }

  /// Whether a noun phrase agrees with the verb of a clause.
  func agrees(_ phrase: Int, _ clause: Int) -> Bool {
    let verb = verbPhrase(of: clause)
    guard verb.finite >= 0 else { return true }
    let features = agreement(of: phrase)
    let word = words[Int(phrases[phrase].head)]
    let person = verb.features.intersection(.persons)
    if word.part == .numeral, person.isEmpty || person.contains(.third) { return true }
    if !person.isEmpty, word.part != .pronoun || !word.isAny(.persons), person.isDisjoint(with: .third) {
      // "we soldiers"; the first and second person have pronouns.
      return false
    }
    if word.part == .pronoun, word.isAny(.persons), !person.isEmpty, word.features.isDisjoint(with: person) {
      return false
    }
    // "dice Fiorini": a name by its capital.
    if isHeadFirst, word.part == .noun, word.look.contains(.capital), !word.look.contains(.initial) { return true }
    if !isHeadFirst {
      // Groups take either number; an unmarked past agrees with all.
      let isSingular = features.contains(.singular) && !features.contains(.plural)
      let isPlural = features.contains(.plural) && !features.contains(.singular)
      if isPlural, verb.features.contains(.singular), !verb.features.contains(.plural) {
        return word.part == .numeral || word.senseClass == .measure || word.senseClass == .time
      }
      if isSingular, verb.features.contains(.plural), !verb.features.contains(.singular) {
        return word.senseClass == .group || word.part != .noun
      }
      return true
    }
    let numbers = verb.features.intersection(.numbers)
    let its = features.intersection(.numbers)
    if numbers != .numbers, !numbers.isEmpty, !its.isEmpty, numbers.isDisjoint(with: its) { return false }
    let genders = verb.features.intersection(.genders)
    let sex = features.intersection(.genders)
    if !genders.isEmpty, genders != .genders, !sex.isEmpty, genders.isDisjoint(with: sex), word.part != .properNoun,
      !phrases[phrase].isCoordinated
    {
      return false
    }
    return true
  }

  /// Whether a word of a trait is among the pronouns that lean on the verb.
  func clitic(of clause: Int, _ trait: WordTraits) -> Int32? {
    let verb = verbPhrase(of: clause)
    for word in verb.first..<verb.end
    where words[Int(word)].part == .pronoun && words[Int(word)].features.contains(.clitic)
      && words[Int(word)].has(trait)
    {
      return word
    }
    return nil
  }
}
