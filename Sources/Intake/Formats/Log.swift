/// Logs: each line with a time to the second, or a level, that a program wrote. "14.05: attack on Gao" is a chronicle.
enum Log {
  /// Most lines begin as a program begins them.
  static func format(_ head: Head) -> TextFormat? {
    guard head.lines.count >= 2 else { return nil }
    return head.mostly(60, least: 2, isEntry) ? .log : nil
  }

  private static let levels = [
    "INFO", "WARN", "ERROR", "DEBUG", "TRACE", "FATAL", "CRITICAL", "NOTICE", "level=", "info:", "warning:", "error:",
  ]

  private static func isEntry(_ line: Line) -> Bool {
    let start = line[0] == UInt8(ascii: "[") || line[0] == UInt8(ascii: "<") ? 1 : 0
    for at in 0..<min(48, line.bytes.count) where Line.isDigit(line.bytes[at]) {
      if ["0000-00-00T00:00:00", "0000-00-00 00:00:00", "0000/00/00 00:00:00"].contains(where: { line.fits($0, at: at) }
      ) {
        return true
      }
    }
    // "Nov 28 18:40:43 host program[7]:"
    if line.fits("AAA 00 00:00:00 ", at: start) || line.fits("AAA  0 00:00:00 ", at: start) { return true }
    // "10.0.0.1 - - [28/Nov/2026:18:40:43 +0000]"
    if let bracket = line.bytes.prefix(120).firstIndex(of: UInt8(ascii: "[")),
      line.fits("00/AAA/0000:", at: bracket + 1)
    {
      return true
    }
    if line.begins("time=") || line.begins("ts=") || line.begins("level=") { return true }
    let hasClock = line.fits("00:00:00", at: start)
    let opening = Line(UnsafeBufferPointer(rebasing: line.bytes.prefix(60)))
    return (hasClock || line[0] == UInt8(ascii: "[") || line.begins(levels)) && levels.contains { opening.has($0) }
  }
}
