import Languages
import Lexicons

/// Lengths of time: "3 h", "due settimane", "un anno e mezzo", "half an hour", "1 anno, 2 mesi e 21 giorni".
extension QuantityReader {
  struct PeriodReading {
    var period: Period
    var next: Int
    /// One past its last byte, which may lie inside the last token.
    var end: Int
    /// "pochi giorni": nobody counted them.
    var isFew = false
  }

  /// The length that begins at a token.
  func period(at start: Int) -> PeriodReading? {
    guard var found = periodPart(at: start) else { return nil }
    // "1 mese e 21 giorni", "2 anni, 1 mese e 21 giorni"; a comma alone lists lengths: "due ore, tre giorni".
    var beforeComma: PeriodReading?
    while true {
      let hasComma = kind(found.next) == .comma
      let index = hasComma ? found.next + 1 : found.next
      let and = match(.and, at: index)
      guard let more = periodPart(at: and?.next ?? index), let whole = found.period.adding(more.period) else { break }
      if hasComma, and == nil {
        beforeComma = beforeComma ?? found
      } else if and != nil {
        beforeComma = nil
      }
      found.period = whole
      found.next = more.next
      found.end = more.end
    }
    guard let beforeComma, match(at: found.next, { $0.kind == .ago || $0.kind == .later || $0.kind == .hence }) == nil
    else { return found }
    return beforeComma
  }

  func unit(at index: Int) -> (period: Period, next: Int, isSingular: Bool)? {
    guard let found = match(at: index, { $0.kind == .unit || $0.kind == .units }) else { return nil }
    // "un secondo raid", "a second man": before a word that is a place in a row.
    if found.word.kind == .unit, case .ordinal = numberWord(at: index), kind(found.next) == .word,
      match(.of, at: found.next) == nil
    {
      return nil
    }
    return (words.periods[found.word.unit], found.next, found.word.kind == .unit)
  }

  private func periodPart(at start: Int) -> PeriodReading? {
    if let half = halfUnit(at: start) { return half }
    if let few = match(.few, at: start), let unit = unit(at: few.next),
      let period = unit.period.times(Amount(few.word.number))
    {
      return PeriodReading(period: period, next: unit.next, end: Int(tokens[unit.next - 1].end), isFew: true)
    }
    if let article = match(.indefinite, at: start), numberWord(at: start) == nil, let unit = unit(at: article.next),
      unit.isSingular
    {
      return withHalf(PeriodReading(period: unit.period, next: unit.next, end: Int(tokens[unit.next - 1].end)))
    }
    guard let number = number(at: start), !number.isOrdinal, number.amount.numerator > 0 else { return nil }
    if !number.suffix.isEmpty {
      // "3h", "3giorni", "3,5anni"
      let found = words.meanings(suffix: number.suffix).first { $0.kind == .unit || $0.kind == .units }
      guard let found, !number.isScaled, let period = words.periods[found.unit].times(number.amount) else { return nil }
      return PeriodReading(period: period, next: number.next, end: Int(tokens[number.next - 1].end))
    }
    var index = number.next
    // "30-minuti"
    if kind(index) == .dash, isJoined(index), isJoined(index + 1) { index += 1 }
    // "tre quarti d'ora"
    if number.isPart, let of = match(.of, at: index) { index = skipped(.indefinite, at: of.next) }
    guard let unit = unit(at: index), let period = unit.period.times(number.amount) else { return nil }
    var found = PeriodReading(period: period, next: unit.next, end: Int(tokens[unit.next - 1].end))
    if kind(found.next) == .stop, isJoined(found.next), !endsSentence(found.next) { found.next += 1 }
    return withHalf(found)
  }

  private func endsSentence(_ index: Int) -> Bool { index + 1 >= tokens.endIndex || tokens[index + 1].isCapitalized }

  /// "mezz'ora", "half an hour", "mezza giornata"
  private func halfUnit(at start: Int) -> PeriodReading? {
    guard let word = numberWord(at: start), case .part(let denominator) = word,
      let share = Amount(1, over: denominator), let unit = unit(at: skipped(.indefinite, at: start + 1)),
      let period = unit.period.times(share)
    else { return nil }
    return PeriodReading(period: period, next: unit.next, end: Int(tokens[unit.next - 1].end))
  }

  /// "un'ora e mezza", "a year and a half"
  private func withHalf(_ found: PeriodReading) -> PeriodReading {
    guard let and = match(.and, at: found.next), found.period.parts.count == 1 else { return found }
    let index = skipped(.indefinite, at: and.next)
    guard numberWord(at: index) == .part(2), let half = Amount(1, over: 2), unit(at: index + 1) == nil,
      let amount = found.period.parts[0].amount.plus(half)
    else { return found }
    return PeriodReading(
      period: Period(amount, found.period.parts[0].unit), next: index + 1, end: Int(tokens[index].end))
  }

  /// "tutto il giorno", "the whole week", "giorno intero", "semestre".
  func wholeUnit(at start: Int) -> Quantity? {
    if let whole = match(.whole, at: start), let unit = unit(at: whole.next), unit.isSingular {
      return quantity(.duration(unit.period), start, unit.next)
    }
    if let unit = unit(at: start), unit.isSingular, let whole = match(.whole, at: unit.next) {
      return quantity(.duration(unit.period), start, whole.next)
    }
    if let span = match(.span, at: start) {
      return quantity(.duration(words.periods[span.word.unit]), start, span.next)
    }
    return nil
  }
}
