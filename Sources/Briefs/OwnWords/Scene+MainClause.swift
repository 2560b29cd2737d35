import Clauses
import DocumentModel
import Reading

extension Scene {
  /// The verb of the main clause of a sentence and its object, as far as syntax knows them: what no headline may lose.
  func mainWords(of sentence: Int) -> [[UInt8]] {
    guard let syntax = material.syntax[sentence], let root = syntax.root, let clause = syntax.clause(ledBy: root),
      syntax.clauses[clause].isFinite, syntax.nodes[root].certainty != .open
    else { return [] }
    var nodes = [root]
    if let object = syntax.dependent(of: root, .object), syntax.nodes[object].part == .noun { nodes.append(object) }
    return nodes.map { Array(material.text[syntax.nodes[$0].span.range]) }
  }

  /// Whether words that begin like a sentence end before something that their last word cannot do without: "… una banda
  /// specializzata | in furti", "… l'evasione | dagli arresti".
  func breaksOff(_ words: [UInt8], of sentence: Int) -> Bool {
    guard let syntax = material.syntax[sentence], let end = place(of: words.suffix(Self.tail), in: sentence),
      let last = syntax.nodes.lastIndex(where: { $0.span.end == end && $0.part != .punctuation })
    else { return false }
    let next = last + 1
    guard next < syntax.nodes.count, syntax.nodes[next].part != .punctuation else { return false }
    // The word on which what follows hangs, from its first word up.
    var node = next
    for _ in syntax.nodes.indices {
      guard let head = syntax.nodes[node].head, head >= 0 else { return false }
      if head <= last { return isTight(node, on: head, last: last, syntax) }
      node = head
    }
    return false
  }

  private static let tail = 24

  private func isTight(_ node: Int, on head: Int, last: Int, _ syntax: SentenceSyntax) -> Bool {
    switch syntax.nodes[node].relation {
    case .object, .indirectObject, .openComplement, .compound, .flat, .fixed, .adjective, .number, .particle:
      return true
    case .agent, .oblique, .complement:
      // "effettuato | ieri" goes: a participle that stands last wants what it governs.
      return head == last && syntax.nodes[head].part != .noun
        && syntax.dependents(of: node).contains { syntax.nodes[$0].relation == .caseMark }
    case .nominalModifier:
      return head == last
        && syntax.dependents(of: node).contains { syntax.nodes[$0].marks.contains(.genitive) }
    default: return false
    }
  }

  /// Where the last of some words ends in a sentence of the report; nil where they do not stand there once.
  private func place(of words: ArraySlice<UInt8>, in sentence: Int) -> Int? {
    HeadlineText.onlyPlace(of: words, in: material.text[material.sentences[sentence].span.range])?.upperBound
  }
}
