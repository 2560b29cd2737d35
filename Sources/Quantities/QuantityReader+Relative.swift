import Languages
import Lexicons

/// Days that are reckoned from another one: "ieri", "two days ago", "tra tre giorni", "venerdì della prossima settimana".
extension QuantityReader {
  func relative(at start: Int) -> Quantity? {
    // "Friday next week", "the first Friday of this month" and "ten days from tomorrow" begin with what may stand alone.
    let turns = has(.last) || has(.current) || has(.next)
    if has(.weekday), let found = weekdayOfWeek(at: start) ?? weekdayOfMonth(at: start) { return found }
    if turns, let found = dayOfOtherMonth(at: start) { return found }
    if mayReckon, let found = reckoned(at: start) { return found }
    if let story = match(.storyDay, at: start), endsClause(story.next) {
      return day(story.word.number, start, story.next, anchor: .story)
    }
    if let named = match(.day, at: start) { return day(named.word.number, start, named.next, anchor: .report) }
    return turns ? nearWeekday(at: start) ?? nearUnit(at: start) : nil
  }

  /// Whether the sentence has a word such as "fa", "tra", "later", without which no day is reckoned from another one.
  private var mayReckon: Bool {
    has(.within) || has(.ago) || has(.hence) || has(.later) || has(.earlier) || has(.from)
  }

  private func day(_ offset: Int, _ start: Int, _ next: Int, anchor: Quantity.Anchor) -> Quantity {
    if let found = today?.adding(days: offset) {
      return quantity(.date(PartialDay(found)), start, next, anchor: anchor)
    }
    return quantity(
      .distance(Period(Amount(abs(offset)), .day), backwards: offset < 0), start, next, anchor: anchor)
  }

  // MARK: - So long ago

  /// "due anni fa", "two weeks from now", "tra tre giorni", "four days from yesterday", "two sundays from now".
  private func reckoned(at start: Int) -> Quantity? {
    if let within = match(.within, at: start), let length = period(at: within.next), length.period.isInDays,
      match(at: length.next, { $0.kind == .hence || $0.kind == .ago || $0.kind == .and }) == nil,
      !length.isFew, !isRange(within.next)
    {
      return moved(length.period, from: today, backwards: false, start, length.next, anchor: .report)
    }
    if let weeks = weekdaysFromNow(at: start) { return weeks }
    guard let length = period(at: start), length.period.isInDays else { return nil }
    if let ago = match(.ago, at: length.next) {
      return moved(length.period, from: today, backwards: true, start, ago.next, anchor: .report)
    }
    if let hence = match(.hence, at: length.next) {
      return moved(length.period, from: today, backwards: false, start, hence.next, anchor: .report)
    }
    // "two days from tomorrow", "tre giorni prima di ieri"
    for (kind, backwards) in [(QuantityWord.Kind.from, false), (.later, false), (.earlier, true)] {
      guard let tie = match(kind, at: length.next) else { continue }
      if let base = match(.day, at: tie.next) {
        return moved(
          length.period, from: today?.adding(days: base.word.number), backwards: backwards, start, base.next,
          anchor: .report)
      }
      guard kind != .from, endsClause(tie.next) else { continue }
      return moved(length.period, from: today, backwards: backwards, start, tie.next, anchor: .story)
    }
    return nil
  }

  /// Whether a range opens, "tra 3 e 5 giorni": that is no day to come.
  private func isRange(_ index: Int) -> Bool {
    guard let number = number(at: index) else { return false }
    return match(.and, at: number.next) != nil && self.number(at: number.next + 1) != nil
  }

  private func moved(
    _ period: Period, from base: CalendarDay?, backwards: Bool, _ start: Int, _ next: Int, anchor: Quantity.Anchor
  ) -> Quantity {
    if let base, let found = period.day(from: base, backwards: backwards) {
      return quantity(.date(PartialDay(found)), start, next, anchor: anchor)
    }
    return quantity(.distance(period, backwards: backwards), start, next, anchor: anchor)
  }

