internal import CMarkdown
internal import DocumentModel

/// Markdown: its marks leave the words, its headings and lists become blocks, its front matter says who and when.
public struct MarkdownExtractor: Extractor {
  /// `text/markdown`
  public let mediaType = "text/markdown"

  /// With more brackets than this the parser's time grows with their square (measured: 200,000 cost 100 seconds).
  private static let mostBrackets = 4000
  /// So many bytes are looked at for marks where the name does not tell.
  private static let sampleLength = 4096

  /// Makes one.
  public init() {}

  /// By its marks, a heading and an inline link, or by its name.
  public func takes(_ file: Arrival) -> Bool {
    guard let text = file.text?.text else { return false }
    let isMarked = file.isNamed(".md", ".markdown") || Self.showsMarks(text.prefix(Self.sampleLength))
    return isMarked && text.count { $0 == UInt8(ascii: "[") } <= Self.mostBrackets
  }

  /// The whole file as one report.
  public func reports(in file: Arrival) throws(IntakeError) -> [Extracted] {
    // A few links look like code; what is left of them is judged by its words.
    let decoded = try file.prose { $0 == .code }
    let front = FrontMatter(decoded.text)
    let words = MarkdownWords(decoded.text[front.end...], title: front.title)
    // A file of marks alone is told as it is.
    var extracted = Extracted(words.blocks.isEmpty ? try file.prose() : decoded, mediaType: mediaType)
    guard !words.blocks.isEmpty else { return [extracted] }
    if let format = TextFormat.recognize(words.text) { throw .format(format) }
    extracted.text = words.text
    extracted.blocks = words.blocks
    extracted.attestation = front.attestation
    return [extracted]
  }

  /// "# Title" on a line and "[words](address)" anywhere: no plain report has both.
  private static func showsMarks(_ text: ArraySlice<UInt8>) -> Bool {
    let isHeaded = text.split(separator: 0x0A, maxSplits: 64).contains { line in
      let hashes = line.prefix { $0 == UInt8(ascii: "#") }.count
      return (1...6).contains(hashes) && line.dropFirst(hashes).first == 0x20
    }
    guard isHeaded else { return false }
    let link: [UInt8] = [UInt8(ascii: "]"), UInt8(ascii: "(")]
    return zip(text, text.dropFirst()).contains { $0 == link[0] && $1 == link[1] }
  }
}

/// The words of a Markdown text and the blocks they stand in.
private struct MarkdownWords {
  private(set) var text: [UInt8] = []
  private(set) var blocks: [TextBlock] = []
  private var open: [(kind: TextBlock.Kind, start: Int)] = []
  /// Where the words of the last picture stand.
  private var picture = 0..<0

  init(_ markdown: ArraySlice<UInt8>, title: String?) {
    text.reserveCapacity(markdown.count)
    if let title { add(.title, Array(title.utf8)) }
    withUnsafeMutablePointer(to: &self) { words in
      markdown.withUnsafeBytes { bytes in
        guard let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
        cmarkdown_walk(
          base, bytes.count,
          { event, bytes, count, context in
            let words = context?.assumingMemoryBound(to: MarkdownWords.self)
            words?.pointee.take(event, UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
          }, words)
      }
    }
  }

  private mutating func take(_ event: cmarkdown_event, _ bytes: UnsafeRawBufferPointer) {
    switch event {
    case cmarkdown_heading:
      // The first heading is the title, if no front matter gave one.
      begin(blocks.isEmpty ? .title : .subhead)
    case cmarkdown_paragraph: begin(open.last?.kind == .item ? .item : .body)
    case cmarkdown_item: open.append((.item, text.count))
    case cmarkdown_end: end()
    case cmarkdown_text: text += bytes
    case cmarkdown_picture:
      picture = text.count..<text.count
    case cmarkdown_picture_end: picture = min(picture.lowerBound, text.count)..<text.count
    case cmarkdown_line: text.append(0x0A)
    case cmarkdown_literal: add(.body, Array(bytes))
    case cmarkdown_html: add(.body, Self.withoutTags(bytes))
    default: break
    }
  }

  /// The words between tags; in "3 < 5" the mark is one of them.
  private static func withoutTags(_ html: UnsafeRawBufferPointer) -> [UInt8] {
    var words: [UInt8] = []
    var index = 0
    let lastEnd = html.lastIndex(of: UInt8(ascii: ">")) ?? -1
    while index < html.count {
      if index < lastEnd, opensTag(at: index, in: html), let end = html[index...].firstIndex(of: UInt8(ascii: ">")) {
        index = end + 1
      } else {
        words.append(html[index])
        index += 1
      }
    }
    return words
  }

  private static func opensTag(at index: Int, in html: UnsafeRawBufferPointer) -> Bool {
    guard html[index] == UInt8(ascii: "<"), index + 1 < html.count else { return false }
    let next = html[index + 1]
    return (0x61...0x7A).contains(next | 0x20) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
  }

  private mutating func add(_ kind: TextBlock.Kind, _ bytes: [UInt8]) {
    begin(kind)
    text += bytes
    end()
  }

  /// Blocks stand apart by an empty line.
  private mutating func begin(_ kind: TextBlock.Kind) {
    if !text.isEmpty {
      while text.last == 0x0A { text.removeLast() }
      text += [0x0A, 0x0A]
    }
    open.append((kind, text.count))
  }

  private mutating func end() {
    guard let block = open.popLast() else { return }
    var upper = text.count
    while upper > block.start, text[upper - 1] == 0x0A || text[upper - 1] == 0x20 { upper -= 1 }
    var lower = block.start
    while lower < upper, text[lower] == 0x0A || text[lower] == 0x20 { lower += 1 }
    // An item holds paragraphs, which are blocks already.
    guard lower < upper, blocks.last.map({ $0.span.end <= lower }) ?? true else { return }
    // A paragraph that is a picture and nothing else holds the picture's words.
    let isCaption = block.kind == .body && picture == lower..<upper
    blocks.append(TextBlock(kind: isCaption ? .caption : block.kind, span: TextSpan(lower, upper)))
  }
}
