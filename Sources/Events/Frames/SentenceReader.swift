import DocumentModel
import Gazetteers

/// Reads the frames of one sentence.
struct SentenceReader {
  let lexicon: EventLexicon
  let classes: PhraseClass
  let view: SentenceView

  var elements: [Element] { view.elements }

  func frames() -> [Frame] {
    let roleReader = RoleReader(lexicon: lexicon, classes: classes, view: view)
    let factuality = FactualityReader(lexicon: lexicon, classes: classes, view: view)
    let casualties = CasualtyReader(lexicon: lexicon, classes: classes, view: view)
    let named = casualties.named()
    let hasCasualties = named.contains { Self.harms.contains($0.people.effect) }
    let attribution = AttributionReader(lexicon: lexicon, classes: classes, view: view, roles: roleReader)
    // Who says what is read when the first event asks for it: most sentences tell of none.
    var known: [AttributionReader.Reach]?
    func reaches() -> [AttributionReader.Reach] {
      let found = known ?? attribution.reaches()
      known = found
      return found
    }
    var frames: [Frame] = []
    var roles: [RoleReader.Roles] = []
    for (index, element) in elements.enumerated() {
      for row in triggers(of: element) {
        let trigger = lexicon.triggers[row]
        guard !view.isVetoed(trigger), mayBeMet(trigger, index, hasCasualties: hasCasualties) else { continue }
        let found =
          trigger.isNoun
          ? roleReader.roles(ofNounAt: index, trigger: trigger) : roleReader.roles(ofVerbAt: index, trigger: trigger)
        guard isMet(trigger, found, index, hasCasualties: hasCasualties), isLikely(trigger, found, index) else {
          continue
        }
        if isSaying(index, element, reaches) || factuality.isAnniversary || element.verb?.modal == .couldHave { break }
        frames.append(frame(row, trigger, index, found, factuality))
        roles.append(found)
        if let implied = impliedFrame(by: frames[frames.count - 1], trigger, roleReader) {
          frames[frames.count - 1].actors.removeAll { implied.actors.contains($0) }
          frames[frames.count - 1].targets = []
          frames[frames.count - 1].links.append(FrameLink(kind: .after, frame: frames.count))
          frames.append(implied)
          roles.append(RoleReader.Roles())
        }
        break
      }
    }
    if elements.contains(where: { $0.verb.map { $0.saying != nil && !$0.triggers.isEmpty } ?? false }),
      elements.contains(where: { $0.phrase.map { classes.isArmed($0) || classes.isPlace($0) } ?? false })
    {
      addBareThreats(reaches(), factuality, &frames, &roles)
    }
    guard !frames.isEmpty else { return [] }
    Governing(lexicon: lexicon, classes: classes, view: view).apply(to: &frames, roles: &roles, casualties: casualties)
    place(named, reaches(), in: &frames)
    attribute(reaches(), to: &frames)
    describe(&frames, roleReader)
    locate(&frames)
    date(&frames)
    return frames
  }

  private static let harms: Set<Effect> = [.killed, .wounded, .missing]

  /// Whether another verb of the sentence kills or wounds.
  func tellsHarm(besides index: Int) -> Bool {
    elements.enumerated().contains { position, element in
      position != index
        && element.verb?.triggers.contains { row in
          lexicon.concepts[lexicon.triggers[row].concept].effect.map { Self.harms.contains($0) } ?? false
        } ?? false
    }
  }

  /// "«Se entreranno, risponderemo», ha minacciato Kigali": a threat or charge with nothing told in it is told itself.
  private func addBareThreats(
    _ reaches: [AttributionReader.Reach], _ factuality: FactualityReader, _ frames: inout [Frame],
    _ roles: inout [RoleReader.Roles]
  ) {
    for reach in reaches {
      guard let verb = elements[reach.at].verb, let row = verb.triggers.first, !factuality.isAnniversary,
        !frames.contains(where: { reach.elements.contains($0.element) }),
        !view.isVetoed(lexicon.triggers[row]),
        classes.isArmed(reach.source.phrase) || classes.isPlace(reach.source.phrase)
      else { continue }
      var found = RoleReader.Roles()
      found.actors = [reach.source.phrase]
      frames.append(frame(row, lexicon.triggers[row], reach.at, found, factuality))
      roles.append(RoleReader.Roles())
    }
  }

