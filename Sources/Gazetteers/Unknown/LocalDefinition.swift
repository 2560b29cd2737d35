import DocumentModel

/// An acronym that a report explains: "Forze di liberazione dell'Azawad (FLA)", "FLA (Forze di liberazione …)".
struct LocalDefinition {
  var acronym: TextSpan
  var long: TextSpan
  var sentence: Int
  /// The entities that the long form may name; empty for a name that nobody knows.
  var candidates: [Int]
}

/// Finds the acronyms that a sentence explains.
struct DefinitionReader {
  let text: UnsafeBufferPointer<UInt8>
  let matcher: NameMatcher
  let cues: NameCues
  let language: NameCues.Words
  let gazetteer: Gazetteer
  /// The names that were found in the sentence.
  let found: [NameMatcher.Found]

  private var words: [NameWord] { matcher.words }
  private var letters: NameLetters { gazetteer.spelling.letters }

  /// The definitions of the sentence.
  func definitions() -> [(acronym: Range<Int>, long: Range<Int>, candidates: [Int])] {
    var definitions: [(Range<Int>, Range<Int>, [Int])] = []
    for position in words.indices.dropFirst() where words[position].gap == .soft && opens(position) {
      if let definition = acronymInside(position) ?? acronymBefore(position) { definitions.append(definition) }
    }
    return definitions
  }

  /// "Forces for the Liberation of Azawad (FLA)"; "(l'FLA)", "(FLA, in French)".
  private func acronymInside(_ position: Int) -> (Range<Int>, Range<Int>, [Int])? {
    var first = position
    if isArticle(first), first + 1 < words.count, words[first + 1].gap <= .space { first += 1 }
    guard let acronym = acronym(at: first), closes(acronym.upperBound - 1, allowingComma: true) else { return nil }
    return fit(acronym, ending: position)
  }

  /// "FLA (Forces for the Liberation of Azawad)".
  private func acronymBefore(_ position: Int) -> (Range<Int>, Range<Int>, [Int])? {
    guard let acronym = acronym(endingAt: position) else { return nil }
    var end = position
    while end < words.count, end - position < 16, end == position || words[end].gap <= .comma, !closes(end) { end += 1 }
    guard end < words.count, end - position < 16, closes(end),
      let found = fit(acronym, ending: end + 1),
      found.1.lowerBound == position || found.1.lowerBound == position + 1 && isArticle(position)
    else { return nil }
    return found
  }

  // MARK: - Acronyms

  /// The words from one on that may be an acronym: "FLA", "SPLM-N", "Fpc".
  private func acronym(at first: Int) -> Range<Int>? {
    var end = first + 1
    while end < words.count, words[end].gap == .hyphen, words[end].isAllCapitals || isOneCapital(end) { end += 1 }
    return isAcronym(first..<end) ? first..<end : nil
  }

  private func acronym(endingAt end: Int) -> Range<Int>? {
    var first = end - 1
    while first > 0, words[first].gap == .hyphen { first -= 1 }
    return isAcronym(first..<end) ? first..<end : nil
  }

  private func isOneCapital(_ position: Int) -> Bool {
    words[position].isCapitalized && words[position].end - words[position].start == 1
  }

  private func isAcronym(_ range: Range<Int>) -> Bool {
    let letters = letters(of: range)
    guard (2...10).contains(letters.count), words[range.lowerBound].isCapitalized, let first = letters.first,
      !first.isSmall
    else { return false }
    if letters.dropFirst().contains(where: { !$0.isSmall }) {
      return letters.count { !$0.isSmall } * 2 >= letters.count
    }
    // "Fpc"; "Cap" is a word.
    return range.count == 1 && (3...5).contains(letters.count)
      && !matcher.isOrdinary(Int(words[range.lowerBound].start))
  }

  private func letters(of range: Range<Int>) -> [AcronymFit.Letter] {
    letters.letters(text, Int(words[range.lowerBound].start)..<Int(words[range.upperBound - 1].end))
  }

  // MARK: - Long forms

