public import DocumentModel

/// Italian articles, prepositions, agreement and lists, as pure functions on words.
///
/// Names bring their article from the gazetteer, since the sound of a foreign name or of an acronym (*l'MNLA*, *la
/// Nato*) cannot be known from its letters; `article(for:agreement:definite:)` is for common nouns.
public enum ItalianGrammar {
  // MARK: - Articles

  /// The article before a word: `il`, `lo`, `l'`, `la`, `i`, `gli`, `le`, or indefinite `un`, `uno`, `una`, `un'`, with
  /// the partitive `dei`, `degli`, `delle` as its plural.
  public static func article(for word: String, agreement: Agreement, definite: Bool) -> String {
    let onset = ItalianSound.onset(of: word)
    switch (agreement, definite) {
    case (.masculine, true): return onset == .vowel ? "l'" : onset == .heavy ? "lo" : "il"
    case (.feminine, true): return onset == .vowel ? "l'" : "la"
    case (.masculinePlural, true): return onset == .consonant ? "i" : "gli"
    case (.femininePlural, true): return "le"
    case (.masculine, false): return onset == .heavy ? "uno" : "un"
    case (.feminine, false): return onset == .vowel ? "un'" : "una"
    case (.masculinePlural, false): return onset == .consonant ? "dei" : "degli"
    case (.femininePlural, false): return "delle"
    }
  }

  /// A word after its article: a space between them, none after an apostrophe, the bare word if the article is empty.
  public static func join(_ article: String, _ word: String) -> String {
    guard !article.isEmpty else { return word }
    return article.hasSuffix("'") || article.hasSuffix("’") ? article + word : "\(article) \(word)"
  }

  /// A word with the article that suits it: *l'attacco*, *uno scontro*.
  public static func withArticle(_ word: String, agreement: Agreement, definite: Bool) -> String {
    join(article(for: word, agreement: agreement, definite: definite), word)
  }

  // MARK: - Prepositions

  /// A preposition with a definite article: `di` and `lo` give `dello`; `con`, `per`, `tra`, `contro` stay apart
  /// (`con il`), and so do indefinite articles (`di un`).
  public static func contract(_ preposition: String, _ article: String) -> String {
    guard !article.isEmpty else { return preposition }
    let elided = article == "l’" ? "l'" : article
    guard let stem = contractions[preposition], let ending = endings[elided] else { return "\(preposition) \(article)" }
    return stem + ending
  }

  /// A whole phrase: `a`, `l'`, `aeroporto` give *all'aeroporto*; without an article *a* becomes *ad* before another *a*.
  public static func prepositional(_ preposition: String, article: String, noun: String) -> String {
    guard article.isEmpty else { return join(contract(preposition, article), noun) }
    if preposition == "a", ItalianSound.firstLetter(of: noun) == "a" { return "ad \(noun)" }
    return join(preposition, noun)
  }

  private static let contractions = ["di": "de", "a": "a", "da": "da", "in": "ne", "su": "su"]
  private static let endings = [
    "il": "l", "lo": "llo", "l'": "ll'", "la": "lla", "i": "i", "gli": "gli", "le": "lle",
  ]

  // MARK: - Lists

  /// `e`, or `ed` before another *e*: *ed ecco*, but *e Israele*.
  public static func conjunction(before word: String) -> String {
    ItalianSound.firstLetter(of: word) == "e" ? "ed" : "e"
  }

  /// *A*, *A e B*, *A, B e C*.
  public static func series(_ words: [String]) -> String {
    guard let last = words.last else { return "" }
    guard words.count > 1 else { return last }
    return "\(words.dropLast().joined(separator: ", ")) \(conjunction(before: last)) \(last)"
  }

  // MARK: - Agreement

  /// A participle or adjective, given in the masculine singular, made to agree; only the first word of several
  /// changes: *preso di mira*, *prese di mira*. Words that do not end in *-o* or *-e* stay as they are.
  public static func agree(_ participle: String, with agreement: Agreement) -> String {
    let end = participle.firstIndex(of: " ") ?? participle.endIndex
    let stem = participle[..<end].dropLast()
    let ending: String
    switch participle[..<end].last {
    case "o": ending = agreement.isFeminine ? (agreement.isPlural ? "e" : "a") : (agreement.isPlural ? "i" : "o")
    case "e": ending = agreement.isPlural ? "i" : "e"
    default: return participle
    }
    return stem + ending + participle[end...]
  }
}
