internal import ICU
import Lexicons

/// What each scalar is to a name: letters folded for case, compatibility and accents ("Şanlıurfa" is *sanlıurfa*,
/// "ﬁ" is *fi*), or what may stand between the words of a name.
///
/// One number a scalar, so that the same table lies in a compiled gazetteer and is read without ICU: bits 0 to 47 the
/// folded UTF-8, bits 48 to 50 its length, bits 56 to 63 the ``Sort`` and the marks of case.
struct NameLetters: Sendable {
  /// What a scalar does in a name.
  enum Sort: UInt8 {
    case letter = 0
    /// A word by itself: scripts that set no spaces between words.
    case alone = 1
    case space = 2
    case apostrophe = 3
    case hyphen = 4
    /// Stands in some names: a full stop, a parenthesis, a quotation mark.
    case soft = 5
    /// No name runs over it.
    case barrier = 6
    /// Nothing at all: joiners, marks of direction.
    case nothing = 7
    /// Parts a name from where it lies: "Paris, Texas".
    case comma = 8
  }

  static let upper: UInt64 = 0x10 << 56
  static let lower: UInt64 = 0x20 << 56

  /// The entries of the scalars of ``ranges``, one range behind the other.
  let entries: [UInt64]

  /// The scalars that the table holds; all others are letters that stay as they are, or barriers.
  static let ranges: [Range<UInt32>] = [
    0..<0x3000, 0xFB00..<0xFE00, 0xFE70..<0xFFF0, 0x1_0400..<0x1_0450, 0x1_D400..<0x1_D800,
  ]
  static let count = ranges.reduce(0) { $0 + $1.count }

  /// Takes a table from a compiled gazetteer; nil if it has another size.
  init?(entries: [UInt64]) {
    guard entries.count == Self.count else { return nil }
    self.entries = entries
  }

  /// Makes the table, which asks ICU once a scalar: some ten milliseconds, once a compilation.
  init() throws(ICUError) {
    let folding = Normalizer(.nfkcCasefold)
    let stripper = try MarkStripper()
    var entries: [UInt64] = []
    entries.reserveCapacity(Self.count)
    for range in Self.ranges {
      for value in range { entries.append(try Self.made(value, folding, stripper)) }
    }
    self.entries = entries
  }

  private static func made(
    _ value: UInt32, _ folding: Normalizer, _ stripper: MarkStripper
  ) throws(ICUError) -> UInt64 {
    let sort = sort(of: value)
    guard sort == .letter || sort == .alone, let scalar = Unicode.Scalar(value) else {
      return UInt64(sort.rawValue) << 56
    }
    if value < 0x80 {
      let isUpper = value >= 0x41 && value <= 0x5A
      let isLower = value >= 0x61 && value <= 0x7A
      return UInt64(isUpper ? value | 0x20 : value) | 1 << 48 | (isUpper ? upper : 0) | (isLower ? lower : 0)
    }
    let own = Array(String(scalar).utf8)
    var folded = try stripper.strip(try folding.normalize(own).bytes)
    // "ﷺ" is a whole sentence, and no name holds it.
    if folded.count > 6 || folded.contains(0x20) { folded = own }
    var entry = UInt64(sort.rawValue) << 56 | UInt64(folded.count) << 48
    for (position, byte) in folded.enumerated() { entry |= UInt64(byte) << (8 * UInt64(position)) }
    let properties = scalar.properties
    if properties.isUppercase || properties.generalCategory == .titlecaseLetter { entry |= upper }
    if properties.isLowercase { entry |= lower }
    return entry
  }

  private static func sort(of value: UInt32) -> Sort {
    // Joiners, marks of direction, soft hyphens, selectors of variants.
    switch value {
    case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF, 0x061C: return .nothing
    default: break
    }
    switch mark(of: value) {
    case .letter: return isAlone(value) ? .alone : .letter
    case .space: return .space
    case .apostrophe: return .apostrophe
    case .hyphen: return .hyphen
    case .stop, .openParenthesis, .closeParenthesis, .quote, .openQuote, .closeQuote: return .soft
    case .other where value == 0x26: return .soft
    case .comma: return .comma
    default: return .barrier
    }
  }

  /// Thai, Lao, Burmese, Khmer; Han, kana and halfwidth kana.
  private static func isAlone(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E01...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3005...0x3007, 0x3041...0x31FF,
      0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x2_0000...0x3_FFFF:
      return true
    default: return false
    }
  }

  /// The entry of a scalar of which the table is asked.
  @inline(__always)
  func entry(_ value: UInt32) -> UInt64 {
    if value < 0x3000 { return entries[Int(value)] }
    return rareEntry(value)
  }

  private func rareEntry(_ value: UInt32) -> UInt64 {
    var start = 0
    for range in Self.ranges {
      if range.contains(value) { return entries[start + Int(value - range.lowerBound)] }
      start += range.count
    }
    let sort = Self.sort(of: value)
    guard sort == .letter || sort == .alone, let scalar = Unicode.Scalar(value) else {
      return UInt64(sort.rawValue) << 56
    }
    var entry = UInt64(sort.rawValue) << 56
    var count: UInt64 = 0
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      entry |= UInt64(byte) << (8 * count)
      count += 1
    }
    return entry | count << 48
  }
}
