import Languages
import Reading

/// Parts of speech that only the words around tell, and that the rules for words leave as they are.
extension Sentence {
  mutating func mendWords() {
    guard isHeadFirst else { return mendForms() }
    for index in words.indices {
      if words[index].part == .adjective, words[index].origin == .derived, agentFollows(index) {
        // "un giornalista sequestrato a febbraio da una banda"
        words[index].part = .verb
        words[index].features.formUnion(.participle)
      } else if words[index].part == .verb, words[index].features.contains(.participle), index > 1,
        words[index].features.isDisjoint(with: .finite), words[index - 1].part == .adjective,
        words[index - 2].part == .determiner, words[index].features.agrees(with: words[index - 1].features),
        !isPart(index + 1, .noun), !isPart(index + 1, .adjective)
      {
        // "la tipica camminata": behind article and adjective a participle is a noun.
        words[index].part = .noun
        words[index].features.formIntersection([.singular, .plural, .masculine, .feminine])
        words[index].frames = []
      } else if words[index].part == .pronoun, words[index].has(.accusative), isArticle(index) {
        // "se l'esercito lo nega": of two verbs in a row the first is a noun.
        words[index].part = .determiner
        words[index + 1].part = .noun
        words[index + 1].features.formIntersection(.numbers)
        words[index + 1].frames = []
      }
    }
  }

  /// "…, including two children", "the message regarding your visit": forms of verbs that are prepositions.
  private mutating func mendForms() {
    for index in words.indices.dropFirst().dropLast()
    where words[index].part == .verb && words[index].has(.alsoPreposition) && words[index].features.contains(.gerund) {
      let before = words[index - 1]
      let next = words[index + 1]
      guard before.isNounLike || before.part == .punctuation || before.part == .pronoun, !next.isVerbal,
        next.isNounLike || next.part == .determiner || next.part == .numeral || next.part == .pronoun
          || next.part == .adjective || next.part == .adverb || next.has(.negation)
      else { continue }
      words[index].part = .adposition
      words[index].features = []
      words[index].frames = []
    }
  }

  /// Whether "da" follows, or after one short phrase.
  private func agentFollows(_ index: Int) -> Bool {
    guard index > 0, words[index - 1].isNounLike else { return false }
    var position = index + 1
    while position < words.count, position < index + 5 {
      let word = words[position]
      if word.part == .adposition, word.has(.agent) { return true }
      guard
        word.part == .adposition && !word.has(.genitive)
          || position > index + 1 && (word.isNounLike || word.part == .determiner)
      else { return false }
      position += 1
    }
    return false
  }

  /// Whether a pronoun and the verb behind it are an article and its noun: another verb follows, and a clause begins here.
  private func isArticle(_ index: Int) -> Bool {
    guard index + 2 < words.count, words[index + 1].part == .verb, words[index + 1].features.contains(.finite) else {
      return false
    }
    let isFirst = index == 0 || isPart(index - 1, .subordinator) || isPart(index - 1, .punctuation)
    let next = words[index + 2]
    return isFirst
      && (next.isVerbal && next.features.contains(.finite)
        || next.part == .pronoun && next.features.contains(.clitic) && index + 3 < words.count
          && words[index + 3].isVerbal)
  }
}
