/// Tables of cells between commas, semicolons, tabs or bars.
enum DataTable {
  /// Nearly all lines have the same number of the same sign, and no space follows it as it does in a sentence.
  ///
  /// A table of figures within a report is no such file: the report's own lines have other numbers of it.
  static func format(_ head: Head) -> TextFormat? {
    let lines = head.lines.filter { !$0.begins("#") }
    guard lines.count >= 2 else { return nil }
    for sign in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")] where isTable(lines, sign) {
      return .table
    }
    return nil
  }

  private static func isTable(_ lines: [Line], _ sign: UInt8) -> Bool {
    let wanted = cells(of: lines[0], sign).signs
    guard wanted >= 1, lines[0].bytes.count < 2_000, !isSentence(lines[0]) else { return false }
    var same = 0
    var fewer = 0
    var signs = 0
    var spaced = 0
    for line in lines {
      let found = cells(of: line, sign)
      signs += found.signs
      spaced += found.spaced
      if found.signs == wanted { same += 1 }
      // The last cells may be missing, and empty ones behind tabs were trimmed away.
      if found.signs > 0, found.signs < wanted { fewer += 1 }
    }
    if sign == 0x09 || wanted > 1 && spaced * 10 <= signs { same += fewer }
    guard same * 100 >= lines.count * 85 else { return false }
    if sign == 0x09 { return true }
    if sign == UInt8(ascii: "|") { return lines.count >= 3 && wanted > 1 }
    if wanted > 1, spaced * 4 <= signs { return true }
    // With spaces, or in two columns: figures, and no sentence among them.
    return lines.count >= 4 && same == lines.count && !lines.contains { $0.isProse } && areFigures(lines)
  }

  private static func areFigures(_ lines: [Line]) -> Bool {
    let digits = lines.reduce(0) { $0 + $1.bytes.count(where: Line.isDigit) }
    return digits * 3 > lines.reduce(0) { $0 + $1.bytes.count }
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
