import Languages
import Reading

/// Verb groups, in one piece or with adverbs inside: "ha già più volte detto", "was also seriously wounded".
extension Sentence {
  /// Reads a verb group that begins at a word: pronouns and "non" first, or what marks an infinitive, up to `markerEnd`.
  /// Nil if no verb follows.
  mutating func readVerbGroup(at index: Int, markerEnd: Int? = nil) -> Int? {
    var position = markerEnd ?? index
    guard let start = nextVerb(from: position) else { return nil }
    position = start
    var head = start
    var finite = words[start].features.contains(.finite) ? start : -1
    var helper = -1
    var beforeHelper = -1
    if markerEnd != nil, !words[start].isAny([.gerund]) { finite = -1 }
    while words[head].part == .auxiliary || words[head].has(.be)
      || words[head].has(.have) && words[head].features.contains(.finite) || helpsByGetting(head),
      let next = helped(by: head, from: head + 1)
    {
      beforeHelper = helper
      words[head].part = .auxiliary
      helper = head
      head = next
      position = next
      if finite < 0, beforeHelper < 0, words[helper].features.contains(.finite), markerEnd == nil { finite = helper }
    }
    // "I got pulled"
    if !isHeadFirst, finite < 0, helper == start, markerEnd == nil, words[start].has(.get),
      words[start].isAny([.participle, .past]), !words[start].features.contains(.gerund)
    {
      finite = start
    }
    position = head + 1
    // "uccidendolo", "dirgli"
    while position < words.count, words[position].part == .pronoun, words[position].features.contains(.clitic),
      words[position].read == words[head].read || words[position].look.contains(.joined), position < head + 3
    {
      position += 1
    }
    var phrase = Phrase(kind: .verbal, first: Int32(index), end: Int32(position), head: Int32(head))
    phrase.finite = Int32(finite)
    let opening = words[start]
    phrase.form =
      finite >= 0
      ? .finite
      : opening.features.contains(.infinitive) || markerEnd != nil && !opening.features.contains(.gerund)
        ? .infinitive
        : opening.features.contains(.gerund) ? .gerund : opening.features.contains(.participle) ? .participle : .finite
    if let markerEnd {
      phrase.marker = Int32(index)
      for word in index..<markerEnd { attach(Int32(word), to: Int32(head), .marker) }
    }
    phrase.isCopula = words[head].has(.be)
    phrase.isBareAuxiliary = words[head].part == .auxiliary && !words[head].has(.be)
    phrase.isPassive = isPassive(head, helper, beforeHelper, Int(phrase.first))
    phrase.features = verbAgreement(head, helper, finite)
    hangHelpers(index, position, head, helper, phrase.isPassive)
    phrases.append(phrase)
    return position
  }

  /// "got pulled", "get involved": right before a participle that no noun follows.
  private func helpsByGetting(_ index: Int) -> Bool {
    guard !isHeadFirst, words[index].has(.get), index + 1 < words.count, words[index + 1].part == .verb,
      words[index + 1].isAny([.participle, .past]), !words[index + 1].features.contains(.gerund)
    else { return false }
    return index + 2 >= words.count
      || !words[index + 2].isNounLike && words[index + 2].part != .adjective
        && words[index + 2].part != .determiner
  }

  /// The verb that a helping verb helps, over adverbs and "not".
  private func helped(by helper: Int, from index: Int) -> Int? {
    var position = index
    var skipped = 0
    while position < words.count, skipped < 5 {
      let word = words[position]
      if word.isVerbal {
        // What is read as a verb of its own helps a participle at most.
        let isForm = word.features.contains(.participle) || words[helper].has(.get) && word.features.contains(.past)
        if words[helper].part == .verb, !isForm || word.part == .auxiliary { return nil }
        return fits(words[helper], word, isNext: position == index) ? position : nil
      }
      // "ha già più volte detto"
      if word.form > 0, let (length, kind) = lexicon.fixed.match(words, at: position), kind == .adverb {
        position += length
        skipped += 2
        continue
      }
      let isInside =
        word.part == .adverb && !word.has([.question]) || word.has(.negation) || word.features.contains(.clitic)
        || word.part == .interjection
      guard isInside else {
        // "ha, presumibilmente, conquistato"; "più volte", "di nuovo"
        if word.mark == UInt8(ascii: ","), position + 2 < words.count, words[position + 1].part == .adverb,
          words[position + 2].mark == UInt8(ascii: ",")
        {
          position += 3
          skipped += 3
          continue
        }
        return nil
      }
      position += 1
      skipped += 1
    }
    return nil
  }

