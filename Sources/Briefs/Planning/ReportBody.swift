import DocumentModel

/// The sentences of a report's own text, in order, with what each shows of itself.
struct ReportBody {
  let traits: [SentenceTraits]
  /// The sentence that is the report's title.
  let title: Int?
  let sentences: [Int]
  /// For each sentence of the document its position among them.
  let positions: [Int?]
  private let kinds: [SentenceKind]

  init(_ scene: Scene) {
    let kinds = scene.material.sentences.map(\.kind)
    var title = kinds.firstIndex(of: .title)
    var sentences = scene.traits.indices.filter { scene.isBody($0) }
    if title == nil, let glued = Self.gluedTitle(above: sentences, scene) {
      title = glued
      sentences.removeAll { $0 == glued }
    }
    // Under a title, "Place of the attack, June 2020." is the caption of a picture.
    if kinds.contains(.title), sentences.count > 2, let first = sentences.first, !scene.traits[first].hasVerb,
      kinds[first] == .body
    {
      sentences.removeFirst()
    }
    var positions = [Int?](repeating: nil, count: kinds.count)
    for (position, index) in sentences.enumerated() { positions[index] = position }
    traits = scene.traits
    self.kinds = kinds
    self.title = title
    self.sentences = sentences
    self.positions = positions
  }

  /// "School layoff policies rethought. School districts …": a title that was set as the first sentence, which shows by
  /// the articles that it does without.
  private static func gluedTitle(above sentences: [Int], _ scene: Scene) -> Int? {
    guard scene.material.isRead, let first = scene.material.sentences.firstIndex(where: { $0.kind == .body }),
      first < scene.traits.count,
      scene.material.sentences[first].language == scene.material.language,
      // "CARPI. Blitz dei carabinieri in via Verdi": behind a dateline the text begins.
      scene.material.masthead.dateline?.start != scene.material.sentences[first].span.start
    else { return nil }
    let rest = sentences.drop { $0 <= first }
    guard rest.count >= fewestUnderTitle, let second = rest.first else { return nil }
    let (trait, next) = (scene.traits[first], scene.traits[second])
    let isBare = !trait.hasArticle && trait.marks.isDisjoint(with: [.borrowed, .speech, .page])
    // Each word of "Grand Jury Indicts Man In December Slaying" has a capital, as have those of a caption of names.
    let isCaption = trait.isNames && trait.wordCount < fewestCapitals
    guard isBare, gluedTitleLength.contains(trait.wordCount), !trait.refersBack, !trait.hasQuote,
      !trait.wantsNext, !trait.isQuestion, !isCaption, next.opensQuote || !next.refersBack,
      scene.telling.marks[scene.material.language] != nil
    else { return nil }
    return first
  }

  private static let gluedTitleLength = 4...14
  private static let fewestUnderTitle = 2
  private static let fewestCapitals = 6

  var first: Int? { sentences.first }
  var count: Int { sentences.count }

  /// The words of the title.
  var titleWords: Set<UInt64> { Set(title.map { traits[$0].content } ?? []) }

  /// The sentences before one.
  func before(_ index: Int) -> ArraySlice<Int> { sentences[..<(positions[index] ?? 0)] }

  /// The sentences behind one.
  func behind(_ index: Int) -> ArraySlice<Int> { sentences[(positions[index].map { $0 + 1 } ?? sentences.count)...] }

  /// Whether two sentences follow each other with nothing but furniture between.
  func isNext(_ one: Int, _ other: Int) -> Bool {
    other > one && ((one + 1)..<other).allSatisfy { kinds[$0] == .furniture }
  }

  func isItem(_ index: Int) -> Bool { kinds[index] == .item }

  /// Whether a sentence cannot stand without the one before. "Un corridoio che serve spesso …": a noun with what is said
  /// of it goes on in what was said. "Meredith escaped harm.": few words say what happened only to whoever knows of what.
  func leans(_ index: Int) -> Bool {
    traits[index].wordCount <= Self.fewestWords || traits[index].leans
      || traits[index].wordCount <= Self.fewestSaid && traits[index].marks.contains(.speech)
      || (traits[index].isFragment || traits[index].isVerbless) && kinds[index] == .body
  }

  /// A sentence of so many words goes on in the one before.
  private static let fewestWords = 3
  /// "The Daily Gazette reported.": nor do so many say what was said.
  private static let fewestSaid = 5
}
