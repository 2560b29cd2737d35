import DocumentModel

/// Cuts a sentence that serves as a headline at the end of a clause, else at a word, and then it shows.
struct HeadlineCut {
  let scene: Scene

  /// The most characters of a headline that is cut.
  static let longest = 110
  private static let shortest = 30

  /// The words without their full stop, and no longer than a headline.
  func cut(_ words: String, of sentence: Int) -> String {
    var text = words[...]
    while let last = text.last, last == "." { text = text.dropLast() }
    let head = Array(text.prefix(Self.longest + 1))
    guard head.count > Self.longest else { return String(text) }
    let room = head.prefix(Self.longest - 2)
    if !scene.namesSource(sentence), let end = clauseEnd(in: room) {
      var clause = room[..<end]
      while let last = clause.last, !last.isLetter, !last.isNumber, !")»”\"".contains(last) {
        clause = clause.dropLast()
      }
      return String(clause)
    }
    let end = room.lastIndex(of: " ") ?? room.endIndex
    return String(room[..<end]) + " …"
  }

  /// Where the last clause ends that ends within the room: at a comma outside quotes and parentheses, or before a word
  /// that opens another one, "who", "che", "after", "dopo".
  private func clauseEnd(in room: ArraySlice<Character>) -> Int? {
    let openers = Set(
      scene.phrasebook.phrase("clause-openers", italian: scene.material.language == "it").split(separator: " ")
        .map(String.init))
    var depth = 0
    var end: Int?
    for index in room.indices {
      switch room[index] {
      case "(", "«", "“": depth += 1
      case ")", "»", "”": depth -= 1
      case ",", ";", ":":
        if depth == 0, index >= Self.shortest, index + 1 < room.endIndex, room[index + 1] == " " { end = index }
      case " " where depth == 0 && index >= Self.shortest:
        let word = room[(index + 1)...].prefix { $0.isLetter }
        if word.endIndex < room.endIndex, openers.contains(String(word).lowercased()) { end = index }
      default: break
      }
    }
    return end
  }
}
