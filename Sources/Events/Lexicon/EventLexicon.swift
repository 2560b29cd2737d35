import Languages
public import Lexicons

/// Everything that the ruleset knows of words: nouns, triggers, cues, grammar, for each language.
///
/// Built once by `EventLexiconReader`, then only read; shared by all threads without a copy.
public final class EventLexicon: Sendable {
  /// The concepts, in the order of their file.
  public let concepts: [Concept]
  /// The nouns.
  public let nouns: [Noun]
  /// The adjectives.
  public let adjectives: [Adjective]
  /// The demonyms.
  public let demonyms: [Demonym]
  /// Words of doubt and denial.
  public let cues: [Cue]
  /// Kinds of saying.
  public let sayings: [Saying]
  /// Phrases of time.
  public let times: [TimePhrase]
  /// Counts without a number.
  public let quantifiers: [Quantifier]
  /// Verbs that frame others.
  public let controls: [Control]
  let triggers: [Trigger]
  let languages: [String: Phrases]
  let embeddings: [String: PhraseTable<Embedding>]
  let conceptPositions: [String: Int]
  /// The noun for a person of whom only the age is given; nil if the tables lack it.
  let person: Int?
  /// For each noun whether it may tell of an event.
  private let tellingNouns: [Bool]

  init(_ tables: LexiconTables) {
    concepts = tables.concepts
    nouns = tables.nouns
    adjectives = tables.adjectives
    demonyms = tables.demonyms
    cues = tables.cues
    sayings = tables.sayings
    times = tables.times
    quantifiers = tables.quantifiers
    controls = tables.controls
    triggers = tables.triggers
    languages = tables.languages.mapValues(Phrases.init)
    embeddings = tables.embeddings
    conceptPositions = tables.conceptPositions
    person = tables.nouns.firstIndex { $0.id == "person" }
    tellingNouns = tables.nouns.map { $0.nounClass == .victim || $0.mode == "response" }
  }

  /// The languages that it can read.
  public var languageCodes: [String] { languages.keys.sorted() }

  /// The position of a concept.
  public func concept(_ id: String) -> Int? { conceptPositions[id] }

  /// Whether a noun may tell of an event: it counts victims, or answers one.
  func mayTell(noun row: Int) -> Bool { tellingNouns[row] }

  /// The first concept that has a trait.
  public func concept(with trait: ConceptTraits) -> Int? { concepts.firstIndex { $0.traits.isSuperset(of: trait) } }

  /// The country, by its ISO code, of a word that is the adjective or the noun of a people; empty for a people without
  /// a state, nil for any other word.
  public func country(ofDemonym word: Int32, language: String) -> String? {
    languages[language].flatMap { country(ofDemonym: word, $0) }
  }

  /// The words of a sentence that name a people, by their positions, with the country: written small or with a capital as
  /// the language has it, so that "Giordano" is no Jordanian.
  public func peoples(in tokens: ArraySlice<Token>, language: String) -> [(token: Int, country: String)] {
    guard let phrases = languages[language] else { return [] }
    let hasCapitals = !Languages.of(language).grammar.contains(.capitalsAreNames)
    return tokens.indices.compactMap { index in
      guard let country = country(ofDemonym: tokens[index].word, phrases) else { return nil }
      guard tokens[index].isCapitalized == hasCapitals || tokens[index].isAllCapitals || index == tokens.startIndex
      else {
        return nil
      }
      return (index, country)
    }
  }

  /// The same for each word of a text that is a people's, in order.
  public func countries(ofDemonymsIn tokens: [Token], language: String) -> [String] {
    guard let phrases = languages[language] else { return [] }
    return tokens.compactMap { country(ofDemonym: $0.word, phrases) }
  }

  /// The people that a word is the adjective of, as a position in the demonyms.
  public func people(_ word: Int32, language: String) -> Int? {
    guard let phrases = languages[language] else { return nil }
    let state = phrases.first(word)
    guard state > 0, phrases.isEnd(state) else { return nil }
    for sense in phrases.senses(state).senses {
      if case .demonymAdjective(let row) = sense.kind { return row }
    }
    return nil
  }

  private func country(ofDemonym word: Int32, _ phrases: Phrases) -> String? {
    let state = phrases.first(word)
    guard state > 0, phrases.isEnd(state) else { return nil }
    let found = phrases.senses(state)
    guard !found.kinds.isDisjoint(with: [.demonymAdjective, .demonymNoun]) else { return nil }
    for sense in found.senses {
      switch sense.kind {
      case .demonymAdjective(let row), .demonymNoun(let row): return demonyms[row].country
      default: continue
      }
    }
    return nil
  }

  /// Whether a word is a number: "dieci", "twenty".
  public func isNumeral(_ word: Int32, language: String) -> Bool {
    guard let phrases = languages[language] else { return false }
    let state = phrases.first(word)
    return state > 0 && phrases.isEnd(state) && phrases.senses(state).kinds.contains(.numeral)
  }

  /// Whether a word is a noun for people: "woman", "soldati", "portavoce".
  public func isPerson(_ word: Int32, language: String) -> Bool {
    guard let phrases = languages[language] else { return false }
    let state = phrases.first(word)
    guard state > 0, phrases.isEnd(state) else { return false }
    let found = phrases.senses(state)
    guard found.kinds.contains(.noun) else { return false }
    return found.senses.contains { if case .noun(let row) = $0.kind { nouns[row].nounClass.isHuman } else { false } }
  }

  /// How many trigger words it has.
  public var triggerCount: Int { triggers.count }

  /// The position of the demonym of a country.
  public func demonym(of country: String) -> Int? {
    demonyms.firstIndex { $0.country == country }
  }
}

/// The tables of a lexicon while they are read.
struct LexiconTables {
  var concepts: [Concept] = []
  var nouns: [Noun] = []
  var adjectives: [Adjective] = []
  var demonyms: [Demonym] = []
  var cues: [Cue] = []
  var sayings: [Saying] = []
  var times: [TimePhrase] = []
  var quantifiers: [Quantifier] = []
  var controls: [Control] = []
  var triggers: [Trigger] = []
  var languages: [String: SenseTable] = [:]
  var embeddings: [String: PhraseTable<Embedding>] = [:]
  var conceptPositions: [String: Int] = [:]
}
