import Languages
import Reading

/// Subjects that a clause does not say itself: shared by "and", controlled by the verb above, or the noun that it stands on.
extension Sentence {
  mutating func findSilentSubjects() {
    for clause in clauses.indices where clauses[clause].verb >= 0 && clauses[clause].subject < 0 {
      clauses[clause].silentSubject = silentSubject(of: clause)
    }
  }

  private func silentSubject(of clause: Int) -> Int32 {
    let this = clauses[clause]
    let parent = Int(this.parent)
    guard parent >= 0 else { return -1 }
    switch this.kind {
    case .coordinate: return doer(parent)
    case .participial, .gerund:
      if this.link == .adnominalClause, this.anchor >= 0 { return phrases[Int(this.anchor)].head }
      return doer(parent)
    case .infinitive:
      if this.link == .adnominalClause, this.anchor >= 0 { return doer(parent) }
      guard this.link == .openComplement || this.link == .complement else { return doer(parent) }
      return controller(parent)
    default: return -1
    }
  }

  /// The subject of a clause, said or not.
  private func doer(_ clause: Int) -> Int32 {
    let this = clauses[clause]
    guard this.subject >= 0 else { return this.silentSubject }
    let subject = phrases[Int(this.subject)]
    // "the rebels who came and left"
    if subject.kind == .relative, this.anchor >= 0, !words[Int(subject.head)].isNounLike {
      return phrases[Int(this.anchor)].head
    }
    return subject.head
  }

  /// "told them to leave": the noun phrase that is the indirect object.
  func addressee(of clause: Int) -> Int32? {
    var member = phrases[Int(clauses[clause].verb)].next
    var steps = 0
    while member >= 0, steps < 12 {
      let head = phrases[Int(member)].head
      if words[Int(head)].relation == .indirectObject, words[Int(head)].head == clauses[clause].head { return head }
      member = phrases[Int(member)].next
      steps += 1
    }
    return nil
  }

  /// Who does what an infinitive says: "urged X to", "ha chiesto a X di", else the subject of the verb above.
  private func controller(_ clause: Int) -> Int32 {
    guard clauses[clause].verb >= 0 else { return -1 }
    let verb = verbWord(of: clause)
    let isPassive = verbPhrase(of: clause).isPassive
    let object: VerbFrames = [.bidDirect, .accuse, .keep, .makeDo]
    if !verb.frames.isDisjoint(with: object) || verb.has(.asks) || verb.has(.causative) || verb.has(.perception) {
      if isPassive { return doer(clause) }
      if let other = addressee(of: clause) { return other }
      if clauses[clause].object >= 0 { return phrases[Int(clauses[clause].object)].head }
      if let pronoun = clitic(of: clause, .accusative) { return pronoun }
    }
    if !verb.frames.isDisjoint(with: .bidIndirect) {
      if let pronoun = clitic(of: clause, .dative) { return pronoun }
      var member = phrases[Int(clauses[clause].verb)].next
      while member >= 0 {
        let phrase = phrases[Int(member)]
        if phrase.kind == .nominal, phrase.preposition >= 0, has(phrase.preposition, .direction) { return phrase.head }
        member = phrase.next
      }
      if clauses[clause].object >= 0 { return phrases[Int(clauses[clause].object)].head }
      return -1
    }
    return doer(clause)
  }
}
