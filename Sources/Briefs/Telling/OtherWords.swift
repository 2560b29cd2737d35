import DocumentModel
import Events

/// Says a sentence in another language, if every gate lets it pass.
struct OtherWords {
  let scene: Scene
  let voice: any Voice
  let reread: (String, String) -> DocumentReading?

  /// The clauses of a sentence in other words: carried over part by part, else in the wording of its events.
  func clauses(of sentence: Int, role: ClauseRole, _ said: inout Said) throws(Shut) -> [Clause] {
    do throws(ClauseAbstraction.Untransferable) {
      return [try Transferring(words: self).clause(of: sentence, role: role, &said)]
    } catch {
      let reason = error.reason
      do throws(Shut) {
        return try worded(sentence, role: role, &said)
      } catch {
        throw Shut(gate: error.gate, detail: "\(error.detail); not carried over: \(reason)")
      }
    }
  }

  private func worded(_ sentence: Int, role: ClauseRole, _ said: inout Said) throws(Shut) -> [Clause] {
    let reader = PassageReader(scene: scene)
    var passage = try reader.passage(of: sentence)
    try reader.check(passage)
    var state = said
    var clauses: [Clause] = []
    for telling in gathered(passage) {
      clauses += try worded(telling.frame, sharing: telling.sharing, within: telling.within, sentence, role, &state)
    }
    passage.wording = clauses.map(\.text).joined(separator: " ")
    try FiguresGate(voice: voice).check(passage, scene)
    try NamesGate(voice: voice).check(passage, scene)
    try RereadGate(reading: reread(passage.wording, voice.code)).check(passage, scene)
    said = state
    return clauses
  }

  /// The headline of a sentence whose clauses were told; nil if a headline would lose something of it.
  func headline(of sentence: Int) -> String? {
    var transferred = Said()
    transferred.entities = scene.named
    if let clause = try? Transferring(words: self).clause(of: sentence, role: .lead, &transferred) {
      return clause.text.count <= HeadlineCut.longest ? String(clause.text.dropLast()) : nil
    }
    let reader = PassageReader(scene: scene)
    guard let passage = try? reader.passage(of: sentence), (try? reader.check(passage)) != nil else { return nil }
    let gathered = gathered(passage)
    guard gathered.count == 1, let first = gathered.first, !scene.concept(first.frame).isStatement,
      first.frame.polarity == .positive, !scene.isCount(first.frame)
    else { return nil }
    var said = Said()
    // A headline introduces nobody in full.
    said.entities = scene.named
    guard let clause = voice.clause(first.frame, isHeadline: true, sharing: first.sharing, &said) else { return nil }
    let source = attribution(first.frame, isHeadline: true, &said)
    let text = voice.headline(clause, of: first.frame, attribution: source, &said)
    return text.count <= HeadlineCut.longest ? Writing.capitalized(text) : nil
  }

  /// A frame with those that share its verb group.
  private struct Gathered {
    var frame: Frame
    var sharing: [Frame]
    var within: [Frame]
  }

  /// Puts frames together that share subject, object and helping verb.
  private func gathered(_ passage: Passage) -> [Gathered] {
    var found: [Gathered] = []
    for telling in passage.told {
      if let last = found.indices.last, shares(found[last].frame, telling.frame) {
        found[last].sharing.append(telling.frame)
        found[last].within += telling.within
      } else {
        found.append(Gathered(frame: telling.frame, sharing: [], within: telling.within))
      }
    }
    return found
  }

  private func shares(_ first: Frame, _ second: Frame) -> Bool {
    !first.isNominal && !second.isNominal && !first.actors.isEmpty && first.actors == second.actors
      && first.targets == second.targets && !first.targets.isEmpty && first.polarity == .positive
      && second.polarity == .positive && first.status == .accomplished && second.status == .accomplished
      && first.modal == nil && second.modal == nil && first.control == nil && second.control == nil
      && first.certainty != .reported && second.certainty != .reported && voice.canCoordinate(first, second)
  }

  // MARK: - Words

  private func worded(
    _ frame: Frame, sharing: [Frame], within: [Frame], _ sentence: Int, _ role: ClauseRole, _ said: inout Said
  ) throws(Shut) -> [Clause] {
    let unread = Shut(gate: .unread, detail: "\(scene.concept(frame).id) has no wording for it")
    let isCount = scene.isCount(frame)
    var events = ([frame] + sharing + within).compactMap { scene.event(of: $0) }.unique
    if events.isEmpty, isCount { events = scene.owner(ofCountsIn: sentence).map { [$0] } ?? [] }
    said.added = []
    if let answering = scene.answering(frame), let text = voice.answer(answering, frame, &said) {
      return [clause(text, role, sentence, events, said.added)]
    }
    var made: [Clause] = []
    if !isCount {
      guard var text = voice.clause(frame, isHeadline: false, sharing: sharing, &said) else { throw unread }
      let isDenied = frame.polarity == .negative && frame.attribution.contains { $0.stance == .denies }
      if !isDenied, let source = attribution(frame, isHeadline: false, &said) { text += ", \(source)" }
      made.append(clause(text, role, sentence, events, said.added))
      said.added = []
    }
    if let counts = voice.casualties(frame, &said) {
      made.append(clause(counts, made.isEmpty ? role : (role == .lead ? .item : role), sentence, events, said.added))
    }
    guard !made.isEmpty else { throw unread }
    return made
  }

  func clause(
    _ text: String, _ role: ClauseRole, _ sentence: Int, _ events: [EventIndex], _ added: [String],
    means: ClauseMeans = .worded
  ) -> Clause {
    Clause(
      text: finished(text), role: role, sentences: [SentenceIndex(sentence)], events: events, added: added,
      means: means)
  }

  private func attribution(_ frame: Frame, isHeadline: Bool, _ said: inout Said) -> String? {
    guard frame.attribution.allSatisfy({ $0.stance != .denies }) else { return nil }
    return voice.attribution(frame, isHeadline: isHeadline, &said)
  }

  /// The clause as a sentence: a small number at its head is spelled.
  private func finished(_ text: String) -> String {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    var words = text
    if let number = Int(digits), text.dropFirst(digits.count).first == " ",
      let spelled = voice.spelled(number)
    {
      words = spelled + text.dropFirst(digits.count)
    }
    return Writing.finishSentence(Writing.capitalized(words))
  }
}

extension English {
  /// A headline does without articles.
  static func withoutArticles(_ text: String) -> String {
    text.split(separator: " ").filter { !["the", "a", "an"].contains($0.lowercased()) }.joined(separator: " ")
  }
}
