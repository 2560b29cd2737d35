import Instrumentation
import Testing

@testable import Spool

@Suite struct RetentionClockTests {
  private let hour = 3_600
  private let today = WallTime(seconds: 1_704_190_000)
  private let kept = Duration.seconds(31 * 86_400)

  /// Looks once an hour, with the date moved by `leap` seconds at the given hour; the hours at which the date is trusted.
  private func trusted(hours: Int, newestDaysAgo: Int, leap: Int, atHour: Int) -> [Int] {
    var clock = RetentionClock()
    let newest = today.adding(.seconds(-newestDaysAgo * 86_400))
    return (0..<hours).filter { number in
      let passed = number * hour + (number >= atHour ? leap : 0)
      return clock.trusts(
        today.adding(.seconds(passed)), at: Moment(nanoseconds: UInt64(number * hour + 5) * 1_000_000_000),
        newest: newest, kept: kept)
    }
  }

  @Test func `a date that goes on evenly is trusted from the start`() {
    #expect(trusted(hours: 30, newestDaysAgo: 1, leap: 0, atHour: 0) == Array(0..<30))
  }

  @Test(arguments: [10 * 365 * 86_400, -10 * 365 * 86_400, 3 * 3_600])
  func `after a leap the new date has to last for a day`(leap: Int) {
    #expect(trusted(hours: 40, newestDaysAgo: 1, leap: leap, atHour: 3) == [0, 1, 2] + Array(27..<40))
  }

  @Test func `a small correction changes nothing`() {
    #expect(trusted(hours: 10, newestDaysAgo: 1, leap: 600, atHour: 3) == Array(0..<10))
  }

  @Test func `a start at a date by which all would go waits for a day`() {
    #expect(trusted(hours: 30, newestDaysAgo: 40, leap: 0, atHour: 0) == Array(24..<30))
  }

  @Test func `originals outlast a leap of the date by ten years`() async throws {
    let leap = Guarded(Int64(0))
    let manual = ManualTime(wall: today)
    let scratch = try ScratchSpool(
      time: manual,
      source: TimeSource(
        now: manual.source.now, wall: { manual.source.wall().adding(.seconds(leap.withLock { $0 })) }))
    for part in ["done/2024", "done/2024/01", "done/2024/01/01"] {
      _ = try System.ensureFolder(scratch.path(part), in: nil)
    }
    let spool = try scratch.spool()
    #expect(try spool.clearDone(keeping: 30) == 0)
    leap.withLock { $0 = 10 * 365 * 86_400 }
    #expect(try spool.clearDone(keeping: 30) == nil)
    #expect(scratch.list("done/2024/01") == ["01"])
    leap.withLock { $0 = 0 }
    manual.advance(.seconds(86_400))
    #expect(try spool.clearDone(keeping: 30) == nil)
    await spool.stopped()
  }
}
