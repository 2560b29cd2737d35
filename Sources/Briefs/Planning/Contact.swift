/// Whom to call and where to write: "contact the sheriff at 555-010-9999", "www.example.org", "desk@example.org". It is no
/// part of what happened.
enum Contact {
  /// So many digits in groups are a telephone's.
  private static let fewestDigits = 9

  private static let longestHandle = 30

  /// Whether a sentence holds an address of the net, of mail, or a telephone number. Linear in its bytes.
  static func stands(in text: ArraySlice<UInt8>) -> Bool {
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "@"):
        // "(@dispaccio) on Jul 25": what is left of a post that stood on the page.
        if index - text.startIndex < longestHandle, index > text.startIndex, text[index - 1] == UInt8(ascii: "(") {
          return true
        }
        // "@dispaccio" alone names somebody.
        if index > text.startIndex, isLetter(text[index - 1]), index + 1 < text.endIndex, isLetter(text[index + 1]) {
          return true
        }
      case UInt8(ascii: "w"), UInt8(ascii: "W"):
        if begins(text[index...], with: "www.") { return true }
      case UInt8(ascii: "h"), UInt8(ascii: "H"):
        if begins(text[index...], with: "http://") || begins(text[index...], with: "https://") { return true }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if isFirst(index, in: text), isTelephone(text[index...]) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether no figure goes on before a digit.
  private static func isFirst(_ index: Int, in text: ArraySlice<UInt8>) -> Bool {
    guard index > text.startIndex else { return true }
    if isDigit(text[index - 1]) { return false }
    return !isJoint(text[index - 1]) || index == text.startIndex + 1 || !isDigit(text[index - 2])
  }

  /// "555-010-9999", "(555) 010-9999", "02 1234 5678": not "1.500.000.000", and not "1999-2013".
  private static func isTelephone(_ text: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    var groups: [Int] = [0]
    var index = text.startIndex
    while index < text.endIndex {
      if isDigit(text[index]) {
        digits += 1
        groups[groups.count - 1] += 1
      } else if isJoint(text[index]), index + 1 < text.endIndex, isDigit(text[index + 1]) {
        groups.append(0)
      } else if text[index] == UInt8(ascii: ")"), index + 2 < text.endIndex, text[index + 1] == 0x20,
        isDigit(text[index + 2])
      {
        groups.append(0)
        index += 1
      } else {
        break
      }
      index += 1
    }
    let isAmount = groups.dropFirst().allSatisfy { $0 == 3 }
    return digits >= fewestDigits && digits <= 15 && groups.count > 1 && groups.count < 5 && !isAmount
      && groups.allSatisfy { $0 > 1 }
  }

  private static func begins(_ text: ArraySlice<UInt8>, with word: StaticString) -> Bool {
    guard text.count >= word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { bytes in
      zip(bytes, text).allSatisfy { $0 == ($1 >= 0x41 && $1 <= 0x5A ? $1 | 0x20 : $1) }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || isDigit(byte) || byte >= 0x80
  }

  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == 0x20 || byte == UInt8(ascii: "/")
  }
}
