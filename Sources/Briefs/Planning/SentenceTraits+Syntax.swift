import Clauses
import DocumentModel
import Languages
import Lexicons
import Reading

/// What syntax tells of a sentence: whether it says its subject, whether it has a verb of its own, whether it points back.
/// Nothing is read before somebody asks.
final class SyntaxTraits {
  private let document: Syntax
  private let sentence: Int
  private let tokens: ArraySlice<Token>
  private let text: [UInt8]
  private let beginsQuoted: Bool
  private let times: [TextSpan]

  /// - Parameters:
  ///   - beginsQuoted: whether the sentence begins inside a quotation.
  ///   - times: the words of time of the report, in order.
  init(
    _ document: Syntax, _ sentence: Int, _ tokens: ArraySlice<Token>, _ text: [UInt8],
    beginsQuoted: Bool, times: [TextSpan]
  ) {
    self.document = document
    self.sentence = sentence
    self.tokens = tokens
    self.text = text
    self.beginsQuoted = beginsQuoted
    self.times = times
  }

  /// Whether it has a finite verb of its own.
  private(set) lazy var hasVerb: Bool =
    document[sentence]?.clauses.contains { $0.isFinite && $0.isSure && $0.kind != .relative }
    ?? false
  /// Whether it was read, and no finite verb was found in it: "Subito, in via Verdi, poi in via Rossi."
  private(set) lazy var isVerbless: Bool = document[sentence].map { !$0.clauses.contains { $0.isFinite } } ?? false
  /// Whether it points at something told before it: "In this street …", "dopo quella operazione".
  private(set) lazy var pointsAt: Bool = {
    guard let syntax = document[sentence] else { return false }
    return syntax.nodes.indices.contains { syntax.pointsBack($0, times) && !isQuoted(syntax.nodes[$0].span.start) }
  }()

  /// "… un uomo che da anni viveva in paese": whether words say who somebody is or when and why, not what happened.
  func areAside(_ spans: [TextSpan]) -> Bool { document[sentence].map { spans.allSatisfy($0.isAside) } ?? false }

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
    syntax.root.map { isQuoted(syntax.nodes[$0].span.start) } ?? true
  }

  private func isQuoted(_ start: Int) -> Bool {
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
