import ICU
import Testing

@Suite struct SentenceBreakerTests {
  private func sentences(_ text: String, locale: String = "it") throws -> [String] {
    var breaker = try SentenceBreaker(locale: locale)
    let bytes = Array(text.utf8)
    var start = 0
    return try breaker.boundaries(in: bytes).map { end in
      defer { start = end }
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
  }

  @Test func `counts boundaries in bytes`() throws {
    #expect(
      try sentences("È caduta Gao. Perché? «Basta!» 🇲🇱 Fine") == ["È caduta Gao. ", "Perché? ", "«Basta!» ", "🇲🇱 Fine"])
  }

  @Test func `joins no sentences for an abbreviation inside a word`() throws {
    #expect(try sentences("Ha visto Macron. Poi torna.") == ["Ha visto Macron. ", "Poi torna."])
  }

  @Test func `finds nothing in an empty text and survives bytes that are not UTF-8`() throws {
    var breaker = try SentenceBreaker(locale: "en")
    #expect(try breaker.boundaries(in: []) == [])
    #expect(try breaker.boundaries(in: [0xFF, 0x2E, 0x20, 0xC3]).last == 4)
    #expect(try breaker.boundaries(in: Array("One. Two.".utf8)) == [5, 9])
    #expect(try breaker.boundaries(in: Array("xxOne. Two.".utf8)[2...]) == [5, 9])
  }

  @Test func `takes the plain rules for a locale that nobody knows`() throws {
    #expect(try sentences("One. Two.", locale: "zz-nowhere").count == 2)
  }
}
