import DocumentModel
import Events

/// Says a sentence in another language, if every gate lets it pass.
struct OtherWords {
  let scene: Scene
  let voice: Voice
  let reread: (String, String) -> DocumentReading?

  /// The clauses of a sentence in other words.
  func clauses(of sentence: Int, role: ClauseRole, _ said: inout Said) throws(Shut) -> [Clause] {
    let reader = PassageReader(scene: scene)
    var passage = try reader.passage(of: sentence)
    try reader.check(passage)
    var state = said
    var clauses: [Clause] = []
    for telling in Self.gathered(passage, scene, voice) {
      clauses += try worded(telling.frame, sharing: telling.sharing, within: telling.within, sentence, role, &state)
    }
    passage.wording = clauses.map(\.text).joined(separator: " ")
    try FiguresGate(isItalian: voice.isItalian).check(passage, scene)
    try NamesGate(isItalian: voice.isItalian).check(passage, scene)
    try RereadGate(reading: reread(passage.wording, voice.code)).check(passage, scene)
    said = state
    return clauses
  }

  /// The headline of a sentence whose clauses were told; nil if a headline would lose something of it.
  func headline(of sentence: Int) -> String? {
    guard let passage = try? PassageReader(scene: scene).passage(of: sentence) else { return nil }
    let gathered = Self.gathered(passage, scene, voice)
    guard gathered.count == 1, let first = gathered.first, !scene.concept(first.frame).isStatement,
      first.frame.polarity == .positive, !scene.isCount(first.frame)
    else { return nil }
    var said = Said()
    // A headline introduces nobody in full.
    said.entities = scene.named
    guard var text = words(first.frame, isHeadline: true, sharing: first.sharing, &said) else { return nil }
    let dead: String? =
      switch voice {
      case .italian(let italian): italian.headlineDead(first.frame, &said)
      case .english(let english): english.headlineDead(first.frame, &said)
      }
    if let dead { text += voice.isItalian ? ": \(dead)" : ", \(dead)" }
    if let source = attribution(first.frame, isHeadline: true, &said) { text += ", \(source)" }
    if !voice.isItalian { text = English.withoutArticles(text) }
    return text.count <= HeadlineCut.longest ? Writing.capitalized(text) : nil
  }

  /// A frame with those that share its verb group.
  private struct Gathered {
    var frame: Frame
    var sharing: [Frame]
    var within: [Frame]
  }

  /// Puts frames together that share subject, object and helping verb.
  private static func gathered(_ passage: Passage, _ scene: Scene, _ voice: Voice) -> [Gathered] {
    let italian = Italian(scene: scene)
    var found: [Gathered] = []
    for telling in passage.told {
      if let last = found.indices.last, shares(found[last].frame, telling.frame, italian) {
        found[last].sharing.append(telling.frame)
        found[last].within += telling.within
      } else {
        found.append(Gathered(frame: telling.frame, sharing: [], within: telling.within))
      }
    }
    return found
  }

  private static func shares(_ first: Frame, _ second: Frame, _ italian: Italian) -> Bool {
    !first.isNominal && !second.isNominal && !first.actors.isEmpty && first.actors == second.actors
      && first.targets == second.targets && !first.targets.isEmpty && first.polarity == .positive
      && second.polarity == .positive && first.status == .accomplished && second.status == .accomplished
      && first.modal == nil && second.modal == nil && first.control == nil && second.control == nil
      && first.certainty != .reported && second.certainty != .reported && italian.canCoordinate(first, second)
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
    if let answering = scene.answering(frame), let text = answer(answering, frame, &said) {
      return [clause(text, role, sentence, events, said.added)]
    }
    var made: [Clause] = []
    if !isCount {
      guard var text = words(frame, isHeadline: false, sharing: sharing, &said) else { throw unread }
      let isDenied = frame.polarity == .negative && frame.attribution.contains { $0.stance == .denies }
      if !isDenied, let source = attribution(frame, isHeadline: false, &said) { text += ", \(source)" }
      made.append(clause(text, role, sentence, events, said.added))
      said.added = []
    }
    if let counts = casualties(frame, &said) {
      made.append(clause(counts, made.isEmpty ? role : (role == .lead ? .item : role), sentence, events, said.added))
    }
    guard !made.isEmpty else { throw unread }
    return made
  }

  private func clause(
    _ text: String, _ role: ClauseRole, _ sentence: Int, _ events: [Int], _ added: [String]
  ) -> Clause {
    Clause(text: finished(text), role: role, sentences: [sentence], events: events, added: added, means: .worded)
  }

  private func words(_ frame: Frame, isHeadline: Bool, sharing: [Frame], _ said: inout Said) -> String? {
    switch voice {
    case .italian(let italian): italian.clause(frame, isHeadline: isHeadline, sharing: sharing, &said)
    case .english(let english): english.clause(frame, isHeadline: isHeadline, sharing: sharing, &said)
    }
  }

  private func attribution(_ frame: Frame, isHeadline: Bool, _ said: inout Said) -> String? {
    guard frame.attribution.allSatisfy({ $0.stance != .denies }) else { return nil }
    return switch voice {
    case .italian(let italian): italian.attribution(frame, &said)
    case .english(let english): english.attribution(frame, isHeadline: isHeadline, &said)
    }
  }

  private func casualties(_ frame: Frame, _ said: inout Said) -> String? {
    switch voice {
    case .italian(let italian): italian.casualties(frame, &said)
    case .english(let english): english.casualties(frame, &said)
    }
  }

  /// "L'attacco è la risposta all'operazione …"
  private func answer(_ answering: Frame, _ answered: Frame, _ said: inout Said) -> String? {
    switch voice {
    case .italian(let italian):
      guard let wording = scene.phrasebook.italian[scene.concept(answering).id], !wording.noun.singular.isEmpty,
        let object = italian.event(answered, &said)
      else { return nil }
      let agreement = Agreement(feminine: wording.isFeminine, plural: false)
      let subject = ItalianGrammar.withArticle(wording.noun.singular, agreement: agreement, definite: true)
      let complement = ItalianGrammar.prepositional("a", article: object.article, noun: object.words)
      return fill("answer", subject, complement)
    case .english(let english):
      guard let wording = scene.phrasebook.english[scene.concept(answering).id], !wording.noun.singular.isEmpty,
        let object = english.event(answered, &said)
      else { return nil }
      return fill("answer", "the \(wording.noun.singular)", object.english)
    }
  }

  private func fill(_ key: String, _ subject: String, _ object: String) -> String {
    scene.phrasebook.phrase(key, italian: voice.isItalian).replacingFirst("{subject}", with: subject)
      .replacingFirst("{object}", with: object)
  }

  /// The clause as a sentence: a small number at its head is spelled.
  private func finished(_ text: String) -> String {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    var words = text
    if let number = Int(digits), text.dropFirst(digits.count).first == " ",
      let spelled = voice.isItalian ? ItalianGrammar.spelled(number) : EnglishGrammar.spelled(number)
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
