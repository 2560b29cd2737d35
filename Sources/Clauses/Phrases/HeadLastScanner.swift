import Languages
import Reading

/// Noun phrases whose head stands last: "the army's three burned trucks".
extension Sentence {
  func scanHeadLast(_ start: Int) -> (end: Int, head: Int)? {
    var position = start
    var noun = -1
    let limit = min(words.count, start + Self.longest)
    scan: while position < limit {
      let word = words[position]
      // "more than 20 people"
      if word.form > 0, noun < 0, let (length, kind) = lexicon.fixed.match(words, at: position), kind == .adverb,
        isPart(position + length, .numeral)
      {
        position += length
        continue scan
      }
      switch word.part {
      case .determiner:
        // "all the", "such a", but not "tired this morning"
        if noun >= 0 || position > start && !mayPrecedeArticle(position - 1) { break scan }
        position += 1
      case .numeral:
        // "July 13", "page 3", "Boeing 737"
        if noun >= 0, !words[position - 1].isNounLike { break scan }
        if noun >= 0, words[position - 1].has(.month), word.look.contains(.digits) { noun = position }
        position += 1
      case .adjective:
        // "high-calorie sugary food": what stands behind a hyphen describes too.
        if noun == position - 1, noun > start, words[noun - 1].isJoiner, nounFollows(position + 1, limit) { noun = -1 }
        if noun >= 0 { break scan }
        position += 1
      case .noun, .properNoun, .symbol, .other:
        if noun >= 0, word.part == .noun, word.has(.time), !words[noun].has(.time), !words[position - 1].isJoiner,
          isDay(position)
        {
          break scan
        }
        // "On Tuesday fighters attacked", but "Tuesday night"; "General Issa Dembele chief of staff"
        if noun >= 0, noun == position - 1, words[noun].has(.day), !word.has(.time) { break scan }
        if noun > start, word.part == .noun, !word.look.contains(.capital), words[noun].part == .properNoun,
          words[noun - 1].part == .properNoun, words[noun].look.contains(.unknown),
          words[noun - 1].look.contains(.unknown)
        {
          break scan
        }
        if word.part == .symbol, noun >= 0, word.mark != UInt8(ascii: "%") { break scan }
        noun = position
        position += 1
      case .verb:
        guard noun < 0, describes(position, from: start), position + 1 < limit,
          words[position + 1].isNounLike || words[position + 1].part == .adjective || words[position + 1].isJoiner
        else {
          // "Houthi-held", "U.S.-led": behind a hyphen
          if position > start, words[position - 1].isJoiner, position + 1 < limit,
            words[position + 1].isNounLike || words[position + 1].part == .adjective
          {
            noun = -1
            position += 1
            continue scan
          }
          break scan
        }
        position += 1
      case .adverb:
        guard noun < 0, position + 1 < limit,
          words[position + 1].isJoiner || isDescriber(position + 1)
            || has(position + 1, .degree) && isDescriber(position + 2)
        else {
          if position > start, words[position - 1].isJoiner {
            position += 1
            continue scan
          }
          break scan
        }
        position += 1
      case .punctuation:
        if word.isJoiner, position > start, position + 1 < limit, !words[position + 1].isJoiner {
          position += 1
          // "long-term", "twenty-five", "follow-up": what stands behind a hyphen is no head of its own yet.
          continue scan
        }
        if word.isQuote, position > start || isPart(position - 1, .adposition), noun < 0,
          nounFollows(position + 1, limit)
        {
          position += 1
          continue scan
        }
        // "a big, ugly house"
        guard noun < 0, word.mark == UInt8(ascii: ","), position > start, words[position - 1].part == .adjective,
          position + 1 < limit, words[position + 1].part == .adjective, nounFollows(position + 2, limit)
        else { break scan }
        position += 1
      case .coordinator:
        guard noun < 0, word.has(.and), position > start,
          words[position - 1].part == .adjective || words[position - 1].part == .verb
            || words[position - 1].part == .numeral,
          position + 1 < limit, isDescriber(position + 1), nounFollows(position + 2, limit)
        else { break scan }
        position += 1
      case .particle:
        guard word.has(.possessiveMark), noun >= 0, position + 1 < limit,
          !words[position + 1].isVerbal || nounFollows(position + 2, limit),
          nounFollows(position + 1, limit)
        else {
          if word.has(.possessiveMark), noun >= 0 { position += 1 }
          break scan
        }
        noun = -1
        position += 1
      case .pronoun:
        if word.has(.possessor) && word.isAny(.possessive), noun < 0 {
          position += 1
          continue scan
        }
        // "a mine explosion"
        if noun < 0, position > start, words[position - 1].part == .determiner, words[position - 1].isAny(.indefinite),
          word.isAny(.possessive)
        {
          noun = position
          position += 1
          continue scan
        }
        if position == start || noun < 0 && words[position - 1].part == .adverb {
          // "something new", "someone else"
          var end = position + 1
          if end < limit, word.isAny(.indefinite), words[end].part == .adjective { end += 1 }
          return (end, position)
        }
        break scan
      case .adposition where position == start && isRoughly(position):
        // "about $500 million"
        position += 1
      case .adposition:
        // "follow-up", "check-in"
        guard position > start, words[position - 1].isJoiner else { break scan }
        position += 1
      default: break scan
      }
    }
    while position > start, words[position - 1].isJoiner || words[position - 1].part == .coordinator { position -= 1 }
    guard noun >= 0 else { return finish(start, position) }
    return (position, nameHead(start, noun))
  }

