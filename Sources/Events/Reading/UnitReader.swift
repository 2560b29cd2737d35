import DocumentModel
import Gazetteers
import Languages
import Lexicons
import Quantities

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
  func units(of tokens: ArraySlice<Token>, entities: TokenMentions, quantities: [Quantity]) -> [Unit] {
    guard let phrases = lexicon.languages[language] else { return [] }
    var units: [Unit] = []
    units.reserveCapacity(tokens.count)
    var index = tokens.startIndex
    var nextQuantity = 0
    while index < tokens.endIndex {
      let token = tokens[index]
      let isFirst = index == tokens.startIndex
      while nextQuantity < quantities.count, quantities[nextQuantity].tokens.upperBound <= index { nextQuantity += 1 }
      let quantity =
        nextQuantity < quantities.count && quantities[nextQuantity].tokens.contains(index)
        ? quantities[nextQuantity] : nil
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
      if let quantity, quantity.tokens.lowerBound == index, quantity.tokens.allSatisfy({ entities[$0] == nil }),
        var unit = unit(of: quantity, senses, end: end, tokens)
      {
        unit.isCapitalized = token.isCapitalized
        unit.isFirst = isFirst
        unit.isJoined = token.isJoined
        units.append(unit)
        index = unit.tokens.upperBound
        continue
      }
      var unit = Unit(
        tokens: index..<end, span: TextSpan(Int(token.start), Int(tokens[end - 1].end)), kind: token.kind)
      if let found = entities[index], found.end >= end {
        unit.tokens = index..<found.end
        unit.span = TextSpan(Int(token.start), Int(tokens[found.end - 1].end))
        unit.entity = found.entity
        let type = gazetteer.type(of: found.entity)
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
      setNumber(of: &unit, quantity, token)
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
}