  private func isSaying(_ index: Int, _ element: Element, _ reaches: () -> [AttributionReader.Reach]) -> Bool {
    element.verb?.saying != nil && reaches().contains { $0.at == index }
  }

  private func triggers(of element: Element) -> [Int] {
    if let verb = element.verb {
      // "si è fatto esplodere" is no "far esplodere", and a reflexive verb needs its "si".
      let isSelf = verb.isReflexive
      let kept = verb.triggers.filter { lexicon.triggers[$0].isReflexive == isSelf || (verb.isBare && !isSelf) }
      return kept.isEmpty && isSelf ? verb.triggers : kept
    }
    if let phrase = element.phrase, case .event(let row) = phrase.head { return [row] }
    return []
  }

  /// Whether what the trigger asks for is there.
  private func isMet(_ trigger: Trigger, _ roles: RoleReader.Roles, _ index: Int, hasCasualties: Bool) -> Bool {
    guard !trigger.needs.isEmpty else { return true }
    let people = roles.actors + roles.targets
    if isTiedToAnother(index) || isHit(by: roles, trigger) { return true }
    return trigger.needs.contains { need in
      switch need {
      case .armed: people.contains { classes.isArmed($0) } || roles.instruments.contains { classes.isWeapon($0) }
      case .human:
        // "Twelve were killed": who can be killed is counted without a word.
        roles.targets.contains {
          classes.isHuman($0) || $0.isBareCount && lexicon.concepts[trigger.concept].effect != nil
        }
          || isCollective(trigger) && roles.actors.contains { classes.isHuman($0) }
      case .site: roles.targets.contains { classes.isSite($0) }
      case .place:
        (roles.place.map { classes.namesPlace($0.phrase) } ?? false)
          || roles.targets.contains { classes.namesPlace($0) }
          || namedPlace(near: index, anywhere: lexicon.concepts[trigger.concept].traits.contains(.disaster)) != nil
      case .instrument: (roles.instruments + roles.targets).contains { classes.isWeapon($0) }
      case .casualties:
        // "Twelve died": several dead are counted by the verb itself.
        hasCasualties || tellsHarm(besides: index)
          || lexicon.concepts[trigger.concept].effect == .killed && roles.targets.contains { $0.countsSeveral(classes) }
      case .actor: !roles.actors.isEmpty
      case .target: !roles.targets.isEmpty
      case .negated: elements[index].verb?.isNegated ?? false
      case .any: true
      }
    }
  }

  /// Leaves out what a form or a party makes no event: "si occupano di", "senza colpire", a thief who runs away.
  private func isLikely(_ trigger: Trigger, _ roles: RoleReader.Roles, _ index: Int) -> Bool {
    if lexicon.concepts[trigger.concept].effect == .displaced {
      return (roles.actors + roles.targets).contains { classes.isCivilian($0) && $0.isPlural || $0.figure != nil }
    }
    guard let verb = elements[index].verb else {
      let carrier = RoleReader(lexicon: lexicon, classes: classes, view: view).carrier(of: index)
      return carrier.flatMap { elements[$0.element].verb?.support } != .undoes
    }
    if verb.isReflexive, !trigger.isReflexive, trigger.subject == .actor, let subject = roles.subject, subject < index {
      return false
    }
    guard verb.isBare, verb.tense == .infinitive, view.kernel(at: index)?.isFinite != true else { return true }
    if verb.isNegated { return false }
    if let before = view.previous(before: index), case .preposition(.without) = elements[before].kind { return false }
    return true
  }

  /// "in vista di un attacco", "in risposta all'attacco": what another event of the sentence waits for or answers.
  private func isTiedToAnother(_ index: Int) -> Bool {
    guard let preposition = elements[index].phrase?.preposition, preposition == .aheadOf || preposition == .responseTo
    else { return false }
    return elements.contains { !($0.verb?.triggers.isEmpty ?? true) }
  }

  /// "Un raid ha colpito …": the subject is itself an event of violence.
  private func isHit(by roles: RoleReader.Roles, _ trigger: Trigger) -> Bool {
    guard !trigger.isNoun, lexicon.concepts[trigger.concept].traits.contains(.strikes),
      let subject = roles.subject,
      case .event(let row)? = elements[subject].phrase?.head
    else { return false }
    return lexicon.concepts[lexicon.triggers[row].concept].traits.contains(.blast)
  }