  /// Whether an article may stand behind a word of the same phrase.
  private func mayPrecedeArticle(_ position: Int) -> Bool {
    let word = words[position]
    return word.part == .determiner || word.part == .adverb || word.has(.quantifier)
  }

  /// Whether a participle or a form in -ing may describe a noun behind it: behind an article always, "no observed losses",
  /// at the beginning of a phrase where no verb could take it.
  private func describes(_ position: Int, from start: Int) -> Bool {
    let word = words[position]
    if position > start, words[position - 1].isJoiner { return true }
    let isForm = word.isAny([.participle, .gerund]) || word.isAny(.past)
    guard isForm else { return false }
    if position == start {
      let isBehindPreposition =
        start > 0 && (words[start - 1].part == .adposition || words[start - 1].part == .subordinator)
      if word.features.contains(.gerund), !isBehindPreposition {
        return isPart(position + 1, .noun) && words[position + 1].features.contains(.plural) && start > 0
          && words[start - 1].isVerbal
      }
      return !word.features.contains(.finite) || isBehindPreposition
    }
    return (start..<position).contains { index in
      words[index].part == .determiner || words[index].has(.possessor) || words[index].has(.possessiveMark)
        || words[index].part == .numeral || words[index].has(.quantifier)
    } || !word.features.contains(.gerund) && words[position - 1].part == .adjective
      || words[position - 1].part == .adverb
      || words[position - 1].part == .verb
  }

  /// Whether a noun of time begins a phrase of its own: "the attack Monday".
  private func isDay(_ position: Int) -> Bool { words[position].look.contains(.capital) || words[position].has(.day) }

  /// "about", "over" before a number
  func isRoughly(_ position: Int) -> Bool {
    has(position, .degree) && isPart(position, .adposition)
      && (isPart(position + 1, .numeral) || isPart(position + 1, .symbol))
  }

  private func isDescriber(_ position: Int) -> Bool {
    guard position < words.count else { return false }
    let word = words[position]
    return word.part == .adjective || word.part == .numeral
      || word.part == .verb && word.isAny([.participle, .gerund]) && !word.isAny(.finite)
  }

  private func nounFollows(_ start: Int, _ limit: Int) -> Bool {
    var position = start
    while position < limit, position < start + 5 {
      switch words[position].part {
      case .noun, .properNoun, .symbol: return true
      case .adjective, .numeral, .verb: position += 1
      case .punctuation where words[position].isJoiner: position += 1
      case .adverb: position += 1
      default: return false
      }
    }
    return false
  }

  /// "President Barack Obama": the first name leads, unless the last word is no name: "Security Council".
  private func nameHead(_ start: Int, _ noun: Int) -> Int {
    guard words[noun].part == .properNoun else { return noun }
    var first = noun
    var position = noun
    while position > start {
      position -= 1
      let word = words[position]
      if word.isJoiner { continue }
      guard word.part == .properNoun, !word.has(.title), word.look.contains(.capital) || word.look.contains(.unknown),
        !word.has(.month)
      else { break }
      first = position
    }
    let hasArticle = first > start && words[first - 1].part == .determiner
    // "the teacher Adz": behind an article the noun leads.
    if first > start + 1, words[first - 1].part == .noun, !words[first - 1].has(.title),
      !words[first - 1].look.contains(.capital),
      words[start].part == .determiner || words[start].has(.possessor)
    {
      return first - 1
    }
    return words[first].look.contains(.unknown) && !hasArticle ? first : noun
  }
}
