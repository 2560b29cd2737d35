/// The scripts that decide a language, or narrow it down, by themselves.
enum Script: Int, CaseIterable {
  case latin, arabic, cyrillic, greek, hebrew, han, kana, hangul, devanagari, bengali, georgian, armenian, ethiopic,
    thai
  case other

  /// The script of a letter outside of ASCII; nil for what is no letter, by blocks.
  init?(_ value: UInt32) {
    switch value {
    case 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x300...0x36F, 0x1E00...0x1EFF, 0xFB00...0xFB06:
      self = .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F: self = .cyrillic
    case 0x531...0x587: self = .armenian
    case 0x5D0...0x5F4: self = .hebrew
    case 0x620...0x65F, 0x66E...0x6D3, 0x6D5...0x6DC, 0x6FA...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC:
      self = .arabic
    case 0x900...0x963, 0x970...0x97F: self = .devanagari
    case 0x980...0x9E3: self = .bengali
    case 0xE01...0xE4E: self = .thai
    case 0x10A0...0x10FF, 0x1C90...0x1CBF: self = .georgian
    case 0x1200...0x135F: self = .ethiopic
    case 0x3040...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: self = .kana
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3134F: self = .han
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7A3: self = .hangul
    case 0x700...0x8FF, 0xA00...0x10FF, 0x1380...0x1DFF, 0xA000...0xABFF: self = .other
    default: return nil
    }
  }

  /// The language, where the script has one that matters; nil where more must be asked.
  var language: String? {
    switch self {
    case .greek: "el"
    case .hebrew: "he"
    case .han: "zh"
    case .kana: "ja"
    case .hangul: "ko"
    case .georgian: "ka"
    case .armenian: "hy"
    case .thai: "th"
    case .bengali: "bn"
    case .latin, .arabic, .cyrillic, .devanagari, .ethiopic, .other: nil
    }
  }
}
