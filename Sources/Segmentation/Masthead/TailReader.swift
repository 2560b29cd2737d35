/// Finds what in a sentence is no text of the report: "(Segue)", "(ANSA).", "(foto)", "[…]", "RIPRODUZIONE RISERVATA".
struct TailReader {
  struct Found {
    var range: Range<Int>
    var agency: Int?
  }

  /// A parenthesis of names is seldom longer.
  private static let longestParenthesis = 400
  /// A note without a parenthesis at the end of a sentence is seldom longer.
  private static let longestEnd = 64
  /// A caption is seldom longer.
  private static let longestCaption = 160

  let words: MastheadWords
  let days: DayReader
  let isLastOfParagraph: Bool

  /// The stretches, in order.
  func furniture(in range: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> [Found] {
    var found: [Found] = []
    var upper = range.upperBound
    // From the end: notes without a parenthesis, then whatever stands between parentheses.
    while let note = note(at: upper, from: range.lowerBound, in: text) {
      let start = withoutDash(range.lowerBound..<note.lowerBound, in: text)
      found.append(Found(range: start..<note.upperBound))
      upper = Layout.trim(range.lowerBound..<start, in: text).upperBound
    }
    if isLastOfParagraph, let sign = sign(range.lowerBound..<upper, in: text) {
      found.append(Found(range: sign))
      upper = Layout.trim(range.lowerBound..<sign.lowerBound, in: text).upperBound
    }
    found.reverse()
    var parentheses: [Found] = []
    var open = -1
    var offset = range.lowerBound
    while offset < upper {
      switch text[offset] {
      case UInt8(ascii: "("), UInt8(ascii: "["): open = offset
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        if open >= 0, let stretch = stretch(open...offset, in: range.lowerBound..<upper, of: text) {
          parentheses.append(stretch)
        }
        open = -1
      default: break
      }
      offset += 1
    }
    return parentheses + found
  }

  /// "… in concorso. — RIPRODUZIONE RISERVATA": where the dash begins that the page sets before a note.
  private func withoutDash(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Int {
    let end = Layout.trim(range, in: text).upperBound
    guard let last = Scrap.scraps(of: max(range.lowerBound, end - 4)..<end, in: text).last, last.kind == .dash else {
      return range.upperBound
    }
    return last.range.lowerBound
  }

  /// "… oro e denaro. — S. TO": the initials of an author behind a dash.
  private func sign(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    let window = max(range.lowerBound, range.upperBound - Self.longestSign)..<range.upperBound
    let scraps = Scrap.scraps(of: window, in: text)
    guard let dash = scraps.lastIndex(where: { $0.kind == .dash }), dash > 0,
      isInitials(Array(scraps[(dash + 1)...])) || isName(scraps[(dash + 1)...])
    else { return nil }
    let before = Layout.trim(range.lowerBound..<scraps[dash].range.lowerBound, in: text)
    let ending = Line.ending(of: before, in: text)
    return ending == .stop || ending == .question ? scraps[dash].range.lowerBound..<range.upperBound : nil
  }

  /// "— Rossi", "— Mario Rossi", "— Mario R."
  private func isName(_ scraps: ArraySlice<Scrap>) -> Bool {
    let names = scraps.last?.kind == .stop ? scraps.dropLast() : scraps
    return (1...2).contains(names.count) && names.allSatisfy { $0.isWord && $0.isCapital }
      && names.first.map { !$0.isLetter } ?? false
  }

  private static let longestSign = 24

  /// A parenthesis, if it is furniture: with the full stop behind it where one stands before it too.
  private func stretch(
    _ span: ClosedRange<Int>, in sentence: Range<Int>, of text: UnsafeBufferPointer<UInt8>
  ) -> Found? {
    guard span.count <= Self.longestParenthesis else { return nil }
    let inside = Scrap.scraps(of: (span.lowerBound + 1)..<span.upperBound, in: text)
    let before = Layout.trim(sentence.lowerBound..<span.lowerBound, in: text)
    var end = span.upperBound + 1
    while end < sentence.upperBound, text[end] == UInt8(ascii: ".") { end += 1 }
    let isTail = end == sentence.upperBound
    let isBehindStop = Line.ending(of: before, in: text) == .stop || Line.ending(of: before, in: text) == .question
    let judged = Parenthesis(inside, words: words, days: days)
    // "Police at the scene (Picture: Facebook) A man was …": a caption and its credit before the sentence.
    if !isTail, span.lowerBound - sentence.lowerBound <= Self.longestCaption, isCredit(inside),
      let next = Scrap.scraps(of: end..<min(end + 24, sentence.upperBound), in: text).first, next.isCapital
    {
      return Found(range: sentence.lowerBound..<end)
    }
    let isFurniture: Bool
    if judged.isMedia || judged.isSignature && before.isEmpty && !isTail {
      // "(The Associated Press) Police said …": the end of a caption is not the sentence's.
      isFurniture = true
    } else if judged.isCredit {
      isFurniture = isTail && isBehindStop
    } else if judged.isAside && judged.agency == nil {
      isFurniture = isTail && isLastOfParagraph
    } else if judged.isSignature {
      // "the Associated Press (AP)" explains a name.
      isFurniture =
        isTail && isLastOfParagraph && (isBehindStop || !isExplained(judged.agency, before: before, in: text))
    } else {
      isFurniture = isTail && isLastOfParagraph && isBehindStop && isInitials(inside)
    }
    guard isFurniture else { return nil }
    // The sentence keeps its own full stop.
    let upper = isTail && isBehindStop ? end : span.upperBound + 1
    return Found(range: span.lowerBound..<upper, agency: judged.agency)
  }

  /// "Picture: Facebook", "foto: Ansa".
  private func isCredit(_ inside: [Scrap]) -> Bool {
    guard inside.count <= 8, let end = words.end(of: .label, at: 0, in: inside) else { return false }
    return inside[..<end].contains { $0.kind == .colon }
  }

  /// Whether the words before a parenthesis name the same agency.
  private func isExplained(_ agency: Int?, before range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let scraps = Scrap.scraps(of: max(range.lowerBound, range.upperBound - 60)..<range.upperBound, in: text)
    return scraps.indices.contains { index in
      guard let found = words.agencies.longest(at: index, in: scraps) else { return false }
      return found.end == scraps.count && found.value == agency
    }
  }

  /// "(s. to)", "(m. ped.)": the initials of an author.
  private func isInitials(_ scraps: [Scrap]) -> Bool {
    let names = scraps.filter(\.isWord)
    return (2...3).contains(names.count) && scraps.count <= 6 && scraps.contains { $0.kind == .stop }
      && scraps.allSatisfy { $0.isWord || ($0.kind == .stop && $0.isJoined) }
      && names.allSatisfy { $0.range.count <= 4 } && names[0].range.count <= 2
      && scraps.indices.contains { scraps[$0].kind == .stop && $0 > 0 && scraps[$0 - 1].range.count == 1 }
  }

  /// A note that ends at an offset: "RIPRODUZIONE RISERVATA", "ENDS", "###", with the sign of rights before it.
  private func note(at upper: Int, from lower: Int, in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard upper > lower, endsLikeNote(lower..<upper, in: text) else { return nil }
    var start = max(lower, upper - Self.longestEnd)
    while start < upper, text[start] & 0xC0 == 0x80 { start += 1 }
    let scraps = Scrap.scraps(of: start..<upper, in: text)
    // Words cut at the start of the window are no form's beginning.
    let first = start > lower ? 1 : 0
    guard scraps.count > first else { return nil }
    for index in first..<scraps.count {
      guard words.end(of: .end, at: index, in: scraps) == scraps.count else { continue }
      if index == 0, start == lower { return nil }
      let before = Layout.trim(lower..<scraps[index].range.lowerBound, in: text)
      // A single word such as "ENDS" closes nothing but a finished sentence.
      guard index + 1 < scraps.count || !scraps[index].isWord || Line.ending(of: before, in: text) == .stop else {
        return nil
      }
      return scraps[index].range.lowerBound..<upper
    }
    return nil
  }

  /// Whether the last word is the last of some note; spares most sentences the rest.
  private func endsLikeNote(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let byte = text[range.upperBound - 1]
    guard words.forms(.end).lastBytes.contains(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) else { return false }
    let start = max(range.lowerBound, range.upperBound - 16)
    guard let last = Scrap.scraps(of: start..<range.upperBound, in: text).last else { return false }
    return words.forms(.end).lastKeys.contains(last.key)
  }
}
