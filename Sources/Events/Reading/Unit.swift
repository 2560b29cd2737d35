import DocumentModel
import Gazetteers
import Lexicons

/// The longest thing that the ruleset knows at one place of a sentence, or a single unknown token.
struct Unit {
  var tokens: Range<Int>
  var span: TextSpan
  var kind: TokenKind
  var senses: [Sense] = []
  /// An entity, as a position in the gazetteer.
  var entity: Int?
  /// Whether that entity is somewhere.
  var isPlace = false
  /// The value of a number written in digits.
  var number: Int?
  var isCapitalized = false
  var isFirst = false

  func function() -> FunctionWord? {
    for sense in senses { if case .function(let word) = sense.kind { return word } }
    return nil
  }
  var functions: [FunctionWord] {
    senses.compactMap { if case .function(let word) = $0.kind { word } else { nil } }
  }
  var preposition: (Preposition, Bool)? {
    for sense in senses {
      if case .function(.preposition(let preposition, let hasArticle)) = sense.kind { return (preposition, hasArticle) }
    }
    return nil
  }
  var determiner: FunctionWord.Determiner? {
    for sense in senses { if case .function(.determiner(let determiner)) = sense.kind { return determiner } }
    return nil
  }
  var noun: (Int, Sense)? {
    for sense in senses { if case .noun(let row) = sense.kind { return (row, sense) } }
    return nil
  }
  var eventNoun: (Int, Sense)? {
    for sense in senses { if case .eventNoun(let row) = sense.kind { return (row, sense) } }
    return nil
  }
  var adjective: Int? {
    for sense in senses { if case .adjective(let row) = sense.kind { return row } }
    return nil
  }
  var demonymAdjective: (Int, Sense)? {
    for sense in senses { if case .demonymAdjective(let row) = sense.kind { return (row, sense) } }
    return nil
  }
  var demonymNoun: (Int, Sense)? {
    for sense in senses { if case .demonymNoun(let row) = sense.kind { return (row, sense) } }
    return nil
  }
  var quantifier: Int? {
    for sense in senses { if case .quantifier(let row) = sense.kind { return row } }
    return nil
  }
  var numeral: Int? {
    for sense in senses { if case .numeral(let value) = sense.kind { return value } }
    return nil
  }
  var collective: Int? {
    for sense in senses { if case .collective(let value) = sense.kind { return value } }
    return nil
  }
  var qualifier: FigureQualifier? {
    for sense in senses { if case .function(.qualifier(let qualifier)) = sense.kind { return qualifier } }
    return nil
  }
  var month: Int? {
    for sense in senses { if case .month(let month) = sense.kind { return month } }
    return nil
  }
  var time: Int? {
    for sense in senses { if case .time(let row) = sense.kind { return row } }
    return nil
  }
  var cue: Int? {
    for sense in senses { if case .cue(let row) = sense.kind { return row } }
    return nil
  }
  var hasVerb: Bool {
    senses.contains {
      switch $0.kind {
      case .verb, .saying, .control, .support: true
      default: false
      }
    }
  }
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

  /// The units of the tokens, in order; `entities` gives the entity that begins at a token, and where it ends.
  func units(of tokens: ArraySlice<Token>, entities: [Int: (end: Int, entity: Int)]) -> [Unit] {
    guard let phrases = lexicon.languages[language] else { return [] }
    var units: [Unit] = []
    units.reserveCapacity(tokens.count)
    var index = tokens.startIndex
    while index < tokens.endIndex {
      let token = tokens[index]
      let isFirst = index == tokens.startIndex
      var end = index + 1
      var senses: [Sense] = []
      if token.kind == .word || token.kind == .number, phrases.opens(token.word) {
        var state = PhraseTable<Sense>.root
        var next = index
        while next < tokens.endIndex {
          guard tokens[next].kind == .word || tokens[next].kind == .number else { break }
          state = phrases.step(state, tokens[next].word)
          guard state != PhraseTable<Sense>.dead else { break }
          next += 1
          if phrases.isEnd(state) {
            end = next
            senses = phrases.meanings(state)
          }
        }
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
        unit.senses = []
      } else {
        unit.senses = senses
      }
      unit.kind = token.kind
      unit.isCapitalized = token.isCapitalized
      unit.isFirst = isFirst
      if token.kind == .number { unit.number = value(of: token) }
      // Inside an Italian sentence a capital makes a name of what would else be a verb.
      if language == "it", token.isCapitalized, !isFirst, !token.isAllCapitals {
        unit.senses.removeAll { if case .verb = $0.kind { true } else { false } }
      }
      units.append(unit)
      index = unit.tokens.upperBound
    }
    return units
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
