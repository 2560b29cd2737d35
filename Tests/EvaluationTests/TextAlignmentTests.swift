import Testing

@testable import Evaluation

@Suite struct TextAlignmentTests {
  private func words(_ extracted: String, _ given: String, _ word: String, from first: Int = 0) -> String? {
    let (left, right) = (Array(extracted.utf8), Array(given.utf8))
    let alignment = TextAlignment(extracted: left, given: right, from: first)
    guard let start = left.indices.first(where: { left[$0...].starts(with: word.utf8) }) else { return nil }
    return alignment.range(start..<(start + word.utf8.count)).map { String(decoding: right[$0], as: UTF8.self) }
  }

  @Test func `dropped marks, mended letters and added spaces are passed over`() {
    #expect(words("Title\nAttack in Gao at dawn", "# Title\n\n**Attack** in Gao at dawn", "Gao") == "Gao")
    #expect(words("perché a Gao è l'alba", "perchÃ© a Gao Ã¨ l'alba", "Gao") == "Gao")
    #expect(words("one\n\ntwo in Gao", "one two in Gao", "Gao") == "Gao")
  }

  @Test func `the second report of a file is looked for behind the first`() {
    #expect(words("in Gao again", "in Gao once\n----\nin Gao again", "Gao", from: 12) == "Gao")
  }

  @Test func `what has no counterpart has no place`() {
    #expect(words("abc Gao", "xyz", "Gao") == nil)
  }
}
