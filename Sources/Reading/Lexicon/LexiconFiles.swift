import Digest
public import DocumentModel
import Languages
public import Lexicons

/// The files of a lexicon, and what is made of them.
///
/// A folder `lexicon` holds `senses.tsv` and for each language `verbs.it.tsv`, `nouns.it.tsv`, `adjectives.it.tsv`, `adverbs.it.tsv`,
/// `connectives.it.tsv`, `closed.it.tsv`, `demonyms.it.tsv`, `endings.it.tsv`, `discard.it.tsv` and `clauses.it.tsv`; what is
/// missing is empty.
/// `embedding.tsv` says which senses govern an event, `embedding.it.tsv` shows it; `prepositions.tsv` says what prepositions mean.
public struct LexiconFiles: Sendable {
  /// Names and bytes.
  public var files: [(name: String, bytes: [UInt8])]
  /// For each language the words that keep their full stop, without it.
  public var abbreviations: [String: [String]]

  /// Gathers files.
  public init(files: [(name: String, bytes: [UInt8])], abbreviations: [String: [String]]) {
    self.files = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    self.abbreviations = abbreviations
  }

  /// Whether a file of a folder `lexicon` is one of these by its name: `senses.tsv`, `verbs.it.tsv`.
  public static func isPart(_ name: String) -> Bool {
    let parts = name.split(separator: ".").map(String.init)
    guard parts.last == "tsv" else { return false }
    if parts.count == 2 { return ["senses", "embedding", "prepositions"].contains(parts[0]) }
    return parts.count == 3 && (formStems.contains(parts[0]) || otherStems.contains(parts[0]))
  }

  /// The tables that full forms are made from.
  private static let formStems: Set<String> = [
    "verbs", "nouns", "adjectives", "adverbs", "connectives", "closed", "demonyms",
  ]
  private static let otherStems: Set<String> = ["endings", "discard", "embedding", "clauses"]

  /// Whether there is a lexicon at all.
  public var isEmpty: Bool { !files.contains { $0.name == "senses.tsv" } }

  /// Whether it has words of a language.
  public func hasWords(of language: String) -> Bool {
    !isEmpty && files.contains { $0.name == "verbs.\(language).tsv" }
  }

  /// Senses and words.
  public func tables() throws(RuleError) -> LexiconTables { try LexiconTables.read(files) }

  /// What governs an event, and the sentences that show it. Throws with file and line where a row cannot be read.
  public func embedding() throws(RuleError) -> EmbeddingTable { try EmbeddingTable.read(files) }

  /// The senses alone.
  public func senses() throws(RuleError) -> [Sense] { try LexiconTables.senses(files) }

  /// What governs an event, without the sentences. Throws with file and line where a row cannot be read.
  public func governingSenses() throws(RuleError) -> EmbeddingTable { try EmbeddingTable.read(files, examples: false) }

  /// The SHA-256 of all that the full forms of a language are made from.
  public func source(of language: String) -> [UInt8] {
    var digest = SHA256Stream()
    digest.update(Array("forms 3\n".utf8))
    for file in files {
      let parts = file.name.split(separator: ".").map(String.init)
      let isWords = parts.count == 3 && Self.formStems.contains(parts[0]) && parts[1] == language
      guard file.name == "senses.tsv" || isWords else { continue }
      digest.update(Array("\(file.name) \(file.bytes.count)\n".utf8))
      digest.update(file.bytes)
    }
    return digest.digest()
  }

  /// Compiles the full forms of a language. Takes about a second for a large lexicon; the same files give the same bytes.
  ///
  /// Rows whose forms cannot be made are left out and told.
  public func compiledForms(of language: String) throws(RuleError) -> (bytes: [UInt8], problems: [RuleError]) {
    var compiler = FormCompiler(language: language)
    var closed = ClosedWords()
    for stem in ["closed", "demonyms"] {
      for file in files where file.name == "\(stem).\(language).tsv" {
        try closed.read(file: file.name, bytes: file.bytes)
      }
    }
    compiler.add(closed)
    let tables = try tables()
    let problems = compiler.add(tables.words[language] ?? [], senses: tables.senses)
    return (compiler.compiled(source: source(of: language)), problems)
  }

  /// All that a reader of words needs. `forms` are compiled bytes that were kept, if they are of these files; else they
  /// are compiled anew and given to `keep`.
  public func lexicon(
    of language: String, forms: (any HeldBytes)?, keep: ([UInt8]) -> Void
  ) throws(RuleError) -> WordLexicon {
    let source = source(of: language)
    var table = forms.flatMap { FormTable($0, source: source) }
    if table == nil {
      let bytes = try compiledForms(of: language).bytes
      keep(bytes)
      table = FormTable(bytes, source: source)
    }
    guard let table else {
      throw RuleError(
        file: "lexicon", line: nil, message: "the full forms of “\(language)” cannot be used",
        remedy: "Report this fault")
    }
    var endings = EndingTable()
    var rules = DiscardRules()
    for file in files where file.name == "endings.\(language).tsv" {
      try endings.read(file: file.name, bytes: file.bytes)
    }
    for file in files where file.name == "discard.\(language).tsv" {
      try rules.read(file: file.name, bytes: file.bytes)
    }
    return WordLexicon(
      language: language, forms: table, endings: endings, rules: rules,
      abbreviations: Set((abbreviations[language] ?? []).map { Array(($0 + ".").utf8) }))
  }
}
