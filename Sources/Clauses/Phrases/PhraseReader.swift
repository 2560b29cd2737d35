import Languages
import Reading

/// Words to phrases, left to right, each word once.
extension Sentence {
  mutating func readPhrases() {
    mendWords()
    var index = 0
    while index < words.count { index = max(readPhrase(at: index), index + 1) }
    for phrase in phrases.indices {
      for word in phrases[phrase].first..<phrases[phrase].end { words[Int(word)].phrase = Int32(phrase) }
    }
  }

  /// Appends the phrase that begins at a word; gives the word behind it.
  private mutating func readPhrase(at index: Int) -> Int {
    if let (length, kind) = lexicon.fixed.match(words, at: index), kind == .adverb, isPart(index + length, .numeral),
      let end = readNominal(at: index, preposition: nil)
    {
      return end
    }
    if let (length, kind) = lexicon.fixed.match(words, at: index),
      let end = readFixed(index, length, kind)
    {
      return end
    }
    let word = words[index]
    // "they all fled"
    if !isHeadFirst, word.has(.quantifier), index > 0,
      words[index - 1].has(.subjectForm) || words[index - 1].isAny(.personal),
      isPart(index - 1, .pronoun), index + 1 < words.count, words[index + 1].isVerbal || isPart(index + 1, .adverb)
    {
      return append(.adverbial, index, index + 1)
    }
    switch word.part {
    case .punctuation: return readMark(at: index)
    case .coordinator: return append(.coordinator, index, index + 1)
    case .subordinator, .adposition, .particle:
      return readPreposition(at: index)
    case .pronoun where word.has(.relative) && word.isAny([.relative, .interrogative]),
      .determiner where word.has(.relative) && word.isAny([.relative, .interrogative]):
      return readRelative(at: index)
    case .pronoun where word.features.contains(.clitic):
      return readVerbGroup(at: index) ?? append(.other, index, index + 1)
    case .determiner where isHeadFirst && isQuale(index + 1):
      return readRelative(at: index, pronoun: index + 1)
    case .determiner where isHeadFirst && has(index + 1, .whose) && !isPart(index + 1, .verb):
      return readRelative(at: index, pronoun: index + 1)
    case .auxiliary, .verb:
      // "provided both sides respect the truce"
      if word.has(.subordinator), index == 0 || isPart(index - 1, .punctuation), word.part == .verb,
        isPart(index + 1, .determiner) || isPart(index + 1, .pronoun) || isPart(index + 1, .noun)
      {
        return append(.subordinator, index, index + 1)
      }
      // "because patrols found no guards": of two finite verbs in a row the first is a noun.
      if !isHeadFirst, word.part == .verb, isPluralNoun(index) {
        words[index].part = .noun
        words[index].features = .plural
        words[index].frames = []
        if let end = readNominal(at: index, preposition: nil) { return end }
      }
      // "wounded soldiers", "rising prices"
      if !isHeadFirst, word.part == .verb, !word.features.contains(.finite),
        word.isAny([.participle, .gerund]), isPart(index + 1, .noun) || isPart(index + 1, .properNoun),
        !opensVerbGroup(before: index), let end = readNominal(at: index, preposition: nil)
      {
        return end
      }
      return readVerbGroup(at: index) ?? append(.other, index, index + 1)
    case .adverb:
      if word.has(.negation), let end = readVerbGroup(at: index) { return end }
      if word.has([.question]) && !word.has(.degree) || word.has(.relativePlace) {
        return append(.subordinator, index, index + 1)
      }
      if word.has(.quantifier), has(index + 1, .genitive) {
        phrases.append(Phrase(kind: .nominal, first: Int32(index), end: Int32(index + 1), head: Int32(index)))
        return index + 1
      }
      if word.has(.degree), let end = readNominal(at: index, preposition: nil) { return end }
      return append(.adverbial, index, index + 1)
    default:
      return readNominal(at: index, preposition: nil) ?? append(.other, index, index + 1)
    }
  }

  private func isPluralNoun(_ index: Int) -> Bool {
    let word = words[index]
    guard word.features.isSuperset(of: [.finite, .present, .singular]), !word.features.contains(.plural),
      index + 1 < words.count
    else { return false }
    let next = words[index + 1]
    return next.isVerbal && next.features.contains(.finite) && !next.has(.be)
      && !(index > 0 && words[index - 1].isNounLike)
      && !(index > 0 && words[index - 1].part == .pronoun)
  }

  /// Whether a form without a person at a word is what the verb before it takes: "stopped firing shots", "were wounded".
  private func opensVerbGroup(before index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = words[index - 1]
    return before.isVerbal && words[index].features.contains(.gerund) && before.has(.takesGerund)
      || before.part == .auxiliary
      || before.part == .noun
      || before.part == .properNoun || before.part == .adposition && words[index].features.contains(.gerund)
      || before.part == .subordinator || before.part == .pronoun
  }

