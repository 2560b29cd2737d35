/// Files of settings: names and values, sections, lists.
enum Settings {
  /// Nearly all lines are such, and hardly any is a sentence. A form that somebody filled in, "Place: Gao", has names with
  /// capitals and is none.
  static func format(_ head: Head) -> TextFormat? {
    let lines = head.lines.filter { !($0.begins("#") || $0.begins(";") || $0.begins("//") || $0.begins("!")) }
    let counted = lines.count
    let equal = lines.count(where: isEqual)
    let sections = lines.count(where: isSection)
    // What a value goes on with, and the items of a list.
    let others = sections > 0 ? lines.count { $0.indentation > 0 && !isEqual($0) } : 0
    if equal >= 2 || equal == 1 && sections >= 1 {
      if (equal + sections + others) * 100 >= counted * 70, !hasMuchProse(lines, besides: isEqual) { return .settings }
    }
    var keys = 0
    var marks = 0
    var items = 0
    for line in lines {
      if line.is("---") || line.is("...") { marks += 1 }
      switch key(line) {
      case .none: if line.begins("- ") || line.indentation > 0 { items += 1 }
      case .plain: keys += 1
      case .technical:
        keys += 1
        marks += 1
      }
    }
    guard keys >= 2, marks >= 1, (keys + items + marks) * 100 >= counted * 80, keys * 4 >= counted,
      !hasMuchProse(lines, besides: { key($0) != .none })
    else { return nil }
    return .settings
  }

  /// Whether more than a third of the bytes are sentences besides what is known to be none.
  private static func hasMuchProse(_ lines: [Line], besides isKnown: (Line) -> Bool) -> Bool {
    let prose = lines.reduce(0) { $0 + ($1.indentation == 0 && $1.isProse && !isKnown($1) ? $1.bytes.count : 0) }
    return prose * 3 > lines.reduce(0) { $0 + $1.bytes.count }
  }

  /// `name = value`, `name=value`, `"name" = value`.
  private static func isEqual(_ line: Line) -> Bool {
    let start = line.begins("export ") ? 7 : 0
    let length = line.name(from: start, also: ".-:/$\"")
    guard length > 0, Line.isLetter(line[start]) || line[start] == 0x5F || line[start] == 0x22, !line.ends(";") else {
      return false
    }
    var index = start + length
    while line[index] == 0x20 || line[index] == 0x09 { index += 1 }
    return line[index] == UInt8(ascii: "=") && line[index + 1] != UInt8(ascii: "=")
  }

  /// `[section]`, `[[list]]`: one name or a path of names. "[Reuters]" alone on a line is one too, so that sections
  /// alone say nothing.
  private static func isSection(_ line: Line) -> Bool {
    line[0] == UInt8(ascii: "[") && line.last == UInt8(ascii: "]") && !line.isProse
  }

  private enum Key {
    case none
    case plain
    case technical
  }

  /// `name: value` as YAML writes it, with a small first letter and no spaces in the name.
  private static func key(_ line: Line) -> Key {
    let start = line.begins("- ") ? 2 : 0
    let length = line.name(from: start, also: "-./\"$")
    let end = start + length
    guard length > (line[start] == UInt8(ascii: "$") ? 1 : 0), !Line.isCapital(line[start]), !Line.isDigit(line[start]),
      line[end] == UInt8(ascii: ":"),
      line[end + 1] == 0x20 || line[end + 1] == 0, !line.ends(";")
    else { return .none }
    let name = line.bytes[start..<end]
    let value = line.bytes[min(end + 2, line.bytes.count)...]
    let isTechnical =
      name.contains(0x5F) || value.isEmpty || line.indentation > 0 || start > 0
      || ["true", "false", "null", "yes", "no"].contains { value.elementsEqual($0.utf8) }
      || value.first == UInt8(ascii: "\"") || value.first == UInt8(ascii: "[") || value.first == UInt8(ascii: "{")
      || value.allSatisfy { Line.isDigit($0) || $0 == UInt8(ascii: ".") }
    return isTechnical ? .technical : .plain
  }
}
