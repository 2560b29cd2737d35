public import DocumentModel
import Lexicons

/// A name that the words of a text might be, and what became of it: taken, or set aside for a reason.
public struct NameOption: Sendable, Hashable {
  /// What became of a name.
  public enum Outcome: Sendable, Hashable {
    /// It is a mention, or several things bear it and the report decides.
    case taken
    /// It is kept as a name inside of another one.
    case nested
    /// Something around it says that it is none.
    case shielded(Shield)
    /// A longer name holds it.
    case inside(TextSpan)
    /// It overlaps a name that begins before it.
    case overlapped(TextSpan)
    /// It must be written otherwise.
    case writing
    /// It counts in another language.
    case language
    /// None of the words stands in the sentence that it needs.
    case context
    /// It counts behind a comma.
    case comma
  }

  /// The words.
  public var span: TextSpan
  /// The position of the sentence, from 0.
  public var sentence: Int
  /// The entities that bear the name, as positions.
  public var entities: [Int]
  /// What the name is to the first of them.
  public var kind: AliasKind
  /// What became of it.
  public var outcome: Outcome
}

extension Gazetteer {
  /// All names that the words of a text might be, for a person who asks why one was taken and another was not.
  ///
  /// Costs several times as much as matching. Words in small letters that would be names in capitals are left out.
  ///
  /// - Parameters:
  ///   - sentences: the stretches to look through, and their languages.
  ///   - cues: the words that say what an unknown name is, as they were used in matching.
  ///   - homes: the countries that the report speaks of, as they were used in matching.
  ///   - isCaseless: whether names count in any case.
  ///   - isOrdinary: whether the word at a byte of the text is an ordinary word.
  public func options(
    in text: [UInt8], sentences: [(span: TextSpan, language: String)], cues: NameCues?, homes: Set<String> = [],
    isCaseless: Bool = false, isOrdinary: (Int) -> Bool
  ) -> [NameOption] {
    withoutActuallyEscaping(isOrdinary) { isOrdinary in
      data.withBytes { bytes in
        let index = NameIndex(sections, bytes, asksAll: isCaseless)
        return text.withUnsafeBufferPointer { text in
          var matcher = NameMatcher(
            text, index: index, spelling: spelling, language: nil, isCaseless: isCaseless, isOrdinary: isOrdinary)
          matcher.cues = cues
          let clubLabel = labels.firstIndex(of: "club")
          var options: [NameOption] = []
          for (position, sentence) in sentences.enumerated() {
            matcher.set(language: sentence.language, number: labels.firstIndex(of: sentence.language))
            matcher.read(sentence.span.range)
            let clubs = ClubNames(
              gazetteer: self, matcher: matcher, text: text, language: sentence.language, homes: homes,
              label: clubLabel)
            options += matcher.options(sentence: position, cues == nil ? nil : clubs)
          }
          return options
        }
      }
    }
  }
}

extension NameMatcher {
  /// The options of the sentence that was read, in the order of the text, longer ones first.
  fileprivate func options(sentence: Int, _ clubs: ClubNames?) -> [NameOption] {
    var taken: [Found] = []
    var shielded: [(name: Found, shield: Shield)] = []
    matches({ taken.append($0) }, shielded: { shielded.append(($0, $1)) })
    if let clubs {
      let judged = clubs.judged(taken)
      shielded += taken.filter { name in !judged.contains { $0.words == name.words } }.map { ($0, .club) }
      taken = judged
    }
    var options: [NameOption] = []
    for first in words.indices {
      let number = number(first)
      guard number >= 0, case var state = index.opener(number), state > 0 else { continue }
      var here: [NameOption] = []
      var end = first + 1
      while state > 0 {
        if let option = option(state, first..<end, taken, shielded, sentence) { here.append(option) }
        guard end < words.count, joins(end), case let next = self.number(end), next >= 0 else { break }
        state = index.step(state, next)
        end += 1
      }
      options += here.reversed()
    }
    return options
  }

  private func option(
    _ state: Int, _ range: Range<Int>, _ taken: [Found], _ shielded: [(name: Found, shield: Shield)], _ sentence: Int
  ) -> NameOption? {
    var entities: [Int] = []
    var kind: AliasKind?
    var refusal: NameOption.Outcome?
    var isFit = false
    for position in index.meaningRange(state) {
      let meaning = index.meaning(position)
      if let why = self.refusal(of: meaning, range) {
        if refusal == nil { refusal = why }
        if !isFit, !entities.contains(Int(meaning.entity)) { entities.append(Int(meaning.entity)) }
        if kind == nil { kind = meaning.kind }
        continue
      }
      if !isFit {
        entities = []
        isFit = true
        kind = meaning.kind
      }
      if !entities.contains(Int(meaning.entity)) { entities.append(Int(meaning.entity)) }
    }
    guard let kind else { return nil }
    let outcome: NameOption.Outcome
    if let name = taken.first(where: { $0.words == range }) {
      outcome = name.isNested ? .nested : .taken
      entities = name.candidates
    } else if let name = shielded.first(where: { $0.name.words == range }) {
      outcome = .shielded(name.shield)
    } else if !isFit {
      // "sale", "mali": every word in small letters that a name is too would be told of.
      guard let refusal, refusal != .writing || words[range.lowerBound].isCapitalized else { return nil }
      outcome = refusal
    } else if let outer = taken.first(where: { $0.words.overlaps(range) && !$0.isNested }) {
      let isInside = outer.words.lowerBound <= range.lowerBound && range.upperBound <= outer.words.upperBound
      outcome = isInside ? .inside(span(outer.words)) : .overlapped(span(outer.words))
    } else if let outer = shielded.first(where: { $0.name.words.overlaps(range) }) {
      outcome = .shielded(outer.shield)
    } else {
      return nil
    }
    return NameOption(span: span(range), sentence: sentence, entities: entities, kind: kind, outcome: outcome)
  }

  private func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(Int(words[range.lowerBound].start), Int(words[range.upperBound - 1].end))
  }
}
