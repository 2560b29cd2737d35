import Languages
import Lexicons

/// Days as they are written out, "il 2 ottobre 2016", "October 2nd, 2016", "Tuesday the 21st".
extension QuantityReader {
  /// The day, the days, the month or the year that begins at a token.
  func date(at start: Int) -> Quantity? {
    if let relative = relative(at: start) { return relative }
    if let range = dateRange(at: start) { return range }
    if let found = wholeDate(at: start) { return found }
    return yearOrDecade(at: start)
  }

  private func wholeDate(at start: Int) -> Quantity? {
    var index = start
    var weekday: Int?
    if let found = match(.weekday, at: start), isName(start) {
      weekday = found.word.number
      index = afterComma(afterStop(found.next))
    }
    // The article belongs to the day that is written in digits: "il 2 ottobre", but "il [primo maggio]".
    let article = match(.definite, at: index)
    let inner = article?.next ?? index
    if let found = written(at: inner) ?? numeric(at: inner) ?? monthFirst(at: index) {
      let isArticleIn = weekday == nil && article != nil && (found.opensWithDigits || found.isOrdinalInDigits)
      let first = weekday != nil || isArticleIn || article == nil ? start : inner
      guard first == start || inner == index else { return nil }
      var date = quantity(.date(found.day), first, found.next)
      date.isGuessed = found.isGuessed
      return date
    }
    if let weekday {
      return weekdayAndDay(weekday, start, index) ?? weekdayAlone(weekday, start)
    }
    return dayAlone(at: start)
  }

  struct DateReading {
    var day: PartialDay
    var next: Int
    var opensWithDigits = false
    var isOrdinalInDigits = false
    /// Day and month could change places.
    var isGuessed = false
  }

  /// Names of months and days begin with a capital where the word is another one too: "may", "march", "sat".
  private func isName(_ index: Int) -> Bool { tokens[index].isCapitalized || match(.capital, at: index) == nil }

  func month(at index: Int) -> (number: Int, next: Int)? {
    guard let found = match(.month, at: index), isName(index) else { return nil }
    return (found.word.number, found.next)
  }

  private func afterComma(_ index: Int) -> Int { kind(index) == .comma ? index + 1 : index }

  /// A day of the month, "2", "21st", "1°", "primo", "twenty-first".
  func dayOfMonth(at index: Int) -> (day: Int, next: Int, isDigits: Bool, isOrdinal: Bool)? {
    guard index < tokens.endIndex else { return nil }
    if tokens[index].kind == .number || startsWithDigit(index) {
      guard let number = number(at: index), number.suffix.isEmpty, number.isPlain || number.isOrdinal,
        number.digits <= 2, let day = number.amount.whole, (1...31).contains(day)
      else { return nil }
      return (day, number.next, true, number.isOrdinal)
    }
    guard let number = number(at: index), !number.isArticle, !number.isAbout, let day = number.amount.whole,
      (1...31).contains(day), !number.isOrdinal || words.grammar.contains(.dayBehindMonth) || day == 1
    else { return nil }
    return (day, number.next, false, number.isOrdinal)
  }

  /// "2016", "duemiladiciotto", "nineteen seventy-eight", "'16"; only behind a month or where a word says so.
  func year(at index: Int) -> (year: Int, next: Int)? {
    guard index < tokens.endIndex else { return nil }
    if tokens[index].kind == .number {
      guard tokens[index].end - tokens[index].start == 4, let number = number(at: index), number.isPlain,
        let year = number.amount.whole, (1000...2199).contains(year), number.next == index + 1
      else { return nil }
      return (year, index + 1)
    }
    guard let number = number(at: index), number.digits == 0, !number.isOrdinal, !number.isAbout,
      let value = number.amount.whole
    else { return nil }
    if (1000...2199).contains(value) { return (value, number.next) }
    // "nineteen seventy-eight", "nineteen zero one"
    guard (10...21).contains(value), words.grammar.contains(.andInsideNumbers) else { return nil }
    let rest = numberWord(at: number.next) == .cardinal(0) ? number.next + 1 : number.next
    guard let low = self.number(at: rest), low.digits == 0, !low.isOrdinal, let units = low.amount.whole,
      rest > number.next ? (1...9).contains(units) : (10...99).contains(units)
    else { return nil }
    return (value * 100 + units, low.next)
  }

