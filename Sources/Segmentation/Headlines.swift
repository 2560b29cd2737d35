import DocumentModel

/// Lines that belong together, with the look of the whole.
struct Passage {
  var range: Range<Int>
  var look: Line.Look
  var role: LineReader.Role?
  var ending: Line.Ending
  var width: Int
  var isCaps: Bool
  var startsSmall: Bool
  var isDateline: Bool
  var isAfterBlank: Bool
  var isBeforeBlank: Bool
  var hasInnerStop: Bool

  init(_ lines: ArraySlice<Line>, isBeforeBlank: Bool) {
    let first = lines[lines.startIndex]
    let last = lines[lines.endIndex - 1]
    range = first.range.lowerBound..<last.range.upperBound
    look = first.look
    role = first.role
    ending = last.ending
    width = lines.reduce(lines.count - 1) { $0 + $1.width }
    isCaps = lines.allSatisfy(\.isCaps)
    startsSmall = first.startsSmall
    isDateline = first.isDateline
    isAfterBlank = first.isAfterBlank
    self.isBeforeBlank = isBeforeBlank
    hasInnerStop = lines.contains(where: \.hasInnerStop) || lines.dropLast().contains { $0.ending == .stop }
  }

  var isText: Bool { look == .text }
}

/// Finds the title and the subheads among the passages of a report.
///
/// A line without a full stop above others is a title; one with a full stop only where the layout or the text below says
/// so, since calling prose a title loses it.
struct Headlines {
  /// A headline has at most this many characters; longer lines without a full stop are prose that lost it.
  static let longest = 220
  private static let longestSentenceTitle = 120
  private static let longestKicker = 25

  private let passages: [Passage]
  private let text: UnsafeBufferPointer<UInt8>
  /// The position of the last passage that is text.
  private let last: Int
  /// No passage but the first ends with a mark: a bulletin, whose lines are its sentences.
  private let isBulletin: Bool

  init(passages: [Passage], text: UnsafeBufferPointer<UInt8>) {
    self.passages = passages
    self.text = text
    last = passages.lastIndex { $0.look != .furniture } ?? -1
    let rest = passages.filter { $0.isText }.dropFirst()
    isBulletin = rest.count >= 2 && rest.allSatisfy { $0.ending == .open && $0.width <= Self.longest && !$0.isDateline }
  }

  /// The kind of each passage.
  func kinds() -> [SentenceKind] {
    var kinds = passages.map { passage -> SentenceKind in
      switch passage.look {
      case .furniture: .furniture
      case .item: .item
      case .heading: .subhead
      default: .body
      }
    }
    guard let first = passages.firstIndex(where: { $0.look != .furniture }) else { return kinds }
    var top = first
    if isKicker(first), let next = text(after: first) {
      kinds[first] = .subhead
      top = next
    }
    if passages[top].look == .heading || isTitle(top) || isNumberedTitle(top) { kinds[top] = .title }
    markSubheads(&kinds, after: top, hasTitle: kinds[top] == .title)
    return kinds
  }

  /// "1) Thirty years since the murder": one numbered line before a text is no list.
  private func isNumberedTitle(_ index: Int) -> Bool {
    guard passages[index].look == .item, passages[index].range.count <= Self.longest, passages[index].isBeforeBlank,
      text[passages[index].range.upperBound - 1] != UInt8(ascii: "."), let next = text(after: index)
    else { return false }
    return passages[next].look != .item
  }

  /// The next passage that is no furniture.
  private func text(after index: Int) -> Int? {
    passages[(index + 1)...].firstIndex { $0.look != .furniture }
  }

  // MARK: - Title

  /// "SIRIA" above a title.
  private func isKicker(_ index: Int) -> Bool {
    let passage = passages[index]
    guard passage.isText, passage.isCaps, passage.width <= Self.longestKicker, passage.ending == .open,
      let next = text(after: index), passages[next].isText, passages[next].ending != .stop, !passages[next].isDateline,
      next < last, passages[next].width <= Self.longest, !passages[next].isCaps
    else { return false }
    guard Scrap.scraps(of: passage.range, in: text).filter(\.isWord).count <= 2 else { return false }
    return !passages[next].isAfterBlank || text(after: next).map { passages[$0].isDateline } ?? false
  }