  /// "two sundays from now"
  private func weekdaysFromNow(at start: Int) -> Quantity? {
    guard let number = number(at: start), let count = number.amount.whole, (1...52).contains(count), !number.isOrdinal,
      number.suffix.isEmpty, let weekday = match(.weekday, at: number.next) ?? pluralWeekday(at: number.next),
      let hence = match(at: weekday.next, { $0.kind == .hence || $0.kind == .later }), let today
    else { return nil }
    let first = (weekday.word.number - today.weekday + 6) % 7 + 1
    guard let found = today.adding(days: first + (count - 1) * 7) else { return nil }
    return quantity(.date(PartialDay(found)), start, hence.next, anchor: .report)
  }

  /// "sundays": the table has only one of them.
  private func pluralWeekday(at index: Int) -> (word: QuantityWord, next: Int)? {
    guard kind(index) == .word, tokens[index].end - tokens[index].start > 4 else { return nil }
    let letters = lowered(Int(tokens[index].start), Int(tokens[index].end))
    guard letters.last == UInt8(ascii: "s") else { return nil }
    return words.meanings(suffix: Array(letters.dropLast())).first { $0.kind == .weekday }.map { ($0, index + 1) }
  }

  // MARK: - The last, this, the next

  /// -1, 0 or 1 for "scorso", "questo", "prossimo".
  private func direction(at index: Int) -> (offset: Int, next: Int)? {
    guard let found = match(at: index, { $0.kind == .last || $0.kind == .current || $0.kind == .next }) else {
      return nil
    }
    return (found.word.kind == .last ? -1 : found.word.kind == .next ? 1 : 0, found.next)
  }

  /// "prossima settimana", "settimana scorsa", "this month", "the coming year".
  private func turned(at start: Int) -> (offset: Int, unit: Period.Unit, next: Int)? {
    var found: (Int, Period, Int)?
    if let direction = direction(at: start), let unit = unit(at: direction.next), unit.isSingular {
      found = (direction.offset, unit.period, unit.next)
    } else if let unit = unit(at: start), unit.isSingular, let direction = direction(at: unit.next) {
      // "l'anno passato dal fronte" would be another thing, but "un anno questo" is none.
      guard direction.offset != 0 else { return nil }
      found = (direction.offset, unit.period, direction.next)
    }
    guard let (offset, period, next) = found, period.parts.count == 1, period.parts[0].amount == Amount(1),
      period.isInDays
    else { return nil }
    return (offset, period.parts[0].unit, next)
  }

  private func monday(ofWeek offset: Int) -> CalendarDay? {
    today.flatMap { $0.adding(days: offset * 7 + 1 - $0.weekday) }
  }

  private func onWeekday(_ weekday: Int, ofWeek offset: Int, _ start: Int, _ next: Int) -> Quantity {
    if let day = monday(ofWeek: offset)?.adding(days: weekday - 1) {
      return quantity(.date(PartialDay(day)), start, next, anchor: .report)
    }
    return quantity(.date(PartialDay(weekday: weekday)), start, next, anchor: .report)
  }

  /// "questa settimana, venerdì", "next week on Friday", "on Friday next week", "venerdì della prossima settimana".
  private func weekdayOfWeek(at start: Int) -> Quantity? {
    if let week = turned(at: start), week.unit == .week {
      var index = week.next
      if kind(index) == .comma { index += 1 }
      if let tie = match(at: index, { $0.kind == .on || $0.kind == .of }) { index = tie.next }
      guard let weekday = match(.weekday, at: index) else { return nil }
      return onWeekday(weekday.word.number, ofWeek: week.offset, start, weekday.next)
    }
    var index = start
    if match(.weekday, at: start) == nil, let on = match(.on, at: start) { index = on.next }
    guard let weekday = match(.weekday, at: index) else { return nil }
    var next = kind(weekday.next) == .comma ? weekday.next + 1 : weekday.next
    next = skipped(.definite, at: skipped(.of, at: next))
    guard let week = turned(at: next), week.unit == .week else { return nil }
    return onWeekday(weekday.word.number, ofWeek: week.offset, start, week.next)
  }

