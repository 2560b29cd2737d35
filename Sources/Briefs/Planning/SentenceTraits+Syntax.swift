import Clauses
import DocumentModel
import Lexicons

/// What syntax is sure of in a sentence: whether it says its subject, and whether it has a verb of its own. Nothing is read
/// before somebody asks.
final class SyntaxTraits {
  private let document: Syntax
  private let sentence: Int
  private let tokens: ArraySlice<Token>
  private let text: [UInt8]
  private let beginsQuoted: Bool

  /// - Parameter beginsQuoted: whether the sentence begins inside a quotation.
  init(
    _ document: Syntax, _ sentence: Int, _ tokens: ArraySlice<Token>, _ text: [UInt8],
    beginsQuoted: Bool
  ) {
    self.document = document
    self.sentence = sentence
    self.tokens = tokens
    self.text = text
    self.beginsQuoted = beginsQuoted
  }

  /// Whether it has a finite verb of its own.
  private(set) lazy var hasVerb: Bool =
    document[sentence]?.clauses.contains { $0.isFinite && $0.isSure && $0.kind != .relative }
    ?? false
  /// Whether its subject is left out.
  var lacksSubject: Bool { subject == .dropped }
  /// "Secondo i medici, lui non era in pericolo": who, the sentence before says.
  var opensWithPronoun: Bool { if case .pronoun = subject { true } else { false } }

  /// What it says of its subject, outside of a quotation, where the speaker may leave out whom everybody knows.
  private lazy var subject: SentenceSyntax.MainSubject = {
    guard let syntax = document[sentence] else { return .unknown }
    switch syntax.mainSubject {
    case .dropped where !quotes(syntax): return .dropped
    case .pronoun(let node) where !quotes(syntax): return .pronoun(node)
    default: return .unknown
    }
  }()

  /// Whether the main verb stands inside of a quotation.
  private func quotes(_ syntax: SentenceSyntax) -> Bool {
    guard let root = syntax.root else { return true }
    var quote = OpenQuote(in: text, isOpen: beginsQuoted)
    for token in tokens where Int(token.start) < syntax.nodes[root].span.start { quote.pass(token) }
    return quote.isOpen
  }
}