  private func isTitle(_ index: Int) -> Bool {
    let passage = passages[index]
    guard passage.isText, index < last, passage.width <= Self.longest, !passage.isDateline, passage.ending != .pause,
      let next = text(after: index)
    else { return false }
    let below = passages[next]
    let isMarkedOff =
      below.isDateline || (below.width > passage.width && passages[index..<next].contains { $0.role == .byline })
    switch endsInInitials(passage.range) ? .open : passage.ending {
    case .open: return !passage.hasInnerStop || isMarkedOff || passage.width <= 130
    case .question: return isMarkedOff || (passage.width <= 160 && below.width > passage.width)
    default:
      guard !passage.hasInnerStop, below.look == .text else { return false }
      if passage.isCaps && !below.isCaps { return true }
      if isMarkedOff { return passage.width <= 160 }
      return passage.width <= Self.longestSentenceTitle && below.width * 2 >= passage.width * 3
        && (below.hasInnerStop || below.width >= 160) && isRepeated(passage.range, in: below.range)
    }
  }

  /// "2 men shot in South L.A.": the full stop is the abbreviation's.
  private func endsInInitials(_ range: Range<Int>) -> Bool {
    let stop = UInt8(ascii: ".")
    let end = range.upperBound
    return range.count > 8 && text[end - 1] == stop && text[end - 3] == stop && text[end - 2] >= 0x41
      && text[end - 2] <= 0x5A
  }

  // MARK: - Subheads

  private func markSubheads(_ kinds: inout [SentenceKind], after top: Int, hasTitle: Bool) {
    var isHead = hasTitle
    for index in passages.indices.dropFirst(top + 1) where kinds[index] == .body {
      let passage = passages[index]
      let isOpen =
        passage.ending == .open && index < last && passage.width <= Self.longest && !passage.hasInnerStop
        && !passage.isDateline && !isBulletin
      if isOpen || (isHead && isSentenceSubhead(index)) {
        kinds[index] = .subhead
      } else {
        isHead = false
      }
    }
  }

  /// Whether sentences below a title are a subhead: a byline or a dateline follows them, or they stand at the title and
  /// the text below tells them again.
  private func isSentenceSubhead(_ index: Int) -> Bool {
    let passage = passages[index]
    guard index < last, passage.width <= 400, !passage.isDateline, let next = text(after: index) else { return false }
    let above = passages[..<index].last
    if passages[next].isDateline { return true }
    if passages[index..<next].contains(where: { $0.role == .byline }) { return passages[next].isText }
    guard let above, above.role == nil, !passage.isAfterBlank, passage.isBeforeBlank, passages[next].isText else {
      return false
    }
    return passage.width <= Self.longest && passages[next].width * 2 >= passage.width * 3
      && isRepeated(passage.range, in: passages[next].range)
  }

  /// Whether most long words of a line come again in the text below, as the lead tells what the title says.
  private func isRepeated(_ range: Range<Int>, in below: Range<Int>) -> Bool {
    let wanted = Set(stems(of: range))
    guard wanted.count >= 3 else { return false }
    let found = Set(stems(of: below.lowerBound..<min(below.upperBound, below.lowerBound + 500)))
    let common = wanted.intersection(found).count
    return common >= 3 && common * 2 >= wanted.count
  }

  private func stems(of range: Range<Int>) -> [[UInt8]] {
    Scrap.scraps(of: range, in: text).compactMap { scrap in
      guard scrap.isNumber || (scrap.isWord && scrap.key.count >= 4) else { return nil }
      // An elided article is no part of the word.
      let parts = scrap.key.split(separator: UInt8(ascii: "'"))
      return parts.last.map { Array($0.prefix(5)) }
    }
  }
}
