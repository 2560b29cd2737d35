/// What a brief has told so far.
struct Told {
  /// How much of a sentence was told before.
  enum Repeat {
    /// Something in it is new.
    case new
    /// Most of it was told.
    case mostly
    /// All of it was.
    case wholly
  }

  /// A sentence that repeats this share of what was told says nothing new.
  static let repeated = 0.6
  /// A sentence that holds this share of one that was told retells it.
  private static let retold = 0.55
  /// With this share it is the same sentence.
  private static let wordForWord = 0.85
  /// Of fewer words no other sentence is a longer telling.
  private static let fewestRetold = 5

  private(set) var sentences: Set<Int> = []
  private(set) var wordCount = 0
  /// What a noun that is taken for known may mean.
  private(set) var nouns: Set<UInt64> = []
  private(set) var names: Set<UInt64> = []
  private var content: Set<UInt64> = []
  private var figures: Set<UInt64> = []
  /// The words of each longer sentence.
  private var tellings: [Set<UInt64>] = []

  /// Begins with the title, which is known to whoever reads on, and is no telling.
  init(title: SentenceTraits?) {
    if let title { addMentions(of: title) }
  }

  mutating func add(_ index: Int, _ trait: SentenceTraits) {
    guard sentences.insert(index).inserted else { return }
    addMentions(of: trait)
    wordCount += trait.wordCount
    figures.formUnion(trait.figures)
    content.formUnion(trait.content)
    if trait.content.count >= Self.fewestRetold { tellings.append(Set(trait.content)) }
  }

  private mutating func addMentions(of trait: SentenceTraits) {
    nouns.formUnion(trait.content)
    nouns.formUnion(trait.newNouns)
    nouns.formUnion(trait.knownNouns)
    names.formUnion(trait.introduced)
    names.formUnion(trait.bareNames)
  }

  /// How much of a sentence was told: a new figure makes it new.
  func repeats(_ trait: SentenceTraits) -> Repeat {
    guard trait.figures.allSatisfy(figures.contains) else { return .new }
    let known = trait.content.count { content.contains($0) }
    if known == trait.content.count { return .wholly }
    if Double(known) >= Self.repeated * Double(trait.content.count) { return .mostly }
    // A longer telling of the same, "according to the same outlet", says no more, unless of how it ended.
    let saysMore = !trait.marks.isDisjoint(with: [.outcome, .otherSide])
    let share = tellings.reduce(0.0) { max($0, trait.overlap(with: $1)) }
    return share >= (saysMore ? Self.wordForWord : Self.retold) ? .mostly : .new
  }
}
