/// Whether a program broke the lines of a text, and which lines belong together.
struct Wrap {
  private static let widths = 40...130
  /// Short texts wrap seldom; so many line ends must look wrapped.
  private static let fewestEnds = 3

  /// The width that a program broke the lines at; nil if each line is a paragraph.
  private let width: Int?
  /// No line has a capital, so that small letters say nothing.
  private let isCaseless: Bool

  init(_ lines: [Line]) {
    var longest = 0
    var ends = 0
    for index in lines.indices where lines[index].isText || lines[index].look == .item {
      longest = max(longest, lines[index].width)
      if Self.isFollowed(index, in: lines) { ends += 1 }
    }
    var full = 0
    for index in lines.indices where lines[index].isText || lines[index].look == .item {
      guard Self.isFollowed(index, in: lines) else { continue }
      if lines[index].width + 1 + lines[index + 1].firstWord > longest { full += 1 }
    }
    let isWrapped = Self.widths.contains(longest) && ends >= Self.fewestEnds && full * 4 >= ends * 3
    width = isWrapped ? longest : nil
    let texts = lines.filter(\.isText)
    isCaseless = texts.count > 1 && texts.allSatisfy(\.startsSmall)
  }

  private static func isFollowed(_ index: Int, in lines: [Line]) -> Bool {
    index + 1 < lines.count && lines[index + 1].isText
  }

  /// Whether the next line goes on with what this one began.
  func joins(_ line: Line, _ next: Line, isFirst: Bool) -> Bool {
    guard next.isText, line.isText || line.look == .item, !next.isDateline || next.startsSmall else { return false }
    // "ar-" and "mate" are one word, however wide the lines are.
    if line.isCutWord, next.startsSmall { return true }
    if let width, line.width + 1 + next.firstWord > width { return true }
    if next.startsSmall && !isCaseless { return line.ending != .stop || width != nil }
    guard line.isText, width == nil, line.width <= Self.widths.upperBound, line.ending != .stop, !line.isDateline else {
      return false
    }
    if line.isUnfinished { return true }
    return isFirst && line.isCaps && next.isCaps && line.ending == .open && line.width >= 25
  }
}
