import DocumentModel
import Languages

/// Joins what one sentence tells with two triggers: "l'attacco ha ucciso 12 persone", "uccisi in un agguato",
/// "dopo l'esecuzione di", "in risposta a", "per rompere l'assedio".
struct Governing {
  let lexicon: EventLexicon
  let classes: PhraseClass
  let view: SentenceView

  func apply(to frames: inout [Frame], roles: inout [RoleReader.Roles], casualties: CasualtyReader) {
    count(&frames, casualties)
    var dropped: Set<Int> = []
    for position in frames.indices {
      for (preposition, element) in roles[position].events {
        guard let other = frames.firstIndex(where: { $0.element == element }), other != position else { continue }
        join(position, other, preposition, &frames, &dropped)
      }
    }
    mergeOutcomes(&frames, &dropped)
    linkPurposes(&frames, &dropped)
    linkSubordinates(&frames)
    linkCauses(&frames)
    linkForced(&frames)
    shareCoordinated(&frames)
    guard !dropped.isEmpty else { return }
    var moved: [Int: Int] = [:]
    var kept: [Frame] = []
    for (position, frame) in frames.enumerated() where !dropped.contains(position) {
      moved[position] = kept.count
      kept.append(frame)
    }
    for position in kept.indices {
      kept[position].links = kept[position].links.compactMap { link in
        moved[link.frame].map { FrameLink(kind: link.kind, frame: $0, concept: link.concept) }
      }
    }
    frames = kept
  }

  /// Verbs that kill, wound, arrest or abduct count their targets.
  private func count(_ frames: inout [Frame], _ reader: CasualtyReader) {
    for position in frames.indices {
      guard let effect = lexicon.concepts[frames[position].concept].effect, isCounted(frames[position]) else {
        continue
      }
      var counted: [CountedPeople] = []
      let isOwnAct = effect == .surrendered || lexicon.concepts[frames[position].concept].traits.contains(.flight)
      let people = isOwnAct && !frames[position].actors.isEmpty ? frames[position].actors : frames[position].targets
      for target in people {
        if let people = reader.counted(target, effect: effect, certainty: frames[position].certainty) {
          counted.append(people)
        }
      }
      if let first = counted.first, counted.count == 1,
        let element = view.elements.firstIndex(where: { $0.phrase?.span == first.span }),
        let replaced = reader.replacedFigure(after: element)
      {
        var old = first
        old.figure = replaced
        old.who = nil
        old.span = replaced.span
        old.isSuperseded = true
        counted.append(old)
      }
      frames[position].casualties += counted
    }
  }

  /// What was only meant, tried or denied has harmed nobody yet.
  private func isCounted(_ frame: Frame) -> Bool {
    switch frame.status {
    case .accomplished, .ongoing, .historical: frame.polarity == .positive || !frame.attribution.isEmpty
    case .attempted, .plannedThreatened, .hypothetical: false
    }
  }

