import Analysis
import DispaccioTestSupport
import DocumentModel
import Testing

/// What a sentence cannot be told without, and what tells that it leans on another.
@Suite struct AntecedentTests {
  private func told(_ text: String) throws -> (words: String, sentences: [Int], headline: String) {
    let record = try #require(try ShippedPipeline.process(text).record)
    let brief = record.language.code == "it" ? record.italian : record.english
    return (
      brief.clauses.map(\.text).joined(separator: " "), brief.clauses.flatMap(\.sentences).map(\.offset), brief.headline
    )
  }

  /// Text that nobody would tell, so that a brief must leap over it.
  private static let filler = """
     Dry hills rise on both sides and few vehicles pass in summer. Old maps show three wells near a market town of stone \
    houses. Traders bring salt and cloth when rains have ended late in autumn. Herds of camels drink at dawn and leave \
    before heat comes. Small boys learn to read in low rooms under tin roofs. Wind carries sand over fields where millet \
    used to grow. Travellers speak of cold nights and bright stars above dunes. Many women weave mats of palm leaves and \
    sell some of these abroad. Cheap radios play songs from far away until midnight. Thin dogs sleep in shade behind \
    low walls of clay. Bakers light ovens long before dawn and sell flat bread with onions. Tall lamps burn oil, since no \
    cable reaches so far north. Young herders whistle to one another across wide valleys.
    """
  private static let riempitivo = """
     Colline aride salgono ai due lati e poche auto passano in estate. Vecchie carte mostrano tre pozzi vicino a un borgo \
    di pietra. Mercanti portano sale e stoffe quando finiscono grandi piogge. Mandrie di cammelli bevono a mezzodì e \
    vanno via prima di sera. Piccole aule con tetti di lamiera accolgono ragazzi di ogni età. Venti forti portano sabbia \
    sopra campi di miglio. Viaggiatori parlano di notti fredde e stelle chiare sopra dune alte. Molte donne intrecciano \
    stuoie di palma e vendono vasi di terra. Radio di poco prezzo suonano canzoni lontane. Cani magri dormono in ombra \
    dietro bassi muri di argilla. Fornai accendono forni prima di giorno e vendono pane con cipolle. Lunghe file di asini \
    portano acqua da pozzi lontani. Giovani pastori fischiano da una valle a un'altra.
    """

  @Test func `a thing that is taken for known comes with the sentence that brings it in`() throws {
    let text = try told(
      "Police in Harlow arrested two men on Sunday after a robbery in which a guard was killed." + Self.filler
        + " Officers had received a tip from a neighbour. Officers said the tip led to the arrest of the robbers.")
    #expect(text.words.contains("the tip led") == text.words.contains("a tip from a neighbour"))
  }

  @Test
  func `somebody who is only named by the last name comes with who it is, also where the family name stands first`()
    throws
  {
    let text = try told(
      "A court in Seoul sentenced a former president to ten years in prison on Friday." + Self.filler
        + " Wide gardens belong to a friend, Lee Min-ho. Lee pleaded guilty to bribery.")
    #expect(text.words.contains("Lee pleaded") == text.words.contains("Lee Min-ho"))
  }

  @Test(arguments: [
    "Dopo la rapina ha ferito due passanti con un coltello.", "In teoria, doveva essere in carcere per omicidio.",
    "Pensava di uccidere anche il terzo passante.",
  ])
  func `a sentence whose subject is missing does not follow somebody else`(late: String) throws {
    let text = try told(
      "Un agente è stato ucciso a Gao da un rapinatore armato." + Self.riempitivo
        + " Un uomo di trent'anni è stato visto alla stazione. " + late)
    #expect(text.words.contains(late.dropLast()) == text.words.contains("Un uomo di trent'anni"))
  }

  @Test(arguments: [
    ("Una guida correva tra dune alte.", "I carabinieri lo hanno arrestato per omicidio a Gao."),
    // A place is nobody who could be meant.
    (
      "Un pastore di nome Musa correva tra dune alte.",
      "La polizia di Gao lo ha arrestato per omicidio di due passanti."
    ),
  ])
  func `somebody besides the subject who was named before comes with the sentence that names him`(
    namer: String, late: String
  ) throws {
    let text = try told("Un uomo ha accoltellato due passanti a Gao." + Self.riempitivo + " \(namer) \(late)")
    #expect(!text.words.contains(late.dropLast()) || text.words.contains(namer.dropLast()))
  }

