import Clauses
import DocumentModel
import Reading
import Testing

/// Whatever the bytes are, the reader ends, and what it says is a tree.
@Suite struct OddTextTests {
  private static let alphabet: [[UInt8]] =
    [
      "il", "soldato", "che", "ha", "colpito", ",", "e", "(", ")", "\"", "«", "»", "di", "a", "non", "lo", "uccidere",
      "the", "army", "that", "said", "was", "by", "and", "to", "'s", "-", "—", ":", ";", "?", "!", ".", "2026", "%",
      "which", "what", "attacked", "named", "wounded", "Rossi", "had", "have", "not", "with", "ferito", "sono", "stati",
      "né", "sia", "with", "del", "dell'", "dirglielo", "Monday", "U.S.", "漢", "🔴", "ﷺ", "https://a.b",
    ].map { Array($0.utf8) } + [[0xFF], [0xE2, 0x80], [0xC3], [0x00], [0xF0, 0x9F]]

  private func check(_ bytes: [UInt8], _ language: String) throws {
    let (words, clauses) = try ShippedClauses.read(bytes, [TextSpan(0, bytes.count)], language)
    let count = clauses.nodes.count
    #expect(clauses.sentences.count == 1 && clauses.sentences[0] == 0..<count)
    for (index, node) in clauses.nodes.enumerated() {
      #expect(words.words.indices.contains(node.word))
      var head = node.head
      var steps = 0
      if let head { #expect(head >= -1 && head < count && head != index) }
      while let next = head, next >= 0, steps <= count {
        head = clauses.nodes[next].head
        steps += 1
      }
      #expect(steps <= count, "a circle")
    }
    #expect(clauses.nodes.count { $0.head == -1 } <= 1)
    for clause in clauses.clauses { #expect(clause.head < count && (clause.parent ?? 0) < clauses.clauses.count) }
    let drawing = ClauseDrawing(text: bytes, words: words, clauses: clauses)
    _ = drawing.lines(ofSentence: 0)
  }

  @Test(arguments: ["it", "en"]) func `any words make a tree`(language: String) throws {
    var seed: UInt64 = 11
    func next() -> UInt64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return seed >> 33
    }
    for _ in 0..<600 {
      var bytes: [UInt8] = []
      for _ in 0..<Int(next() % 60) {
        bytes += Self.alphabet[Int(next() % UInt64(Self.alphabet.count))]
        if next() % 4 > 0 { bytes.append(0x20) }
      }
      try check(bytes, language)
    }
  }

  @Test(arguments: ["it", "en"]) func `long chains end and stay within their depth`(language: String) throws {
    for piece in [
      "che ha detto ", "who said that ", "( ", "\" ", "di ", "e ", ", ", "to stop ", "the army ", "a man named Rossi ",
      "wounded and attacked ", "had the army left ", "sono stati feriti e ", "! ", "né ",
    ] {
      try check(Array(String(repeating: piece, count: 1500).utf8), language)
    }
    try check([], language)
  }
}
