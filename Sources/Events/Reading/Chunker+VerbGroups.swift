import DocumentModel
import Languages
import Lexicons

extension Chunker {
  /// A verb group that begins at a unit, and the position of the unit after it.
  func verbGroup(at start: Int) -> (VerbGroup, Int)? {
    var group = VerbGroup()
    var index = start
    var hasChain = false
    var lastAuxiliary: Auxiliary?
    var isInfinitiveExpected = false
    // Negation, pronouns and helping verbs.
    chain: while index < units.count {
      let unit = units[index]
      if unit.entity != nil { break }
      var isTaken = false
      for word in unit.functions {
        switch word {
        case .auxiliary(let auxiliary, let tense, let isNegated):
          if !hasChain || tense != .participle && group.tense == .infinitive { group.tense = tense }
          if !hasChain { group.isBare = tense == .infinitive || tense == .gerund }
          if isNegated { group.isNegated = true }
          if auxiliary == .progressive { group.isProgressive = true }
          lastAuxiliary = auxiliary
          hasChain = true
          isTaken = true
        case .modal(let modal, let tense):
          group.modal = modal
          group.tense = tense
          hasChain = true
          isInfinitiveExpected = true
          isTaken = true
        case .negation where canHelp(index + 1) || hasChain:
          group.isNegated = true
          isTaken = true
        case .clitic(let value) where canHelp(index + 1):
          if value == "self" { group.isReflexive = true }
          isTaken = true
        case .adverb where hasChain && canHelp(index + 1):
          isTaken = true
        default: continue
        }
        if isTaken { break }
      }
      if !isTaken, hasChain, let cue = unit.cue, canHelp(index + 1) {
        group.cues.append(cue)
        isTaken = true
      }
      // "è stato completamente distrutto", "were partly destroyed": an adverb that nobody knows.
      if !isTaken, lastAuxiliary != nil, unit.isUnknownWord, !unit.isCapitalized, index + 1 < units.count,
        hasParticiple(index + 1)
      {
        isTaken = true
      }
      if !isTaken, let control = control(index, hasChain) {
        if !hasChain { group.tense = control.tense }
        group.control = control.row
        group.isPlural = control.isPlural
        lastAuxiliary = nil
        hasChain = true
        isInfinitiveExpected = true
        isTaken = true
      }
      guard isTaken else { break chain }
      index += 1
    }
    // English "to" before an infinitive; the element "per" before one is a preposition of its own.
    var verbIndex = index
    if grammar.contains(.markedInfinitive), verbIndex < units.count,
      let (preposition, _) = units[verbIndex].preposition, preposition == .to,
      isInfinitive(verbIndex + 1)
    {
      guard !hasChain || isInfinitiveExpected || lastAuxiliary == .be else {
        return copula(group, lastAuxiliary, index, start)
      }
      verbIndex += 1
      if !hasChain {
        group.tense = .infinitive
        group.isBare = true
      }
    }
    guard verbIndex < units.count, units[verbIndex].entity == nil, hasChain || isVerbal(verbIndex) || verbIndex > index
    else { return copula(group, lastAuxiliary, index, start) }
    return main(group, hasChain || verbIndex > index, lastAuxiliary, verbIndex, index, start)
  }

