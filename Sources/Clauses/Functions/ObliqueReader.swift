import Languages
import Reading

/// Phrases with prepositions: the verb's, or the noun's before them.
extension Sentence {
  /// Finds the phrases with prepositions that belong to the noun phrase before them.
  mutating func attachNominals() {
    for index in phrases.indices {
      let phrase = phrases[index]
      guard phrase.kind == .nominal, phrase.preposition >= 0, phrase.clause >= 0, isKind(index - 1, .nominal) else {
        continue
      }
      let verb = clauses[Int(phrase.clause)].verb
      guard verb >= 0 else { continue }
      let sameClause = phrases[index - 1].clause == phrase.clause || phrases[index - 1].host >= 0
      guard sameClause, Int32(index) < verb || prefersNoun(index, verb: Int(verb)) else { continue }
      phrases[index].host = Int32(index - 1)
      phrases[index].link = .nominalModifier
    }
  }

  /// Whether a phrase behind the verb belongs to the noun before it.
  private func prefersNoun(_ index: Int, verb: Int) -> Bool {
    let phrase = phrases[index]
    let preposition = words[Int(phrase.preposition)]
    if preposition.has(.genitive) { return phrase.preposition == phrase.prepositionEnd }
    if preposition.has(.agent) { return false }
    let noun = words[Int(phrases[index - 1].head)]
    if noun.part == .pronoun || phrases[index - 1].preposition < 0 && isTime(index - 1) { return false }
    return false
  }

  mutating func readObliques(_ clause: Int) {
    let verb = Int(clauses[clause].verb)
    var member = clauses[clause].first
    while member >= 0 {
      let index = Int(member)
      let phrase = phrases[index]
      member = phrase.next
      guard words[Int(phrase.head)].head == Word.unread, phrase.head != clauses[clause].head, index != verb else {
        continue
      }
      switch phrase.kind {
      case .nominal where phrase.preposition >= 0:
        if phrase.host >= 0 { continue }
        attach(phrase.head, to: clauses[clause].head, isAgent(index, clause) ? .agent : .oblique)
      case .nominal where isTime(index):
        attach(phrase.head, to: clauses[clause].head, .timeOblique)
      case .adverbial where has(phrase.head, .negation) && index > verb + 1:
        // "comes from many sources, not only from books", "whether he wants it or not": what it denies is no verb.
        if isKind(index + 1, .nominal) || isKind(index + 1, .adverbial) || isKind(index + 1, .adjectival) {
          attach(phrase.head, to: phrases[index + 1].head, .adverb)
        }
      case .adverbial:
        attach(phrase.head, to: clauses[clause].head, .adverb)
      default: break
      }
    }
  }

  /// "da un cecchino", "by gunmen" of a passive or of a participle.
  private func isAgent(_ index: Int, _ clause: Int) -> Bool {
    let phrase = phrases[index]
    guard phrase.preposition == phrase.prepositionEnd, has(phrase.preposition, .agent),
      Int32(index) > clauses[clause].verb
    else {
      return false
    }
    let verb = verbPhrase(of: clause)
    let word = verbWord(of: clause)
    let isPassive =
      verb.isPassive
      || verb.form == .participle
        && (word.features.contains(.participle) || !isHeadFirst && word.features.contains(.past))
    guard isPassive else { return false }
    let noun = words[Int(phrase.head)]
    if noun.has(.time) || noun.has(.month) { return false }
    let isCounted = (phrase.first..<phrase.end).contains { words[Int($0)].part == .numeral }
    if noun.senseClass == .time || noun.senseClass == .measure, isCounted || !isHeadFirst { return false }
    if isHeadFirst, !word.frames.isDisjoint(with: .withBe), word.frames.isDisjoint(with: .transitive) { return false }
    // "redatte su carta da bollo"
    if isHeadFirst, !isNear(Int(clauses[clause].verb), index), noun.senseClass != .person, noun.senseClass != .group,
      noun.part != .properNoun
    {
      return false
    }
    // "inviate dall'ufficio", but "ritirati dal mercato"
    if isHeadFirst, noun.senseClass == .place {
      if !word.frames.isDisjoint(with: [.motion, .put]) || noun.part == .properNoun { return false }
    }
    return noun.part != .numeral && noun.part != .adverb
  }
}
