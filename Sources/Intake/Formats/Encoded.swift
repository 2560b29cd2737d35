/// Data that was encoded into letters, and messages that were encrypted.
enum Encoded {
  /// Base64, uuencode, armoured keys, hexadecimal dumps.
  static func format(_ head: Head) -> TextFormat? {
    if let first = head.lines.first, first.begins("begin "), first.fits("000 ", at: 6) || first.fits("0000 ", at: 6) {
      return .encoded
    }
    let encoded = head.lines.reduce(0) { $0 + (isEncoded($1) ? $1.bytes.count : 0) }
    return encoded >= 40 && encoded * 2 > head.bytes ? .encoded : nil
  }

  /// A long line without a space in which capitals, small letters and digits follow each other as in no word, or pairs of
  /// hexadecimal digits.
  private static func isEncoded(_ line: Line) -> Bool {
    guard line.bytes.count >= 24 else { return false }
    if isDump(line) { return true }
    var capitals = 0
    var smalls = 0
    var digits = 0
    for byte in line.bytes {
      if Line.isCapital(byte) {
        capitals += 1
      } else if Line.isLetter(byte) {
        smalls += 1
      } else if Line.isDigit(byte) {
        digits += 1
      } else if !"+/=-_".utf8.contains(byte) {
        return false
      }
    }
    let least = line.bytes.count / 40
    return capitals > least && smalls > least && digits > least
      || smalls + capitals > 0 && digits > least && line.bytes.allSatisfy(isHexadecimal)
  }

  /// "00000010: 4f0d 0a1a …" and its like.
  private static func isDump(_ line: Line) -> Bool {
    let length = line.name()
    guard (4...8).contains(length), line.bytes[..<length].allSatisfy(isHexadecimal) else { return false }
    let groups = line.bytes[length...].split { $0 == 0x20 || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "|") }
    return groups.count >= 6
      && groups.prefix(6).allSatisfy { ($0.count == 2 || $0.count == 4) && $0.allSatisfy(isHexadecimal) }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    Line.isDigit(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}
