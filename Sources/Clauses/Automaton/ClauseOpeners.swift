import Languages
import Reading

/// Clauses that a word opens: "che", "perché", "who".
extension Sentence {
  mutating func openSubordinate(_ index: Int) {
    let opener = phrases[index]
    let word = words[Int(opener.first)]
    var clause = Clause(kind: .adverbial, parent: Int32(top), opener: Int32(index), link: .adverbialClause)
    clause.isBehindComma = isBehindComma(index)
    let isOne = opener.end - opener.first == 1
    // "… che ha vinto e che ha perso"
    if coordinator(before: index) != nil, let like = openedAlike(index) {
      close(to: like)
      clause.kind = clauses[like].kind
      clause.parent = Int32(like)
      clause.link = .conjunct
      clause.coordinator = Int32(content(before: index))
      open(clause)
      return
    }
    let before = content(before: index)
    if isOne, word.has(.complementizer) {
      clause.kind = .complement
      clause.link = .complement
      if clauses[top].verb >= 0, !takesComplement(top) { clause.doubts.insert(.unlicensed) }
      if clauses[top].verb >= 0, phrases[Int(clauses[top].verb)].isCopula, !isHeadFirst, isImpersonal(top) {
        // "It is necessary for peace that …"
        clause.link = .clausalSubject
        clause.isFronted = false
        open(clause)
        return
      }
      // "il fatto che"
      if isKind(before, .nominal), index - before == 1, !takesComplement(top) {
        clause.anchor = Int32(before)
        clause.link = .adnominalClause
      } else if clauses[top].verb >= 0, phrases[Int(clauses[top].verb)].isCopula, isKind(before, .adjectival),
        !has(phrases[before].head, .says), !isHeadFirst
      {
        // "so clear that …", "it is clear that …"
        clause.link = isImpersonal(top) ? .clausalSubject : .adverbialClause
      } else if clauses[top].verb < 0, isKind(before, .nominal) {
        clause.anchor = Int32(before)
        clause.link = .adnominalClause
      }
    } else if isOne, word.has(.relativePlace), isKind(before, .nominal), before == index - 1,
      word.part == .adverb || word.part == .subordinator,
      !phrases[before].isBareNominal || !isHeadFirst || word.has(.relativePlace)
    {
      clause.kind = .relative
      clause.anchor = Int32(before)
      clause.link = .relativeClause
    } else if isOne, word.has(.question), isKind(before, .verbal), clauses[top].verb == Int32(before),
      asksFor(word, clauses[top])
    {
      clause.kind = .complement
      clause.link = .complement
    }
    clause.isFronted = clauses[top].verb < 0
    open(clause)
  }

  /// Whether a verb takes an indirect question with a word: "asked whether", "knows how", but "would go if".
  private func asksFor(_ word: Word, _ clause: Clause) -> Bool {
    let verb = words[Int(phrases[Int(clause.verb)].head)]
    if !isHeadFirst, word.has(.relativePlace) { return false }
    if word.has(.condition) { return !verb.frames.isDisjoint(with: .whether) }
    return !verb.frames.isDisjoint(with: .finiteComplement) || verb.has(.says) || !word.has(.relativePlace)
  }

  /// Whether the verb of a clause takes a clause with a finite verb.
  func takesComplement(_ clause: Int) -> Bool {
    guard clauses[clause].verb >= 0 else { return false }
    let verb = words[Int(phrases[Int(clauses[clause].verb)].head)]
    return !verb.frames.isDisjoint(with: .finiteComplement) || verb.has(.says)
  }

  /// The innermost clause that the same word opens.
  private func openedAlike(_ index: Int) -> Int? {
    let form = words[Int(phrases[index].first)].form
    for clause in stack.reversed() {
      let opener = clauses[Int(clause)].opener
      guard opener >= 0, form > 0 else { continue }
      if words[Int(phrases[Int(opener)].first)].form == form, phrases[Int(opener)].kind == phrases[index].kind {
        return Int(clause)
      }
    }
    return nil
  }

