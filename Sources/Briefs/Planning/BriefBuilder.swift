import DocumentModel
import Events
import Gazetteers

/// Says a plan in one language: the report's own words in its own, in another what passes the gates, quotes for the rest.
struct BriefBuilder {
  let scene: Scene
  let plan: BriefPlan
  let voice: any Voice
  /// Reads a wording again, for the gate that compares.
  let reread: (String, String) -> DocumentReading?

  private let quoting: Quoting
  private var grammar: any OwnGrammar { voice.own }
  private var isOwnLanguage: Bool { scene.material.language == voice.code }

  init(
    scene: Scene, plan: BriefPlan, voice: any Voice,
    reread: @escaping (String, String) -> DocumentReading?
  ) {
    self.scene = scene
    self.plan = plan
    self.voice = voice
    self.reread = reread
    quoting = Quoting(scene: scene, voice: voice)
  }

  func brief() -> Brief {
    if !scene.material.isRead { return unreadBrief() }
    if plan.isNothing { return nothingBrief() }
    return isOwnLanguage ? ownBrief() : otherBrief()
  }

  // MARK: - In the report's language

  private func ownBrief() -> Brief {
    let own = OwnWords(scene: scene, grammar: grammar)
    var said = Said()
    var clauses: [Clause] = []
    var heading: TextSpan?
    for (position, item) in plan.items.enumerated() {
      let follows = position > 0 && plan.items[position - 1].sentence == item.sentence - 1
      let (words, added) = own.words(of: item.sentence, follows: follows, &said)
      var text = headed(words, item.sentence, &heading)
      if position == 0, let place = placeToTell { text = "\(place). \(text)" }
      // What opens a list keeps its colon where the list follows.
      if scene.traits[item.sentence].wantsNext, text.last == ".",
        plan.items.contains(where: { $0.sentence == item.sentence + 1 })
      {
        text = text.dropLast() + ":"
      }
      let isLast = position + 1 == plan.items.count || plan.items[position + 1].sentence != item.sentence + 1
      if isLast, scene.traits[item.sentence].endsQuoted, let close = scene.closingMark(of: item.sentence) {
        text = Quotation.brokenOff(text, close: close)
      }
      clauses.append(
        Clause(
          text: text, role: item.role, sentences: [SentenceIndex(item.sentence)],
          events: scene.events(of: item.sentence),
          added: added, means: .ownWords))
    }
    let headline = OwnHeadline(scene: scene, own: own).headline(title: plan.headline, lead: plan.headlineLead)
    // A sentence that stands over the brief as a whole need not be its first one as well.
    if let headline, plan.isLeadToldAgain, [headline.sentence] == clauses[0].sentences,
      clauses[0].text.dropLast() == headline.text
    {
      clauses.removeFirst()
      clauses[0].role = .lead
    }
    return Brief(
      headline: headline?.text ?? "", headlineSentences: headline.map { [$0.sentence] } ?? [], headlineMeans: .ownWords,
      clauses: clauses)
  }

  /// "SASSUOLO": the place of the dateline, where neither it nor the sentence behind it is told and no other sentence names
  /// a place.
  private var placeToTell: String? {
    guard let dateline = scene.material.masthead.dateline, let place = scene.material.masthead.datelinePlace,
      let first = scene.material.sentences.firstIndex(where: { $0.span.start == dateline.start }),
      !plan.items.contains(where: { $0.sentence == first })
    else { return nil }
    let told = plan.items.map(\.sentence) + [plan.title].compactMap { $0 }
    if told.contains(where: { scene.mentions(in: $0).contains { scene.isPlace($0.entity) } }) { return nil }
    let name = scene.words(place)
    let isNamed = told.contains {
      scene.words(scene.material.sentences[$0].span).lowercased().contains(name.lowercased())
    }
    return isNamed ? nil : name
  }

  /// The words with the heading of their list before them, where that is another one than the last.
  private func headed(_ words: String, _ sentence: Int, _ last: inout TextSpan?) -> String {
    // ". Near Ar Raqqah, …": the mark of a list's item is no word of it.
    let words = String(words.drop { ".·•*–— ".contains($0) })
    let heading = scene.heading(over: sentence)
    defer { last = heading }
    guard let heading, heading != last else { return words }
    return "\(scene.words(heading)): \(words)"
  }

  // MARK: - In another language

