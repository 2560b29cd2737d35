import DocumentModel
import Lexicons
import Quantities

/// Numbers, days and ages of several words as one unit, and numbers that count nobody.
extension UnitReader {
  /// The unit of a quantity; nil where the words are better read one by one, or a phrase of the tables says more.
  ///
  /// - Parameters:
  ///   - senses: what the longest phrase of the tables may be that begins there.
  ///   - end: where that phrase ends.
  func unit(of quantity: Quantity, _ senses: SenseSet, end: Int, _ tokens: ArraySlice<Token>) -> Unit? {
    let isPhrase = !senses.kinds.isDisjoint(with: [.time, .quantifier, .collective, .cue, .noun])
    guard end < quantity.tokens.upperBound || end == quantity.tokens.upperBound && !isPhrase else { return nil }
    var unit = Unit(tokens: quantity.tokens, span: quantity.span, kind: .number)
    switch quantity.value {
    case .number(let amount):
      return number(amount, quantity.tokens, senses, tokens)
    case .money, .measure:
      // "3 milioni di euro": the nouns of the tables say what is counted.
      guard let leading = quantity.leading, leading.tokens.count > 1 else { return nil }
      return number(leading.amount, leading.tokens, senses, tokens)
    case .about(let amount):
      // "una trentina": the article stands before the count.
      guard let value = amount.whole, !senses.senses.contains(where: \.isDeterminer) else { return nil }
      take(Sense(kind: .collective(value), isPlural: true), &unit)
    case .range(let low, let high):
      guard let first = low.whole, let last = high.whole, first >= 0, first < last else { return nil }
      unit.range = first...last
    case .date(let day):
      // A year or a month alone is told from a number by the word before it.
      guard day.month != nil, day.position == nil, day.day != nil || day.year != nil, quantity.tokens.count > 1,
        quantity.anchor != .story, !quantity.isGuessed
      else { return nil }
      unit.date = day
    case .dates(let first, _):
      // "dal 3 al 5 maggio" is no single day, and so none is told.
      guard first.day != nil else { return nil }
    case .age:
      guard let person = lexicon.person, quantity.tokens.count > 2, tokens[quantity.tokens.upperBound - 1].isJoined
      else { return nil }
      take(Sense(kind: .noun(person)), &unit)
      unit.isAge = true
    case .label:
      return named(quantity, tokens)
    default: return nil
    }
    return unit
  }

  /// "10 000", "duemilatrecento", "2 milioni": a number of several tokens, or of one word that no table knows.
  private func number(
    _ amount: Amount, _ range: Range<Int>, _ senses: SenseSet, _ tokens: ArraySlice<Token>
  ) -> Unit? {
    guard let value = amount.whole, value >= 0, range.count > 1 || senses.senses.isEmpty else { return nil }
    let span = TextSpan(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
    var unit = Unit(tokens: range, span: span, kind: .number)
    if tokens[range.lowerBound].kind == .number {
      unit.number = value
    } else {
      take(Sense(kind: .numeral(value), isPlural: value != 1), &unit)
    }
    return unit
  }

  private func take(_ sense: Sense, _ unit: inout Unit) {
    unit.kind = .word
    unit.senses = [sense]
    unit.kinds = SenseSet.Kinds(sense.kind)
  }

  /// "n. 2", "No. 2": the tables know the name by its words, whatever mark stands between.
  private func named(_ quantity: Quantity, _ tokens: ArraySlice<Token>) -> Unit? {
    guard let phrases = lexicon.languages[language] else { return nil }
    var state = PhraseTable<Int32>.root
    for index in quantity.tokens where tokens[index].kind == .word || tokens[index].kind == .number {
      state =
        state == PhraseTable<Int32>.root ? phrases.first(tokens[index].word) : phrases.step(state, tokens[index].word)
      guard state != PhraseTable<Int32>.dead else { return nil }
    }
    guard phrases.isEnd(state) else { return nil }
    let found = phrases.senses(state)
    var unit = Unit(tokens: quantity.tokens, span: quantity.span, kind: .word)
    unit.senses = found.senses
    unit.kinds = found.kinds
    return unit
  }

  /// The number of a single token, unless it is one that counts nobody: an hour, a share, a name.
  func setNumber(of unit: inout Unit, _ quantity: Quantity?, _ token: Token) {
    guard let quantity else { return }
    switch quantity.value {
    case .number(let amount):
      if token.kind == .number, quantity.tokens.count == 1 { unit.number = amount.whole.flatMap { $0 >= 0 ? $0 : nil } }
    case .date, .dates, .duration, .measure, .measures:
      // "undici mesi": what is counted is no person, and the noun may be one that the tables know.
      if token.kind == .number { unit.number = plainNumber(token) }
    case .money where quantity.leading.map { $0.tokens.contains(unit.tokens.lowerBound) } ?? false:
      if token.kind == .number { unit.number = plainNumber(token) }
    case .about, .range: break
    case .part(let amount) where amount.numerator != 1:
      // "28 su 121": the part counts.
      if token.kind == .number { unit.number = plainNumber(token) }
    default:
      guard unit.kinds.contains(.numeral) else { return }
      unit.senses.removeAll { if case .numeral = $0.kind { true } else { false } }
      unit.kinds = unit.senses.reduce(into: []) { $0.insert(SenseSet.Kinds($1.kind)) }
      if unit.senses.isEmpty { unit.kind = .number }
    }
  }

  private func plainNumber(_ token: Token) -> Int? {
    var value = 0
    for byte in text[Int(token.start)..<Int(token.end)] {
      guard byte >= 0x30, byte <= 0x39, value < 1_000_000_000 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}

extension Sense {
  fileprivate var isDeterminer: Bool {
    if case .function(.determiner) = kind { true } else { false }
  }
}
