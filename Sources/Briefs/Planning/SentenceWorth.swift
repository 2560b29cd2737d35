/// What each sentence of a report is worth to a brief, and which tell no news.
struct SentenceWorth {
  private let scene: Scene
  private let body: ReportBody
  /// For each sentence whether it goes on with another case that the one before began to tell.
  private let isAside: [Bool]
  /// Whether the report goes over years, so that one named is no sign of background: a case told from its beginning.
  private let tellsOfYears: Bool
  /// For each sentence what it is worth; nothing for those outside the body.
  private(set) var scores: [Double]

  /// What the first sentences are worth for their place.
  private static let first = [6, 4.5, 3.5]
  /// What the next one would be; from there on it goes down to nothing.
  private static let later = 2.5
  /// What a sentence is less worth for each word beyond the usual length: of two that say as much the shorter leaves more
  /// room.
  private static let perWord = 0.05
  private static let usualLength = 20
  /// So many sentences a report gives to its news before it may turn to another case.
  private static let firstAside = 4
  private static let firstStory = 8
  /// So many sentences with a year, and a fifth of all, make a story of years.
  private static let fewestYears = 4

  init(_ scene: Scene, _ body: ReportBody) {
    self.scene = scene
    self.body = body
    let years = body.sentences.count { body.traits[$0].namesYear }
    tellsOfYears = years >= Self.fewestYears && years * 5 >= body.count
    isAside = Self.asides(body)
    scores = [Double](repeating: 0, count: body.positions.count)
    guard scene.tells else { return }
    let titleWords = body.titleWords
    for (position, index) in body.sentences.enumerated() { scores[index] = score(of: index, at: position, titleWords) }
  }

  /// "The shooting comes after the police killing of … Stephon Clark, 22, was shot by officers": behind such a sentence
  /// whatever names nobody who was named before it belongs to the other case. Two cases share their other words.
  private static func asides(_ body: ReportBody) -> [Bool] {
    var asides = [Bool](repeating: false, count: body.positions.count)
    var names = Set(body.title.map { body.traits[$0].introduced + body.traits[$0].bareNames } ?? [])
    var isOther = false
    var isSuperseded = false
    for (position, index) in body.sentences.enumerated() {
      let trait = body.traits[index]
      // "Original story: deputies ask the public to be on the lookout": overtaken by what stands above it.
      isSuperseded = isSuperseded || position > 0 && trait.opening.contains(.superseded)
      if isSuperseded {
        asides[index] = true
        continue
      }
      let own = trait.introduced + trait.bareNames
      let isKnown = own.contains { names.contains($0) }
      // Far below, "A Louisiana man was arrested …" opens a story of its own, as police logs do.
      let opensStory =
        position >= firstStory && trait.opening.contains(.indefinite) && !isKnown
        && !trait.marks.isDisjoint(with: [.outcome, .toll]) && !trait.marks.contains(.speech)
        && !trait.opensWithAuthority && trait.anaphors.isEmpty
      if opensStory || (position >= firstAside && trait.marks.contains(.otherCase)) {
        isOther = true
      } else if isOther {
        isOther = !isKnown
      }
      asides[index] = isOther
      if !isOther { names.formUnion(own) }
    }
    return asides
  }

  private func score(of index: Int, at position: Int, _ titleWords: Set<UInt64>) -> Double {
    let trait = body.traits[index]
    var score =
      position < Self.first.count
      ? Self.first[position] : Self.later * (1 - Double(position) / Double(body.count))
    score += min(scene.weight(of: index) / 10, 9) * 0.6
    score += 4 * min(trait.overlap(with: titleWords), 1)
    if trait.marks.contains(.toll) { score += 2 }
    if trait.marks.contains(.deed) { score += 1 }
    if trait.marks.contains(.otherSide) { score += 2.5 }
    if trait.marks.contains(.outcome) { score += 5.5 }
    if trait.marks.contains(.cleared) { score += 4 }
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
    return score - Self.perWord * Double(max(0, trait.wordCount - Self.usualLength))
  }

  /// Whether it tells of another case than the report's own.
  func isOtherCase(_ index: Int) -> Bool { isAside[index] }

  /// Whether it tells of what was before the news.
  func isBackground(_ index: Int) -> Bool {
    let trait = body.traits[index]
    // "Le guardie hanno visto che la rete era stata tagliata" is news: only the sentence's first verb makes it older.
    let isOlder =
      trait.marks.contains(.pluperfect) && (trait.looksBack || trait.opening.contains(.pluperfect))
      && !trait.marks.contains(.outcome)
    // A year further on in the first sentence belongs to what the news is about: "… l'uomo ucciso nel dicembre 2009".
    let isOfYear = trait.namesYear && !tellsOfYears && (index != body.first || trait.opensWithYear)
    return trait.tellsBackground || isOlder || isOfYear || isAside[index]
  }

  /// Whether it is the report's own judgement: what somebody is quoted with is that person's.
  func isJudgement(_ index: Int) -> Bool {
    let trait = body.traits[index]
    if trait.hasQuote || trait.beginsQuoted || trait.marks.contains(.speech) || scene.hasSource(index) { return false }
    return trait.marks.contains(.judgement) || scene.isJudgement(index)
  }
}
