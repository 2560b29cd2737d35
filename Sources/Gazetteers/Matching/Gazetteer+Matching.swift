public import DocumentModel
import Lexicons

extension Gazetteer {
  /// The names in the sentences of a text, in order.
  ///
  /// - Parameters:
  ///   - sentences: the stretches to look through, and their languages.
  ///   - isCaseless: whether names count in any case.
  ///   - isOrdinary: whether the word at a byte of the text is an ordinary word.
  ///   - isDue: asked before each sentence; the search ends when it says no.
  ///   - found: called with each name and the sentence, from 0.
  public func matches(
    in text: [UInt8], sentences: [(span: TextSpan, language: String)], isCaseless: Bool = false,
    isOrdinary: (Int) -> Bool, isDue: () -> Bool = { true }, found: (GazetteerMatch, Int) -> Void
  ) {
    withoutActuallyEscaping(isOrdinary) { isOrdinary in
      data.withBytes { bytes in
        let index = NameIndex(sections, bytes)
        text.withUnsafeBufferPointer { text in
          var matcher = NameMatcher(
            index: index, spelling: spelling, language: nil, isCaseless: isCaseless, isOrdinary: isOrdinary)
          for (position, sentence) in sentences.enumerated() {
            guard isDue() else { return }
            matcher.language = labels.firstIndex(of: sentence.language)
            matcher.read(text, sentence.span.range)
            matcher.matches({ found(matcher.match($0, text), position) }, shielded: { _, _ in })
          }
        }
      }
    }
  }
}

extension NameMatcher {
  func match(_ name: Found, _ text: UnsafeBufferPointer<UInt8>) -> GazetteerMatch {
    let first = words[name.words.lowerBound]
    let start = Int(first.start)
    var end = Int(words[name.words.upperBound - 1].end)
    // "Congo (Kinshasa)": the parenthesis that opens inside closes behind.
    let inside = text[start..<end]
    if inside.contains(UInt8(ascii: "(")), !inside.contains(UInt8(ascii: ")")), end < text.count,
      text[end] == UInt8(ascii: ")")
    {
      end += 1
    }
    var match = GazetteerMatch(span: TextSpan(start, end), candidates: name.candidates, isNominal: name.isNominal)
    if name.words.lowerBound > 0, first.gap == .space,
      index.classes(of: words[name.words.lowerBound - 1].number).contains(.place)
    {
      match.cues.insert(.place)
    }
    if name.words.lowerBound == 0 { match.cues.insert(.first) }
    if isOrdinary(start) { match.cues.insert(.ordinary) }
    return match
  }
}
