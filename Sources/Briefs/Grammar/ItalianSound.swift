/// How an Italian word begins, as far as articles and *ad*, *ed* care.
enum ItalianSound {
  /// What the article before the word must suit.
  enum Onset {
    /// *attacco*, *hotel*, *11*: `l'`, `un'`, `gli`.
    case vowel
    /// *sceicco*, *zio*, *gnomo*, *psicologo*, *Yemen*: `lo`, `uno`, `gli`; in the feminine like any consonant.
    case heavy
    /// Everything else: `il`, `un`, `i`.
    case consonant
  }

  /// The onset of a word or phrase; quotation marks and brackets before it are skipped.
  static func onset(of phrase: String) -> Onset {
    let letters = leadingLetters(of: phrase)
    guard let first = letters.first else { return .consonant }
    if first.isASCIIDigit { return onset(ofNumber: phrase) }
    let second = letters.dropFirst().first ?? " "
    let pair = String(letters.prefix(2))
    switch first {
    case "i", "y":
      // *Iato*, *Yemen* begin with a glide; *Ypres* with a vowel.
      if isVowel(second) { return .heavy }
      return .vowel
    case "a", "e", "o", "u": return .vowel
    case "h": return isVowel(second) ? .vowel : .consonant
    case "z", "x": return .heavy
    case "s": return isVowel(second) || second == " " ? .consonant : .heavy
    default: return heavyPairs.contains(pair) ? .heavy : .consonant
    }
  }

  /// The first letter without accent and case, which *ad* and *ed* look at; nil before digits and signs.
  static func firstLetter(of phrase: String) -> Character? {
    leadingLetters(of: phrase).first.flatMap { $0.isASCIIDigit ? nil : $0 }
  }

  private static let heavyPairs: Set<String> = [
    "gn", "ps", "pn", "pt", "ct", "mn", "ts", "tz", "tm", "cz", "dz", "pf", "ft", "bd",
  ]

  /// The first three signs, lower case and without accents, from the first letter or digit on.
  private static func leadingLetters(of phrase: String) -> [Character] {
    let start = phrase.firstIndex { $0.isLetter || $0.isNumber } ?? phrase.endIndex
    return phrase[start...].prefix(3).map { letter in
      let lower = letter.lowercased()
      return lower.first.map { plain[$0] ?? $0 } ?? letter
    }
  }

  private static let plain: [Character: Character] = {
    var result: [Character: Character] = [:]
    for (base, accented) in [
      ("a", "àáâãäåāăą"), ("e", "èéêëēĕėęě"), ("i", "ìíîïĩīĭįı"), ("o", "òóôõöøōŏő"), ("u", "ùúûüũūŭůű"),
      ("s", "śŝşšș"),
      ("z", "źżž"), ("y", "ýÿ"), ("c", "çćč"), ("g", "ğģ"),
    ] as [(Character, String)] {
      for letter in accented { result[letter] = base }
    }
    return result
  }()

  private static func isVowel(_ letter: Character) -> Bool { "aeiouy".contains(letter) }

  /// *L'8*, *l'11*, *gli 80*; *lo 0*; all else begins with a plain consonant (*tre*, *dodici*, *cento*, *mille*).
  private static func onset(ofNumber phrase: String) -> Onset {
    let start = phrase.firstIndex { $0.isASCIIDigit } ?? phrase.endIndex
    var digits = ""
    var rest = phrase[start...]
    while let next = rest.first {
      let following = rest.dropFirst().first
      if next.isASCIIDigit {
        digits.append(next)
      } else if next != "." || !(following?.isASCIIDigit ?? false) {
        break
      }
      rest = rest.dropFirst()
    }
    if digits.hasPrefix("0") { return .heavy }
    let top = digits.prefix((digits.count - 1) % 3 + 1)
    if top.hasPrefix("8") || top == "11" { return .vowel }
    // *Uno*, *un milione*, but *mille*.
    return top == "1" && digits.count != 4 ? .vowel : .consonant
  }
}

extension Character {
  /// Whether it is one of 0 to 9.
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
