import DocumentModel
import Languages

/// Words with their readings as CoNLL-U, which treebanks are written in and viewers read: ten columns, heads where they are
/// given.
public struct ConlluWriter {
  /// A word's place in the tree of its sentence.
  public struct Arc: Sendable, Hashable {
    /// The number of its governor, from 1; 0 for the root, nil if it is unread.
    public var head: Int?
    /// How it hangs there.
    public var relation: String
    /// Whether it leads a clause of which the kernel is sure.
    public var isSafe: Bool

    /// Makes an arc.
    public init(head: Int?, relation: String, isSafe: Bool) {
      self.head = head
      self.relation = relation
      self.isSafe = isSafe
    }
  }

  private let text: [UInt8]
  private let lexicon: WordLexicon
  private let words: ReadWords

  /// Makes a writer of the words of a text.
  public init(text: [UInt8], lexicon: WordLexicon, words: ReadWords) {
    self.text = text
    self.lexicon = lexicon
    self.words = words
  }

  /// One sentence with its name, its comments, and an empty line behind it.
  ///
  /// - Parameter arcs: for each word that is printed its place in the tree, "della" being two.
  public func sentence(_ index: Int, named name: String, arcs: [Arc] = []) -> String {
    let range = words.sentences[index]
    guard let first = range.first, let last = range.last else { return "" }
    let whole = text[words.words[first].span.start..<words.words[last].span.end]
    var lines = ["# sent_id = \(name)", "# text = \(Self.plain(whole))"]
    var number = 1
    var word = range.lowerBound
    while word < range.upperBound {
      let end = fused(from: word, in: range)
      let isTight = end < range.upperBound && words.words[end].look.contains(.joined)
      let misc = isTight ? "SpaceAfter=No" : "_"
      let form = Self.plain(words.spelling(of: word, in: text)[...])
      let reading = words.reading(of: word)
      let lemma = lexicon.forms.lemma(of: reading) ?? form.lowercased()
      let parts = lemma.split(separator: "+").map(String.init)
      if end - word > 1 {
        lines.append(range: number, end - word, form, misc)
        for part in word..<end { lines.append(row(number + part - word, part, form: nil, lemma: nil, misc: "_", arcs)) }
        number += end - word
      } else if parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), reading.part != .determiner {
        // "della" is "di" and "la", "cannot" is "can" and "not": the features are those of the part that has any.
        lines.append(range: number, 2, form, misc)
        let isVerb = reading.features.contains(.finite) || reading.part == .verb
        let (first, second) = isVerb ? (reading.part.name, "PART") : ("ADP", "DET")
        let features = Self.features(reading)
        let columns = [number, number + 1].map { Self.columns(of: $0, arcs) }
        lines.append(
          "\(number)\t\(parts[0])\t\(parts[0])\t\(first)\t_\t\(isVerb ? features : "_")\t\(columns[0].tree)\t_\t"
            + (columns[0].misc ?? "_"))
        lines.append(
          "\(number + 1)\t\(parts[1])\t\(parts[1])\t\(second)\t_\t\(isVerb ? "_" : features)\t\(columns[1].tree)\t_\t"
            + (columns[1].misc ?? "_"))
        number += 2
      } else {
        lines.append(row(number, word, form: form, lemma: lemma, misc: misc, arcs))
        number += 1
      }
      word = end
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  /// One past the words that are written as one with a word.
  private func fused(from word: Int, in range: Range<Int>) -> Int {
    var end = word
    while end < range.upperBound, words.words[end].look.contains(.fused) { end += 1 }
    return min(end + 1, range.upperBound)
  }

  private func row(
    _ number: Int, _ word: Int, form: String?, lemma: String?, misc: String, _ arcs: [Arc]
  ) -> String {
    let reading = words.reading(of: word)
    let lemma = lemma ?? lexicon.forms.lemma(of: reading) ?? "_"
    let columns = Self.columns(of: number, arcs)
    return
      "\(number)\t\(form ?? lemma)\t\(lemma)\t\(reading.part.name)\t_\t\(Self.features(reading))\t\(columns.tree)\t_\t"
      + Self.misc(misc, words.words[word].certainty, columns.misc)
  }

  /// Governor and relation of a word by its number, and what is said of it besides.
  private static func columns(of number: Int, _ arcs: [Arc]) -> (tree: String, misc: String?) {
    guard arcs.indices.contains(number - 1), let head = arcs[number - 1].head else { return ("_\t_", nil) }
    return ("\(head)\t\(arcs[number - 1].relation)", arcs[number - 1].isSafe ? "Safe=Yes" : nil)
  }

  private static func misc(_ misc: String, _ certainty: ReadWord.Certainty, _ safe: String?) -> String {
    var parts: [String] = []
    if certainty != .sure { parts.append(certainty == .likely ? "Reading=Likely" : "Reading=Open") }
    if let safe { parts.append(safe) }
    if misc != "_" { parts.append(misc) }
    return parts.isEmpty ? "_" : parts.joined(separator: "|")
  }

  /// The features as Universal Dependencies name them, sorted.
  static func features(_ reading: WordReading) -> String {
    let features = reading.features
    var found: [String] = []
    func add(_ name: String, _ values: [(WordFeatures, String)]) {
      let given = values.filter { features.contains($0.0) }.map(\.1)
      if given.count == 1 { found.append("\(name)=\(given[0])") }
    }
    if features.contains(.clitic) { found.append("Clitic=Yes") }
    add("Definite", [(.definite, "Def")])
    add("Degree", [(.comparative, "Cmp"), (.superlative, "Sup")])
    add("Gender", [(.feminine, "Fem"), (.masculine, "Masc")])
    if features.contains(.finite) {
      add("Mood", [(.conditional, "Cnd"), (.subjunctive, "Sub")])
      if features.isDisjoint(with: [.conditional, .subjunctive]) { found.append("Mood=Ind") }
    }
    add("Number", [(.plural, "Plur"), (.singular, "Sing")])
    add("Person", [(.first, "1"), (.second, "2"), (.third, "3")])
    if features.contains(.possessive) { found.append("Poss=Yes") }
    add("Tense", [(.future, "Fut"), (.imperfect, "Imp"), (.past, "Past"), (.present, "Pres")])
    add("VerbForm", [(.finite, "Fin"), (.gerund, "Ger"), (.infinitive, "Inf"), (.participle, "Part")])
    return found.isEmpty ? "_" : found.joined(separator: "|")
  }

  /// The words in one line.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension [String] {
  fileprivate mutating func append(range first: Int, _ count: Int, _ form: String, _ misc: String) {
    append("\(first)-\(first + count - 1)\t\(form)\t_\t_\t_\t_\t_\t_\t_\t\(misc)")
  }
}
