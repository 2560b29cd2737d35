import DocumentModel

/// The headline in the report's own words: its title without furniture, else its first sentence, cut at a clause
/// boundary where it is long.
struct OwnHeadline {
  let scene: Scene
  let own: OwnWords

  /// The most characters of a headline that is cut.
  static let longest = 110
  private static let shortest = 30

  func headline(title: Int?, lead: Int?) -> (text: String, sentences: [Int])? {
    if let title {
      let span = scene.material.masthead.title ?? scene.material.sentences[title].span
      return (
        own.grammar.tidied(
          Self.cased(scene.words(span), like: scene.material.text[scene.material.sentences[title].span.end...])),
        [title]
      )
    }
    guard let lead else { return nil }
    var said = Said()
    said.entities = scene.named
    let words = own.words(of: lead, isHeadline: true, &said).text
    return (shortened(words, mayCut: !scene.namesSource(lead)), [lead])
  }

  /// Words that open a clause, of the phrases of the pipeline.
  private var openers: Set<String> {
    Set(
      scene.phrasebook.phrase("clause-openers", italian: scene.material.language == "it").split(separator: " ")
        .map(String.init))
  }

  private func shortened(_ words: String, mayCut: Bool) -> String {
    var text = words[...]
    while let last = text.last, last == "." { text = text.dropLast() }
    guard text.count > Self.longest else { return String(text) }
    let head = text.prefix(Self.longest)
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
    if let cut, mayCut { return String(text[..<cut]) }
    let end = head.lastIndex(of: " ") ?? head.endIndex
    return head[..<end] + " …"
  }

  /// A title in capitals in the case of the text below: each word as the body writes it inside a sentence, else small.
  static func cased(_ title: String, like text: ArraySlice<UInt8>) -> String {
    let letters = title.filter { $0.isLetter }
    guard letters.count > 8, letters.allSatisfy({ $0.isUppercase }) else { return title }
    var written: [String: String] = [:]
    let body = String(decoding: text, as: UTF8.self)
    for word in body.split(whereSeparator: { !$0.isLetter }) {
      let isCapitals = word.allSatisfy { $0.isUppercase }
      let small = word.lowercased()
      if isCapitals, word.count > 1, written[small] == nil { written[small] = String(word) }
      if word.first?.isUppercase ?? false, !isCapitals { written[small] = written[small] ?? String(word) }
      if word.first?.isLowercase ?? false { written[small] = String(word) }
    }
    var found = ""
    var word = ""
    for letter in title + " " {
      if letter.isLetter {
        word.append(letter)
        continue
      }
      if !word.isEmpty { found += written[word.lowercased()] ?? word.lowercased() }
      word = ""
      found.append(letter)
    }
    return Writing.capitalized(String(found.dropLast()))
  }
}
