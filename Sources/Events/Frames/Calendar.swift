import DocumentModel

/// Resolves the times of a report against the day of its dateline. Without a year in the words no day is fixed: a year
/// is never invented, and today is never meant.
struct Calendar {
  let lexicon: EventLexicon
  let dateline: TimeMention?

  func date(_ time: TimeMention) -> EventDate {
    if let row = time.phrase { return date(lexicon.times[row], time.span) }
    let year = time.year ?? dateline?.year
    if let year, let month = time.month {
      if let day = time.day {
        guard day <= Self.days(in: month, year) else {
          return EventDate(span: time.span, from: nil, to: nil, precision: "unresolved")
        }
        let text = Self.text(year, month, day)
        return EventDate(span: time.span, from: text, to: text, precision: "day")
      }
      return EventDate(
        span: time.span, from: Self.text(year, month, 1), to: Self.text(year, month, Self.days(in: month, year)),
        precision: "month")
    }
    if let year {
      return EventDate(span: time.span, from: Self.text(year, 1, 1), to: Self.text(year, 12, 31), precision: "year")
    }
    return EventDate(
      span: time.span, from: nil, to: nil,
      precision: time.day != nil ? "day" : time.month != nil ? "month" : "unresolved")
  }

  /// The day that a phrase such as "ieri" means, as month and day, if the dateline gives the day.
  func dayAndMonth(_ time: TimeMention) -> (month: Int, day: Int)? {
    if let month = time.month, let day = time.day { return (month, day) }
    guard let row = time.phrase, let offset = lexicon.times[row].offset, lexicon.times[row].kind == "deictic",
      let month = dateline?.month, let day = dateline?.day, (-27...27).contains(offset)
    else { return nil }
    let moved = day + offset
    if moved >= 1, moved <= Self.days(in: month, dateline?.year ?? 2023) { return (month, moved) }
    // Over the end of February only a known year decides.
    if moved < 1 {
      let previous = month == 1 ? 12 : month - 1
      guard previous != 2 || dateline?.year != nil else { return nil }
      return (previous, Self.days(in: previous, dateline?.year ?? 2023) + moved)
    }
    guard month != 2 || dateline?.year != nil else { return nil }
    return (month == 12 ? 1 : month + 1, moved - Self.days(in: month, dateline?.year ?? 2023))
  }

  private func date(_ phrase: TimePhrase, _ span: TextSpan) -> EventDate {
    let mention = TimeMention(phrase: lexicon.times.firstIndex { $0.id == phrase.id }, span: span)
    guard phrase.kind == "deictic", let (month, day) = dayAndMonth(mention), var year = dateline?.year else {
      return EventDate(span: span, from: nil, to: nil, precision: "unresolved")
    }
    if let base = dateline?.month, month == 12, base == 1 { year -= 1 }
    if let base = dateline?.month, month == 1, base == 12 { year += 1 }
    let text = Self.text(year, month, day)
    return EventDate(span: span, from: text, to: text, precision: phrase.part.isEmpty ? "day" : "part_of_day")
  }

  static func days(in month: Int, _ year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    default: 31
    }
  }

  private static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