  /// The verb itself, after what helps it.
  func main(
    _ before: VerbGroup, _ hasChain: Bool, _ auxiliary: Auxiliary?, _ verbIndex: Int, _ index: Int, _ start: Int
  ) -> (VerbGroup, Int)? {
    var group = before
    let unit = units[verbIndex]
    let isAuxiliaryChain = auxiliary != nil
    var form: Sense?
    for sense in ordered(unit.senses, verbIndex, isFinite: !hasChain && group.modal == nil) {
      guard fits(sense.tense, after: auxiliary, modal: group.modal, hasChain: hasChain) else { continue }
      switch sense.kind {
      case .verb(let row):
        group.triggers.append(row)
        form = form ?? sense
      case .saying(let row):
        group.saying = group.saying ?? row
        form = form ?? sense
      case .support(let support):
        group.support = group.support ?? support
        form = form ?? sense
      default: continue
      }
    }
    guard let form else { return copula(before, auxiliary, index, start) }
    if !hasChain {
      group.tense = form.tense
      group.isBare = form.tense == .participle || form.tense == .gerund || form.tense == .infinitive
    }
    group.hasAuxiliary = isAuxiliaryChain
    group.isPlural = form.isPlural
    group.isFeminine = form.isFeminine
    if form.tense == .participle { group.isPassive = isPassive(group, auxiliary, start, index) }
    // "è stata circondata" and "viene circondata" are deeds.
    group.isState = group.isPassive && auxiliary == .be && group.tense == .present && group.modal == nil
    if form.tense == .gerund, auxiliary == .be || auxiliary == .progressive || auxiliary == .been {
      group.isProgressive = true
    }
    return (group, verbIndex + 1)
  }

  func hasParticiple(_ index: Int) -> Bool {
    units[index].senses.contains {
      switch $0.kind {
      case .verb, .saying, .support: $0.tense == .participle
      default: false
      }
    }
  }

  /// The readings of a verb form, the likeliest first. An English form without a helping verb is finite; one with "by"
  /// behind it, or with the sentence's own verb still to come, is a participle.
  func ordered(_ senses: [Sense], _ index: Int, isFinite: Bool) -> [Sense] {
    guard grammar.contains(.finiteParticiple), isFinite else { return senses }
    let first: Tense = isReducedRelative(index) ? .participle : .past
    let rest: [Tense] = [.past, .present, .participle, .gerund, .infinitive]
    return ([first] + rest.filter { $0 != first }).flatMap { tense in senses.filter { $0.tense == tense } }
      + senses.filter { !([first] + rest).contains($0.tense) }
  }

  /// "a bomb planted by rebels …", "the soldiers killed in the attack were buried".
  func isReducedRelative(_ index: Int) -> Bool {
    guard index > 0, index + 1 < units.count, hasParticiple(index) else { return false }
    let before = units[index - 1]
    guard before.noun != nil || before.entity != nil || before.eventNoun != nil || before.demonymNoun != nil else {
      return false
    }
    guard let (preposition, _) = units[index + 1].preposition else { return false }
    if preposition == .by || isBehindFiniteVerb(index) { return true }
    var position = index + 2
    while position < units.count {
      let unit = units[position]
      if unit.kind != .word && unit.kind != .number { return false }
      for word in unit.functions {
        switch word {
        case .auxiliary(_, let tense, _): return tense == .past || tense == .present
        case .conjunction, .relative, .subordinator: return false
        default: continue
        }
      }
      if unit.entity == nil, unit.noun == nil, unit.eventNoun == nil,
        unit.senses.contains(where: { if case .verb = $0.kind { $0.tense == .past } else { false } })
      {
        return true
      }
      position += 1
    }
    return false
  }

  /// "intercepted a missile launched from Yemen": one clause has one finite verb, so the second is a participle.
  func isBehindFiniteVerb(_ index: Int) -> Bool {
    var position = index - 1
    while position > 0 {
      let unit = units[position]
      guard unit.kind == .word || unit.kind == .number else { return false }
      for word in unit.functions {
        switch word {
        case .conjunction, .relative, .subordinator: return false
        default: continue
        }
      }
      if unit.entity == nil, unit.noun == nil, unit.eventNoun == nil, unit.hasVerb {
        return !unit.senses.contains { if case .saying = $0.kind { true } else { false } }
          && unit.senses.contains { $0.tense == .past || $0.tense == .participle }
      }
      position -= 1
    }
    return false
  }

