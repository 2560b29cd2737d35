import DocumentModel
import Events
import Gazetteers

/// The language that a brief is written in.
enum Voice {
  case italian(Italian)
  case english(English)

  var isItalian: Bool {
    if case .italian = self { return true }
    return false
  }
  var code: String { isItalian ? "it" : "en" }
}

/// Words a plan in one language.
struct BriefBuilder {
  let scene: Scene
  let plan: BriefPlan
  let voice: Voice

  /// A brief stops at about this many words before the assessments.
  private static let mostWords = 150
  /// A report of up to this many sentences is told whole.
  private static let shortReport = 7
  /// A quotation has at most this many characters.
  private static let longestQuote = 400
  /// How many sentences are quoted at most.
  private static let mostQuotes = 3

  func brief() -> Brief {
    var said = Said()
    var clauses: [Clause] = []
    var wordCount = 0
    var unsaid: [Int] = []
    var told: [BriefPlan.Item] = []
    for item in plan.items {
      guard wordCount < Self.mostWords else { break }
      let made = self.clauses(of: item, &said)
      if made.isEmpty { unsaid.append(item.story.frame.sentence) } else { told.append(item) }
      for clause in made {
        wordCount += clause.text.utf8.count { $0 == 0x20 } + 1
        clauses.append(clause)
      }
    }
    // The first thing said leads, whatever was planned to.
    if let first = clauses.indices.first(where: { clauses[$0].role != .quote }),
      !clauses.contains(where: { $0.role == .lead }),
      clauses[first].role == .item
    {
      clauses[first].role = .lead
    }
    let covered = Set(clauses.flatMap(\.sentences))
    clauses += statements(covered, &said)
    let rest = unsaid.unique + (clauses.isEmpty ? [] : untold(covered))
    for sentence in rest.unique.prefix(Self.mostQuotes) where !covered.contains(sentence) {
      clauses.append(quote(sentence))
    }
    if clauses.isEmpty, let sentence = plan.keySentences.first { clauses.append(mainSentence(sentence)) }
    let (headline, sentences) = headline(of: told)
    return Brief(headline: headline, headlineSentences: sentences, clauses: clauses)
  }

  /// In a short report every sentence counts: what no clause tells is quoted.
  private func untold(_ covered: Set<Int>) -> [Int] {
    let body = scene.material.sentences.indices.filter { index in
      let kind = scene.material.sentences[index].kind
      return kind == .body || kind == .item
    }
    guard body.count <= Self.shortReport else { return [] }
    return body.filter { !covered.contains($0) }
  }

  // MARK: - Clauses

  private func clauses(of item: BriefPlan.Item, _ said: inout Said) -> [Clause] {
    let frame = item.story.frame
    said.added = []
    if let counted = countsAlone(item, &said) { return [counted] }
    guard var text = words(frame, isHeadline: false, sharing: item.sharing.map(\.frame), &said) else {
      return countsOf(item, &said).map { [$0] } ?? []
    }
    if frame.polarity == .positive || frame.attribution.allSatisfy({ $0.stance != .denies }),
      let source = attribution(frame, &said)
    {
      text += ", \(source)"
    }
    let stories = [item.story] + item.sharing
    let events = stories.flatMap(\.members).compactMap { scene.material.positions[$0] }
    let sentences = sentences(of: stories, with: frame)
    var made = [
      Clause(text: finished(text), role: item.role, sentences: sentences, events: events.unique, added: said.added)
    ]
    said.added = []
    if !item.story.stillOngoing.isEmpty, let still = stillOngoing(frame) {
      made.append(
        Clause(text: finished(still), role: .item, sentences: item.story.stillOngoing, events: events.unique))
    }
    if let counts = casualties(frame, &said) {
      let from = frame.casualties.map(\.sentence).unique
      made.append(
        Clause(
          text: finished(counts), role: item.role == .lead ? .item : item.role,
          sentences: from.isEmpty ? sentences : from, events: events.unique, added: said.added))
    }
    said.added = []
    if let answered = item.answers, let answer = answer(item, answered, &said) {
      let sentence = scene.frames[answered].sentence
      let aims = scene.frames[answered].links.filter { $0.kind == .purpose }.map(\.frame)
      let all = ([answered] + aims + stories.flatMap(\.members)).compactMap { scene.material.positions[$0] }
      made.append(
        Clause(text: finished(answer), role: .item, sentences: [sentence], events: all.unique, added: said.added))
    }
    return made
  }

