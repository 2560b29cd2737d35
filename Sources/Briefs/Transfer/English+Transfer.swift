import DocumentModel
import Events
import Languages
import Reading

extension English: ClauseGrammar {
  var that: String { "that" }
  var and: String { "and" }
  var by: String { "by" }
  var of: String { "of" }

  func finite(_ verb: LexiconWord, _ aspect: Aspect, _ subject: Worded, isPassive: Bool) -> String? {
    Self.verb(verb).map { self.verb($0, aspect, isPlural: subject.isPlural, isPassive: isPassive) }
  }

  func nonfinite(_ verb: LexiconWord, _ form: Nonfinite) -> String? {
    guard let verb = Self.verb(verb) else { return nil }
    return switch form {
    case .purpose: "to \(verb.form(.infinitive))"
    case .outcome: verb.gerund
    case .charge: "of \(verb.gerund)"
    }
  }

  func reported(_ aspect: inout Aspect) { if aspect.adverb == nil { aspect.adverb = "reportedly" } }

  private static func verb(_ word: LexiconWord) -> EnglishVerb? {
    try? EnglishVerb(lemma: word.lemma, forms: word.inflection)
  }

  func noun(_ phrase: AbstractPhrase, _ sense: Int, _ lexicon: TransferLexicon) -> Worded? {
    // "la polizia ha" is "the police have": what has no singular in English is plural.
    let isPlural = phrase.isSeveral || lexicon.form(sense, code, .singular) == nil
    guard var word = lexicon.form(sense, code, isPlural ? .plural : .singular)?.text else { return nil }
    for people in phrase.peoples { word = "\(scene.lexicon.demonyms[people].english.adjective) \(word)" }
    for adjective in phrase.adjectives.reversed() {
      guard let form = lexicon.form(adjective, code, []) else { return nil }
      word = "\(form.text) \(word)"
    }
    if let number = phrase.number { word = "\(EnglishGrammar.number(number)) \(word)" }
    return Worded(words: word, isPlural: isPlural)
  }

  func article(_ phrase: AbstractPhrase, _ worded: Worded) -> String? {
    switch phrase.determination {
    case .definite: "the"
    case .indefinite:
      worded.isPlural || phrase.number != nil ? "" : EnglishGrammar.indefiniteArticle(before: worded.words)
    // A singular without an article is a title's, or a mass.
    case .none: worded.isPlural || phrase.number != nil ? "" : nil
    }
  }

  func ofThem(_ number: Int) -> String? { "\(EnglishGrammar.number(number)) of them" }
  func series(_ words: [String]) -> String { EnglishGrammar.series(words) }
  func whole(_ phrase: Worded) -> String { phrase.english }
  func behind(_ preposition: String, _ phrase: Worded) -> String { "\(preposition) \(phrase.english)" }
  func located(_ entity: Entity) -> String {
    let name = EnglishGrammar.join(entity.english.takesArticle ? "the" : "", Scene.plain(entity.english.name))
    return "\(entity.type == .facility ? "at" : "in") \(name)"
  }
  func within(_ country: Entity) -> String {
    EnglishGrammar.join(country.english.takesArticle ? "the" : "", Scene.plain(country.english.name))
  }

  func opener(_ sense: Int, _ lexicon: TransferLexicon, _ inner: inout AbstractClause) -> String? {
    lexicon.wording(sense, code)?.lemma
  }
  func relative(isHuman: Bool, isBehindComma: Bool) -> String { isHuman ? "who" : isBehindComma ? "which" : "that" }
}
