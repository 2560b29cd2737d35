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
public struct NounPhrase: Sendable, Hashable {
  /// What it is about.
  public var head: Head
  /// The words, without the preposition before them.
  public var span: TextSpan
  /// The words of the head.
  public var headSpan: TextSpan
  /// Whether it is plural.
  public var isPlural = false
  /// How it is introduced.
  public var determination = Determination.none
  /// How many.
  public var figure: Figure?
  /// "altri", "tutti": a quantifier that counts nothing.
  public var quantifier: Int?
  /// Adjectives, as positions in the lexicon.
  public var adjectives: [Int] = []
  /// National adjectives, as positions in the lexicon.
  public var demonyms: [Int] = []
  /// Entities that stand beside the noun without a preposition: "miliziani Daesh", "hotel Afrik".
  public var beside: [Int] = []
  /// Nouns that stand before the noun in English: "oil depot".
  public var nounModifiers: [Int] = []
  /// A name beside the noun that no gazetteer knows.
  public var name: TextSpan?
  /// What "of" or a possessive adds.
  public var complements: [Complement] = []
  /// Whether there was a word between that the lexicon does not know.
  public var hasUnknownModifier = false
  /// Whether it names a place of the gazetteer.
  public var isPlace = false
  /// The preposition before it.
  public var preposition: Preposition?

  /// A noun phrase that another one depends on.
  public struct Complement: Sendable, Hashable {
    /// How they are tied.
    public var preposition: Preposition
    /// The dependent phrase.
    public var phrase: NounPhrase
  }

  init(head: Head, span: TextSpan) {
    self.head = head
    self.span = span
    headSpan = span
  }
}
