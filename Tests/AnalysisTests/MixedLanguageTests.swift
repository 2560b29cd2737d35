import Analysis
import DispaccioTestSupport
import DocumentModel
import Testing

/// Reports that come in two languages, and what is mended of a text before it is read.
@Suite struct MixedLanguageTests {
  private func languages(_ text: String) throws -> [String] {
    try #require(try ShippedPipeline.process(text).record).sentences.map(\.language)
  }

  @Test func `a title is in the language of the text below it`() throws {
    let italian = """
      Almeno sei persone sono morte ieri sera nel crollo di un ponte a nord della città, ha detto la protezione civile. \
      Un portavoce del governo ha promesso un'inchiesta.
      """
    let english = """
      At least six people died last night when a bridge collapsed in the north of the city, rescuers said. A government \
      spokesman promised an inquiry.
      """
    #expect(
      try languages("Bridge falls\n\n\(english)\n\nGao, ponte crollato\n\n\(italian)")
        == ["en", "en", "en", "it", "it", "it"])
    #expect(
      try languages("Timbuktu, Kidal, Menaka: ponte crollato a Tessalit\n\n\(italian)\n\n\(english)")
        == ["it", "it", "it", "en", "en"])
  }

  @Test func `a word cut by a line end is read whole, and spans cover the text as it came`() throws {
    let text = "I ri-\nbelli hanno attac-\ncato una base dell'eser-\ncito a Gao."
    let record = try #require(try ShippedPipeline.process(text).record)
    let event = try #require(record.events.first)
    #expect(String(decoding: record.text[event.trigger.range], as: UTF8.self) == "hanno attac-\ncato")
    #expect(record.english.clauses.map(\.text).joined().contains("attacked a base of the army in Gao"))
  }

  @Test func `the record warns of what was misread before`() throws {
    let record = try #require(try ShippedPipeline.process("Lâ€™esercito ha ucciso sei ribelli a Gao.").record)
    #expect(record.warnings.count == 1)
    #expect(record.warnings.first?.hasPrefix("1 character was UTF-8 read as windows-1252") == true)
    #expect(String(decoding: record.text, as: UTF8.self).hasPrefix("L’esercito"))
    #expect(try ShippedPipeline.process("L’esercito ha ucciso sei ribelli a Gao.").record?.warnings == [])
  }
}
