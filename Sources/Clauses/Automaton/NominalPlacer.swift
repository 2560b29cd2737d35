import Languages
import Reading

/// Noun phrases into clauses: as members of a list, as appositions, as "of" phrases, or by themselves.
extension Sentence {
  mutating func placeNominal(_ index: Int) {
    let phrase = phrases[index]
    // "suggest that, despite the war, …": read as a pronoun, but a clause follows.
    if has(phrase.head, .complementizer), phrase.end - phrase.first == 1, isKind(index - 1, .verbal),
      clauses[top].verb == Int32(index - 1), takesComplement(top), clauseFollows(index)
    {
      phrases[index].kind = .subordinator
      openSubordinate(index)
      return
    }
    // "alle date stabilite il provveditore pubblica": a participle that describes a noun has no object.
    if isHeadFirst, phrase.isBareNominal, stack.count > 1, clauses[top].kind == .participial, clauses[top].verb >= 0,
      clauses[top].link == .adnominalClause, !isTime(index), isPart(Int(phrase.first), .determiner),
      words[Int(phrases[Int(clauses[top].verb)].head)].frames.isDisjoint(with: [.objectPredicate, .copular]),
      clauses[top].parent >= 0, clauses[Int(clauses[top].parent)].verb < 0, !isKind(index - 1, .coordinator),
      !isKind(index - 1, .comma)
    {
      stack.removeLast()
      place(index)
      return
    }
    // "la base di Gao"
    if phrase.preposition >= 0, isGenitive(index), let host = nounBefore(index) {
      hang(index, on: host, .nominalModifier)
      return
    }
    if isKind(index - 1, .coordinator), !opensPair(index - 1), let host = listHost(index, behind: index - 1) {
      hang(index, on: host, .conjunct)
      return
    }
    if isKind(index - 1, .comma), !isTime(index) {
      if let host = listHost(index, behind: index - 1) {
        // "According to the ministry, four soldiers and nine attackers died": no list with what stands in front.
        let isFront = phrases[host].preposition >= 0 && phrase.preposition < 0 && clauses[top].verb < 0
        if isList(from: index), !isTime(host), !isFront {
          hang(index, on: host, .conjunct)
          return
        }
        if phrase.isBareNominal, isApposition(index, of: host) {
          hang(index, on: host, .apposition)
          return
        }
      }
    }
    place(index)
  }

  /// "né" of "né i tribunali né gli uffici": the first of two.
  private func opensPair(_ index: Int) -> Bool {
    let word = words[Int(phrases[index].first)]
    guard word.has(.correlative), !isKind(index - 1, .comma) else { return false }
    var position = index + 2
    while position < phrases.count, position < index + 9 {
      if phrases[position].kind == .coordinator {
        let other = words[Int(phrases[position].first)]
        guard other.form == word.form || !isHeadFirst else { return false }
        // The second one has the first before it.
        var before = index - 1
        while before >= 0, before > index - 8 {
          if phrases[before].kind == .coordinator, words[Int(phrases[before].first)].form == word.form { return false }
          before -= 1
        }
        return true
      }
      guard phrases[position].kind == .nominal else { return false }
      position += 1
    }
    return false
  }

  /// Whether a noun phrase and a finite verb follow.
  private func clauseFollows(_ index: Int) -> Bool {
    var position = index + 1
    var hasNoun = false
    while position < phrases.count, position < index + 12 {
      let phrase = phrases[position]
      if phrase.kind == .verbal, phrase.form == .finite { return hasNoun }
      if phrase.isBareNominal { hasNoun = true }
      guard
        phrase.kind == .nominal || phrase.kind == .adverbial || phrase.kind == .comma
          || phrase.kind == .mark && words[Int(phrase.first)].isQuote
          || phrase.kind == .verbal || phrase.kind == .subordinator && position <= index + 4
      else { return false }
      position += 1
    }
    return false
  }

  private mutating func hang(_ index: Int, on host: Int, _ link: Relation) {
    phrases[index].host = Int32(host)
    phrases[index].link = link
    if link == .conjunct { phrases[host].isCoordinated = true }
  }

  func isGenitive(_ index: Int) -> Bool {
    let phrase = phrases[index]
    return phrase.preposition >= 0 && phrase.preposition == phrase.prepositionEnd && has(phrase.preposition, .genitive)
  }

  /// The noun phrase right before a place.
  private func nounBefore(_ index: Int) -> Int? {
    guard isKind(index - 1, .nominal) else { return nil }
    return index - 1
  }

