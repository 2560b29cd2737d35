import Languages

/// All that the reader of words knows of a language: full forms, endings, rules. Made once, then only read.
public final class WordLexicon: Sendable {
  /// The code of the language.
  public let language: String
  /// The full forms.
  public let forms: FormTable
  let endings: EndingTable
  let ruleWords: RuleWords
  let discarder: Discarder
  let abbreviations: Set<[UInt8]>
  let grammar: Grammar
  let inflection: any Language

  /// Puts together what was read.
  ///
  /// - Parameter abbreviations: words that keep their full stop, small, with it.
  public init(
    language: String, forms: FormTable, endings: EndingTable, rules: DiscardRules, abbreviations: Set<[UInt8]>
  ) {
    self.language = language
    self.forms = forms
    self.endings = endings
    self.abbreviations = abbreviations
    discarder = Discarder(rules.rules, wordCount: rules.words.count)
    ruleWords = RuleWords(rules.words)
    inflection = Languages.of(language)
    grammar = inflection.grammar
  }
}
