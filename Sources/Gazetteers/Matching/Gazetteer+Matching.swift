public import DocumentModel
import Lexicons

extension Gazetteer {
  /// The names in the sentences of a text, in order, each with its sentence, from 0.
  ///
  /// - Parameters:
  ///   - sentences: the stretches to look through, and their languages.
  ///   - isCaseless: whether names count in any case.
  ///   - isOrdinary: whether the word at a byte of the text is an ordinary word.
  ///   - isDue: asked before each sentence; the search ends when it says no.
  public func matches(
    in text: [UInt8], sentences: [(span: TextSpan, language: String)], isCaseless: Bool = false,
    isOrdinary: (Int) -> Bool, isDue: () -> Bool = { true }
  ) -> [(match: GazetteerMatch, sentence: Int)] {
    var found: [(match: GazetteerMatch, sentence: Int)] = []
    var numbers: [Int32] = []
    // Words that are names of persons in this report.
    var persons: Set<Int32> = []
    withoutActuallyEscaping(isOrdinary) { isOrdinary in
      data.withBytes { bytes in
        let index = NameIndex(sections, bytes, asksAll: isCaseless)
        text.withUnsafeBufferPointer { text in
          var matcher = NameMatcher(
            text, index: index, spelling: spelling, language: nil, isCaseless: isCaseless, isOrdinary: isOrdinary)
          for (position, sentence) in sentences.enumerated() {
            guard isDue() else { return }
            matcher.language = labels.firstIndex(of: sentence.language)
            matcher.read(sentence.span.range)
            matcher.matches(
              { name in
                found.append((matcher.match(name, text), position))
                numbers.append(name.words.count == 1 ? matcher.words[name.words.lowerBound].number : -1)
              },
              shielded: { name, shield in
                if shield == .person { persons.insert(matcher.words[name.words.lowerBound].number) }
              })
          }
        }
      }
    }
    guard !persons.isEmpty else { return found }
    // "Patrick Moore … Moore said": a surname once is a surname always, but for what stands where a place does.
    return zip(found, numbers).filter { found, number in
      number < 0 || !persons.contains(number) || found.match.isWherePlacesStand
        || ![.place, .facility].contains(type(of: found.match.candidates[0]))
        || prior(of: found.match.candidates[0]) > 6
    }.map(\.0)
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
    match.isWherePlacesStand =
      name.words.lowerBound > 0 && first.gap == .space
      && index.classes(of: number(name.words.lowerBound - 1)).contains(.place)
    match.isNested = name.isNested
    return match
  }
}
