public import Clauses
internal import DocumentModel
public import Reading
internal import Rulesets

/// The lexicon of a pipeline, for whoever looks at words and clauses alone.
public struct LexiconFolder: Sendable {
  /// The files of the lexicon.
  public let files: LexiconFiles
  private let read: SyntaxReader

  /// Takes what the pipeline has read.
  public init(_ loaded: LoadedPipeline) {
    files = loaded.ruleset.lexiconFiles
    read = loaded.ruleset.syntax
  }

  /// What the reader of clauses knows of a language, the words in it. For a language that the pipeline does not read it is
  /// made of whatever tables there are, and not kept.
  public func clauses(of language: String) throws(ServiceError) -> ClauseLexicon {
    if let known = read.lexicon(of: language) { return known }
    return try located { () throws(RuleError) in
      try ClauseLexicon(
        files: files, words: try files.lexicon(of: language, forms: nil) { _ in }, senses: try SenseKinds(files: files))
    }
  }

  /// What the reader of words knows of a language.
  public func lexicon(of language: String) throws(ServiceError) -> WordLexicon { try clauses(of: language).words }

  /// The table of governing words with its sentences.
  public func embedding() throws(ServiceError) -> EmbeddingTable {
    try located { () throws(RuleError) in try files.embedding() }
  }

  /// What is wrong in the lexicon, and how large it is, a line each.
  public func check() throws(ServiceError) -> (summary: [String], problems: [String]) {
    try located { () throws(RuleError) in
      (try LexiconCheck.summary(of: files), try LexiconCheck.problems(in: files).map(\.description))
    }
  }

  private func located<Result>(_ body: () throws(RuleError) -> Result) throws(ServiceError) -> Result {
    do throws(RuleError) {
      return try body()
    } catch {
      throw ServiceError(error, in: "lexicon")
    }
  }
}
