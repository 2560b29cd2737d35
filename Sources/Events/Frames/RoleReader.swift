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
    if let subject { give(phrases(from: subject, isSubject: subject < index), subjectRole, to: &roles) }
    if let object {
      if verb.isPassive, let phrase = elements[object].phrase, classes.namesPlace(phrase) {
        // "had been driven from El Adde": what the trigger's last word governs.
        roles.place = PlacePhrase(classes.somewhere(phrase), relation: .in)
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

  func isAdjacent(_ subject: Int?, _ index: Int) -> Bool {
    guard let subject else { return false }
    return view.previous(before: index) == subject && !elements[(subject + 1)..<index].contains { $0.isComma }
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
  func innerParty(behind index: Int) -> NounPhrase? {
    guard index + 1 < elements.count, let phrase = elements[index + 1].phrase, phrase.preposition == .to,
      classes.isArmed(phrase)
    else { return nil }
    return phrase
  }

  /// "drone strike", "Hamas attack", "Quetta bombing": what stands before the noun in English.
  func giveModifier(_ head: Head, _ whole: NounPhrase, to roles: inout Roles) {
    let modifier = NounPhrase(head: head, span: whole.span)
    if classes.isWeapon(modifier) {
      roles.instruments.append(modifier)
    } else if case .entity = head, classes.isPlace(modifier), classes.entity(modifier)?.type != .country {
      roles.place = roles.place ?? PlacePhrase(modifier, relation: .in)
    } else if classes.isArmed(modifier) {
      roles.actors.append(modifier)
    } else {
      roles.targets.append(modifier)
    }
  }

}