  private func join(
    _ position: Int, _ other: Int, _ preposition: Preposition?, _ frames: inout [Frame], _ dropped: inout Set<Int>
  ) {
    let concept = lexicon.concepts[frames[position].concept]
    let otherConcept = lexicon.concepts[frames[other].concept]
    if preposition == nil, concept.traits.contains(.strikes),
      frames[other].element < frames[position].element,
      !otherConcept.isStatement, otherConcept.traits.contains(.harmful)
    {
      // "Un raid ha colpito una scuola a Idlib": the verb only says what the raid hit.
      frames[other].targets += frames[position].targets.filter { !frames[other].targets.contains($0) }
      frames[other].place = frames[other].place ?? frames[position].place
      frames[other].casualties += frames[position].casualties
      frames[other].because += frames[position].because
      if frames[other].certainty == .asserted { frames[other].certainty = frames[position].certainty }
      if frames[position].polarity == .negative { frames[other].polarity = .negative }
      if frames[other].status == .accomplished { frames[other].status = frames[position].status }
      frames[other].carried += [frames[position].span] + frames[position].carried
      dropped.insert(position)
      return
    }
    let canCarry = otherConcept.traits.contains(.costly) || otherConcept.type.isEmpty
    switch preposition {
    case nil, .in, .during, .by, .from, .with, .through:
      // The killing is the outcome of the other event, which carries its count and its victims.
      guard
        concept.effect == .killed || concept.effect == .wounded || concept.traits.contains(.counts),
        canCarry, otherConcept.id != concept.id, frames[other].status != .plannedThreatened
      else {
        if preposition == nil, frames[other].place == nil, !concept.isStatement {
          frames[other].place = frames[position].place
        }
        if preposition == .in || preposition == .during {
          frames[position].links.append(FrameLink(kind: .partOf, frame: other))
        }
        return
      }
      if preposition != nil, concept.effect == .killed, !frames[position].isPassive, !frames[position].actors.isEmpty,
        frames[position].isNominal == false, frames[position].polarity == .positive
      {
        // "ha ucciso il comandante in un raid": the killing is the news, the raid its way.
        frames[position].links.append(FrameLink(kind: .partOf, frame: other))
        if frames[other].actors.isEmpty { frames[other].actors = frames[position].actors }
        if frames[position].place == nil { frames[position].place = frames[other].place }
        return
      }
      frames[other].casualties += frames[position].casualties
      for target in frames[position].targets
      where !frames[other].targets.contains(where: { $0.span == target.span }) && classes.isHuman(target) {
        if frames[other].targets.isEmpty || classes.isArmed(target) { frames[other].targets.append(target) }
      }
      if frames[other].actors.isEmpty { frames[other].actors = frames[position].actors }
      if frames[other].place == nil { frames[other].place = frames[position].place }
      if frames[position].certainty != .asserted, frames[other].certainty == .asserted, preposition == nil {
        frames[other].certainty = frames[position].certainty
      }
      if frames[position].polarity == .negative { return }
      frames[other].because += frames[position].because
      frames[other].carried += [frames[position].span] + frames[position].carried
      dropped.insert(position)
    case .after:
      frames[position].links.append(FrameLink(kind: .after, frame: other))
    case .before:
      frames[position].links.append(FrameLink(kind: .before, frame: other))
    case .aheadOf:
      frames[position].links.append(FrameLink(kind: .before, frame: other))
      if frames[other].status == .accomplished { frames[other].status = .plannedThreatened }
    case .responseTo:
      frames[position].links.append(FrameLink(kind: .responseTo, frame: other))
    case .becauseOf:
      frames[position].links.append(FrameLink(kind: .after, frame: other))
    case .against, .on, .to, .of, .for:
      if frames[position].concept != frames[other].concept, preposition == .for {
        frames[position].links.append(FrameLink(kind: .after, frame: other))
      }
    default: break
    }
  }

  /// "hanno bombardato Kharkiv, ferendo otto persone": the gerund tells how the event before it ended, not another one.
  private func mergeOutcomes(_ frames: inout [Frame], _ dropped: inout Set<Int>) {
    let reader = RoleReader(lexicon: lexicon, classes: classes, view: view)
    for position in frames.indices where !dropped.contains(position) {
      let concept = lexicon.concepts[frames[position].concept]
      guard concept.traits.contains(.maims), let verb = view.elements[frames[position].element].verb,
        verb.isBare, verb.tense == .gerund, frames[position].polarity == .positive
      else { continue }
      var element = reader.earlierVerb(before: frames[position].element)
      while let earlier = element, view.elements[earlier].verb?.tense == .gerund {
        element = reader.earlierVerb(before: earlier)
      }
      guard let element, let event = frames.firstIndex(where: { $0.element == element }),
        event != position, isOutcome(of: frames[event], frames[position])
      else { continue }
      frames[event].casualties += frames[position].casualties
      if frames[event].targets.isEmpty { frames[event].targets = frames[position].targets }
      frames[event].because += frames[position].because
      frames[event].carried += [frames[position].span] + frames[position].carried
      dropped.insert(position)
    }
  }

  private func isOutcome(of event: Frame, _ harm: Frame) -> Bool {
    let type = lexicon.concepts[event.concept].type
    return ["battles", "explosions_remote_violence", "violence_against_civilians", "disaster_accident"].contains(type)
      && event.status != .plannedThreatened && event.status != .hypothetical && event.polarity == .positive
      && !harm.casualties.isEmpty
  }

