import Languages
import Lexicons

/// Numbers with what they measure: "il 40 per cento", "$2.3 million", "3-5 km", "tra 10 e 15", "3-1".
extension QuantityReader {
  /// "$2.3 million", "€ 500", "US$5bn".
  func moneyBefore(at start: Int) -> Quantity? {
    guard start + 1 < tokens.endIndex else { return nil }
    guard isCurrencySign(start) || match(.money, at: start)?.next == start + 1,
      var number = number(at: start + 1), !number.isOrdinal, !number.isArticle
    else { return nil }
    if !number.suffix.isEmpty, !number.isScaled {
      // "$5m": behind a sum the letters are powers of ten and no metres.
      let factor =
        number.suffix == [UInt8(ascii: "m")] ? 1_000_000 : number.suffix == [UInt8(ascii: "b")] ? 1_000_000_000 : 0
      guard factor > 0, let amount = number.amount.times(factor) else { return nil }
      number.amount = amount
      number.end = Int(tokens[number.next - 1].end)
    }
    return quantity(.money(number.amount), start, number.next, end: number.end)
  }

  private func isCurrencySign(_ index: Int) -> Bool {
    guard index < tokens.endIndex, tokens[index].kind == .other else { return false }
    let bytes = text[Int(tokens[index].start)..<Int(tokens[index].end)]
    return bytes.elementsEqual([0x24]) || bytes.elementsEqual([0xE2, 0x82, 0xAC]) || bytes.elementsEqual([0xC2, 0xA3])
      || bytes.elementsEqual([0xC2, 0xA5])
  }

  /// A number with what follows it, or two with what stands between them.
  func measured(at start: Int) -> Quantity? {
    if let range = range(at: start) { return range }
    if let length = period(at: start) { return lasting(length, start) }
    guard let number = signed(at: start) else { return nil }
    if !number.suffix.isEmpty, !number.isScaled { return withSuffix(number, start) }
    if number.isOrdinal { return ordinal(number, start) }
    if let unit = measure(at: number.next, number.amount) {
      var found = quantity(unit.value, start, unit.next)
      found.leading = Quantity.Leading(tokens: start..<number.next, amount: number.amount)
      return found
    }
    if number.isPart { return quantity(.part(number.amount), start, number.next) }
    if number.isAbout { return quantity(.about(number.amount), start, number.next) }
    return quantity(.number(number.amount), start, number.next, end: number.end)
  }

  private func lasting(_ length: PeriodReading, _ start: Int) -> Quantity {
    // "23-year-old", "four months old", "30 anni di età"
    if let old = match(.old, at: kind(length.next) == .dash ? length.next + 1 : length.next) {
      return quantity(.age(length.period), start, old.next)
    }
    return quantity(.duration(length.period), start, length.next, end: length.end)
  }

  private func ordinal(_ number: NumberReading, _ start: Int) -> Quantity? {
    guard let position = number.amount.whole else { return nil }
    // "prima" and "secondo" are before and according to, "first" is at first, unless an article makes them a place.
    guard
      number.digits > 0 || position > 2
        || start > tokens.startIndex && match(at: start - 1, { Self.articles.contains($0.kind) }) != nil
    else { return nil }
    return quantity(.ordinal(position), start, number.next)
  }

  /// "29km", "45enne", "5G".
  private func withSuffix(_ number: NumberReading, _ start: Int) -> Quantity? {
    let last = number.next - 1
    if case .person = words.language.shape(of: lowered(Int(tokens[last].start), Int(tokens[last].end))[...]) {
      return quantity(.age(Period(number.amount, .year)), start, number.next)
    }
    for meaning in words.meanings(suffix: number.suffix) {
      switch meaning.kind {
      case .measure: return quantity(.measure(number.amount, words.names[meaning.unit]), start, number.next)
      case .money: return quantity(.money(number.amount), start, number.next)
      case .percent: return quantity(.percentage(number.amount), start, number.next)
      default: continue
      }
    }
    return quantity(.label, start, number.next)
  }

