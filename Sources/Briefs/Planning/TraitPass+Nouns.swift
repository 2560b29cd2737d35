import Lexicons

/// The things and people that a sentence brings in, takes for known, or speaks of by a pronoun.
extension TraitPass {
  // MARK: - Things

  /// The noun that a phrase of the tables is or opens: "the attack", "a pistol", "della banda".
  mutating func readNouns(at index: Int) {
    let (marks, end) = (hit(index).marks, hit(index).end)
    if marks.contains(.anaphoricNoun), !speaksForItself(end) {
      let noun = key(tokens[end - 1], prefix: Self.nounPrefix)
      found.anaphors.append(.init(noun: noun, isCommon: hit(end - 1).marks.contains(.common)))
      if reader.isPerson(tokens[end - 1].word, language) { found.takesPerson = true }
    }
    if end == index + 1 { readNoun(end, marks) }
    // "sorprendere i due giovani": which two, the sentence with "due giovani" says.
    if marks.contains(.pointsBack), end > index + 1, end < tokens.endIndex, isNoun(tokens[end]),
      !tokens[end].isCapitalized, hit(end).marks.isDisjoint(with: Self.anyVerb)
    {
      found.knownNouns.append(key(tokens[end], prefix: Self.nounPrefix))
    }
  }

  /// The noun that a sentence opens with.
  mutating func readOpeningNoun(at index: Int) {
    let (marks, end) = (hit(index).marks, hit(index).end)
    guard end == index + 1, !marks.isDisjoint(with: [.indefinite, .definite]) else { return }
    readNoun(end, marks)
    // "A federal judge"
    found.opensWithAuthority = (end...end + 1).contains { hit($0).marks.contains(.authority) }
    guard marks.contains(.definite) else { return }
    found.openingNoun = openingNoun(end)
    if !marks.contains(.common), end < tokens.endIndex, isNoun(tokens[end]), !hit(end).marks.contains(.common) {
      found.opensWithKnown = key(tokens[end], prefix: Self.nounPrefix)
    }
    if isAge(end) { found.borrows = true }
  }

  /// The noun behind an article: one that was brought in as "a pistol" is known from there on.
  private mutating func readNoun(_ index: Int, _ marks: TellingWords.Marks) {
    guard !marks.isDisjoint(with: [.indefinite, .definite, .articled]), index < tokens.endIndex else { return }
    // "delle 13 vittime", "the five bridges", "i due giovani"
    let isCount = tokens[index].kind == .number || reader.isNumeral(tokens[index].word, language)
    let index = isCount && index + 1 < tokens.endIndex ? index + 1 : index
    guard isNoun(tokens[index]) else { return }
    let noun = key(tokens[index], prefix: Self.nounPrefix)
    let isPerson = reader.isPerson(tokens[index].word, language) || isDigit(reader.text[Int(tokens[index].start)])
    if marks.contains(.indefinite) {
      found.newNouns.append(noun)
      if isPerson { found.bringsPerson = true }
    } else {
      found.knownNouns.append(noun)
      if isPerson, !speaksForItself(index + 1) { found.takesPerson = true }
    }
  }

  private func isNoun(_ token: Token) -> Bool { token.kind == .word && token.end - token.start > 2 }

  /// "The items were valued": a noun for a thing of which nothing says which one is meant.
  private func openingNoun(_ index: Int) -> UInt64? {
    guard index + 1 < tokens.endIndex, isNoun(tokens[index]), !tokens[index].isCapitalized,
      !reader.isPerson(tokens[index].word, language), !reader.isDemonym(tokens[index].word, language),
      !hit(index).marks.contains(.common), !speaksForItself(index + 1)
    else { return nil }
    return key(tokens[index], prefix: Self.nounPrefix)
  }

  /// "il ministro iraniano", "the attack on Kabul": what follows says which one is meant.
  func speaksForItself(_ index: Int) -> Bool {
    guard index < tokens.endIndex else { return false }
    return tokens[index].isCapitalized || reader.isDemonym(tokens[index].word, language)
      || hit(index).marks.contains(.complement)
  }

  // MARK: - People

