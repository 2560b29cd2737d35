/// Decides which of many similar log lines are written: a burst, then none for the rest of ten seconds, then how many
/// there were. A pure state machine; ``Instruments`` holds it.
struct FloodControl: Sendable {
  enum Verdict: Equatable {
    /// Write the line; so many similar ones were suppressed before it.
    case write(suppressed: Int)
    case suppress
  }

  private struct Window {
    var start: Moment
    var written: Int
    var suppressed: Int
  }

  static let interval: Duration = .seconds(10)
  static let burst = 20

  private var windows: [String: Window] = [:]

  /// A line of this event and class is about to be written.
  mutating func lineOffered(_ key: String, at now: Moment) -> Verdict {
    guard var window = windows[key], now < window.start.adding(Self.interval) else {
      let suppressed = windows[key]?.suppressed ?? 0
      windows[key] = Window(start: now, written: 1, suppressed: 0)
      return .write(suppressed: suppressed)
    }
    defer { windows[key] = window }
    if window.written < Self.burst {
      window.written += 1
      return .write(suppressed: 0)
    }
    window.suppressed += 1
    return .suppress
  }

  /// Time for closing lines: the keys that suppressed something, with how much; their count starts again.
  mutating func closingLines() -> [(key: String, suppressed: Int)] {
    let closing = windows.filter { $0.value.suppressed > 0 }.map { (key: $0.key, suppressed: $0.value.suppressed) }
    for (key, _) in closing { windows[key]?.suppressed = 0 }
    return closing.sorted { $0.key < $1.key }
  }
}