  /// Protests and their like need people who act, and no victims.
  private func isCollective(_ trigger: Trigger) -> Bool {
    let concept = lexicon.concepts[trigger.concept]
    return concept.traits.contains(.gathering) || concept.effect == .displaced
      || concept.effect == .surrendered
  }

  private func frame(
    _ row: Int, _ trigger: Trigger, _ index: Int, _ roles: RoleReader.Roles, _ reader: FactualityReader
  ) -> Frame {
    let element = elements[index]
    let fact = reader.factuality(at: index)
    var frame = Frame(
      concept: trigger.concept, trigger: row, isNominal: trigger.isNoun, span: element.span, sentence: view.index,
      element: index)
    if let phrase = element.phrase {
      frame.span = phrase.headSpan
      frame.isPlural = phrase.isPlural
      frame.isDefinite = phrase.determination == .definite || phrase.determination == .demonstrative
    }
    frame.actors = roles.actors
    frame.targets = roles.targets
    frame.instruments = roles.instruments
    // "Aid worker shot dead in Renk": without an object, whom such a verb is said of suffered it.
    if let verb = element.verb, !trigger.isNoun, trigger.subject == .actor, !verb.hasAuxiliary, verb.tense == .past,
      lexicon.concepts[trigger.concept].effect != nil, roles.targets.isEmpty, trigger.object != nil
    {
      frame.actors = []
      frame.targets = roles.actors
    }
    frame.topic = roles.topic
    frame.place = roles.place
    frame.certainty = fact.certainty
    frame.cue = fact.cue
    frame.polarity = fact.polarity
    frame.status = fact.status == .accomplished ? trigger.status ?? .accomplished : fact.status
    if trigger.needs.contains(.negated) { frame.polarity = .positive }
    frame.modal = element.verb?.modal
    frame.isFinite = element.verb.map { !$0.isBare } ?? true
    frame.control = element.verb?.control
    frame.isPassive = element.verb?.isPassive ?? false
    frame.isState = element.verb?.isState ?? false
    frame.isProgressive = element.verb?.isProgressive ?? false
    frame.because = ["\(trigger.origin) \"\(trigger.lemma)\""] + fact.because
    frame.carried = fact.carried
    return frame
  }

  /// The event that the trigger's words name as their object, with the roles behind it.
  private func impliedFrame(by frame: Frame, _ trigger: Trigger, _ reader: RoleReader) -> Frame? {
    guard let id = lexicon.concepts[frame.concept].implied, let concept = lexicon.concept(id) else { return nil }
    let roles = reader.prepositionalRoles(at: frame.element, trigger: trigger)
    var implied = Frame(
      concept: concept, trigger: frame.trigger, isNominal: true, span: frame.span, sentence: frame.sentence,
      element: frame.element)
    implied.isDefinite = true
    implied.actors = roles.actors
    implied.targets = roles.targets
    implied.place = roles.place
    implied.status = .ongoing
    implied.because = ["\(trigger.origin) \"\(trigger.lemma)\" implies \(id)"]
    return implied
  }

  // MARK: - Counts, sources, places, times

  /// Gives each count to the event that it belongs to: the one whose words it is among, else the nearest.
  private func place(
    _ named: [CasualtyReader.Found], _ reaches: [AttributionReader.Reach], in frames: inout [Frame]
  ) {
    for found in named {
      var people = found.people
      people.attribution = sources(at: found.element, reaches)
      guard let target = owner(of: found.element, among: frames) else { continue }
      if frames[target].casualties.contains(where: { $0.effect == people.effect && $0.figure == people.figure }) {
        continue
      }
      frames[target].casualties.append(people)
      frames[target].targets.removeAll { $0.span == elements[found.element].phrase?.span }
    }
  }

  static func hasHappened(_ frame: Frame) -> Bool {
    frame.status != .plannedThreatened && frame.status != .hypothetical
  }

  private func owner(of element: Int, among frames: [Frame]) -> Int? {
    if let cause = cause(of: element, among: frames) { return cause }
    var best: Int?
    var bestDistance = Int.max
    for (position, frame) in frames.enumerated() {
      let concept = lexicon.concepts[frame.concept]
      guard !concept.isStatement, !concept.traits.contains(.talk), Self.hasHappened(frame) else { continue }
      let distance = abs(frame.element - element) * 2 + (frame.element > element ? 1 : 0)
      if distance < bestDistance {
        best = position
        bestDistance = distance
      }
    }
    return best
  }

