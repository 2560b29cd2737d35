import DocumentModel
import Events
import Languages
import Reading

extension Italian: ClauseGrammar {
  var that: String { "che" }
  var and: String { "e" }
  var by: String { "da" }
  var of: String { "di" }

  func finite(_ verb: LexiconWord, _ aspect: Aspect, _ subject: Worded, isPassive: Bool) -> String? {
    guard let verb = Self.verb(verb) else { return nil }
    // Of a name that no gazetteer knows nobody can tell the gender.
    if subject.isUnknown, verb.takesEssere || isPassive { return nil }
    return self.verb(verb, aspect, subject: subject.agreement, isPassive: isPassive)
  }

  func nonfinite(_ verb: LexiconWord, _ form: Nonfinite) -> String? {
    guard let verb = Self.verb(verb) else { return nil }
    return switch form {
    case .purpose: "per \(verb.form(.infinitive))"
    case .outcome: verb.form(.gerund)
    case .charge: verb.takesEssere ? nil : "di aver \(verb.form(.participle))"
    }
  }

  /// The conditional of the press.
  func reported(_ aspect: inout Aspect) { if case .done = aspect.kind { aspect.kind = .reported } }

  private static func verb(_ word: LexiconWord) -> ItalianVerb? {
    try? ItalianVerb(lemma: word.lemma, forms: word.inflection)
  }

  func noun(_ phrase: AbstractPhrase, _ sense: Int, _ lexicon: TransferLexicon) -> Worded? {
    // "police were": what has no plural in Italian is one.
    let isPlural = phrase.isSeveral && (lexicon.form(sense, code, .plural) != nil || phrase.number != nil)
    guard let form = lexicon.form(sense, code, isPlural ? .plural : .singular) else { return nil }
    let isFeminine = form.features.contains(.feminine) && !form.features.contains(.masculine)
    let agreement = Agreement(feminine: isFeminine, plural: isPlural)
    let features: WordFeatures = [isFeminine ? .feminine : .masculine, isPlural ? .plural : .singular]
    var word = form.text
    for adjective in phrase.adjectives {
      guard let form = lexicon.form(adjective, code, features), let entry = lexicon.wording(adjective, code) else {
        return nil
      }
      word = entry.cells.last?.hasPrefix("before") ?? false ? "\(form.text) \(word)" : "\(word) \(form.text)"
    }
    for people in phrase.peoples {
      guard let form = scene.lexicon.demonyms[people].italian[agreement], !form.isEmpty else { return nil }
      word += " \(form)"
    }
    if let number = phrase.number { word = "\(ItalianGrammar.number(number, feminine: isFeminine)) \(word)" }
    return Worded(words: word, agreement: agreement, isPlural: isPlural)
  }

  func article(_ phrase: AbstractPhrase, _ worded: Worded) -> String? {
    func article(definite: Bool) -> String {
      ItalianGrammar.article(for: worded.words, agreement: worded.agreement, definite: definite)
    }
    switch phrase.determination {
    case .definite: return article(definite: true)
    case .indefinite: return worded.isPlural || phrase.number != nil ? "" : article(definite: false)
    case .none:
      if worded.isPlural || phrase.number != nil { return "" }
      // "Police said": a body of people without an article has one in Italian; of others nobody knows.
      return phrase.isSeveral ? article(definite: true) : nil
    }
  }

  /// "uccidendone tre" has its pronoun at the verb; where English leaves out who is counted, "ne" would name another.
  func ofThem(_ number: Int) -> String? { nil }
  func series(_ words: [String]) -> String { ItalianGrammar.series(words) }
  func whole(_ phrase: Worded) -> String { phrase.italian }
  func behind(_ preposition: String, _ phrase: Worded) -> String {
    Self.compound(preposition, phrase.article, phrase.words)
  }
  func within(_ country: Entity) -> String { located(country) }

  /// "dopo che i soldati avevano lasciato la base": what was over before is pluperfect.
  func opener(_ sense: Int, _ lexicon: TransferLexicon, _ inner: inout AbstractClause) -> String? {
    guard lexicon.senses[sense].id == "conn/after" else { return lexicon.wording(sense, code)?.lemma }
    if inner.time == .past { inner.time = .earlier }
    return "dopo che"
  }
  func relative(isHuman: Bool, isBehindComma: Bool) -> String { "che" }
}