  /// Whether a helping verb may help a form.
  private func fits(_ helper: Word, _ verb: Word, isNext: Bool) -> Bool {
    let form = verb.features
    if helper.has(.be) {
      return form.contains(.participle)
        || !isHeadFirst && (form.contains(.gerund) || verb.part == .verb && form.contains(.past))
        || !isHeadFirst && (verb.has(.get) || verb.part == .verb && form.isEmpty)
    }
    if helper.has(.have) { return form.contains(.participle) || !isHeadFirst && form.contains(.past) && isNext }
    if helper.has(.modal) || helper.has(.do) {
      let isThird = form.contains(.singular) && !form.contains(.plural)
      return form.contains(.infinitive) || !isHeadFirst && form.contains(.present) && !isThird
    }
    if helper.has(.get) { return form.contains(.participle) || isNext && form.contains(.past) }
    if helper.has(.passiveAux) { return form.contains(.participle) }
    if helper.has(.progressive) { return form.contains(.gerund) }
    return form.isDisjoint(with: .finite)
  }

  private func isPassive(_ head: Int, _ helper: Int, _ before: Int, _ first: Int) -> Bool {
    guard helper >= 0, words[head].part == .verb else { return false }
    let verb = words[head]
    guard verb.isAny([.participle, .past]), !verb.features.contains(.gerund) else { return false }
    guard words[helper].has(.be) || words[helper].has(.passiveAux) || words[helper].has(.get) else { return false }
    guard isHeadFirst else { return true }
    if words[helper].has(.passiveAux) { return true }
    for word in first..<head where words[word].has(.reflexive) { return false }
    // "è stato colpito"; "è esploso" is active.
    if before >= 0, words[before].has(.be) || words[helper].features.contains(.participle) { return true }
    if words[helper].features.contains(.participle) { return true }
    return verb.frames.isDisjoint(with: .withBe)
  }

  /// Number, person and, of a participle with to be, gender.
  private func verbAgreement(_ head: Int, _ helper: Int, _ finite: Int) -> WordFeatures {
    var features: WordFeatures = []
    if finite >= 0 {
      features = words[finite].features.intersection([.singular, .plural, .first, .second, .third])
      if !isHeadFirst, words[finite].features.contains(.present), features.isDisjoint(with: .numbers),
        !words[finite].has(.modal)
      {
        features.formUnion(.plural)
      }
    }
    // "sono" is of the first person too.
    if isHeadFirst, finite >= 0, words[finite].has(.be),
      words[finite].features.isSuperset(of: [.first, .singular, .present])
    {
      features.formUnion([.third, .plural])
    }
    if isHeadFirst, helper >= 0, words[helper].has(.be) || words[helper].has(.passiveAux),
      words[head].features.contains(.participle)
    {
      features.formUnion(words[head].features.intersection(.genders))
    }
    return features
  }

  /// Helping verbs and "not" hang on the verb, adverbs inside too.
  private mutating func hangHelpers(_ first: Int, _ end: Int, _ head: Int, _ helper: Int, _ isPassive: Bool) {
    for index in first..<end where index != head {
      let word = words[index]
      if word.part == .auxiliary || index == helper {
        attach(Int32(index), to: Int32(head), isPassive && index == helper ? .passiveAuxiliary : .auxiliary)
      } else if word.part == .adverb || word.has(.negation) {
        attach(Int32(index), to: Int32(head), .adverb)
      } else if word.part == .punctuation {
        attach(Int32(index), to: Int32(head), .punctuation)
      } else if word.part != .pronoun, word.part != .particle, index > first, index < head {
        // "volte" of "più volte"
        attach(Int32(index), to: Int32(index - 1), .fixed)
      }
    }
  }
}
