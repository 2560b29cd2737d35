import Languages
import Testing

@Suite struct LanguageTests {
  @Test func `a language that is not known is read by its tables alone`() throws {
    #expect(Languages.grammar(of: "es").isEmpty)
    let spanish = Languages.of("es")
    #expect(spanish.code == "es")
    #expect(
      try spanish.verbForms(lemma: "atacar", irregular: "atacó, atacaron").map(\.text) == [
        "atacar", "atacó", "atacaron",
      ])
    #expect(spanish.plural(of: "ataque", isFeminine: false) == "ataque")
    // "rapidamente" and "united" have endings of Italian and of English.
    #expect(spanish.shape(of: Array("rapidamente".utf8)[...]) == nil)
    #expect(spanish.shape(of: Array("united".utf8)[...]) == nil)
  }

  @Test func `endings tell of unknown words in their own language only`() {
    #expect(Languages.of("it").shape(of: Array("circondato".utf8)[...]) == .participle)
    #expect(Languages.of("it").shape(of: Array("34enni".utf8)[...]) == .person(isPlural: true))
    #expect(Languages.of("it").shape(of: Array("surrounded".utf8)[...]) == nil)
    #expect(Languages.of("en").shape(of: Array("surrounded".utf8)[...]) == .participle)
    #expect(Languages.of("en").shape(of: Array("velocemente".utf8)[...]) == nil)
  }
}
