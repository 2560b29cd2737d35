import ICU
import Testing

@Suite struct WordingTests {
  @Test func `spells Italian numbers without soft hyphens`() throws {
    var spelling = try NumberSpelling(locale: "it")
    #expect(
      try [1, 3, 8, 21, 23, 100, 1000, 1200].map { try spelling.cardinal($0) } == [
        "uno", "tre", "otto", "ventuno", "ventitré", "cento", "mille", "milleduecento",
      ])
    #expect(try spelling.cardinal(1, gender: .masculine) == "un")
    #expect(try spelling.cardinal(1, gender: .feminine) == "una")
    #expect(try spelling.ordinal(3) == "terzo")
    #expect(try spelling.ordinal(10, gender: .feminine) == "decima")
  }

  @Test func `spells English numbers`() throws {
    var spelling = try NumberSpelling(locale: "en")
    #expect(try spelling.cardinal(23) == "twenty-three")
    #expect(try spelling.cardinal(23, gender: .feminine) == "twenty-three")
    #expect(try spelling.ordinal(10) == "tenth")
  }

  @Test func `groups digits as the language does`() throws {
    #expect(try NumberFormat.decimal(12_000, locale: "it") == "12.000")
    #expect(try NumberFormat.decimal(12_000, locale: "en") == "12,000")
    #expect(try NumberFormat.decimal(-7, locale: "it") == "-7")
    var format = try NumberFormat(locale: "it")
    #expect(try format.decimal(1_234_567) == "1.234.567")
  }

  @Test func `writes days`() throws {
    var italian = try DateFormat(pattern: "EEEE d MMMM", locale: "it")
    #expect(try italian.string(year: 2026, month: 5, day: 13) == "mercoledì 13 maggio")
    var english = try DateFormat(pattern: "MMMM d", locale: "en")
    #expect(try english.string(year: 2024, month: 2, day: 29) == "February 29")
    var old = try DateFormat(pattern: "d MMMM y", locale: "it")
    #expect(try old.string(year: 1500, month: 3, day: 1) == "1 marzo 1500")
    #expect(try old.string(year: 1970, month: 1, day: 1) == "1 gennaio 1970")
    var chosen = try DateFormat(skeleton: "MMMMd", locale: "it")
    #expect(try chosen.string(year: 2026, month: 5, day: 13) == "13 maggio")
  }

  @Test func `names regions`() throws {
    #expect(try RegionNames.name("EG", locale: "it") == "Egitto")
    #expect(try RegionNames.name("EG", locale: "en") == "Egypt")
    #expect(try RegionNames.name("EG", locale: "ar") == "مصر")
    #expect(try RegionNames.name("002", locale: "it") == "Africa")
    #expect(try RegionNames.name("QX", locale: "it") == nil)
    #expect(throws: ICUError.self) { try RegionNames.name("not a code", locale: "it") }
  }

  @Test func `transliterates names`() throws {
    var transliterator = try Transliterator("Any-Latin; Latin-ASCII")
    #expect(try transliterator.transliterate(Array("Тимбукту".utf8)) == Array("Timbuktu".utf8))
    #expect(throws: ICUError.self) { _ = try Transliterator("No-Such; Thing") }
  }

  @Test func `knows its version`() {
    let parts = LibraryVersion.icu.split(separator: ".")
    #expect(parts.count >= 2 && parts.allSatisfy { Int($0) != nil })
  }
}
