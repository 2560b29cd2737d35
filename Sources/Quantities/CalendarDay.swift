/// A day of the Gregorian calendar, with what can be reckoned from it.
public struct CalendarDay: Sendable, Hashable {
  /// The year.
  public var year: Int
  /// The month from 1 to 12.
  public var month: Int
  /// The day of the month from 1.
  public var day: Int

  /// Makes a day; nil if the calendar has none.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2016-11-07`; nil for anything else.
  public init?(text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard text.utf8.count == 10, parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// How many days a month has.
  public static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    default: 31
    }
  }

  /// Days since a day long ago that was a Monday.
  private var number: Int {
    // Years begin in March, so that the day that comes and goes is their last.
    let shifted = month <= 2 ? year - 1 : year
    let fromMarch = (month + 9) % 12
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * fromMarch + 2) / 5 + day + 1
  }

  /// 1 is Monday, 7 is Sunday.
  public var weekday: Int { (number % 7) + 1 }

  /// The day so many days later, or earlier.
  public func adding(days: Int) -> CalendarDay? {
    guard abs(days) < 400_000 else { return nil }
    var found = self
    var rest = days
    while rest != 0 {
      let length = Self.days(in: found.month, of: found.year)
      if rest > 0 {
        let left = length - found.day
        if rest <= left {
          found.day += rest
          return found
        }
        rest -= left + 1
        guard let next = found.adding(months: 1), let first = CalendarDay(year: next.year, month: next.month, day: 1)
        else { return nil }
        found = first
      } else {
        if -rest < found.day {
          found.day += rest
          return found
        }
        rest += found.day
        found.day = 1
        guard let before = found.adding(months: -1) else { return nil }
        found = before
        found.day = Self.days(in: before.month, of: before.year)
      }
    }
    return found
  }

  /// The same day of a month later, or earlier; the last one where the month is too short.
  public func adding(months: Int) -> CalendarDay? {
    guard abs(months) < 120_000 else { return nil }
    let count = year * 12 + month - 1 + months
    guard count >= 12 else { return nil }
    let (year, month) = (count / 12, count % 12 + 1)
    return CalendarDay(year: year, month: month, day: min(day, Self.days(in: month, of: year)))
  }

  /// The week of the ISO calendar and the year that it belongs to.
  var week: (year: Int, week: Int)? {
    guard let thursday = adding(days: 4 - weekday), let first = CalendarDay(year: thursday.year, month: 1, day: 1)
    else { return nil }
    return (thursday.year, (thursday.number - first.number) / 7 + 1)
  }

  /// `2016-11-07`
  public var text: String { Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2) }

  static func padded(_ value: Int?, _ width: Int) -> String {
    guard let value else { return String(repeating: "X", count: width) }
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
