// What Italian and English spelling share.

/// Digits in groups of three, with the sign of a negative number in front.
func grouped(_ number: Int, separator: String) -> String {
  let digits = Array(String(number.magnitude))
  var result = number < 0 ? "-" : ""
  for (position, digit) in digits.enumerated() {
    if position > 0, (digits.count - position).isMultiple(of: 3) { result += separator }
    result.append(digit)
  }
  return result
}

/// Putting words between quotation marks.
enum Quotation {
  static func quote(
    _ words: String, open: Unicode.Scalar, close: Unicode.Scalar, innerOpen: Unicode.Scalar,
    innerClose: Unicode.Scalar
  ) -> String {
    // Most sentences have no such mark, and then there is nothing to look at letter by letter.
    let leads = (lead(of: open), lead(of: close))
    guard words.utf8.contains(where: { $0 == leads.0 || $0 == leads.1 }),
      words.unicodeScalars.contains(where: { $0 == open || $0 == close })
    else { return "\(open)\(words)\(close)" }
    var inner = words.unicodeScalars[...]
    if inner.count > 1, inner.first == open, inner.last == close,
      !inner.dropFirst().dropLast().contains(where: { $0 == open || $0 == close })
    {
      inner = inner.dropFirst().dropLast()
    }
    var quoted = String.UnicodeScalarView([open])
    for sign in inner { quoted.append(sign == open ? innerOpen : sign == close ? innerClose : sign) }
    quoted.append(close)
    return String(quoted)
  }

  /// A quotation that the cut has left open is closed.
  static func closed(_ words: String) -> String {
    var guillemets = 0
    var doubles = 0
    var straight = 0
    var before: (UInt8, UInt8) = (0, 0)
    for byte in words.utf8 {
      switch (before.0, before.1, byte) {
      case (_, 0xC2, 0xAB): guillemets += 1
      case (_, 0xC2, 0xBB): guillemets -= 1
      case (0xE2, 0x80, 0x9C): doubles += 1
      case (0xE2, 0x80, 0x9D): doubles -= 1
      case (_, _, UInt8(ascii: "\"")): straight += 1
      default: break
      }
      before = (before.1, byte)
    }
    if guillemets > 0 { return words + "»" }
    if doubles > 0 { return words + "”" }
    return straight % 2 == 1 ? words + "\"" : words
  }

  /// A sentence that leaves its quotation open where the brief does not go on with it: "«Abbiamo chiesto aiuto […]».".
  static func brokenOff(_ words: String, close: String) -> String {
    var text = words[...]
    while let last = text.last, ".,;: ".contains(last) { text = text.dropLast() }
    return text + " […]" + close + "."
  }

  /// The first byte of a mark in UTF-8.
  private static func lead(of mark: Unicode.Scalar) -> UInt8 { UTF8.encode(mark)?.first ?? 0 }
}

/// Sentence ends and capitals, alike in both languages.
public enum Writing {
  /// The words as a sentence: one full stop, none after another mark that ends a sentence, also inside closing
  /// quotation marks; a hanging comma, colon or semicolon goes.
  public static func finishSentence(_ words: String) -> String {
    var text = words[...]
    while let last = text.last, last.isWhitespace || ",;:".contains(last) { text = text.dropLast() }
    guard !text.isEmpty else { return "" }
    let inside = text.last { !"»”’\"')]".contains($0) }
    if let inside, ".!?…".contains(inside) { return String(text) }
    return text + "."
  }

  /// The words with their first letter upper case and nothing else changed; marks before it are skipped, and words that
  /// begin with a digit stay as they are.
  public static func capitalized(_ words: String) -> String {
    guard let position = words.firstIndex(where: { $0.isLetter || $0.isNumber }), words[position].isLetter else {
      return words
    }
    return words[..<position] + words[position].uppercased() + words[words.index(after: position)...]
  }
}
