import DocumentModel
import Lexicons

/// A stretch of text that no sentence crosses: a paragraph, a headline, an item of a list.
struct Block {
  var range: Range<Int>
  var kind: SentenceKind
  var paragraph: Int
}

/// Reads the layout of plain text and Markdown: blank lines, headlines, bullets, hard-wrapped paragraphs, and lines that
/// are no text of the report.
enum Layout {
  /// The blocks of a text, in order, white space and marks of layout left out. What its file says of a block, in `given`,
  /// goes before what its lines look like.
  static func blocks(
    of text: UnsafeBufferPointer<UInt8>, given: [TextBlock] = [], lines reader: LineReader
  ) -> [Block] {
    let lines = lines(of: text, given: given, reader)
    let wrap = Wrap(lines)
    var passages: [Passage] = []
    var index = 0
    while index < lines.count {
      guard lines[index].look != .blank else {
        index += 1
        continue
      }
      var last = index
      while last + 1 < lines.count, wrap.joins(lines[last], lines[last + 1], isFirst: passages.isEmpty) { last += 1 }
      let isBeforeBlank = last + 1 == lines.count || lines[last + 1].look == .blank
      passages.append(Passage(lines[index...last], isBeforeBlank: isBeforeBlank))
      index = last + 1
    }
    let headlines = Headlines(passages: passages, text: text)
    let kinds = headlines.kinds()
    return passages.indices.map { Block(range: passages[$0].range, kind: kinds[$0], paragraph: $0) }
  }

  private static func lines(
    of text: UnsafeBufferPointer<UInt8>, given: [TextBlock], _ reader: LineReader
  ) -> [Line] {
    var lines: [Line] = []
    var given = given[...]
    var start = 0
    var isAfterBlank = true
    // Authors stand before the text or behind a finished sentence.
    var mayBeByline = true
    while start <= text.count {
      var end = start
      while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
      var line = Line(range: trim(start..<end, in: text))
      line.isAfterBlank = isAfterBlank
      read(&line, in: text, reader, mayBeByline: mayBeByline)
      while let block = given.first, block.span.start < line.range.lowerBound { given.removeFirst() }
      if let block = given.first, block.span.start == line.range.lowerBound, line.look != .blank {
        line.take(block.kind)
      }
      if LineMarks.isUnderline(line.range, in: text), let last = lines.indices.last, lines[last].isText {
        lines[last].look = .heading
      }
      if line.isText {
        mayBeByline = line.ending == .stop || (mayBeByline && line.width <= Headlines.longest && !line.isDateline)
      }
      isAfterBlank = line.look == .blank
      lines.append(line)
      guard end < text.count else { break }
      start = text[end] == 0x0D && end + 1 < text.count && text[end + 1] == 0x0A ? end + 2 : end + 1
    }
    return lines
  }

  private static func read(
    _ line: inout Line, in text: UnsafeBufferPointer<UInt8>, _ reader: LineReader, mayBeByline: Bool
  ) {
    guard !line.range.isEmpty else {
      line.look = .blank
      return
    }
    line.role = reader.role(of: line.range, in: text, mayBeByline: mayBeByline)
    if line.role != nil {
      line.look = .furniture
    } else if !LineMarks.hasWords(line.range, in: text) {
      line.look = .blank
    } else {
      LineMarks.read(&line, in: text)
    }
    guard line.look != .blank else { return }
    line.readLook(in: text)
    guard line.isText else { return }
    line.isUnfinished = line.isUnfinished || reader.endsInSmallWord(line.range, in: text)
    if let dateline = reader.datelines.dateline(at: line.range, in: text) {
      // "KYIV – Attack on the port" without a full stop is a title.
      line.isDateline = dateline.isStrong || line.ending != .open || line.width > Headlines.longest
    }
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
    return min(lower, upper)..<upper
  }
}

extension Line {
  /// What the file says of the block that begins here.
  fileprivate mutating func take(_ kind: TextBlock.Kind) {
    switch kind {
    case .title, .subhead: look = .heading
    case .item: look = .item
    case .caption: look = .furniture
    case .body: break
    }
  }
}
