/// A point on the monotonic clock, in nanoseconds since the machine started. It does not move when the date is set.
public struct Moment: Comparable, Hashable, Sendable, Codable {
  /// Nanoseconds of `CLOCK_MONOTONIC`.
  public let nanoseconds: UInt64

  /// The moment at so many nanoseconds.
  public init(nanoseconds: UInt64) {
    self.nanoseconds = nanoseconds
  }

  /// This moment moved by a duration; never before zero.
  public func adding(_ duration: Duration) -> Moment {
    let shift = duration.wholeNanoseconds
    if shift >= 0 { return Moment(nanoseconds: nanoseconds &+ UInt64(shift)) }
    let back = UInt64(-shift)
    return Moment(nanoseconds: nanoseconds > back ? nanoseconds - back : 0)
  }

  /// Nanoseconds passed since an earlier moment; 0 when that one is not earlier.
  public func nanoseconds(since earlier: Moment) -> UInt64 {
    nanoseconds > earlier.nanoseconds ? nanoseconds - earlier.nanoseconds : 0
  }

  /// Time left until a later moment; zero when that one has passed.
  public func remaining(until later: Moment) -> Duration {
    .nanoseconds(Int64(clamping: later.nanoseconds(since: self)))
  }

  /// Whether the left one comes first.
  public static func < (left: Moment, right: Moment) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}

extension Duration {
  /// The duration in nanoseconds, within what an `Int64` holds (292 years).
  public var wholeNanoseconds: Int64 {
    let (seconds, attoseconds) = components
    let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    if overflow { return seconds < 0 ? Int64.min + 1 : Int64.max }
    return whole &+ attoseconds / 1_000_000_000
  }
}
