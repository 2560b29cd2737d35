import Languages
import Reading

/// What may follow an object, or be no object at all: English verbs that take a clause without a word before it, verbs that
/// say something of their object, particles.
extension Sentence {
  /// What is open in an object behind its verb.
  func doubtObject(_ clause: Int, _ doubts: inout Doubts) {
    guard !isHeadFirst else { return doubtPart(clause, &doubts) }
    let verb = Int(clauses[clause].verb)
    let object = Int(clauses[clause].object)
    let word = verbWord(of: clause)
    let phrase = phrases[object]
    // "I think the plan the mayor drew up is sound": the noun phrase may begin a clause.
    if isSayingAlone(word), finiteAhead(object), !isClosedBehind(object) { doubts.insert(.object) }
    // "make the crowd laugh", "left one driver dead": what is said of the object may be taken for its head.
    let takesState =
      word.frames.contains(.makeDo) || word.has(.causative) || word.has(.perception) || word.has(.bareInfinitive)
      || word.frames.contains(.bidDirect) && word.has(.bareInfinitive)
    if takesState, phrase.end - phrase.first > 1, phrase.head == phrase.end - 1 {
      let head = words[Int(phrase.head)]
      // "make the crowd laugh", "help her show": neither behind an adjective nor in the plural.
      let isBare = head.part == .noun && head.certainty != .sure && !head.features.contains(.plural)
      let before = words[Int(phrase.head) - 1]
      if head.part == .adjective || isBare && (before.isNounLike || before.has(.possessor)) && word.has(.bareInfinitive)
      {
        doubts.insert(.behindObject)
      }
    }
    // "ask this court to deny it": whom one tells to do something is no object, whatever it is.
    if word.has(.tells), word.has(.asks), isGoverning(clause) { doubts.insert(.object) }
    // "looked out the window", "charged up the hill": a particle that the lexicon has with no such verb.
    let particle = Int(phrases[verb].head) + 1
    if particle < words.count, words[particle].has(.firmParticle) || words[particle].has(.particle),
      particle < Int(phrase.first),
      word.particles & lexicon.particle(words[particle].form) == 0 || word.frames.isDisjoint(with: .objects)
    {
      doubts.insert(.object)
    }
    // "it moves over land": a particle, or a preposition with its noun?
    if object == verb + 2, isKind(verb + 1, .adverbial), phrase.end - phrase.first == 1,
      words[Int(phrase.head)].part == .noun,
      has(phrases[verb + 1].head, .particle), !has(phrases[verb + 1].head, .firmParticle)
    {
      doubts.insert(.object)
    }
  }

  /// "prende parte a", "dà luogo a": a bare noun in the singular may be one with its verb.
  private func doubtPart(_ clause: Int, _ doubts: inout Doubts) {
    let frames = verbWord(of: clause).frames
    let phrase = phrases[Int(clauses[clause].object)]
    guard !frames.isDisjoint(with: [.light, .ditransitive, .makeDo]), phrase.end - phrase.first == 1 else { return }
    let noun = words[Int(phrase.head)]
    if noun.part == .noun, !noun.features.contains(.plural) || noun.features.contains(.singular) {
      doubts.insert(.object)
    }
  }

  /// A verb of thinking or saying that takes a clause without a word before it, and no object but what is thought.
  private func isSayingAlone(_ word: Word) -> Bool {
    word.has(.says) && !word.frames.isDisjoint(with: [.say, .epistemic, .commit])
  }

  /// Whether a comma, a mark or the end stands right behind a phrase and what hangs on it.
  private func isClosedBehind(_ index: Int) -> Bool {
    var position = index + 1
    while position < phrases.count, phrases[position].kind == .nominal, phrases[position].preposition >= 0 {
      position += 1
    }
    return position >= phrases.count || isKind(position, .comma) || isKind(position, .mark)
  }