  /// "2 ottobre 2016", "2/Ott", "16. Nov. 2016", "tenth of September, two thousand".
  private func written(at start: Int) -> DateReading? {
    guard let day = dayOfMonth(at: start) else { return nil }
    var index = afterStop(day.next)
    if isSeparator(index) {
      index += 1
    } else {
      index = skipped(.of, at: index)
    }
    guard let month = month(at: index) else { return nil }
    var found = DateReading(
      day: PartialDay(month: month.number, day: day.day), next: month.next, opensWithDigits: day.isDigits,
      isOrdinalInDigits: day.isDigits && day.isOrdinal)
    addYear(&found)
    return found
  }

  private func isSeparator(_ index: Int) -> Bool {
    guard index < tokens.endIndex, isJoined(index), isJoined(index + 1) else { return false }
    return tokens[index].kind == .dash || isMark(index, UInt8(ascii: "/"))
  }

  /// Takes the year behind a month, and the full stop of a short form.
  private func addYear(_ found: inout DateReading) {
    let stop = afterStop(found.next)
    // A full stop that ends the sentence belongs to the short form all the same: "il 2 ott."
    var index = isSeparator(stop) ? stop + 1 : stop
    if let year = year(at: index) ?? year(at: afterComma(index)) {
      found.day.year = year.year
      found.next = year.next
      return
    }
    index = stop
    if found.opensWithDigits, found.next < stop, match(.month, at: found.next - 1)?.word.isShort ?? false {
      found.next = stop
    }
  }

  /// "October 2nd, 2016", "Oct. 2", "Jan-1", "Settembre, il ventuno", "ottobre 2016", "May twenty-first".
  private func monthFirst(at start: Int) -> DateReading? {
    guard let month = joinedMonth(at: start) ?? month(at: start) else { return nil }
    if let day = joinedDay(at: start) {
      var found = DateReading(day: PartialDay(month: month.number, day: day), next: start + 1)
      addYear(&found)
      return found
    }
    var index = afterStop(month.next)
    if isSeparator(index) { index += 1 }
    let isBehind = words.grammar.contains(.dayBehindMonth)
    // "Settembre, il ventuno": elsewhere the day follows the month only behind a comma and an article.
    var inner = index
    if isBehind {
      inner = skipped(.definite, at: index)
    } else if kind(index) == .comma, let article = match(.definite, at: index + 1) {
      inner = article.next
    }
    if isBehind || inner > index, let day = dayOfMonth(at: inner), year(at: inner) == nil {
      var found = DateReading(day: PartialDay(month: month.number, day: day.day), next: day.next)
      addYear(&found)
      return found
    }
    if let year = year(at: index) ?? year(at: skipped(.of, at: index)) {
      return DateReading(day: PartialDay(year: year.year, month: month.number), next: year.next)
    }
    // "May" may be another word; a month alone is one only where its language writes it small or a word leads to it.
    guard
      words.grammar.contains(.smallMonths) || start > tokens.startIndex && match(.year, at: start - 1) != nil
        || tokens[start].isCapitalized && match(.capital, at: start) == nil && month.next == start + 1
          && tokens[start].end - tokens[start].start > 3
    else { return nil }
    return DateReading(day: PartialDay(month: month.number), next: month.next)
  }

  /// "Oct2": month and day in one word.
  private func joinedMonth(at index: Int) -> (number: Int, next: Int)? {
    guard let split = letterCount(index) else { return nil }
    let start = Int(tokens[index].start)
    let found = words.meanings(suffix: lowered(start, start + split)).first { $0.kind == .month }
    return found.map { ($0.number, index + 1) }
  }

  private func joinedDay(at index: Int) -> Int? {
    guard let split = letterCount(index) else { return nil }
    var day = 0
    for byte in text[(Int(tokens[index].start) + split)..<Int(tokens[index].end)] { day = day * 10 + Int(byte & 0x0F) }
    return (1...31).contains(day) ? day : nil
  }