  /// The phrase that a further member of a list would stand beside: of its chain the nearest with the same preposition.
  private func listHost(_ index: Int, behind separator: Int) -> Int? {
    var candidate = separator - 1
    if isKind(candidate, .comma) { candidate -= 1 }
    guard isKind(candidate, .nominal) else { return nil }
    let phrase = phrases[index]
    let form = phrase.preposition >= 0 ? words[Int(phrase.preposition)].form : 0
    var nearest: Int?
    for _ in 0..<8 {
      let other = phrases[candidate]
      if phrase.preposition >= 0 {
        if other.preposition >= 0, words[Int(other.preposition)].form == form,
          form > 0 || sameSpelling(phrase.preposition, other.preposition)
        {
          return head(ofList: candidate)
        }
      } else if isLike(index, candidate) {
        return head(ofList: candidate)
      } else if nearest == nil {
        nearest = candidate
      }
      if other.host >= 0 {
        candidate = Int(other.host)
      } else if isKind(candidate - 1, .nominal), other.preposition >= 0 {
        candidate -= 1
      } else {
        break
      }
    }
    return nearest.map { head(ofList: $0) }
  }

  private func sameSpelling(_ one: Int32, _ other: Int32) -> Bool {
    words[Int(one)].traits == words[Int(other)].traits && words[Int(one)].form == words[Int(other)].form
  }

  private func head(ofList index: Int) -> Int {
    var head = index
    while phrases[head].link == .conjunct, phrases[head].host >= 0 { head = Int(phrases[head].host) }
    return head
  }

  /// Whether two phrases are of a kind: both names, both with an article or both without.
  private func isLike(_ one: Int, _ other: Int) -> Bool {
    let (a, b) = (phrases[one], phrases[other])
    let (head, its) = (words[Int(a.head)], words[Int(b.head)])
    if head.part == .properNoun || its.part == .properNoun { return head.part == its.part }
    if head.part == .pronoun || its.part == .pronoun { return true }
    return opensWithArticle(a) == opensWithArticle(b)
  }

  private func opensWithArticle(_ phrase: Phrase) -> Bool {
    let first = phrase.preposition >= 0 ? phrase.prepositionEnd + 1 : phrase.first
    return isPart(Int(first), .determiner) || isPart(Int(first), .numeral)
  }

  /// Whether a list goes on: further members, the last one behind "and".
  func isList(from index: Int) -> Bool {
    var position = index
    var steps = 0
    while position < phrases.count, steps < 24 {
      steps += 1
      let phrase = phrases[position]
      switch phrase.kind {
      case .nominal, .adjectival: position += 1
      case .comma:
        guard isKind(position + 1, .nominal) || isKind(position + 1, .coordinator) else { return false }
        position += 1
      case .coordinator:
        return isKind(position + 1, .nominal) && (clauses[top].verb < 0 || !startsClause(position + 1))
      default: return false
      }
    }
    return false
  }

  /// Whether a finite verb follows a noun phrase, with at most phrases with prepositions between.
  func startsClause(_ index: Int) -> Bool {
    var position = index + 1
    while position < phrases.count, position < index + 6 {
      let phrase = phrases[position]
      if phrase.kind == .verbal { return phrase.form == .finite }
      guard phrase.kind == .adverbial || phrase.kind == .nominal && phrase.preposition >= 0 else { return false }
      position += 1
    }
    return false
  }

  private func hasObjectBehind(_ verb: Int, _ end: Int) -> Bool {
    (verb..<end).contains { phrases[$0].isBareNominal && !isTime($0) }
  }

  /// "Sadio Traoré, ministro della Difesa, …": closed by a comma or the end.
  private func isApposition(_ index: Int, of host: Int) -> Bool {
    let word = words[Int(phrases[index].head)]
    // "dare, per la prima volta, una disciplina": what was inserted is over, the verb's object comes.
    let verb = Int(clauses[top].verb)
    if verb >= 0, phrases[host].preposition >= 0, isKind(verb + 1, .comma), host > verb, !hasObjectBehind(verb, host),
      !words[Int(phrases[verb].head)].frames.isDisjoint(with: .objects)
    {
      return false
    }
    // "Nina Chahine, 19, …"
    let isAge = word.part == .numeral && isKind(index + 1, .comma)
    guard words[Int(phrases[host].head)].isNounLike, word.isNounLike || isAge else { return false }
    var position = index + 1
    while position < phrases.count, position < index + 8 {
      let phrase = phrases[position]
      switch phrase.kind {
      case .comma: return true
      case .mark: return !words[Int(phrase.first)].isQuote
      case .nominal where phrase.preposition >= 0, .adjectival, .adverbial: position += 1
      case .relative: return true
      case .verbal: return phrase.form != .finite
      default: return false
      }
    }
    return position >= phrases.count
  }

  /// Whether a noun phrase without a preposition says when: "lunedì", "last week".
  func isTime(_ index: Int) -> Bool {
    let phrase = phrases[index]
    guard phrase.kind == .nominal, phrase.preposition < 0 else { return false }
    let head = words[Int(phrase.head)]
    if head.has(.day) { return true }
    if head.has(.month) { return true }
    if head.part == .numeral {
      return has(phrase.head - 1, .month) || phrase.head + 1 < phrase.end && has(phrase.head + 1, .month)
    }
    guard head.has(.time) else { return false }
    return true
  }
}
