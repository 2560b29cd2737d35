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
    let title = kinds.firstIndex(of: .title)
    var sentences = scene.traits.indices.filter { scene.isBody($0) }
    // Under a title, "Place of the attack, June 2020." is the caption of a picture.
    if title != nil, sentences.count > 2, let first = sentences.first, !scene.traits[first].hasVerb,
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
    traits[index].leans || traits[index].wordCount <= Self.fewestWords
      || traits[index].isFragment && kinds[index] == .body
  }

  /// A sentence of so many words goes on in the one before.
  private static let fewestWords = 3
}
