import DocumentModel
import Languages
import Lexicons

/// Whether a word that could also be a noun is a verb where it stands.
extension Chunker {
  /// Whether a unit that could also be a noun is a verb here.
  func isVerbal(_ index: Int) -> Bool {
    guard units[index].entity == nil, !units[index].senses.isEmpty else { return false }
    let unit = units[index]
    let verbs = unit.senses.filter {
      switch $0.kind {
      case .verb, .saying, .support: true
      default: false
      }
    }
    guard !verbs.isEmpty else { return false }
    let isNominal = unit.noun != nil || unit.eventNoun != nil || unit.adjective != nil || unit.preposition != nil
    let previous = index > 0 ? units[index - 1] : nil
    if let previous {
      if previous.determiner != nil || previous.isPossessive || previous.number != nil && isNominal { return false }
      if previous.quantifier != nil && isNominal { return false }
      if let (preposition, _) = previous.preposition, isNominal {
        if grammar.contains(.nominalGerunds), verbs.contains(where: { $0.tense == .gerund }) {
          return followsObject(index)
        }
        return preposition == .to && grammar.contains(.markedInfinitive) && verbs.contains { $0.tense == .infinitive }
      }
      if previous.numeral != nil, isNominal { return false }
      if previous.adjective != nil || previous.demonymAdjective != nil, isNominal { return false }
    }
    guard isNominal else { return true }
    if grammar.contains(.headFirst) { return isVerbWithHeadBefore(index, verbs, previous) }
    return isVerbWithHeadBehind(index, verbs, previous)
  }

  func isVerbWithHeadBefore(_ index: Int, _ verbs: [Sense], _ previous: Unit?) -> Bool {
    // "Uccisi in un agguato …" and "cinque soldati feriti": a participle without a helper.
    let isParticiple = verbs.contains { $0.tense == .participle }
    if isParticiple {
      guard let previous else { return !isFollowedByCopula(index) && !isConjoinedNoun(index) }
      if let (row, _) = previous.noun { return lexicon.nouns[row].nounClass != .victim }
      // "Kabul, uccisi tre soldati", "Sventato un attentato: arrestati due uomini".
      if previous.kind != .word && previous.kind != .number { return followsObject(index) && !isConjoinedNoun(index) }
      return isHelper(index - 1)
    }
    return previous.map { $0.noun != nil || $0.entity != nil || $0.demonymAdjective != nil } ?? false
      && followsObject(index)
  }

  func isConjoinedNoun(_ index: Int) -> Bool {
    index + 2 < units.count && units[index + 1].functions.contains { if case .conjunction = $0 { true } else { false } }
      && units[index + 2].noun != nil
  }

  func isFollowedByCopula(_ index: Int) -> Bool { index + 1 < units.count && isHelper(index + 1) }

  func isVerbWithHeadBehind(_ index: Int, _ verbs: [Sense], _ previous: Unit?) -> Bool {
    if verbs.contains(where: { $0.tense == .past || $0.tense == .participle }) { return true }
    guard let previous else { return false }
    // ", killing at least 11 soldiers", "denied killing civilians".
    if verbs.contains(where: { $0.tense == .gerund }),
      previous.kind == .comma || previous.hasVerb
        || previous.functions.contains(where: { if case .conjunction = $0 { true } else { false } })
    {
      return followsObject(index)
    }
    // After a noun or a name a present form is a verb if an object or a number follows, or nothing verbal does.
    let isAfterPhrase =
      previous.noun != nil || previous.entity != nil || previous.demonymNoun != nil
      || (previous.isUnknownWord && previous.isCapitalized)
    guard isAfterPhrase else { return false }
    let isSingular = verbs.contains { $0.tense == .present && !$0.isPlural }
    if let (_, sense) = previous.noun, sense.isPlural == isSingular, previous.entity == nil { return false }
    return followsObject(index) && !hasLaterVerb(index)
  }

  func followsObject(_ index: Int) -> Bool {
    guard index + 1 < units.count else { return false }
    let next = units[index + 1]
    if next.determiner != nil || next.entity != nil || next.numeral != nil || next.number != nil { return true }
    if next.qualifier != nil || next.collective != nil { return true }
    if next.noun != nil || next.demonymAdjective != nil || next.adjective != nil || next.quantifier != nil {
      return true
    }
    if let (preposition, _) = next.preposition { return preposition == .with || preposition == .against }
    return false
  }

  func hasLaterVerb(_ index: Int) -> Bool {
    units[(index + 1)...].contains { unit in
      unit.senses.contains {
        switch $0.kind {
        case .verb, .saying: $0.tense == .past
        case .function(.auxiliary): true
        default: false
        }
      }
    }
  }
}
