import Languages
import Reading

/// Noun phrases with their heads: "i tre soldati maliani feriti", "the army's three trucks".
extension Sentence {
  /// The most words of one noun phrase.
  static var longest: Int { 24 }

  /// Reads a noun phrase behind its preposition, if it has one; nil if none begins there.
  mutating func readNominal(at index: Int, preposition: Range<Int>?) -> Int? {
    let start = preposition?.upperBound ?? index
    guard start < words.count, let (end, head) = scanNominal(from: start) else { return nil }
    let isAdjective =
      words[head].part == .adjective && !isNominalAdjective(start, head) && !words[head].has(.quantifier)
      && !(words[head].others.contains(PartsOfSpeech(.noun)) && isPart(end, .adposition) && has(end, .genitive))
    let isAdverb = words[head].part == .adverb
    if preposition == nil, isAdverb { return nil }
    var phrase = Phrase(
      kind: isAdjective && preposition == nil ? .adjectival : .nominal, first: Int32(index), end: Int32(end),
      head: Int32(head))
    phrase.features = agreement(start, head)
    for word in start..<end where word != head { describeWord(word, head) }
    if let preposition {
      phrase.preposition = Int32(preposition.lowerBound)
      phrase.prepositionEnd = Int32(preposition.upperBound - 1)
      for word in preposition { attach(Int32(word), to: Int32(head), .caseMark) }
    }
    phrases.append(phrase)
    return end
  }

  /// "i ricchi": an adjective behind an article is a noun.
  private func isNominalAdjective(_ start: Int, _ head: Int) -> Bool {
    (start..<head).contains { words[$0].part == .determiner || words[$0].part == .numeral }
  }

  /// What a verb must agree with.
  private func agreement(_ start: Int, _ head: Int) -> WordFeatures {
    var features = words[head].features.intersection([
      .singular, .plural, .masculine, .feminine, .first, .second, .third,
    ])
    for word in start..<head {
      let number = words[word].features.intersection(.numbers)
      if words[word].part == .determiner, number == .singular || number == .plural {
        features.subtract(.numbers)
        features.formUnion(number)
      }
      // "tre soldati", "309 persone": more than one.
      if words[word].part == .numeral, features.isDisjoint(with: .numbers) { features.formUnion(.plural) }
    }
    return features
  }

  /// Where a noun phrase ends that begins at a word, and its head.
  func scanNominal(from start: Int) -> (end: Int, head: Int)? {
    isHeadFirst ? scanHeadFirst(start) : scanHeadLast(start)
  }
}

extension Word {
  /// A hyphen inside a word.
  var isJoiner: Bool { part == .punctuation && mark == UInt8(ascii: "-") }

  var isQuote: Bool {
    part == .punctuation && (mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "<") || mark == UInt8(ascii: ">"))
  }
}

extension WordFeatures {
  /// Whether two words may belong together by number and gender: what tells neither agrees with all.
  func agrees(with other: WordFeatures) -> Bool {
    let shared = intersection(other)
    let number = isDisjoint(with: .numbers) || other.isDisjoint(with: .numbers) || !shared.isDisjoint(with: .numbers)
    let gender = isDisjoint(with: .genders) || other.isDisjoint(with: .genders) || !shared.isDisjoint(with: .genders)
    return number && gender
  }
}
