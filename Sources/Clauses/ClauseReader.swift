public import Reading

/// Reads words into phrases, phrases into clauses, and gives each clause its functions. Total over any words, and linear in
/// their number. One may be used by many threads.
public struct ClauseReader: Sendable {
  private let lexicon: ClauseLexicon

  /// Makes a reader over the lexicon of a language.
  public init(_ lexicon: ClauseLexicon) { self.lexicon = lexicon }

  /// Reads the clauses of a text of which the words were read.
  public func read(_ text: [UInt8], _ words: ReadWords) -> ReadClauses {
    var found = ReadClauses()
    text.withUnsafeBufferPointer { text in
      var sentence = Sentence(lexicon, text: text)
      for range in words.sentences {
        sentence.read(words, range)
        found.sentences.append(
          sentence.words.indices.map { index in
            let word = sentence.words[index]
            return ReadClauses.Arc(
              head: word.head == Word.unread ? nil : word.head == Word.root ? -1 : Int(word.head),
              relation: word.head == Word.root ? "root" : word.relation.name,
              isSafe: sentence.safe.contains(Int32(index)),
              doubts: sentence.clauses.first { $0.head == Int32(index) && $0.verb >= 0 }?.doubts.rawValue ?? UInt64.max,
              part: word.part)
          })
      }
    }
    return found
  }
}
