/// What the grammatical subject of a verb is to its event.
public enum CanonicalSubject: Sendable {
  case actor, target, instrument, both
}

extension EventLexicon {
  /// What the subject of a concept's verb is, as the trigger with that very lemma says; the actor if none does.
  public func canonicalSubject(of concept: Int, verb lemma: String) -> CanonicalSubject {
    for trigger in triggers where trigger.concept == concept && !trigger.isNoun && trigger.lemma == lemma {
      switch trigger.subject {
      case .target, .victim: return .target
      case .instrument: return .instrument
      case .both: return .both
      default: return .actor
      }
    }
    return .actor
  }
}
