/// Chooses the sentence that stands over a brief where the report has no title.
struct HeadlineChoice {
  let scene: Scene
  let body: ReportBody
  let worth: SentenceWorth

  /// What each sentence further on is less worth.
  private static let further = 0.8
  /// What is told further down is no headline.
  private static let furthest = 5
  /// Where somebody speaks first, what happened comes later.
  private static let furthestBehindQuote = 12
  /// Fewer words say nothing by themselves: "Tre i malviventi".
  private static let shortest = 5

  /// The sentence of those told, in their order, that stands best over the others: it needs none before it, and what is
  /// left of it where it is cut says what happened.
  func sentence(of told: [Int]) -> Int? {
    guard let lead = told.first else { return nil }
    let cut = HeadlineCut(scene: scene)
    let reach = body.traits[lead].opensQuote ? Self.furthestBehindQuote : Self.furthest
    let candidates = told + body.sentences.prefix(reach).filter { !told.contains($0) }
    // The report's first sentence is its news, unless it only sets a mood: "Disperazione unita alla rassegnazione", "Il
    // rame continua a essere uno dei bottini più gettonati".
    if mayHead(lead), isNews(lead), let words = cut.whole(lead), !isMood(lead, as: words) { return lead }
    if let news = best(of: candidates, within: reach, isNews: true) { return news }
    // "Altro raid di ladri in città" says what happened where "Teneva nascosti in casa centinaia di attrezzi" does not.
    let trait = body.traits[lead]
    let stands =
      !trait.lacksSubject && !trait.opensQuote && !trait.isQuestion && trait.wordCount >= Self.shortest
      && !trait.wantsNext && !trait.marks.contains(.preamble)
    return stands && cut.whole(lead) != nil ? lead : best(of: candidates, within: reach, isNews: false) ?? lead
  }

  /// Whether a headline neither says what happened nor names anybody, any place or any figure.
  private func isMood(_ index: Int, as words: String) -> Bool {
    !Self.hasCapitalOrNumber(words)
      && !scene.newsWords(in: index).contains { words.contains($0) }
  }

  /// Whether anything behind the first letter is a capital or a number. Of most words their bytes tell.
  private static func hasCapitalOrNumber(_ words: String) -> Bool {
    var isPlain = true
    for byte in words.utf8.dropFirst() {
      if byte >= 0x41 && byte <= 0x5A || byte >= 0x30 && byte <= 0x39 { return true }
      isPlain = isPlain && byte < 0x80
    }
    return !isPlain && words.dropFirst().contains { $0.isUppercase || $0.isNumber }
  }

  /// The sentence behind the first, of so many, that stands best over the others.
  private func best(of told: [Int], within reach: Int, isNews: Bool) -> Int? {
    let cut = HeadlineCut(scene: scene)
    var best: Int?
    var highest = -Double.infinity
    for (order, index) in told.enumerated().dropFirst().prefix(reach) where mayHead(index) {
      let trait = body.traits[index]
      let value = worth.scores[index] - Self.further * Double(order)
      guard value > highest, !trait.namesYear, let words = cut.whole(index),
        words.split(separator: " ").count > Self.shortest, !isMood(index, as: words),
        isNews ? scene.newsWords(in: index).contains(where: { words.contains($0) }) : trait.hasVerb
      else { continue }
      (best, highest) = (index, value)
    }
    return best
  }

  /// Whether a sentence says what happened, as far as its words show. "Commissioners hear from TxDOT": of a verb that no
  /// table knows a name tells that there is one.
  private func isNews(_ index: Int) -> Bool {
    let trait = body.traits[index]
    return trait.hasVerb || !scene.newsWords(in: index).isEmpty || !trait.bareNames.isEmpty || !trait.introduced.isEmpty
  }

  private func mayHead(_ index: Int) -> Bool {
    let trait = body.traits[index]
    // "Also today, Carter commented on …", "And on Sunday, …"
    let goesOn = index != body.first && (trait.behindConnective != nil || trait.opening.contains(.joiner))
    if goesOn || trait.leans || trait.isQuestion || trait.wantsNext || trait.opensQuote || trait.endsQuoted
      || trait.isNames
      || index != body.first && trait.takesUp || trait.looksBack || trait.marks.contains(.preamble)
      || worth.isBackground(index)
    {
      return false
    }
    // "Dodici anni per l'omicidio. Sono le richieste del pm": only the next sentence shows what this one is.
    guard let next = body.behind(index).first else { return true }
    return body.traits[next].opening.isDisjoint(with: [.reportsBack, .connectiveKeep])
  }
}
