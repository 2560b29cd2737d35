/// The scripts that names are kept in.
enum Script: UInt8 {
  case latin
  case greek
  case cyrillic
  case hebrew
  case arabic
  case han

  /// Whether it has capitals.
  var hasCase: Bool { self == .latin || self == .greek || self == .cyrillic }

  /// The script of a letter; nil for other scripts and for what is no letter.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x259, 0x1E00...0x1EFF:
      self = .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F, 0x1C80...0x1C8F: self = .cyrillic
    case 0x5D0...0x5F4, 0xFB1D...0xFB4F: self = .hebrew
    case 0x620...0x64A, 0x66E...0x6D5, 0x6E5...0x6E6, 0x6EE...0x6EF, 0x6FA...0x6FF, 0x750...0x77F, 0x8A0...0x8C9,
      0xFB50...0xFDFF, 0xFE70...0xFEFE:
      self = .arabic
    case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2FA1F, 0x30000...0x323AF:
      self = .han
    default: return nil
    }
  }

  /// Whether a scalar may stand in a name of any script: accents, vowel signs, dashes, apostrophes, dots.
  static func isNeutral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x2D, 0x2E, 0x27, 0x60, 0xB7, 0x2010, 0x2011, 0x2013, 0x2018, 0x2019: true
    case 0x2B9...0x2BF, 0x2C8, 0x300...0x36F: true
    case 0x591...0x5C7, 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6ED: true
    // Persian keeps apart with it what would else be joined.
    case 0x200C: true
    default: false
    }
  }

  /// Whether a letter belongs to the languages that most papers of the script are printed in: Arabic, not Sorani;
  /// Russian and Ukrainian, not Chuvash.
  static func isCommon(_ scalar: Unicode.Scalar) -> Bool {
    switch Script(scalar) {
    case .arabic: (0x621...0x64A).contains(scalar.value)
    case .cyrillic: (0x410...0x44F).contains(scalar.value) || "ЁёІіЇїЄєҐґ".unicodeScalars.contains(scalar)
    default: true
    }
  }
}
