/// What the program must know of a language beyond its tables: how words are inflected, and which of the grammars that
/// the reader of sentences knows it has.
///
/// To add a language, write one of these in a folder of its own and put it into ``Languages``. A language without one is
/// read by its tables alone: each form as it is written there, and no grammar but the order of its words.
public protocol Language: Sendable {
  /// The ISO 639-1 code.
  var code: String { get }

  /// The facts of its grammar.
  var grammar: Grammar { get }

  /// Whether "07/08/2023" is the 8th of July; nil where only the figures can tell.
  var monthFirst: Bool? { get }

  /// Words for numbers that ICU does not spell as words of their own.
  var magnitudes: [(value: Int, word: String)] { get }

  /// All forms of a verb. `irregular` is the cell of a table: the forms that no rule gives.
  func verbForms(lemma: String, irregular: String) throws(MorphologyError) -> [VerbForm]

  /// Whether a verb's lemma says that it is reflexive: "arrendersi".
  func isReflexive(lemma: String) -> Bool

  /// The plural of a noun of which a table does not give it.
  func plural(of noun: String, isFeminine: Bool) -> String

  /// What the ending of an unknown word tells.
  func shape(of word: ArraySlice<UInt8>) -> WordShape?

  /// Every form of a verb that a text may have, with what it tells.
  func readForms(ofVerb lemma: String, irregular: String) throws(MorphologyError) -> [InflectedForm]

  /// Every form of a noun.
  func readForms(ofNoun lemma: String, gender: WordFeatures, plural: NounPlural) -> [InflectedForm]

  /// Every form of an adjective; `irregular` are the other forms where a table gives them.
  func readForms(ofAdjective lemma: String, irregular: [String]) -> [InflectedForm]

  /// What a word without a table may be as a verb with pronouns at its end, both folded: "uccidendone" is "uccidendo" and
  /// "ne". Several verbs are tried in turn; nil where the ending shows none.
  func withoutEnclitics(_ word: [UInt8]) -> (verbs: [[UInt8]], pronouns: [[UInt8]])?

  /// How long the prefix is that a word without a table may have: "ri-", "un-"; nil for none.
  func prefixLength(of word: [UInt8]) -> Int?

  /// What a word says in a number; the word is given in small letters.
  func numberWord(_ word: ArraySlice<UInt8>) -> NumberWord?
}

extension Language {
  /// No language but those that say so.
  public func withoutEnclitics(_ word: [UInt8]) -> (verbs: [[UInt8]], pronouns: [[UInt8]])? { nil }

  /// None.
  public func prefixLength(of word: [UInt8]) -> Int? { nil }
}

/// What a table says of the plural of a noun.
public enum NounPlural: Sendable, Hashable {
  /// As the rules make it.
  case regular
  /// There is none: "information".
  case none
  /// The lemma is a plural: "forbici".
  case only
  /// Like the singular: "crisi", "series".
  case same
  /// The form, and its gender where that differs: "uova", feminine.
  case form(String, WordFeatures?)
}

/// What the ending of an unknown word tells of it.
public enum WordShape: Sendable, Hashable {
  /// "velocemente", "quickly"
  case adverb
  /// "circondato", "surrounded"
  case participle
  /// Somebody by age: "un 34enne".
  case person(isPlural: Bool)
}

/// Facts by which grammars differ, as far as the reader of sentences asks for them.
public struct Grammar: OptionSet, Sendable, Hashable {
  /// A bit for each.
  public let rawValue: UInt32