  /// "l'operazione … per rompere l'assedio": the infinitive says what the event before it is for.
  private func linkPurposes(_ frames: inout [Frame], _ dropped: inout Set<Int>) {
    for position in frames.indices where !frames[position].isNominal {
      let element = frames[position].element
      guard let verb = view.elements[element].verb, verb.isBare, verb.tense == .infinitive, verb.control == nil else {
        continue
      }
      let hasFor: Bool
      if let before = view.previous(before: element), case .preposition(.for) = view.elements[before].kind {
        hasFor = true
      } else {
        hasFor = view.grammar.contains(.bareInfinitivePurpose)
      }
      guard hasFor, let governor = frames.indices.last(where: { $0 != position && frames[$0].element < element })
      else { continue }
      if lexicon.concepts[frames[position].concept].implied != nil, position + 1 < frames.count {
        // What is aimed at is the end of the other event; the aim itself is no event.
        frames[governor].links.append(
          FrameLink(kind: .purpose, frame: position + 1, concept: frames[position].concept))
        dropped.insert(position)
      } else {
        frames[governor].links.append(FrameLink(kind: .purpose, frame: position))
      }
    }
  }

  /// "dopo che", "after", "quando" before a clause with an event of its own.
  private func linkSubordinates(_ frames: inout [Frame]) {
    for (index, element) in view.elements.enumerated() {
      guard case .subordinator(let value) = element.kind, value == "after" || value == "before" else { continue }
      guard
        let inner = frames.firstIndex(where: { $0.element > index && view.clauses[$0.element] == view.clauses[index] }),
        let outer = frames.indices.last(where: { frames[$0].element < index })
      else { continue }
      frames[outer].links.append(FrameLink(kind: value == "after" ? .after : .before, frame: inner))
    }
  }

  /// "L'esecuzione scatena una sparatoria": the second event comes of the first.
  private func linkCauses(_ frames: inout [Frame]) {
    let reader = RoleReader(lexicon: lexicon, classes: classes, view: view)
    for (index, element) in view.elements.enumerated() where element.verb?.support == .causes {
      guard let subject = reader.subject(of: index), let object = reader.object(of: index),
        let cause = frames.firstIndex(where: { $0.element == subject }),
        let outcome = frames.firstIndex(where: { $0.element == object }), cause != outcome
      else { continue }
      frames[outcome].links.append(FrameLink(kind: .after, frame: cause))
    }
  }

  /// "i raid della Coalizione, che obbligano i terroristi a muoversi solo …": who raids also forces.
  private func linkForced(_ frames: inout [Frame]) {
    let reader = RoleReader(lexicon: lexicon, classes: classes, view: view)
    for (index, element) in view.elements.enumerated() where element.verb?.support == .forces {
      guard let subject = reader.subject(of: index), let cause = frames.firstIndex(where: { $0.element == subject }),
        let forced = frames.firstIndex(where: { $0.element > index && view.clauses[$0.element] == view.clauses[index] })
      else { continue }
      if frames[forced].actors.isEmpty { frames[forced].actors = frames[cause].actors }
      frames[forced].links.append(FrameLink(kind: .after, frame: cause))
    }
  }

  /// "ha attaccato e conquistato una base ad Acharan": both verbs happen at one place, to one object.
  private func shareCoordinated(_ frames: inout [Frame]) {
    for position in frames.indices.dropFirst() {
      let before = position - 1
      guard !frames[position].isNominal, !frames[before].isNominal,
        isCoordinated(frames[before].element, frames[position].element)
      else { continue }
      if frames[before].place == nil { frames[before].place = frames[position].place }
      if frames[position].place == nil { frames[position].place = frames[before].place }
      if frames[before].targets.isEmpty { frames[before].targets = frames[position].targets }
    }
  }

  private func isCoordinated(_ first: Int, _ second: Int) -> Bool {
    guard first < second else { return false }
    var hasConjunction = false
    for element in view.elements[(first + 1)..<second] {
      switch element.kind {
      case .conjunction: hasConjunction = true
      case .comma, .cue, .adverb, .time: continue
      default: return false
      }
    }
    return hasConjunction
  }
}
