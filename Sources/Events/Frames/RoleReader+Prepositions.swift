import DocumentModel
import Gazetteers
import Languages

/// What prepositions say of an event, and who gets which role.
extension RoleReader {
  func readPrepositions(
    after index: Int, until end: Int? = nil, trigger: Trigger, isNoun: Bool, to roles: inout Roles
  ) {
    var position = index + 1
    var lastRole: Role?
    loop: while position < end ?? elements.count {
      switch elements[position].kind {
      case .phrase(let phrase):
        guard let preposition = phrase.preposition else {
          if isNoun {
            // "l'attacco" as a subject or object: what follows without a preposition is not its own.
            if position == index + 1 || lastRole == nil || !elements[position - 1].isConjunction { break loop }
            // "la morte di quattro agenti e il ferimento di dieci passanti": the second noun has its own.
            if classes.isEvent(phrase) { break loop }
            give([phrase], lastRole, to: &roles)
          } else if elements[position - 1].isComma, speaks(position) {
            // ", diplomatic sources in Pakistan said": what follows belongs to the speaker.
            break loop
          } else if classes.isEvent(phrase) {
            // What follows another event belongs to that one.
            break loop
          }
          break
        }
        if classes.isEvent(phrase) {
          roles.events.append((preposition, position))
          if isNoun { break loop }
          // What follows another event belongs to that one.
          position = lastPhrase(ofEventAt: position)
          break
        }
        // "Left two dead among the soldiers": whom the dead were among says nothing of who fought.
        if preposition == .between, let counted = elements[position - 1].phrase, !classes.effect(counted).isEmpty {
          break
        }
        // In Italian "da" is "by" in the passive and after nouns of action.
        let isByLike = view.grammar.contains(.agentFrom) && (isNoun || elements[index].verb?.isPassive ?? true)
        lastRole = role(of: phrase, preposition, trigger, isNoun: isNoun, isByLike: isByLike, &roles)
      case .cue, .adverb, .time, .negation: break
      case .comma:
        if isNoun, !(position + 1 < elements.count && isLocative(elements[position + 1])) { break loop }
      case .conjunction:
        guard let next = view.next(after: position), let phrase = elements[next].phrase,
          phrase.preposition != nil || isNoun
        else {
          if isNoun { break loop }
          guard let next = view.next(after: position), elements[next].phrase != nil,
            next + 1 >= elements.count || elements[next + 1].verb == nil
          else { break loop }
          break
        }
      case .unknown:
        if isNoun { break loop }
      case .openQuote, .closeQuote, .openParenthesis, .closeParenthesis, .preposition: break
      case .verb, .relative, .subordinator, .boundary, .stop: break loop
      }
      position += 1
    }
  }

  /// The last element that belongs to the event noun at `index`.
  func lastPhrase(ofEventAt index: Int) -> Int {
    var position = index
    while position + 1 < elements.count, let phrase = elements[position + 1].phrase, phrase.preposition != nil {
      position += 1
    }
    return position
  }

  func isLocative(_ element: Element) -> Bool {
    guard let phrase = element.phrase, let preposition = phrase.preposition else { return false }
    return preposition.isLocative && classes.isPlace(phrase)
  }

  /// Phrases at the head of the sentence or between subject and verb that say where, or by whom.
  func readPrepositions(before index: Int, trigger: Trigger, to roles: inout Roles) {
    guard roles.place == nil else { return }
    var position = index - 1
    let clause = view.clauses[index]
    while position >= 0, view.clauses[position] == clause {
      if let phrase = elements[position].phrase, let preposition = phrase.preposition, preposition.isLocative,
        preposition != .on || classes.namesPlace(phrase), classes.isPlace(phrase), classes.namesPlace(phrase),
        !isPartOfEvent(position), !(preposition == .to && view.grammar.contains(.directionTo))
      {
        roles.place = PlacePhrase(phrase, relation: preposition)
        return
      }
      if elements[position].verb != nil { return }
      position -= 1
    }
  }

  func isPartOfEvent(_ position: Int) -> Bool {
    guard position > 0, let before = elements[position - 1].phrase else { return false }
    return classes.isEvent(before) && before.preposition != nil
  }