  /// Several words that are one: "a causa di" before a noun or an infinitive, "as soon as".
  private mutating func readFixed(_ index: Int, _ length: Int, _ kind: FixedPhrases.Kind) -> Int? {
    let end = index + length
    switch kind {
    case .subordinator, .adverb, .coordinator:
      // "So that alarms me": a pronoun with its verb.
      if kind == .subordinator, has(end - 1, .complementizer), !isHeadFirst, end < words.count, words[end].isVerbal {
        return nil
      }
      // "at least 20 people"
      // "dispone di meno elicotteri"
      let isQuantity = isPart(end, .noun) && has(index, .genitive)
      if kind == .adverb, isPart(end, .numeral) || has(end, .genitive) || isQuantity { return nil }
      for word in (index + 1)..<end { fix(word, to: index) }
      return append(
        kind == .subordinator ? .subordinator : kind == .adverb ? .adverbial : .coordinator, index, end)
    case .preposition:
      let saved = phrases.count
      let found =
        verbFollows(end)
        ? readVerbGroup(at: index, markerEnd: end) : readNominal(at: index, preposition: index..<end)
      guard let found else {
        phrases.removeSubrange(saved...)
        return nil
      }
      for word in (index + 1)..<end { fix(word, to: index) }
      return found
    }
  }

  /// Whether a word right behind a verb belongs to it, as the lexicon has them together.
  private func isVerbParticle(_ index: Int) -> Bool {
    guard index > 0, words[index - 1].part == .verb, words[index].part == .adposition || words[index].part == .adverb
    else {
      return false
    }
    let verb = words[index - 1]
    if verb.particles & lexicon.particle(words[index].form) != 0 {
      // "went up the road"
      return !(verb.frames.contains(.motion) && isPart(index + 1, .determiner))
    }
    return words[index].has(.firmParticle) && verb.frames.isDisjoint(with: [.motion, .unaccusative])
      && !verb.frames.isDisjoint(with: .objects) && (isPart(index + 1, .determiner) || has(index + 1, .possessor))
  }

  private mutating func fix(_ word: Int, to first: Int) { attach(Int32(word), to: Int32(first), .fixed) }

  /// "di" of "di Gao", "di partire", "di cui"; "to"; "che".
  private mutating func readPreposition(at index: Int) -> Int {
    let word = words[index]
    // "non", "not" as a particle
    if word.has(.negation) { return readVerbGroup(at: index) ?? append(.adverbial, index, index + 1) }
    if word.has(.infinitiveMark) || word.part != .particle, verbFollows(index + 1), takesVerb(index),
      let end = readVerbGroup(at: index, markerEnd: index + 1)
    {
      return end
    }
    if word.part == .subordinator, word.has(.alsoPreposition), let (end, head) = scanNominal(from: index + 1),
      !finiteFollows(from: end), words[head].part != .adverb, !words[head].has(.subjectForm),
      let found = readNominal(at: index, preposition: index..<(index + 1))
    {
      return found
    }
    if word.part == .subordinator, !word.has(.infinitiveMark) || word.has([.complementizer]) {
      return append(.subordinator, index, index + 1)
    }
    if word.has(.adverbAlone), !isPart(index + 1, .adposition) { return append(.adverbial, index, index + 1) }
    // "make up the evidence", "took over the town"
    if word.has(.particle), isVerbParticle(index) { return append(.adverbial, index, index + 1) }
    if !isHeadFirst, isRoughly(index), index > 0, words[index - 1].isVerbal,
      let found = readNominal(at: index, preposition: nil)
    {
      return found
    }
    // "more men than the government admits", "before the army came"
    if word.part == .adposition, word.has(.alsoPreposition), !isHeadFirst, word.has(.subordinator),
      let (end, head) = scanNominal(from: index + 1), words[head].isNounLike || words[head].part == .pronoun,
      end < words.count, words[end].isVerbal, words[end].features.contains(.finite)
    {
      return append(.subordinator, index, index + 1)
    }
    // "out of", "from behind", "fino a": several in a row, the last one leads.
    var end = index + 1
    while end < words.count, end - index < 3, words[end].part == .adposition { end += 1 }
    if isHeadFirst, isPart(end, .determiner), isQuale(end + 1) { return readRelative(at: index, pronoun: end + 1) }
    if end < words.count, words[end].isAny([.relative, .interrogative]), words[end].has(.relative) {
      return readRelative(at: index, pronoun: end)
    }
    if let found = readNominal(at: index, preposition: index..<end) { return found }
    if word.part == .subordinator { return append(.subordinator, index, index + 1) }
    return append(word.part == .particle ? .other : .adverbial, index, index + 1)
  }

