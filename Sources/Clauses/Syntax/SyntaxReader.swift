public import DocumentModel
import Reading

/// Reads the clauses of a document whose sentences may be in several languages. One may be used by many threads.
public struct SyntaxReader: Sendable {
  private let rooms: [String: ClauseLexicon]

  /// Makes a reader over a lexicon for each language; sentences of other languages stay unread.
  public init(_ lexicons: [String: ClauseLexicon]) { rooms = lexicons }

  /// What it knows of a language; nil for one that it does not read.
  public func lexicon(of language: String) -> ClauseLexicon? { rooms[language] }

  /// The clauses of the sentences of a text, each read when it is first asked for: see ``Syntax``.
  ///
  /// - Parameters:
  ///   - sentences: each with the language that it is read by, in the order of the text; nil for one that is not to be read.
  ///   - names: the mentions of known names, in the order of the text.
  ///   - isDue: whether a sentence may be read at all; asked once for each that somebody asks for.
  public func syntax(
    of text: [UInt8], _ sentences: [(span: TextSpan, language: String)?], names: [TextSpan],
    isDue: @escaping @Sendable (Int) -> Bool = { _ in true }
  ) -> Syntax {
    Syntax(
      Syntax.Source(rooms: rooms, text: text, sentences: sentences, names: names, isDue: isDue))
  }
}
