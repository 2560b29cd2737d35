/// Words whose last accent was typed otherwise or left away, as whatever a look-up finds of them.
public enum Accents {
  /// The longest word that is looked at, in bytes.
  private static let longest = 40

  /// What is found of the word that an accent on the last letter makes of a folded one: "perché" of "perche", "lunedì" of
  /// "lunedi"; nil for nothing.
  public static func accented<Found>(_ word: [UInt8], _ find: ([UInt8]) -> Found?) -> Found? {
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
    var other = word
    other[other.count - 1] = 0xC3
    other.append(0)
    for ending in endings {
      other[other.count - 1] = ending
      if let found = find(other) { return found }
    }
    return nil
  }

  /// What is found of the word with the other accent on its last e, "perché" for "perchè" and "È" for "É"; nil for nothing.
  public static func turned<Found>(_ word: [UInt8], _ find: ([UInt8]) -> Found?) -> Found? {
    guard word.count >= 2, word[word.count - 2] == 0xC3, word[word.count - 1] & 0xFE == 0xA8 else { return nil }
    var other = word
    other[other.count - 1] ^= 1
    return find(other)
  }
}
