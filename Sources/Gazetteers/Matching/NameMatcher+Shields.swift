import DocumentModel

extension NameMatcher {
  /// Why a name is no mention where it stands; nil if it is one.
  func shield(of name: Found) -> Shield? {
    let first = name.words.lowerBound
    if first > 0, words[first].gap == .hyphen, classes(first - 1).contains(.prefix) { return .relation }
    guard !name.isNominal else { return nil }
    let type = Gazetteer.type(UInt32(index.type(name.candidates[0])))
    let isPlace = type == .place || type == .country || type == .facility
    if type == .person { return isPartOfBuilding(name) ? .unknown : nil }
    // "Abraham Lincoln": a company is called Lincoln.
    if type == .organization, name.words.count == 1 { return isSurname(name) ? .person : nil }
    guard isPlace || type == .armedGroup else { return nil }
    if isPlace, isPartOfThing(name) || isPartOfTown(name) { return .unknown }
    guard name.words.count == 1 else { return nil }
    if !words[first].isAllCapitals, isPartOfPerson(name) { return .person }
    return isPlace && isOrdinaryWord(name) ? .ordinary : nil
  }

  private func classes(_ position: Int) -> NameWordClass { index.classes(of: number(position)) }

  /// "Kenya Airways", "Black Hawk County", "via Roma", "Mount Lebanon".
  private func isPartOfThing(_ name: Found) -> Bool {
    let first = name.words.lowerBound
    let next = name.words.upperBound
    if next < words.count, isJoinedName(next), classes(next).contains(.after) { return true }
    // "San Felice": a town of Mali is called San.
    if name.words.count == 1, next < words.count, isJoinedName(next), classes(first).contains(.before) { return true }
    return first > 0 && words[first].gap <= .soft && classes(first - 1).contains(.before)
      // "New Delhi" is known; "in St. Paris" the full stop belongs to the name.
      && (words[first].gap == .space || words[first - 1].end - words[first - 1].start <= 3)
  }

  /// "Martin Luther King Hospital", "Giovanni Falcone Airport": a building that is called after a person.
  private func isPartOfBuilding(_ name: Found) -> Bool {
    let next = name.words.upperBound
    guard next < words.count, isJoinedName(next) else { return false }
    if let cue = cueWords?.last[cueNumber(next)] { return cue.type == .facility || cue.type == .organization }
    return false
  }

  private func isSurname(_ name: Found) -> Bool {
    let first = name.words.lowerBound
    guard first > 0, words[first].gap == .space, words[first - 1].isCapitalized, !words[first].isAllCapitals else {
      return false
    }
    return classes(first - 1).contains(.given)
  }

  /// "Castelnuovo di Porto", "San Giovanni di Gerace": a town that nobody knows, called after another one or a river.
  private func isPartOfTown(_ name: Found) -> Bool {
    let first = name.words.lowerBound
    guard let cueWords, first >= 2, words[first].gap <= .space, words[first - 1].gap == .space,
      words[first - 2].isCapitalized, cueWords.links.contains(cueNumber(first - 1))
    else { return false }
    if cueWords.compounds.contains(cueNumber(first - 2)) { return true }
    // "San" and the like stand before the saint; "l'ospedale San Martino di Genova" is in the city.
    return name.candidates.allSatisfy { index.prior($0) < 6 } && first >= 3 && words[first - 2].gap <= .soft
      && cueWords.compounds.contains(cueNumber(first - 3))
      && words[first - 3].isCapitalized
  }

  /// "Isis Rossi", "Jack London", "Sgt. Moore": one word of a person's name.
  private func isPartOfPerson(_ name: Found) -> Bool {
    let first = name.words.lowerBound
    let next = name.words.upperBound
    let previous = first - 1
    if previous >= 0, words[first].gap == .space || words[first].gap == .soft {
      let classes = classes(previous)
      if words[previous].isCapitalized || classes.contains(.title), classes.contains(.given) || classes.contains(.title)
      {
        return true
      }
      if words[first].gap == .space, previous > 0, !isTitleCase, isUnknownName(previous) { return true }
    }
    guard !isTitleCase, next < words.count, isJoinedName(next), !words[next].isAllCapitals else { return false }
    if classes(first).contains(.given) {
      // "il trio Marco Baroni"; but "in Jordan Ahmed said".
      guard previous >= 0, words[first].gap < .comma, classes(previous).contains(.place) else { return true }
      return name.candidates.allSatisfy { index.prior($0) < 6 }
    }
    guard isUnknownName(next) else { return false }
    // "a Castelnuovo Rangone" is another town than that of Montenegro.
    if name.isImported, name.candidates.allSatisfy({ index.prior($0) < 7 }) { return true }
    // "a Roma Mario Rossi …": a preposition or an article makes a place of it.
    guard previous >= 0, words[first].gap < .comma else { return true }
    return words[previous].isCapitalized
  }

  private func isJoinedName(_ position: Int) -> Bool {
    words[position].gap == .space && words[position].isCapitalized
  }

  private func isName(_ position: Int) -> Bool {
    words[position].isCapitalized && !isOrdinary(Int(words[position].start))
  }

  private func isUnknownName(_ position: Int) -> Bool { words[position].number < 0 && isName(position) }

  /// "Sale" at the start of a sentence, "Prato" behind an article: a word of the language, unless a word before it leads
  /// to places. "March" and "Moore" are none even then.
  private func isOrdinaryWord(_ name: Found) -> Bool {
    let first = name.words.lowerBound
    // What everybody knows is meant, and what somebody put into a table for what reports name.
    guard name.isImported else { return false }
    let classes = classes(first)
    guard classes.contains(.never) || name.candidates.allSatisfy({ index.prior($0) < 7 }) else { return false }
    if classes.contains(.never) || classes.contains(.given) { return !isFollowedByPlace(name) }
    guard classes.contains(.ordinary) || isOrdinary(Int(words[first].start)) else { return false }
    guard first > 0, words[first].gap == .space else { return !isFollowedByPlace(name) }
    return !self.classes(first - 1).contains(.place)
  }

  /// "Moore, Okla.", "Sale (Alessandria)": what it lies in stands behind it.
  private func isFollowedByPlace(_ name: Found) -> Bool {
    let next = name.words.upperBound
    guard next < words.count, words[next].gap == .comma || words[next].gap == .soft, words[next].isCapitalized,
      words[next].number >= 0, case let state = index.opener(words[next].number), state > 0,
      let behind = longest(from: next, state)
    else { return false }
    let type = Gazetteer.type(UInt32(index.type(behind.candidates[0])))
    return type == .country || type == .place && index.prior(behind.candidates[0]) >= 4
  }
}
