/// English.
public struct EnglishLanguage: Language {
  static let isoCode = "en"
  /// `en`
  public let code = EnglishLanguage.isoCode
  /// The facts of its grammar.
  public let grammar: Grammar = [
    .markedInfinitive, .infinitiveUnderBe, .finiteParticiple, .dayBehindMonth, .objectPronouns, .nominalGerunds,
    .directionTo, .aimingAt, .bareApposition, .bareInfinitivePurpose, .partsHyphens, .andInsideNumbers,
  ]
  /// The report may be British or American, so only the figures can tell.
  public var monthFirst: Bool? { nil }
  /// ICU spells "one million" in words of its own.
  public var magnitudes: [(value: Int, word: String)] {
    [(1_000_000, "million"), (1000, "thousand"), (100, "hundred")]
  }

  /// All forms of a verb.
  public func verbForms(lemma: String, irregular: String) throws(MorphologyError) -> [VerbForm] {
    try EnglishVerb(lemma: lemma, forms: irregular).all
  }

  /// No English verb is, by its form.
  public func isReflexive(lemma: String) -> Bool { false }

  /// "-s", "-es", "-ies" and what else rules tell.
  public func plural(of noun: String, isFeminine: Bool) -> String { EnglishNoun.plural(of: noun) }

  /// "quickly", "surrounded".
  public func shape(of word: ArraySlice<UInt8>) -> WordShape? {
    if word.hasSuffix("ed") { return .participle }
    return word.hasSuffix("ly") ? .adverb : nil
  }

  /// "sixteen", "hundred", "million", "third".
  public func numberWord(_ word: ArraySlice<UInt8>) -> NumberWord? { EnglishNumberWords.word(word) }
}
