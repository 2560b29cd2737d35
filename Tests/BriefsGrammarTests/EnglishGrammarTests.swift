import Briefs
import Testing

@Suite struct EnglishGrammarTests {
  @Test(arguments: [
    "an MNLA", "a UN", "a U.N. base", "an hour", "an honorary consul", "a hotel", "a historic", "an 11-year-old",
    "an 8-year-old", "an 18-wheeler", "an 80-man", "an 8,000-strong", "an 11,000-strong", "a 1,800-strong",
    "a 100-strong",
    "a 12-hour", "an 1840 treaty", "a 110-day siege", "a European", "an FBI", "a NATO", "a UNIFIL", "a UNICEF",
    "an IED",
    "an RPG", "an SDF", "an IS", "an ISIS", "an M23", "an F-16", "a T-72", "an S-300", "an AK-47", "a U-turn",
    "an X-ray",
    "an Mi-8 helicopter", "a JNIM", "a US", "a UK", "a Ugandan", "a Ukrainian", "a Uyghur", "an Uzbek", "an umbrella",
    "a union",
    "a unit", "an unidentified", "an unmanned", "a unilateral", "an uprising", "a used", "an urban", "a one-day",
    "an onslaught",
    "a once-quiet", "a Yemeni", "an air strike", "an explosion", "an ambush", "an Israeli", "a shell", "a PMC",
    "an “open” city",
    "an RSF", "an HTS", "an LNA", "a CIA", "an NGO", "an MSF", "a euro", "an ATTACK", "an Ypres", "an SUV", "a FARC",
    "a Houthi",
    "an Élysée", "a MINUSMA", "a SAM",
  ])
  func `a or an by the sound`(phrase: String) throws {
    let space = try #require(phrase.firstIndex(of: " "))
    #expect(EnglishGrammar.withIndefiniteArticle(String(phrase[phrase.index(after: space)...])) == phrase)
  }

  @Test func `possessives follow AP`() {
    #expect(EnglishGrammar.possessive("the MNLA") == "the MNLA's")
    #expect(EnglishGrammar.possessive("the rebels", isPlural: true) == "the rebels'")
    #expect(EnglishGrammar.possessive("Hamas") == "Hamas'")
    #expect(EnglishGrammar.possessive("the boss") == "the boss's")
    #expect(EnglishGrammar.possessive("women", isPlural: true) == "women's")
  }

  @Test func `lists have no comma before and`() {
    #expect(EnglishGrammar.series(["Homs", "Hama", "Aleppo"]) == "Homs, Hama and Aleppo")
    #expect(EnglishGrammar.series(["Homs", "Hama"]) == "Homs and Hama")
    #expect(EnglishGrammar.series(["Homs"]) == "Homs")
    #expect(EnglishGrammar.series([]) == "")
  }

  @Test func `numbers are words up to nine`() {
    #expect(
      [0, 1, 9, 10, 1200, 1_000_000].map(EnglishGrammar.number) == ["zero", "one", "nine", "10", "1,200", "1,000,000"])
    #expect(
      [7, 13, 20, 23, 99].compactMap(EnglishGrammar.spelled)
        == ["seven", "thirteen", "twenty", "twenty-three", "ninety-nine"])
    #expect(EnglishGrammar.spelled(100) == nil)
  }

  @Test func `quotation marks are not doubled`() {
    #expect(EnglishGrammar.quote("by now dissolved") == "“by now dissolved”")
    #expect(EnglishGrammar.quote("“by now dissolved”") == "“by now dissolved”")
    #expect(EnglishGrammar.quote("he said “no”") == "“he said ‘no’”")
  }

  @Test(arguments: [
    ("JNIM attacked", "JNIM attacked."), ("JNIM attacked.", "JNIM attacked."), ("ha detto «no.»", "ha detto «no.»"),
    ("ha detto «no»", "ha detto «no»."), ("the U.S.", "the U.S."), ("Why?", "Why?"), ("and then, ", "and then."),
    ("", ""),
    ("chi?», ", "chi?»"), ("(three dead)", "(three dead)."),
  ])
  func `a sentence has one end`(words: String, sentence: String) {
    #expect(Writing.finishSentence(words) == sentence)
  }

  @Test(arguments: [
    ("l'MNLA", "L'MNLA"), ("è stato", "È stato"), ("«ormai dissolto»", "«Ormai dissolto»"), ("23 people", "23 people"),
    ("al-Shabaab", "Al-Shabaab"), ("", ""), ("twenty-three", "Twenty-three"),
  ])
  func `only the first letter is raised`(words: String, raised: String) {
    #expect(Writing.capitalized(words) == raised)
  }
}
