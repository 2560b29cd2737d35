import Testing

@testable import Evaluation

@Suite struct GoldTests {
  private func corpus(_ text: String, _ offsets: GoldCorpus.Offsets = .codepoints) throws -> GoldCorpus {
    try GoldCorpus(file: "gold.jsonl", bytes: Array(text.utf8), offsets: offsets)
  }

  private let line =
    #"{"id": 3, "text": "È a Gao.", "mentions": [{"start": 4, "end": 7, "type": "place", "name": "Gao"}]}"#

  @Test func `offsets count code points or bytes`() throws {
    let byCodePoint = try corpus(line)
    #expect(byCodePoint.texts.first?.mentions.first?.range == 5..<8)
    #expect(byCodePoint.texts.first?.id == "3")
    let inBytes = line.replacing("4", with: "5").replacing("7", with: "8")
    #expect(try corpus(inBytes, .bytes).texts.first?.mentions.first?.range == 5..<8)
  }

  @Test func `names that do not stand where they are marked say that the offsets are wrong`() {
    #expect { try corpus(line, .bytes) } throws: { error in
      (error as? EvaluationError)?.description
        == "gold.jsonl:1: The text of 3 has \" Ga\" where \"Gao\" is marked, as for 1 of 1 mentions. "
        + "Say with --offsets whether the numbers count code points or bytes."
    }
  }

  @Test(arguments: [
    ("\n{\"id\": \"a\"}\n", 2), ("{\n", 1), (#"{"id":"a","text":"b","mentions":[{"start":0,"end":2}]}"#, 1),
    (#"{"id":"a","text":"b","mentions":[{"start":1,"end":1}]}"#, 1),
  ])
  func `what is no document of gold is told with its line`(text: String, line: Int) {
    #expect { try corpus(text) } throws: { ($0 as? EvaluationError)?.line == line }
  }

  @Test func `an empty file is no gold`() {
    #expect(throws: EvaluationError.self) { try corpus("\n") }
  }

  @Test func `a document survives being written and read`() throws {
    let document = GoldDocument(
      id: "a", text: "A \"Gao\"\n/", mentions: [GoldDocument.Mention(start: 3, end: 6, lat: 16.27, lon: -0.04)])
    let read = try corpus(String(decoding: try document.line(), as: UTF8.self))
    #expect(read.texts.first?.mentions.first?.mention == document.mentions.first)
    #expect(read.texts.first?.bytes == Array(document.text.utf8))
  }
}
