import DocumentModel
import Events

/// Which sentences of a report a brief tells, in which order and as what: the same for every language.
///
/// The report knows its news: title, subhead and first sentences lead. A sentence that leans on another comes with it or
/// not at all. Background and judgements never lead.
struct BriefPlan {
  /// One sentence to be told.
  struct Item {
    var sentence: Int
    var role: ClauseRole
  }

  /// The sentences, in reading order.
  private(set) var items: [Item] = []
  /// The sentences that say most, in the order of the text.
  private(set) var keySentences: [Int] = []
  /// Why the sentences that might have been told are not.
  private(set) var leftOut: [Int: LeftOut] = [:]
  /// The sentence that a headline is made of where there is no title.
  private(set) var headlineLead: Int?
  /// Whether the language is read and nothing was found in the text, nor anything that looked like it.
  let isNothing: Bool

  /// The sentence that is the report's title.
  var title: Int? { body.title }

  /// The title, if it says enough to stand over a brief: "L'incidente" and "Roma-Viterbo" do not.
  var headline: Int? {
    title.flatMap { items.isEmpty || traits[$0].wordCount > Self.barestTitle ? $0 : nil }
  }

  private let scene: Scene
  private let body: ReportBody
  private let worth: SentenceWorth
  private let groups: SentenceGroups
  private var traits: [SentenceTraits] { body.traits }

  /// A brief stops at this many words before the assessments.
  static let mostWords = 150
  /// The assessments stop at this many.
  static let mostAssessmentWords = 110
  /// Behind this many words background is no longer told.
  private static let wordsBeforeBackground = 60
  /// A report of up to this many words is told whole, but for its furniture.
  private static let shortReport = mostWords
  /// A sentence tells something from this score on.
  private static let worthTelling = 0.5
  /// From this one on while the brief is shorter than ``fewWords``.
  private static let worthLittle = -1.5
  private static let fewWords = 90
  /// Up to so many words the news of a report goes on being told, how little each sentence weighs.
  private static let manyWords = 120
  /// A first sentence of up to so many words, none of them a verb that the tables know, is a title.
  private static let longestTitle = 14
  /// A title of so many words is a label.
  private static let barestTitle = 2

  init(_ scene: Scene, keySentences count: Int) {
    self.scene = scene
    body = ReportBody(scene)
    worth = SentenceWorth(scene, body)
    groups = SentenceGroups(scene, body, worth)
    isNothing = scene.isNothing
    if scene.tells { choose() }
    // Where each sentence leans on another, the first one is quoted rather than none told.
    if items.isEmpty { chooseFirst() }
    chooseKeySentences(count)
  }

  /// Whether the first sentence told needs not be told below a headline that is that sentence: it was a title, or another
  /// one tells it again, and more.
  var isLeadToldAgain: Bool {
    guard items.count > 2, items[1].role == .item else { return false }
    let lead = traits[items[0].sentence]
    // "Stampede Kills 4 at Discotheque. The victims …": a title that the report sets as its first sentence.
    if !lead.hasVerb, !lead.wantsNext, lead.wordCount <= Self.longestTitle, !body.leans(items[1].sentence) {
      return true
    }
    let words = Set(lead.content)
    return items.dropFirst().contains {
      $0.role == .item && traits[$0.sentence].overlap(with: words) >= Told.repeated
        && lead.figures.allSatisfy(traits[$0.sentence].figures.contains)
    }
  }

  // MARK: - Choice

  /// The first sentence that nobody speaks, quoted alone: of a text that is not read, one in which nothing was recognized,
  /// and one in which each sentence leans on another. Under a title of its own a text that is read goes on from there.
  private mutating func chooseFirst() {
    let long = body.sentences.filter { scene.material.sentences[$0].span.count >= Scene.shortestMain }
    let spoken = { (trait: SentenceTraits) in trait.beginsQuoted || trait.opensQuote || trait.endsQuoted }
    let unspoken = long.first { !spoken(traits[$0]) }
    let takesUp = unspoken.map(takesUpQuotation) ?? false
    let main = (takesUp ? body.first : unspoken) ?? long.first ?? body.first
    guard let main = main ?? scene.material.sentences.indices.first else { return }
    headlineLead = main
    items = [Item(sentence: main, role: .quote)]
    guard title != nil || traits[main].endsQuoted || takesUp, scene.material.isRead else { return }
    let room = takesUp ? Self.fewWords : Self.wordsBeforeBackground
    var words = traits[main].wordCount
    var last = main
    for index in body.behind(main).prefix(SentenceGroups.longestChain) {
      words += traits[index].wordCount
      guard words <= room, body.isNext(last, index), takesUp || !traits[index].isQuestion else { break }
      items.append(Item(sentence: index, role: .quote))
      last = index
    }
  }

  /// "«Abbiamo paura». Così i residenti si sono rivolti al sindaco": whether a sentence takes up a short quotation that the
  /// report begins with, so that the two are told together.
  private func takesUpQuotation(_ index: Int) -> Bool {
    let before = body.before(index)
    return scene.material.isRead && traits[index].leans && before.count <= SentenceGroups.longestChain
      && before.reduce(0) { $0 + traits[$1].wordCount } <= Self.wordsBeforeBackground
  }

