import Languages
import Reading

/// Whether the kernel of each clause is sure: what could be otherwise is noted, and a clause with nothing of weight is safe.
extension Sentence {
  mutating func judge() {
    let common = sentenceDoubts()
    for clause in clauses.indices where clauses[clause].verb >= 0 && clauses[clause].head >= 0 {
      var doubts = clauses[clause].doubts.union(common)
      doubtVerb(clause, &doubts)
      doubtPlace(clause, &doubts)
      doubtMembers(clause, &doubts)
      // "I think I'll stop": a pronoun that can only be a subject begins the clause.
      if !isHeadFirst, clauses[clause].subject >= 0, clauses[clause].subject == clauses[clause].first,
        has(phrases[Int(clauses[clause].subject)].head, .subjectForm),
        isNear(Int(clauses[clause].subject), Int(clauses[clause].verb))
      {
        doubts.remove(.boundary)
      }
      if !asksForMembers(clause) { doubts.remove(.question) }
      clauses[clause].doubts = doubts
    }
    // The innermost first, so that what is open in a complement is known.
    for clause in clauses.indices.reversed() where clauses[clause].verb >= 0 {
      let parent = clauses[clause].parent
      guard parent >= 0 else { continue }
      clauses[Int(parent)].doubts.insert(.child)
      if phrases[Int(clauses[clause].verb)].form == .participle, clauses[clause].anchor >= 0,
        clauses[clause].anchor == clauses[Int(parent)].object, clauses[Int(parent)].verb >= 0,
        !isHeadFirst || !verbWord(of: Int(parent)).frames.isDisjoint(with: [.objectPredicate, .makeDo])
          || verbWord(of: Int(parent)).has(.perception) || verbWord(of: Int(parent)).has(.causative)
      {
        clauses[Int(parent)].doubts.insert(.participleBehind)
      }
      if mayBeEmpty(clause, Int(parent)) { clauses[Int(parent)].doubts.insert(.emptySubject) }
      let link = clauses[clause].link
      if link == .openComplement || link == .complement || link == .clausalSubject, clauses[clause].anchor < 0 {
        // "said the plan the mayor drew up failed": what is said is sure where its own clause is.
        let isOpen = clauses[clause].kind == .complement && !clauses[clause].doubts.isDisjoint(with: .shakingComplement)
        if isPlainComplement(clause), !isOpen {
          // "enable them to leave"
          if clauses[clause].verb == clauses[Int(parent)].object + 1 {
            clauses[Int(parent)].doubts.remove(.behindObject)
          }
          if clauses[clause].verb == clauses[Int(parent)].verb + 1 { clauses[Int(parent)].doubts.remove(.behindVerb) }
        } else {
          clauses[Int(parent)].doubts.insert(.governs)
        }
        if clauses[clause].doubts.contains(.unmarked), !isPlainComplement(clause) {
          clauses[Int(parent)].doubts.insert(.complement)
        }
        if clauses[clause].doubts.contains(.unlicensed) { clauses[Int(parent)].doubts.insert(.unlicensed) }
      }
    }
    // "said that the other five companies …": what was said was not found.
    for clause in clauses.indices where clauses[clause].verb < 0 && clauses[clause].link == .complement {
      if clauses[clause].parent >= 0 { clauses[Int(clauses[clause].parent)].doubts.insert(.governs) }
    }
    // What an infinitive hangs on does not touch its own kernel.
    for clause in clauses.indices where clauses[clause].kind == .infinitive {
      clauses[clause].doubts.remove(.unlicensed)
    }
    for clause in clauses.indices where clauses[clause].verb >= 0 { leaveUnread(clause) }
    for clause in clauses.indices where clauses[clause].verb >= 0 && isSafe(clauses[clause]) {
      safe.append(clauses[clause].head)
    }
  }

  /// What is more often wrong than right stays unread: an English subject with others between but nothing inserted, an Italian
  /// object without an article behind other phrases, or one behind a participle that describes a noun.
  private mutating func leaveUnread(_ clause: Int) {
    let this = clauses[clause]
    if !isHeadFirst, this.subject >= 0, this.doubts.contains(.subjectFar), !isKind(Int(this.subject) + 1, .comma) {
      unread(this.subject, this.head)
    }
    guard isHeadFirst, this.object > this.verb else { return }
    let describes = this.kind == .participial && this.link == .adnominalClause && this.doubts.contains(.participle)
    let first = words[Int(phrases[Int(this.object)].first)]
    let isFar =
      this.doubts.contains(.objectFar) && first.part != .determiner && first.part != .numeral
      && !isKind(Int(this.verb) + 1, .comma) && !phrases[Int(this.object)].features.contains(.plural)
    // "un gruppo chiamato Jnim"
    let names = !verbWord(of: clause).frames.isDisjoint(with: [.objectPredicate, .copular])
    if describes && !names || isFar { unread(this.object, this.head) }
  }

  private mutating func unread(_ phrase: Int32, _ head: Int32) {
    let word = Int(phrases[Int(phrase)].head)
    if words[word].head == head { words[word].head = Word.unread }
  }

  // MARK: - The sentence

  private func sentenceDoubts() -> Doubts {
    var doubts: Doubts = []
    if words.count > 30 { doubts.insert(.long) }
    for word in words {
      if word.look.contains(.unknown), word.part != .properNoun, word.part != .numeral, word.part != .punctuation {
        doubts.insert(.unknownWord)
      }
      if word.mark == UInt8(ascii: "("), word.part == .punctuation { doubts.insert(.marks) }
      if word.mark == UInt8(ascii: "~") || word.isQuote { doubts.insert(.marks) }
      if word.mark == UInt8(ascii: "?") { doubts.insert(.question) }
      if word.head == Word.unread, word.part.isContent || word.part == .pronoun { doubts.insert(.leftovers) }
    }
    return doubts
  }

  // MARK: - The verdict

  /// Whether nothing of weight is open.
  private func isSafe(_ clause: Clause) -> Bool { clause.doubts.isDisjoint(with: .grave) }
}
