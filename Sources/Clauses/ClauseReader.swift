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
        Self.append(sentence, to: &found)
      }
    }
    return found
  }

  private static func append(_ sentence: Sentence, to found: inout ReadClauses) {
    let start = found.nodes.count
    for word in sentence.words {
      found.nodes.append(
        ReadClauses.Node(
          word: Int(word.read), head: word.governor,
          link: word.relation, part: word.part, features: word.features,
          marks: WordMarks(word.traits), isSafe: false))
    }
    for head in sentence.safe { found.nodes[start + Int(head)].isSafe = true }
    found.sentences.append(start..<found.nodes.count)
    let first = found.clauses.count
    sentence.forEachClause { found.clauses.append($0) }
    found.clausesOfSentences.append(first..<found.clauses.count)
  }
}

extension Word {
  /// Its governor as others are told of it: -1 for the root, nil if it is unread.
  var governor: Int? { head == Word.unread ? nil : head == Word.root ? -1 : Int(head) }
}

extension Sentence {
  /// Calls with the clauses that have a verb, in order. Those without one are none for the reader: what hangs on them hangs
  /// on the next one out.
  func forEachClause(_ body: (ReadClauses.Found) -> Void) {
    var numbers = [Int32](repeating: -1, count: clauses.count)
    var count: Int32 = 0
    for (index, clause) in clauses.enumerated() {
      var parent = Int(clause.parent)
      while parent >= 0, numbers[parent] < 0 { parent = Int(clauses[parent].parent) }
      guard clause.verb >= 0, clause.head >= 0 else { continue }
      numbers[index] = count
      count += 1
      body(
        ReadClauses.Found(
          kind: ReadClauses.Found.Kind(rawValue: clause.kind.rawValue) ?? .main,
          parent: parent >= 0 ? Int(numbers[parent]) : nil, head: Int(clause.head),
          silentSubject: clause.silentSubject >= 0 ? Int(clause.silentSubject) : nil,
          isFinite: phrases[Int(clause.verb)].finite >= 0,
          isSure: safe.contains(clause.head), doubts: clause.doubts))
    }
  }
}
