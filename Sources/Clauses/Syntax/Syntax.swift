import Reading

/// What syntax tells of the sentences of a document.
public struct Syntax: Sendable {
  private var sentences: [SentenceSyntax?]

  /// Of a document of which nothing was read.
  public init(count: Int = 0) { sentences = [SentenceSyntax?](repeating: nil, count: count) }

  /// The reading of a sentence; nil if it was not read.
  public subscript(sentence: Int) -> SentenceSyntax? { sentence < sentences.count ? sentences[sentence] : nil }

  mutating func take(_ words: ReadWords, _ clauses: ReadClauses, _ lexicon: ClauseLexicon, at positions: [Int]) {
    for (number, position) in positions.enumerated() where !clauses.sentences[number].isEmpty {
      sentences[position] = SentenceSyntax(words, clauses, lexicon, number)
    }
  }
}
