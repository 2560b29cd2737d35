import Glibc

/// Where a part of the machine reads the time: both clocks, passed in so that tests can hold them still.
public struct TimeSource: Sendable {
  /// The monotonic clock: settling, back-off, durations.
  public var now: @Sendable () -> Moment

  /// The date: log lines, tickets, `received`.
  public var wall: @Sendable () -> WallTime

  /// A source made of two clocks.
  public init(now: @escaping @Sendable () -> Moment, wall: @escaping @Sendable () -> WallTime) {
    self.now = now
    self.wall = wall
  }

  /// The clocks of this machine.
  public static let system = TimeSource(
    now: {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return Moment(nanoseconds: UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec))
    },
    wall: {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return WallTime(seconds: Int64(time.tv_sec), nanoseconds: UInt32(time.tv_nsec))
    })
}

/// Two clocks that move only when told: the in-memory twin of ``TimeSource/system``.
public final class ManualTime: Sendable {
  private let passed = Guarded<UInt64>(1_000_000_000)
  private let start: WallTime

  /// Clocks that stand still at a date.
  public init(wall: WallTime = WallTime(seconds: 1_789_000_000)) {
    start = wall
  }

  /// Moves both clocks on.
  public func advance(_ duration: Duration) {
    passed.withLock { $0 &+= UInt64(max(duration.wholeNanoseconds, 0)) }
  }

  /// The source to pass in.
  public var source: TimeSource {
    TimeSource(
      now: { Moment(nanoseconds: self.passed.withLock { $0 }) },
      wall: {
        let passed = self.passed.withLock { $0 } &+ UInt64(self.start.nanoseconds)
        return WallTime(
          seconds: self.start.seconds + Int64(passed / 1_000_000_000), nanoseconds: UInt32(passed % 1_000_000_000))
      })
  }
}