  func fits(_ tense: Tense, after auxiliary: Auxiliary?, modal: Modal?, hasChain: Bool) -> Bool {
    guard hasChain else { return true }
    if let auxiliary {
      switch auxiliary {
      case .have, .been, .come, .being: return tense == .participle || (auxiliary == .been && tense == .gerund)
      // "La priorità è liberare le strade": in Italian no infinitive stands under to be.
      case .be:
        return tense == .participle || tense == .gerund || tense == .infinitive && grammar.contains(.infinitiveUnderBe)
      case .progressive: return tense == .gerund
      }
    }
    return tense == .infinitive || (grammar.contains(.markedInfinitive) && tense == .present)
  }

  func isPassive(_ group: VerbGroup, _ auxiliary: Auxiliary?, _ start: Int, _ index: Int) -> Bool {
    switch auxiliary {
    case .been, .come, .being: return true
    case .have, .progressive: return false
    case .be:
      // "è esploso" is no passive: verbs with essere and no object say so by their trigger.
      guard grammar.contains(.activeBe) else { return true }
      // "si è fatto esplodere", "si sono arresi".
      if group.isReflexive { return false }
      return !group.triggers.contains { isIntransitive($0) }
    case nil: return group.triggers.contains { !isIntransitive($0) }
    }
  }

  /// Whether the trigger's verb takes no object.
  func isIntransitive(_ row: Int) -> Bool {
    let trigger = lexicon.triggers[row]
    return trigger.subject != .actor && trigger.subject != .actorOrTarget && trigger.subject != nil
  }

  /// A form of to be with no verb behind it, or nothing.
  func copula(
    _ before: VerbGroup, _ auxiliary: Auxiliary?, _ index: Int, _ start: Int
  ) -> (VerbGroup, Int)? {
    guard index > start, auxiliary != nil || before.modal != nil || before.control != nil else { return nil }
    var group = before
    group.isCopula = auxiliary == .be || auxiliary == .been
    group.hasAuxiliary = true
    // A word behind "ha" or "has" that nobody knows is the verb itself.
    if auxiliary == .have || auxiliary == .been, index < units.count, units[index].isUnknownWord,
      !units[index].isCapitalized
    {
      group.isCopula = false
      return (group, index + 1)
    }
    return (group, index)
  }

  func control(_ index: Int, _ hasChain: Bool) -> (row: Int, tense: Tense, isPlural: Bool)? {
    let unit = units[index]
    for sense in unit.senses {
      guard case .control(let row) = sense.kind else { continue }
      // In English the phrase already ends with "to"; in Italian with its preposition. A verb must follow.
      guard isInfinitive(index + 1) else { return nil }
      return (row, sense.tense, sense.isPlural)
    }
    return nil
  }

  /// Whether a unit may be an infinitive, helping verbs included.
  func isInfinitive(_ index: Int) -> Bool {
    guard index < units.count else { return false }
    return units[index].senses.contains { sense in
      switch sense.kind {
      case .verb, .saying, .control, .support:
        return sense.tense == .infinitive
          || (grammar.contains(.markedInfinitive) && sense.tense == .present && sense.isPlural)
      case .function(.auxiliary(_, let tense, _)): return tense == .infinitive
      default: return false
      }
    }
  }

  /// Whether a verb, or something that helps one, stands at a unit, so that a pronoun or an adverb before it belongs to it.
  func canHelp(_ index: Int) -> Bool {
    guard index < units.count else { return false }
    let unit = units[index]
    if unit.hasVerb { return true }
    if unit.cue != nil, index + 1 < units.count, units[index + 1].hasVerb { return true }
    return unit.functions.contains {
      switch $0 {
      case .auxiliary, .modal: true
      case .clitic, .negation, .adverb: index + 1 < units.count && (units[index + 1].hasVerb || isHelper(index + 1))
      default: false
      }
    }
  }

  func isHelper(_ index: Int) -> Bool {
    units[index].functions.contains {
      switch $0 {
      case .auxiliary, .modal: true
      default: false
      }
    }
  }

}
