import DocumentModel
import Events
import Gazetteers

/// Shut where an event lacks the participants without which it says nothing: *There was a wounding.*
struct ParticipantsGate: Gate {
  func check(_ passage: Passage, _ scene: Scene) throws(Shut) {
    for telling in passage.told where telling.frame.withheld.contains("participants") {
      throw Shut(gate: .participants, detail: scene.concept(telling.frame).id)
    }
  }
}

/// Shut where something takes the event out of fact: *The army prevented rebels from attacking Gao.*
struct GovernedGate: Gate {
  func check(_ passage: Passage, _ scene: Scene) throws(Shut) {
    for frame in passage.frames {
      // What is true all the same, "despite", "condemned", is left to the gate of words.
      if let governor = frame.governors.first(where: { $0.embeddingClass != .react && $0.embeddingClass != .concession }
      ) {
        throw Shut(
          gate: .governed, detail: "\(governor.embeddingClass.rawValue) “\(scene.words(governor.span))”")
      }
      // "L'attacco non è stato confermato dalla coalizione" does not say that it made none.
      if frame.isNotConfirmed { throw Shut(gate: .governed, detail: "not confirmed") }
      // What is carried by no word of the wording is not told.
      if frame.status == .hypothetical || frame.status == .historical {
        throw Shut(gate: .governed, detail: frame.status.rawValue)
      }
      if frame.attribution.contains(where: { $0.stance == .accuses || $0.stance == .fears || $0.stance == .orders }) {
        throw Shut(gate: .governed, detail: "the source accuses, fears or orders")
      }
    }
    for telling in passage.told where telling.frame.status == .plannedThreatened {
      guard telling.frame.modal != nil || telling.frame.control != nil else {
        throw Shut(gate: .governed, detail: telling.frame.status.rawValue)
      }
    }
  }
}

/// Shut where the sentence has more clauses than the frames answer for: a relative clause, a participle that tells, a
/// second subject.
struct ClausesGate: Gate {
  func check(_ passage: Passage, _ scene: Scene) throws(Shut) {
    let main = passage.told.map(\.frame)
    // "ha detto di aver ucciso", "denied targeting": what somebody says of itself is worded as that.
    for frame in main
    where !frame.isNominal && !frame.isFinite && !frame.attribution.contains(where: { scene.isOwn($0, frame) }) {
      throw Shut(gate: .clauses, detail: "participle or infinitive “\(scene.words(frame.span))”")
    }
    // A wording would make a deed of it, done at the time of the report.
    if let frame = main.first(where: \.isState) {
      throw Shut(gate: .clauses, detail: "a state “\(scene.words(frame.span))”")
    }
    try checkPredicates(main, passage, scene)
    let spans =
      passage.frames.flatMap { [$0.span] + $0.carried } + passage.told.flatMap(\.formed)
      + main.flatMap { $0.attribution.compactMap(\.verb) }
    for verb in passage.account.finiteVerbs
    where !spans.contains(where: { $0.contains(verb) || verb.contains($0) }) {
      throw Shut(gate: .clauses, detail: "verb “\(scene.words(verb))”")
    }
    for word in passage.account.words {
      switch word.kind {
      // "mentre fonti ospedaliere parlano di …": counts stand side by side.
      case .subordinator where main.allSatisfy({ scene.isCount($0) }): continue
      case .relative where !main.contains(where: { $0.isComplement(word.span) }),
        .subordinator where !main.contains(where: { $0.isComplement(word.span) }):
        throw Shut(gate: .clauses, detail: "“\(scene.words(word.span))”")
      default: continue
      }
    }
    let subjects = main.filter { !$0.isNominal }.map(\.actors)
    if let first = subjects.first, subjects.contains(where: { $0 != first }) {
      throw Shut(gate: .clauses, detail: "two subjects")
    }
  }

