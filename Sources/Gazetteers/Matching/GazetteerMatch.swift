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
  /// What stands around the name that tells where it is.
  public var cues: Cues = []

  /// What stands around a name.
  public struct Cues: OptionSet, Sendable, Hashable {
    /// The cues, a bit each.
    public let rawValue: UInt8

    /// Makes a set of cues.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A word that stands before places: "in", "near".
    public static let place = Cues(rawValue: 1)
    /// A comma stands before it: what it lies in may stand before the comma.
    public static let comma = Cues(rawValue: 2)
    /// The first word of its sentence, whose capital says nothing.
    public static let first = Cues(rawValue: 4)
  }
}

/// Why a name that stands in the text is no mention.
public enum Shield: String, Sendable {
  /// Part of a longer name that is known.
  case longer
  /// Part of a longer name that nobody knows: "Kenya Airways", "via Roma".
  case unknown
  /// A person bears it, here or before in the report: "Jack London".
  case person
  /// A relation to the entity: "anti-Isis".
  case relation
  /// An ordinary word of the language, and nothing says that it is a name: "Sale" at the start of a sentence.
  case ordinary
}
