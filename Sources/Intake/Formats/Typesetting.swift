/// Sources that a program sets in type.
enum Typesetting {
  /// Commands at the beginning of many lines.
  static func format(_ head: Head) -> TextFormat? {
    let commands = head.lines.count(where: isCommand)
    if head.lines.contains(where: { $0.begins("\\begin{document}") || $0.begins("\\documentclass") }) {
      return .typesetting
    }
    if commands >= 3, commands * 6 >= head.lines.count { return .typesetting }
    let requests = head.lines.count { line in
      line[0] == UInt8(ascii: ".") && Line.isCapital(line[1]) && Line.isCapital(line[2])
        && (line[3] == 0x20 || line[3] == 0)
        || line.begins(".\\\"")
    }
    return requests >= 3 && requests * 5 >= head.lines.count ? .typesetting : nil
  }

  /// `\section{…}`, `\begin{…}`, `\item`.
  private static func isCommand(_ line: Line) -> Bool {
    guard line[0] == UInt8(ascii: "\\") else { return false }
    let length = line.name(from: 1)
    let next = line[1 + length]
    return length >= 3 && (next == UInt8(ascii: "{") || next == UInt8(ascii: "[") || next == 0x20 || next == 0)
  }
}
