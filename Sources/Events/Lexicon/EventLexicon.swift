import Lexicons

/// Everything that the ruleset knows of words: nouns, triggers, cues, grammar, for each language.
///
/// Built once by `EventLexiconReader`, then only read; shared by all threads.
public struct EventLexicon: Sendable {
  /// The concepts, in the order of their file.
  public internal(set) var concepts: [Concept] = []
  /// The nouns.
  public internal(set) var nouns: [Noun] = []
  /// The adjectives.
  public internal(set) var adjectives: [Adjective] = []
  /// The demonyms.
  public internal(set) var demonyms: [Demonym] = []
  /// Words of doubt and denial.
  public internal(set) var cues: [Cue] = []
  /// Kinds of saying.
  public internal(set) var sayings: [Saying] = []
  /// Phrases of time.
  public internal(set) var times: [TimePhrase] = []
  /// Counts without a number.
  public internal(set) var quantifiers: [Quantifier] = []
  /// Verbs that frame others.
  public internal(set) var controls: [Control] = []
  var triggers: [Trigger] = []
  var languages: [String: PhraseTable<Sense>] = [:]
  var conceptPositions: [String: Int] = [:]

  /// Makes an empty lexicon.
  public init() {}

  /// The languages that it can read.
  public var languageCodes: [String] { languages.keys.sorted() }

  /// The position of a concept.
  public func concept(_ id: String) -> Int? { conceptPositions[id] }

  /// How many trigger words it has.
  public var triggerCount: Int { triggers.count }

  /// The position of the demonym of a country.
  public func demonym(of country: String) -> Int? {
    demonyms.firstIndex { $0.country == country }
  }
}