  private func fit(_ acronym: Range<Int>, ending end: Int) -> (Range<Int>, Range<Int>, [Int])? {
    let letters = letters(of: acronym)
    // No long form has three small words for each of its capitals.
    let first = max(0, end - letters.count * 3 - 3)
    var start = end - 1
    while start > first, words[start].gap <= .comma { start -= 1 }
    guard start < end, start >= 0 else { return nil }
    let known = found.filter { $0.words.upperBound == end && $0.words.lowerBound >= start && !$0.isNested }
    let candidates = (start..<end).map { position in
      let word = words[position]
      let all = self.letters.letters(text, Int(word.start)..<Int(word.end))
      // Of "People's" the "s" gives no letter, and of "al-Sham" the article need not.
      let isSmall = word.gap == .none && position > start || isArticle(position) || isJoinedArticle(position)
      return AcronymFit.Word(
        letters: all, isCapitalized: word.isCapitalized && !isSmall, isAllCapitals: word.isAllCapitals)
    }
    if let begin = AcronymFit.begin(
      of: letters, in: candidates, mayBeginSmall: { word in known.contains { $0.words.lowerBound == start + word } })
    {
      let long = (start + begin)..<end
      if let name = known.first(where: { $0.words.lowerBound <= long.lowerBound }) {
        return isWorth(letters, name.candidates) ? (acronym, name.words, name.candidates) : nil
      }
      guard letters.count >= 3, long.count >= 2, !isPossessor(long) else { return nil }
      return (acronym, long, relatives(of: long, acronym))
    }
    // "Esercito siriano (SAA)": the letters are those of its name in the other language.
    guard let name = known.first(where: { isNamed($0.candidates, letters) }), letters.count >= 3 else { return nil }
    return (acronym, name.words, name.candidates)
  }

  /// "Britain's bovine spongiform encephalopathy (BSE)": whose it is gives no letter.
  private func isPossessor(_ long: Range<Int>) -> Bool {
    words[long.lowerBound + 1].gap == .none && !long.dropFirst().contains { words[$0].isCapitalized }
  }

  /// "Reggio Emilia (RE)" is the province that its town lies in.
  private func isWorth(_ letters: [AcronymFit.Letter], _ candidates: [Int]) -> Bool {
    letters.count >= 3 || gazetteer.type(of: candidates[0]) != .place
  }

  /// Whether the letters are the initials of one of the names of an entity.
  private func isNamed(_ candidates: [Int], _ acronym: [AcronymFit.Letter]) -> Bool {
    candidates.prefix(4).contains { candidate in
      let entity = gazetteer[candidate]
      return [entity.italian.full, entity.english.full, entity.italian.name, entity.english.name].contains { name in
        guard let name else { return false }
        let words = gazetteer.nameWords(of: name)
        return AcronymFit.begin(of: acronym, in: words, mayBeginSmall: { _ in true }) == 0
      }
    }
  }

  /// The entities that the gazetteer knows by the acronym, if one of their names shares a word with the long form:
  /// "Forze per la liberazione dell'Azawad (FLA)" is the *Fronte di liberazione dell'Azawad*.
  private func relatives(of long: Range<Int>, _ acronym: Range<Int>) -> [Int] {
    let own = long.map { position in
      letters.letters(text, Int(words[position].start)..<Int(words[position].end)).map(\.key)
    }.filter { $0.count >= 5 }
    let span = Int(words[acronym.lowerBound].start)..<Int(words[acronym.upperBound - 1].end)
    return gazetteer.candidates(named: Array(text[span]), acronymOnly: true).filter { candidate in
      let entity = gazetteer[candidate]
      let names = [entity.italian.full, entity.english.full, entity.italian.name, entity.english.name]
      let known = names.compactMap(\.self).flatMap { gazetteer.nameWords(of: $0) }.map { $0.letters.map(\.key) }
      let shared = own.count { word in known.contains { $0.count >= 5 && $0.prefix(6) == word.prefix(6) } }
      return shared > 0 && entity.type != .place && entity.type != .country
    }
  }

  // MARK: - Signs

  private func isArticle(_ position: Int) -> Bool {
    guard !words[position].isAllCapitals else { return false }
    return language.articles[number(position)] != nil
  }

  private func isJoinedArticle(_ position: Int) -> Bool {
    position + 1 < words.count && words[position + 1].gap == .hyphen && words[position].end - words[position].start <= 3
      && !words[position].isAllCapitals
  }

  private func number(_ position: Int) -> Int32 {
    cues.number(hash: words[position].hash)
  }

  /// Whether a parenthesis opens right before a word.
  private func opens(_ position: Int) -> Bool {
    text[Int(words[position - 1].end)..<Int(words[position].start)].contains(UInt8(ascii: "("))
  }

  /// Whether a parenthesis closes right behind a word.
  private func closes(_ position: Int, allowingComma: Bool = false) -> Bool {
    var offset = Int(words[position].end)
    // Quotation marks may stand between.
    while offset < text.count, text[offset] == UInt8(ascii: "\"") || text[offset] >= 0x80 { offset += 1 }
    guard offset < text.count else { return false }
    return text[offset] == UInt8(ascii: ")")
      || allowingComma && (text[offset] == UInt8(ascii: ",") || text[offset] == UInt8(ascii: ";"))
  }
}