  /// Something must be said to be so, and of somebody.
  private func checkPredicates(_ main: [Frame], _ passage: Passage, _ scene: Scene) throws(Shut) {
    // "Release all political prisoners": who is to do it is not said, and whether anybody did.
    for frame in main where !frame.isNominal && !frame.isPassive && frame.actors.isEmpty && frame.instruments.isEmpty {
      guard let first = frame.targets.first, first.span.start >= frame.span.end else { continue }
      throw Shut(gate: .clauses, detail: "no subject of “\(scene.words(frame.span))”")
    }
    // "Release of all political prisoners", an item of a list of demands: without a verb nothing is said to be so.
    guard passage.account.finiteVerbs.isEmpty, scene.material.sentences[passage.sentence].kind != .title,
      let noun = main.first(where: { $0.isNominal && !scene.isCount($0) })
    else { return }
    throw Shut(gate: .clauses, detail: "no verb beside “\(scene.words(noun.span))”")
  }
}

/// Shut where a word of the sentence is in no role, verb group, name, or class that may go: *309* before a general.
struct WordsGate: Gate {
  func check(_ passage: Passage, _ scene: Scene) throws(Shut) {
    for phrase in passage.frames.flatMap({ $0.actors + $0.targets + $0.instruments }) {
      // "another Palestinian" is no Palestinian whom anybody knows, and no people.
      if case .demonym = phrase.head, phrase.figure == nil, !phrase.isPlural || phrase.quantifier != nil {
        throw Shut(gate: .guessed, detail: "which one “\(scene.words(phrase.span))” is")
      }
      if let place = Self.placeBefore(phrase, passage.account, scene) {
        throw Shut(gate: .guessed, detail: "how “\(scene.words(place))” belongs to its noun")
      }
    }
    if let place = passage.frames.compactMap(\.place).lazy.compactMap({
      Self.placeBefore($0.phrase, passage.account, scene)
    }).first {
      throw Shut(gate: .guessed, detail: "how “\(scene.words(place))” belongs to its noun")
    }
    let consumed = passage.consumed
    let last = Self.tail(of: passage.account, consumed, scene)
    for word in passage.account.words[..<last] {
      let isHeld = consumed.contains { $0.contains(word.span) }
      switch word.kind {
      case .grammar, .colour, .relative, .subordinator: continue
      case .unknown: throw Shut(gate: .guessed, detail: "“\(scene.words(word.span))”")
      case .negation:
        let isCarried = passage.frames.contains {
          $0.polarity == .negative || $0.casualties.contains { $0.figure?.kind == .noneReported }
        }
        if !isHeld && !isCarried { throw Shut(gate: .words, detail: "“\(scene.words(word.span))”") }
      case .name, .unknownName, .number, .verb, .time, .content:
        if !isHeld { throw Shut(gate: .words, detail: "“\(scene.words(word.span))”") }
      }
    }
  }

  /// A place that stands before a noun without a word to tie them: "two West Bank towns".
  private static func placeBefore(_ phrase: NounPhrase, _ account: SentenceAccount, _ scene: Scene) -> TextSpan? {
    for word in account.words where phrase.span.contains(word.span) && word.span.end <= phrase.headSpan.start {
      guard case .name(let position) = word.kind, phrase.beside.contains(position),
        scene.isPlace(scene.gazetteer[position])
      else { continue }
      return word.span
    }
    return nil
  }

  /// Where an edge begins that may be cut whole: from the last comma to the end, without a name, figure, day, verb or
  /// negation, as in *davanti all'hotel Afrik, a pochi passi dall'aeroporto*.
  private static func tail(of account: SentenceAccount, _ consumed: [TextSpan], _ scene: Scene) -> Int {
    let words = account.words
    guard let comma = words.lastIndex(where: { scene.material.text[$0.span.start] == UInt8(ascii: ",") }), comma > 2
    else { return words.count }
    for word in words[(comma + 1)...] {
      if consumed.contains(where: { $0.contains(word.span) }) { return words.count }
      switch word.kind {
      case .grammar, .colour, .content, .unknown: continue
      default: return words.count
      }
    }
    return comma
  }
}

extension Frame {
  /// Whether a word opens the complement of the saying that the frame is attributed to: "ha detto che …".
  func isComplement(_ word: TextSpan) -> Bool {
    attribution.contains { source in
      source.verb.map { word.start >= $0.end && word.end <= span.start && word.start - $0.end <= 2 } ?? false
    }
  }
}
