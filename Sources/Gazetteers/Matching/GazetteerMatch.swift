public import DocumentModel

/// A stretch of text that names one entity, or one of several homonyms.
public struct GazetteerMatch: Sendable, Hashable {
  /// The words, in bytes of the text.
  public var span: TextSpan
  /// The entities that it may name, as positions in the gazetteer, in the order of the files.
  public var candidates: [Int]
  /// Whether the words are a common noun phrase.
  public var isNominal: Bool
  /// Whether the words lie inside of a longer name of another thing: "US" in "US State Department".
  public var isNested = false
  /// Whether a word before it leads to places: "in", "near".
  public var isWherePlacesStand = false

  /// Makes a match.
  public init(span: TextSpan, candidates: [Int], isNominal: Bool) {
    self.span = span
    self.candidates = candidates
    self.isNominal = isNominal
  }
}

/// Why a name that stands in the text is no mention.
public enum Shield: String, Sendable {
  /// Part of a longer name that nobody knows: "Kenya Airways", "via Roma".
  case unknown
  /// A person bears it, here or before in the report: "Jack London".
  case person
  /// A relation to the entity: "anti-Isis".
  case relation
  /// A club bears it: "il Napoli", "Milan-Juventus 2-1".
  case club
  /// An ordinary word of the language, and nothing says that it is a name: "Sale" at the start of a sentence.
  case ordinary
}
