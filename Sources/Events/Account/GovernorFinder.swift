import DocumentModel
import Lexicons

/// Finds the governing words of a sentence, the longest at each place.
struct GovernorFinder {
  let lexicon: EventLexicon
  let language: String

  func governors(in tokens: ArraySlice<Token>) -> [Governor] {
    guard let phrases = lexicon.embeddings[language] else { return [] }
    var found: [Governor] = []
    var index = tokens.startIndex
    while index < tokens.endIndex {
      guard tokens[index].kind == .word, phrases.opens(tokens[index].word) else {
        index += 1
        continue
      }
      var state = PhraseTable<Embedding>.root
      var end = index
      var last: (state: Int32, end: Int)?
      while end < tokens.endIndex {
        state = phrases.step(state, tokens[end].word)
        guard state != PhraseTable<Embedding>.dead else { break }
        end += 1
        if phrases.isEnd(state) { last = (state, end) }
      }
      guard let last else {
        index += 1
        continue
      }
      let span = TextSpan(Int(tokens[index].start), Int(tokens[last.end - 1].end))
      phrases.forEachMeaning(last.state) {
        found.append(Governor(embeddingClass: $0.embeddingClass, reach: $0.reach, span: span))
      }
      index = last.end
    }
    return found
  }
}
