/// A time of day as people and logs write it, in UTC.
public struct WallTime: Comparable, Hashable, Sendable, Codable {
  /// Seconds since 1970.
  public let seconds: Int64

  /// Nanoseconds within the second, below 1,000,000,000.
  public let nanoseconds: UInt32

  /// The time so long after 1970.
  public init(seconds: Int64, nanoseconds: UInt32 = 0) {
    self.seconds = seconds
    self.nanoseconds = min(nanoseconds, 999_999_999)
  }

  /// Year, month and day in UTC.
  public var day: (year: Int, month: Int, day: Int) {
    // Days to civil date, in eras of 400 years that begin on 1 March.
    let days = Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The time as `2026-11-22T09:56:06.123Z`.
  public var iso8601: String {
    let (year, month, day) = day
    let second = Int(((seconds % 86_400) + 86_400) % 86_400)
    let clock = "\(digits(second / 3_600, 2)):\(digits(second / 60 % 60, 2)):\(digits(second % 60, 2))"
    return
      "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))T\(clock).\(digits(Int(nanoseconds / 1_000_000), 3))Z"
  }

  /// Reads what ``iso8601`` writes; nil for anything else.
  public init?(iso8601 text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 24, bytes[4] == 0x2d, bytes[7] == 0x2d, bytes[10] == 0x54, bytes[23] == 0x5a else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? { Int(String(decoding: bytes[range], as: UTF8.self)) }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), let hour = number(11..<13),
      let minute = number(14..<16), let second = number(17..<19), let thousandths = number(20..<23),
      (1...12).contains(month), (1...31).contains(day), thousandths >= 0
    else { return nil }
    // Civil date to days, the inverse of the above.
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    self.init(
      seconds: Int64(days * 86_400 + hour * 3_600 + minute * 60 + second), nanoseconds: UInt32(thousandths) * 1_000_000)
  }

  /// Whether the left one comes first.
  public static func < (left: WallTime, right: WallTime) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}

private func digits(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return text.utf8.count >= width ? text : String(repeating: "0", count: width - text.utf8.count) + text
}

extension WallTime {
  /// This time moved by a duration.
  public func adding(_ duration: Duration) -> WallTime {
    let total = Int64(nanoseconds) + duration.wholeNanoseconds
    let (whole, rest) = total.quotientAndRemainder(dividingBy: 1_000_000_000)
    return rest < 0
      ? WallTime(seconds: seconds + whole - 1, nanoseconds: UInt32(rest + 1_000_000_000))
      : WallTime(seconds: seconds + whole, nanoseconds: UInt32(rest))
  }

  /// Time until a later one; zero when that has passed.
  public func remaining(until later: WallTime) -> Duration {
    if later <= self { return .zero }
    return .seconds(later.seconds - seconds) + .nanoseconds(Int64(later.nanoseconds) - Int64(nanoseconds))
  }
}
