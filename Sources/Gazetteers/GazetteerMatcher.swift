public import DocumentModel
public import Lexicons

/// A stretch of tokens that names one entity, or one of several homonyms.
public struct GazetteerMatch: Sendable {
  /// The first token and one past the last.
  public var tokens: Range<Int>
  /// The words.
  public var span: TextSpan
  /// The entities that it may name, as positions in the gazetteer, in the order of the files.
  public var candidates: [Int]
  /// Whether the words are a common noun phrase.
  public var isNominal: Bool
}

extension Gazetteer {
  /// The leftmost-longest matches among the tokens of one sentence.
  ///
  /// A name that fails its case rule, its language or its context is no match; then the next shorter one counts.
  public func matches(in tokens: ArraySlice<Token>, language: String) -> [GazetteerMatch] {
    var found: [GazetteerMatch] = []
    var index = tokens.startIndex
    while index < tokens.endIndex {
      guard tokens[index].kind == .word || tokens[index].kind == .number, names.opens(tokens[index].bare) else {
        index += 1
        continue
      }
      if let match = longest(from: index, in: tokens, language: language) {
        found.append(match)
        index = match.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func longest(from first: Int, in tokens: ArraySlice<Token>, language: String) -> GazetteerMatch? {
    var state = PhraseTable<Meaning>.root
    var index = first
    var words: [Int] = []
    var best: GazetteerMatch?
    walk: while index < tokens.endIndex {
      let token = tokens[index]
      switch token.kind {
      case .word, .number:
        state = names.step(state, token.bare)
        guard state != PhraseTable<Meaning>.dead else { break walk }
        words.append(index)
        if names.isEnd(state), let match = match(state, words, tokens, language), !isPartOfName(match, tokens) {
          best = match
        }
      case .stop where token.isJoined, .dash where token.isJoined, .openParenthesis, .closeParenthesis, .quote:
        // Dotted acronyms, dashes and a part in parentheses belong to some names; the trie decides.
        guard !words.isEmpty else { break walk }
      default: break walk
      }
      index += 1
    }
    return best
  }

  /// "Isis Rossi", "Jack London": one word of a person's name beside a capitalized word that nobody knows.
  private func isPartOfName(_ match: GazetteerMatch, _ tokens: ArraySlice<Token>) -> Bool {
    guard match.tokens.count == 1, !match.isNominal, !tokens[match.tokens.lowerBound].isAllCapitals else {
      return false
    }
    switch entities[match.candidates[0]].type {
    case .place, .country, .armedGroup, .facility: break
    default: return false
    }
    let next = match.tokens.upperBound
    let previous = match.tokens.lowerBound - 1
    if previous > tokens.startIndex, isUnknownName(tokens[previous]) { return true }
    guard next < tokens.endIndex, isUnknownName(tokens[next]), !tokens[next].isAllCapitals else { return false }
    // "a Roma Mario Rossi …": a preposition or an article makes a place of it.
    guard previous >= tokens.startIndex else { return true }
    return tokens[previous].kind != .word || tokens[previous].isCapitalized
  }

  private func isUnknownName(_ token: Token) -> Bool {
    token.kind == .word && token.isCapitalized && token.bare == Vocabulary.unknown && token.word == Vocabulary.unknown
  }

  private func match(
    _ state: Int32, _ words: [Int], _ tokens: ArraySlice<Token>, _ language: String
  ) -> GazetteerMatch? {
    var candidates: [Int] = []
    var isNominal = true
    names.forEachMeaning(state) { meaning in
      guard isWritten(meaning, words, tokens), meaning.language == nil || meaning.language == language,
        meaning.context.isEmpty || hasContext(meaning.context, outside: words, tokens)
      else { return }
      if !candidates.contains(Int(meaning.entity)) { candidates.append(Int(meaning.entity)) }
      if !meaning.isNominal { isNominal = false }
    }
    guard !candidates.isEmpty, let first = words.first, var last = words.last else { return nil }
    let hasOpen = tokens[first...last].contains { $0.kind == .openParenthesis }
    let hasClose = tokens[first...last].contains { $0.kind == .closeParenthesis }
    if hasOpen, !hasClose, last + 1 < tokens.endIndex, tokens[last + 1].kind == .closeParenthesis { last += 1 }
    return GazetteerMatch(
      tokens: first..<(last + 1), span: TextSpan(Int(tokens[first].start), Int(tokens[last].end)),
      candidates: candidates, isNominal: isNominal)
  }

  private func isWritten(_ meaning: Meaning, _ words: [Int], _ tokens: ArraySlice<Token>) -> Bool {
    switch meaning.rule {
    case .any: return true
    case .inner where words.first == tokens.startIndex: return words.allSatisfy { tokens[$0].isAllCapitals }
    case .title, .inner:
      for (position, index) in words.enumerated() where position < 32 && meaning.capitals & (1 << position) != 0 {
        guard tokens[index].isCapitalized else { return false }
      }
      return true
    case .exact:
      for (position, index) in words.enumerated() where position < 32 {
        let bit: UInt32 = 1 << position
        guard tokens[index].isCapitalized == (meaning.capitals & bit != 0),
          tokens[index].isAllCapitals == (meaning.allCapitals & bit != 0)
        else { return false }
      }
      return true
    }
  }

  private func hasContext(_ context: [Int32], outside words: [Int], _ tokens: ArraySlice<Token>) -> Bool {
    for index in tokens.indices where tokens[index].bare >= 0 && context.contains(tokens[index].bare) {
      if !words.contains(index) { return true }
    }
    return false
  }
}
