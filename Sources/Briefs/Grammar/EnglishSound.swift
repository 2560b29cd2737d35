/// How an English word begins, as far as *a* and *an* care.
enum EnglishSound {
  /// Whether the phrase begins with a vowel sound; marks before its first letter or digit are skipped.
  static func beginsWithVowel(_ phrase: String) -> Bool {
    let start = phrase.firstIndex { $0.isLetter || $0.isNumber } ?? phrase.endIndex
    let word = phrase[start...].prefix { $0.isLetter || $0.isNumber || "-.,'’".contains($0) }
    guard let first = word.first else { return false }
    if first.isASCIIDigit { return numberBeginsWithVowel(word) }
    if let spelled = spelledLetters(word) { return "AEFHILMNORSX".contains(spelled) }
    return wordBeginsWithVowel(String(word.prefix { $0.isLetter }).lowercased())
  }

  /// The first letter of what is read letter by letter (*MNLA*, *F-16*, *M23*, *U.N.*, *X-ray*); nil for words.
  private static func spelledLetters(_ word: Substring) -> Character? {
    let run = word.prefix { $0.isLetter }
    let rest = word.dropFirst(run.count)
    guard let first = run.first, first.isUppercase else { return nil }
    // *An Mi-8*: the maker's letters are read out, although only the first is a capital.
    if run == "Mi", rest.first == "-" { return first }
    // *PMCs*: the plural ending is no part of the acronym.
    let letters = run.count > 2 && run.hasSuffix("s") ? run.dropLast() : run
    guard letters.allSatisfy(\.isUppercase) else { return nil }
    if letters.count == 1 {
      let isAlone = rest.isEmpty || rest.first.map { "-.".contains($0) || $0.isASCIIDigit } ?? false
      return isAlone ? first : nil
    }
    // A longer run of capitals is a word in a headline, or an acronym read as a word.
    return letters.count <= 5 && !readAsWords.contains(String(letters)) ? first : nil
  }

  private static let readAsWords: Set<String> = [
    "NATO", "NASA", "OPEC", "ISIS", "ISIL", "AIDS", "FARC", "FATAH", "HAMAS", "UNITA", "IGAD", "SADC", "SEAL", "FEMA",
    "SANA", "RUSI", "IRNA", "SAM", "COVID", "AWACS", "ASEAN", "IRAQ", "IRAN", "SYRIA", "MALI",
    "SWAT", "NORAD", "LIBYA", "GAZA",
  ]

  private static func wordBeginsWithVowel(_ word: String) -> Bool {
    if silentH.contains(where: word.hasPrefix) { return true }
    guard let first = plain(word.first) else { return false }
    switch first {
    case "a", "i": return true
    case "e": return !["eu", "ewe"].contains(where: word.hasPrefix)
    case "o": return !(word == "one" || ["once", "one-", "oneself", "ouag", "oui"].contains(where: word.hasPrefix))
    case "u": return !saysYou(word)
    case "y": return word.dropFirst().first.map { !"aeiouèé".contains($0) } ?? false
    default: return false
    }
  }

  private static let silentH = ["hour", "honest", "honor", "honour", "heir"]

  /// Whether a word in *u* begins like *you* (*union*, *user*, *Ugandan*) or like *we* (*Uyghur*).
  private static func saysYou(_ word: String) -> Bool {
    if word.hasPrefix("uni") { return !["unid", "unim", "unin"].contains(where: word.hasPrefix) }
    return youWords.contains(where: word.hasPrefix)
  }

  private static let youWords = [
    "use", "usa", "usu", "usi", "uti", "uto", "uta", "ute", "ubiq", "ukr", "uk", "ugand", "ural", "uran", "urugu",
    "uyg", "uig", "unanim",
  ]

  /// *An 8*, *an 11*, *an 18*, *an 80*, *an 8,000*, *an 1840 treaty*, but *a 1,840-man force*.
  private static func numberBeginsWithVowel(_ word: Substring) -> Bool {
    var digits = ""
    var hasComma = false
    var rest = word
    while let next = rest.first {
      if next.isASCIIDigit {
        digits.append(next)
      } else if next == ",", rest.dropFirst().first?.isASCIIDigit ?? false {
        hasComma = true
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    if digits.hasPrefix("8") { return true }
    guard digits.hasPrefix("11") || digits.hasPrefix("18") else { return false }
    return hasComma ? (digits.count - 1) % 3 == 1 : digits.count == 2 || digits.count == 4
  }

  private static func plain(_ letter: Character?) -> Character? {
    switch letter {
    case "à", "á", "â", "ä", "å", "ā": "a"
    case "è", "é", "ê", "ë", "ē": "e"
    case "ì", "í", "î", "ï", "ī", "i̇": "i"
    case "ò", "ó", "ô", "ö", "ø", "ō": "o"
    case "ù", "ú", "û", "ü", "ū": "u"
    default: letter
    }
  }
}
