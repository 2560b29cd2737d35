/// Italian.
public struct ItalianLanguage: Language {
  static let isoCode = "it"
  /// `it`
  public let code = ItalianLanguage.isoCode
  /// The facts of its grammar.
  public let grammar: Grammar = [
    .headFirst, .activeBe, .smallMonths, .nominalDemonyms, .capitalsAreNames, .dropsSubject, .reportingConditional,
    .agentFrom, .elides, .commaDecimals,
  ]
  /// The day comes first.
  public var monthFirst: Bool? { false }
  /// Millions, and the plural of a thousand.
  public var magnitudes: [(value: Int, word: String)] {
    [(1_000_000, "milione"), (1_000_000, "milioni"), (1000, "mila")]
  }

  /// All forms of a verb, those with a pronoun at their end too.
  public func verbForms(lemma: String, irregular: String) throws(MorphologyError) -> [VerbForm] {
    let verb = try ItalianVerb(lemma: lemma, forms: irregular)
    return verb.all + verb.encliticForms
  }

  /// "arrendersi"
  public func isReflexive(lemma: String) -> Bool { (lemma.split(separator: " ").first ?? "").hasSuffix("rsi") }

  /// "-o" to "-i", "-a" to "-e" and what else rules tell.
  public func plural(of noun: String, isFeminine: Bool) -> String { ItalianNoun.plural(of: noun, feminine: isFeminine) }

  /// "un 34enne", "velocemente", "circondato".
  public func shape(of word: ArraySlice<UInt8>) -> WordShape? {
    if let first = word.first, first >= 0x30, first <= 0x39 {
      if word.hasSuffix("enni") { return .person(isPlural: true) }
      return word.hasSuffix("enne") ? .person(isPlural: false) : nil
    }
    // "un trentenne", with the number in letters.
    if word.hasSuffix("enne") || word.hasSuffix("enni"), case .age = ItalianNumberWords.word(word) {
      return .person(isPlural: word.hasSuffix("i"))
    }
    if Self.endsLikeParticiple(word) { return .participle }
    return word.hasSuffix("mente") ? .adverb : nil
  }

  /// "sedici", "duemilatrecento", "milioni", "terzo", "trentenne".
  public func numberWord(_ word: ArraySlice<UInt8>) -> NumberWord? { ItalianNumberWords.word(word) }

  /// "-ato", "-uta", "-iti", "-ate": a vowel of the stem, a t, and an ending of gender and number.
  private static func endsLikeParticiple(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count > 3, word[word.endIndex - 2] == UInt8(ascii: "t") else { return false }
    switch word[word.endIndex - 3] {
    case UInt8(ascii: "a"), UInt8(ascii: "i"), UInt8(ascii: "u"): break
    default: return false
    }
    switch word[word.endIndex - 1] {
    case UInt8(ascii: "o"), UInt8(ascii: "a"), UInt8(ascii: "i"), UInt8(ascii: "e"): return true
    default: return false
    }
  }
}