  /// What a number counts that is no thing or person: parts of a hundred, money, lengths.
  private func measure(at index: Int, _ amount: Amount) -> (value: Quantity.Value, next: Int)? {
    if isMark(index, UInt8(ascii: "%")) { return (.percentage(amount), index + 1) }
    if let percent = match(.percent, at: index) { return (.percentage(amount), percent.next) }
    if isCurrencySign(index) { return (.money(amount), index + 1) }
    let joined = kind(index) == .dash && isJoined(index) && isJoined(index + 1) ? index + 1 : index
    // "2 milioni di euro"
    for place in [joined, skipped(.of, at: index)] {
      if let money = match(.money, at: place) { return (.money(amount), money.next) }
      if let found = match(.measure, at: place) { return (.measure(amount, words.names[found.word.unit]), found.next) }
    }
    return nil
  }

  // MARK: - Ranges

  /// "10-15", "tra 10 e 15", "from ten to fifteen", "eight to ten", "otto o dieci", "otto-dieci"; "3-1" is a score.
  private func range(at start: Int) -> Quantity? {
    let opener = match(at: start) { $0.kind == .between || $0.kind == .from }
    let index = opener.map { skipped(.definite, at: $0.next) } ?? start
    guard index < tokens.endIndex, let low = number(at: index), isBare(low) else { return nil }
    guard let next = joint(opener?.word.kind, low, index), next < tokens.endIndex, let high = number(at: next),
      isBare(high)
    else { return nil }
    let isHyphen = kind(low.next) == .dash
    if high.amount.text == low.amount.text || !isLess(low.amount, high.amount) {
      guard opener == nil, isHyphen, low.isPlain, high.isPlain, low.digits <= 2, high.digits <= 2 else { return nil }
      return quantity(.score, start, high.next)
    }
    if let first = low.amount.whole, let last = high.amount.whole, low.isPlain, high.isPlain, low.digits == 4,
      high.digits == 4, (1000...2199).contains(first), (1000...2199).contains(last), isHyphen || opener != nil
    {
      return quantity(.dates(PartialDay(year: first), PartialDay(year: last)), start, high.next)
    }
    if let unit = measure(at: high.next, high.amount) {
      let name: String =
        switch unit.value {
        case .measure(_, let name): name
        case .percentage: "%"
        default: "money"
        }
      return quantity(.measures(low.amount, high.amount, name), start, unit.next)
    }
    if let unit = unit(at: high.next) {
      return quantity(.measures(low.amount, high.amount, unit.period.text), start, unit.next)
    }
    return quantity(.range(low.amount, high.amount), start, high.next)
  }

  private func isBare(_ number: NumberReading) -> Bool {
    !number.isOrdinal && !number.isPart && !number.isArticle && (number.suffix.isEmpty || number.isScaled)
  }

  private func isLess(_ left: Amount, _ right: Amount) -> Bool {
    guard let difference = right.plus(left.negative) else { return false }
    return difference.numerator > 0
  }

  /// The token behind what ties two numbers to a range.
  private func joint(_ opener: QuantityWord.Kind?, _ low: NumberReading, _ start: Int) -> Int? {
    let index = low.next
    switch opener {
    case .between: return match(.and, at: index).map { skipped(.definite, at: $0.next) }
    case .from: return match(.to, at: index).map { skipped(.definite, at: $0.next) }
    default: break
    }
    if kind(index) == .dash { return index + 1 }
    // "Otto-dieci": a hyphen between letters is no token.
    if isJoined(index), kind(index) == .word, low.digits == 0 { return index }
    if let or = match(.or, at: index) { return or.next }
    // "eight to ten", but not "a 10": in Italian "a" alone leads somewhere.
    guard let to = match(.to, at: index), words.grammar.contains(.andInsideNumbers) else { return nil }
    return to.next
  }
}
