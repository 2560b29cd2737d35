import DocumentModel

/// Events told by a noun whose roles stand around a verb that means nothing of its own: "le milizie hanno sferrato un
/// attacco", "una sparatoria è scoppiata a Gao", "la città è sotto assedio".
extension RoleReader {
  /// The verb without an event of its own that carries the event noun at an element.
  struct Carrier {
    var element: Int
    /// Whether the noun is the verb's subject.
    var isSubject: Bool
  }

  func carrier(of index: Int) -> Carrier? {
    guard let phrase = elements[index].phrase, phrase.preposition == nil else { return nil }
    if let before = carrierBefore(index) { return before }
    var position = index + 1
    while position < elements.count {
      switch elements[position].kind {
      case .phrase(let phrase):
        guard phrase.preposition != nil || elements[position - 1].isConjunction else { return nil }
      case .cue, .adverb, .time, .negation, .conjunction, .unknown: break
      case .verb(let verb):
        // "L'attacco è la risposta all'operazione …": what the predicate says is not the attack's own.
        if verb.isCopula, let next = view.next(after: position), let predicate = elements[next].phrase,
          predicate.preposition == nil
        {
          return nil
        }
        return isCarrying(verb) && !verb.isBare ? Carrier(element: position, isSubject: true) : nil
      default: return nil
      }
      position += 1
    }
    return nil
  }

  /// Whether it has no event of its own, or only says that the event went off: "un'autobomba è esplosa".
  private func isCarrying(_ verb: VerbGroup) -> Bool {
    verb.triggers.allSatisfy { lexicon.triggers[$0].subject == .instrument }
  }

  private func carrierBefore(_ index: Int) -> Carrier? {
    var position = index - 1
    while position >= 0 {
      switch elements[position].kind {
      case .phrase(let phrase):
        guard phrase.preposition != nil, !classes.isEvent(phrase) else { return nil }
      case .cue, .adverb, .time, .negation: break
      case .unknown where position > 0 && elements[position - 1].verb?.isCopula == true: break
      case .verb(let verb):
        guard isCarrying(verb) else { return nil }
        let isSubject =
          !verb.triggers.isEmpty || verb.support == .happens || verb.support == .goesOn
          || (verb.support != nil && (verb.isReflexive || verb.isPassive))
        return Carrier(element: position, isSubject: isSubject)
      default: return nil
      }
      position -= 1
    }
    return nil
  }

  /// Adds what the carrying verb's subject and prepositions give to the event noun.
  func addCarried(at index: Int, trigger: Trigger, to roles: inout Roles) {
    guard let carrier = carrier(of: index), let verb = elements[carrier.element].verb else { return }
    if carrier.element < index {
      readPrepositions(after: carrier.element, until: index, trigger: trigger, isNoun: false, to: &roles)
    } else {
      readPrepositions(after: carrier.element, trigger: trigger, isNoun: false, to: &roles)
    }
    guard !carrier.isSubject, let subject = subject(of: carrier.element) else { return }
    let role: Role?
    switch verb.support {
    case .does, .plans: role = .actor
    case .undergoes: role = .target
    default: role = verb.isCopula ? trigger.subject : nil
    }
    if role == .actor, !roles.actors.isEmpty { return }
    give(phrases(from: subject, isSubject: true), role, to: &roles)
    roles.subject = subject
  }
}
