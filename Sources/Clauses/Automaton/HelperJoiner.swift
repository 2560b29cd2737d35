import Languages
import Reading

/// Helping verbs that stand before their subject: "Did the army attack?", "Had they known, …".
extension Sentence {
  /// "Are they leaving?", "Was the town taken?": to be before its subject, the form that it helps behind it.
  mutating func joinsInvertedBe(_ index: Int) -> Bool {
    let verb = Int(clauses[top].verb)
    guard !isHeadFirst, verb >= 0, phrases[verb].isCopula || opensWithHad(verb), phrases[verb].finite >= 0,
      index - verb == 2,
      isKind(index - 1, .nominal), phrases[index - 1].isBareNominal,
      !hasSubject(top, before: verb) || isInterrogative(clauses[top].first)
    else { return false }
    let helper = phrases[verb].head
    phrases[index].isPassive = phrases[index].form == .participle && phrases[verb].isCopula
    attach(helper, to: phrases[index].head, phrases[index].isPassive ? .passiveAuxiliary : .auxiliary)
    phrases[index].finite = helper
    phrases[index].form = .finite
    phrases[index].features = phrases[verb].features
    phrases[verb].kind = .other
    clauses[top].verb = Int32(index)
    place(index)
    return true
  }

  /// "Had the convoy left earlier, …"
  private func opensWithHad(_ verb: Int) -> Bool {
    let phrase = phrases[verb]
    return words[Int(phrase.head)].has(.have) && words[Int(phrase.head)].isAny([.past, .participle])
      && phrase.end - phrase.first == 1
      && (verb == 0 || isKind(verb - 1, .comma))
  }

  private func isInterrogative(_ phrase: Int32) -> Bool {
    phrase >= 0 && words[Int(phrases[Int(phrase)].head)].has(.interrogative)
  }

  mutating func joinsHelper(_ index: Int) -> Bool {
    let verb = Int(clauses[top].verb)
    guard verb >= 0, phrases[verb].isBareAuxiliary else { return false }
    let word = words[Int(phrases[index].head)]
    if phrases[index].form == .finite {
      let isThird = word.features.contains(.singular) && !word.features.contains(.plural)
      guard !isHeadFirst, phrases[index].finite == phrases[index].head, word.features.contains(.present), !isThird
      else {
        return false
      }
    }
    let helper = phrases[verb].head
    attach(helper, to: phrases[index].head, .auxiliary)
    for word in phrases[verb].first..<phrases[verb].end where word != helper && words[Int(word)].head == helper {
      words[Int(word)].head = phrases[index].head
    }
    phrases[index].finite = phrases[verb].finite
    phrases[index].form = .finite
    phrases[index].features = phrases[verb].features
    phrases[verb].kind = .other
    clauses[top].verb = Int32(index)
    place(index)
    return true
  }
}
