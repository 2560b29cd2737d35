import DocumentModel
import Lexicons

/// English noun phrases, where everything comes before the noun.
extension Chunker {
  func headBehind(
    at start: Int, _ first: Int, _ adjectives: inout [Int], _ demonyms: inout [Int]
  ) -> (NounPhrase, Int)? {
    var index = start
    var modifiers: [Int] = []
    var beside: [Int] = []
    var owner: NounPhrase?
    var hasUnknown = false
    var current: (NounPhrase, Int)?
    while index < units.count {
      let unit = units[index]
      if unit.isPossessive, let (found, _) = current {
        // What stood so far owns what follows.
        var possessor = found
        possessor.determination = index == start ? .none : .definite
        possessor.adjectives = adjectives
        possessor.demonyms = demonyms
        possessor.nounModifiers = modifiers
        possessor.beside = beside
        owner = possessor
        adjectives = []
        demonyms = []
        modifiers = []
        beside = []
        current = nil
        index += 1
        continue
      }
      if let (_, next) = current, !canExtend(index, next) { break }
      // "Turkey-backed fighters", "US-led forces": who is behind them does not act.
      if current == nil, index + 2 < units.count, units[index + 1].isJoined, units[index + 1].kind == .word,
        !units[index + 1].isCapitalized,
        units[index + 1].noun == nil, unit.entity != nil || unit.isCapitalized
      {
        hasUnknown = true
        index += 2
        continue
      }
      // "a 23-year-old soldier": the age of the one behind it; without one it stands for somebody.
      if unit.isAge, current == nil, index + 1 < units.count, canGoOn(index + 1) {
        index += 1
        continue
      }
      if let head = head(at: index, isFirstWord: index == first) {
        if let (before, _) = current {
          switch before.head {
          case .noun(let row): modifiers.append(row)
          case .entity(let entity): beside.append(entity)
          case .demonym(let row): demonyms.append(row)
          default: hasUnknown = true
          }
        }
        let end = nameEnd(of: head, at: index)
        var extended = head
        extended.headSpan = span(head.headSpan, end)
        current = (extended, end)
        index = end
        continue
      }
      if let (row, _) = unit.demonymAdjective, current == nil {
        demonyms.append(row)
      } else if let adjective = unit.adjective, current == nil {
        adjectives.append(adjective)
      } else if unit.isUnknownWord, current == nil, index > first, !unit.isCapitalized, index + 1 < units.count,
        canGoOn(index + 1), !hasUnknown
      {
        hasUnknown = true
      } else {
        break
      }
      index += 1
    }
    guard var (phrase, next) = current else {
      // "the Taliban", "the wounded", "Russians": an adjective may stand for its people.
      return englishNominalAdjective(start, index, adjectives, demonyms)
    }
    phrase.adjectives = adjectives
    phrase.demonyms = demonyms
    phrase.nounModifiers = modifiers
    phrase.beside = beside
    phrase.hasUnknownModifier = hasUnknown
    if let owner { phrase.attach(owner, by: .of) }
    if case .noun = phrase.head, next < units.count, units[next].isUnknownWord, units[next].isCapitalized {
      let end = capitalizedRun(from: next)
      phrase.name = span(next, end)
      next = end
    }
    return (phrase, next)
  }

  /// Whether the next unit belongs to the same English phrase as the head before it.
  func canExtend(_ index: Int, _ headEnd: Int) -> Bool {
    guard index == headEnd, let last = index > 0 ? units[index - 1] : nil else { return false }
    let unit = units[index]
    guard !isVerbal(index) else { return false }
    if unit.entity != nil { return last.entity == nil && last.noun != nil && isOfficialTitle(last) }
    // "left his driver dead": the second word says what befell the first.
    if let (row, _) = unit.noun, lexicon.nouns[row].nounClass == .victim, lexicon.nouns[row].mode != "casualty",
      let (head, _) = last.noun, lexicon.nouns[head].nounClass.isHuman
    {
      return false
    }
    if unit.noun != nil || unit.eventNoun != nil {
      // A plural noun is complete: "rebels", then something else.
      if let (_, sense) = last.noun, sense.isPlural, last.entity == nil { return false }
      return true
    }
    return false
  }

  func isOfficialTitle(_ unit: Unit) -> Bool {
    guard let (row, _) = unit.noun else { return false }
    let found = lexicon.nouns[row].nounClass
    return found == .official || found == .leader || found == .group || found == .site
  }

  func englishNominalAdjective(
    _ start: Int, _ end: Int, _ adjectives: [Int], _ demonyms: [Int]
  ) -> (NounPhrase, Int)? {
    guard let last = demonyms.last, end > start else { return nil }
    let previous = start > 0 ? units[start - 1].determiner : nil
    guard previous != nil || units[end - 1].isCapitalized else { return nil }
    // An adjective right before an unknown noun names no people.
    if end < units.count, units[end].isUnknownWord { return nil }
    var phrase = NounPhrase(head: .demonym(last), span: span(start, end))
    phrase.isPlural = true
    phrase.adjectives = adjectives
    return (phrase, end)
  }
}
