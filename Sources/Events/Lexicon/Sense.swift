/// The grammatical roles of a preposition, the same in every language.
public enum Preposition: String, Sendable, CaseIterable {
  case of, to, from, `in`, with, on, `for`, between, against, by, toward, at, near, outside, over, under, along, through
  case during, after, before, without, including
  case attributedTo = "attributed_to"
  case northOf = "north_of"
  case southOf = "south_of"
  case eastOf = "east_of"
  case westOf = "west_of"
  case northeastOf = "northeast_of"
  case northwestOf = "northwest_of"
  case southeastOf = "southeast_of"
  case southwestOf = "southwest_of"
  case inNorth = "in_north"
  case inSouth = "in_south"
  case inEast = "in_east"
  case inWest = "in_west"
  case inCentre = "in_centre"
  case atBorder = "at_border"
  case aheadOf = "ahead_of"
  case becauseOf = "because_of"
  case responseTo = "response_to"
  case accordingTo = "according_to"
  case byTime = "by_time"

  /// Whether it can say where something is.
  public var isLocative: Bool {
    switch self {
    case .in, .at, .near, .outside, .on, .to, .over, .northOf, .southOf, .eastOf, .westOf, .northeastOf, .northwestOf,
      .southeastOf, .southwestOf, .inNorth, .inSouth, .inEast, .inWest, .inCentre, .atBorder, .along, .under:
      true
    default: false
    }
  }
}

/// The time, mood and person of a verb form, as far as news needs them.
public enum Tense: UInt8, Sendable {
  case infinitive, present, past, future, conditional, subjunctive, participle, gerund
}

/// What a helping verb does to the verb after it.
public enum Auxiliary: String, Sendable {
  case have, be, been, being, come, progressive
}

/// What a modal verb says of the verb after it.
public enum Modal: String, Sendable {
  case can, may, must, should, will, would, want
  case couldHave = "could_have"
  case aboutTo = "about_to"
}

/// What a word of the grammar does in its sentence.
enum FunctionWord: Sendable {
  enum Determiner: String, Sendable { case def, indef, dem, poss }
  case determiner(Determiner)
  case preposition(Preposition, hasArticle: Bool)
  case conjunction
  case subordinator(String)
  case relative
  case negation
  case auxiliary(Auxiliary, Tense, isNegated: Bool)
  case modal(Modal, Tense)
  case clitic(String)
  case pronoun(String)
  case adverb(String)
  case qualifier(FigureQualifier)
  case possessive
  /// The word is plural, whatever the noun behind it shows.
  case plural
}

/// What the words before a number do to it.
enum FigureQualifier: String, Sendable {
  case atLeast = "at_least"
  case moreThan = "more_than"
  case atMost = "at_most"
  case lessThan = "less_than"
  case about
}

/// One thing that a word or phrase may be.
struct Sense: Sendable {
  enum Kind: Sendable {
    case noun(Int)
    case adjective(Int)
    case demonymAdjective(Int)
    case demonymNoun(Int)
    case verb(Int)
    case eventNoun(Int)
    case saying(Int)
    case control(Int)
    case support(Support)
    case cue(Int)
    case time(Int)
    case quantifier(Int)
    /// A number in words.
    case numeral(Int)
    /// A number in words that is only about right: "una trentina", "a dozen".
    case collective(Int)
    case month(Int)
    case function(FunctionWord)
  }
  var kind: Kind
  var tense: Tense = .infinitive
  var isPlural = false
  var isFeminine = false
}
