import Languages
import Reading

/// Forms in -ing and gerunds: what they hang on, and as what.
extension Sentence {
  mutating func placeGerund(_ index: Int) {
    let phrase = phrases[index]
    var clause = Clause(kind: .gerund, parent: Int32(top), link: .adverbialClause)
    clause.isBehindComma = isBehindComma(index)
    clause.isFronted = clauses[top].verb < 0
    if let coordinator = coordinator(before: index), let other = innermost(where: { form($0) == .gerund }) {
      close(to: other)
      open(coordinate(with: other, coordinator))
      fill(index)
      return
    }
    let before = content(before: index)
    if phrase.marker >= 0 {
      // "the practice of attacking"
      if isKind(before, .nominal), before == index - 1, has(phrase.marker, .genitive) || clauses[top].verb < 0,
        !(clauses[top].verb >= 0 && has(phrase.marker, .genitive) && governs(.accuse))
      {
        clause.link = .adnominalClause
        clause.anchor = Int32(before)
      }
    } else if !isHeadFirst {
      let verb = Int(clauses[top].verb)
      if verb >= 0, before == verb, !clause.isBehindComma {
        clause.link = .openComplement
      } else if isKind(before, .nominal), before == index - 1, !clause.isBehindComma {
        clause.link = .adnominalClause
        clause.anchor = Int32(before)
      } else if clause.isFronted, finiteFollows(index), !commaFollows(index) {
        clause.link = .clausalSubject
      }
    }
    if phrase.marker < 0, joinsInvertedBe(index) { return }
    if clauses[top].kind == .main, clauses[top].verb < 0, clauses[top].first < 0, !finiteAhead(index) {
      clauses[top].isFronted = false
      fill(index)
      return
    }
    open(clause)
    fill(index)
  }

  func governs(_ frame: VerbFrames) -> Bool {
    !words[Int(phrases[Int(clauses[top].verb)].head)].frames.isDisjoint(with: frame)
  }
}
