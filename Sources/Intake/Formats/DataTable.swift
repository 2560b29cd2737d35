/// Tables of cells between commas, semicolons, tabs or bars.
enum DataTable {
  /// Nearly all lines have the same number of the same sign, and no space follows it as it does in a sentence.
  ///
  /// A table of figures within a report is no such file: the report's own lines have other numbers of it.
  static func format(_ head: Head) -> TextFormat? {
    guard head.lines.count >= 2 else { return nil }
    for sign in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")] where isTable(head, sign) {
      return .table
    }
    return nil
  }

  private static func isTable(_ head: Head, _ sign: UInt8) -> Bool {
    let wanted = cells(of: head.lines[0], sign).signs
    let least = sign == 0x09 ? 1 : 2
    guard wanted >= least, head.lines[0].bytes.count < 2_000, !isSentence(head.lines[0]) else { return false }
    var same = 0
    var signs = 0
    var spaced = 0
    for line in head.lines {
      let found = cells(of: line, sign)
      signs += found.signs
      spaced += found.spaced
      // An empty last cell may have been trimmed away.
      if found.signs == wanted || sign == 0x09 && found.signs > 0 && found.signs <= wanted { same += 1 }
    }
    guard same * 100 >= head.lines.count * 85 else { return false }
    if sign == UInt8(ascii: "|") { return head.lines.count >= 3 }
    return spaced * 4 <= signs
      || head.lines.count >= 4 && same == head.lines.count && wanted >= 3
        && head.hasProse(atMost: 20)
  }

  private static func isSentence(_ line: Line) -> Bool { line.last == UInt8(ascii: ".") && line.isProse }

  /// How often the sign parts two cells, and how often a space follows it; signs in quotes part nothing.
  private static func cells(of line: Line, _ sign: UInt8) -> (signs: Int, spaced: Int) {
    var signs = 0
    var spaced = 0
    var isQuoted = false
    for index in line.bytes.indices {
      let byte = line.bytes[index]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard byte == sign, !isQuoted else { continue }
      signs += 1
      if line[index + 1] == 0x20 { spaced += 1 }
    }
    return (signs, spaced)
  }
}
