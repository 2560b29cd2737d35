/// What the form of a word tells beyond its part of speech; the features of different places are bits of their own, so
/// that one look asks for several.
public struct WordFeatures: OptionSet, Sendable, Hashable {
  /// A bit for each.
  public let rawValue: UInt32

  /// Makes a set.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// "soldato"
  public static let singular = WordFeatures(rawValue: 1 << 0)
  /// "soldati"
  public static let plural = WordFeatures(rawValue: 1 << 1)
  /// "il"
  public static let masculine = WordFeatures(rawValue: 1 << 2)
  /// "la"
  public static let feminine = WordFeatures(rawValue: 1 << 3)
  /// "attacco", "we"
  public static let first = WordFeatures(rawValue: 1 << 4)
  /// "attacchi", "you"
  public static let second = WordFeatures(rawValue: 1 << 5)
  /// "attacca", "she"
  public static let third = WordFeatures(rawValue: 1 << 6)
  /// A verb with a person or a tense: "attacca".
  public static let finite = WordFeatures(rawValue: 1 << 7)
  /// "attaccare"
  public static let infinitive = WordFeatures(rawValue: 1 << 8)
  /// "attaccato", "attacked"
  public static let participle = WordFeatures(rawValue: 1 << 9)
  /// "attaccando", "attacking"
  public static let gerund = WordFeatures(rawValue: 1 << 10)
  /// "attacca"
  public static let present = WordFeatures(rawValue: 1 << 11)
  /// "attaccò", "attacked"
  public static let past = WordFeatures(rawValue: 1 << 12)
  /// "attaccava"
  public static let imperfect = WordFeatures(rawValue: 1 << 13)
  /// "attaccherà"
  public static let future = WordFeatures(rawValue: 1 << 14)
  /// "attaccherebbe"
  public static let conditional = WordFeatures(rawValue: 1 << 15)
  /// "attacchi", "attaccasse"
  public static let subjunctive = WordFeatures(rawValue: 1 << 16)
  /// A pronoun that leans on a verb: "lo", "si".
  public static let clitic = WordFeatures(rawValue: 1 << 17)
  /// "larger"
  public static let comparative = WordFeatures(rawValue: 1 << 18)
  /// "largest", "grandissimo"
  public static let superlative = WordFeatures(rawValue: 1 << 19)
  /// "the"
  public static let definite = WordFeatures(rawValue: 1 << 20)
  /// "a", "alcuni"
  public static let indefinite = WordFeatures(rawValue: 1 << 21)
  /// "che", "who"
  public static let relative = WordFeatures(rawValue: 1 << 22)
  /// "quale", "what"
  public static let interrogative = WordFeatures(rawValue: 1 << 23)
  /// "questo", "those"
  public static let demonstrative = WordFeatures(rawValue: 1 << 24)
  /// "suo", "their"
  public static let possessive = WordFeatures(rawValue: 1 << 25)
  /// "non", "not"
  public static let negative = WordFeatures(rawValue: 1 << 26)
  /// "himself"
  public static let reflexive = WordFeatures(rawValue: 1 << 27)
  /// "egli", "they"
  public static let personal = WordFeatures(rawValue: 1 << 28)
  /// "each other"
  public static let reciprocal = WordFeatures(rawValue: 1 << 29)

  /// Both numbers.
  public static let numbers: WordFeatures = [.singular, .plural]
  /// Both genders.
  public static let genders: WordFeatures = [.masculine, .feminine]
  /// All persons.
  public static let persons: WordFeatures = [.first, .second, .third]
}

/// A form of a word with what it tells.
public struct InflectedForm: Sendable, Hashable {
  /// The form, lower case as in the lemma.
  public var text: String
  /// What it tells.
  public var features: WordFeatures

  /// Makes a form.
  public init(_ text: String, _ features: WordFeatures) {
    self.text = text
    self.features = features
  }
}

extension VerbForm {
  /// The form with its features.
  var inflected: InflectedForm {
    var features: WordFeatures =
      switch tense {
      case .infinitive: .infinitive
      case .present: [.finite, .present]
      case .imperfect: [.finite, .imperfect]
      case .pastHistoric, .past: [.finite, .past]
      case .future: [.finite, .future]
      case .conditional: [.finite, .conditional]
      case .subjunctive: [.finite, .subjunctive, .present]
      case .imperfectSubjunctive: [.finite, .subjunctive, .imperfect]
      case .participle: .participle
      case .gerund: .gerund
      }
    if features.contains(.finite) { features.formUnion([.third, isPlural ? .plural : .singular]) }
    return InflectedForm(text, features)
  }
}