  /// "questo venerdì", "domenica scorsa", "next Sunday". The last one is the last before today; the next one is the one
  /// of next week.
  private func nearWeekday(at start: Int) -> Quantity? {
    var offset: Int?
    var weekday: Int?
    var next = start
    if let direction = direction(at: start), let found = match(.weekday, at: direction.next) {
      (offset, weekday, next) = (direction.offset, found.word.number, found.next)
    } else if let found = match(.weekday, at: start), let direction = direction(at: found.next) {
      (offset, weekday, next) = (direction.offset, found.word.number, direction.next)
    }
    guard let offset, let weekday else { return nil }
    if offset < 0, let today {
      let back = (today.weekday - weekday + 6) % 7 + 1
      return day(-back, start, next, anchor: .report)
    }
    return onWeekday(weekday, ofWeek: offset, start, next)
  }

  /// "la settimana scorsa", "il mese prossimo", "this year".
  private func nearUnit(at start: Int) -> Quantity? {
    guard let found = turned(at: start) else { return nil }
    guard let today else {
      guard found.offset != 0 else { return nil }
      return quantity(
        .distance(Period(Amount(1), found.unit), backwards: found.offset < 0), start, found.next, anchor: .report)
    }
    switch found.unit {
    case .day: return endsClause(found.next) ? day(found.offset, start, found.next, anchor: .report) : nil
    case .week:
      guard let week = monday(ofWeek: found.offset)?.week else { return nil }
      return quantity(.week(year: week.year, week: week.week), start, found.next, anchor: .report)
    case .month:
      guard let month = today.adding(months: found.offset) else { return nil }
      return quantity(.date(PartialDay(year: month.year, month: month.month)), start, found.next, anchor: .report)
    case .year:
      return quantity(.date(PartialDay(year: today.year + found.offset)), start, found.next, anchor: .report)
    case .hour, .minute, .second: return nil
    }
  }

  // MARK: - In a month

  /// A month that a token names or reckons: "luglio", "questo mese", "next month".
  private func namedMonth(at index: Int) -> (year: Int?, month: Int, next: Int)? {
    if let month = month(at: index) {
      if let year = year(at: month.next) { return (year.year, month.number, year.next) }
      return (nil, month.number, month.next)
    }
    guard let found = turned(at: skipped(.definite, at: index)), found.unit == .month,
      let moved = today?.adding(months: found.offset)
    else { return nil }
    return (moved.year, moved.month, found.next)
  }

  /// "il primo venerdì di luglio", "the second Monday of next month", "[seconda domenica]".
  private func weekdayOfMonth(at start: Int) -> Quantity? {
    let article = match(.definite, at: start)
    let inner = article?.next ?? start
    guard let number = number(at: inner), number.isOrdinal, let position = number.amount.whole,
      (1...5).contains(position), let weekday = match(.weekday, at: number.next)
    else { return nil }
    if let of = match(.of, at: weekday.next), let month = namedMonth(at: of.next) {
      guard let year = month.year else {
        let found = PartialDay(month: month.month, weekday: weekday.word.number, position: position)
        return quantity(.date(found), start, month.next)
      }
      return quantity(
        .date(nth(position, weekday.word.number, year, month.month)), start, month.next, anchor: .report)
    }
    guard article == nil else { return nil }
    guard let today else {
      return quantity(
        .date(PartialDay(weekday: weekday.word.number, position: position)), start, weekday.next, anchor: .report)
    }
    return quantity(
      .date(nth(position, weekday.word.number, today.year, today.month)), start, weekday.next, anchor: .report)
  }

  private func nth(_ position: Int, _ weekday: Int, _ year: Int, _ month: Int) -> PartialDay {
    guard let first = CalendarDay(year: year, month: month, day: 1) else { return PartialDay(year: year, month: month) }
    let day = 1 + (weekday - first.weekday + 7) % 7 + (position - 1) * 7
    return PartialDay(year: year, month: month, day: day)
  }

  /// "il 20 del prossimo mese", "31st of this month".
  private func dayOfOtherMonth(at start: Int) -> Quantity? {
    let article = match(.definite, at: start)
    let inner = article?.next ?? start
    guard inner < tokens.endIndex, let day = dayOfMonth(at: inner), let of = match(.of, at: day.next),
      let found = turned(at: skipped(.definite, at: of.next)), found.unit == .month,
      let moved = today?.adding(months: found.offset)
    else { return nil }
    return quantity(
      .date(PartialDay(year: moved.year, month: moved.month, day: day.day)), start, found.next, anchor: .report)
  }
}
