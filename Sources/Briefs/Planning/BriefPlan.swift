import DocumentModel
import Events

/// Which sentences of a report a brief tells, in which order and as what: the same for every language.
///
/// The report knows its news: title, subhead and first sentences lead. A sentence that leans on the one before comes
/// with it or not at all. Background and judgements never lead.
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
  /// The sentence that is the report's title.
  private(set) var title: Int?
  /// Why the sentences that might have been told are not.
  private(set) var leftOut: [Int: LeftOut] = [:]
  /// The sentence that a headline is made of where there is no title.
  private(set) var headlineLead: Int?
  /// Whether the language is read and nothing was found in the text, nor anything that looked like it.
  private(set) var isNothing = false

  /// The title, if it says enough to stand over a brief: "L'incidente" and "Roma-Viterbo" do not.
  var headline: Int? {
    title.flatMap { items.isEmpty || traits[$0].wordCount > Self.barestTitle ? $0 : nil }
  }

  private let scene: Scene
  private let traits: [SentenceTraits]
  private let body: [Int]
  /// For each sentence its position in the body.
  private let positions: [Int?]
  /// For each sentence what it is worth; nothing for those outside the body.
  private var scores: [Double]
  /// For each sentence whether it goes on with another case that the one before began to tell.
  private let isAside: [Bool]
  private let antecedents: Antecedents
  /// Whether the report goes over years, so that one named is no sign of background: a case told from its beginning.
  private let tellsOfYears: Bool
  /// A brief stops at this many words before the assessments.
  static let mostWords = 150
  /// The assessments stop at this many.
  static let mostAssessmentWords = 110
  /// Behind this many words background and judgements are no longer told.
  private static let wordsBeforeBackground = 60
  /// A sentence that repeats this share of what was told says nothing new.
  private static let repeated = 0.6
  /// A sentence that holds this share of one that was told retells it.
  private static let retold = 0.55
  /// With this share it is the same sentence.
  private static let wordForWord = 0.85
  /// A report of up to this many words is told whole, but for its furniture.
  private static let shortReport = 110
  /// What a sentence is less worth for each word beyond the usual length.
  private static let perWord = 0.05
  private static let usualLength = 20
  /// What the first sentences are worth for their place.
  private static let first = [6, 4.5, 3.5]
  /// A sentence tells something from this score on.
  private static let worthTelling = 0.5
  /// From this one on while the brief is shorter than ``fewWords``.
  private static let worthLittle = -1.5
  private static let fewWords = 50
  /// So many sentences a report gives to its news before it may turn to another case.
  private static let firstAside = 4
  private static let firstStory = 8
  /// What each sentence further on is less worth as a headline.
  private static let laterHeadline = 0.8
  /// What is told further down is no headline.
  private static let laterHeadlines = 4
  /// So many sentences with a year, and a fifth of all, make a story of years.
  private static let fewestYears = 4
  /// Fewer words say nothing by themselves: "Tre i malviventi".
  private static let shortestHeadline = 5
  /// A title of so many words is a label.
  private static let barestTitle = 2
  /// How many sentences back one may lean.
  private static let longestChain = 3
  /// A sentence of so many words goes on in the one before.
  private static let fewestWords = 3
  /// How many sentences one may be told with that it cannot stand without.
  private static let largestGroup = 6

  init(_ scene: Scene, keySentences count: Int) {
    self.scene = scene
    traits = scene.traits
    title = scene.material.sentences.firstIndex { $0.kind == .title }
    var body = scene.traits.indices.filter { scene.isBody($0) }
    // Under a title, "Place of the attack, June 2020." is the caption of a picture.
    if title != nil, body.count > 2, let first = body.first, !scene.traits[first].hasVerb,
      scene.material.sentences[first].kind == .body
    {
      body.removeFirst()
    }
    self.body = body
    var positions = [Int?](repeating: nil, count: scene.material.sentences.count)
    for (position, index) in body.enumerated() { positions[index] = position }
    self.positions = positions
    antecedents = Antecedents(scene, body: body, positions: positions)
    scores = [Double](repeating: 0, count: scene.material.sentences.count)
    let years = body.count { scene.traits[$0].namesYear }
    tellsOfYears = years >= Self.fewestYears && years * 5 >= body.count
    isAside = Self.asides(body, title: title, scene.traits)
    isNothing = scene.isNothing
    if scene.tells {
      score()
      choose()
      headlineLead = headlineSentence()
    } else {
      chooseFirst()
      headlineLead = items.first?.sentence
    }
    chooseKeySentences(count)
  }

  /// "The shooting comes after the police killing of … Stephon Clark, 22, was shot by officers": behind such a sentence
  /// whatever names nobody who was named before it belongs to the other case. Two cases share their other words.
  private static func asides(_ body: [Int], title: Int?, _ traits: [SentenceTraits]) -> [Bool] {
    var asides = [Bool](repeating: false, count: traits.count)
    var names = Set(title.map { traits[$0].introduced + traits[$0].bareNames } ?? [])
    var isOther = false
    for (position, index) in body.enumerated() {
      let own = traits[index].introduced + traits[index].bareNames
      // Far below, "A Louisiana man was arrested …" opens a story of its own, as police logs do.
      let opensStory =
        position >= firstStory && traits[index].opening.contains(.indefinite)
        && !traits[index].marks.isDisjoint(with: [.outcome, .toll]) && !own.contains { names.contains($0) }
        && !traits[index].marks.contains(.speech)
      if opensStory || (position >= firstAside && traits[index].marks.contains(.otherCase)) {
        isOther = true
      } else if isOther {
        isOther = !own.contains { names.contains($0) }
      }
      asides[index] = isOther
      if !isOther { names.formUnion(own) }
    }
    return asides
  }

  // MARK: - Worth

  private mutating func score() {
    let titleWords = Set(title.map { traits[$0].content } ?? [])
    for (position, index) in body.enumerated() {
      let trait = traits[index]
      var score = position < Self.first.count ? Self.first[position] : 2.5 * (1 - Double(position) / Double(body.count))
      score += min(scene.weight(of: index) / 10, 9) * 0.6
      score += 4 * min(trait.overlap(with: titleWords), 1)
      if trait.marks.contains(.toll) { score += 2 }
      if trait.marks.contains(.otherSide) { score += 2.5 }
      if trait.marks.contains(.outcome) { score += 5.5 }
      if trait.marks.contains(.preamble) { score -= 2.5 }
      if !trait.figures.isEmpty { score += 1 }
      if isBackground(index) { score -= 5 }
      if trait.marks.contains(.opinion) { score -= 2 }
      if trait.beginsQuoted || trait.endsQuoted || trait.opensQuote { score -= 1.5 }
      if trait.isQuestion { score -= 5 }
      // Talk, as long as it says nothing of what happened.
      if trait.hasQuote, trait.figures.isEmpty, trait.marks.isDisjoint(with: [.outcome, .toll, .otherSide]) {
        score -= 2
      }
      // Of two sentences that say as much the shorter leaves more room.
      score -= Self.perWord * Double(max(0, trait.wordCount - Self.usualLength))
      scores[index] = score
    }
  }

  private func isBackground(_ index: Int) -> Bool {
    let marks = traits[index].marks
    return marks.contains(.background) || marks.contains(.pluperfect) && !marks.contains(.outcome)
      || traits[index].namesYear && !tellsOfYears || isAside[index]
  }

  /// Whether it is the report's own judgement: what somebody is quoted with is that person's.
  private func isJudgement(_ index: Int) -> Bool {
    let trait = traits[index]
    if trait.hasQuote || trait.beginsQuoted || trait.marks.contains(.speech) || scene.hasSource(index) { return false }
    return trait.marks.contains(.judgement) || scene.isJudgement(index)
  }

  // MARK: - Choice

  /// The first sentences of a text in which nothing was recognized, if it has a title; else the first one, which is quoted
  /// alone, as of a text that is not read.
  private mutating func chooseFirst() {
    let main = body.first { scene.material.sentences[$0].span.count >= Scene.shortestMain } ?? body.first
    guard let main = main ?? scene.material.sentences.indices.first else { return }
    items = [Item(sentence: main, role: .quote)]
    guard title != nil, scene.material.isRead, let position = positions[main] else { return }
    var words = traits[main].wordCount
    var last = main
    for index in body[(position + 1)...].prefix(Self.longestChain) {
      words += traits[index].wordCount
      guard words <= Self.wordsBeforeBackground, isNext(last, index), !traits[index].isQuestion else { break }
      items.append(Item(sentence: index, role: .quote))
      last = index
    }
  }

  private mutating func choose() {
    var known = Antecedents.Told()
    if let title { known.add(title, traits[title]) }
    var chosen: Set<Int> = []
    var told: Set<UInt64> = []
    var figures: Set<UInt64> = []
    // The words of each longer sentence that is told.
    var tellings: [Set<UInt64>] = []
    var words = 0
    let total = body.reduce(0) { $0 + traits[$1].wordCount }
    let isShort = total <= Self.shortReport

    func take(_ group: [Int]) {
      for index in group where chosen.insert(index).inserted {
        words += traits[index].wordCount
        told.formUnion(traits[index].content)
        figures.formUnion(traits[index].figures)
        known.add(index, traits[index])
        if traits[index].content.count >= 5 { tellings.append(Set(traits[index].content)) }
      }
    }

    let titleWords = Set(title.map { traits[$0].content } ?? [])
    // A first sentence that is the title once more says nothing; the next one leads.
    func repeatsTitle(_ index: Int) -> Bool {
      index == body.first && body.count > 2 && traits[index].content.count > 2
        && traits[index].content.allSatisfy { titleWords.contains($0) }
    }
    let first =
      body.first {
        !traits[$0].isQuestion && !traits[$0].opensWithYear && !repeatsTitle($0)
      } ?? body.first
    if let first {
      take(group(of: first))
      // "Prima è stato il protagonista …": a report that begins without saying who says it soon.
      if title == nil, traits[first].leans, let position = positions[first] {
        let rest = body[(position + 1)...].prefix(Self.longestChain)
        if let namer = rest.first(where: { !traits[$0].introduced.isEmpty || !traits[$0].newNouns.isEmpty }) {
          take(rest.filter { $0 <= namer })
        }
      }
    }
    let ranked = body.sorted { left, right in
      scores[left] != scores[right] ? scores[left] > scores[right] : left < right
    }
    // A long report whose sentences weigh little is told all the same, if not at length.
    let rounds = ranked.map { ($0, Self.worthTelling) } + ranked.map { ($0, Self.worthLittle) }
    for (index, threshold) in rounds where !chosen.contains(index) {
      if threshold == Self.worthLittle,
        leftOut[index] != .worthLittle || words > Self.fewWords || positions[index].map({ $0 * 2 > body.count }) ?? true
      {
        continue
      }
      leftOut[index] = nil
      if let reason = refusal(of: index, above: isShort ? -.infinity : threshold, isShort: isShort, words: words)
        ?? (repeatsTitle(index) ? .repeated : nil)
      {
        leftOut[index] = reason
        continue
      }
      let content = traits[index].content
      let repeats = content.count(where: { told.contains($0) })
      let isRepeat =
        repeats * 10 >= content.count * Int(Self.repeated * 10)
        && traits[index].figures.allSatisfy({ figures.contains($0) })
      if isRepeat, !isShort || repeats == content.count {
        leftOut[index] = .repeated
        continue
      }
      // A longer telling of the same, "according to the same outlet", says no more.
      var share = 0.0
      for other in tellings { share = max(share, traits[index].overlap(with: other)) }
      let saysMore = !traits[index].marks.isDisjoint(with: [.outcome, .otherSide])
      if share >= (saysMore ? Self.wordForWord : Self.retold), !isShort,
        traits[index].figures.allSatisfy({ figures.contains($0) })
      {
        leftOut[index] = .repeated
        continue
      }
      let group: [Int]
      switch groupWithAntecedents(of: index, known)
      {
      case .success(let found): group = found
      case .failure(let lacking):
        leftOut[index] = lacking.reason
        continue
      }
      let cost = group.filter { !chosen.contains($0) }.reduce(0) { $0 + traits[$1].wordCount }
      guard words + cost <= Self.mostWords else {
        leftOut[index] = .noRoom
        continue
      }
      take(group)
    }
    // What surrounds the news never comes before it.
    let lead = first ?? 0
    let main = chosen.sorted().filter { $0 >= lead || !isBackground($0) }
    items = main.map { Item(sentence: $0, role: .item) }
    if !items.isEmpty { items[0].role = .lead }
    chooseAssessments(besides: chosen)
  }

  /// Why a sentence is not told, as far as it shows by itself; nil if it may be.
  private func refusal(of index: Int, above threshold: Double, isShort: Bool, words: Int) -> LeftOut? {
    if traits[index].isQuestion { return .question }
    if isAside[index] { return .anotherCase }
    if isJudgement(index) { return .judgement }
    if isBackground(index), !isShort || words > Self.wordsBeforeBackground { return .background }
    return scores[index] >= threshold ? nil : .worthLittle
  }

  /// What a sentence cannot have.
  private struct Lacking: Error {
    var reason: LeftOut
  }

  /// A sentence with all that it cannot stand without, in the order of the text but for what was told; a failure if some of
  /// it is not to be had.
  private func groupWithAntecedents(of index: Int, _ known: Antecedents.Told) -> Result<[Int], Lacking> {
    var group = group(of: index)
    guard !group.isEmpty else { return .failure(Lacking(reason: .leans)) }
    var next = 0
    while next < group.count {
      for needed in antecedents.needed(by: group[next], known, with: group) {
        let added = self.group(of: needed)
        guard !added.isEmpty, group.count + added.count <= Self.largestGroup else {
          return .failure(Lacking(reason: .unknown))
        }
        group += added.filter { !group.contains($0) }
      }
      next += 1
    }
    return .success(group.sorted())
  }

  /// What the report holds to be so comes behind what it tells, under a heading of its own.
  private mutating func chooseAssessments(besides chosen: Set<Int>) {
    var taken: Set<Int> = []
    var words = 0
    for index in body where !chosen.contains(index) && isJudgement(index) && !isBackground(index) {
      guard !traits[index].isQuestion else { continue }
      let group = group(of: index).filter { !chosen.contains($0) && !taken.contains($0) }
      // What leans on a sentence of the main part would stand too far from it, unless that is the last one there.
      if traits[index].leans, !group.contains(index - 1), !taken.contains(index - 1), chosen.max() != index - 1 {
        continue
      }
      let cost = group.reduce(0) { $0 + traits[$1].wordCount }
      guard !group.isEmpty, words + cost <= Self.mostAssessmentWords else { continue }
      taken.formUnion(group)
      words += cost
    }
    items += taken.sorted().map { Item(sentence: $0, role: .assessment) }
  }

  /// A sentence with those that it cannot stand without; empty if one of them is not to be had.
  private func group(of index: Int) -> [Int] {
    var group = [index]
    var first = index
    while leans(first), group.count <= Self.longestChain {
      guard let position = positions[first] else { return [] }
      // The report's first sentence may lean on its title.
      if position == 0 { break }
      let before = body[position - 1]
      guard isNext(before, first) else { return [] }
      group.insert(before, at: 0)
      first = before
    }
    guard group.count <= Self.longestChain + 1, !leans(first) || first == body.first else { return [] }
    // A quotation is told to its end, and with the sentence that says who speaks.
    if traits[first].opensQuote, traits[first].endsQuoted, !isSpoken(from: first) {
      guard let before = previous(of: first), isNext(before, first),
        traits[before].marks.contains(.speech) || traits[before].wantsNext,
        !traits[before].leans || before == body.first
      else { return [] }
      group.insert(before, at: 0)
      first = before
    }
    var last = index
    while let position = positions[last], position + 1 < body.count {
      let next = body[position + 1]
      guard isNext(last, next),
        traits[last].endsQuoted || traits[last].wantsNext || traits[next].opening.contains(.reportsBack)
          || (last == index && takesBack(next))
      else { break }
      guard group.count <= Self.longestChain + 1 else { return [] }
      group.append(next)
      // A list goes with all its items, or what is left of it passes for the whole.
      if traits[last].wantsNext, scene.material.sentences[next].kind == .item {
        group += items(behind: next)
        return group
      }
      last = next
    }
    return traits[last].endsQuoted || traits[last].wantsNext ? [] : group
  }

  /// Whether the first sentence told needs not be told below a headline that is that sentence: another one tells it
  /// again, and more.
  var isLeadToldAgain: Bool {
    guard items.count > 2, items[1].role == .item else { return false }
    let lead = traits[items[0].sentence]
    let words = Set(lead.content)
    return items.dropFirst().contains {
      $0.role == .item && traits[$0.sentence].overlap(with: words) >= Self.repeated
        && lead.figures.allSatisfy(traits[$0.sentence].figures.contains)
    }
  }

  /// Whether a sentence cannot stand without the one before. "Un corridoio che serve spesso …": what has no verb goes on
  /// in what was said.
  private func leans(_ index: Int) -> Bool {
    // "Meredith escaped harm.": few words say what happened only to whoever knows of what.
    traits[index].leans || traits[index].wordCount <= Self.fewestWords
      || !traits[index].hasVerb && scene.material.sentences[index].kind == .body
  }

  /// The sentence of the body before one.
  private func previous(of index: Int) -> Int? {
    positions[index].flatMap { $0 > 0 ? body[$0 - 1] : nil }
  }

  /// Whether a quotation that begins in a sentence and runs on over others says somewhere who speaks.
  private func isSpoken(from index: Int) -> Bool {
    guard let position = positions[index] else { return false }
    for next in body[position...].prefix(Self.longestChain + 2) {
      if traits[next].marks.contains(.speech) || scene.hasSource(next) { return true }
      if !traits[next].endsQuoted { break }
    }
    return false
  }

  /// The items of a list that follow one of them.
  private func items(behind index: Int) -> [Int] {
    guard let position = positions[index] else { return [] }
    return Array(body[(position + 1)...].prefix { scene.material.sentences[$0].kind == .item })
  }

  /// "Tuttavia, non ci sono dichiarazioni": what takes a part of it back goes with a sentence, unless it is long.
  private func takesBack(_ next: Int) -> Bool {
    (traits[next].opening.contains(.adversative) || traits[next].turnsEarly) && traits[next].wordCount <= 45
      && !traits[next].endsQuoted
      && !isBackground(next)
  }

  /// The sentence told that stands best over a brief: it needs none before it, and what is left of it where it is cut
  /// says what happened.
  private func headlineSentence() -> Int? {
    let told = items.filter { $0.role != .assessment }.map(\.sentence)
    let cut = HeadlineCut(scene: scene)
    // The report's first sentence is its news, unless it only sets a mood: "Disperazione unita alla rassegnazione".
    if let lead = told.first, mayHead(lead), cut.whole(lead) != nil,
      traits[lead].hasVerb || !scene.newsWords(in: lead).isEmpty
    {
      return lead
    }
    var best: (sentence: Int, worth: Double)?
    for (order, index) in told.enumerated().dropFirst().prefix(Self.laterHeadlines) where mayHead(index) {
      guard traits[index].wordCount >= Self.shortestHeadline, let words = cut.whole(index),
        scene.newsWords(in: index).contains(where: { words.contains($0) })
      else { continue }
      let worth = scores[index] - Self.laterHeadline * Double(order)
      if best.map({ $0.worth < worth }) ?? true { best = (index, worth) }
    }
    return best?.sentence ?? told.first
  }

  private func mayHead(_ index: Int) -> Bool {
    let trait = traits[index]
    if trait.leans || trait.isQuestion || trait.wantsNext || trait.opensQuote || trait.endsQuoted || trait.isNames {
      return false
    }
    if isBackground(index) || trait.looksBack || trait.marks.contains(.preamble) { return false }
    // "Dodici anni per l'omicidio. Sono le richieste del pm": only the next sentence shows what this one is.
    guard let position = positions[index], position + 1 < body.count else { return true }
    return traits[body[position + 1]].opening.isDisjoint(with: [.reportsBack, .connectiveKeep])
  }

  /// Whether two sentences follow each other with nothing but furniture between.
  private func isNext(_ one: Int, _ other: Int) -> Bool {
    other > one && ((one + 1)..<other).allSatisfy { scene.material.sentences[$0].kind == .furniture }
  }

  private mutating func chooseKeySentences(_ count: Int) {
    let told = items.filter { $0.role != .assessment }.map(\.sentence)
    let ranked = told.sorted { (scores[$0], $1) > (scores[$1], $0) }
    keySentences = Array(ranked.prefix(max(1, count))).sorted()
    if keySentences.isEmpty, let first = scene.material.sentences.indices.first { keySentences = [first] }
  }
}
