import DispaccioTestSupport
import DocumentModel
import Records
import Rulesets
import Testing

@Suite struct BriefWriterTests {
  private func page(_ record: Record, _ language: String = "it") throws -> String {
    let rendering = try #require(try ShippedPipeline.ruleset().renderings.first { $0.name == "\(language).md" })
    return String(decoding: rendering.bytes(of: record), as: UTF8.self)
  }

  @Test func `an Italian brief is a page`() throws {
    #expect(
      try page(.nasty()) == """
        # L'Isis attacca Rafah

        *Fonte: `sinai.txt`, in italiano. Report senza data; fonte non indicata.*

        L'Isis ha attaccato Rafah, in Egitto [1]. Almeno nove soldati sono stati uccisi [1][2].

        Si è detto «perché» [2].

        **Contesto.** L'area è sotto pressione [2].

        **Da verificare.** Non è chiaro chi sia \\*stato\\* [2]

        ---

        ## Frasi di partenza

        1. L'ISIS 🇪🇬 ha attaccato «Rafah» ieri, almeno 9 soldati uccisi.
        2. Perche\u{301} "mai"? \\\\o/ 🧑‍🚀 secondo la polizia.

        *Aggiunto dal gazzettino: Paese, nome per esteso.*

        """)
  }

  @Test func `an English brief is a page`() throws {
    var record = Record.nasty(published: "2026-05-13T08:00:00Z")
    record.english.clauses = [
      Clause(text: "IS attacked Rafah.", role: .lead, sentences: [0], events: [0]),
      Clause(text: "It is losing ground.", role: .assessment, sentences: [1], events: []),
      Clause(text: "Main sentence, in Italian: “Perché?”", role: .quote, sentences: [1], events: []),
      Clause(text: "The date is not given.", role: .uncertain, sentences: [0], events: []),
      Clause(text: "The area is contested…", role: .context, sentences: [0], events: []),
    ]
    #expect(
      try page(record, "en") == """
        # IS attacks Rafah

        *Source: `sinai.txt`, in Italian. Report of May 13, 2026; source not given.*

        IS attacked Rafah [1].

        Main sentence, in Italian: “Perché?” [2]

        **Context.** The area is contested… [1]

        **The report's assessment.** It is losing ground [2].

        **Unresolved.** The date is not given [1].

        ---

        ## Source sentences

        1. L'ISIS 🇪🇬 ha attaccato «Rafah» ieri, almeno 9 soldati uccisi.
        2. Perche\u{301} "mai"? \\\\o/ 🧑‍🚀 secondo la polizia.

        """)
  }

  @Test func `a long report shows only the sentences cited, under their own numbers`() throws {
    let text = try page(.long(sentences: 41))
    #expect(
      text.contains(
        "*Solo le frasi citate: 2 su 41.*\n\n1\\. 1\\. - Frase numero 1.\n\n41\\. 41\\. - Frase numero 41.\n"))
    #expect(try page(.long(sentences: 41), "en").contains("*Cited sentences only: 1 of 41.*"))
    #expect(try page(.long(sentences: 40)).contains("\n2. 2\\. - Frase numero 2.\n3. 3\\."))
  }

  @Test(arguments: [("2026-05-01", "del 1° maggio 2026"), ("2026-12-31", "del 31 dicembre 2026"), ("ieri", "del ieri")])
  func `the day of publication is written as the language does`(published: String, words: String) throws {
    #expect(try page(.nasty(published: published)).contains("Report \(words); fonte"))
  }

  @Test func `nothing in names and texts becomes markup`() throws {
    var record = Record.nasty(name: Array("a`b*<c>.txt".utf8))
    record.italian.headline = "# <b>_x_</b> & [y](z)\n- w"
    record.language.code = "und"
    let text = try page(record)
    #expect(text.hasPrefix("# \\# \\<b>\\_x\\_\\</b> & [y\\](z) - w\n"))
    #expect(text.contains("*Fonte: ``a`b*<c>.txt``, lingua non riconosciuta. "))
  }

  @Test func `a name shows what breaks or turns its line, and keeps what joins letters`() throws {
    let name = "a\u{2028}b\u{202E}txt.\u{200B}c\u{1B}\n\u{1F468}\u{200D}\u{1F469}"
    let shown = "a\u{FFFD}b\u{FFFD}txt.\u{FFFD}c\u{FFFD}\u{FFFD}\u{1F468}\u{200D}\u{1F469}"
    #expect(try page(Record.nasty(name: Array(name.utf8))).contains("*Fonte: `\(shown)`, "))
  }

  @Test(arguments: ["T_2", "~20", "[sic]", "R&D", "3 < 4", "Al-Shabaab", "1.200", "a > b"])
  func `names and figures carry no marks of escape`(words: String) throws {
    var record = Record.nasty()
    record.italian.headline = words
    #expect(try page(record).hasPrefix("# \(words)\n"))
  }

  @Test func `events are a table of what, who, whom, where, when, how many, how sure, who says so`() throws {
    var record = Record.nasty()
    record.eventNames = [["it": "attacco", "en": "attack"], ["it": "incontro", "en": "meeting"]]
    // Of a sentence that was not read as a whole nothing is set out.
    #expect(try !page(record).contains("| Attacco"))
    record.vouched = [0]
    #expect(
      try page(record).contains(
        "\n| Attacco [1] | Wilayat Sinai | soldati | Rafah | 2026-05-13 | morti: ≥ 9 | affermato | la polizia |\n"))
    #expect(
      try page(record, "en").contains("| Who says so |") == false)
    record.english.clauses = [Clause(text: "IS attacked Rafah.", role: .lead, sentences: [0], events: [0])]
    #expect(
      try page(record, "en").contains(
        "\n| Attack [1] | Wilayat Sinai | “soldati” | Rafah | 2026-05-13 | killed: ≥ 9 | asserted | “la polizia” |\n"))
  }

  @Test func `a report in a language that is not read says so, with the names that are known`() throws {
    var record = Record.nasty()
    record.isRead = false
    #expect(try page(record).contains("Lingua non analizzata: titolo e prima frase nell'originale.*"))
    #expect(try page(record).contains("Nomi riconosciuti: Wilayat Sinai, Rafah."))
  }

  @Test func `a brief without clauses still has its page`() throws {
    var record = Record.nasty()
    record.italian.clauses = []
    record.sentences = []
    #expect(try page(record).hasSuffix("fonte non indicata.*\n\n---\n\n## Frasi di partenza\n"))
  }
}