  func role(
    of phrase: NounPhrase, _ preposition: Preposition, _ trigger: Trigger, isNoun: Bool, isByLike: Bool,
    _ roles: inout Roles
  ) -> Role? {
    // "con morti e feriti" says how it ended.
    if preposition == .with, !classes.effect(phrase).isEmpty { return nil }
    var given = trigger.prepositions[preposition]
    if given == nil, preposition == .from, isByLike, let role = trigger.prepositions[.by], !classes.isPlace(phrase) {
      given = role
    }
    if given == nil, preposition == .becauseOf { given = trigger.prepositions[.for] }
    if given == .actorOrTarget { given = classes.isArmed(phrase) && !classes.isPlace(phrase) ? .actor : .target }
    if given == .actor, classes.isPlace(phrase), !classes.isArmed(phrase) { given = .place }
    if given == nil, preposition == .to, view.grammar.contains(.directionTo) { return nil }
    if preposition.isLocative, classes.isPlace(phrase), given == nil || given == .place {
      addPlace(phrase, preposition, to: &roles)
      return .place
    }
    if given == .place {
      addPlace(phrase, preposition == .of ? .in : preposition, to: &roles)
      return .place
    }
    if given == nil, preposition == .with, classes.isWeapon(phrase) { given = .instrument }
    let isAimed = preposition == .at && view.grammar.contains(.aimingAt)
    if given == .target, preposition == .to || preposition == .at, !isAimed, classes.isTown(phrase),
      trigger.prepositions[.of] != .actorOrTarget
    {
      // "un agguato a Tessit" is there, not against it.
      addPlace(phrase, preposition, to: &roles)
      return .place
    }
    if given == .target, preposition.isLocative, !isAimed, classes.isPlace(phrase), !isNoun || preposition == .in {
      // "a" and "in" before a place are where, unless the trigger's own row says that they are the target.
      if trigger.prepositions[preposition] != .target || preposition == .in {
        addPlace(phrase, preposition, to: &roles)
        return .place
      }
    }
    give([phrase], given, to: &roles)
    if given == .target, classes.namesPlace(phrase), roles.place == nil, classes.entity(phrase) != nil {
      roles.place = PlacePhrase(phrase, relation: preposition == .to ? .in : preposition)
    }
    return given
  }

  func addPlace(_ phrase: NounPhrase, _ preposition: Preposition, to roles: inout Roles) {
    guard var place = roles.place else {
      roles.place = PlacePhrase(phrase, relation: preposition)
      return
    }
    place.outer.append(phrase)
    place.span = place.span.union(phrase.span)
    roles.place = place
  }

  func phrases(from index: Int, isSubject: Bool) -> [NounPhrase] {
    let first = isSubject ? view.coordinatedStart(endingAt: index) : index
    let positions = isSubject ? Array(stride(from: first, through: index, by: 2)) : view.coordinated(from: index)
    return positions.flatMap { resolved($0) }.filter { !classes.isEvent($0) }
  }

  /// The phrase at an element; for a pronoun that takes up a speaker ("Hezbollah said it …") the speaker's phrase, and
  /// for any other nothing: whom it means is not known.
  func resolved(_ position: Int) -> [NounPhrase] {
    guard let phrase = elements[position].phrase else { return [] }
    // "Dozens" and "hundreds" are counts; they take up nobody.
    guard case .pronoun(let value) = phrase.head, phrase.figure == nil, !["some", "others", "who"].contains(value)
    else {
      return [phrase]
    }
    guard let verb = earlierVerb(before: position), elements[verb].verb?.saying != nil,
      let speaker = subject(of: verb), speaker != position, let found = elements[speaker].phrase
    else { return [] }
    if case .pronoun = found.head { return [] }
    return [found]
  }

  func give(_ phrases: [NounPhrase], _ role: Role?, to roles: inout Roles) {
    guard let role else { return }
    for phrase in phrases where !classes.isEvent(phrase) {
      switch role {
      case .actor:
        if classes.isWeapon(phrase) {
          roles.instruments.append(phrase)
        } else if classes.canAct(phrase) {
          roles.actors.append(phrase)
        }
      case .target, .victim: roles.targets.append(phrase)
      case .instrument: roles.instruments.append(phrase)
      case .topic: roles.topic = roles.topic ?? phrase
      case .both:
        if phrases.count == 2, phrase == phrases[1] {
          roles.targets.append(phrase)
        } else {
          roles.actors.append(phrase)
          if phrases.count == 1, phrase.isPlural { roles.targets.append(phrase) }
        }
      case .actorOrTarget:
        if classes.isArmed(phrase) { roles.actors.append(phrase) } else { roles.targets.append(phrase) }
      case .place, .origin: break
      }
    }
  }

  /// Whether the phrase at an element is the subject of a verb of saying.
  private func speaks(_ position: Int) -> Bool {
    for element in elements[(position + 1)...].prefix(6) {
      if let verb = element.verb { return verb.saying != nil }
      guard element.phrase?.preposition != nil else {
        if case .time = element.kind { continue }
        return false
      }
    }
    return false
  }
}
