import DocumentModel
import Gazetteers

/// Finds who did what to whom around a trigger.
///
/// Roles come from word order, voice and prepositions. Whatever stands behind a barrier (another verb, a subordinator,
/// an unknown verb) is left alone: an actor that the words do not carry is no actor.
struct RoleReader {
  let lexicon: EventLexicon
  let classes: PhraseClass
  let view: SentenceView
  var elements: [Element] { view.elements }

  struct Roles {
    var actors: [NounPhrase] = []
    var targets: [NounPhrase] = []
    var instruments: [NounPhrase] = []
    var topic: NounPhrase?
    var place: PlacePhrase?
    /// Events that the trigger's phrases are: elements.
    var events: [(preposition: Preposition?, element: Int)] = []
    /// The element that is the subject, if any.
    var subject: Int?
    /// The element that is the object, if any.
    var object: Int?
  }

  // MARK: - Verbs

  func roles(ofVerbAt index: Int, trigger: Trigger) -> Roles {
    guard let verb = elements[index].verb else { return Roles() }
    var roles = Roles()
    var subject = subject(of: index)
    var object = object(of: index)
    let takesSubjectBehind =
      verb.isPassive || verb.isReflexive || trigger.subject == .target || trigger.subject == .victim
      || trigger.subject == .instrument || trigger.subject == .both
    if subject == nil || (verb.isBare && verb.isPassive && !isAdjacent(subject, index)), takesSubjectBehind,
      object != nil
    {
      subject = object
      object = nil
    }
    var subjectRole = trigger.subject
    var objectRole = trigger.object
    if verb.isPassive {
      // The active object becomes the subject; an active subject role other than actor has no passive.
      subjectRole = trigger.object ?? trigger.subject
      objectRole = nil
    }
    if verb.isReflexive, trigger.subject == .actor, !verb.isPassive { subjectRole = trigger.subject }
    roles.subject = subject
    roles.object = object
    if let subject { give(phrases(from: subject, isSubject: true), subjectRole, to: &roles) }
    if let object {
      if verb.isPassive, let phrase = elements[object].phrase, classes.namesPlace(phrase) {
        // "had been driven from El Adde": what the trigger's last word governs.
        roles.place = PlacePhrase(relation: .in, phrase: phrase, span: phrase.span)
      }
      give(phrases(from: object, isSubject: false), objectRole, to: &roles)
    }
    readPrepositions(after: index, trigger: trigger, isNoun: false, to: &roles)
    readPrepositions(before: index, trigger: trigger, to: &roles)
    if let subject, let phrase = elements[subject].phrase, classes.isEvent(phrase) {
      roles.events.append((nil, subject))
    }
    if let object, let phrase = elements[object].phrase, classes.isEvent(phrase) {
      roles.events.append((nil, object))
    }
    return roles
  }

  /// Only what prepositions behind the trigger give.
  func prepositionalRoles(at index: Int, trigger: Trigger) -> Roles {
    var roles = Roles()
    readPrepositions(after: index, trigger: trigger, isNoun: true, to: &roles)
    return roles
  }

  private func isAdjacent(_ subject: Int?, _ index: Int) -> Bool {
    guard let subject else { return false }
    return view.previous(before: index) == subject && !elements[(subject + 1)..<index].contains { $0.isComma }
  }

  /// The element that is the subject of the verb.
  func subject(of index: Int, depth: Int = 0) -> Int? {
    guard depth < 6, let verb = elements[index].verb else { return nil }
    if inheritsSubject(index), let earlier = earlierVerb(before: index) {
      return subject(of: earlier, depth: depth + 1)
    }
    if verb.isBare, verb.tense == .gerund || verb.tense == .infinitive {
      if verb.tense == .infinitive, let forced = controlledObject(before: index) { return forced }
      guard let earlier = earlierVerb(before: index) else { return nil }
      return subject(of: earlier, depth: depth + 1)
    }
    var position = index - 1
    var hasComma = false
    while position >= 0 {
      switch elements[position].kind {
      case .cue, .adverb, .time, .negation: break
      case .comma: hasComma = true
      case .relative: return antecedent(before: position) ?? speaker(before: position, verb, depth)
      case .closeParenthesis:
        while position > 0, !isOpenParenthesis(position) { position -= 1 }
      case .phrase(let phrase):
        if phrase.preposition == nil { return isObjectOfEarlierVerb(position) ? nil : position }
        // A participle right behind a phrase belongs to it whatever stands before: "di soldati uccisi".
        if verb.isBare, verb.tense == .participle, position == index - 1 { return position }
      case .verb(let other) where other.isBare && other.tense == .participle && isReduced(position):
        // "L'ostaggio liberato ieri era stato rapito": the participle only describes.
        break
      case .verb(let other):
        // "Hamas, che controlla …, ha attaccato": what the commas enclose is skipped.
        guard hasComma, !other.isBare, let start = enclosedStart(position) else { return nil }
        position = start
      case .unknown:
        guard position > 0, elements[position - 1].phrase != nil, view.language == "it" || position == index - 1 else {
          return nil
        }
      default: return nil
      }
      position -= 1
    }
    return nil
  }

