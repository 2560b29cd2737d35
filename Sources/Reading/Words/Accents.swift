/// Words whose last accent was typed otherwise or left away.
enum Accents {
  /// The longest word that is looked at, in bytes.
  private static let longest = 40

  /// The one known word that an accent on the last letter makes of a folded one: "perché" of "perche", "lunedì" of
  /// "lunedi"; nil for none.
  static func accented(_ word: [UInt8], in forms: FormTable.Lookup) -> [UInt8]? {
    guard let vowel = word.last, word.count <= longest else { return nil }
    let endings: [UInt8]
    switch vowel {
    case UInt8(ascii: "a"): endings = [0xA0]
    case UInt8(ascii: "e"): endings = [0xA8, 0xA9]
    case UInt8(ascii: "i"): endings = [0xAC]
    case UInt8(ascii: "o"): endings = [0xB2]
    case UInt8(ascii: "u"): endings = [0xB9]
    default: return nil
    }
    for ending in endings {
      let found = word.dropLast() + [0xC3, ending]
      if forms.contains(Array(found)) { return Array(found) }
    }
    return nil
  }

  /// The known word with the other accent on its last e: "perché" for "perchè", "è" for "é".
  static func turned(_ word: [UInt8], in forms: FormTable.Lookup) -> [UInt8]? {
    guard word.count >= 2, word[word.count - 2] == 0xC3, word[word.count - 1] & 0xFE == 0xA8 else { return nil }
    var found = word
    found[found.count - 1] ^= 1
    return forms.contains(found) ? found : nil
  }
}
