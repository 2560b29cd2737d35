import Languages
import Reading

/// Clauses to what governs them, and phrases to the noun phrases that they are part of.
extension Sentence {
  mutating func linkClauses() {
    if !isHeadFirst { emptySubjects() }
    for phrase in phrases.indices where phrases[phrase].host >= 0 {
      let host = phrases[Int(phrases[phrase].host)]
      attach(phrases[phrase].head, to: host.head, phrases[phrase].link)
    }
    for clause in clauses.indices {
      let head = clauses[clause].head
      guard head >= 0, !clauses[clause].isPredicate else { continue }
      if clause == 0 {
        setRoot(head)
        continue
      }
      // "taking that message": what a clause was opened for without a verb coming is no complement.
      let isUntaken = clauses[clause].verb < 0 || clauses[clause].doubts.contains(.unlicensed)
      if isUntaken, clauses[clause].link == .complement { continue }
      let governor = governor(of: clause)
      guard governor >= 0, governor != head else { continue }
      if words[Int(head)].head != Word.unread, clauses[clause].verb >= 0 { words[Int(head)].head = Word.unread }
      attach(head, to: governor, clauses[clause].link)
    }
    if clauses[0].head < 0,
      let first = clauses.indices.first(where: {
        clauses[$0].head >= 0 && words[Int(clauses[$0].head)].head == Word.unread
      })
    {
      setRoot(clauses[first].head)
    }
  }

  /// "It is clear that …", "It took hours to …": the clause is what "it" stands for.
  private mutating func emptySubjects() {
    for clause in clauses.indices
    where clauses[clause].link == .complement || clauses[clause].link == .openComplement
      || clauses[clause].link == .clausalSubject
    {
      let parent = Int(clauses[clause].parent)
      guard parent >= 0, clauses[parent].subject >= 0,
        clauses[clause].kind == .infinitive || clauses[clause].kind == .complement
      else { continue }
      let subject = phrases[Int(clauses[parent].subject)].head
      guard words[Int(subject)].has(.expletive), clauses[parent].verb >= 0 else { continue }
      let isCopula = words[Int(clauses[parent].head)].part == .adjective
      let verb = verbWord(of: parent)
      guard isCopula || !verb.frames.isDisjoint(with: .copular), clauses[clause].anchor < 0 || isCopula else {
        continue
      }
      words[Int(subject)].relation = .expletive
      clauses[clause].link = .clausalSubject
      clauses[clause].anchor = -1
    }
  }

  private mutating func setRoot(_ head: Int32) {
    words[Int(head)].head = Word.root
    words[Int(head)].relation = .dependent
  }

  private func governor(of clause: Int) -> Int32 {
    let anchor = clauses[clause].anchor
    if anchor >= 0, clauses[clause].link != .conjunct { return phrases[Int(anchor)].head }
    var parent = Int(clauses[clause].parent)
    var steps = 0
    while parent > 0, clauses[parent].head < 0, steps < Self.deepest {
      parent = Int(max(clauses[parent].parent, 0))
      steps += 1
    }
    return clauses[parent].head
  }

  /// Openers, marks and whatever else is not placed: on the heads of their clauses, where that is plain.
  mutating func attachRest() {
    for clause in clauses.indices {
      let head = clauses[clause].head
      guard head >= 0 else { continue }
      if clauses[clause].opener >= 0 {
        let opener = phrases[Int(clauses[clause].opener)]
        if opener.kind == .subordinator {
          attach(opener.first, to: head, words[Int(opener.first)].part == .adverb ? .adverb : .marker)
        }
      }
      if clauses[clause].coordinator >= 0 {
        attach(phrases[Int(clauses[clause].coordinator)].first, to: head, .coordinator)
      }
    }
    let root = clauses.first.map(\.head) ?? -1
    for index in phrases.indices {
      let phrase = phrases[index]
      switch phrase.kind {
      case .coordinator:
        if isKind(index + 1, .nominal) || isKind(index + 1, .adjectival) {
          attach(phrase.first, to: phrases[index + 1].head, .coordinator)
        }
      case .comma, .mark:
        attach(phrase.first, to: root, .punctuation)
      default: break
      }
    }
  }

  /// Every word hangs on another one of the sentence and leads to the root: what would go round in a circle is unread.
  mutating func checkTree() {
    // 0 not seen, 1 on the way, 2 leads to the root or to an unread word.
    var state = [UInt8](repeating: 0, count: words.count)
    var path: [Int] = []
    for start in words.indices where state[start] == 0 {
      path.removeAll(keepingCapacity: true)
      var index = start
      while state[index] == 0 {
        state[index] = 1
        path.append(index)
        let head = words[index].head
        guard head >= 0 else { break }
        index = Int(head)
      }
      if state[index] == 1, words[index].head >= 0 {
        words[index].head = Word.unread
      }
      for word in path { state[word] = 2 }
    }
  }
}