  private func isReduced(_ position: Int) -> Bool { position > 0 && elements[position - 1].phrase != nil }

  /// "Hezbollah dice che ha abbattuto …": without a subject of its own the clause keeps the speaker.
  private func speaker(before position: Int, _ verb: VerbGroup, _ depth: Int) -> Int? {
    guard view.language == "it", position > 0, let saying = elements[position - 1].verb, saying.saying != nil,
      !verb.isPassive, saying.isPlural == verb.isPlural
    else { return nil }
    return subject(of: position - 1, depth: depth + 1)
  }

  /// "obbligano i terroristi a muoversi", "forced residents to flee": who is made to do it.
  private func controlledObject(before index: Int) -> Int? {
    var position = index - 1
    if position >= 0, case .preposition(.to) = elements[position].kind {
      position -= 1
    } else if view.language == "it" {
      return nil
    }
    guard position > 0, let phrase = elements[position].phrase, phrase.preposition == nil, classes.isHuman(phrase),
      let before = view.previous(before: position)
    else { return nil }
    switch elements[before].kind {
    case .unknown: return position
    case .verb(let verb): return verb.triggers.isEmpty || verb.saying != nil ? position : nil
    default: return nil
    }
  }

  private func isOpenParenthesis(_ position: Int) -> Bool {
    if case .openParenthesis = elements[position].kind { return true }
    return false
  }

  /// The comma that opens a relative clause which ends before a comma behind `position`.
  private func enclosedStart(_ position: Int) -> Int? {
    var start = position
    while start > 0 {
      if elements[start].isRelative, start > 0, elements[start - 1].isComma { return start - 1 }
      switch elements[start].kind {
      case .boundary, .subordinator, .stop: return nil
      default: start -= 1
      }
    }
    return nil
  }

  private func isObjectOfEarlierVerb(_ position: Int) -> Bool {
    guard let before = view.previous(before: position), let verb = elements[before].verb else { return false }
    return !verb.isBare && verb.saying == nil && !verb.isCopula && view.clauses[before] == view.clauses[position]
  }

  /// The phrase that a relative pronoun takes up. Things that belong to an event are passed over: "the bombing of a
  /// mosque, which killed 40".
  func antecedent(before position: Int) -> Int? {
    var index = position - 1
    while index >= 0 {
      switch elements[index].kind {
      case .phrase(let phrase):
        return phrase.preposition != nil && isTold(ofEventBy: position) ? eventHead(of: index) ?? index : index
      case .comma, .adverb, .cue, .time: index -= 1
      default: return nil
      }
    }
    return nil
  }

  /// Whether the relative clause at an element says what only an event can do: kill, wound, cause, force.
  private func isTold(ofEventBy position: Int) -> Bool {
    var index = position + 1
    while index < elements.count {
      switch elements[index].kind {
      case .adverb, .cue, .time, .negation: index += 1
      case .verb(let verb):
        if verb.support == .causes || verb.support == .forces { return true }
        return !verb.isPassive
          && verb.triggers.contains { lexicon.concepts[lexicon.triggers[$0].concept].effect != nil }
      default: return false
      }
    }
    return false
  }

  /// The event noun that the things behind it belong to; nil if somebody stands between who could be meant.
  private func eventHead(of index: Int) -> Int? {
    var position = index
    while position >= 0, let phrase = elements[position].phrase {
      if classes.isEvent(phrase) { return position }
      guard phrase.preposition != nil, !classes.isHuman(phrase) || position < index else { return nil }
      position -= 1
    }
    return nil
  }

  /// Whether a conjunction right before the verb makes it share the subject of the verb before.
  func inheritsSubject(_ index: Int) -> Bool {
    var position = index - 1
    while position >= 0 {
      switch elements[position].kind {
      case .cue, .adverb, .time, .negation, .comma: position -= 1
      case .conjunction: return earlierVerb(before: position) != nil
      default: return false
      }
    }
    return false
  }