  /// "quale" of "il quale"
  private func isQuale(_ index: Int) -> Bool {
    has(index, .relative) && isPart(index, .pronoun) && !has(index, .complementizer) && !has(index, .whose)
      && words[index].isAny(.relative) && !isPart(index + 1, .noun)
  }

  /// Whether a verb with a person follows before the next mark, in the same clause.
  private func finiteFollows(from index: Int) -> Bool {
    var position = index
    while position < words.count, position < index + 8 {
      let word = words[position]
      if word.isVerbal, word.features.contains(.finite) { return true }
      if word.isVerbal || word.part == .punctuation || word.part == .coordinator || word.part == .subordinator {
        return false
      }
      position += 1
    }
    return false
  }

  /// Whether a preposition may stand before the verb that follows: an infinitive in Italian, a form in -ing in English, an
  /// infinitive behind "to".
  private func takesVerb(_ index: Int) -> Bool {
    guard let verb = nextVerb(from: index + 1) else { return false }
    if words[verb].features.contains(.infinitive) && !words[verb].features.contains(.finite) {
      return words[index].has(.infinitiveMark)
    }
    if words[index].part == .particle { return words[index].has(.infinitiveMark) }
    return words[verb].features.contains(.gerund) && !isHeadFirst
  }

  /// Whether a verb without a person follows, behind adverbs, negation and pronouns at most.
  private func verbFollows(_ index: Int) -> Bool {
    guard let verb = nextVerb(from: index) else { return false }
    return !words[verb].features.contains(.finite) || has(index - 1, .infinitiveMark) && isPart(index - 1, .particle)
  }

  /// The next verb, over words that may lie inside a verb group.
  func nextVerb(from index: Int) -> Int? {
    var position = index
    while position < words.count, position < index + 5 {
      let word = words[position]
      if word.isVerbal { return position }
      guard word.part == .adverb || word.has(.negation) || word.features.contains(.clitic) else { return nil }
      position += 1
    }
    return nil
  }

  /// "che", "a cui", "il quale", "whose house".
  private mutating func readRelative(at index: Int, pronoun: Int? = nil) -> Int {
    let head = pronoun ?? index
    var end = head + 1
    var noun = head
    // "whose house", "il cui fratello", "which town": the phrase is that of the noun.
    // "il cui fratello", "the oath whose power"
    let isOwner = has(head, .whose) && (!isHeadFirst || head > index && isPart(head - 1, .determiner))
    let governs = isOwner || isPart(head, .pronoun) && has(head, .free) && !isHeadFirst && isPart(end, .noun)
    // "the process, which Sharon had opposed"
    let isAlone = !isHeadFirst && head == index && isPart(end, .properNoun) && isPart(head - 1, .punctuation)
    if governs || words[head].part == .determiner, !isAlone,
      let (stop, found) = scanNominal(from: end), stop > end
    {
      for word in end..<stop where word != found { describeWord(word, found) }
      attach(Int32(head), to: Int32(found), .determiner)
      (end, noun) = (stop, found)
    }
    var phrase = Phrase(kind: .relative, first: Int32(index), end: Int32(end), head: Int32(noun))
    phrase.features = words[noun].features
    if head > index + 1, isPart(head - 1, .determiner), isQuale(head) {
      // "per le quali"
      phrase.preposition = Int32(index)
      phrase.prepositionEnd = Int32(head - 2)
      attach(Int32(head - 1), to: Int32(noun), .determiner)
      for word in index..<(head - 1) { attach(Int32(word), to: Int32(noun), .caseMark) }
    } else if head > index, isPart(index, .determiner) {
      attach(Int32(index), to: Int32(noun), .determiner)
    } else if head > index {
      phrase.preposition = Int32(index)
      phrase.prepositionEnd = Int32(head - 1)
      for word in index..<head { attach(Int32(word), to: Int32(noun), .caseMark) }
    }
    phrases.append(phrase)
    return end
  }

  private mutating func readMark(at index: Int) -> Int {
    let mark = words[index].mark
    _ = append(mark == UInt8(ascii: ",") ? .comma : .mark, index, index + 1)
    phrases[phrases.count - 1].mark = mark
    return index + 1
  }

  /// Appends a phrase of a kind over words; gives the word behind it.
  mutating func append(_ kind: Phrase.Kind, _ first: Int, _ end: Int) -> Int {
    phrases.append(Phrase(kind: kind, first: Int32(first), end: Int32(end), head: Int32(first)))
    return end
  }
}
