import Clauses
import DocumentModel
import Languages
import Lexicons
import Reading

extension SentenceTraits {
  /// Takes what syntax is sure of: whether the sentence says its subject, and whether it has a verb of its own.
  mutating func take(_ syntax: SentenceSyntax, _ tokens: ArraySlice<Token>, _ text: [UInt8], times: [TextSpan]) {
    isVerbless = !hasVerb && news.isEmpty && !syntax.clauses.contains { $0.isFinite }
    pointsAt = syntax.nodes.indices.contains { node in
      syntax.pointsBack(node, times) && !isQuoted(syntax.nodes[node].span.start, tokens, text)
    }
    // "… un uomo che da anni viveva in paese": who he is, not when it happened.
    if !backgrounds.isEmpty, backgrounds.allSatisfy(syntax.isAside) { marks.remove(.background) }
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
    syntax.root.map { isQuoted(syntax.nodes[$0].span.start, tokens, text) } ?? true
  }

  private func isQuoted(_ start: Int, _ tokens: ArraySlice<Token>, _ text: [UInt8]) -> Bool {
    var quote = OpenQuote(in: text, isOpen: beginsQuoted)
    for token in tokens where Int(token.start) < start { quote.pass(token) }
    return quote.isOpen
  }
}

extension SentenceSyntax {
  /// "In questa operazione", "that house": a word that points at a noun, which is no time ("this week") and is described by
  /// nothing behind it ("those who …", "quella parte di …").
  fileprivate func pointsBack(_ node: Int, _ times: [TextSpan]) -> Bool {
    guard nodes[node].features.contains(.demonstrative), nodes[node].certainty != .open else { return false }
    // "No one knows that better", but not "that of others".
    if nodes[node].part == .pronoun {
      let complements: Set<Relation> = [.object, .indirectObject, .oblique]
      return complements.contains(nodes[node].relation)
        && !dependents(of: node).contains { $0 > node && nodes[$0].relation != .punctuation }
    }
    guard nodes[node].relation == .determiner, let noun = nodes[node].head, noun > node, nodes[noun].part == .noun
    else { return false }
    if times.contains(where: { $0.overlaps(nodes[noun].span) }) { return false }
    let describing: Set<Relation> = [.relativeClause, .adnominalClause, .nominalModifier, .adjective]
    return !dependents(of: noun).contains { $0 > noun && describing.contains(nodes[$0].relation) }
  }

  /// Whether words stand in a clause that only says more of a noun, or when and why.
  fileprivate func isAside(_ span: TextSpan) -> Bool {
    guard var node = nodes.firstIndex(where: { span.overlaps($0.span) }) else { return false }
    for _ in nodes.indices {
      if let clause = clause(ledBy: node) {
        switch clauses[clause].kind {
        case .relative, .participial, .gerund, .adverbial: return true
        default: break
        }
      }
      guard let head = nodes[node].head, head >= 0 else { return false }
      node = head
    }
    return false
  }
}