  /// Makes a set.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// What describes a noun stands behind it: "soldati maliani uccisi"; else before it: "Malian soldiers".
  public static let headFirst = Grammar(rawValue: 1 << 0)
  /// An infinitive has a word before it, and looks like the present: "to leave".
  public static let markedInfinitive = Grammar(rawValue: 1 << 1)
  /// An infinitive may stand under to be: "is to leave".
  public static let infinitiveUnderBe = Grammar(rawValue: 1 << 2)
  /// A form that may be a participle is finite where no helping verb stands before it: "attacked".
  public static let finiteParticiple = Grammar(rawValue: 1 << 3)
  /// To be is also the helping verb of the active: "è esploso".
  public static let activeBe = Grammar(rawValue: 1 << 4)
  /// Months are written small: "3 maggio".
  public static let smallMonths = Grammar(rawValue: 1 << 5)
  /// The day follows the month: "May 3".
  public static let dayBehindMonth = Grammar(rawValue: 1 << 6)
  /// The adjective of a people is also its noun: "i maliani".
  public static let nominalDemonyms = Grammar(rawValue: 1 << 7)
  /// A pronoun of the object has a form of its own, all others may be subjects: "them", "him".
  public static let objectPronouns = Grammar(rawValue: 1 << 8)
  /// Nouns may be made of verbs by the form of the gerund: "the shelling of".
  public static let nominalGerunds = Grammar(rawValue: 1 << 9)
  /// A name's capital tells it from a verb inside a sentence.
  public static let capitalsAreNames = Grammar(rawValue: 1 << 10)
  /// The subject may be left out: "dice che ha abbattuto …".
  public static let dropsSubject = Grammar(rawValue: 1 << 11)
  /// The conditional reports what others say: "sarebbero morti".
  public static let reportingConditional = Grammar(rawValue: 1 << 12)
  /// "from" names who does it: "da".
  public static let agentFrom = Grammar(rawValue: 1 << 13)
  /// "to" leads somewhere and is no place: "to Mopti".
  public static let directionTo = Grammar(rawValue: 1 << 14)
  /// "at" aims: "fired at".
  public static let aimingAt = Grammar(rawValue: 1 << 15)
  /// A noun without an article may describe the one before it: "people dead".
  public static let bareApposition = Grammar(rawValue: 1 << 16)
  /// An infinitive says what for without a word before it.
  public static let bareInfinitivePurpose = Grammar(rawValue: 1 << 17)
  /// A hyphen parts two words: "long", "-", "term".
  public static let partsHyphens = Grammar(rawValue: 1 << 18)
  /// A word may lose its vowel before another one: "l'", "dell'".
  public static let elides = Grammar(rawValue: 1 << 19)
  /// A comma stands before decimals and a full stop between thousands: "1.200,5"; else the other way round.
  public static let commaDecimals = Grammar(rawValue: 1 << 20)
  /// "and" stands inside a number: "one hundred and sixteen".
  public static let andInsideNumbers = Grammar(rawValue: 1 << 21)
}

/// The languages that are known.
public enum Languages {
  private static let all: [String: any Language] = [
    ItalianLanguage.isoCode: ItalianLanguage(), EnglishLanguage.isoCode: EnglishLanguage(),
  ]

  /// The language with a code; one that only its tables tell of where the code is not known.
  public static func of(_ code: String) -> any Language { all[code] ?? TableLanguage(code: code) }

  /// Its grammar, without the cost of the rest.
  public static func grammar(of code: String) -> Grammar { all[code]?.grammar ?? [] }
}

/// A language of which only its tables tell: no word is inflected.
public struct TableLanguage: Language {
  /// The ISO 639-1 code.
  public let code: String
  /// Nothing is known of it.
  public var grammar: Grammar { [] }
  /// The day comes first nearly everywhere.
  public var monthFirst: Bool? { false }
  /// None.
  public var magnitudes: [(value: Int, word: String)] { [] }

  /// The lemma as the infinitive, and what the table gives as finite forms of the past.
  public func verbForms(lemma: String, irregular: String) throws(MorphologyError) -> [VerbForm] {
    let given = irregular.split(separator: ",").map { $0.drop { $0 == " " } }
    return [VerbForm(lemma, .infinitive)] + given.map { VerbForm(String($0), .past) }
  }

  /// The lemma and what the table gives.
  public func readForms(ofVerb lemma: String, irregular: String) throws(MorphologyError) -> [InflectedForm] {
    try verbForms(lemma: lemma, irregular: irregular).map(\.inflected)
  }

  /// The lemma, and a plural that the table gives.
  public func readForms(ofNoun lemma: String, gender: WordFeatures, plural: NounPlural) -> [InflectedForm] {
    guard case .form(let text, let other) = plural else { return [InflectedForm(lemma, gender)] }
    return [InflectedForm(lemma, [gender, .singular]), InflectedForm(text, [other ?? gender, .plural])]
  }

  /// The lemma and what the table gives.
  public func readForms(ofAdjective lemma: String, irregular: [String]) -> [InflectedForm] {
    ([lemma] + irregular).map { InflectedForm($0, []) }
  }

  /// No lemma shows it.
  public func isReflexive(lemma: String) -> Bool { false }

  /// The noun itself: the table gives what is otherwise.
  public func plural(of noun: String, isFeminine: Bool) -> String { noun }

  /// Nothing.
  public func shape(of word: ArraySlice<UInt8>) -> WordShape? { nil }

  /// None: only digits are read.
  public func numberWord(_ word: ArraySlice<UInt8>) -> NumberWord? { nil }
}
