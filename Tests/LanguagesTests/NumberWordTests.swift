import Languages
import Testing

@Suite struct NumberWordTests {
  private static func italian(_ word: String) -> NumberWord? { Languages.of("it").numberWord(Array(word.utf8)[...]) }
  private static func english(_ word: String) -> NumberWord? { Languages.of("en").numberWord(Array(word.utf8)[...]) }

  @Test(arguments: [
    ("sei", 6), ("diciassette", 17), ("ventuno", 21), ("ventotto", 28), ("trentatré", 33), ("centosedici", 116),
    ("centottanta", 180), ("duecentouno", 201), ("novecentonovantanove", 999), ("millequattrocento", 1400),
    ("duemilatrecento", 2300), ("centomila", 100_000), ("quattrocentocinquantaseimilasettecento", 456_700),
    ("quarant'", 40), ("cent'", 100),
  ])
  func `an Italian number is one word`(word: String, value: Int) {
    #expect(Self.italian(word) == .cardinal(value))
  }

  @Test(arguments: [
    "unmila", "trecentocento", "ventidieci", "duetre", "sedicimo", "centro", "milano", "quattrini", "seimilasei cento",
    "novembre", "ottobre", "trento", "ventola", "settimana", "tremare", "unità", "dueper",
  ])
  func `what only begins like an Italian number is none`(word: String) {
    #expect(Self.italian(word) == nil)
  }

  @Test func `Italian ordinals, parts, powers and ages have endings of their own`() {
    #expect(Self.italian("terza") == .ordinal(3, isPlural: false))
    #expect(Self.italian("ventunesimo") == .ordinal(21, isPlural: false))
    #expect(Self.italian("quinti") == .ordinal(5, isPlural: true))
    #expect(Self.italian("centesime") == .ordinal(100, isPlural: true))
    #expect(Self.italian("mezza") == .part(2))
    #expect(Self.italian("miliardi") == .magnitude(1_000_000_000))
    #expect(Self.italian("mila") == .magnitude(1000))
    #expect(Self.italian("trentenne") == .age(30))
    #expect(Self.italian("quarantacinquenni") == .age(45))
    #expect(Self.italian("millesimo") == .ordinal(1000, isPlural: false))
  }

  @Test func `an English number is a word for each part`() {
    #expect(Self.english("sixteen") == .cardinal(16))
    #expect(Self.english("ninety") == .cardinal(90))
    #expect(Self.english("hundred") == .hundred)
    #expect(Self.english("million") == .magnitude(1_000_000))
    #expect(Self.english("twelfth") == .ordinal(12, isPlural: false))
    #expect(Self.english("thirtieth") == .ordinal(30, isPlural: false))
    #expect(Self.english("fifths") == .ordinal(5, isPlural: true))
    #expect(Self.english("half") == .part(2))
    #expect(Self.english("seconds") == nil)
    #expect(Self.english("tense") == nil)
  }

  @Test func `a language without a grammar has no numbers in words`() {
    #expect(Languages.of("es").numberWord(Array("siete".utf8)[...]) == nil)
  }
}
