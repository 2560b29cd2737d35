public import DocumentModel
public import ICU
import Reading

/// Reads the clauses of a document whose sentences may be in several languages. One may be used by many threads.
public struct SyntaxReader: Sendable {
  private let rooms: [String: ClauseLexicon]

  /// Makes a reader over a lexicon for each language; sentences of other languages stay unread.
  public init(_ lexicons: [String: ClauseLexicon]) { rooms = lexicons }

  /// What it knows of a language; nil for one that it does not read.
  public func lexicon(of language: String) -> ClauseLexicon? { rooms[language] }

  /// The clauses of the sentences that were asked for. Linear in their bytes.
  ///
  /// - Parameters:
  ///   - sentences: each with the language that it is read by; nil for one that is not to be read.
  ///   - names: the mentions of known names, in the order of the text.
  /// - Throws: ``ICUError`` if ICU has no memory.
  public func read(
    _ text: [UInt8], _ sentences: [(span: TextSpan, language: String)?], names: [TextSpan]
  ) throws(ICUError) -> Syntax {
    var found = Syntax(count: sentences.count)
    for (language, lexicon) in rooms.sorted(by: { $0.key < $1.key }) {
      let positions = sentences.indices.filter { sentences[$0]?.language == language }
      guard !positions.isEmpty else { continue }
      let words = try WordReader(lexicon.words).read(
        text, sentences: positions.compactMap { sentences[$0]?.span }, names: names)
      let clauses = ClauseReader(lexicon).read(text, words)
      found.take(words, clauses, lexicon, at: positions)
    }
    return found
  }
}