  private func otherBrief() -> Brief {
    let other = OtherWords(scene: scene, voice: voice, reread: reread)
    var said = Said()
    var clauses: [Clause] = []
    var lead: Int?
    var heading: TextSpan?
    for (position, item) in plan.items.enumerated() {
      do throws(Shut) {
        // A heading is quoted with what stands under it.
        if scene.heading(over: item.sentence) != nil { throw Shut(gate: .words, detail: "under a heading") }
        let told = try other.clauses(of: item.sentence, role: item.role, &said)
        if position == 0 { lead = item.sentence }
        for clause in told where !clauses.contains(where: { $0.text == clause.text }) { clauses.append(clause) }
      } catch {
        clauses.append(
          Clause(
            text: quoting.quoted(
              headed(scene.words(scene.material.sentences[item.sentence].span), item.sentence, &heading),
              in: scene.material.sentences[item.sentence].language),
            role: item.role == .assessment ? .assessment : .quote,
            sentences: [SentenceIndex(item.sentence)], events: [], means: .quoted, gate: error.gate.rawValue,
            gateDetail: error.detail))
      }
    }
    if let lead, let headline = other.headline(of: lead) {
      return Brief(
        headline: headline, headlineSentences: [SentenceIndex(lead)], headlineMeans: .worded, clauses: clauses)
    }
    let first = plan.headline ?? plan.headlineLead
    return Brief(
      headline: first.map { titleQuoted($0) } ?? "", headlineSentences: first.map { [SentenceIndex($0)] } ?? [],
      headlineMeans: .quoted, clauses: clauses)
  }

  private func titleQuoted(_ sentence: Int) -> String {
    var span = scene.material.sentences[sentence].span
    if sentence == plan.title {
      span = scene.titleSpan(sentence)
    } else {
      span = scene.material.masthead.behindDateline(span)
    }
    var words = scene.words(span)
    if sentence != plan.title {
      let label = quoting.quoted("", in: scene.material.sentences[sentence].language)
      words = HeadlineCut(scene: scene, room: HeadlineCut.longest - label.count).cut(words, of: sentence)
    }
    return quoting.quoted(words, in: scene.material.sentences[sentence].language)
  }

  // MARK: - Where nothing was read

  /// A language that is identified and not read: title and first sentence in the original.
  private func unreadBrief() -> Brief {
    var sentences = plan.items.map(\.sentence)
    if sentences.isEmpty { sentences = plan.title.map { [$0] } ?? [] }
    let first = plan.title ?? sentences.first
    let clauses = sentences.map {
      Clause(
        text: quoting.marked(scene.material.sentences[$0].span), role: .quote, sentences: [SentenceIndex($0)],
        events: [],
        means: .quoted, gate: GateName.unread.rawValue)
    }
    let headline = first.map { quoting.marked(scene.titleSpan($0)) }
    return Brief(
      headline: headline ?? "", headlineSentences: first.map { [SentenceIndex($0)] } ?? [], headlineMeans: .quoted,
      clauses: clauses)
  }

  /// How a report with a title begins, in which nothing was recognized: it says no more than the report does.
  private func openingBrief(_ headline: String, title: Int) -> Brief {
    let own = OwnWords(scene: scene, grammar: grammar)
    var said = Said()
    let clauses = plan.items.enumerated().map { position, item in
      let (text, added) = own.words(of: item.sentence, &said)
      return Clause(
        text: text, role: position == 0 ? .lead : .item, sentences: [SentenceIndex(item.sentence)], events: [],
        added: added,
        means: .ownWords)
    }
    return Brief(
      headline: headline, headlineSentences: [SentenceIndex(title)], headlineMeans: .ownWords, clauses: clauses)
  }

  /// A text in which nothing was recognized says so and quotes its main sentence.
  private func nothingBrief() -> Brief {
    let sentences = plan.items.map(\.sentence)
    let nothing = scene.phrasebook.phrase("no-event-headline", in: voice.code)
    // A report's own title says more than that nothing was recognized, which the text then says.
    if let title = plan.title {
      let words = scene.words(scene.titleSpan(title))
      if isOwnLanguage { return openingBrief(grammar.tidied(words), title: title) }
      return Brief(
        headline: titleQuoted(title), headlineSentences: [SentenceIndex(title)], headlineMeans: .quoted,
        clauses: sentences.map {
          Clause(
            text: "\(nothing). \(quoting.mainSentence($0))", role: .quote, sentences: [SentenceIndex($0)], events: [],
            means: .quoted)
        })
    }
    return Brief(
      headline: nothing, headlineSentences: sentences.prefix(1).map { SentenceIndex($0) }, headlineMeans: .worded,
      clauses: sentences.map {
        Clause(
          text: quoting.mainSentence($0), role: .quote, sentences: [SentenceIndex($0)], events: [], means: .quoted)
      })
  }
}
