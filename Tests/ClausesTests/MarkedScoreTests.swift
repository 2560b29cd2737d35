import Clauses
import DispaccioTestSupport
import DocumentModel
import FoundationEssentials
import Reading
import Testing

/// How many of the functions that are marked by hand are read, and how many of those read are marked: what must not fall.
@Suite struct MarkedScoreTests {
  struct Score {
    var marked = 0
    var found = 0
    var said = 0
    var right = 0
    var sure = 0
    var sureWrong: [String] = []

    var recall: Double { Double(found) / Double(max(marked, 1)) }
    var precision: Double { Double(right) / Double(max(said, 1)) }
  }

  private static let relations: [String: Set<String>] = [
    "S": ["nsubj", "nsubj:pass", "csubj"], "O": ["obj"], "I": ["iobj", "obl"], "A": ["obl:agent"],
  ]
  /// Nouns that make one verb with theirs are unmarked: "aprire il fuoco", "take place".
  private static let light: Set<String> = [
    "fuoco", "irruzione", "bisogno", "fire", "place", "part", "lives", "fatica", "parte", "vita",
  ]

  private static func sentences(_ language: String) throws -> [MarkedSentence] {
    let path = "\(ShippedPipeline.root)/Tests/ReadingTests/Marked/\(language).txt"
    let lines = try String(contentsOf: URL(filePath: path), encoding: .utf8).split(separator: "\n")
    return lines.prefix { !$0.hasPrefix("# untouched") }.filter { !$0.hasPrefix("#") }.map { MarkedSentence($0) }
  }

  static func score(_ language: String) throws -> Score {
    let sentences = try sentences(language)
    var text: [UInt8] = []
    var spans: [TextSpan] = []
    for sentence in sentences {
      spans.append(TextSpan(text.count, text.count + sentence.plain.count))
      text += sentence.plain + [0x0A]
    }
    let (words, clauses) = try ShippedClauses.read(text, spans, language)
    var score = Score()
    for (number, sentence) in sentences.enumerated() {
      let range = clauses.sentences[number]
      let nodes = Array(clauses.nodes[range])
      let places = nodes.map { node -> Range<Int> in
        let span = words.words[node.word].span
        return (span.start - spans[number].start)..<(span.end - spans[number].start)
      }
      let forms = nodes.map { String(decoding: text[words.words[$0.word].span.range], as: UTF8.self) }
      var right: Set<Int> = []
      for function in sentence.functions {
        guard let wanted = relations[function.role], let clause = function.clause else { continue }
        let around = sentence.clauses[clause]
        guard around.kind != "event" else { continue }
        score.marked += 1
        let inside = nodes.indices.filter {
          places[$0].lowerBound >= function.start && places[$0].upperBound <= function.end
        }
        // A participle's noun is subject or object by the treebanks' own ways.
        let isLoose = ["absolute", "part", "head", "with"].contains(around.kind)
        let leads = inside.filter { index in
          guard let head = nodes[index].head, head >= 0, !inside.contains(head) else { return false }
          if isLoose, ["nsubj", "nsubj:pass", "obj"].contains(nodes[index].relation) { return true }
          return wanted.contains(nodes[index].relation) && places[head].lowerBound >= around.start
            && places[head].upperBound <= around.end
        }
        if !leads.isEmpty { score.found += 1 }
        right.formUnion(leads)
      }
      for (index, node) in nodes.enumerated() where ["nsubj", "nsubj:pass", "obj", "obl:agent"].contains(node.relation)
      {
        let isPronoun =
          words.reading(of: node.word).part == .pronoun || words.reading(of: node.word).part == .determiner
        guard !isPronoun, !light.contains(forms[index]) else { continue }
        score.said += 1
        if right.contains(index) {
          score.right += 1
        } else if let head = node.head, head >= 0, nodes[head].isSafe {
          score.sureWrong.append("\(forms[head]) \(node.relation) \(forms[index])")
        }
      }
      score.sure += nodes.count { $0.isSafe }
    }
    return score
  }

  @Test(arguments: [("it", 0.875, 0.97, 215), ("en", 0.885, 0.945, 165)])
  func `functions of the marked sentences are read`(language: String, recall: Double, precision: Double, sure: Int)
    throws
  {
    let score = try Self.score(language)
    #expect(score.recall >= recall, "\(score.found) of \(score.marked)")
    #expect(score.precision >= precision, "\(score.right) of \(score.said)")
    #expect(score.sure >= sure)
    #expect(score.sureWrong == [])
  }
}
