import DocumentModel

/// Cuts a sentence that serves as a headline at the end of a clause, else at a word, and then it shows.
struct HeadlineCut {
  let scene: Scene

  /// The most characters of a headline that is cut.
  static let longest = 110
  private static let shortest = 30

  /// Words that open a clause, of the phrases of the pipeline.
  private var openers: Set<String> {
    Set(
      scene.phrasebook.phrase("clause-openers", italian: scene.material.language == "it").split(separator: " ")
        .map(String.init))
  }

  /// The words without their full stop, and no longer than a headline.
  func cut(_ words: String, of sentence: Int) -> String {
    var text = words[...]
    while let last = text.last, last == "." { text = text.dropLast() }
    guard text.count > Self.longest else { return String(text) }
    let head = text.prefix(Self.longest - 2)
    // Behind a comma that stands outside quotes and parentheses a clause may end; what says who speaks must stay.
    var depth = 0
    var cut: String.Index?
    for index in head.indices {
      switch head[index] {
      case "(", "«", "“": depth += 1
      case ")", "»", "”": depth -= 1
      case ",", ";", ":":
        let isFar = head.distance(from: head.startIndex, to: index) >= Self.shortest
        if depth == 0, isFar, head.index(after: index) < head.endIndex, head[head.index(after: index)] == " " {
          cut = index
        }
      case " ":
        // Before "who", "che", "after", "dopo" a clause may end too.
        let isFar = head.distance(from: head.startIndex, to: index) >= Self.shortest
        let word = head[head.index(after: index)...].prefix { $0.isLetter }.lowercased()
        if depth == 0, isFar, openers.contains(word), head[head.index(after: index)...].contains(" ") { cut = index }
      default: break
      }
    }
    if let cut, !scene.namesSource(sentence) {
      var clause = text[..<cut]
      while let last = clause.last, !last.isLetter, !last.isNumber, !")»”\"".contains(last) {
        clause = clause.dropLast()
      }
      return String(clause)
    }
    let end = head.lastIndex(of: " ") ?? head.endIndex
    return head[..<end] + " …"
  }
}
