import Lexicons

/// Tells lines that are no text of a report: bylines, bare days, notes of rights, links, rows of buttons.
struct LineReader {
  enum Role {
    /// Authors, or the day of publication: what stands between a title and its text.
    case byline
    /// Anything else that is no text.
    case other
  }

  /// Longer lines are text.
  private static let longest = 240
  /// Notes inside a paragraph are shorter.
  private static let longestNote = 80
  private static let mostNames = 14

  let words: MastheadWords
  let datelines: DatelineReader
  private var days: DayReader { datelines.days }

  init(words: MastheadWords, datelines: DatelineReader) {
    self.words = words
    self.datelines = datelines
  }

  /// What a line is, if it is no text.
  ///
  /// - Parameter mayBeByline: whether authors may be named here: before the text or behind its last sentence.
  func role(of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>, mayBeByline: Bool) -> Role? {
    guard range.count <= Self.longest else { return nil }
    let scraps = Scrap.scraps(of: range, in: text)
    guard let first = scraps.first else { return nil }
    let bare = stripped(scraps)
    if isClosing(scraps) || words.forms(.line).isWhole(bare) { return .other }
    if words.end(of: .label, at: 0, in: scraps) != nil { return .other }
    if isLink(scraps, in: text) || isButtons(bare) || isTrail(scraps, in: text) { return .other }
    if isCopyright(scraps) || isPhotoCredit(scraps) { return .other }
    if first.kind == .open, let close = scraps.closing(0, within: 80), close + 2 >= scraps.count,
      Parenthesis(Array(scraps[1..<close]), words: words, days: days).isFurniture
    {
      return .other
    }
    if isDated(scraps) || datelines.wholeLine(scraps) != nil { return .byline }
    return mayBeByline && isByline(scraps) ? .byline : nil
  }

  /// Whether a sentence inside a paragraph is none: "(Res)", "©RIPRODUZIONE RISERVATA", "By Nate Raymond."
  func isFurniture(sentence range: Range<Int>, in text: UnsafeBufferPointer<UInt8>, isFirst: Bool) -> Bool {
    guard range.count <= Self.longest else { return false }
    // Most sentences are longer than a note and open no parenthesis.
    let isOpen = text[range.lowerBound] == UInt8(ascii: "(") || text[range.lowerBound] == UInt8(ascii: "[")
    guard isOpen || isFirst || range.count <= Self.longestNote else { return false }
    let scraps = Scrap.scraps(of: range, in: text)
    guard let first = scraps.first else { return false }
    if isClosing(scraps) { return true }
    if first.kind == .open, let close = scraps.closing(0, within: 80), close + 2 >= scraps.count {
      let inside = Array(scraps[1..<close])
      // "(Copyright 2018 by Agenzia Nova. All Rights Reserved.)"
      return Parenthesis(inside, words: words, days: days).isFurniture || isCopyright(inside)
    }
    if words.end(of: .source, at: 0, in: scraps) == 1, !first.isWord, isCopyright(scraps) { return true }
    return isFirst && (isByline(scraps) || isDated(scraps) || isLabelled(scraps))
  }

  /// "Photo: Ann Vela, the director, speaks in Gao."
  private func isLabelled(_ scraps: [Scrap]) -> Bool {
    guard let end = words.end(of: .label, at: 0, in: scraps), end < scraps.count else { return false }
    return scraps[end - 1].kind == .colon || scraps[end].kind == .colon
  }

