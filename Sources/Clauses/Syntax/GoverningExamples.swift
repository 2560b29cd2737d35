import DocumentModel
public import ICU
public import Reading

/// Whether the marked sentences of a table of governing words are read as they are meant: the word governs the event in
/// brackets, or it does not.
public struct GoverningExamples: Sendable {
  /// A sentence that is read otherwise than it is meant.
  public struct Miss: Sendable {
    /// The id of the sense.
    public var sense: String
    /// The sentence with its event in brackets.
    public var sentence: String
    /// Whether the word should govern it.
    public var isMeant: Bool
  }

  /// How many there are of each kind.
  public private(set) var count = 0
  /// The sentences that are read otherwise, in the order of the table.
  public private(set) var misses: [Miss] = []

  /// Reads all sentences of a language.
  ///
  /// - Throws: ``ICUError`` if ICU has no memory.
  public init(_ table: EmbeddingTable, of language: String, _ lexicon: ClauseLexicon) throws(ICUError) {
    var effects: [String: Set<Embedding>] = [:]
    for row in table.rows { effects[row.sense, default: []].insert(row.effect) }
    let reader = SyntaxReader([language: lexicon])
    for example in table.examples[language] ?? [] {
      count += 1
      for (sentence, isMeant) in [(example.must, true), (example.mustNot, false)] {
        let found = try Self.effects(on: sentence, language, reader)
        if found.isDisjoint(with: effects[example.sense] ?? []) == isMeant {
          misses.append(Miss(sense: example.sense, sentence: sentence, isMeant: isMeant))
        }
      }
    }
  }

  /// What governs the event in brackets.
  private static func effects(
    on sentence: String, _ language: String, _ reader: SyntaxReader
  ) throws(ICUError) -> Set<Embedding> {
    var text: [UInt8] = []
    var start = 0
    var end = 0
    for byte in sentence.utf8 {
      switch byte {
      case UInt8(ascii: "["): start = text.count
      case UInt8(ascii: "]"): end = text.count
      default: text.append(byte)
      }
    }
    let syntax = reader.syntax(of: text, [(TextSpan(0, text.count), language)], names: [])
    let read = syntax[0]
    if let failure = syntax.failure { throw failure }
    guard start < end, let read, let event = read.event(in: TextSpan(start, end)) else { return [] }
    return Set(read.governing(event).map(\.effect))
  }
}
