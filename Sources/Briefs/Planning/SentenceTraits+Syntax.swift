import Clauses
import DocumentModel
import Lexicons

extension SentenceTraits {
  /// Takes what syntax is sure of: whether the sentence says its subject, and whether it has a verb of its own.
  mutating func take(_ syntax: SentenceSyntax, _ tokens: ArraySlice<Token>, _ text: [UInt8]) {
    if syntax.clauses.contains(where: { $0.isFinite && $0.isSure && $0.kind != .relative }) { hasVerb = true }
    switch syntax.mainSubject {
    case .dropped where !quotes(syntax, tokens, text): lacksSubject = true
    // "Secondo i medici, lui non era in pericolo": who, the sentence before says.
    case .pronoun where !quotes(syntax, tokens, text): opening.insert(.pronoun)
    default: break
    }
  }

  /// Whether the main verb stands inside of a quotation, where the speaker may leave out whom everybody knows.
  private func quotes(_ syntax: SentenceSyntax, _ tokens: ArraySlice<Token>, _ text: [UInt8]) -> Bool {
    guard let root = syntax.root else { return true }
    var quote = OpenQuote(in: text, isOpen: beginsQuoted)
    for token in tokens where Int(token.start) < syntax.nodes[root].span.start { quote.pass(token) }
    return quote.isOpen
  }
}