  /// Whether a word speaks of somebody or something that the sentence itself does not name.
  func borrows(at index: Int) -> Bool {
    let (marks, end) = (hit(index).marks, hit(index).end)
    // "Carter met with Abadi, and the two leaders discussed …" names both.
    if marks.contains(.pointsBack), index > tokens.startIndex, people(before: index, atMost: 2) < 2 { return true }
    if marks.contains(.borrowed), people(before: index, atMost: 1) == 0 { return true }
    // "gli agenti lo hanno bloccato": the officers are one, who was stopped another.
    if marks.contains(.object), index > tokens.startIndex, people(before: index, atMost: 2, withComplements: false) < 2
    {
      return true
    }
    // "… ha bloccato l'uomo"
    if marks.contains(.anaphoricNoun), !speaksForItself(end), reader.isPerson(tokens[end - 1].word, language),
      people(before: index, atMost: 1) == 0
    {
      return true
    }
    // "il 44enne": somebody whose age was told, unless the name follows.
    return end == index + 1 && !marks.isDisjoint(with: [.definite, .articled]) && isAge(end)
  }

  private func isAge(_ index: Int) -> Bool {
    guard index < tokens.endIndex, isDigit(reader.text[Int(tokens[index].start)]) else { return false }
    if tokens[index].kind == .number {
      guard index + 1 < tokens.endIndex, hit(index + 1).marks.contains(.ageEnding) else { return false }
    } else if !isNoun(tokens[index]) {
      return false
    }
    // "il 48 enne"
    let end = tokens[index].kind == .number ? index + 2 : index + 1
    return end >= tokens.endIndex || !tokens[end].isCapitalized
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// How many names, peoples, numbers of people and nouns for people stand before a word, the parts of a name and "22
  /// students" counted once. "Police in Mopti arrested him": without complements the name behind a preposition, which most
  /// often is a place, is nobody.
  private func people(before index: Int, atMost limit: Int, withComplements: Bool = true) -> Int {
    var count = 0
    var isWithin = false
    for position in tokens.startIndex..<index {
      let isSomebody = isSomebody(position) && (withComplements || !isComplement(position))
      if isSomebody, !isWithin {
        count += 1
        if count == limit { return count }
      }
      isWithin = isSomebody
    }
    return count
  }

  /// "di Gao", "con l'Algeria", "near Nova Kakhovka"
  private func isComplement(_ name: Int) -> Bool {
    var before = name - 1
    while before > tokens.startIndex, tokens[before].isCapitalized || hit(before).marks.contains(.definite) {
      before -= 1
    }
    return tokens[name].isCapitalized && before >= tokens.startIndex
      && !hit(before).marks.isDisjoint(with: [.complement, .adjunct])
  }

  private func isSomebody(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.kind == .number { return true }
    guard token.kind == .word else { return false }
    // At the head of a sentence a capital says nothing of a word that the ruleset knows.
    let isName = token.isCapitalized && (index > tokens.startIndex || token.word == Vocabulary.unknown)
    return isName || token.isAllCapitals || reader.isPerson(token.word, language)
      || reader.isDemonym(token.word, language)
  }

  // MARK: - Names

  /// Capitalized words in a row are a name in full, one alone a name that was given before.
  mutating func readNames() {
    var index = tokens.startIndex
    while index < tokens.endIndex {
      guard isName(tokens[index]) else {
        index += 1
        continue
      }
      let start = index
      var parts = 1
      while let next = nextName(behind: index) {
        if !tokens[next].isJoined { parts += 1 }
        index = next
      }
      if parts > 1 {
        // "Choi Soon-sil" is Choi afterwards, "Musa Bello" Bello.
        found.introduced.append(key(tokens[start]))
        found.introduced.append(key(tokens[index]))
      } else if start > tokens.startIndex || tokens[index].word == Vocabulary.unknown
        || hit(index + 1).marks.contains(.speech)
      {
        // "January said": who speaks has a name, whatever word that is.
        found.bareNames.append(key(tokens[index]))
      }
      index += 1
    }
  }

  /// The next part of a name, also behind an initial: "Gino D. Bassett".
  private func nextName(behind index: Int) -> Int? {
    var next = index + 1
    if next + 1 < tokens.endIndex, tokens[next].kind == .word, tokens[next].isCapitalized,
      tokens[next].end - tokens[next].start == 1
    {
      next += tokens[next + 1].kind == .stop ? 2 : 1
    }
    return next < tokens.endIndex && isName(tokens[next]) ? next : nil
  }

  private func isName(_ token: Token) -> Bool { isNoun(token) && token.isCapitalized && !token.isAllCapitals }

  /// Whether all words are names, or join two of them: "Gary Mason and Ann Mowder.", not "Furto a Vignola."
  var isNames: Bool {
    var names = 0
    for (index, token) in zip(tokens.indices, tokens) where token.kind == .word {
      if token.isCapitalized { names += 1 } else if !hit(index).marks.contains(.joiner) { return false }
    }
    return names > 1 && tokens.count < 24 && !tokens.contains { $0.kind == .number }
  }
}
