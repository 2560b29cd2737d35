import Languages
import Lexicons

/// Numbers in digits, with their groups, decimals, signs and what is written together with them.
extension QuantityReader {
  /// "1.200", "10 000", "10’000", "29km", "21st", "3°".
  func digits(at start: Int) -> NumberReading? {
    guard start < tokens.endIndex else { return nil }
    let token = tokens[start]
    guard token.kind == .number || token.kind == .word && startsWithDigit(start),
      let reading = DigitReading(
        text, from: Int(token.start), to: Int(token.end), commaDecimals: words.grammar.contains(.commaDecimals))
    else { return nil }
    var found = NumberReading(amount: reading.amount, next: start + 1, end: reading.end)
    found.digits = reading.digits
    found.isPlain = reading.isPlain
    if reading.end < Int(token.end) {
      found.suffix = lowered(reading.end, Int(token.end))
      readSuffix(&found)
      return found
    }
    if let next = degree(at: found.next) {
      found.isOrdinal = true
      found.next = next
      found.end = Int(tokens[next - 1].end)
      return found
    }
    if reading.isPlain, reading.digits <= 3, reading.amount != Amount(0) { appendGroups(&found) }
    return found
  }

  /// The sign of an ordinal number, "°" or "ª", as a token of its own.
  func degree(at index: Int) -> Int? {
    guard index < tokens.endIndex, tokens[index].kind == .other, isJoined(index),
      tokens[index].end - tokens[index].start == 2, text[Int(tokens[index].start)] == 0xC2,
      text[Int(tokens[index].start) + 1] == 0xB0
    else { return nil }
    return index + 1
  }

  /// "½", "⅙"
  func fractionSign(_ offset: Int) -> (amount: Amount, end: Int)? {
    guard offset + 1 < text.count, text[offset] >= 0xC2 else { return nil }
    if text[offset] == 0xC2 {
      let found: Amount? =
        switch text[offset + 1] {
        case 0xBC: Amount(1, over: 4)
        case 0xBD: Amount(1, over: 2)
        case 0xBE: Amount(3, over: 4)
        default: nil
        }
      return found.map { ($0, offset + 2) }
    }
    guard offset + 2 < text.count, text[offset] == 0xE2, text[offset + 1] == 0x85 else { return nil }
    let parts: [(Int, Int)] = [
      (1, 7), (1, 9), (1, 10), (1, 3), (2, 3), (1, 5), (2, 5), (3, 5), (4, 5), (1, 6), (5, 6), (1, 8), (3, 8), (5, 8),
      (7, 8),
    ]
    let position = Int(text[offset + 2]) - 0x90
    guard parts.indices.contains(position) else { return nil }
    return Amount(parts[position].0, over: parts[position].1).map { ($0, offset + 3) }
  }

  private static let ordinalSuffixes: Set<[UInt8]> = Set(
    ["st", "nd", "rd", "th", "º", "ª", "o", "a", "mo", "ma", "esimo", "esima"].map { Array($0.utf8) })

  func readSuffix(_ found: inout NumberReading) {
    // "2½"
    if let sign = fractionSign(found.end), sign.end >= Int(tokens[found.next - 1].end),
      let amount = found.amount.plus(sign.amount)
    {
      found.amount = amount
      found.suffix = []
      found.isPart = true
      found.isPlain = false
      while found.next < tokens.endIndex, tokens[found.next].start < sign.end { found.next += 1 }
      found.end = sign.end
      return
    }
    if Self.ordinalSuffixes.contains(found.suffix) {
      found.isOrdinal = true
      found.suffix = []
      found.end = Int(tokens[found.next - 1].end)
      return
    }
    let factor: Int? =
      if case .magnitude(let value) = words.language.numberWord(found.suffix[...]) {
        value
      } else {
        words.meanings(suffix: found.suffix).first { $0.kind == .magnitude }?.number
      }
    if let factor, let amount = found.amount.times(factor) {
      found.amount = amount
      found.isScaled = true
      found.end = Int(tokens[found.next - 1].end)
    }
  }

  /// "10 000", "10’000": groups of three digits behind one space or apostrophe.
  func appendGroups(_ found: inout NumberReading) {
    while let group = group(at: found.next), let amount = found.amount.times(1000)?.plus(Amount(group.value)) {
      found.amount = amount
      found.next = group.next
      found.end = Int(tokens[group.next - 1].end)
      found.digits += 3
      found.isPlain = false
    }
  }

  func group(at index: Int) -> (value: Int, next: Int)? {
    guard index < tokens.endIndex else { return nil }
    var position = index
    if tokens[index].kind == .quote, isJoined(index) {
      guard isJoined(index + 1) else { return nil }
      position += 1
    } else {
      // One space, an ordinary one or one that does not break.
      let gap = text[Int(tokens[index - 1].end)..<Int(tokens[index].start)]
      guard
        gap.elementsEqual([0x20]) || gap.elementsEqual([0xC2, 0xA0]) || gap.elementsEqual([0xE2, 0x80, 0xAF])
          || gap.elementsEqual([0xE2, 0x80, 0x89])
      else { return nil }
    }
    guard kind(position) == .number, tokens[position].end - tokens[position].start == 3 else { return nil }
    var value = 0
    for byte in text[Int(tokens[position].start)..<Int(tokens[position].end)] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return (value, position + 1)
  }

  func lowered(_ start: Int, _ end: Int) -> [UInt8] {
    var letters = Array(text[start..<end])
    for index in letters.indices where letters[index] >= 0x41 && letters[index] <= 0x5A { letters[index] |= 0x20 }
    // Both apostrophes are one, "settant’anni".
    if letters.count > 3, letters.suffix(3).elementsEqual([0xE2, 0x80, 0x99]) {
      letters.removeLast(3)
      letters.append(UInt8(ascii: "'"))
    }
    return letters
  }
}
