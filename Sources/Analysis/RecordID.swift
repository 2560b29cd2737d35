import Digest

/// Names records.
enum RecordID {
  /// The longest stem, in bytes.
  private static let longestStem = 120

  /// The escaped stem of the name, cut to 120 bytes, `--`, and twelve hexadecimal digits of SHA-256 over pipeline, NUL,
  /// full name, NUL, part, NUL, input.
  static func make(pipeline: String, name: [UInt8], part: String?, input: [UInt8]) -> String {
    var stream = SHA256Stream()
    stream.update(pipeline)
    stream.update([0])
    stream.update(name)
    stream.update([0])
    stream.update(part ?? "")
    stream.update([0])
    stream.update(input)
    return stem(of: name) + "--" + SHA256.hex(stream.digest()).prefix(12)
  }

  /// The name without its last extension, every scalar that could trouble a file system or a shell written as `_` and
  /// its hexadecimal value; so is a hyphen or a full stop in front, which would make an option or a hidden file.
  private static func stem(of name: [UInt8]) -> String {
    let text = String(decoding: name, as: UTF8.self)
    var base = Substring(text)
    if let dot = text.lastIndex(of: "."), dot != text.startIndex { base = text[..<dot] }
    var stem = ""
    for scalar in base.unicodeScalars {
      let isMark = stem.isEmpty && (scalar == "-" || scalar == ".")
      let piece = isPlain(scalar) && !isMark ? String(scalar) : "_" + String(scalar.value, radix: 16)
      guard stem.utf8.count + piece.utf8.count <= longestStem else { break }
      stem += piece
    }
    return stem.isEmpty ? "_" : stem
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: return true
    case 0..<0x80: return false
    default:
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .otherLetter, .decimalNumber: return true
      default: return false
      }
    }
  }
}
