import Analysis
import DispaccioTestSupport
import DocumentModel
import Testing

/// What stands over a brief where the report has no title: its first sentence, without the branches that a headline has no
/// room for.
@Suite struct HeadlineTests {
  private func headline(_ text: String) throws -> String {
    let record = try #require(try ShippedPipeline.process(text).record)
    return (record.language.code == "it" ? record.italian : record.english).headline
  }

  @Test(arguments: [
    // What commas set off, and the day before the subject.
    (
      "Nella tarda mattinata del 4 giugno, gli agenti del commissariato di Mopti hanno denunciato in stato di libertà un ragazzo di 17 anni, resosi protagonista di un'aggressione ai danni di un autista di autobus. Il ragazzo era stato invitato a scendere.",
      "Gli agenti del commissariato di Mopti hanno denunciato in stato di libertà un ragazzo di 17 anni"
    ),
    // Who a man is stands between him and his verb.
    (
      "Un uomo di 47 anni, residente da molti anni a Gao con la famiglia per motivi di lavoro, è stato arrestato ieri dagli agenti della polizia municipale con l'accusa di furto aggravato e di resistenza. Le indagini erano cominciate in marzo.",
      "Un uomo di 47 anni è stato arrestato ieri dagli agenti della polizia municipale"
    ),
    (
      "On Monday, Dec. 26, Abu Bello, a leader of the armed group in Raqqah, was struck and killed by an airstrike near the dam of Tabqa in northern Syria. He was involved in the retaking of Palmyra.",
      "On Monday, Dec. 26, Abu Bello was struck and killed by an airstrike near the dam of Tabqa in northern Syria"
    ),
    // The place in capitals is no word of the sentence; the verb keeps its object.
    (
      "MOPTI Nella mattinata di ieri, poliziotti del commissariato hanno sequestrato in un magazzino della periferia duecento chili di esplosivo nascosti sotto sacchi di cemento e di sabbia. Due uomini sono stati arrestati.",
      "Poliziotti del commissariato hanno sequestrato in un magazzino della periferia duecento chili di esplosivo"
    ),
  ]) func `a long sentence loses its branches and keeps verb, subject and object`(_ report: String, _ expected: String)
    throws
  {
    #expect(try headline(report) == expected)
  }

  @Test func `what is said before somebody says so is shortened, and who says so stays`() throws {
    let words = try headline(
      "Iraqi forces have seized full control of the university of Mosul in their long battle with the armed group, state television said. The offensive began in October."
    )
    #expect(words.hasPrefix("Iraqi forces have seized full control of the university of Mosul"))
    #expect(words.hasSuffix(", state television said") || words.hasSuffix(" …"))
  }

  @Test func `a sentence that denies keeps what it denies`() throws {
    let words = try headline(
      "The police of the city has agreed not to conduct surveillance of residents based on their religion or ethnicity in the coming years. The deal was announced on Thursday."
    )
    #expect(words.contains("religion") || words.hasSuffix(" …"))
  }

  @Test func `no hour is cut in two`() throws {
    let words = try headline(
      "Musa Bello is accused of stabbing Ann Vela, 55, of Gao on March 23 around 2:30 a.m. in the bathroom of a restaurant downtown. He was arrested on Monday."
    )
    #expect(!words.hasSuffix("around 2"))
  }

  @Test(arguments: [
    // A byline without a full stop, a rubric in capitals, a place in brackets.
    (
      "di Rino Bianchi Sono 105 in tutto gli uomini arrestati dalla Guardia di Finanza di Modena. La loro identità non è nota.",
      "Sono 105 in tutto gli uomini arrestati dalla Guardia di Finanza di Modena"
    ),
    (
      "By Ann Vela | The army arrested two men in Gao on Tuesday. The mayor confirmed the arrest.",
      "The army arrested two men in Gao on Tuesday"
    ),
    (
      "LA STORIA Mario Rossi è stato arrestato dodici anni fa per una rapina che non aveva commesso. Ora la corte lo ha assolto.",
      "Mario Rossi è stato arrestato dodici anni fa per una rapina che non aveva commesso"
    ),
    (
      "(Red Oak) -- Police arrested three men in the town this weekend. The county's sheriff thanked the residents.",
      "Police arrested three men in the town this weekend"
    ),
    // What stands behind a dateline is the text and no title.
    (
      "MOPTI. Blitz dei carabinieri in via Guastalla, arrestati due uomini. Sono accusati di rapina. Il giudice decide domani.",
      "Blitz dei carabinieri in via Guastalla, arrestati due uomini"
    ),
  ]) func `what the page sets before the first sentence is no part of the headline`(
    _ report: String, _ expected: String
  )
    throws
  {
    #expect(try headline(report) == expected)
  }
}