  /// Where a label ends that the page has glued to a sentence: "Story Highlights In observance of …". Each of its words
  /// has a capital, and so has the next one.
  func gluedLabel(at range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    if let end = recallEnd(at: range, in: text) { return end }
    let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 60)
    // Most sentences have a second word in small letters, as the bytes tell.
    let space = head.first { text[$0] | 0x20 < 0x61 || text[$0] | 0x20 > 0x7A } ?? head.upperBound
    if space > head.lowerBound, space + 1 < head.upperBound, text[space] == 0x20, text[space + 1] >= 0x61,
      text[space + 1] <= 0x7A
    {
      return nil
    }
    let scraps = Scrap.scraps(of: head, in: text)
    guard let end = words.end(of: .label, at: 0, in: scraps), end >= 2, end < scraps.count,
      scraps[...end].allSatisfy({ $0.isWord && $0.isCapital && !$0.isJoined })
    else { return nil }
    return scraps[end].range.lowerBound
  }

  /// "Leggi anche Spari in via Verdi, due arrestati Il 19enne era …": where the report goes on behind the title of another
  /// one, with a word that opens sentences and no full stop before it.
  private func recallEnd(at range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    let opening = Scrap.scraps(of: range.lowerBound..<min(range.upperBound, range.lowerBound + 20), in: text)
    guard words.end(of: .label, at: 0, in: opening) != nil else { return nil }
    let scraps = Scrap.scraps(
      of: range.lowerBound..<min(range.upperBound, range.lowerBound + Self.longestRecall), in: text)
    guard let label = words.end(of: .label, at: 0, in: scraps), label >= 2, label + 3 < scraps.count else { return nil }
    for index in (label + 2)..<(scraps.count - 1) {
      guard scraps[index].isWord, scraps[index].isCapital, scraps[index - 1].isWord || scraps[index - 1].isNumber,
        words.end(of: .opener, at: index, in: scraps) != nil, scraps[index + 1].isWord || scraps[index + 1].isNumber
      else { continue }
      return scraps[index].range.lowerBound
    }
    return nil
  }

  private static let longestRecall = 200

  /// Whether a paragraph is the caption of a picture: "… in Columbus, Ohio. Notre Dame won. (AP Photo/Ron Vela)".
  func isCaption(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !range.isEmpty, range.count <= Self.longestCaption, text[range.upperBound - 1] == UInt8(ascii: ")") else {
      return false
    }
    let tail = max(range.lowerBound, range.upperBound - Self.longestNote)..<(range.upperBound - 1)
    guard let open = text[tail].lastIndex(of: UInt8(ascii: "(")) else { return false }
    let inside = Scrap.scraps(of: (open + 1)..<tail.upperBound, in: text)
    let parenthesis = Parenthesis(inside, words: words, days: days)
    return parenthesis.isCredit || parenthesis.isMedia
  }

  private static let longestCaption = 600

  /// "RIPRODUZIONE RISERVATA" with the author's name before or behind it.
  private func isClosing(_ scraps: [Scrap]) -> Bool {
    guard let start = scraps.indices.first(where: { words.end(of: .end, at: $0, in: scraps) != nil }),
      let end = words.end(of: .end, at: start, in: scraps)
    else { return false }
    if start == 0 && end == scraps.count { return true }
    // A single word such as "ENDS" stands alone.
    guard end > start + 1, scraps.count - (end - start) <= 6 else { return false }
    return hasOnlyNames(Array(scraps[..<start]), from: 0) && hasOnlyNames(Array(scraps[end...]), from: 0)
  }

  /// Whether a line breaks off in a small word that the next must go on from: "an attack in the".
  func endsInSmallWord(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard range.count <= Self.longest else { return false }
    let start = max(range.lowerBound, range.upperBound - 12)
    guard let last = Scrap.scraps(of: start..<range.upperBound, in: text).last, last.isWord, !last.isCapital else {
      return false
    }
    return words.forms(.joiner).isWhole([last])
  }

  // MARK: - Kinds of lines

  private func stripped(_ scraps: [Scrap]) -> [Scrap] {
    var first = 0
    var last = scraps.count
    while first < last, !scraps[first].isWord && !scraps[first].isNumber { first += 1 }
    while last > first, !scraps[last - 1].isWord && !scraps[last - 1].isNumber { last -= 1 }
    return Array(scraps[first..<last])
  }

  /// "di Marco Rossi", "By Jane Doe and John Roe, Associated Press", "dal nostro inviato a Beirut Marco Rossi".
  private func isByline(_ scraps: [Scrap]) -> Bool {
    guard let start = words.end(of: .byline, at: 0, in: scraps), start < scraps.count else { return false }
    let isLong = start > 1
    guard isLong || twoNames(from: start, in: scraps) else { return false }
    return hasOnlyNames(scraps, from: start)
  }

  private func twoNames(from start: Int, in scraps: [Scrap]) -> Bool {
    guard start + 1 < scraps.count, scraps[start].isCapital else {
      return words.agencies.isWhole(Array(scraps[start...]))
    }
    var second = start + 1
    while second + 1 < scraps.count,
      scraps[second].kind == .stop || scraps[second].kind == .hyphen
        || words.end(of: .joiner, at: second, in: scraps) != nil
    { second += 1 }
    return scraps[second].isWord && scraps[second].isCapital
  }

  /// Whether only capitalized names, small words, days, agencies and hours follow.
  private func hasOnlyNames(_ scraps: [Scrap], from start: Int) -> Bool {
    var index = start
    var names = 0
    while index < scraps.count {
      let scrap = scraps[index]
      if let day = days.day(at: index, in: scraps) {
        index = day.end
      } else if let found = words.agencies.longest(at: index, in: scraps) {
        index = found.end
      } else if let end = [.generic, .joiner, .published, .updated, .byline].lazy.compactMap({
        words.end(of: $0, at: index, in: scraps)
      }).first {
        index = end
      } else if scrap.isWord {
        guard scrap.isCapital || isHour(index, in: scraps) else { return false }
        names += 1
        index += 1
      } else {
        if scrap.kind == .stop, index + 1 < scraps.count {
          // The full stop of an initial or an hour; another ends a sentence.
          guard index > 0, scraps[index - 1].key.count <= 4 || scraps[index - 1].isNumber else { return false }
        }
        index += 1
      }
      guard names <= Self.mostNames else { return false }
    }
    return true
  }

  /// The letters beside a figure of a clock: "h 14.30", "10 am".
  private func isHour(_ index: Int, in scraps: [Scrap]) -> Bool {
    guard scraps[index].key.count <= 2 else { return false }
    return (index > 0 && scraps[index - 1].isNumber) || (index + 1 < scraps.count && scraps[index + 1].isNumber)
  }

  /// A line of a day with nothing else but names: "18 luglio 2023, 14:30", "Marco Rossi - July 18, 2023".
  private func isDated(_ scraps: [Scrap]) -> Bool {
    let isLabelled =
      words.end(of: .published, at: 0, in: scraps) != nil || words.end(of: .updated, at: 0, in: scraps) != nil
    var index = 0
    while index < scraps.count, days.day(at: index, in: scraps) == nil { index += 1 }
    guard index < scraps.count, let day = days.day(at: index, in: scraps) else {
      return scraps.allSatisfy { !$0.isWord && $0.kind != .other } && scraps.contains { $0.isNumber }
    }
    let isBare = index == 0 && day.end == scraps.count
    guard isLabelled || isBare || day.year != nil || day.hasWeekday else { return false }
    let others = scraps.filter(\.isWord).count
    return others <= (isLabelled ? 20 : 12) && hasOnlyNames(scraps, from: 0)
  }

  /// "© ANSA", "Copyright 2023", "Fonte: Agenzia Nova".
  private func isCopyright(_ scraps: [Scrap]) -> Bool {
    guard let end = words.end(of: .source, at: 0, in: scraps), scraps.count <= 24 else { return false }
    return end == 1 || hasOnlyNames(scraps, from: end)
  }

  /// "Ahn Young-Joon-Pool-Getty Images", "John Doe/AP Photo": a photographer's name up to the sign of a house.
  private func isPhotoCredit(_ scraps: [Scrap]) -> Bool {
    guard scraps.count <= 16 else { return false }
    return scraps.indices.contains { index in
      words.end(of: .photo, at: index, in: scraps) == scraps.count
        && scraps[..<index].allSatisfy { !$0.isWord || $0.isCapital || words.forms(.joiner).isWhole([$0]) }
    }
  }

  private func isLink(_ scraps: [Scrap], in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let signs = scraps.filter { $0.kind == .other }.map { text[$0.range.lowerBound] }
    let wordCount = scraps.filter { $0.isWord && !$0.isJoined }.count
    if scraps[0].kind == .other, signs.contains(UInt8(ascii: "#")) || signs.contains(UInt8(ascii: "@")) {
      // "#Mali #Gao", "@handle"
      return wordCount == 0 && scraps.contains(where: \.isWord)
    }
    let at = scraps.firstIndex { $0.kind == .other && text[$0.range.lowerBound] == UInt8(ascii: "@") }
    if let at, at > 0, at + 1 < scraps.count, scraps[at].isJoined, scraps[at + 1].isJoined { return wordCount <= 4 }
    let isAddress = scraps.indices.contains { index in
      let key = scraps[index].key
      return (key.elementsEqual("http".utf8) || key.elementsEqual("https".utf8)) && index + 2 < scraps.count
        && scraps[index + 1].kind == .colon && scraps[index + 2].kind == .slash
        || key.elementsEqual("www".utf8) && index + 1 < scraps.count && scraps[index + 1].isJoined
    }
    return isAddress && wordCount <= 4
  }

  /// A row of buttons: "Facebook Twitter WhatsApp".
  private func isButtons(_ scraps: [Scrap]) -> Bool {
    var index = 0
    while index < scraps.count {
      if let end = words.end(of: .share, at: index, in: scraps) {
        index = end
      } else if scraps[index].isWord {
        return false
      } else {
        index += 1
      }
    }
    return index > 0
  }

  /// A trail of pages: "Home > Mondo > Africa".
  private func isTrail(_ scraps: [Scrap], in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let steps = scraps.filter {
      $0.kind == .other && (text[$0.range.lowerBound] == UInt8(ascii: ">"))
        || $0.kind == .quote && scalar(at: $0.range.lowerBound, in: text).value == 0x203A
    }
    return !steps.isEmpty && scraps.count <= 14 && scraps[0].isWord && scraps.last?.kind != .stop
  }
}
