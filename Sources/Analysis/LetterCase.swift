/// Tells whether capitals say anything in a text.
enum LetterCase {
  /// In shorter texts one case may be missing by chance: "ok, arriviamo alle 5".
  private static let least = 60

  /// Whether a text has no capital letter at all, or no small one, as old wires were stored. Looks at the first few bytes
  /// of nearly all texts; letters beyond Latin tell nothing.
  static func isMissing(in text: [UInt8]) -> Bool {
    var small = 0
    var capital = 0
    var isAccented = false
    for byte in text {
      if isAccented {
        // U+00C0 to U+00DE are capitals, U+00E0 to U+00FE small letters; × and ÷ are none.
        if byte & 0x1F != 0x17 { if byte < 0xA0 { capital += 1 } else { small += 1 } }
        isAccented = false
      } else if byte >= 0x61, byte <= 0x7A {
        small += 1
      } else if byte >= 0x41, byte <= 0x5A {
        capital += 1
      } else {
        isAccented = byte == 0xC3
      }
      if small > 0, capital > 0 { return false }
    }
    return small + capital >= least
  }
}
