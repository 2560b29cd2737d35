import DocumentModel
import Languages
import Lexicons

/// What becomes of an event that a word governs: "sventare un attentato" is one that did not happen.
public enum Embedding: String, Sendable, CaseIterable {
  case say, claim, accuse, deny, `true`, react, believe, fear, plan, threaten, bid, `try`, managed, failed, prevent,
    phase, condition, purpose, ahead, behind, alleged, asked, none, could, remember, court, pretend
}

/// The senses that govern an event: `embedding.tsv` for all languages, and for each language a file with a sentence for
/// and one against each row.
public struct EmbeddingTable: Sendable {
  /// One sense with what it governs and what becomes of that.
  public struct Row: Sendable {
    /// The id of the sense.
    public var sense: String
    /// What it governs: `inf`, `that`, `O`, `S`, `np`, `noun`, `clause`, or a role, `P:charge`.
    public var complements: [String]
    /// What becomes of it.
    public var effect: Embedding
    /// Where it stands, from 1.
    var line: Int
  }

  /// A sentence in which the sense governs what stands in brackets, and one in which it does not.
  public struct Example: Sendable {
    /// The id of the sense.
    public var sense: String
    /// "La polizia ha sventato [un attentato]."
    public var must: String
    /// "L'uomo che aveva sventato il furto [è stato ucciso]."
    public var mustNot: String
    /// Where it stands, from 1.
    var line: Int
  }

  /// The rows, in the order of their table.
  public private(set) var rows: [Row] = []
  /// The examples by language, in the order of their tables.
  public private(set) var examples: [String: [Example]] = [:]

  private static let complements: Set<String> = ["inf", "that", "O", "S", "np", "noun", "clause"]

  /// - Parameter examples: whether the sentences are read too, which only those who check them need.
  static func read(
    _ files: [(name: String, bytes: [UInt8])], examples: Bool = true
  ) throws(RuleError) -> EmbeddingTable {
    var found = EmbeddingTable()
    for file in files {
      let parts = file.name.split(separator: ".").map(String.init)
      guard parts[0] == "embedding" else { continue }
      if parts.count == 2 {
        try found.readRows(file.name, file.bytes)
      } else if examples {
        try found.readExamples(of: parts[1], file.name, file.bytes)
      }
    }
    return found
  }

  private mutating func readRows(_ file: String, _ bytes: [UInt8]) throws(RuleError) {
    let table = try Table(file: file, bytes: bytes, columns: ["lexeme", "complement", "effect"])
    for row in table.rows {
      guard let effect = Embedding(rawValue: row[2]) else {
        throw table.error(
          at: row, "“\(row[2])” is nothing that becomes of an event",
          remedy: "Write one of \(Embedding.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      let complements = row[1].split(separator: "|").map(String.init)
      for complement in complements where !Self.complements.contains(complement) {
        let isRole = complement.hasPrefix("P:") && complement.utf8.count > 2
        guard isRole else {
          throw table.error(
            at: row, "“\(complement)” is nothing that a word governs",
            remedy: "Write some of \(Self.complements.sorted().joined(separator: ", ")), or a role as P:charge")
        }
      }
      rows.append(Row(sense: row[0], complements: complements, effect: effect, line: row.line))
    }
  }

  private mutating func readExamples(of language: String, _ file: String, _ bytes: [UInt8]) throws(RuleError) {
    let table = try Table(file: file, bytes: bytes, columns: ["lexeme", "must", "must_not"])
    examples[language] = table.rows.map { Example(sense: $0[0], must: $0[1], mustNot: $0[2], line: $0.line) }
  }

  // MARK: - Check

  /// What is wrong: a row without a sense or an example, an example whose event is not marked or that lacks the word.
  ///
  /// - Parameter forms: the full forms of a language, in which its examples are looked up.
  func problems(_ tables: LexiconTables, forms: [String: FormTable]) -> [RuleError] {
    var problems: [RuleError] = []
    let places = Dictionary(tables.senses.enumerated().map { ($1.id, $0) }) { first, _ in first }
    for row in rows where places[row.sense] == nil {
      problems.append(
        RuleError(
          file: "embedding.tsv", line: row.line, message: "the sense “\(row.sense)” is not in senses.tsv",
          remedy: "Add it there, or name one that is"))
    }
    for (language, examples) in examples.sorted(by: { $0.key < $1.key }) {
      let file = "embedding.\(language).tsv"
      func tell(_ line: Int?, _ message: String, _ remedy: String) {
        problems.append(RuleError(file: file, line: line, message: message, remedy: remedy))
      }
      if examples.map(\.sense) != rows.map(\.sense) {
        tell(nil, "its rows are not those of embedding.tsv", "Give each row there one here, in the same order")
      }
      var lemmas: [String: Set<String>] = [:]
      for word in tables.words[language] ?? [] { lemmas[tables.senses[word.sense].id, default: []].insert(word.lemma) }
      let inflection = Languages.of(language)
      for example in examples {
        for sentence in [example.must, example.mustNot] {
          guard let outside = Self.outside(sentence) else {
            tell(example.line, "“\(sentence)” does not mark one event", "Put its words in square brackets, once")
            continue
          }
          if let forms = forms[language], !Self.has(lemmas[example.sense] ?? [], outside, forms, inflection) {
            tell(example.line, "“\(sentence)” has no word of “\(example.sense)”", "Use one, outside the brackets")
          }
        }
      }
    }
    return problems
  }

  /// The words of a sentence outside its brackets; nil unless there is one pair around something.
  private static func outside(_ sentence: String) -> String? {
    let parts = sentence.split(separator: "[", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let rest = parts[1].split(separator: "]", omittingEmptySubsequences: false)
    guard rest.count == 2, !rest[0].isEmpty else { return nil }
    return parts[0] + " | " + rest[1]
  }

  /// Whether a form of one of the lemmas stands among words.
  private static func has(
    _ lemmas: Set<String>, _ words: String, _ forms: FormTable, _ language: any Language
  ) -> Bool {
    let folded = FoldedWord.of(Array(words.utf8))
    // "prendersi il merito", "carry out": its longest word is enough, or the first one where it inflects.
    var parts = lemmas
    for lemma in lemmas where lemma.utf8.contains(where: { !isLetter($0) }) {
      let words = lemma.split { !$0.isLetter }.map(String.init)
      if let longest = words.max(by: { $0.utf8.count < $1.utf8.count }) { parts.insert(longest) }
      if let first = words.first { parts.insert(first) }
    }
    for lemma in parts {
      for verb in language.withoutEnclitics(FoldedWord.of(lemma.utf8))?.verbs ?? [] {
        parts.insert(String(decoding: verb, as: UTF8.self))
      }
    }
    return forms.withLookup { lookup in
      folded.split { !isLetter($0) }.contains { word in
        var readings: [WordReading] = []
        _ = lookup.append(Array(word), to: &readings)
        // "fingendosi"
        for verb in language.withoutEnclitics(Array(word))?.verbs ?? [] { _ = lookup.append(verb, to: &readings) }
        return readings.contains { reading in forms.lemma(of: reading).map(parts.contains) ?? false }
          || parts.contains(String(decoding: word, as: UTF8.self))
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
