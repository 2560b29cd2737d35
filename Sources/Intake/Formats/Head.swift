/// The first lines of a text, ready to be asked again and again.
struct Head {
  /// Lines with something on them, without white space at their ends.
  let lines: [Line]
  /// Bytes of all these lines.
  let bytes: Int
  /// All that is looked at, lines and what parts them.
  let text: UnsafeBufferPointer<UInt8>

  /// Looks at the first 64 KiB and leaves out a last line that they cut.
  init(of whole: UnsafeBufferPointer<UInt8>) {
    var end = min(whole.count, Signs.reach)
    if end < whole.count, let last = whole[..<end].lastIndex(of: 0x0A), last > end / 2 { end = last }
    text = UnsafeBufferPointer(rebasing: whole[..<end])
    var lines: [Line] = []
    var bytes = 0
    var start = 0
    while start < end {
      var stop = start
      while stop < end, whole[stop] != 0x0A, whole[stop] != 0x0D { stop += 1 }
      let line = Line(UnsafeBufferPointer(rebasing: whole[start..<stop]))
      if !line.isEmpty {
        lines.append(line)
        bytes += line.bytes.count
      }
      start = stop + 1
    }
    self.lines = Self.withoutFrontMatter(lines)
    self.bytes = bytes
  }

  /// What stands between two lines of dashes before a Markdown text tells about it and is no part of it.
  private static func withoutFrontMatter(_ lines: [Line]) -> [Line] {
    guard let first = lines.first, first.is("---") || first.is("+++"), lines.count > 2 else { return lines }
    let mark = first.is("---") ? "---" : "+++"
    guard let end = lines.dropFirst().prefix(60).firstIndex(where: { $0.is(mark) }) else { return lines }
    let rest = Array(lines[(end + 1)...])
    return rest.contains { $0.isProse } ? rest : lines
  }

  /// Whether at least so many per cent of the lines are such, and at least `least` of them.
  func mostly(_ percent: Int, least: Int = 1, _ isSuch: (Line) -> Bool) -> Bool {
    let found = lines.count(where: isSuch)
    return found >= least && found * 100 >= lines.count * percent
  }

  /// Whether no more than so many per cent of the bytes are lines of prose.
  func hasProse(atMost percent: Int) -> Bool {
    let prose = lines.reduce(0) { $0 + ($1.isProse ? $1.bytes.count : 0) }
    return prose * 100 <= bytes * percent
  }
}