  /// "una sparatoria che ha causato diversi morti": the event that is the subject of a verb of causing.
  private func cause(of element: Int, among frames: [Frame]) -> Int? {
    var position = element - 1
    while position >= 0, elements[position].verb == nil {
      switch elements[position].kind {
      case .phrase(let phrase) where classes.isEvent(phrase): return nil
      case .phrase, .conjunction, .adverb, .cue, .time, .comma: position -= 1
      default: return nil
      }
    }
    guard position >= 0, let verb = elements[position].verb, verb.support == .causes,
      let subject = RoleReader(lexicon: lexicon, classes: classes, view: view).subject(of: position)
    else { return nil }
    return frames.firstIndex { $0.element == subject }
  }

  private func sources(at element: Int, _ reaches: [AttributionReader.Reach]) -> [SourcePhrase] {
    reaches.filter { $0.elements.contains(element) && !$0.isDenial }.map(\.source)
  }

  private func attribute(_ reaches: [AttributionReader.Reach], to frames: inout [Frame]) {
    for reach in reaches {
      for position in frames.indices where reach.elements.contains(frames[position].element) {
        guard frames[position].element != reach.at else { continue }
        if reach.isDenial { frames[position].polarity = .negative }
        frames[position].attribution.append(reach.source)
        frames[position].carried.append(elements[reach.at].span)
        if reach.source.stance == .accuses { blame(&frames[position], reach) }
        frames[position].because.append("source \(reach.source.stance.rawValue)")
      }
    }
  }

  /// "L'esercito ha accusato i ribelli di aver ucciso sei civili": the accused did it, as the accuser says.
  private func blame(_ frame: inout Frame, _ reach: AttributionReader.Reach) {
    guard frame.element > reach.at, elements[frame.element].verb?.isBare ?? false else { return }
    frame.certainty = .reported
    frame.actors.removeAll { $0.span == reach.source.phrase.span }
    let accused = elements[(reach.at + 1)..<frame.element].compactMap(\.phrase).first { $0.preposition == nil }
    if let accused, frame.actors.isEmpty { frame.actors = [accused] }
  }

  private func date(_ frames: inout [Frame]) {
    var times: [(element: Int, time: TimeMention)] = []
    for (index, element) in elements.enumerated() {
      if case .time(let time) = element.kind, !isInDateline(index) { times.append((index, time)) }
    }
    guard !times.isEmpty else { return }
    for position in frames.indices {
      let element = frames[position].element
      // The time of an event stands in its clause, and no nearer to another event.
      let mine = times.filter { view.clauses[$0.element] == view.clauses[element] }
      guard let nearest = mine.min(by: { abs($0.element - element) < abs($1.element - element) }),
        !isTimeOfSaying(nearest.element, element)
      else { continue }
      let owner = frames.indices.min { left, right in
        distance(frames[left], nearest.element) < distance(frames[right], nearest.element)
      }
      if owner == position || frames[position].element < nearest.element && !hasOwnTime(position, frames, times) {
        frames[position].time = nearest.time
      }
    }
  }

  /// "Yesterday, Pakistan announced it had arrested …", "ha annunciato giovedì di aver ripreso …", "police said on Sunday":
  /// the day beside a verb of saying is that of the saying.
  private func isTimeOfSaying(_ time: Int, _ event: Int) -> Bool {
    elements.indices.contains { index in
      guard index != event, elements[index].verb?.saying != nil else { return false }
      if time < index, index < event { return true }
      let between = elements[min(time, index)...max(time, index)]
      return abs(index - time) < abs(event - time) && index < time && !between.contains { $0.isComma }
    }
  }

  private func hasOwnTime(
    _ position: Int, _ frames: [Frame], _ times: [(element: Int, time: TimeMention)]
  ) -> Bool {
    frames[position].isNominal && frames.count > 1
  }

  private func isInDateline(_ index: Int) -> Bool { index < datelineEnd }

  private var datelineEnd: Int {
    guard view.dateline != nil else { return 0 }
    return (elements.firstIndex { if case .boundary = $0.kind { true } else { false } } ?? -1) + 1
  }

  private func distance(_ frame: Frame, _ element: Int) -> Int { abs(frame.element - element) }
}