  /// The last verb before an element within the same clause, or the verb of the clause that encloses it.
  func earlierVerb(before index: Int) -> Int? {
    var position = index - 1
    while position >= 0 {
      switch elements[position].kind {
      case .verb(let verb) where !verb.isCopula || verb.hasAuxiliary: return position
      case .boundary, .stop, .openQuote: return nil
      default: position -= 1
      }
    }
    return nil
  }

  /// The element that is the object of the verb.
  func object(of index: Int) -> Int? {
    var position = index + 1
    var unknowns = 0
    while position < elements.count {
      switch elements[position].kind {
      case .cue, .adverb, .time, .negation: break
      case .comma:
        // Behind a comma no object follows, unless the comma closes a cue or the verb shares one.
        guard let next = view.next(after: position), elements[next].verb?.isBare == true || isBetweenCommas(position)
        else { return nil }
      case .openQuote, .closeQuote: break
      case .conjunction:
        guard let next = view.next(after: position), let verb = elements[next].verb else { return nil }
        // "ha attaccato e conquistato una base": the second verb's object is shared.
        guard verb.hasAuxiliary == false || verb.triggers.isEmpty == false else { return nil }
        position = next
      case .phrase(let phrase):
        if phrase.preposition == nil || phrase.preposition == .including {
          return isSubjectOfNext(position) ? nil : position
        }
      case .verb(let verb):
        guard verb.isBare, verb.tense == .participle else { return nil }
        return nil
      case .unknown:
        unknowns += 1
        guard unknowns <= 1 else { return nil }
      default: return nil
      }
      position += 1
    }
    return nil
  }

  private func isBetweenCommas(_ position: Int) -> Bool {
    guard position + 1 < elements.count else { return false }
    switch elements[position + 1].kind {
    case .cue, .adverb, .time: return true
    case .phrase(let phrase): return phrase.preposition != nil
    default: return false
    }
  }

  /// A phrase with its own finite verb right behind it is that verb's subject.
  private func isSubjectOfNext(_ position: Int) -> Bool {
    guard position + 1 < elements.count, let verb = elements[position + 1].verb else { return false }
    return !verb.isBare && !(verb.isPassive && !verb.hasAuxiliary)
  }

  // MARK: - Nouns

  func roles(ofNounAt index: Int, trigger: Trigger) -> Roles {
    guard let phrase = elements[index].phrase else { return Roles() }
    var roles = Roles()
    for position in phrase.demonyms {
      var actor = NounPhrase(head: .demonym(position), span: phrase.span)
      actor.isPlural = true
      actor.determination = .definite
      if let country = classes.gazetteer.country(lexicon.demonyms[position].country),
        let entity = classes.gazetteer.position(of: country.id)
      {
        actor.head = .entity(entity)
        actor.isPlural = false
      }
      give([actor], trigger.adjective, to: &roles)
    }
    for entity in phrase.beside { giveModifier(.entity(entity), phrase, to: &roles) }
    for noun in phrase.nounModifiers { giveModifier(.noun(noun), phrase, to: &roles) }
    for complement in phrase.complements {
      let role =
        trigger.prepositions[.of] == .target || trigger.prepositions[.of] == .victim
        ? trigger.prepositions[.of] : .actor
      give([complement.phrase], role, to: &roles)
    }
    readPrepositions(after: index, trigger: trigger, isNoun: true, to: &roles)
    if phrase.adjectives.contains(where: { lexicon.adjectives[$0].id == "domestic" }), roles.actors.isEmpty,
      let inner = innerParty(behind: index)
    {
      roles.actors = [inner]
      roles.targets = [inner]
    }
    addCarried(at: index, trigger: trigger, to: &roles)
    return roles
  }

  /// "scontri interni allo Stato Islamico": one party against itself.
  private func innerParty(behind index: Int) -> NounPhrase? {
    guard index + 1 < elements.count, let phrase = elements[index + 1].phrase, phrase.preposition == .to,
      classes.isArmed(phrase)
    else { return nil }
    return phrase
  }

  /// "drone strike", "Hamas attack", "Quetta bombing": what stands before the noun in English.
  private func giveModifier(_ head: Head, _ whole: NounPhrase, to roles: inout Roles) {
    let modifier = NounPhrase(head: head, span: whole.span)
    if classes.isWeapon(modifier) {
      roles.instruments.append(modifier)
    } else if case .entity = head, classes.isPlace(modifier), classes.entity(modifier)?.type != .country {
      roles.place = roles.place ?? PlacePhrase(relation: .in, phrase: modifier, span: whole.span)
    } else if classes.isArmed(modifier) {
      roles.actors.append(modifier)
    } else {
      roles.targets.append(modifier)
    }
  }

