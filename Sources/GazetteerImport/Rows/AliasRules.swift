/// Which spellings go into a gazetteer: those that a paper could print.
enum AliasRules {
  /// The longest spelling in bytes.
  static let longest = 40

  /// The script of a spelling that a paper could print; nil for one that it could not.
  ///
  /// Left out are codes (`FCO`), digits, what is written in lower case only (romanized letter by letter: `an dao er`),
  /// mixtures of scripts, single letters, and whatever the marks of the gazetteer's aliases would make something else
  /// of.
  static func script(of bytes: Bytes) -> Script? {
    guard !bytes.isEmpty, bytes.count <= longest else { return nil }
    var script: Script?
    var letters = 0
    var capitals = 0
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    decoding: while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let encoded):
        let scalar = UTF8.decode(encoded)
        if let own = Script(scalar) {
          guard script == nil || script == own else { return nil }
          script = own
          letters += 1
          if own.hasCase, scalar.isCapital { capitals += 1 }
        } else if !Script.isNeutral(scalar) {
          return nil
        }
      case .error: return nil
      case .emptyInput: break decoding
      }
    }
    guard let script, letters > 1 else { return nil }
    guard script.hasCase else { return script }
    guard capitals > 0, letters > 2 else { return nil }
    return capitals == letters && letters <= 4 ? nil : script
  }

  /// Whether a Latin spelling was made letter by letter from Cyrillic: an apostrophe stands for the soft sign, as in
  /// `Ehskal'des`; not in `N'Djamena`, `Sa'dah`, `King's Lynn`.
  static func isRomanizedByLetter(_ bytes: Bytes) -> Bool {
    var wordStart = 0
    for (index, byte) in bytes.enumerated() {
      if byte == 0x20 || byte == 0x2D { wordStart = index + 1 }
      guard byte == 0x27, index > wordStart + 1, isConsonant(bytes[index - 1]) else { continue }
      guard index + 1 < bytes.count, bytes[index + 1] != 0x20, bytes[index + 1] != 0x2D else { return true }
      let isGenitive =
        bytes[index + 1] == UInt8(ascii: "s")
        && (index + 2 == bytes.count || bytes[index + 2] == 0x20 || bytes[index + 2] == 0x2D)
      if isConsonant(bytes[index + 1]), !isGenitive { return true }
    }
    return false
  }

  private static func isConsonant(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): false
    case UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a capital; without a look into Unicode's tables for ASCII.
  var isCapital: Bool { value < 0x80 ? value >= 0x41 && value <= 0x5A : properties.isUppercase }
}