  /// A count of victims of nothing that the words name is told as a count.
  private func countsAlone(_ item: BriefPlan.Item, _ said: inout Said) -> Clause? {
    guard scene.concept(item.story.frame).type.isEmpty, item.story.frame.isNominal else { return nil }
    return countsOf(item, &said)
  }

  /// The victims of a story, without the story.
  private func countsOf(_ item: BriefPlan.Item, _ said: inout Said) -> Clause? {
    guard let counts = casualties(item.story.frame, &said) else { return nil }
    return Clause(
      text: finished(counts), role: item.role, sentences: item.story.sentences,
      events: item.story.members.compactMap { scene.material.positions[$0] }.unique, added: said.added)
  }

  /// The sentences that a clause comes from: those of its tellings and of the events told within it.
  private func sentences(of stories: [Story], with frame: Frame) -> [Int] {
    var found = stories.flatMap(\.sentences)
    let body = found.filter { scene.material.sentences[$0].kind == .body || scene.material.sentences[$0].kind == .item }
    if !body.isEmpty { found = body }
    found.append(frame.sentence)
    for kind in [LinkKind.after, .before] { found += scene.linked(frame, kind).prefix(1).map(\.sentence) }
    return found.unique
  }

  private func words(_ frame: Frame, isHeadline: Bool, sharing: [Frame], _ said: inout Said) -> String? {
    switch voice {
    case .italian(let italian): italian.clause(frame, isHeadline: isHeadline, sharing: sharing, &said)
    case .english(let english): english.clause(frame, isHeadline: isHeadline, sharing: sharing, &said)
    }
  }

