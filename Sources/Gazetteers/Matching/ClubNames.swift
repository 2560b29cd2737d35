import DocumentModel

/// Tells the clubs from the towns and regions whose names they bear: "Milan-Juventus 2-1", "i tifosi della Lazio", "il
/// Napoli", and "Milan" in a language that calls the town otherwise.
struct ClubNames {
  let gazetteer: Gazetteer
  let matcher: NameMatcher
  let text: UnsafeBufferPointer<UInt8>
  let language: String
  /// The countries that the report speaks of where it names none, as ISO codes.
  let homes: Set<String>
  /// The label of the feature of clubs; nil if no table has any.
  let label: Int?
  /// Whether a sentence before names a club.
  var isSport = false

  private var words: [NameWord] { matcher.words }

  /// The names of a sentence with the clubs told apart; those that are clubs that no table has are left out.
  func judged(_ found: [NameMatcher.Found]) -> [NameMatcher.Found] {
    guard found.contains(where: { isTown($0) }) else { return found }
    var judged: [NameMatcher.Found] = []
    for name in found {
      guard isTown(name), isClub(name, found) else {
        judged.append(name)
        continue
      }
      let clubs = clubs(name.words)
      guard !clubs.isEmpty else { continue }
      var club = name
      club.candidates = clubs
      judged.append(club)
    }
    return judged
  }

  private func isTown(_ name: NameMatcher.Found) -> Bool {
    !name.isNested && !name.isNominal && gazetteer.type(of: name.candidates[0]) == .place
  }

  private func isClub(_ name: NameMatcher.Found, _ found: [NameMatcher.Found]) -> Bool {
    hasBareArticle(name) || hasCue(name) || isInMatch(name, found) || isForeignForm(name)
  }

  /// The clubs that bear a name.
  private func clubs(_ words: Range<Int>) -> [Int] {
    guard label != nil, case let number = matcher.number(words.lowerBound), number >= 0,
      case var state = matcher.index.opener(number), state > 0
    else { return [] }
    for position in words.dropFirst() {
      guard case let next = matcher.number(position), next >= 0 else { return [] }
      state = matcher.index.step(state, next)
      guard state > 0 else { return [] }
    }
    var found: [Int] = []
    for position in matcher.index.meaningRange(state) {
      let entity = Int(matcher.index.meaning(position).entity)
      if isClub(entity), !found.contains(entity) { found.append(entity) }
    }
    return found
  }

  /// Whether an entity is a club.
  func isClub(_ entity: Int) -> Bool { label == matcher.index.feature(entity) }

  private func bytes(_ range: Range<Int>) -> [UInt8] {
    Array(text[Int(words[range.lowerBound].start)..<Int(words[range.upperBound - 1].end)])
  }

  // MARK: - What says so

  /// "il Napoli", "del Varese": a town of the country has no such article.
  private func hasBareArticle(_ name: NameMatcher.Found) -> Bool {
    let first = name.words.lowerBound
    guard first > 0, words[first].gap == .space || words[first].gap == .none, let cues = matcher.cueWords,
      cues.bare.contains(matcher.cueNumber(first - 1))
    else { return false }
    // "il Roma Pride": what follows belongs to it.
    if name.words.upperBound < words.count, words[name.words.upperBound].gap == .space,
      words[name.words.upperBound].isCapitalized
    {
      return false
    }
    return name.candidates.allSatisfy { candidate in
      let entity = gazetteer[candidate]
      guard entity.type == .place else { return true }
      return entity.countries.first.map { homes.contains($0) } ?? false
        && entity.feature == "town" && entity.italian.article.isEmpty && entity.italian.agreement == .feminine
    }
  }

  /// "tifosi della Lazio".
  private func hasCue(_ name: NameMatcher.Found) -> Bool {
    guard let table = matcher.cueWords?.club else { return false }
    var state = PhraseState(table: table)
    var position = name.words.lowerBound - 1
    while position >= 0, words[position + 1].gap <= .space, state.step(matcher.cueNumber(position)) {
      if state.cue != nil { return true }
      position -= 1
    }
    return false
  }

  /// "Milan-Juventus 2-1", "Napoli - Inter": the other side is a club, or the score stands behind.
  private func isInMatch(_ name: NameMatcher.Found, _ found: [NameMatcher.Found]) -> Bool {
    for isFirst in [true, false] {
      let other = isFirst ? name.words.upperBound : name.words.lowerBound - 1
      guard other >= 0, other < words.count, isDash(isFirst ? other : name.words.lowerBound), words[other].isCapitalized
      else { continue }
      let beside = found.first { $0.words.contains(other) && !$0.isNested }?.words ?? other..<(other + 1)
      if isScore(isFirst ? beside.upperBound : name.words.upperBound) { return true }
      // "la tratta Napoli - Roma" is a railway.
      let hasClub = isSport || found.contains { isClub($0.candidates[0]) }
      if hasClub, !clubs(name.words).isEmpty, !clubs(beside).isEmpty { return true }
    }
    return false
  }

  /// Whether a hyphen or a dash, and no more, stands before a word.
  private func isDash(_ position: Int) -> Bool {
    guard position > 0 else { return false }
    return words[position].gap == .hyphen || words[position].gap == .barrier && matcher.joins(position)
  }

  /// "2-1": two small numbers with a hyphen, and no third.
  private func isScore(_ position: Int) -> Bool {
    guard position + 1 < words.count, words[position].gap <= .comma, words[position + 1].gap == .hyphen,
      position + 2 == words.count || words[position + 2].gap != .hyphen
    else { return false }
    return [position, position + 1].allSatisfy { position in
      let bytes = text[Int(words[position].start)..<Int(words[position].end)]
      return bytes.count <= 2 && bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
  }

  /// "Milan" where the town is called Milano: only the club is written so.
  private func isForeignForm(_ name: NameMatcher.Found) -> Bool {
    guard name.words.count == 1, case let clubs = clubs(name.words), !clubs.isEmpty else { return false }
    let written = String(decoding: bytes(name.words), as: UTF8.self)
    return name.candidates.allSatisfy { candidate in
      let entity = gazetteer[candidate]
      return entity.type != .place || entity.name(in: language) != written && entity.english.name == written
    }
  }
}
