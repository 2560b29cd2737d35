/// What the grammatical subject of a verb is to its event.
public enum CanonicalSubject: Sendable {
  case actor, target, instrument, both
}

extension EventLexicon {
  /// What the subject of a concept's verb is, as the trigger with that very lemma says; nil if none has it.
  public func canonicalSubject(of concept: Int, verb lemma: String) -> CanonicalSubject? {
    for trigger in triggers where trigger.concept == concept && !trigger.isNoun && trigger.lemma == lemma {
      switch trigger.subject {
      case .target, .victim: return .target
      case .instrument: return .instrument
      case .both: return .both
      default: return .actor
      }
    }
    return nil
  }

  /// Whether a noun of the concept takes a place as its object: the siege of a town.
  public func takesPlaceAsObject(_ concept: Int) -> Bool {
    triggers.contains { $0.concept == concept && $0.isNoun && $0.prepositions[.of] == .actorOrTarget }
  }
}
