import Languages
import Reading

/// Noun phrases whose head stands first: "i tre soldati maliani gravemente feriti".
extension Sentence {
  func scanHeadFirst(_ start: Int) -> (end: Int, head: Int)? {
    var position = start
    let limit = min(words.count, start + Self.longest)
    // "tutti i tre bei"
    while position < limit {
      let word = words[position]
      // "più di 20 persone"
      if word.form > 0, let (length, kind) = lexicon.fixed.match(words, at: position), kind == .adverb,
        isPart(position + length, .numeral)
      {
        position += length
        continue
      }
      switch word.part {
      case .determiner, .symbol:
        // "sono disponibili i microprocessori"
        // "ha inventato nel 1976 la parola"
        if position > start, word.isAny([.definite]),
          words[position - 1].part == .adjective && !words[position - 1].has(.quantifier)
            || words[position - 1].part == .numeral && words[position - 1].look.contains(.digits)
        {
          return finish(start, position)
        }
        position += 1
      case .numeral:
        position += 1
        // "3 maggio 2026", "il 3 maggio": the day leads.
        if position < limit, words[position].has(.month) {
          var end = position + 1
          if end < limit, words[end].part == .numeral { end += 1 }
          return (end, position - 1)
        }
      case .adjective: position += 1
      case .adverb where word.has(.quantifier) && isPart(position + 1, .noun) && isPart(position - 1, .adposition):
        // "dispone di meno elicotteri"
        position += 1
      case .adverb:
        guard word.has(.degree), position + 1 < limit,
          words[position + 1].part == .adjective || words[position + 1].part == .numeral
            || words[position + 1].part == .determiner || words[position + 1].has(.degree)
        else { return finish(start, position) }
        position += 1
      case .coordinator:
        // "primo e unico caso"
        guard position > start, words[position - 1].part == .adjective, position + 2 < limit,
          words[position + 1].part == .adjective, words[position + 2].isNounLike
        else { return finish(start, position) }
        position += 2
      case .pronoun:
        if word.features.contains(.clitic) || position > start && words[position - 1].part == .adjective {
          return finish(start, position)
        }
        // "alcuni nostri paesi": before a noun it is an article.
        if word.isAny(.indefinite), word.features.isDisjoint(with: .personal), position + 1 < limit,
          isPart(position + 1, .noun) || words[position + 1].isAny(.possessive) && isPart(position + 1, .determiner),
          word.features.agrees(with: words[position + 1].features)
        {
          position += 1
          continue
        }
        // "tutti quelli", "loro stessi"
        return (behind(pronoun: position, limit), position)
      case .noun, .properNoun, .other:
        return (endBehind(noun: position, limit), position)
      case .punctuation where word.isQuote:
        guard position > start || isPart(position - 1, .adposition), position + 1 < limit,
          words[position + 1].isNounLike || words[position + 1].part == .adjective
        else { return finish(start, position) }
        position += 1
      default: return finish(start, position)
      }
    }
    return finish(start, position)
  }

  private func behind(pronoun position: Int, _ limit: Int) -> Int {
    position + 1 < limit && words[position + 1].part == .adjective
      && words[position].isAny([.personal, .demonstrative, .indefinite])
      && words[position].features.agrees(with: words[position + 1].features) && has(position + 1, .degree)
      ? position + 2 : position + 1
  }

  /// A phrase without a noun: a number, an article that stands for its noun, an adjective.
  func finish(_ start: Int, _ end: Int) -> (end: Int, head: Int)? {
    guard end > start else { return nil }
    var head = end - 1
    while head > start, words[head].part == .adverb || words[head].part == .punctuation { head -= 1 }
    let part = words[head].part
    guard part == .numeral || part == .adjective || part == .determiner || part == .symbol else { return nil }
    return (head + 1, head)
  }

  /// "soldati maliani gravemente feriti", "presidente Oumar Keita", "decreto legge"
  private func endBehind(noun head: Int, _ limit: Int) -> Int {
    var position = head + 1
    while position < limit {
      let word = words[position]
      switch word.part {
      case .adjective:
        guard
          word.features.agrees(with: words[head].features) || words[position - 1].part == .adjective
            || words[position - 1].isNounLike
        else { return position }
        position += 1
      case .properNoun, .other:
        if words[head].has(.time) || words[head].has(.day) { return position }
        position += 1
      case .determiner:
        // "il lavoro suo e dei suoi predecessori"
        guard word.isAny(.possessive), word.features.agrees(with: words[head].features),
          position + 1 >= limit || !words[position + 1].isNounLike && words[position + 1].part != .adjective
        else { return position }
        position += 1
      case .noun:
        // "decreto legge": no article, and no agreement to speak of.
        guard words[position - 1].isNounLike, !word.has(.time), !word.has(.quantifier), !words[head].has(.time),
          words[head].senseClass != .time
        else { return position }
        position += 1
      case .numeral:
        // "articolo 3", "Boeing 737"
        guard words[position - 1].isNounLike, word.look.contains(.digits), !isPart(position + 1, .noun) else {
          return position
        }
        position += 1
      case .adverb:
        guard word.has(.degree) || !word.has(.negation), position + 1 < limit, words[position + 1].part == .adjective,
          words[position + 1].features.agrees(with: words[head].features),
          !(position + 2 < limit && words[position + 2].part == .noun)
        else { return position }
        position += 2
      case .coordinator:
        guard words[position - 1].part == .adjective, word.has(.and), position + 1 < limit,
          words[position + 1].part == .adjective,
          !(position + 2 < limit && words[position + 2].isNounLike)
        else { return position }
        position += 2
      case .punctuation where word.isQuote:
        // "la «città degradata»": the quotation ends in the phrase in which it began.
        guard (max(head - 3, 0)..<head).contains(where: { words[$0].isQuote }) else { return position }
        position += 1
      case .punctuation where word.mark == UInt8(ascii: "-"):
        guard position + 1 < limit, words[position + 1].isNounLike || words[position + 1].part == .numeral else {
          return position
        }
        position += 2
      default: return position
      }
    }
    return position
  }
}
