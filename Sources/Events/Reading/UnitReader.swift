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

  /// The longest phrase that begins at a token: its state, and one past its last token.
  private static func longest(
    at index: Int, in tokens: ArraySlice<Token>, _ phrases: Phrases, _ entities: TokenMentions
  ) -> (state: Int32, end: Int)? {
    guard tokens[index].kind == .word || tokens[index].kind == .number else { return nil }
    var state = phrases.first(tokens[index].word)
    var next = index + 1
    var found: (state: Int32, end: Int)?
    while state != PhraseTable<Int32>.dead {
      if phrases.isEnd(state) { found = (state, next) }
      guard phrases.goesOn(state), next < tokens.endIndex,
        tokens[next].kind == .word || tokens[next].kind == .number,
        // "in northern" must not cut "northern Burkina Faso" off.
        entities[next] == nil
      else { break }
      state = phrases.step(state, tokens[next].word)
      next += 1
    }
    return found
  }

  /// Whether any unit of the tokens, numbers taken word by word, may tell of an event or count victims, or a dash stands
  /// where one would close a dateline. What ``units(of:entities:quantities:)`` finds, without making units.
  func mayTell(_ tokens: ArraySlice<Token>, entities: TokenMentions) -> Bool {
    guard let phrases = lexicon.languages[language] else { return false }
    var index = tokens.startIndex
    var position = 0
    while index < tokens.endIndex {
      let token = tokens[index]
      if token.kind == .dash, position < Self.datelineLength { return true }
      let phrase = Self.longest(at: index, in: tokens, phrases, entities)
      let end = phrase?.end ?? index + 1
      position += 1
      if let found = entities[index], found.end >= end {
        index = found.end
        continue
      }
      let isName =
        grammar.contains(.capitalsAreNames) && token.isCapitalized && index > tokens.startIndex
        && !token.isAllCapitals
      if let phrase {
        let senses = phrases.senses(phrase.state)
        if !senses.kinds.isDisjoint(with: [.verb, .eventNoun, .noun]) {
          for sense in senses.senses {
            switch sense.kind {
            case .verb: if !isName { return true }
            case .eventNoun: return true
            case .noun(let row): if lexicon.mayTell(noun: row) { return true }
            default: continue
            }
          }
        }
      } else if token.kind == .word, let person = lexicon.person, lexicon.mayTell(noun: person),
        case .person = inflection.shape(of: text[Int(token.start)..<Int(token.end)])
      {
        return true
      }
      index = end
    }
    return false
  }

  /// A dash among so many units may close a dateline.
  static let datelineLength = 9

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
      if let found = Self.longest(at: index, in: tokens, phrases, entities) {
        end = found.end
        senses = phrases.senses(found.state)
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
      index = unit.tokens.upperBound
      units.append(unit)
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
