import DocumentModel
import Gazetteers
import Languages
import Lexicons

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
  var isCapitalized = false
  var isFirst = false
  /// Whether it touches the word before, or only a hyphen stands between.
  var isJoined = false

  /// What an unknown word may be.
  enum Shape { case adverb, participle, other }

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

/// Finds the units of a sentence.
struct UnitReader {
  let lexicon: EventLexicon
  let gazetteer: Gazetteer
  let language: String
  let text: [UInt8]
  private let inflection: any Language
  private let grammar: Grammar

  init(lexicon: EventLexicon, gazetteer: Gazetteer, language: String, text: [UInt8]) {
    self.lexicon = lexicon
    self.gazetteer = gazetteer
    self.language = language
    self.text = text
    inflection = Languages.of(language)
    grammar = inflection.grammar
  }

  /// The units of the tokens, in order; `entities` gives the entity that begins at a token, and where it ends.
  func units(of tokens: ArraySlice<Token>, entities: TokenMentions) -> [Unit] {
    guard let phrases = lexicon.languages[language] else { return [] }
    var units: [Unit] = []
    units.reserveCapacity(tokens.count)
    var index = tokens.startIndex
    while index < tokens.endIndex {
      let token = tokens[index]
      let isFirst = index == tokens.startIndex
      var end = index + 1
      var senses = SenseSet()
      if token.kind == .word || token.kind == .number {
        var state = phrases.first(token.word)
        var next = index + 1
        var last = PhraseTable<Int32>.dead
        while state != PhraseTable<Int32>.dead {
          if phrases.isEnd(state) {
            end = next
            last = state
          }
          guard phrases.goesOn(state), next < tokens.endIndex,
            tokens[next].kind == .word || tokens[next].kind == .number,
            // "in northern" must not cut "northern Burkina Faso" off.
            entities[next] == nil
          else { break }
          state = phrases.step(state, tokens[next].word)
          next += 1
        }
        if last != PhraseTable<Int32>.dead { senses = phrases.senses(last) }
      }
      var unit = Unit(
        tokens: index..<end, span: TextSpan(Int(token.start), Int(tokens[end - 1].end)), kind: token.kind)
      if let found = entities[index], found.end >= end {
        unit.tokens = index..<found.end
        unit.span = TextSpan(Int(token.start), Int(tokens[found.end - 1].end))
        unit.entity = found.entity
        let type = gazetteer.entities[found.entity].type
        unit.isPlace = type == .place || type == .facility || type == .country
        // A demonym beside the entity of the same words stays readable as an adjective.
      } else {
        unit.senses = senses.senses
        unit.kinds = senses.kinds
        if unit.senses.isEmpty, token.kind == .word { readShape(of: &unit, token) }
      }
      unit.kind = token.kind
      unit.isCapitalized = token.isCapitalized
      unit.isFirst = isFirst
      unit.isJoined = token.isJoined
      if token.kind == .number { unit.number = value(of: token) }
      // Inside an Italian sentence a capital makes a name of what would else be a verb.
      if grammar.contains(.capitalsAreNames), token.isCapitalized, !isFirst, !token.isAllCapitals, unit.hasVerb {
        unit.senses.removeAll { if case .verb = $0.kind { true } else { false } }
        unit.kinds = unit.senses.reduce(into: []) { $0.insert(SenseSet.Kinds($1.kind)) }
      }
      units.append(unit)
      index = unit.tokens.upperBound
    }
    return units
  }

  /// What the ending of an unknown word tells: an adverb, a participle, or somebody's age ("un 34enne").
  private func readShape(of unit: inout Unit, _ token: Token) {
    let word = text[Int(token.start)..<Int(token.end)]
    switch inflection.shape(of: word) {
    case .person(let isPlural):
      guard let person = lexicon.person else { return }
      unit.senses = [Sense(kind: .noun(person), isPlural: isPlural)]
      unit.kinds = .noun
    case .participle where !token.isCapitalized: unit.shape = .participle
    case .adverb: unit.shape = .adverb
    case .participle, nil: break
    }
  }

  /// The whole number that digits mean; in Italian a full stop, in English a comma stands between thousands.
  private func value(of token: Token) -> Int? {
    var value = 0
    var groupDigits = -1
    for index in Int(token.start)..<Int(token.end) {
      let byte = text[index]
      if byte >= 0x30, byte <= 0x39 {
        guard value < 1_000_000_000 else { return nil }
        value = value * 10 + Int(byte - 0x30)
        if groupDigits >= 0 { groupDigits += 1 }
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        guard groupDigits == -1 || groupDigits == 3 else { return nil }
        groupDigits = 0
      } else {
        return nil
      }
    }
    return groupDigits == -1 || groupDigits == 3 ? value : nil
  }
}
