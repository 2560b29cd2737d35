/// Reads days as mastheads write them: "16 nov.", "18 luglio 2023", "July 18, 2023", "18.07.2023", "2023-07-18".
struct DayReader {
  struct Found {
    var year: Int?
    var month: Int
    var day: Int
    var range: Range<Int>
    var hasWeekday: Bool
    /// One past the last scrap.
    var end: Int
  }

  /// Older years stand in history, not in a masthead.
  static let years = 1990...2099

  let words: MastheadWords
  /// Whether "07/08/2023" puts the month first; nil if that is not known.
  let monthFirst: Bool?

  /// The day that begins at a scrap.
  func day(at start: Int, in scraps: [Scrap]) -> Found? {
    var index = start
    var hasWeekday = false
    if let weekday = words.weekdays.longest(at: index, in: scraps) {
      index = weekday.end
      while index < scraps.count, scraps[index].kind == .comma || scraps[index].kind == .stop { index += 1 }
      hasWeekday = true
    }
    guard index < scraps.count,
      let (year, month, day, end) = numeric(at: index, in: scraps) ?? dayFirst(at: index, in: scraps)
        ?? namedFirst(at: index, in: scraps),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    return Found(
      year: year, month: month, day: day, range: scraps[start].range.lowerBound..<scraps[end - 1].range.upperBound,
      hasWeekday: hasWeekday, end: end)
  }

  private typealias Parts = (year: Int?, month: Int, day: Int, end: Int)

  /// "2023-07-18", "18.07.2023", "18/07/23".
  private func numeric(at index: Int, in scraps: [Scrap]) -> Parts? {
    guard index + 4 < scraps.count, scraps[index].isNumber, scraps[index + 2].isNumber, scraps[index + 4].isNumber,
      scraps[index + 1...index + 4].allSatisfy(\.isJoined), scraps[index + 1].key == scraps[index + 3].key,
      let first = number(scraps[index]), let second = number(scraps[index + 2]), let third = number(scraps[index + 4])
    else { return nil }
    let sign = scraps[index + 1].kind
    guard sign == .hyphen || sign == .stop || sign == .slash || sign == .dash else { return nil }
    if Self.years.contains(first) {
      var end = index + 5
      // "2023-07-18T10:30:00Z"
      if end < scraps.count, scraps[end].isJoined, scraps[end].key.first == UInt8(ascii: "t") {
        while end < scraps.count, scraps[end].isJoined { end += 1 }
      }
      return (first, second, third, end)
    }
    let year = third < 100 && scraps[index + 4].key.count == 2 ? 2000 + third : third
    guard Self.years.contains(year) else { return nil }
    if second > 12 { return (year, first, second, index + 5) }
    if sign == .slash, first <= 12, first != second {
      guard let monthFirst else { return nil }
      if monthFirst { return (year, first, second, index + 5) }
    }
    return (year, second, first, index + 5)
  }

  /// "18 luglio 2023", "1° luglio", "6th of April 2018", "16 nov."
  private func dayFirst(at start: Int, in scraps: [Scrap]) -> Parts? {
    guard scraps[start].isNumber, scraps[start].key.count <= 2, let day = number(scraps[start]) else { return nil }
    var index = skippedOrdinal(start + 1, in: scraps)
    if index < scraps.count, scraps[index].isWord, scraps[index].key.count == 2,
      words.end(of: .joiner, at: index, in: scraps) != nil
    {
      index += 1
    }
    guard let month = words.months.longest(at: index, in: scraps) else { return nil }
    index = skippedStop(month.end, in: scraps)
    guard let (year, end) = year(at: index, in: scraps) else { return (nil, month.value, day, index) }
    return (year, month.value, day, end)
  }

  /// "July 18, 2023", "May 6", "Sept. 3".
  private func namedFirst(at start: Int, in scraps: [Scrap]) -> Parts? {
    guard let month = words.months.longest(at: start, in: scraps) else { return nil }
    var index = skippedStop(month.end, in: scraps)
    guard index < scraps.count, scraps[index].isNumber, scraps[index].key.count <= 2, let day = number(scraps[index])
    else { return nil }
    index = skippedOrdinal(index + 1, in: scraps)
    if index < scraps.count, scraps[index].kind == .comma, let (year, end) = year(at: index + 1, in: scraps) {
      return (year, month.value, day, end)
    }
    guard let (year, end) = year(at: index, in: scraps) else { return (nil, month.value, day, index) }
    return (year, month.value, day, end)
  }

  private func year(at index: Int, in scraps: [Scrap]) -> (Int, Int)? {
    guard index < scraps.count, scraps[index].isNumber, scraps[index].key.count == 4, let year = number(scraps[index]),
      Self.years.contains(year)
    else { return nil }
    return (year, index + 1)
  }

  /// Steps over the sign of an ordinal number, "°" or "th".
  private func skippedOrdinal(_ index: Int, in scraps: [Scrap]) -> Int {
    guard index < scraps.count, scraps[index].isJoined else { return index }
    let scrap = scraps[index]
    return (scrap.isWord || scrap.kind == .other) && scrap.key.count == 2 ? index + 1 : index
  }

  /// Steps over the full stop of a short form.
  private func skippedStop(_ index: Int, in scraps: [Scrap]) -> Int {
    guard index < scraps.count, scraps[index].kind == .stop, scraps[index].isJoined,
      scraps[index - 1].key.count <= 5
    else { return index }
    return index + 1
  }

  private func number(_ scrap: Scrap) -> Int? {
    guard scrap.key.count <= 4 else { return nil }
    return scrap.key.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }
}
