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
    found.nodes.reserveCapacity(words.words.count + words.words.count / 8)
    text.withUnsafeBufferPointer { text in
      var sentence = Sentence(lexicon, text: text)
      for range in words.sentences {
        sentence.read(words, range)
        append(sentence, to: &found)
      }
    }
    return found
  }

  private func append(_ sentence: Sentence, to found: inout ReadClauses) {
    let start = found.nodes.count
    for word in sentence.words {
      found.nodes.append(
        ReadClauses.Node(
          word: Int(word.read), head: word.head == Word.unread ? nil : word.head == Word.root ? -1 : Int(word.head),
          link: word.relation, part: word.part, features: word.features, marks: WordMarks(word.traits), isSafe: false))
    }
    for head in sentence.safe { found.nodes[start + Int(head)].isSafe = true }
    found.sentences.append(start..<found.nodes.count)
    let first = found.clauses.count
    // Clauses without a verb are none for the reader: what hangs on them hangs on the next one out.
    var numbers = [Int?](repeating: nil, count: sentence.clauses.count)
    for (index, clause) in sentence.clauses.enumerated() {
      var parent = Int(clause.parent)
      while parent >= 0, numbers[parent] == nil { parent = Int(sentence.clauses[parent].parent) }
      guard clause.verb >= 0, clause.head >= 0 else { continue }
      numbers[index] = found.clauses.count - first
      found.clauses.append(
        ReadClauses.Found(
          kind: ReadClauses.Found.Kind(rawValue: clause.kind.rawValue) ?? .main,
          parent: parent >= 0 ? numbers[parent] : nil, head: Int(clause.head),
          silentSubject: clause.silentSubject >= 0 ? Int(clause.silentSubject) : nil,
          isFinite: sentence.phrases[Int(clause.verb)].finite >= 0,
          isSure: found.nodes[start + Int(clause.head)].isSafe, doubts: clause.doubts))
    }
    found.clausesOfSentences.append(first..<found.clauses.count)
  }
}