  private func attribution(_ frame: Frame, isHeadline: Bool = false, _ said: inout Said) -> String? {
    switch voice {
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

  /// "Lo scontro era ancora in corso al momento del report."
  private func stillOngoing(_ frame: Frame) -> String? {
    let id = scene.concept(frame).id
    if voice.isItalian {
      guard let wording = scene.phrasebook.italian[id], !wording.noun.singular.isEmpty else { return nil }
      let agreement = Agreement(feminine: wording.isFeminine, plural: false)
      return fill(
        "still-ongoing", ItalianGrammar.withArticle(wording.noun.singular, agreement: agreement, definite: true), "")
    }
    guard let wording = scene.phrasebook.english[id], !wording.noun.singular.isEmpty else { return nil }
    return fill("still-ongoing", "the \(wording.noun.singular)", "")
  }

  /// "L'attacco è la risposta all'operazione …"
  private func answer(_ item: BriefPlan.Item, _ answered: Int, _ said: inout Said) -> String? {
    let frame = item.story.frame
    switch voice {
    case .italian(let italian):
      guard let wording = scene.phrasebook.italian[scene.concept(frame).id], !wording.noun.singular.isEmpty,
        let object = italian.event(scene.frames[answered], &said)
      else { return nil }
      let agreement = Agreement(feminine: wording.isFeminine, plural: false)
      let subject = ItalianGrammar.withArticle(wording.noun.singular, agreement: agreement, definite: true)
      let complement = ItalianGrammar.prepositional("a", article: object.article, noun: object.words)
      return fill("answer", subject, complement)
    case .english(let english):
      guard let wording = scene.phrasebook.english[scene.concept(frame).id], !wording.noun.singular.isEmpty,
        let object = english.event(scene.frames[answered], &said)
      else { return nil }
      return fill("answer", "the \(wording.noun.singular)", object.english)
    }
  }

  private func fill(_ key: String, _ subject: String, _ object: String) -> String {
    scene.phrasebook.phrase(key, italian: voice.isItalian).replacingFirst("{subject}", with: subject)
      .replacingFirst("{object}", with: object)
  }

  // MARK: - Quotations

  /// What the report holds to be so: said where its frame can be worded, else quoted. Background comes before judgement.
  private func statements(_ told: Set<Int>, _ said: inout Said) -> [Clause] {
    var context: [Clause] = []
    var assessments: [Clause] = []
    for index in plan.assessments {
      let frame = scene.frames[index]
      let isBackground = scene.concept(frame).type == "background"
      said.added = []
      if let text = words(frame, isHeadline: false, sharing: [], &said) {
        let clause = Clause(
          text: finished(text), role: isBackground ? .context : .assessment, sentences: [frame.sentence], events: [],
          added: said.added)
        if isBackground { context.append(clause) } else { assessments.append(clause) }
      } else if !told.contains(frame.sentence) {
        assessments.append(
          Clause(text: quoted(frame.sentence), role: .assessment, sentences: [frame.sentence], events: []))
      }
    }
    return context + assessments
  }

  private func quote(_ sentence: Int) -> Clause {
    Clause(text: quoted(sentence), role: .quote, sentences: [sentence], events: [])
  }

  /// The sentence between quotation marks; in the other language with the name of its own before it.
  private func quoted(_ sentence: Int) -> String {
    let words = marked(sentence)
    let code = scene.material.sentences[sentence].language
    guard code != voice.code else { return words }
    return "\(Writing.capitalized(inLanguage(code))): \(words)"
  }

  private func mainSentence(_ sentence: Int) -> Clause {
    let code = scene.material.sentences[sentence].language
    let label = scene.phrasebook.phrase("main-sentence", italian: voice.isItalian)
    let head = code == voice.code ? label : "\(label), \(inLanguage(code))"
    return Clause(text: "\(head): \(marked(sentence))", role: .quote, sentences: [sentence], events: [])
  }

  private func inLanguage(_ code: String) -> String {
    let key = scene.phrasebook.phrases["language-\(code)"] == nil ? "language-und" : "language-\(code)"
    let name = scene.phrasebook.phrase(key, italian: voice.isItalian)
    guard key != "language-und" else { return name }
    return scene.phrasebook.phrase("in-language", italian: voice.isItalian).replacingFirst("{language}", with: name)
  }

  private func marked(_ sentence: Int) -> String {
    let words = Self.shortened(scene.words(scene.material.sentences[sentence].span))
    return voice.isItalian ? ItalianGrammar.quote(words) : EnglishGrammar.quote(words)
  }

  /// A sentence without end is quoted up to a word near the limit.
  private static func shortened(_ words: String) -> String {
    guard words.utf8.count > longestQuote else { return words }
    let cut = words.prefix(longestQuote)
    let end = cut.lastIndex(of: " ") ?? cut.endIndex
    return cut[..<end] + " …"
  }

  // MARK: - Headline

  private func headline(of told: [BriefPlan.Item]) -> (String, [Int]) {
    for item in told.sorted(by: { $0.story.weight > $1.story.weight }) {
      var said = Said()
      // A headline introduces nobody in full.
      said.entities = scene.named
      let frame = item.story.frame
      guard var text = words(frame, isHeadline: true, sharing: item.sharing.map(\.frame), &said) else { continue }
      let dead: String?
      switch voice {
      case .italian(let italian): dead = italian.headlineDead(frame, &said)
      case .english(let english): dead = english.headlineDead(frame, &said)
      }
      if let dead { text += voice.isItalian ? ": \(dead)" : ", \(dead)" }
      if frame.attribution.allSatisfy({ $0.stance != .denies }),
        let source = attribution(frame, isHeadline: true, &said)
      {
        text += ", \(source)"
      }
      if !voice.isItalian { text = English.withoutArticles(text) }
      return (Writing.capitalized(text), ([item.story] + item.sharing).map(\.frame.sentence).unique)
    }
    if let item = plan.items.first {
      let title = scene.material.sentences.firstIndex { $0.kind == .title } ?? item.story.frame.sentence
      return (quoted(title), [title])
    }
    let text = scene.phrasebook.phrase("no-event-headline", italian: voice.isItalian)
    return (text, plan.keySentences.prefix(1).map { $0 })
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
