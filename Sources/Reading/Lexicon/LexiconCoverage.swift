public import DocumentModel

/// How much of the running words of texts a lexicon knows, and which words it lacks.
public struct LexiconCoverage {
  /// Words that say something, and those of them that are known: listed, derived, or names by their capital.
  public private(set) var words = 0
  /// Those that are known.
  public private(set) var known = 0
  /// The unknown ones with how often they came, folded.
  public private(set) var unknown: [String: Int] = [:]

  /// Counts nothing yet.
  public init() {}

  /// Counts the words of a text.
  ///
  /// - Parameter names: the mentions of known names, in the order of the text; their words are known.
  public mutating func add(_ text: [UInt8], _ words: ReadWords, names: [TextSpan]) {
    var name = names.startIndex
    for index in words.words.indices {
      let word = words.words[index]
      while name < names.endIndex, names[name].end <= word.span.start { name += 1 }
      let reading = words.reading(of: index)
      let isNamed = name < names.endIndex && names[name].start <= word.span.start && word.span.end <= names[name].end
      guard reading.part.isContent || isNamed, !word.look.contains(.digits) else { continue }
      self.words += 1
      let isName = word.look.contains(.capital) && (!word.look.contains(.initial) || reading.part == .properNoun)
      if isNamed || isName || !word.look.contains(.unknown)
        || words.readings(of: index).contains(where: { $0.origin == .derived })
      {
        known += 1
      } else {
        unknown[String(decoding: FoldedWord.of(text[word.span.range]), as: UTF8.self), default: 0] += 1
      }
    }
  }
}
