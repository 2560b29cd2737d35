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
  /// For each noun the first sentence that brings it in: "una pistola".
  private let firstNoun: [UInt64: Int]
  /// For each name the first sentence of the body that gives it in full.
  private let firstIntroduction: [UInt64: Int]

  /// A brief stops at this many words before the assessments.
  static let mostWords = 150
  /// The assessments stop at this many.
  static let mostAssessmentWords = 110
  /// Behind this many words background and judgements are no longer told.
  private static let wordsBeforeBackground = 60
  /// A sentence that repeats this share of what was told says nothing new.
  private static let repeated = 0.6
  /// A report of up to this many words is told whole, but for its furniture.
  private static let shortReport = 110
  /// A sentence tells something from this score on.
  private static let worthTelling = 0.5
  /// So many sentences a report gives to its news before it may turn to another case.
  private static let firstAside = 4
  private static let firstStory = 8
  /// A title of so many words is a label.
  private static let barestTitle = 2
  /// How many sentences back one may lean.
  private static let longestChain = 3

  init(_ scene: Scene, keySentences count: Int) {
    self.scene = scene
    traits = scene.traits
    title = scene.material.sentences.firstIndex { $0.kind == .title }
    body = scene.traits.indices.filter { scene.isBody($0) }
    var positions = [Int?](repeating: nil, count: scene.material.sentences.count)
    for (position, index) in body.enumerated() { positions[index] = position }
    self.positions = positions
    var introductions: [UInt64: Int] = [:]
    for index in body {
      for name in scene.traits[index].introduced where introductions[name] == nil { introductions[name] = index }
    }
    firstIntroduction = introductions
    var firstNoun: [UInt64: Int] = [:]
    for index in body {
      for noun in scene.traits[index].newNouns where firstNoun[noun] == nil { firstNoun[noun] = index }
    }
    self.firstNoun = firstNoun
    scores = [Double](repeating: 0, count: scene.material.sentences.count)
    isAside = Self.asides(body, title: title, scene.traits)
    isNothing = scene.isNothing
    if scene.tells {
      score()
      choose()
    } else {
      chooseFirst()
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
      var score = position < 3 ? 6.0 - Double(position) : 2.5 * (1 - Double(position) / Double(body.count))
      score += min(scene.weight(of: index) / 10, 9) * 0.6
      score += 4 * min(trait.overlap(with: titleWords), 1)
      if trait.marks.contains(.toll) { score += 2 }
      if trait.marks.contains(.otherSide) { score += 2.5 }
      if trait.marks.contains(.outcome) { score += 5 }
      if trait.marks.contains(.preamble) { score -= 2.5 }
      if !trait.figures.isEmpty { score += 1 }
      if isBackground(index) { score -= 5 }
      if trait.marks.contains(.opinion) { score -= 2 }
      if trait.beginsQuoted || trait.endsQuoted { score -= 1.5 }
      if trait.isQuestion { score -= 5 }
      if trait.wordCount > 55 { score -= 2 }
      scores[index] = score
    }
  }

  private func isBackground(_ index: Int) -> Bool {
    let marks = traits[index].marks
    return marks.contains(.background) || marks.contains(.pluperfect) && !marks.contains(.outcome)
      || traits[index].namesYear || isAside[index]
  }

  /// Whether it is the report's own judgement: what somebody is quoted with is that person's.
  private func isJudgement(_ index: Int) -> Bool {
    let trait = traits[index]
    if trait.hasQuote || trait.beginsQuoted || trait.marks.contains(.speech) || scene.hasSource(index) { return false }
    return trait.marks.contains(.judgement) || scene.isJudgement(index)
  }

  // MARK: - Choice

  /// The first sentence alone: of a text in which nothing was recognized, or that is not read.
  private mutating func chooseFirst() {
    let main = body.first { scene.material.sentences[$0].span.count >= Scene.shortestMain } ?? body.first
    guard let main = main ?? scene.material.sentences.indices.first else { return }
    items = [Item(sentence: main, role: .quote)]
  }

  private mutating func choose() {
    var chosen: Set<Int> = []
    var told: Set<UInt64> = []
    var figures: Set<UInt64> = []
    var nouns: Set<UInt64> = []
    var words = 0
    var named = Set(title.map { traits[$0].introduced + traits[$0].bareNames } ?? [])
    let total = body.reduce(0) { $0 + traits[$1].wordCount }
    let isShort = total <= Self.shortReport

    func take(_ group: [Int]) {
      for index in group where chosen.insert(index).inserted {
        words += traits[index].wordCount
        told.formUnion(traits[index].content)
        figures.formUnion(traits[index].figures)
        named.formUnion(traits[index].introduced)
        nouns.formUnion(traits[index].newNouns)
        nouns.formUnion(traits[index].knownNouns)
      }
    }

    let titleWords = Set(title.map { traits[$0].content } ?? [])
    // A first sentence that is the title once more says nothing; the next one leads.
    func repeatsTitle(_ index: Int) -> Bool {
      index == body.first && body.count > 2 && traits[index].content.count > 2
        && traits[index].content.allSatisfy { titleWords.contains($0) }
    }
    let first =
      body.first { !traits[$0].isQuestion && !traits[$0].opensWithYear && !repeatsTitle($0) } ?? body.first
    if let first { take(group(of: first)) }
    let ranked = body.sorted { left, right in
      scores[left] != scores[right] ? scores[left] > scores[right] : left < right
    }
    for index in ranked where !chosen.contains(index) {
      guard isShort || scores[index] >= Self.worthTelling else { break }
      if isJudgement(index) || isAside[index] || repeatsTitle(index) || traits[index].isQuestion { continue }
      if isBackground(index), !isShort || words > Self.wordsBeforeBackground { continue }
      let content = traits[index].content
      let known = content.count(where: { told.contains($0) })
      let isRepeat =
        known * 10 >= content.count * Int(Self.repeated * 10)
        && traits[index].figures.allSatisfy({ figures.contains($0) })
      if isRepeat, !isShort || known == content.count { continue }
      var group = group(of: index)
      guard !group.isEmpty else { continue }
      // "the attack" wants the sentence that told of one, if there is one near that is not told yet.
      let open = traits[index].anaphors.filter { !told.contains($0) && !titleWords.contains($0) }
      if !open.isEmpty, let antecedent = antecedent(of: open, before: group[0]), !group.contains(antecedent) {
        let added = self.group(of: antecedent)
        guard !added.isEmpty else { continue }
        group = added + group
      }
      // So does any noun that is taken for known, if the sentence just before has it and nothing told so far.
      if let before = sentenceBefore(index, having: { !told.contains($0) && !titleWords.contains($0) }),
        !chosen.contains(before), !group.contains(before)
      {
        let added = self.group(of: before)
        guard !added.isEmpty else { continue }
        group = added + group
      }
      guard let introducing = introductions(of: group, named, nouns) else { continue }
      group = introducing + group
      let cost = group.filter { !chosen.contains($0) }.reduce(0) { $0 + traits[$1].wordCount }
      guard words + cost <= Self.mostWords else { continue }
      take(group)
    }
    // What surrounds the news never comes before it.
    let lead = first ?? 0
    let main = chosen.sorted().filter { $0 >= lead || !isBackground($0) }
    items = main.map { Item(sentence: $0, role: .item) }
    if !items.isEmpty { items[0].role = .lead }
    chooseAssessments(besides: chosen)
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
    while traits[first].leans, group.count <= Self.longestChain {
      guard let position = positions[first] else { return [] }
      // The report's first sentence may lean on its title.
      if position == 0 { break }
      let before = body[position - 1]
      guard isNext(before, first) else { return [] }
      group.insert(before, at: 0)
      first = before
    }
    guard group.count <= Self.longestChain + 1, !traits[first].leans || first == body.first else { return [] }
    // A quotation is told to its end, and with the sentence that says who speaks.
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

  /// The items of a list that follow one of them.
  private func items(behind index: Int) -> [Int] {
    guard let position = positions[index] else { return [] }
    return Array(body[(position + 1)...].prefix { scene.material.sentences[$0].kind == .item })
  }

  /// "Tuttavia, non ci sono dichiarazioni": what takes a part of it back goes with a sentence, unless it is long.
  private func takesBack(_ next: Int) -> Bool {
    traits[next].opening.contains(.adversative) && traits[next].wordCount <= 45 && !traits[next].endsQuoted
      && !isBackground(next)
  }

  /// The sentences that say who somebody is whom a group only names: "Bello" wants "police spokesman Musa Bello". Nil if
  /// one of them is not to be had.
  private func introductions(of group: [Int], _ named: Set<UInt64>, _ nouns: Set<UInt64>) -> [Int]? {
    var known = named
    var added: [Int] = []
    for index in group {
      for name in traits[index].bareNames where !known.contains(name) {
        guard let first = firstIntroduction[name], first < index, !group.contains(first) else { continue }
        let sentences = self.group(of: first)
        guard !sentences.isEmpty else { return nil }
        added += sentences
      }
      known.formUnion(traits[index].introduced)
    }
    // "La pistola sequestrata" wants the sentence with "una pistola", if there is one that is not told.
    for index in group {
      for noun in traits[index].knownNouns where !nouns.contains(noun) {
        guard let first = firstNoun[noun], first < index, !group.contains(first), !added.contains(first) else {
          continue
        }
        let sentences = self.group(of: first)
        guard !sentences.isEmpty else { return nil }
        added += sentences
      }
    }
    return added.unique.sorted()
  }

  /// The sentence just before one, if it holds a noun that this one takes for known: "three of the five bridges. The
  /// bridges were targeted …".
  private func sentenceBefore(_ index: Int, having isOpen: (UInt64) -> Bool) -> Int? {
    guard let position = positions[index], position > 0 else { return nil }
    let before = body[position - 1]
    let isMeant = traits[index].knownNouns.contains { isOpen($0) && traits[before].content.contains($0) }
    return isMeant ? before : nil
  }

  /// The nearest of the three sentences before one that has one of the nouns.
  private func antecedent(of nouns: [UInt64], before index: Int) -> Int? {
    guard let position = positions[index] else { return nil }
    return body[max(0, position - Self.longestChain)..<position].last {
      traits[$0].content.contains { nouns.contains($0) }
    }
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