  @Test func `an apostrophe that opens nothing leaves what follows outside quotations`() throws {
    let text = try told(
      """
      A man pleaded guilty to murder on Monday. "I shot 'Lisha in the shop," he said. Prosecutors agreed to drop a charge \
      of kidnapping. A judge set the sentencing for June. The man was captured by officers after a manhunt of two days.
      """)
    #expect(text.words.contains("A judge set the sentencing"))
    #expect(text.words.contains("was captured"))
  }

  @Test func `a quotation of several sentences comes with who speaks`() throws {
    let speech = "\"Rebels killed 40 soldiers in an ambush in Mopti. Rebels wounded 60 soldiers in Kidal.\""
    let text = try told(
      "Gunmen attacked a base near Gao on Sunday and killed nine soldiers." + Self.filler
        + " A general named Musa Ba said it was over:\n\n" + speech)
    #expect(text.words.contains("wounded 60"))
    #expect(text.words.contains("Musa Ba"))
  }

  @Test(arguments: [
    "Rompe la vetrina e uccide due soldati di Gao.", "Prende il fucile e ferisce due soldati a Mopti.",
    "Non isolate, le guardie di Gao hanno ucciso due soldati a Mopti.",
  ])
  func `what only the sentence before gives a subject is told with it`(late: String) throws {
    let text = try told(
      "Uomini armati hanno ucciso cinque soldati a Gao." + Self.riempitivo
        + " Un orefice di nome Musa vendeva anelli. " + late)
    #expect(text.words.contains(late.dropLast()))
    #expect(text.words.contains("di nome Musa"))
  }

  @Test func `what answers the sentence before is not told without it`() throws {
    let text = try told(
      "Gunmen killed nine soldiers near Gao on Sunday." + Self.filler
        + " The defence held that the suspect was abroad at the time. But the jury convicted the suspect of murder.")
    #expect(text.words.contains("jury convicted") == text.words.contains("was abroad"))
  }

  @Test(arguments: [
    (
      "Dodici anni per l'omicidio del benzinaio. Sono le richieste del pm al processo. Due uomini sono stati arrestati a Gao per la rapina.",
      "Due uomini sono stati arrestati a Gao per la rapina"
    ),
    (
      "Era ricercato da un anno. Viveva in un casolare. I carabinieri hanno arrestato un uomo di Gao per omicidio.",
      "I carabinieri hanno arrestato un uomo di Gao per omicidio"
    ),
  ])
  func `a headline is made of a sentence that stands by itself`(report: String, headline: String) throws {
    #expect(try told(report).headline == headline)
  }

  @Test func `a headline that is half of a quotation is closed`() throws {
    let headline = try told(
      "«Dopo la fine della guerra questa piazza sta diventando un posto difficile per chi ci lavora e per chi ci abita da molti anni. Un uomo è stato ferito»."
    ).headline
    #expect(headline.count(where: { $0 == "«" }) == headline.count(where: { $0 == "»" }))
  }

  @Test func `the authors before a text are no part of its first sentence`() throws {
    let text = try told("Di Rino Bianchi La frazione è stata attaccata da uomini armati. Due civili sono stati uccisi.")
    #expect(text.words.hasPrefix("La frazione è stata attaccata"))
  }

  @Test func `a caption with its credit is no part of the sentence behind it`() throws {
    let text = try told(
      "Gunmen killed nine soldiers near Gao on Sunday.\n\nThe base near Gao (Picture: Facebook) Two officers were killed in a second camp."
    )
    #expect(!text.words.contains("Picture"))
    #expect(text.words.contains("Two officers were killed"))
  }

