import Languages
import Lexicons

/// Days in figures: "21/04/2016", "2016-10-02", "4.22", "2019-sep-1".
extension QuantityReader {
  private struct Field {
    var value: Int
    var digits: Int
    var isMonthName = false
  }

  /// The day whose first figure is a token. Three figures with two equal signs, or two with one where the words around
  /// or the figures themselves leave no doubt.
  func numeric(at start: Int) -> DateReading? {
    guard kind(start) == .number else { return nil }
    var fields: [Field] = []
    var signs: [UInt8] = []
    var offset = Int(tokens[start].start)
    let limit = min(text.count, offset + 24)
    while fields.count < 3 {
      guard let (field, end) = field(at: offset, limit) else { break }
      fields.append(field)
      offset = end
      guard fields.count < 3, end + 1 < limit, isSign(text[end]), isDigit(text[end + 1]) || isLetter(text[end + 1])
      else { break }
      signs.append(text[end])
      offset = end + 1
    }
    guard signs.count == fields.count - 1, fields.count >= 2, let next = token(endingAt: offset, from: start),
      !isContinued(offset)
    else { return nil }
    if fields.count == 3 {
      guard signs[0] == signs[1] || signs[1] == UInt8(ascii: ","), signs[0] != UInt8(ascii: ",") else { return nil }
      return whole(fields, signs[0]).map {
        DateReading(
          day: $0, next: next, opensWithDigits: fields[0].digits <= 2, isGuessed: isOpen(fields, signs[0]))
      }
    }
    return monthAndDay(fields, signs[0], start, next)
  }

  private func field(at start: Int, _ limit: Int) -> (Field, Int)? {
    var value = 0
    var index = start
    while index < limit, isDigit(text[index]), index - start < 5 {
      value = value * 10 + Int(text[index] & 0x0F)
      index += 1
    }
    if index > start { return index - start <= 4 ? (Field(value: value, digits: index - start), index) : nil }
    while index < limit, isLetter(text[index]), index - start < 12 { index += 1 }
    guard index > start, let month = words.meanings(suffix: lowered(start, index)).first(where: { $0.kind == .month })
    else { return nil }
    return (Field(value: month.number, digits: 0, isMonthName: true), index)
  }

  private func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  private func token(endingAt offset: Int, from start: Int) -> Int? {
    var index = start
    while index < tokens.endIndex, Int(tokens[index].end) <= offset {
      if Int(tokens[index].end) == offset { return index + 1 }
      index += 1
    }
    return nil
  }

  /// Whether another figure follows behind a sign: "192.168.1.2" is no day.
  private func isContinued(_ offset: Int) -> Bool {
    offset + 1 < text.count && isSign(text[offset]) && isDigit(text[offset + 1])
  }

  private func whole(_ fields: [Field], _ sign: UInt8) -> PartialDay? {
    if fields[0].digits == 4 {
      guard !fields[2].isMonthName, fields[2].digits <= 2 else { return nil }
      return valid(fields[0].value, fields[1].value, fields[2].value)
    }
    guard !fields[2].isMonthName, fields[2].digits == 4 || fields[2].digits == 2, fields[0].digits <= 2,
      fields[1].digits <= 2
    else { return nil }
    let year =
      fields[2].digits == 4 ? fields[2].value : fields[2].value < 50 ? 2000 + fields[2].value : 1900 + fields[2].value
    if fields[1].isMonthName { return valid(year, fields[1].value, fields[0].value) }
    if fields[0].isMonthName { return valid(year, fields[0].value, fields[1].value) }
    // A full stop stands between day, month and year in that order, whatever the language.
    let isMonthFirst = isMonthFirst && sign != UInt8(ascii: ".")
    if fields[0].value > 12 || !isMonthFirst, fields[1].value <= 12 {
      return valid(year, fields[1].value, fields[0].value)
    }
    return valid(year, fields[0].value, fields[1].value)
  }

  /// Whether day and month could change places, and the language leaves that open.
  private func isOpen(_ fields: [Field], _ sign: UInt8) -> Bool {
    words.language.monthFirst == nil && sign != UInt8(ascii: ".") && fields[0].digits <= 2 && fields[0].value <= 12
      && fields[1].value <= 12 && fields[0].value != fields[1].value && !fields.contains { $0.isMonthName }
  }

  /// Whether the month stands first in figures where the day could too.
  private var isMonthFirst: Bool { words.language.monthFirst ?? words.grammar.contains(.dayBehindMonth) }

  private func valid(_ year: Int, _ month: Int, _ day: Int) -> PartialDay? {
    guard (1...12).contains(month), (1...31).contains(day), (1000...2199).contains(year) else { return nil }
    return PartialDay(year: year, month: month, day: day)
  }

  /// "22/04", "4-22", "4.22": never a fraction, a score or a decimal number.
  private func monthAndDay(_ fields: [Field], _ sign: UInt8, _ start: Int, _ next: Int) -> DateReading? {
    guard sign != UInt8(ascii: ","), fields.allSatisfy({ $0.digits <= 2 }), fields.allSatisfy({ $0.value > 0 }) else {
      return nil
    }
    let (first, second) = (fields[0].value, fields[1].value)
    let isLed = start > tokens.startIndex && match(at: start - 1) { $0.kind == .on || $0.kind == .dayLead } != nil
    // "3/4" alone is three quarters, "3-1" a score, "14.30" an hour.
    if sign == UInt8(ascii: "/") {
      guard isLed || fields[0].digits == 2 || fields[1].digits == 2 else { return nil }
    } else {
      guard isLed, first > 12 || second > 12, isLastWord(next) else { return nil }
    }
    let isDayFirst = second <= 12 && (first > 12 || !isMonthFirst)
    let (day, month) = isDayFirst ? (first, second) : (second, first)
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    return DateReading(
      day: PartialDay(month: month, day: day), next: next, opensWithDigits: isDayFirst,
      isGuessed: isOpen(fields, sign))
  }
}
