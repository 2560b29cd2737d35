import Languages

/// Leaves the words of a sentence fewer readings, by the rules of their language: the safe ones first, then the likely ones,
/// each tier twice over the words. A word keeps at least one.
///
/// The rules that can touch a word hang on the parts of speech that it may have, so most are never tried.
struct Discarder: Sendable {
  private let rules: [DiscardRule]
  /// For each part of speech and tier the rules whose target may be one.
  private let ofPart: [[[Int]]]

  /// How far a scan goes.
  private static let farthest = 12
  private static let sweeps = 2

  init(_ rules: [DiscardRule]) {
    self.rules = rules
    ofPart = DiscardRule.Tier.allCases.map { tier in
      PartOfSpeech.allCases.map { part in
        rules.indices.filter { rules[$0].tier == tier && rules[$0].target.parts.contains(PartsOfSpeech(part)) }
      }
    }
  }

  /// Goes over the words of a sentence.
  func discard(in range: Range<Int>, _ words: inout ReadWords) {
    for tier in DiscardRule.Tier.allCases {
      for _ in 0..<Self.sweeps {
        var hasChanged = false
        for word in range where words.words[word].count > 1 {
          hasChanged = discard(word, in: range, tier, &words) || hasChanged
        }
        if !hasChanged { break }
      }
    }
    for word in range where words.words[word].count > 1 {
      let readings = words.readings(of: word)
      if readings.contains(where: { $0.part != readings.first?.part }) { words.words[word].certainty = .open }
    }
  }

  /// Tries the rules on a word, in the order of their table.
  private func discard(
    _ word: Int, in range: Range<Int>, _ tier: DiscardRule.Tier, _ words: inout ReadWords
  ) -> Bool {
    var parts = PartsOfSpeech()
    for reading in words.readings(of: word) { parts.formUnion(reading.parts) }
    var candidates: [Int] = []
    for part in PartOfSpeech.allCases where parts.contains(PartsOfSpeech(part)) {
      candidates += ofPart[tier.rawValue][Int(part.rawValue)]
    }
    if parts.count > 1 { candidates.sort() }
    var hasChanged = false
    var last = -1
    for candidate in candidates where candidate != last && words.words[word].count > 1 {
      last = candidate
      if apply(rules[candidate], to: word, in: range, &words) {
        hasChanged = true
        if tier == .likely { words.words[word].certainty = .likely }
      }
    }
    return hasChanged
  }

  private func apply(_ rule: DiscardRule, to word: Int, in range: Range<Int>, _ words: inout ReadWords) -> Bool {
    let first = Int(words.words[word].first)
    let count = Int(words.words[word].count)
    var kept = 0
    var isTouched: UInt8 = 0
    for index in 0..<count {
      let reading = words.arena[first + index]
      let isTarget =
        rule.target.holds(reading, of: words.words[word])
        && rule.conditions.allSatisfy { holds($0, at: word, reading, in: range, words) }
      if isTarget { isTouched |= 1 << UInt8(index) }
    }
    guard isTouched != 0 else { return false }
    let all: UInt8 = count >= 8 ? 0xFF : (1 << UInt8(count)) - 1
    let staying = rule.selects ? isTouched : all & ~isTouched
    guard staying != 0, staying != all else { return false }
    for index in 0..<count where staying & 1 << UInt8(index) != 0 {
      words.arena[first + kept] = words.arena[first + index]
      kept += 1
    }
    words.words[word].count = UInt8(kept)
    return true
  }

  private func holds(
    _ condition: WordCondition, at word: Int, _ target: WordReading, in range: Range<Int>, _ words: ReadWords
  ) -> Bool {
    guard condition.isScan else {
      return isMet(condition, at: word + condition.offset, target, in: range, words) != condition.isNegated
    }
    let step = condition.offset < 0 ? -1 : 1
    var place = word + condition.offset
    for _ in 0..<Self.farthest {
      if isMet(condition, at: place, target, in: range, words) { return !condition.isNegated }
      guard range.contains(place) else { break }
      if let barrier = condition.barrier,
        words.readings(of: place).contains(where: { barrier.holds($0, of: words.words[place]) })
      {
        break
      }
      place += step
    }
    return condition.isNegated
  }

  private func isMet(
    _ condition: WordCondition, at place: Int, _ target: WordReading, in range: Range<Int>, _ words: ReadWords
  ) -> Bool {
    guard range.contains(place) else { return condition.set.kinds.contains(where: \.isEdge) }
    let other = words.words[place]
    let readings = words.readings(of: place)
    func isIn(_ reading: WordReading) -> Bool { condition.set.holds(reading, of: other, beside: target) }
    return condition.isCareful ? readings.allSatisfy(isIn) : readings.contains(where: isIn)
  }
}
