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
    if let start = subjectBehindPhrases(from: head) { return .begins(Int(tokens[start].start)) }
    // "Yesterday the police …"
    if let day = reader.words.deixis[language]?.longest(at: head, in: tokens)?.end, opensSubject(day) {
      return .begins(Int(tokens[day].start))
    }
    let endings = reader.words.verbEndings[language] ?? []
    if endings.isEmpty { return .unknown }
    if endsVerb(tokens[head], endings) || opensWithPresent(head) { return .missing }
    guard hit(head).marks.contains(.adjunct) else { return .unknown }
    var index = hit(head).end
    while index < min(tokens.endIndex, head + Self.reach),
      tokens[index].kind == .word || tokens[index].kind == .number
        || tokens[index].kind == .comma, !opensPredicate(index)
    { index += 1 }
    if let start = nounPhrase(in: hit(head).end..<max(index, hit(head).end)) {
      return .begins(Int(tokens[start].start))
    }
    guard index < tokens.endIndex, opensPredicate(index) else { return .unknown }
    let (marks, end) = (hit(index).marks, hit(index).end)
    if !marks.isDisjoint(with: Self.verbMarks) {
      return marks.contains(.copula) && subject(behind: end) != nil ? .unknown : .missing
    }
    return subject(behind: index + 1) != nil ? .unknown : .missing
  }

  /// "Prende il telefono", "Rompe una finestra": no noun stands before an article.
  private func opensWithPresent(_ head: Int) -> Bool {
    guard head + 1 < tokens.endIndex, hit(head).marks.isEmpty, tokens[head].end - tokens[head].start > 3,
      ends(tokens[head], reader.words.presentEndings[language] ?? []),
      !ends(tokens[head], reader.words.phraseEndings[language] ?? [])
    else { return false }
    return !hit(head + 1).marks.isDisjoint(with: [.definite, .indefinite]) && !tokens[head + 1].isCapitalized
  }

  private func opensPredicate(_ index: Int) -> Bool {
    !hit(index).marks.isDisjoint(with: Self.verbMarks)
      || endsVerb(tokens[index], reader.words.verbEndings[language] ?? [])
  }

  /// "in via D'Annunzio, …": a name that a comma closes ends the phrase that it stands in.
  private func closesPhrase(_ name: Int) -> Bool {
    let end = tokens[name...].firstIndex { !$0.isCapitalized && $0.kind != .number } ?? tokens.endIndex
    return end == tokens.endIndex || tokens[end].kind == .comma
  }

  /// Where a noun phrase begins that no preposition opens; the one behind the first word, which opens a phrase, is not.
  private func nounPhrase(in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    var mayOpenPhrase = true
    var isWithinName = false
    while index < range.upperBound {
      let token = tokens[index]
      let (marks, end) = (hit(index).marks, hit(index).end)
      let isArticle = !marks.isDisjoint(with: [.introducer, .definite])
      let opensPhrase = token.kind == .number || token.isCapitalized || isArticle
      let goesOn = token.isCapitalized && isWithinName
      if opensPhrase, !mayOpenPhrase, !goesOn, isArticle || !closesPhrase(index) { return index }
      let isPreposition = !marks.isDisjoint(with: [.adjunct, .complement])
      // "tra le 18 e le 20"
      mayOpenPhrase = isPreposition || marks.contains(.joiner) || (mayOpenPhrase && isArticle)
      isWithinName = token.isCapitalized && !isPreposition
      index = isPreposition ? max(index + 1, end) : index + 1
    }
    return nil
  }

  /// "L'altra sera, dopo la chiamata di un commerciante, i carabinieri hanno …", "After gunmen attacked the base, the army
  /// sent …": the subject behind phrases and clauses that only say when, where or how, each closed by a comma.
  private func subjectBehindPhrases(from head: Int) -> Int? {
    var start = head
    while let comma = endOfPhrase(from: start, isFirst: start == head) { start = comma + 1 }
    guard start > head, opensSubject(start) || mayOpenSubject(start) else { return nil }
    // "A Modena, Carpi e Sassuolo, i carabinieri hanno …": what another comma closes was no subject.
    for index in (start + 1)..<max(start + 1, min(tokens.endIndex, start + Self.reach)) {
      if tokens[index].kind != .word, tokens[index].kind != .number { return nil }
      if hit(index).opensVerb || ends(tokens[index], finiteEndings) { return start }
    }
    return nil
  }

  /// The comma that closes a phrase of time, place or manner; nil where none begins.
  private func endOfPhrase(from start: Int, isFirst: Bool) -> Int? {
    guard start < tokens.endIndex else { return nil }
    let marks = hit(start).marks
    let isClause = isFirst && marks.contains(.subordinate)
    let day = reader.words.deixis[language]?.longest(at: start, in: tokens)
    // "Armati di etilometro, 68 agenti hanno …", and "Ieri sera, 7 maggio, i Carabinieri …"
    let isParticiple = isFirst && ends(tokens[start], reader.words.phraseEndings[language] ?? [])
    let isDate = !isFirst && tokens[start].kind == .number
    guard isClause || day != nil || isParticiple || isDate || marks.contains(.adjunct) else { return nil }
    // "Nei giorni scorsi i ladri, slavi provenienti da Milano, …": behind the day stands the subject.
    if let day, opensSubject(day.end) { return nil }
    var hasVerb = false
    for index in start..<min(tokens.endIndex, start + 2 * Self.reach) {
      switch tokens[index].kind {
      case .comma:
        if isClause { return index }
        // "Nel pomeriggio i ladri, slavi, …": nor is a phrase that holds the subject.
        let inside = max(start + 1, hit(start).end, day?.end ?? 0)
        return hasVerb || inside < index && nounPhrase(in: inside..<index) != nil ? nil : index
      case .word, .number:
        // "Secondo la polizia, …", "Per gli inquirenti, …": who says so is no matter of time and place.
        if !hit(index).marks.isDisjoint(with: [.speech, .hearsay]) { return nil }
        let isVerb = hit(index).opensVerb || ends(tokens[index], finiteEndings)
        if isVerb, index > start || !isParticiple { hasVerb = true }
      default: return nil
      }
    }
    return nil
  }

  private func opensSubject(_ index: Int) -> Bool {
    guard index < tokens.endIndex, tokens[index].kind == .word else { return false }
    return tokens[index].isCapitalized || !hit(index).marks.isDisjoint(with: [.definite, .indefinite])
  }

  /// "Nella notte, ladri hanno …", "In the morning, 40 officers …"
  private func mayOpenSubject(_ index: Int) -> Bool {
    guard index < tokens.endIndex else { return false }
    if tokens[index].kind == .number { return true }
    return tokens[index].kind == .word && hit(index).marks.isDisjoint(with: Self.noSubject)
      && !ends(tokens[index], finiteEndings)
  }

  private static let noSubject: TellingWords.Marks = [
    .verb, .copula, .imperfect, .pluperfect, .speech, .clitic, .pronoun, .borrowed, .object, .complement, .adjunct,
    .relative, .joiner, .connective, .connectiveKeep, .subordinate,
  ]

  private func endsVerb(_ token: Token, _ endings: [[UInt8]]) -> Bool {
    token.end - token.start >= Self.shortestVerb && ends(token, endings)
  }

  /// "sono stati uccisi tre soldati", "è stato rimesso in libertà l'operaio": where a noun phrase begins behind a helping
  /// verb and its participle that no preposition opens.
  func subject(behind index: Int) -> Int? {
    var position = index
    var hasPreposition = false
    var mayOpen = true
    while position < min(tokens.endIndex, index + Self.reach) {
      let token = tokens[position]
      let marks = hit(position).marks
      // "arrestato ieri sera"
      if let day = reader.words.deixis[language]?.longest(at: position, in: tokens) {
        position = day.end
        continue
      }
      guard token.kind == .word || token.kind == .number, !opensClause(position) else { return nil }
      let isPreposition = !marks.isDisjoint(with: [.adjunct, .complement])
      let isArticle = !marks.isDisjoint(with: [.introducer, .definite])
      // "fermato il 3 maggio", "fermato in via Verdi": behind a preposition only an article opens the subject.
      let isDate = isArticle && position + 1 < tokens.endIndex && tokens[position + 1].kind == .number && hasPreposition
      let isName = token.isCapitalized && (!hasPreposition || isDescribed(position))
      let opens = isArticle && !isDate || token.kind == .number && !hasPreposition || isName
      if opens, !isPreposition, mayOpen { return position }
      // What a preposition opens goes up to its noun.
      mayOpen = !isPreposition && (mayOpen || !isArticle)
      hasPreposition = hasPreposition || isPreposition
      position += 1
    }
    return nil
  }

  /// "con l'accusa di furto Michele C., un giovane di 26 anni", "per rapina Mario Rossi, 40 anni": whom a name tells, a
  /// comma and what he is follow.
  private func isDescribed(_ name: Int) -> Bool {
    var end = name
    while end < tokens.endIndex,
      tokens[end].kind == .word && tokens[end].isCapitalized
        || tokens[end].kind == .stop && tokens[end - 1].end - tokens[end - 1].start == 1
    { end += 1 }
    guard end - name >= 2, end + 1 < tokens.endIndex, tokens[end].kind == .comma else { return false }
    return tokens[end + 1].kind == .number || !hit(end + 1).marks.isDisjoint(with: [.introducer, .indefinite])
  }

  /// "per aver picchiato la moglie", "mentre rubava un'auto": the noun behind belongs to another verb.
  private func opensClause(_ index: Int) -> Bool {
    let marks = hit(index).marks
    return !marks.isDisjoint(with: [.relative, .subordinate, .verb, .copula, .imperfect])
      || ends(tokens[index], finiteEndings) || ends(tokens[index], reader.words.clauseEndings[language] ?? [])
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
