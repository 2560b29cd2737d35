import Clauses
import DispaccioTestSupport
import DocumentModel
import Reading
import Synchronization
import Testing

/// Sentences are read when they are asked for, and it makes no difference which are asked for, and in which order.
@Suite struct SyntaxTests {
  /// A text whose second sentence a line end cuts in a word, with the spans of its sentences and of its names.
  private static let text = Array(
    "L'esercito ha attaccato i ribelli a Kidal. Le forze ar-\nmate hanno poi occupato Gao, ha detto Moussa Diallo. Sono fuggiti."
      .utf8)
  private static let names = ["Kidal", "Gao", "Moussa Diallo"].map { span(of: $0) }

  private static func span(of words: String) -> TextSpan {
    let words = Array(words.utf8)
    let start = text.indices.first { text[$0...].starts(with: words) } ?? 0
    return TextSpan(start, start + words.count)
  }

  private static let sentences: [TextSpan] = {
    var spans: [TextSpan] = []
    var start = 0
    for (offset, byte) in text.enumerated() where byte == UInt8(ascii: ".") {
      spans.append(TextSpan(start, offset + 1))
      start = offset + 2
    }
    return spans
  }()

  private static func syntax(isDue: @escaping @Sendable (Int) -> Bool = { _ in true }) throws -> Syntax {
    SyntaxReader(["it": try ShippedClauses.of("it")]).syntax(
      of: text, sentences.map { ($0, "it") }, names: names, isDue: isDue)
  }

  private static func told(_ sentence: SentenceSyntax?) -> [String] {
    sentence?.nodes.map { "\($0.span) \($0.head ?? -2) \($0.relation.name) \($0.part) \($0.look.rawValue)" } ?? []
  }

  @Test func `the order of asking makes no difference`() throws {
    let (forth, back) = (try Self.syntax(), try Self.syntax())
    let there = Self.sentences.indices.map { Self.told(forth[$0]) }
    let home = Self.sentences.indices.reversed().map { Self.told(back[$0]) }
    #expect(there == home.reversed())
    #expect(there.allSatisfy { !$0.isEmpty })
    #expect(there == Self.sentences.indices.map { Self.told(forth[$0]) })
    #expect(forth.failure == nil)
  }

  @Test func `a sentence alone is read as in its text`() throws {
    let lexicon = try ShippedClauses.of("it")
    let words = try WordReader(lexicon.words).read(Self.text, sentences: Self.sentences, names: Self.names)
    let clauses = ClauseReader(lexicon).read(Self.text, words)
    let syntax = try Self.syntax()
    for (number, range) in clauses.sentences.enumerated() {
      let nodes = try #require(syntax[number]).nodes
      #expect(nodes.map(\.head) == clauses.nodes[range].map(\.head))
      #expect(nodes.map(\.relation) == clauses.nodes[range].map(\.link))
      #expect(nodes.map(\.span) == clauses.nodes[range].map { words.words[$0.word].span })
      #expect(nodes.map(\.look) == clauses.nodes[range].map { words.words[$0.word].look })
    }
  }

  @Test func `what is not due stays unread, and is asked about once`() throws {
    let asked = Mutex<[Int]>([])
    let syntax = try Self.syntax { sentence in
      asked.withLock { $0.append(sentence) }
      return sentence == 1
    }
    #expect(asked.withLock { $0 }.isEmpty)
    for _ in 0..<2 {
      #expect(syntax[0] == nil)
      #expect(syntax[1] != nil)
    }
    #expect(syntax[7] == nil)
    #expect(asked.withLock { $0 } == [0, 1])
  }
}
