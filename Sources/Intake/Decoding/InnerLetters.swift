internal import ICU

/// Tells the western charsets of one byte a letter apart by what stands inside words: the byte of *é* on a Mac is *Ž* in
/// windows-1252, and no word is spelled *perchŽ*.
enum InnerLetters {
  private static let usual = "windows-1252"
  private static let others = ["macintosh", "IBM850"]

  /// The charset of old Macs or of DOS where the words of a sample make sense in it, and make none in windows-1252.
  static func charset(of sample: [UInt8]) -> String? {
    var contexts: [(byte: UInt8, isAfter: Bool, isBefore: Bool)] = []
    for at in sample.indices where sample[at] >= 0x80 {
      let isAfter = at > 0 && isSmall(sample[at - 1])
      let isBefore = at + 1 < sample.count && isSmall(sample[at + 1])
      if isAfter || isBefore { contexts.append((sample[at], isAfter, isBefore)) }
    }
    guard !contexts.isEmpty else { return nil }
    func points(_ charset: String) -> Int? {
      guard let letters = letters(of: charset) else { return nil }
      return contexts.reduce(0) { $0 + sense($1.isAfter, $1.isBefore, letters[Int($1.byte) - 0x80]) }
    }
    guard let usual = points(usual), usual < 0 else { return nil }
    var best: (charset: String, points: Int)?
    for other in others {
      guard let found = points(other), found > 0, found > best?.points ?? 0 else { continue }
      best = (other, found)
    }
    return best?.charset
  }

  /// The scalar of each byte from 0x80 on.
  private static func letters(of charset: String) -> [UInt32]? {
    do throws(ICUError) {
      let utf8 = try CharsetConverter.decode([UInt8](0x80...0xFF), charset: charset).utf8
      let scalars = String(decoding: utf8, as: UTF8.self).unicodeScalars.map(\.value)
      return scalars.count == 128 ? scalars : nil
    } catch { return nil }
  }

  /// How well a sign stands behind or before a small letter, or between two.
  private static func sense(_ isAfter: Bool, _ isBefore: Bool, _ value: UInt32) -> Int {
    switch value {
    case 0xE0, 0xE8, 0xE9, 0xEC, 0xF2, 0xF9: return 3
    case 0xDF...0xF6, 0xF8...0xFF, 0x153, 0x161, 0x17E: return 2
    // An apostrophe stands between letters and behind one; so do quotation marks that close.
    case 0x2019: return isAfter ? 2 : 0
    case 0x201D, 0xBB, 0x203A, 0x2026: return isAfter && !isBefore ? 1 : -1
    case 0x2018, 0x201C, 0x201E, 0x201A, 0xAB, 0x2039: return isBefore && !isAfter ? 1 : -2
    case 0xC0...0xDE, 0x152, 0x160, 0x17D, 0x178: return isAfter ? -3 : 1
    case 0xA0, 0x2013, 0x2014, 0xAD: return 0
    default: return -2
    }
  }

  private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}
