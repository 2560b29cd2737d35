import Instrumentation

/// Makes the names of items: hexadecimal nanoseconds of the date, a hyphen, a counter. They sort by time and hold
/// nothing of the user's.
struct TicketMint {
  private var counter: UInt32 = 0

  mutating func next(at time: WallTime) -> String {
    counter &+= 1
    let nanoseconds = UInt64(clamping: time.seconds) &* 1_000_000_000 &+ UInt64(time.nanoseconds)
    return Self.padded(nanoseconds, 16) + "-" + Self.padded(UInt64(counter), 6)
  }

  /// The date in a ticket; nil when it is none of ours.
  static func time(of ticket: String) -> WallTime? {
    let parts = ticket.split(separator: "-")
    guard parts.count == 2, parts[0].utf8.count == 16, let nanoseconds = UInt64(parts[0], radix: 16),
      UInt64(parts[1], radix: 16) != nil
    else { return nil }
    return WallTime(
      seconds: Int64(nanoseconds / 1_000_000_000), nanoseconds: UInt32(nanoseconds % 1_000_000_000))
  }

  private static func padded(_ number: UInt64, _ width: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
