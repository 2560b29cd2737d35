/// The parts of speech of Universal Dependencies, which treebanks and viewers share.
public enum PartOfSpeech: UInt8, Sendable, Hashable, CaseIterable {
  case adjective, adposition, adverb, auxiliary, coordinator, determiner, interjection, noun, numeral, particle,
    pronoun,
    properNoun, punctuation, subordinator, symbol, verb, other

  /// The name that tables and CoNLL-U write: "NOUN".
  public var name: String { Self.names[Int(rawValue)] }

  /// The part of speech with a name of Universal Dependencies; nil for another word.
  public init?(name: String) {
    guard let index = Self.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  /// Whether its words say something by themselves: a brief may not lose one.
  public var isContent: Bool {
    switch self {
    case .adjective, .adverb, .noun, .properNoun, .verb: true
    default: false
    }
  }

  private static let names = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
    "VERB", "X",
  ]
}

/// A set of parts of speech.
public struct PartsOfSpeech: OptionSet, Sendable, Hashable {
  /// The bit of a part of speech is its place in the list.
  public let rawValue: UInt32

  /// Makes a set.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The set of one.
  public init(_ part: PartOfSpeech) { rawValue = 1 << UInt32(part.rawValue) }

  /// Every part of speech.
  public static let all = PartsOfSpeech(rawValue: (1 << UInt32(PartOfSpeech.allCases.count)) - 1)

  /// How many there are in it.
  public var count: Int { rawValue.nonzeroBitCount }
}