  /// "whom he met", "which my mother had picked out": the relative is the object of a verb that takes one, and nothing that
  /// follows could have taken it.
  func isPlainlyRelated(_ clause: Int) -> Bool {
    let this = clauses[clause]
    guard !isHeadFirst, this.kind == .relative, let relative = relativePhrase(clause), this.object == Int32(relative),
      this.subject > this.object, !isGoverning(clause)
    else { return false }
    let word = verbWord(of: clause)
    let next = Int(this.verb) + 1
    let isStranded = isKind(next, .other) || isKind(next, .adverbial) && isPart(Int(phrases[next].head), .adposition)
    return !word.frames.isDisjoint(with: .objects) && word.frames.isDisjoint(with: .intransitive) && !isStranded
      && !word.has(.get) && !word.has(.have)
      && !(isKind(next, .nominal) && phrases[next].isBareNominal && !isTime(next))
  }

  /// "have a good day", "spent the night": right behind a verb that takes a time.
  func isSpent(_ index: Int, _ clause: Int) -> Bool {
    let verb = Int(clauses[clause].verb)
    let isCounted = (phrases[index].first..<phrases[index].end).contains {
      words[Int($0)].part == .numeral || words[Int($0)].has(.day)
    }
    return !isHeadFirst && !isCounted && Int32(index) == clauses[clause].object && index == verb + 1
      && verbWord(of: clause).has(.spends) && !isKind(index + 1, .adverbial)
  }

  /// "is a good day", "is Tuesday": a time that is said, not one when something is.
  func isPlainTime(_ index: Int) -> Bool {
    let phrase = phrases[index]
    let first = words[Int(phrase.first)]
    return !isHeadFirst && phrase.preposition < 0
      && (first.part == .determiner || first.has(.possessor) || phrase.end - phrase.first == 1 && first.has(.day))
  }

  /// "is in the house", "are also from the north": a noun with one preposition behind to be, adverbs that are no place between.
  func isPlainPlace(_ index: Int, _ clause: Int) -> Bool {
    let phrase = phrases[index]
    let verb = Int(clauses[clause].verb)
    guard phrase.prepositionEnd == phrase.preposition, words[Int(phrase.head)].isNounLike, !isTime(index), index > verb,
      !isKind(index + 1, .adjectival),
      !(isKind(index + 1, .verbal) && phrases[index + 1].marker < 0)
    else { return false }
    return ((verb + 1)..<index).allSatisfy {
      phrases[$0].kind == .adverbial && !has(phrases[$0].head, .here) && !has(phrases[$0].head, .degree)
    }
  }

  /// "sono disponibili i posti": an adjective right behind to be, and right behind that a noun with an article that agrees.
  func isPlainlySaidOf(_ index: Int, _ clause: Int) -> Bool {
    let verb = Int(clauses[clause].verb)
    let head = Int(clauses[clause].head)
    guard head != Int(phrases[verb].head) else { return false }
    let predicate = Int(words[head].phrase)
    // "Chi è il direttore?"
    if predicate < verb {
      return index == verb + 1 && (words[head].has(.interrogative) || !isHeadFirst && words[head].has(.here))
    }
    return isHeadFirst && phrases[predicate].kind == .adjectival && isNear(verb, predicate) && index == predicate + 1
      && isPart(Int(phrases[index].first), .determiner) && agrees(index, clause)
  }

  /// "la socialista Anna Neri": an adjective or a name may lead.
  func isNameBehind(_ phrase: Phrase) -> Bool {
    guard isHeadFirst else { return false }
    let head = words[Int(phrase.head)]
    return (head.part == .adjective || head.part == .noun && head.others.contains(PartsOfSpeech(.adjective)))
      && isPart(Int(phrase.head) + 1, .properNoun)
  }

  /// Whether the subject of a joined clause may be joined to the noun before it instead: "how a sale or a lease affects it",
  /// "neither the army nor the rebels want it".
  func mayShareSubject(_ clause: Int) -> Bool {
    let this = clauses[clause]
    let joint = Int(this.coordinator)
    guard !isHeadFirst, joint > 0, this.subject == Int32(joint) + 1, isKind(joint - 1, .nominal) else { return false }
    // A verb must stand between the beginning of what comes before and its last noun.
    var position = joint - 1
    var steps = 0
    while position >= 0, steps < 12 {
      switch phrases[position].kind {
      case .verbal: return false
      case .comma, .mark, .subordinator, .relative: return true
      case .coordinator where !isKind(position + 1, .nominal): return true
      default: position -= 1
      }
      steps += 1
    }
    return position < 0
  }
}
