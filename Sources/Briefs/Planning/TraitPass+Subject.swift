import Lexicons

/// Where a sentence has its subject, as far as its words show.
extension TraitPass {
  /// What is known of a subject behind a phrase at the head of a sentence.
  enum Subject {
    case missing
    case begins(Int)
    case unknown
  }

  /// A subject that stands further off is not looked for.
  private static let reach = 16
  private static let shortestVerb = 6

  /// "Dopo la rapina ha tentato la fuga", "In teoria, doveva …", "Pensava di farla franca": no subject stands before the
  /// first helping verb, and none behind it.
  func subject(from head: Int) -> Subject {
    guard head < tokens.endIndex else { return .unknown }
    // "Yesterday the police …"
    if let day = reader.words.deixis[language]?.longest(at: head, in: tokens)?.end, opensSubject(day) {
      return .begins(Int(tokens[day].start))
    }
    let endings = reader.words.verbEndings[language] ?? []
    if endings.isEmpty { return .unknown }
    if endsVerb(tokens[head], endings) { return .missing }
    guard hit(head).marks.contains(.adjunct) else { return .unknown }
    var index = hit(head).end
    var mayOpenPhrase = true
    var isWithinName = false
    while index < min(tokens.endIndex, head + Self.reach) {
      let token = tokens[index]
      guard token.kind == .word || token.kind == .number || token.kind == .comma else { return .unknown }
      let (marks, end) = (hit(index).marks, hit(index).end)
      if !marks.isDisjoint(with: Self.verbMarks) {
        return marks.contains(.copula) && hasSubject(behind: end) ? .unknown : .missing
      }
      if endsVerb(token, endings) { return hasSubject(behind: index + 1) ? .unknown : .missing }
      // A noun phrase that no preposition opens is the subject; the one behind the opening word is not.
      let isArticle = !marks.isDisjoint(with: [.introducer, .definite])
      let opensPhrase = token.kind == .number || token.isCapitalized || isArticle
      let goesOn = token.isCapitalized && isWithinName
      if opensPhrase, !mayOpenPhrase, !goesOn { return .begins(Int(token.start)) }
      let isPreposition = !marks.isDisjoint(with: [.adjunct, .complement])
      mayOpenPhrase = isPreposition || (mayOpenPhrase && isArticle)
      isWithinName = token.isCapitalized && !isPreposition
      index = isPreposition ? max(index + 1, end) : index + 1
    }
    return .unknown
  }

  private func opensSubject(_ index: Int) -> Bool {
    guard index < tokens.endIndex, tokens[index].kind == .word else { return false }
    return tokens[index].isCapitalized || !hit(index).marks.isDisjoint(with: [.definite, .indefinite])
  }

  private func endsVerb(_ token: Token, _ endings: [[UInt8]]) -> Bool {
    token.end - token.start >= Self.shortestVerb && ends(token, endings)
  }

  /// "sono stati uccisi tre soldati": behind helping verb and participle stands an article or a number.
  func hasSubject(behind index: Int) -> Bool {
    for position in index..<max(index, min(tokens.endIndex, index + 3)) {
      let token = tokens[position]
      if token.kind == .number { return true }
      guard token.kind == .word else { return false }
      if token.isCapitalized || hit(position).marks.contains(.introducer) { return true }
      guard token.end - token.start > 3 else { return false }
    }
    return false
  }

  /// Whether a saying has a pronoun for its subject, or none at all behind what was said.
  func hidesSpeaker(at index: Int) -> Bool {
    let (marks, end) = (hit(index).marks, hit(index).end)
    if marks.contains(.reportsBack), index > tokens.startIndex + 3 { return true }
    guard marks.contains(.speech), index > tokens.startIndex else { return false }
    let before = tokens[index - 1].kind
    let isEnd = end >= tokens.endIndex || tokens[end].kind == .stop
    return isEnd && (before == .comma || before == .closeQuote || before == .quote || before == .dash)
  }

  /// "The defence source said": an article, then a saying, and no name between them.
  mutating func readSource() {
    guard tokens.first?.kind == .word, hit(tokens.startIndex).marks.contains(.definite) else { return }
    for index in tokens.indices.dropFirst().prefix(4) {
      guard tokens[index].kind == .word, !tokens[index].isCapitalized else { return }
      let marks = hit(index).marks
      if marks.contains(.complement) { return }
      if marks.contains(.speech) {
        found.opensWithKnownSource = index > tokens.startIndex + 1
        return
      }
    }
  }
}