  /// How many letters stand before one or two digits that end the word.
  private func letterCount(_ index: Int) -> Int? {
    guard kind(index) == .word else { return nil }
    let range = Int(tokens[index].start)..<Int(tokens[index].end)
    guard range.count >= 4, range.count <= 12, !startsWithDigit(index), isDigit(text[range.upperBound - 1]) else {
      return nil
    }
    let digits = isDigit(text[range.upperBound - 2]) ? 2 : 1
    return isDigit(text[range.upperBound - digits - 1]) ? nil : range.count - digits
  }

  func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// "giovedì 21", "Thursday the 21st": the day of the month that falls on that weekday.
  private func weekdayAndDay(_ weekday: Int, _ start: Int, _ index: Int) -> Quantity? {
    guard let day = dayOfMonth(at: skipped(.definite, at: index)), kind(index) != .comma,
      isLastWord(day.next)
    else { return nil }
    var found = PartialDay(day: day.day)
    if let today {
      found.year = today.year
      found.month = today.month
      // The month that makes weekday and day agree is this one, the next or the last.
      for months in [0, -1, 1] {
        if let moved = today.adding(months: months),
          let candidate = CalendarDay(year: moved.year, month: moved.month, day: day.day), candidate.weekday == weekday
        {
          found = PartialDay(candidate)
          break
        }
      }
    } else {
      found.weekday = weekday
    }
    return quantity(.date(found), start, day.next, anchor: .report)
  }

  private func weekdayAlone(_ weekday: Int, _ start: Int) -> Quantity? {
    guard let found = match(.weekday, at: start), isName(start),
      tokens[start].end - tokens[start].start > 3 || kind(found.next) == .stop && isJoined(found.next)
    else { return nil }
    return quantity(.date(PartialDay(weekday: weekday)), start, found.next, anchor: .report)
  }

  private static let followers: Set<QuantityWord.Kind> = [.of, .and, .from, .to, .on, .hour]

  /// Whether nothing that could be counted follows: the clause ends, or a small word goes on.
  func isLastWord(_ index: Int) -> Bool {
    if endsClause(index) { return true }
    return match(at: index) {
      $0.kind == .of || $0.kind == .and || $0.kind == .from || $0.kind == .to || $0.kind == .on
    }
      != nil
  }

  /// "il 15", "on the 21st", "for the 27": a day of this month, where nothing follows that it could count.
  private func dayAlone(at start: Int) -> Quantity? {
    if words.grammar.contains(.smallMonths) {
      // The article of the singular before a number of the plural.
      guard start > tokens.startIndex, match(.on, at: start - 1) != nil, let day = dayOfMonth(at: start),
        !day.isOrdinal, day.day > 1, endsClause(day.next), kind(day.next) != .dash,
        !isMark(day.next, UInt8(ascii: "%"))
      else { return nil }
      return quantity(.date(PartialDay(day: day.day)), start, day.next, anchor: .report)
    }
    let article = match(.definite, at: start)
    let inner = article?.next ?? start
    guard let day = dayOfMonth(at: inner), endsClause(day.next), kind(day.next) != .dash, start > tokens.startIndex,
      match(at: start - 1, { $0.kind == .dayLead }) != nil, article != nil || day.isDigits,
      article != nil || !endsWithNumber(day.next)
    else { return nil }
    return quantity(.date(PartialDay(day: day.day)), start, day.next, anchor: .report)
  }

  private func endsWithNumber(_ index: Int) -> Bool { kind(index) == .number }

  // MARK: - Years

  /// "nel 2020", "in the 1990s", "negli anni '90", "dal duemila".
  private func yearOrDecade(at start: Int) -> Quantity? {
    if let decade = decade(at: start) { return decade }
    guard start > tokens.startIndex,
      match(.year, at: start - 1) != nil || match(.years, at: start - 1) != nil,
      let year = year(at: start), (1900...2199).contains(year.year) || tokens[start].kind == .number,
      isLastWord(year.next) || !isCounting(year.next)
    else { return nil }
    return quantity(.date(PartialDay(year: year.year)), start, year.next)
  }

