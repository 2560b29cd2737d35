public import DocumentModel

/// A phrase of time with the day it names, if it names one itself.
public struct TimeMention: Sendable, Hashable {
  /// The phrase of the lexicon, as a position in its times.
  public var phrase: Int?
  /// The year, if the words give one.
  public var year: Int?
  /// The month from 1 to 12, if the words give one.
  public var month: Int?
  /// The day of the month, if the words give one.
  public var day: Int?
  /// The words.
  public var span: TextSpan
}

/// One piece of a sentence, as the roles of events are read from it.
struct Element: Sendable {
  enum Kind: Sendable {
    indirect case phrase(NounPhrase)
    indirect case verb(VerbGroup)
    case preposition(Preposition)
    case conjunction
    case relative
    case subordinator(String)
    case comma
    /// `:` `;` or a dash.
    case boundary
    case openQuote, closeQuote
    case openParenthesis, closeParenthesis
    case cue(Int)
    case time(TimeMention)
    case negation
    case adverb(String)
    case unknown
    case stop
  }
  var kind: Kind
  /// Token positions.
  var tokens: Range<Int>
  var span: TextSpan

  var phrase: NounPhrase? {
    if case .phrase(let phrase) = kind { return phrase }
    return nil
  }
  var verb: VerbGroup? {
    if case .verb(let verb) = kind { return verb }
    return nil
  }
  var isComma: Bool {
    if case .comma = kind { return true }
    return false
  }
  var isCloseQuote: Bool {
    if case .closeQuote = kind { return true }
    return false
  }
  var isConjunction: Bool {
    if case .conjunction = kind { return true }
    return false
  }
  var isRelative: Bool {
    if case .relative = kind { return true }
    return false
  }
}
