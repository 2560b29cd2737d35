/// "BIMBA E ULTRASUONI Nel 2011 i Servizi sociali …": a heading in capitals that the page has glued to the sentence below.
enum Crosshead {
  private static let fewestWords = 3
  private static let fewestLetters = 9
  private static let longest = 90
  /// A word of so many bytes in capitals may be the sentence's own: "I", "LA".
  private static let article = 3

  /// Where it ends at the head of a sentence; nil where none stands. "NATO forces" and "USS COLE" are none.
  static func end(at range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    let head = range.lowerBound..<min(range.upperBound, range.lowerBound + longest)
    // Most sentences begin with a word that has a small letter.
    if head.count > 1, text[head.lowerBound] | 0x20 >= 0x61, text[head.lowerBound] | 0x20 <= 0x7A,
      text[head.lowerBound + 1] >= 0x61, text[head.lowerBound + 1] <= 0x7A
    {
      return nil
    }
    let scraps = Scrap.scraps(of: head, in: text)
    guard let first = scraps.first, first.isWord, first.isCaps,
      var rest = scraps.firstIndex(where: { $0.isWord && !$0.isCaps }), rest + 1 < scraps.count
    else { return nil }
    // "BLITZ NELLA NOTTE I carabinieri hanno …"
    if !scraps[rest].isCapital {
      guard rest > 0, scraps[rest - 1].isWord, scraps[rest - 1].key.count < article else { return nil }
      rest -= 1
    }
    let caps = scraps[..<rest]
    guard caps.count(where: \.isWord) >= fewestWords, caps.reduce(0, { $0 + $1.key.count }) >= fewestLetters,
      caps.allSatisfy({ $0.isWord || $0.isNumber || $0.kind == .comma || $0.kind == .hyphen })
    else { return nil }
    return scraps[rest].range.lowerBound
  }
}
