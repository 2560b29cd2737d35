/// The plural of English nouns where a lexicon gives none.
public enum EnglishNoun {
  /// The likeliest plural. In a multiword noun the last word inflects, or the one before a preposition: *air strikes*,
  /// *prisoners of war*, *commanders-in-chief*. A plural given in a lexicon always wins over this.
  public static func plural(of noun: String) -> String {
    for separator: Character in [" ", "-"] {
      let words = noun.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
      guard words.count > 1 else { continue }
      let head = (words.dropFirst().firstIndex(where: particles.contains) ?? words.count) - 1
      return words.enumerated().map { $0.offset == head ? plural(of: $0.element) : $0.element }
        .joined(separator: String(separator))
    }
    return pluralWord(noun)
  }

  private static let particles: Set<String> = [
    "of", "to", "in", "at", "for", "on", "from", "with", "by", "under", "d'etat", "d'état", "general",
  ]

  private static func pluralWord(_ word: String) -> String {
    if let known = irregular[word] { return known }
    if invariable.contains(where: word.hasSuffix) { return word }
    if word.hasSuffix("man"), !regularInMan.contains(where: word.lowercased().hasSuffix) {
      return word.dropLast(2) + "en"
    }
    if word.hasSuffix("person") { return word.dropLast(6) + "people" }
    if word.hasSuffix("sis") { return word.dropLast(2) + "es" }
    if ["wife", "knife", "life"].contains(where: word.hasSuffix) { return word.dropLast(2) + "ves" }
    let hissing = ["s", "x", "z", "ch", "sh"]
    if hissing.contains(where: word.hasSuffix) { return word + "es" }
    if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) {
      return word.dropLast() + "ies"
    }
    return word + "s"
  }

  private static let invariable = [
    "craft", "series", "species", "police", "personnel", "headquarters", "means", "barracks", "crossroads", "sheep",
    "deer", "offspring", "corps", "cannon", "peshmerga", "gallows", "works", "news",
  ]
  private static let regularInMan = ["german", "human", "ottoman", "talisman", "roman", "shaman", "norman", "turkman"]
  private static let irregular: [String: String] = [
    "woman": "women", "child": "children", "person": "people", "foot": "feet", "tooth": "teeth", "goose": "geese",
    "mouse": "mice", "leaf": "leaves", "thief": "thieves", "half": "halves", "loaf": "loaves", "wolf": "wolves",
    "shelf": "shelves", "self": "selves", "calf": "calves", "hero": "heroes", "torpedo": "torpedoes", "veto": "vetoes",
    "echo": "echoes", "embargo": "embargoes", "tornado": "tornadoes", "volcano": "volcanoes", "potato": "potatoes",
    "cargo": "cargoes", "fish": "fish", "passerby": "passersby", "criterion": "criteria", "phenomenon": "phenomena",
    "medium": "media",
    "stomach": "stomachs", "monarch": "monarchs", "eunuch": "eunuchs", "patriarch": "patriarchs", "ground": "grounds",
  ]
}