  mutating func openRelative(_ index: Int) {
    // "said yesterday that": a day is nothing to relate to.
    if has(phrases[index].head, .complementizer), isKind(index - 1, .nominal), takesComplement(top),
      isTime(index - 1) || isTold(index)
    {
      phrases[index].kind = .subordinator
      openSubordinate(index)
      return
    }
    var clause = Clause(kind: .relative, parent: Int32(top), opener: Int32(index), link: .relativeClause)
    clause.isBehindComma = isKind(index - 1, .comma)
    clause.isFronted = clauses[top].verb < 0
    if coordinator(before: index) != nil, let like = openedAlike(index) {
      close(to: like)
      clause.parent = Int32(like)
      clause.link = .conjunct
      clause.coordinator = Int32(content(before: index))
      clause.anchor = clauses[like].anchor
      open(clause)
      place(index)
      return
    }
    // "what he said": a noun phrase of its clause, and a relative on itself.
    let isFree = has(phrases[index].head, .free) && phrases[index].end - phrases[index].first <= 2
    if isFree, clauses[top].verb >= 0 || !endsInQuestion && (isHeadFirst || twoFinite(index)),
      isKind(index + 1, .nominal) || isKind(index + 1, .verbal) || isKind(index + 1, .adverbial)
    {
      phrases[index].kind = .nominal
      place(index)
      clause.anchor = Int32(index)
      clause.opener = -1
      clause.isFree = true
      open(clause)
      return
    }
    let noun = antecedent(before: index)
    if let noun, isRelative(index) {
      clause.anchor = Int32(noun)
    } else {
      // "Who fired?" is a clause of its own; "asked who fired" hangs on the verb.
      if clauses[top].verb < 0, clauses[top].opener < 0 {
        phrases[index].kind = .nominal
        place(index)
        return
      }
      clause.kind = .complement
      clause.link = .complement
      // "goes back to who …" is none.
      let before = content(before: index)
      if phrases[index].preposition >= 0
        || !isKind(before, .verbal) && !isKind(before, .nominal) && !isKind(before, .adjectival)
      {
        clause.doubts.insert(.unlicensed)
      }
    }
    open(clause)
    place(index)
  }

  /// "Dicono in città che …", "ha detto ai giornalisti che il governo …": behind a verb of saying without an object, and a noun
  /// phrase follows.
  private func isTold(_ index: Int) -> Bool {
    let verb = Int(clauses[top].verb)
    guard verb >= 0, verb < index - 1, isKind(index + 1, .nominal), phrases[index + 1].isBareNominal else {
      return false
    }
    let word = words[Int(phrases[verb].head)]
    guard !word.frames.isDisjoint(with: [.say, .epistemic, .deny]) || word.has(.tells), index - verb < 6 else {
      return false
    }
    // "told the committee that the agency …"
    return ((verb + 1)..<index).allSatisfy {
      phrases[$0].kind == .adverbial
        || phrases[$0].kind == .nominal
          && (phrases[$0].preposition >= 0 || isTime($0) || word.has(.tells) && $0 == verb + 1)
    }
  }

  /// "What I want is peace": a verb for the relative and one for the clause around it.
  private func twoFinite(_ index: Int) -> Bool {
    var count = 0
    var position = index + 1
    while position < phrases.count, position < index + 24 {
      if phrases[position].kind == .verbal, phrases[position].form == .finite { count += 1 }
      if phrases[position].kind == .subordinator || phrases[position].kind == .coordinator { break }
      position += 1
    }
    return count >= 2
  }

  var endsInQuestion: Bool {
    var index = phrases.count - 1
    while index >= 0, index > phrases.count - 4, phrases[index].kind == .mark {
      if phrases[index].mark == UInt8(ascii: "?") { return true }
      index -= 1
    }
    return false
  }

  /// Whether what looks like a relative is one: "what" never is, "who" is behind a noun.
  private func isRelative(_ index: Int) -> Bool {
    let word = words[Int(phrases[index].head)]
    return !(word.has(.interrogative) && !word.features.contains(.relative))
  }

  /// The noun phrase that a relative stands behind: over a comma, and over what hangs on it.
  private func antecedent(before index: Int) -> Int? {
    var position = index - 1
    if isKind(position, .comma) { position -= 1 }
    if isKind(position, .mark),
      phrases[position].closes || words[Int(phrases[position].first)].mark != UInt8(ascii: ".")
    {
      position -= 1
    }
    guard isKind(position, .nominal) else { return nil }
    return position
  }
}
