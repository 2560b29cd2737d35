import DispaccioTestSupport
import FoundationEssentials
import Testing

/// The marked sentences that readings of clauses are measured against: what they must be to measure anything.
@Suite struct MarkedSentences {
  private static func lines(_ language: String) throws -> [Substring] {
    let path = "\(ShippedPipeline.root)/Tests/ReadingTests/Marked/\(language).txt"
    return try String(contentsOf: URL(filePath: path), encoding: .utf8).split(separator: "\n")
  }

  /// A sentence without its marks: attributes and braces go, words stay.
  private static func plain(_ marked: Substring) -> String? {
    var words = ""
    var open: [Character] = []
    for piece in marked.split(separator: " ", omittingEmptySubsequences: true) {
      var rest = piece
      if rest.hasPrefix("<") {
        open.append("<")
        continue
      }
      // "ø=la_polizia", "F=O"
      if words.isEmpty || !rest.contains("{"), rest.contains("="), !rest.contains(">") { continue }
      var word = ""
      while let sign = rest.popFirst() {
        switch sign {
        case "{":
          // "P:con{", "S{": the name before it is a mark.
          if let role = word.ranges(of: "P:").last {
            word.removeSubrange(role.lowerBound...)
          } else {
            _ = word.popLast()
          }
          open.append("{")
        case "}":
          guard open.popLast() == "{" else { return nil }
        case ">":
          guard open.popLast() == "<" else { return nil }
        case "<": open.append("<")
        default: word.append(sign)
        }
      }
      words += words.isEmpty ? word : " " + word
    }
    return open.isEmpty ? words : nil
  }

  @Test(arguments: ["it", "en"]) func `every mark that opens closes, and no sentence stands twice`(language: String)
    throws
  {
    let lines = try Self.lines(language)
    let untouched = try #require(lines.firstIndex { $0.hasPrefix("# untouched") })
    let sentences = lines.filter { !$0.hasPrefix("#") }
    #expect(sentences.count >= 300)
    #expect(lines[untouched...].filter { !$0.hasPrefix("#") }.count >= 60)
    let plain = sentences.map { Self.plain($0) }
    for (sentence, words) in zip(sentences, plain) { #expect(words != nil, "\(sentence)") }
    #expect(Set(plain.compactMap { $0 }).count == sentences.count)
  }
}
