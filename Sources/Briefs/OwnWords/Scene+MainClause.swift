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
}
