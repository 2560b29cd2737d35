import DocumentModel
import Gazetteers
import Languages
import Lexicons
import Quantities

/// The longest thing that the ruleset knows at one place of a sentence, or a single unknown token.
struct Unit {
  var tokens: Range<Int>
  var span: TextSpan
  var kind: TokenKind
  var senses: [Sense] = []
  /// Which kinds of sense there are.
  var kinds: SenseSet.Kinds = []
  /// What an unknown word looks like by its ending.
  var shape = Shape.other
  /// An entity, as a position in the gazetteer.
  var entity: Int?
  /// Whether that entity is somewhere.
  var isPlace = false
  /// The value of a number written in digits.
  var number: Int?
  /// The two ends of a count that is a range: "tra 10 e 15".
  var range: ClosedRange<Int>? {
    get { if case .range(let range)? = rare { range } else { nil } }
    set { rare = newValue.map { .range($0) } }
  }
  /// A day that is one unit: "il 2 ottobre 2016".
  var date: PartialDay? {
    get { if case .date(let day)? = rare { day } else { nil } }
    set { rare = newValue.map { .date($0) } }
  }
  /// What few units are, in a place of its own, so that all the others stay small.
  private var rare: Rare?
  /// "23-year-old": somebody's age, before a noun or instead of one.
  var isAge = false
  var isCapitalized = false
  var isFirst = false
  /// Whether it touches the word before, or only a hyphen stands between.
  var isJoined = false

  private indirect enum Rare {
    case range(ClosedRange<Int>)
    case date(PartialDay)
  }

  /// What an unknown word may be.
  enum Shape { case adverb, participle, other }

  init(tokens: Range<Int>, span: TextSpan, kind: TokenKind) {
    self.tokens = tokens
    self.span = span
    self.kind = kind
  }

  var functions: some Sequence<FunctionWord> {
    senses.lazy.compactMap { if case .function(let word) = $0.kind { word } else { nil } }
  }
  var preposition: (Preposition, Bool)? {
    guard kinds.contains(.function) else { return nil }
    for sense in senses {
      if case .function(.preposition(let preposition, let hasArticle)) = sense.kind { return (preposition, hasArticle) }
    }
    return nil
  }
  var determiner: FunctionWord.Determiner? {
    guard kinds.contains(.function) else { return nil }
    for sense in senses { if case .function(.determiner(let determiner)) = sense.kind { return determiner } }
    return nil
  }
  var noun: (Int, Sense)? {
    guard kinds.contains(.noun) else { return nil }
    for sense in senses { if case .noun(let row) = sense.kind { return (row, sense) } }
    return nil
  }
  var eventNoun: (Int, Sense)? {
    guard kinds.contains(.eventNoun) else { return nil }
    for sense in senses { if case .eventNoun(let row) = sense.kind { return (row, sense) } }
    return nil
  }
  var adjective: Int? {
    guard kinds.contains(.adjective) else { return nil }
    for sense in senses { if case .adjective(let row) = sense.kind { return row } }
    return nil
  }
  var demonymAdjective: (Int, Sense)? {
    guard kinds.contains(.demonymAdjective) else { return nil }
    for sense in senses { if case .demonymAdjective(let row) = sense.kind { return (row, sense) } }
    return nil
  }
  var demonymNoun: (Int, Sense)? {
    guard kinds.contains(.demonymNoun) else { return nil }
    for sense in senses { if case .demonymNoun(let row) = sense.kind { return (row, sense) } }
    return nil
  }
  var quantifier: Int? {
    guard kinds.contains(.quantifier) else { return nil }
    for sense in senses { if case .quantifier(let row) = sense.kind { return row } }
    return nil
  }
  var numeral: Int? {
    guard kinds.contains(.numeral) else { return nil }
    for sense in senses { if case .numeral(let value) = sense.kind { return value } }
    return nil
  }
  var collective: Int? {
    guard kinds.contains(.collective) else { return nil }
    for sense in senses { if case .collective(let value) = sense.kind { return value } }
    return nil
  }
  var qualifier: FigureQualifier? {
    guard kinds.contains(.function) else { return nil }
    for sense in senses { if case .function(.qualifier(let qualifier)) = sense.kind { return qualifier } }
    return nil
  }
  var month: Int? {
    guard kinds.contains(.month) else { return nil }
    for sense in senses { if case .month(let month) = sense.kind { return month } }
    return nil
  }
  var time: Int? {
    guard kinds.contains(.time) else { return nil }
    for sense in senses { if case .time(let row) = sense.kind { return row } }
    return nil
  }
  var cue: Int? {
    guard kinds.contains(.cue) else { return nil }
    for sense in senses { if case .cue(let row) = sense.kind { return row } }
    return nil
  }
  var hasVerb: Bool { kinds.contains(.verb) }
  var isPossessive: Bool {
    functions.contains { if case .possessive = $0 { true } else { false } }
  }
  /// Whether it is an article of the plural.
  var isPluralArticle: Bool {
    functions.contains { if case .plural = $0 { true } else { false } }
  }
  /// Whether nothing in the ruleset knows it.
  var isUnknownWord: Bool { kind == .word && senses.isEmpty && entity == nil }
}