  /// Whether a plain word follows that a number could count: "of 2000 soldiers".
  private func isCounting(_ index: Int) -> Bool {
    kind(index) == .word && !tokens[index].isCapitalized && !words.grammar.contains(.smallMonths)
  }

  private func decade(at start: Int) -> Quantity? {
    // "the 1990s", "1990s", "90s"
    let inner = skipped(.definite, at: start)
    if let number = number(at: inner), number.suffix == [UInt8(ascii: "s")], let value = number.amount.whole,
      value % 10 == 0, (1000...2100).contains(value)
    {
      return quantity(.decade(value), start, number.next)
    }
    if let lead = match(.years, at: start) {
      let index = kind(lead.next) == .quote ? lead.next + 1 : lead.next
      if kind(index) == .number, let number = number(at: index), number.isPlain, let value = number.amount.whole,
        value % 10 == 0, number.digits == 4 || number.digits == 2
      {
        return quantity(.decade(value < 100 ? 1900 + value : value), start, number.next)
      }
      if numberWord(at: index) != nil, let number = number(at: index), let value = number.amount.whole,
        value % 10 == 0, (20...90).contains(value)
      {
        return quantity(.decade(1900 + value), start, number.next)
      }
    }
    return nil
  }

  // MARK: - From one day to another

  /// "dal 3 al 5 maggio", "from May 3 to May 5", "tra il 3 e il 5 maggio", "3-5 May", "May 3-5".
  private func dateRange(at start: Int) -> Quantity? {
    let opener = match(at: start) { $0.kind == .from || $0.kind == .between }
    var index = opener?.next ?? start
    index = skipped(.definite, at: index)
    guard index < tokens.endIndex else { return nil }
    if let first = written(at: index) ?? monthFirst(at: index), first.day.day != nil, let opener {
      guard let next = joint(opener.word.kind, at: first.next) else { return nil }
      guard let last = written(at: next) ?? monthFirst(at: next) ?? dayOnly(next, first.day), last.day.day != nil else {
        return nil
      }
      return dates(first.day, last.day, start, last.next)
    }
    if let month = month(at: index), words.grammar.contains(.dayBehindMonth),
      let first = dayOfMonth(at: afterStop(month.next)), kind(first.next) == .dash,
      let last = dayOfMonth(at: first.next + 1), last.day > first.day
    {
      var found = DateReading(day: PartialDay(month: month.number, day: last.day), next: last.next)
      addYear(&found)
      var begin = found.day
      begin.day = first.day
      return dates(begin, found.day, start, found.next)
    }
    guard let first = dayOfMonth(at: index) else { return nil }
    let next: Int
    if let opener {
      guard let joined = joint(opener.word.kind, at: first.next) else { return nil }
      next = joined
    } else {
      guard kind(first.next) == .dash || match(.and, at: first.next) != nil else { return nil }
      next = skipped(.definite, at: first.next + 1)
    }
    guard let last = written(at: next), last.day.day != nil else { return nil }
    var begin = last.day
    begin.day = first.day
    if opener == nil, match(.and, at: first.next) != nil { return nil }
    return dates(begin, last.day, start, last.next)
  }

  private func dayOnly(_ index: Int, _ first: PartialDay) -> DateReading? {
    guard words.grammar.contains(.dayBehindMonth), let day = dayOfMonth(at: index) else { return nil }
    var found = first
    found.day = day.day
    return DateReading(day: found, next: day.next)
  }

  private func joint(_ opener: QuantityWord.Kind, at index: Int) -> Int? {
    guard let found = match(opener == .between ? .and : .to, at: index) else { return nil }
    return skipped(.definite, at: found.next)
  }

  private func dates(_ first: PartialDay, _ last: PartialDay, _ start: Int, _ next: Int) -> Quantity {
    var first = first
    if first.year == nil { first.year = last.year }
    return quantity(.dates(first, last), start, next)
  }
}
