public import DocumentModel
public import ICU

/// Splits a text into sentences: ICU's rules inside the blocks that the layout makes, with a veto over abbreviations,
/// lower-case continuations and open parentheses.
///
/// ICU's own suppressions are not used: for Italian they were measured to do harm ("Macron." would not end a sentence).
public struct SentenceSplitter: Sendable {
  private let abbreviations: [String: Abbreviations]
  private let masthead: MastheadWords

  /// Makes a splitter from the abbreviations of each language and the words that mastheads are read by.
  public init(abbreviations: [String: Abbreviations], masthead: MastheadWords = MastheadWords()) {
    self.abbreviations = abbreviations
    self.masthead = masthead
  }

  /// The sentences of a text, in order, all in the language given, none longer than 2,400 bytes. Linear in the length of
  /// the text. `blocks` is what the text's file says of its layout.
  public func sentences(
    of text: [UInt8], blocks given: [TextBlock] = [], language: String, breaker: inout SentenceBreaker
  ) throws(ICUError) -> [Sentence] {
    let known = abbreviations[language] ?? Abbreviations()
    let isCaseless = Self.isCaseless(text)
    let lines = MastheadReader(words: masthead).lines(language: language, isPlace: nil)
    let blocks = text.withUnsafeBufferPointer { Layout.blocks(of: $0, given: given, lines: lines) }
    var sentences: [Sentence] = []
    var isBeforeBody = true
    var hasTitle = blocks.contains { $0.kind == .title }
    func append(_ range: Range<Int>, _ kind: SentenceKind, of block: Block, in text: UnsafeBufferPointer<UInt8>) {
      let range = Layout.trim(Self.withoutOpening(range, in: text), in: text)
      guard !range.isEmpty else { return }
      let start = block.range.lowerBound
      sentences.append(
        Sentence(
          span: TextSpan(start + range.lowerBound, start + range.upperBound), language: language, kind: kind,
          paragraph: block.paragraph))
    }
    for (number, block) in blocks.enumerated() {
      // Above the text, what ends in "(AP Photo/Ann Vela)" is the caption of a picture.
      if isBeforeBody, block.kind == .body || block.kind == .title,
        blocks[(number + 1)...].contains(where: { $0.kind == .body })
      {
        let isCaption = text.withUnsafeBufferPointer { text in
          lines.isCaption(Layout.trim(block.range, in: text), in: text)
        }
        if isCaption {
          text[block.range].withUnsafeBufferPointer { buffer in
            append(buffer.indices, .furniture, of: block, in: buffer)
          }
          hasTitle = hasTitle && block.kind != .title
          continue
        }
      }
      // A line end inside a paragraph would end a sentence for ICU; a space there keeps every offset.
      var bytes = Array(text[block.range])
      for index in bytes.indices where bytes[index] == 0x0A || bytes[index] == 0x0D { bytes[index] = 0x20 }
      guard block.kind != .title && block.kind != .furniture else {
        bytes.withUnsafeBufferPointer { buffer in
          for (number, range) in Pieces.pieces(of: buffer.indices, in: buffer).enumerated() {
            // A headline of this length is none, only marked as one.
            append(range, number == 0 ? block.kind : .body, of: block, in: buffer)
          }
        }
        continue
      }
      if isCaseless { Self.capitalizeAfterStops(&bytes) }
      let boundaries = try breaker.boundaries(in: bytes)
      bytes.withUnsafeBufferPointer { buffer in
        var start = 0
        // No sentence ends inside a dateline, whatever full stops it has.
        var head = isBeforeBody ? lines.datelines.dateline(at: 0..<buffer.count, in: buffer)?.end ?? 0 : 0
        for found in boundaries {
          let boundary = Trailing.end(at: found, in: buffer)
          let isInside = boundary <= head + 1 && boundary < buffer.count
          let isEnd = boundary == buffer.count || boundary - start > Pieces.longest
          guard !isInside, isEnd || !isVetoed(boundary, from: start, in: buffer, known) else { continue }
          for piece in Pieces.pieces(of: start..<boundary, in: buffer) {
            let range = Layout.trim(piece, in: buffer)
            guard !range.isEmpty else { continue }
            let isFurniture = lines.isFurniture(sentence: range, in: buffer, isFirst: isBeforeBody)
            // "Two held after blast. CARTHAGE, N.C. (AP) - Police …": what stands before the dateline is the title.
            let next =
              isBeforeBody && head == 0 && boundary < buffer.count && range.count <= Headlines.longest
              ? lines.datelines.dateline(at: boundary..<buffer.count, in: buffer) : nil
            if !isFurniture, !hasTitle, block.kind == .body, let next, next.isPlaceSure {
              append(Self.withoutStop(range, in: buffer), .title, of: block, in: buffer)
              hasTitle = true
              head = next.end
              continue
            }
            if !isFurniture, block.kind == .body, let end = lines.gluedLabel(at: range, in: buffer) {
              append(range.lowerBound..<end, .furniture, of: block, in: buffer)
              append(end..<range.upperBound, .body, of: block, in: buffer)
              isBeforeBody = false
              continue
            }
            if !isFurniture, !isBeforeBody, block.kind == .body, let end = Crosshead.end(at: range, in: buffer) {
              append(range.lowerBound..<end, .subhead, of: block, in: buffer)
              append(end..<range.upperBound, .body, of: block, in: buffer)
              continue
            }
            append(range, isFurniture ? .furniture : block.kind, of: block, in: buffer)
            if isFurniture, isBeforeBody {
              head = next?.end ?? 0
            } else if block.kind == .body {
              isBeforeBody = false
            }
          }
          start = boundary
        }
      }
    }
    // A text of marks alone has no line that a reader would keep; it is told as it is.
    if sentences.isEmpty {
      text.withUnsafeBufferPointer { buffer in
        let whole = Block(range: 0..<buffer.count, kind: .body, paragraph: 0)
        for piece in Pieces.pieces(of: buffer.indices, in: buffer) { append(piece, .body, of: whole, in: buffer) }
      }
    }
    return sentences
  }

