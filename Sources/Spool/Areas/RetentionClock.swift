import Instrumentation

/// Whether the date may say which originals are old enough to go. A date that leaps ahead must not empty `done/`: after a
/// leap, the new date has to last for a day of running before anything is removed by it.
///
/// A state machine: it reads no clock and no folder.
struct RetentionClock {
  /// How far date and monotonic clock may part between two looks: more than any clock is corrected by in small steps.
  private static let tolerance: Int64 = 3_600
  private static let probation = Duration.seconds(86_400)

  private var last: (moment: Moment, wall: WallTime)?
  private var waitsUntil: Moment?

  /// Looks at the clocks. `newest` is the latest day before today in `done/`, as its beginning; when even that one is
  /// older than `kept`, everything would go at once, which is what a leap before the start looks like.
  mutating func trusts(_ wall: WallTime, at now: Moment, newest: WallTime?, kept: Duration) -> Bool {
    if let last {
      let passed = Int64(clamping: now.nanoseconds(since: last.moment) / 1_000_000_000)
      if abs((wall.seconds - last.wall.seconds) - passed) > Self.tolerance { waitsUntil = now.adding(Self.probation) }
    } else if let newest, newest < wall.adding(.zero - kept) {
      waitsUntil = now.adding(Self.probation)
    }
    last = (now, wall)
    return waitsUntil.map { $0 <= now } ?? true
  }
}
