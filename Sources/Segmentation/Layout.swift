import DocumentModel

/// A stretch of text that no sentence crosses: a paragraph, a headline, an item of a list.
struct Block {
  var range: Range<Int>
  var kind: SentenceKind
  var paragraph: Int
}

/// Reads the layout of plain text and Markdown: blank lines, headlines, bullets, hard-wrapped paragraphs.
enum Layout {
  private struct Line {
    var range: Range<Int>
    var isBlank: Bool
    var isAfterBlank: Bool
    var isItem = false
    var isHeading = false
  }

  /// A headline has at most this many bytes; longer lines without a full stop are prose that lost it.
  private static let longestHeadline = 220
  /// Lines that a program wrapped are about this long; a block of such lines is one paragraph.
  private static let wrappedLengths = 45...120

  /// The blocks of a text, in order, white space and marks of layout left out.
  static func blocks(of text: UnsafeBufferPointer<UInt8>) -> [Block] {
    let lines = lines(of: text)
    var blocks: [Block] = []
    var hasTitle = false
    var paragraph = 0
    var index = 0
    while index < lines.count {
      let line = lines[index]
      guard !line.isBlank else {
        index += 1
        continue
      }
      var last = index
      if !line.isItem && !line.isHeading {
        while last + 1 < lines.count, isContinued(lines[last], by: lines[last + 1], in: text) { last += 1 }
      }
      let range = line.range.lowerBound..<lines[last].range.upperBound
      let isLast = !lines[(last + 1)...].contains { !$0.isBlank }
      var kind = SentenceKind.body
      if line.isItem {
        kind = .item
      } else if line.isHeading || (!isLast && isHeadline(range, in: text)) {
        kind = hasTitle || !blocks.isEmpty ? .subhead : .title
        hasTitle = true
      }
      blocks.append(Block(range: range, kind: kind, paragraph: paragraph))
      paragraph += 1
      index = last + 1
    }
    return blocks
  }

  private static func lines(of text: UnsafeBufferPointer<UInt8>) -> [Line] {
    var lines: [Line] = []
    var start = 0
    var isAfterBlank = true
    while start <= text.count {
      var end = start
      while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
      let trimmed = trim(start..<end, in: text)
      var line = Line(range: trimmed, isBlank: trimmed.isEmpty, isAfterBlank: isAfterBlank)
      if !trimmed.isEmpty { readMarks(of: &line, in: text) }
      lines.append(line)
      isAfterBlank = line.isBlank
      guard end < text.count else { break }
      start = text[end] == 0x0D && end + 1 < text.count && text[end + 1] == 0x0A ? end + 2 : end + 1
    }
    return lines
  }

  /// Finds `# `, `- `, `* `, `• `, `1. ` and `1) ` before a line and leaves them out of it.
  private static func readMarks(of line: inout Line, in text: UnsafeBufferPointer<UInt8>) {
    let range = line.range
    var offset = range.lowerBound
    let first = text[offset]
    if first == UInt8(ascii: "#") {
      while offset < range.upperBound, text[offset] == UInt8(ascii: "#") { offset += 1 }
      line.isHeading = offset < range.upperBound && text[offset] == 0x20
    } else if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") {
      offset += 1
      line.isItem = offset < range.upperBound && text[offset] == 0x20
    } else if first == 0xE2, range.count > 3, text[offset + 1] == 0x80, text[offset + 2] == 0xA2 {
      offset += 3
      line.isItem = true
    } else if first >= 0x30, first <= 0x39 {
      while offset < range.upperBound, text[offset] >= 0x30, text[offset] <= 0x39 { offset += 1 }
      let isShort = offset - range.lowerBound <= 2
      let isMarked =
        offset + 1 < range.upperBound && (text[offset] == UInt8(ascii: ".") || text[offset] == UInt8(ascii: ")"))
        && text[offset + 1] == 0x20
      line.isItem = isShort && isMarked
      offset += 1
    }
    if line.isItem || line.isHeading {
      line.range = trim(offset..<range.upperBound, in: text)
      if line.range.isEmpty { line.isBlank = true }
    }
  }

  /// Whether the next line goes on with the paragraph: it was wrapped by a program, or it begins in lower case.
  private static func isContinued(_ line: Line, by next: Line, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !next.isBlank, !next.isItem, !next.isHeading, !line.isItem else { return false }
    let first = text[next.range.lowerBound]
    if first >= 0x61 && first <= 0x7A { return true }
    guard wrappedLengths.contains(line.range.count), next.range.count <= wrappedLengths.upperBound else { return false }
    return !endsSentence(line.range, in: text) && !isHeadlineShaped(line, next, in: text)
  }

  /// A line that stands alone between blank lines is no wrapped prose.
  private static func isHeadlineShaped(_ line: Line, _ next: Line, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    line.isAfterBlank && endsSentence(next.range, in: text) && line.range.count < 60
  }

  private static func isHeadline(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    range.count <= longestHeadline && !endsSentence(range, in: text)
      && !text[range].contains(0x0A)
  }

  private static func endsSentence(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = range.upperBound
    // Behind a closing quote or parenthesis the mark before it decides.
    for _ in 0..<3 {
      guard offset > range.lowerBound else { return false }
      var start = offset - 1
      while start > range.lowerBound, text[start] & 0xC0 == 0x80 { start -= 1 }
      switch mark(of: scalar(at: start, in: text).value) {
      case .stop, .colon, .semicolon, .comma: return true
      case .closeQuote, .quote, .closeParenthesis, .apostrophe: offset = start
      default: return false
      }
    }
    return false
  }

  static func trim(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper {
      let (value, length) = scalar(at: lower, in: text)
      guard mark(of: value) == .space || value == 0x200B || value == 0xFEFF else { break }
      lower += length
    }
    while upper > lower {
      var start = upper - 1
      while start > lower, text[start] & 0xC0 == 0x80 { start -= 1 }
      let value = scalar(at: start, in: text).value
      guard mark(of: value) == .space || value == 0x200B || value == 0xFEFF else { break }
      upper = start
    }
    return lower..<upper
  }
}
