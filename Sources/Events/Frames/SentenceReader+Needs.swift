import DocumentModel

/// What the sentence shows of a trigger's needs before anybody asks who did what to whom, which costs the reading of its
/// clauses.
extension SentenceReader {
  /// Whether a trigger may get what it asks for: every participant is a phrase of the sentence, or a part of the noun that
  /// tells the event.
  func mayBeMet(_ trigger: Trigger, _ index: Int, hasCasualties: Bool) -> Bool {
    guard !trigger.needs.isEmpty, !holdsParticipants(index) else { return true }
    let concept = lexicon.concepts[trigger.concept]
    // "Un raid ha colpito …"
    if concept.traits.contains(.strikes), hasPhrase({ classes.isEvent($0) }) { return true }
    return trigger.needs.contains { need in
      switch need {
      case .armed: hasPhrase { classes.isArmed($0) || classes.isWeapon($0) }
      case .human: hasPhrase { classes.isHuman($0) || $0.isBareCount }
      case .site: hasPhrase { classes.isSite($0) }
      case .place: hasPhrase { classes.namesPlace($0) }
      case .instrument: hasPhrase { classes.isWeapon($0) }
      case .casualties:
        hasCasualties || tellsHarm(besides: index)
          || concept.effect == .killed && hasPhrase { $0.countsSeveral(classes) }
      case .negated: elements[index].verb?.isNegated ?? false
      case .actor, .target, .any: true
      }
    }
  }

  /// "Drone strike", "in risposta all'attacco": whether the phrase at an element holds participants itself, or hangs on
  /// another event.
  private func holdsParticipants(_ index: Int) -> Bool {
    guard let phrase = elements[index].phrase else { return false }
    return !phrase.demonyms.isEmpty || !phrase.beside.isEmpty || !phrase.nounModifiers.isEmpty
      || !phrase.complements.isEmpty || phrase.preposition == .aheadOf || phrase.preposition == .responseTo
  }

  private func hasPhrase(_ isMeant: (NounPhrase) -> Bool) -> Bool {
    elements.contains { $0.phrase.map(isMeant) ?? false }
  }
}
