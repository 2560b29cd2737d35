import Languages
import Lexicons

/// Numbers that name something or tell the hour: "Brigata 309", "n. 2", "T-72", "alle 14.30", "aged 45".
extension QuantityReader {
  func label(at start: Int) -> Quantity? {
    if let joined = joinedLabel(at: start) { return joined }
    guard let found = match(.label, at: start), isLabel(found.word, at: start) else { return nil }
    let index = isMark(found.next, UInt8(ascii: ".")) ? found.next + 1 : degreeSign(found.next)
    guard index < tokens.endIndex, let number = number(at: index), !number.isArticle, !number.isAbout,
      number.suffix.isEmpty, !number.isScaled, number.isPlain || number.digits == 0,
      tokens[index].kind == .number || found.word.number != 1,
      measureOrUnit(number) == nil
    else { return nil }
    return quantity(.label, start, number.next)
  }

  /// Articles, alone or in one word with a preposition, "del".
  static let articles: Set<QuantityWord.Kind> = [.definite, .indefinite, .of, .to, .from, .in]

  private func isLabel(_ word: QuantityWord, at start: Int) -> Bool {
    switch word.number {
    case 1: tokens[start].isCapitalized
    // "they number two" is no name.
    case 2: start > tokens.startIndex && match(at: start - 1) { Self.articles.contains($0.kind) } != nil
    default: true
    }
  }

  /// "n° 2"
  private func degreeSign(_ index: Int) -> Int {
    index < tokens.endIndex && tokens[index].kind == .other && isJoined(index) ? index + 1 : index
  }

  /// "T-72", "I-95", "Covid-19": letters, a hyphen and figures.
  private func joinedLabel(at start: Int) -> Quantity? {
    guard kind(start) == .word, !startsWithDigit(start), isJoined(start + 1) else { return nil }
    var index = start + 1
    if kind(index) == .dash, isJoined(index + 1) { index += 1 }
    guard index < tokens.endIndex, kind(index) == .number || startsWithDigit(index), tokens[start].isCapitalized,
      Int(tokens[index].start) == Int(tokens[start].end) + 1,
      text[Int(tokens[start].end)] == UInt8(ascii: "-"), numberWord(at: start) == nil
    else { return nil }
    return quantity(.label, start, index + 1)
  }

  private func measureOrUnit(_ number: NumberReading) -> Int? {
    unit(at: number.next)?.next ?? match(.measure, at: number.next)?.next
  }

  // MARK: - Hours

  /// "alle 14.30", "ore 14", "2:30 p.m.", "5 del mattino", "14:30".
  func clock(at start: Int) -> Quantity? {
    if let noon = match(.noon, at: start) { return quantity(.clock(noon.word.number * 60), start, noon.next) }
    let lead = match(.hour, at: start)
    let index = lead?.next ?? start
    guard index < tokens.endIndex, let hour = hour(at: index) else { return nil }
    let meridiem = match(.meridiem, at: hour.next)
    var minutes = hour.minutes
    if let meridiem {
      guard minutes < 13 * 60 || meridiem.word.number == 0 else { return nil }
      minutes = minutes % (12 * 60) + meridiem.word.number * 60
      if meridiem.word.number == 0, hour.minutes >= 12 * 60, hour.minutes >= 13 * 60 { minutes = hour.minutes }
      return quantity(.clock(minutes), start == index ? start : index, afterMeridiem(meridiem.next))
    }
    let isClear = hour.hasColon || hour.hasMinutes && lead != nil
    guard isClear || (lead?.word.number == 1 && !hour.hasMinutes && isLastWord(hour.next)) else { return nil }
    // The hour alone is the unit; the words before it say how it stands.
    return quantity(.clock(minutes), lead == nil ? start : index, hour.next).including(lead: start, tokens)
  }

  private func afterMeridiem(_ index: Int) -> Int {
    isMark(index, UInt8(ascii: ".")) && isJoined(index) && index + 1 < tokens.endIndex ? index + 1 : index
  }

  private func hour(at index: Int) -> (minutes: Int, next: Int, hasMinutes: Bool, hasColon: Bool)? {
    if tokens[index].kind == .number {
      var parts: [Int] = []
      var value = 0
      var digits = 0
      var hasColon = false
      for offset in Int(tokens[index].start)..<Int(tokens[index].end) {
        let byte = text[offset]
        if isDigit(byte) {
          value = value * 10 + Int(byte & 0x0F)
          digits += 1
          guard digits <= 2 else { return nil }
        } else {
          guard byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") else { return nil }
          hasColon = hasColon || byte == UInt8(ascii: ":")
          parts.append(value)
          value = 0
          digits = 0
        }
      }
      // "14.3" is no hour.
      guard parts.isEmpty || digits == 2 else { return nil }
      parts.append(value)
      guard parts.count <= 3, parts[0] <= 24, parts.count < 2 || parts[1] < 60 else { return nil }
      return (parts[0] * 60 + (parts.count > 1 ? parts[1] : 0), index + 1, parts.count > 1, hasColon)
    }
    guard let number = number(at: index), number.digits == 0, !number.isOrdinal, !number.isAbout, !number.isArticle,
      let value = number.amount.whole, (1...24).contains(value), number.suffix.isEmpty
    else { return nil }
    return (value * 60, number.next, false, false)
  }

  // MARK: - Ages

  /// "aged 45", "all'età di 45 anni", "un 45enne", "trentenne".
  func aged(at start: Int) -> Quantity? {
    if case .age(let years) = numberWord(at: start) {
      return quantity(.age(Period(Amount(years), .year)), start, start + 1)
    }
    guard let lead = match(.aged, at: start), lead.next < tokens.endIndex else { return nil }
    if let length = period(at: lead.next) { return quantity(.age(length.period), start, length.next) }
    guard let number = number(at: lead.next), let years = number.amount.whole, (0...120).contains(years),
      number.suffix.isEmpty, !number.isOrdinal
    else { return nil }
    return quantity(.age(Period(number.amount, .year)), start, number.next)
  }
}

extension Quantity {
  /// The same with the token before the hour, so that nobody takes the rest for a count.
  fileprivate func including(lead: Int, _ tokens: ArraySlice<Token>) -> Quantity {
    var found = self
    found.tokens = lead..<found.tokens.upperBound
    return found
  }
}
