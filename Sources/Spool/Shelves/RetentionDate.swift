import Instrumentation

/// The day by which retention goes: that of the clock, but at most one day on from the day of the last look.
///
/// A clock that is years ahead, as after a start without a battery, so costs the originals of one day a look, and not
/// all. After a long rest the day catches up with the clock, look by look.
enum RetentionDate {
  static let fileName = Array("retention-day".utf8)
  private static let day = Duration.seconds(86_400)

  /// Takes a look at the clock, and remembers the day if it is another one.
  static func advanced(to now: WallTime, in folders: Folders) throws(SpoolError) -> WallTime {
    let known = last(in: folders)
    let date = min(now, (known ?? newestDay(in: folders) ?? now).adding(day))
    if known.map(DoneDays.text(of:)) != DoneDays.text(of: date) {
      try System.replace(fileName, with: Array((DoneDays.text(of: date) + "\n").utf8), in: folders.state)
    }
    return date
  }

  private static func last(in folders: Folders) -> WallTime? {
    guard let bytes = try? System.read(fileName, in: folders.state, limit: 64) else { return nil }
    return time(ofDay: String(decoding: bytes.prefix(10), as: UTF8.self))
  }

  /// For the first look of all.
  private static func newestDay(in folders: Folders) -> WallTime? {
    (try? DoneDays.all(in: folders))?.last.flatMap { time(ofDay: $0) }
  }

  private static func time(ofDay text: String) -> WallTime? {
    WallTime(iso8601: String(text.map { $0 == "/" ? "-" : $0 }) + "T00:00:00.000Z")
  }
}