  @Test func `what stands before a dateline is the title`() throws {
    let record = try #require(
      try ShippedPipeline.process(
        "Two held after blast. CARTHAGE, N.C. (AP) - Police arrested two men after a bomb killed a guard on Sunday."
      ).record)
    #expect(record.sentences.map(\.kind) == [.title, .body])
    #expect(record.publisher == "Associated Press")
    #expect(record.english.headline == "Two held after blast")
    #expect(record.english.clauses.first?.text.contains("Police arrested two men") == true)
  }

  @Test func `explain says why a sentence is not told`() throws {
    let explanation = try ShippedPipeline.process(
      "Gunmen killed nine soldiers near Gao on Sunday. Who sent them? In 2012 rebels took Gao." + Self.filler
    ).explanation()
    #expect(explanation.contains("Left out of all"))
    #expect(explanation.contains("s2 question"))
  }

  @Test(arguments: [
    "A huge disappointment to 40 widows, who had seen the murder.",
    "Clashes that killed 90 people and wounded 30 in the end.",
  ])
  func `what has no verb of its own goes on in the sentence before`(comment: String) throws {
    let text = try told(
      "Gunmen killed nine soldiers near Gao on Sunday." + Self.filler
        + " Goats graze on a slope. " + comment)
    #expect(text.words.contains(comment.dropLast()) == text.words.contains("Goats graze"))
  }

  @Test func `the caption of a picture does not lead`() throws {
    let text = try told(
      """
      Nine soldiers killed near Gao

      Place of the attack, Gao, June 2020.

      Gunmen killed nine soldiers near Gao on Sunday, the army said. Two more were taken away.
      """)
    #expect(text.words.hasPrefix("Gunmen killed nine soldiers"))
  }

  @Test func `how a name is spoken is not printed`() throws {
    let text = try told("Police arrested Eric Schneider (SHNEYE'-dur) on Sunday. A guard was killed (in Gao).")
    #expect(text.words.contains("Eric Schneider on Sunday"))
  }

  @Test func `what ties a sentence to the one before stays where that one is told`() throws {
    let text = try told("Gunmen killed nine soldiers near Gao. But the army held the base.")
    #expect(text.words.hasSuffix("But the army held the base."))
  }

  @Test func `a single numbered line over a text is its title`() throws {
    let record = try #require(
      try ShippedPipeline.process("1) Nine soldiers killed near Gao\n\nGunmen killed nine soldiers near Gao on Sunday.")
        .record)
    #expect(record.sentences.first?.kind == .title)
  }

  @Test func `what happened in an older case is not told as if it were today's`() throws {
    let text = try told(
      "Una banda ha assaltato una villa a Gao, ferendo due persone. I carabinieri indagano." + Self.riempitivo
        + " Un altro assalto avvenne a Mopti lo scorso marzo. Durante la notte una banda ha ucciso un custode.")
    #expect(!text.words.contains("ucciso un custode") || text.words.contains("lo scorso marzo"))
  }

  @Test func `an age does not stand for somebody who was not told of`() throws {
    let text = try told(
      "I genitori hanno fatto arrestare un uomo a Gao." + Self.riempitivo
        + " Un dottore viveva tra dune alte. Il 44enne è stato condannato per omicidio.")
    #expect(text.words.contains("Il 44enne") == text.words.contains("Un dottore"))
  }

  @Test func `the stop of an abbreviation is the abbreviation's own`() throws {
    let document = try ShippedPipeline.process(
      "Gunmen killed nine soldiers near Gao at 10:30 p.m. The army held the base.")
    let brief = try #require(document.outputs.first { $0.name == "en.md" })
    #expect(String(decoding: brief.bytes, as: UTF8.self).contains("10:30 p.m. [1]"))
  }

  @Test func `a subject behind its verb is no missing one`() throws {
    let text = try told(
      "La situazione a Gao è grave. Nelle ultime ore si è registrata una violenta battaglia tra miliziani. Alcuni volevano fuggire, ma altri erano contrari. Di conseguenza è scoppiata una sparatoria che ha causato diversi morti e feriti."
        + Self.riempitivo)
    #expect(text.sentences.prefix(4).elementsEqual([0, 1, 2, 3]))
  }

  @Test func `a toll that opens with its verb is no caption`() throws {
    let text = try told(
      "Alluvione a Gao, anche due bambini tra le vittime\n\nÈ di 16 morti il bilancio dell'alluvione che ha colpito Gao. Tra questi anche due bambini. La zona di Mopti è la più colpita, con 13 morti."
    )
    #expect(text.sentences.first == 1)
  }

  @Test func `who is named like a month comes with who that is`() throws {
    let text = try told(
      "Gunmen killed nine soldiers near Gao on Sunday." + Self.filler
        + " A tent stood at a gate, said Jason January of a rescue team. January said that two men were killed.")
    #expect(text.words.contains("January said that two men") == text.words.contains("Jason January"))
  }

  @Test func `doubled marks of a table turn no text inside out`() throws {
    let text = try told(
      "Gunmen killed nine soldiers near Gao on Sunday. \"\"We lost nine men,\" he said." + Self.filler
        + " A jury convicted 40 rebels of murder.")
    #expect(text.words.contains("A jury convicted 40 rebels"))
  }
}
