/// A number in digits, "1.200", "3,5", with what stands behind it in the same word: "29km", "21st".
struct DigitReading {
  var amount: Amount
  /// How many digits there are.
  var digits: Int
  /// Nothing but digits.
  var isPlain: Bool
  /// One past the last byte of the number.
  var end: Int

  /// Reads the number that begins at a byte, a digit; nil for what only looks like one, "192.168.1.2".
  ///
  /// Three digits behind a sign are thousands where the language writes that sign between thousands, or where there are
  /// several such groups: "1.234" in Italian and "1,234,567" in both; anything else behind a single sign are decimals.
  init?(_ text: [UInt8], from start: Int, to limit: Int, commaDecimals: Bool) {
    var whole = 0
    var group = 0
    var groupDigits = 0
    var digits = 0
    var signs = 0
    var sign: UInt8 = 0
    var lastSign: UInt8 = 0
    var isGrouped = true
    var index = start
    while index < limit {
      let byte = text[index]
      if byte >= 0x30, byte <= 0x39 {
        guard digits < 18 else { return nil }
        group = group * 10 + Int(byte - 0x30)
        groupDigits += 1
        digits += 1
        index += 1
        continue
      }
      guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), index + 1 < limit, text[index + 1] >= 0x30,
        text[index + 1] <= 0x39
      else { break }
      // A second decimal sign is none.
      if signs > 0, lastSign != sign { return nil }
      if signs == 0 { sign = byte }
      if signs > 0 ? groupDigits != 3 : groupDigits > 3 || group == 0 { isGrouped = false }
      whole = whole * Self.power(groupDigits) + group
      group = 0
      groupDigits = 0
      signs += 1
      lastSign = byte
      index += 1
    }
    guard digits > 0 else { return nil }
    end = index
    self.digits = digits
    isPlain = signs == 0
    let thousands = commaDecimals ? UInt8(ascii: ".") : UInt8(ascii: ",")
    if signs == 0 {
      amount = Amount(group)
    } else if isGrouped, groupDigits == 3, lastSign == sign, sign == thousands || signs > 1 {
      amount = Amount(whole * 1000 + group)
    } else if signs == 1 || (lastSign != sign && isGrouped), groupDigits <= 12 {
      let scale = Self.power(groupDigits)
      let total = whole.multipliedReportingOverflow(by: scale)
      guard !total.overflow, let decimal = Amount(total.partialValue + group, over: scale) else { return nil }
      amount = decimal
    } else {
      return nil
    }
  }

  private static func power(_ digits: Int) -> Int {
    var power = 1
    for _ in 0..<min(digits, 18) { power *= 10 }
    return power
  }

  /// The amount that a whole string writes.
  static func amount(of bytes: [UInt8], commaDecimals: Bool) -> Amount? {
    guard let reading = DigitReading(bytes, from: 0, to: bytes.count, commaDecimals: commaDecimals),
      reading.end == bytes.count
    else { return nil }
    return reading.amount
  }
}
