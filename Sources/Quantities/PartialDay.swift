/// A day as words give it, perhaps without its year or more.
public struct PartialDay: Sendable, Hashable {
  /// The year, if it is given.
  public var year: Int?
  /// The month from 1 to 12, if it is given.
  public var month: Int?
  /// The day of the month, if it is given.
  public var day: Int?
  /// 1 is Monday; only where nothing else fixes the day.
  public var weekday: Int?
  /// Which of a month's weekdays: "the first Friday of July".
  public var position: Int?

  init(year: Int? = nil, month: Int? = nil, day: Int? = nil, weekday: Int? = nil, position: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
    self.weekday = weekday
    self.position = position
  }

  init(_ day: CalendarDay) {
    self.init(year: day.year, month: day.month, day: day.day)
  }

  /// The day itself, if all of it is given and the calendar has it.
  public var full: CalendarDay? {
    guard let year, let month, let day else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// As TimeML writes it: `2016-10-02`, `XXXX-10-02`, `XXXX-WXX-5`, `2016-10`, `2016`, `XXXX-07-WXX-5-#1`.
  public var text: String {
    let start = CalendarDay.padded(year, 4)
    if let weekday, let position { return "\(start)-\(CalendarDay.padded(month, 2))-WXX-\(weekday)-#\(position)" }
    if let weekday, day == nil { return "\(start)-WXX-\(weekday)" }
    if day != nil { return "\(start)-\(CalendarDay.padded(month, 2))-\(CalendarDay.padded(day, 2))" }
    if month != nil { return "\(start)-\(CalendarDay.padded(month, 2))" }
    return start
  }
}