  /// "… services levy. (": a parenthesis that opens behind the full stop is the next sentence's, or nobody's.
  private static func withoutOpening(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let trimmed = Layout.trim(range, in: text)
    guard trimmed.count > 3, text[trimmed.upperBound - 1] == UInt8(ascii: "(") else { return range }
    let inner = Layout.trim(trimmed.lowerBound..<(trimmed.upperBound - 1), in: text)
    return !inner.isEmpty && text[inner.upperBound - 1] == UInt8(ascii: ".") ? inner : range
  }

  /// A title has no full stop.
  private static func withoutStop(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    text[range.upperBound - 1] == UInt8(ascii: ".") ? range.lowerBound..<(range.upperBound - 1) : range
  }

  /// Whether a longer text has no capital at all, as old wires were stored.
  private static func isCaseless(_ text: [UInt8]) -> Bool {
    text.count > 200 && !text.prefix(4096).contains { ($0 >= 0x41 && $0 <= 0x5A) || $0 >= 0x80 }
  }

  /// Gives the letter behind each full stop and space a capital, without which no rule would end a sentence there.
  private static func capitalizeAfterStops(_ bytes: inout [UInt8]) {
    var isAfterStop = false
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") {
        isAfterStop = index + 1 < bytes.count && bytes[index + 1] == 0x20
      } else if isAfterStop, byte >= 0x61, byte <= 0x7A {
        bytes[index] = byte & 0xDF
        isAfterStop = false
      } else if byte != 0x20, byte != 0x22 {
        isAfterStop = false
      }
    }
  }

  private func isVetoed(
    _ boundary: Int, from start: Int, in text: UnsafeBufferPointer<UInt8>, _ known: Abbreviations
  ) -> Bool {
    guard boundary < text.count else { return false }
    let next = text[boundary]
    if next >= 0x61 && next <= 0x7A { return true }
    if isInsideParentheses(start..<boundary, in: text) { return true }
    var end = boundary
    while end > start, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
    if Self.isNickname(start..<end, in: text) || Self.isBracketed(start..<end, in: text) { return true }
    guard end > start, text[end - 1] == UInt8(ascii: ".") else { return false }
    // "858. Of drains and ditches": a number by itself counts what follows.
    let number = Layout.trim(start..<(end - 1), in: text)
    if number.count <= 4, text[number].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return true }
    return known.goesOn(over: end - 1, to: boundary, from: start, in: text)
  }

  /// "Col. John “J.D.” Dorrian": initials in quotation marks, and nothing else, are a name within a name.
  private static func isNickname(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = range.upperBound
    guard end - range.lowerBound > 4 else { return false }
    if text[end - 1] == UInt8(ascii: "\"") {
      end -= 1
    } else if text[end - 1] == 0x9D, text[end - 2] == 0x80, text[end - 3] == 0xE2 {
      end -= 3
    } else {
      return false
    }
    var start = end
    while start - 2 >= range.lowerBound, text[start - 1] == UInt8(ascii: "."),
      text[start - 2] >= 0x41 && text[start - 2] <= 0x5A
    { start -= 2 }
    guard start < end, start > range.lowerBound else { return false }
    return text[start - 1] == UInt8(ascii: "\"") || text[start - 1] == 0x9C
  }

  /// "The Walker County (Ga.) Sheriff's Office": an abbreviation in brackets behind a word.
  private static func isBracketed(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard range.count > 4, text[range.upperBound - 1] == UInt8(ascii: ")"),
      text[range.upperBound - 2] == UInt8(ascii: ".")
    else { return false }
    let window = max(range.lowerBound, range.upperBound - longestBracketed)..<(range.upperBound - 2)
    guard let open = text[window].lastIndex(of: UInt8(ascii: "(")), open > range.lowerBound + 1,
      text[open - 1] == 0x20, !text[(open + 1)..<(range.upperBound - 2)].contains(0x20)
    else { return false }
    let before = text[open - 2]
    return before >= 0x80 || before | 0x20 >= 0x61 && before | 0x20 <= 0x7A
  }

  private static let longestBracketed = 12

  /// Whether a parenthesis is open at the end of the range; one left open for long is a slip, not a parenthesis.
  private func isInsideParentheses(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var open = -1
    for offset in max(range.lowerBound, range.upperBound - 160)..<range.upperBound {
      if text[offset] == UInt8(ascii: "(") { open = offset }
      if text[offset] == UInt8(ascii: ")") { open = -1 }
    }
    return open >= 0 && range.upperBound - open < 160
      && text[range.upperBound...].prefix(160).contains(UInt8(ascii: ")"))
  }
}