  private mutating func choose() {
    var told = Told(title: title.map { traits[$0] })
    let isShort = body.sentences.reduce(0) { $0 + traits[$1].wordCount } <= Self.shortReport
    let lead =
      body.sentences.first { !traits[$0].isQuestion && !traits[$0].opensWithYear && !repeatsTitle($0) } ?? body.first
    if let lead { take(opening(lead), &told) }
    let ranked = body.sentences.sorted { left, right in
      let (first, second) = (worth.scores[left], worth.scores[right])
      return first != second ? first > second : left < right
    }
    let threshold = isShort ? -.infinity : Self.worthTelling
    for index in ranked where !told.sentences.contains(index) {
      consider(index, above: threshold, isShort: isShort, &told)
    }
    // What leant on a sentence that was not told yet may stand now: "L'uomo verrà espulso", once it is told which man.
    for index in ranked where leftOut[index]?.maySettle == true && !told.sentences.contains(index) {
      consider(index, above: threshold, isShort: isShort, &told)
    }
    // A long report whose sentences weigh little is told all the same, if not at length nor to its end.
    for index in ranked where leftOut[index] == .worthLittle && !told.sentences.contains(index) {
      guard told.wordCount <= Self.manyWords else { break }
      let isLate = body.before(index).count * 2 > body.count
      if isLate, told.wordCount > Self.fewWords || !traits[index].saysNews { continue }
      consider(index, above: Self.worthLittle, isShort: false, &told)
    }
    // What surrounds the news never comes before it.
    let main = told.sentences.sorted().filter { $0 >= lead ?? 0 || !worth.isBackground($0) }
    items = main.map { Item(sentence: $0, role: .item) }
    if !items.isEmpty { items[0].role = .lead }
    headlineLead = HeadlineChoice(scene: scene, body: body, worth: worth).sentence(of: main)
    chooseAssessments(besides: told.sentences)
  }

  private func take(_ group: [Int], _ told: inout Told) {
    for index in group { told.add(index, traits[index]) }
  }

  /// The first sentences of a brief. "Prima è stato il protagonista …": a report that begins without saying who says it
  /// soon.
  private func opening(_ lead: Int) -> [Int] {
    let group = groups.group(of: lead)
    let rest = body.behind(lead).prefix(SentenceGroups.longestChain).prefix { !worth.isOtherCase($0) }
    guard title == nil, !group.isEmpty,
      let namer = rest.first(where: { !traits[$0].introduced.isEmpty || !traits[$0].newNouns.isEmpty }),
      traits[lead].leans
    else { return group }
    return group + rest.filter { $0 <= namer }
  }

  /// Takes a sentence with what it cannot stand without, or keeps why not.
  private mutating func consider(_ index: Int, above threshold: Double, isShort: Bool, _ told: inout Told) {
    leftOut[index] = nil
    do throws(LeftOut) {
      if let reason = refusal(of: index, above: threshold, isShort: isShort, told) { throw reason }
      // What it leans on only adds to it.
      if told.wordCount + traits[index].wordCount > Self.mostWords { throw .noRoom }
      let group = try groups.whole(of: index, told)
      let cost = group.reduce(0) { $0 + traits[$1].wordCount }
      if told.wordCount + cost > Self.mostWords { throw .noRoom }
      take(group, &told)
    } catch {
      leftOut[index] = error
    }
  }

  /// Why a sentence is not told, as far as it shows by itself; nil if it may be.
  private func refusal(of index: Int, above threshold: Double, isShort: Bool, _ told: Told) -> LeftOut? {
    if traits[index].isQuestion { return .question }
    if worth.isOtherCase(index) { return .anotherCase }
    if worth.isJudgement(index) { return .judgement }
    if worth.isBackground(index), !isShort || told.wordCount > Self.wordsBeforeBackground { return .background }
    if worth.scores[index] < threshold { return .worthLittle }
    if repeatsTitle(index) { return .repeated }
    switch told.repeats(traits[index]) {
    case .new: return nil
    case .mostly: return isShort ? nil : .repeated
    case .wholly: return .repeated
    }
  }

  /// A first sentence that is the title once more says nothing; the next one leads.
  private func repeatsTitle(_ index: Int) -> Bool {
    index == body.first && body.count > 2 && traits[index].content.count > 2
      && traits[index].content.allSatisfy(body.titleWords.contains)
  }

  /// What the report holds to be so comes behind what it tells, under a heading of its own.
  private mutating func chooseAssessments(besides chosen: Set<Int>) {
    var taken: Set<Int> = []
    var words = 0
    for index in body.sentences where !chosen.contains(index) && worth.isJudgement(index) && !worth.isBackground(index)
    {
      guard !traits[index].isQuestion else { continue }
      let group = groups.group(of: index).filter { !chosen.contains($0) && !taken.contains($0) }
      // What leans on a sentence of the main part would stand too far from it, unless that is the last one there.
      if traits[index].leans, !group.contains(index - 1), !taken.contains(index - 1), chosen.max() != index - 1 {
        continue
      }
      // "Cantrell said he expects …" beside what it leans on: plain reporting is nobody's assessment.
      guard group.allSatisfy(worth.isJudgement) else { continue }
      let cost = group.reduce(0) { $0 + traits[$1].wordCount }
      guard !group.isEmpty, words + cost <= Self.mostAssessmentWords else { continue }
      taken.formUnion(group)
      words += cost
    }
    items += taken.sorted().map { Item(sentence: $0, role: .assessment) }
  }

  private mutating func chooseKeySentences(_ count: Int) {
    let told = items.filter { $0.role != .assessment }.map(\.sentence)
    let ranked = told.sorted { (worth.scores[$0], $1) > (worth.scores[$1], $0) }
    keySentences = Array(ranked.prefix(max(1, count))).sorted()
    if keySentences.isEmpty, let first = scene.material.sentences.indices.first { keySentences = [first] }
  }
}