  // MARK: - Prepositions

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
            give([phrase], lastRole, to: &roles)
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
        lastRole = role(of: phrase, preposition, trigger, isNoun: isNoun, &roles)
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
  private func lastPhrase(ofEventAt index: Int) -> Int {
    var position = index
    while position + 1 < elements.count, let phrase = elements[position + 1].phrase, phrase.preposition != nil {
      position += 1
    }
    return position
  }

  private func isLocative(_ element: Element) -> Bool {
    guard let phrase = element.phrase, let preposition = phrase.preposition else { return false }
    return preposition.isLocative && classes.isPlace(phrase)
  }

  /// Phrases at the head of the sentence or between subject and verb that say where, or by whom.
  private func readPrepositions(before index: Int, trigger: Trigger, to roles: inout Roles) {
    guard roles.place == nil else { return }
    var position = index - 1
    let clause = view.clauses[index]
    while position >= 0, view.clauses[position] == clause {
      if let phrase = elements[position].phrase, let preposition = phrase.preposition, preposition.isLocative,
        preposition != .on || classes.namesPlace(phrase), classes.isPlace(phrase), classes.namesPlace(phrase),
        !isPartOfEvent(position), !(preposition == .to && view.language == "en")
      {
        roles.place = PlacePhrase(relation: preposition, phrase: phrase, span: phrase.span)
        return
      }
      if elements[position].verb != nil { return }
      position -= 1
    }
  }

  private func isPartOfEvent(_ position: Int) -> Bool {
    guard position > 0, let before = elements[position - 1].phrase else { return false }
    return classes.isEvent(before) && before.preposition != nil
  }

  private func role(
    of phrase: NounPhrase, _ preposition: Preposition, _ trigger: Trigger, isNoun: Bool, _ roles: inout Roles
  ) -> Role? {
    // "con morti e feriti" says how it ended.
    if preposition == .with, !classes.effect(phrase).isEmpty { return nil }
    // In Italian "da" is "by" in the passive and after nouns of action.
    var given = trigger.prepositions[preposition]
    if given == nil, preposition == .from, let role = trigger.prepositions[.by], !classes.isPlace(phrase) {
      given = role
    }
    if given == nil, preposition == .becauseOf { given = trigger.prepositions[.for] }
    if given == .actorOrTarget { given = classes.isArmed(phrase) && !classes.isPlace(phrase) ? .actor : .target }
    if given == .actor, classes.isPlace(phrase), !classes.isArmed(phrase) { given = .place }
    if given == nil, preposition == .to, view.language == "en" { return nil }
    if preposition.isLocative, classes.isPlace(phrase), given == nil || given == .place {
      addPlace(phrase, preposition, to: &roles)
      return .place
    }
    if given == .place {
      addPlace(phrase, preposition == .of ? .in : preposition, to: &roles)
      return .place
    }
    if given == nil, preposition == .with, classes.isWeapon(phrase) { given = .instrument }
    if given == .target, preposition == .to || preposition == .at, classes.entity(phrase)?.type == .place {
      // "un agguato a Tessit" is there, not against it.
      given = .place
    }
    if given == .target, preposition.isLocative, classes.isPlace(phrase), !isNoun || preposition == .in {
      // "a" and "in" before a place are where, unless the trigger's own row says that they are the target.
      if trigger.prepositions[preposition] != .target || preposition == .in {
        addPlace(phrase, preposition, to: &roles)
        return .place
      }
    }
    give([phrase], given, to: &roles)
    if given == .target, classes.namesPlace(phrase), roles.place == nil, classes.entity(phrase) != nil {
      roles.place = PlacePhrase(relation: preposition == .to ? .in : preposition, phrase: phrase, span: phrase.span)
    }
    return given
  }

  private func addPlace(_ phrase: NounPhrase, _ preposition: Preposition, to roles: inout Roles) {
    guard var place = roles.place else {
      roles.place = PlacePhrase(relation: preposition, phrase: phrase, span: phrase.span)
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
  private func resolved(_ position: Int) -> [NounPhrase] {
    guard let phrase = elements[position].phrase else { return [] }
    guard case .pronoun(let value) = phrase.head, !["some", "others", "who"].contains(value) else {
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
}
