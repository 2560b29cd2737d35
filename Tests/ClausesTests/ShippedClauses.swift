import Clauses
import DispaccioTestSupport
import DocumentModel
import Reading
import ServiceSetup

/// The lexicons that are shipped, made once for all tests, and sentences read by them.
enum ShippedClauses {
  private static let italian = Result { try lexicon("it") }
  private static let english = Result { try lexicon("en") }

  static func of(_ language: String) throws -> ClauseLexicon { try (language == "it" ? italian : english).get() }

  private static func lexicon(_ language: String) throws -> ClauseLexicon {
    try LexiconFolder(PipelineFolder([ShippedPipeline.root + "/pipelines"]).load("conflict")).clauses(of: language)
  }

  /// A text read as sentences.
  static func read(_ text: [UInt8], _ spans: [TextSpan], _ language: String) throws -> (ReadWords, ReadClauses) {
    let lexicon = try of(language)
    let words = try WordReader(lexicon.words).read(text, sentences: spans)
    return (words, ClauseReader(lexicon).read(text, words))
  }

  /// A sentence with its functions, sorted: "attaccato nsubj soldati", and "safe attaccato" for each kernel that is sure.
  static func functions(of sentence: String, _ language: String) throws -> Set<String> {
    let text = Array(sentence.utf8)
    let (words, clauses) = try read(text, [TextSpan(0, text.count)], language)
    let forms = clauses.nodes.map { String(decoding: text[words.words[$0.word].span.range], as: UTF8.self) }
    var found: Set<String> = []
    for (index, node) in clauses.nodes.enumerated() {
      if node.isSafe { found.insert("safe \(forms[index])") }
      if let head = node.head { found.insert("\(head < 0 ? "root" : forms[head]) \(node.relation) \(forms[index])") }
    }
    return found
  }
}
