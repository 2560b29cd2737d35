import DocumentModel

/// The headline in the report's own words: its title without furniture, else its first sentence, cut at a clause
/// boundary where it is long.
struct OwnHeadline {
  let scene: Scene
  let own: OwnWords

  func headline(title: Int?, lead: Int?) -> (text: String, sentence: SentenceIndex)? {
    if let title {
      let span = scene.titleSpan(title)
      return (
        own.grammar.tidied(
          Self.cased(scene.words(span), like: scene.material.text[scene.material.sentences[title].span.end...])),
        SentenceIndex(title)
      )
    }
    guard let lead else { return nil }
    var said = Said()
    said.entities = scene.named
    let words = own.words(of: lead, isHeadline: true, &said).text
    return (Quotation.closed(HeadlineCut(scene: scene).cut(words, of: lead)), SentenceIndex(lead))
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
