/// The endings of Italian words that a typist without accents leaves bare, and that make no other word: *lunedi*, *citta*,
/// *perche*, *attacchera*, *piu*.
///
/// Not the *-o* of *attaccò* nor the *-i* of *colpì*: *attacco* and *colpi* are words of their own.
enum BareEnding {
  /// Whether a folded word of ASCII may lack the accent on its last letter.
  static func mayLackAccent(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count >= 3, word.count <= 24, let last = word.last else { return false }
    let before = word[word.count - 2]
    switch last {
    case UInt8(ascii: "a"): return word.count >= 5 && (before == UInt8(ascii: "t") || before == UInt8(ascii: "r"))
    case UInt8(ascii: "e"): return before == UInt8(ascii: "h") && word.count >= 5
    case UInt8(ascii: "i"): return before == UInt8(ascii: "d") ? word.count >= 6 : word.elementsEqual("cosi".utf8)
    case UInt8(ascii: "u"): return before == UInt8(ascii: "i") || (before == UInt8(ascii: "t") && word.count >= 5)
    default: return false
    }
  }
}
