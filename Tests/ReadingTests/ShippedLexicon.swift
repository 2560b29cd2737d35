import DispaccioTestSupport
import DocumentModel
import Reading
import ServiceSetup

/// The lexicons that are shipped, compiled once for all tests.
enum ShippedLexicon {
  static let italian = Result { try lexicon("it") }
  static let english = Result { try lexicon("en") }

  static func of(_ language: String) throws -> WordLexicon { try (language == "it" ? italian : english).get() }

  static func folder() throws -> LexiconFolder {
    LexiconFolder(try PipelineFolder([ShippedPipeline.root + "/pipelines"]).load("conflict"))
  }

  private static func lexicon(_ language: String) throws -> WordLexicon { try folder().lexicon(of: language) }

  /// A sentence with its words and their parts of speech: "Il/DET gruppo/NOUN".
  static func tagged(_ text: String, _ language: String) throws -> String {
    let bytes = Array(text.utf8)
    let words = try WordReader(of(language)).read(bytes, sentences: [TextSpan(0, bytes.count)])
    return words.words.indices.map { index in
      let form = String(decoding: bytes[words.words[index].span.range], as: UTF8.self)
      return "\(form)/\(words.reading(of: index).part.name)"
    }.joined(separator: " ")
  }
}
