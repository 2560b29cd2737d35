import DocumentModel
import Events

/// Gathers what was read of a sentence, and asks whether that can be vouched for.
struct PassageReader {
  let scene: Scene

  /// Asks the gates that look at the reading alone: participants, what governs, clauses, words.
  func check(_ passage: Passage) throws(Shut) {
    try ParticipantsGate().check(passage, scene)
    try GovernedGate().check(passage, scene)
    try ClausesGate().check(passage, scene)
    try WordsGate().check(passage, scene)
  }

  /// Whether all that was read of a sentence stands up to them: then its events may be set out in a table.
  func vouches(for sentence: Int) -> Bool {
    do throws(Shut) {
      try check(try passage(of: sentence))
      return true
    } catch { return false }
  }

  /// The passage of a sentence.
  func passage(of sentence: Int) throws(Shut) -> Passage {
    let positions = scene.frames(of: sentence)
    guard let account = scene.material.reading.accounts[sentence] else {
      throw Shut(gate: .unread, detail: "no event was read")
    }
    guard !positions.isEmpty else {
      guard let counts = scene.counts(in: sentence) else { throw Shut(gate: .unread, detail: "no event was read") }
      return Passage(
        sentence: sentence,
        told: [Passage.Telling(frame: counts, within: [], formed: Self.verbs(of: counts, account))], account: account)
    }
    var within: Set<Int> = []
    for position in positions {
      for link in scene.frames[position].links where link.kind != .sameAs && positions.contains(link.frame) {
        within.insert(link.frame)
      }
    }
    var told: [Passage.Telling] = []
    for position in positions where !within.contains(position) && scene.frames[position].describes == nil {
      let frame = own(scene.frames[position])
      let inner = frame.links.filter { $0.kind != .sameAs && positions.contains($0.frame) }.map {
        scene.frames[$0.frame]
      }
      let described = positions.map { scene.frames[$0] }.filter { $0.describes != nil }
      told.append(
        Passage.Telling(frame: frame, within: inner + described, formed: Self.verbs(of: frame, account)))
    }
    // "È la risposta all'operazione …": what answers stands in the sentence before.
    if let answered = positions.first(where: { scene.isAnswered($0) }),
      told.isEmpty || told.allSatisfy({ $0.frame.span == scene.frames[answered].span })
    {
      let frame = own(scene.frames[answered])
      let aims = frame.links.filter { $0.kind == .purpose }.map { scene.frames[$0.frame] }
      let noun = account.governors.filter { $0.embeddingClass == .react && $0.span.end <= frame.span.start }.map(\.span)
      let verb = account.finiteVerbs.filter { $0.end <= frame.span.start }
      return Passage(
        sentence: sentence, told: [Passage.Telling(frame: frame, within: aims, formed: noun + verb)], account: account)
    }
    guard !told.isEmpty else { throw Shut(gate: .unread, detail: "no clause was read") }
    return Passage(sentence: sentence, told: told, account: account)
  }

  /// "No casualties were reported": the verb of a count that there is none of is part of its wording.
  private static func verbs(of frame: Frame, _ account: SentenceAccount) -> [TextSpan] {
    guard frame.isNominal, !frame.casualties.isEmpty,
      frame.casualties.allSatisfy({ $0.figure?.kind == .noneReported })
    else { return [] }
    return account.finiteVerbs
  }

  /// A frame with the counts of its own sentence only: what later sentences add is theirs to tell.
  private func own(_ frame: Frame) -> Frame {
    var own = frame
    own.casualties.removeAll { $0.sentence != frame.sentence }
    return own
  }
}
