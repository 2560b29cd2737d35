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
    reading(of: text, sentences: sentences, cues: nil, isCaseless: isCaseless, isOrdinary: isOrdinary, isDue: isDue)
      .matches
  }

  /// The names in the sentences of a text with those that the text itself explains or that nobody knows.
  ///
  /// - Parameters:
  ///   - sentences: the stretches to look through, and their languages.
  ///   - cues: the words that say what an unknown name is; nil for known names alone.
  ///   - homes: the ISO codes of the countries that the report speaks of where it names none.
  ///   - isCaseless: whether names count in any case.
  ///   - isOrdinary: whether the word at a byte of the text is an ordinary word.
  ///   - isDue: asked before each sentence; the search ends when it says no.
  public func reading(
    of text: [UInt8], sentences: [(span: TextSpan, language: String)], cues: NameCues?, homes: Set<String> = [],
    isCaseless: Bool = false, isOrdinary: (Int) -> Bool, isDue: () -> Bool = { true }
  ) -> NameReading {
    withoutActuallyEscaping(isOrdinary) { isOrdinary in
      data.withBytes { bytes in
        let index = NameIndex(sections, bytes, asksAll: isCaseless)
        return text.withUnsafeBufferPointer { text in
          var found: [(match: GazetteerMatch, sentence: Int)] = []
          var numbers: [Int32] = []
          // Words that are names of persons in this report.
          var persons: Set<Int32> = []
          var local = cues.map { LocalNames(text, sentences: sentences, cues: $0, letters: spelling.letters) }
          var matcher = NameMatcher(
            text, index: index, spelling: spelling, language: nil, isCaseless: isCaseless, isOrdinary: isOrdinary)
          matcher.cues = cues
          let clubLabel = labels.firstIndex(of: "club")
          var isSport = false
          for (position, sentence) in sentences.enumerated() {
            guard isDue() else { break }
            matcher.set(language: sentence.language, number: labels.firstIndex(of: sentence.language))
            matcher.read(sentence.span.range)
            var inside: [NameMatcher.Found] = []
            matcher.matches(
              { inside.append($0) },
              shielded: { name, shield in
                if shield == .person { persons.insert(matcher.words[name.words.lowerBound].number) }
              })
            if cues != nil {
              var clubs = ClubNames(
                gazetteer: self, matcher: matcher, text: text, language: sentence.language, homes: homes,
                label: clubLabel)
              clubs.isSport = isSport
              inside = clubs.judged(inside)
              isSport = isSport || inside.contains { clubs.isClub($0.candidates[0]) }
            }
            for name in inside {
              found.append((matcher.match(name, text), position))
              numbers.append(name.words.count == 1 ? matcher.words[name.words.lowerBound].number : -1)
            }
            local?.read(matcher, found: inside, sentence: position, gazetteer: self)
          }
          let kept = withoutSurnames(found, numbers, persons)
          return local?.reading(kept) ?? NameReading(matches: kept)
        }
      }
    }
  }

  /// "Patrick Moore … Moore said": a surname once is a surname always, but for what stands where a place does.
  private func withoutSurnames(
    _ found: [(match: GazetteerMatch, sentence: Int)], _ numbers: [Int32], _ persons: Set<Int32>
  ) -> [(match: GazetteerMatch, sentence: Int)] {
    guard !persons.isEmpty else { return found }
    return zip(found, numbers).filter { found, number in
      number < 0 || !persons.contains(number) || found.match.isWherePlacesStand
        || ![.place, .facility].contains(type(of: found.match.candidates[0]))
        || prior(of: found.match.candidates[0]) > 6
    }.map(\.0)
  }

  /// The entities that a name may be of, whatever its case and whatever stands around it; in the order of the tables.
  ///
  /// - Parameter acronymOnly: only those that are written in capitals.
  func candidates(named name: [UInt8], acronymOnly: Bool = false) -> [Int] {
    data.withBytes { bytes in
      let index = NameIndex(sections, bytes, asksAll: true)
      var numbers: [Int32] = []
      name.withUnsafeBufferPointer { name in
        NameScanner.forEachWord(in: name, 0..<name.count, spelling: spelling, numbering: index) {
          numbers.append($0.number)
        }
      }
      guard let first = numbers.first, first >= 0, case var state = index.opener(first), state > 0 else { return [] }
      for number in numbers.dropFirst() {
        guard number >= 0, case let next = index.step(state, number), next > 0 else { return [] }
        state = next
      }
      var found: [Int] = []
      for position in index.meaningRange(state) {
        let meaning = index.meaning(position)
        guard !acronymOnly || meaning.allCapitals != 0, !found.contains(Int(meaning.entity)) else { continue }
        found.append(Int(meaning.entity))
      }
      return found
    }
  }

  /// The words of a name with the letters that an acronym may take of them.
  func nameWords(of name: String) -> [AcronymFit.Word] {
    let bytes = Array(name.utf8)
    return data.withBytes { data in
      let index = NameIndex(sections, data, asksAll: true)
      var words: [AcronymFit.Word] = []
      bytes.withUnsafeBufferPointer { bytes in
        NameScanner.forEachWord(in: bytes, 0..<bytes.count, spelling: spelling, numbering: index) { word in
          words.append(
            AcronymFit.Word(
              letters: spelling.letters.letters(bytes, Int(word.start)..<Int(word.end)),
              isCapitalized: word.isCapitalized, isAllCapitals: word.isAllCapitals))
        }
      }
      return words
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
    match.isWherePlacesStand =
      name.words.lowerBound > 0 && first.gap == .space
      && index.classes(of: number(name.words.lowerBound - 1)).contains(.place)
    match.isNested = name.isNested
    return match
  }
}
