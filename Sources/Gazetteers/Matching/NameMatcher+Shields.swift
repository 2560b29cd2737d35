import DocumentModel

extension NameMatcher {
  /// Why a name is no mention where it stands; nil if it is one.
  func shield(of name: Found) -> Shield? {
    let first = name.words.lowerBound
    let next = name.words.upperBound
    if first > 0, words[first].gap == .hyphen, index.classes(of: words[first - 1].number).contains(.prefix) {
      return .relation
    }
    guard !name.isNominal else { return nil }
    let type = Gazetteer.type(UInt32(index.type(name.candidates[0])))
    let isPlace = type == .place || type == .country || type == .facility
    if isPlace, next < words.count, isJoinedName(next), index.classes(of: words[next].number).contains(.after) {
      return .unknown
    }
    if isPlace, first > 0, words[first].gap == .space, index.classes(of: words[first - 1].number).contains(.before) {
      return .unknown
    }
    if name.words.count == 1, !words[first].isAllCapitals, isPlace || type == .armedGroup, isPartOfName(name) {
      return .unknown
    }
    if isPlace, name.words.count == 1, isOrdinaryWord(name) { return .ordinary }
    return nil
  }

  /// "Isis Rossi", "Jack London": one word of a person's name beside a capitalized word that nobody knows.
  private func isPartOfName(_ name: Found) -> Bool {
    let next = name.words.upperBound
    let previous = name.words.lowerBound - 1
    if previous >= 0, words[name.words.lowerBound].gap == .space {
      let classes = index.classes(of: words[previous].number)
      if classes.contains(.given), words[previous].isCapitalized { return true }
      if previous > 0, isUnknownName(previous) { return true }
    }
    guard next < words.count, isJoinedName(next), isUnknownName(next), !words[next].isAllCapitals else { return false }
    // "a Roma Mario Rossi …": a preposition or an article makes a place of it.
    guard previous >= 0, words[name.words.lowerBound].gap < .barrier else { return true }
    return words[previous].isCapitalized
  }

  private func isJoinedName(_ position: Int) -> Bool {
    words[position].gap == .space && words[position].isCapitalized
  }

  private func isUnknownName(_ position: Int) -> Bool {
    words[position].isCapitalized && words[position].number < 0 && !isOrdinary(Int(words[position].start))
  }

  /// "Sale" at the start of a sentence, "Prato" behind an article: a word of the language, unless a word before it leads
  /// to places.
  private func isOrdinaryWord(_ name: Found) -> Bool {
    let first = name.words.lowerBound
    guard isOrdinary(Int(words[first].start)) else { return false }
    // What everybody knows is meant: "Turchia" is a word of the tables too.
    guard name.candidates.allSatisfy({ index.prior($0) < 6 }) else { return false }
    guard first > 0, words[first].gap == .space else { return true }
    return !index.classes(of: words[first - 1].number).contains(.place)
  }
}
