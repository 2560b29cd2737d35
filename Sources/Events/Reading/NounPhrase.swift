public import DocumentModel

/// A count as the words give it.
public struct Figure: Sendable, Hashable {
  /// The smallest number that the words allow.
  public var minimum: Int?
  /// The largest number that the words allow.
  public var maximum: Int?
  /// How the count is meant.
  public var kind: FigureKind
  /// The words.
  public var span: TextSpan
  /// The count without a number that the words are, as a position in the lexicon.
  public var quantifier: Int?
  /// Whether the smallest number is itself shut out: "more than 20".
  public var isMoreThan = false
  /// Whether the number that the words give is itself shut out, so that the largest is one less: "fewer than 20".
  public var isLessThan = false
}

/// What a noun phrase is about.
public enum Head: Sendable, Hashable {
  /// An entity, as a position in the gazetteer.
  case entity(Int)
  /// A noun, as a position in the lexicon.
  case noun(Int)
  /// The people of a demonym, as a position in the lexicon.
  case demonym(Int)
  /// An event, as a position in the lexicon's triggers.
  case event(Int)
  /// Only a count: "almeno nove".
  case count
  /// "alcuni", "others", "who".
  case pronoun(String)
  /// A name that no gazetteer knows.
  case name
}

/// How a noun phrase is introduced.
public enum Determination: Sendable, Hashable {
  case none, definite, indefinite, demonstrative, possessive
}

/// A noun phrase: who or what, with what the words around the noun add.
///
/// Its parts share one storage, so that handing a phrase on costs next to nothing.
public struct NounPhrase: Sendable, Hashable {
  private struct Parts: Sendable, Hashable {
    var head: Head
    var span: TextSpan
    var headSpan: TextSpan
    var isPlural = false
    var determination = Determination.none
    var figure: Figure?
    var quantifier: Int?
    var adjectives: [Int] = []
    var demonyms: [Int] = []
    var beside: [Int] = []
    var nounModifiers: [Int] = []
    var name: TextSpan?
    var complements: [Complement] = []
    var depth = 0
    var hasUnknownModifier = false
    var isPlace = false
    var preposition: Preposition?
  }

  /// Always exactly one.
  private var parts: [Parts]

  /// What it is about.
  public var head: Head {
    get { parts[0].head }
    set { parts[0].head = newValue }
  }
  /// The words, without the preposition before them.
  public var span: TextSpan {
    get { parts[0].span }
    set { parts[0].span = newValue }
  }
  /// The words of the head.
  public var headSpan: TextSpan {
    get { parts[0].headSpan }
    set { parts[0].headSpan = newValue }
  }
  /// Whether it is plural.
  public var isPlural: Bool {
    get { parts[0].isPlural }
    set { parts[0].isPlural = newValue }
  }
  /// How it is introduced.
  public var determination: Determination {
    get { parts[0].determination }
    set { parts[0].determination = newValue }
  }
  /// How many.
  public var figure: Figure? {
    get { parts[0].figure }
    set { parts[0].figure = newValue }
  }
  /// "altri", "tutti": a quantifier that counts nothing.
  public var quantifier: Int? {
    get { parts[0].quantifier }
    set { parts[0].quantifier = newValue }
  }
  /// Adjectives, as positions in the lexicon.
  public var adjectives: [Int] {
    get { parts[0].adjectives }
    set { parts[0].adjectives = newValue }
  }
  /// National adjectives, as positions in the lexicon.
  public var demonyms: [Int] {
    get { parts[0].demonyms }
    set { parts[0].demonyms = newValue }
  }
  /// Entities that stand beside the noun without a preposition: "miliziani Daesh", "hotel Afrik".
  public var beside: [Int] {
    get { parts[0].beside }
    set { parts[0].beside = newValue }
  }
  /// Nouns that stand before the noun in English: "oil depot".
  public var nounModifiers: [Int] {
    get { parts[0].nounModifiers }
    set { parts[0].nounModifiers = newValue }
  }
  /// A name beside the noun that no gazetteer knows.
  public var name: TextSpan? {
    get { parts[0].name }
    set { parts[0].name = newValue }
  }
  /// What "of" or a possessive adds; they stand inside one another at most ``deepest`` times.
  public var complements: [Complement] { parts[0].complements }
  /// Whether there was a word between that the lexicon does not know.
  public var hasUnknownModifier: Bool {
    get { parts[0].hasUnknownModifier }
    set { parts[0].hasUnknownModifier = newValue }
  }
  /// Whether it names a place of the gazetteer.
  public var isPlace: Bool {
    get { parts[0].isPlace }
    set { parts[0].isPlace = newValue }
  }
  /// The preposition before it.
  public var preposition: Preposition? {
    get { parts[0].preposition }
    set { parts[0].preposition = newValue }
  }

  /// A noun phrase that another one depends on.
  public struct Complement: Sendable, Hashable {
    /// How they are tied.
    public var preposition: Preposition
    /// The dependent phrase.
    public var phrase: NounPhrase
  }

  init(head: Head, span: TextSpan) {
    parts = [Parts(head: head, span: span, headSpan: span)]
  }
}

extension NounPhrase {
  /// How often phrases may stand inside one another, so that whatever walks through one comes to an end soon.
  public static let deepest = 6

  /// Adds a phrase that depends on this one; one that is already nested to the limit is left out.
  mutating func attach(_ phrase: NounPhrase, by preposition: Preposition) {
    guard phrase.parts[0].depth < Self.deepest else { return }
    parts[0].depth = max(parts[0].depth, phrase.parts[0].depth + 1)
    parts[0].complements.append(Complement(preposition: preposition, phrase: phrase))
  }

  /// The phrase without the events at some places of the text; nil if it is one of these itself.
  func without(events: Set<TextSpan>) -> NounPhrase? {
    if case .event = head, events.contains(headSpan) { return nil }
    guard complements.contains(where: { $0.phrase.mentions(events) }) else { return self }
    var found = self
    found.parts[0].complements = complements.compactMap { complement in
      complement.phrase.without(events: events).map { Complement(preposition: complement.preposition, phrase: $0) }
    }
    return found
  }

  private func mentions(_ events: Set<TextSpan>) -> Bool {
    if case .event = head, events.contains(headSpan) { return true }
    return complements.contains { $0.phrase.mentions(events) }
  }

  /// Where in the text the events are whose nouns it holds.
  func eachEvent(_ body: (TextSpan) -> Void) {
    if case .event = head { body(headSpan) }
    for complement in complements { complement.phrase.eachEvent(body) }
  }
}

extension NounPhrase {
  /// Whether it is a count and nothing else: "twelve", "dozens".
  var isBareCount: Bool {
    if case .pronoun = head { return figure?.kind == .uncounted }
    return head == .count
  }

  /// Whether it counts two people or more, "twelve soldiers", "dozens", and not the dead of a whole war.
  func countsSeveral(_ classes: PhraseClass) -> Bool {
    guard let figure, figure.kind != .noneReported else { return false }
    return (2..<1_000).contains(figure.minimum ?? figure.maximum ?? 0) && (isBareCount || classes.isHuman(self))
  }
}
