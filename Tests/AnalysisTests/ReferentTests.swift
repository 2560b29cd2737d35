import Analysis
import DispaccioTestSupport
import DocumentModel
import Testing

/// What a sentence takes up from the one before is told with it; what the page and its readers are told is not told at all.
@Suite struct ReferentTests {
  private func told(_ text: String) throws -> String {
    let record = try #require(try ShippedPipeline.process(text).record)
    let brief = record.language.code == "it" ? record.italian : record.english
    return brief.clauses.map(\.text).joined(separator: " ")
  }

  /// More than a brief has room for, so that it must choose.
  private let filler =
    " Il quartiere si trova nella parte vecchia della città, vicino al mercato del pesce, e conta tremila abitanti. Il mercato apre tutte le mattine alle cinque e chiude a mezzogiorno, tranne la domenica e i giorni di festa. I commercianti chiedono da tempo più luce nelle strade e più controlli di notte, come nei quartieri vicini. La prefettura ha promesso nuove telecamere entro la fine dell'anno e due pattuglie in più per ogni turno. Il comune ha stanziato duecentomila euro per i lampioni della piazza e per la strada che porta al porto fluviale."

  private let fillerEnglish =
    " The market opens every morning at five and closes at noon, except on Sundays and on holidays. The traders have long asked for more light in the streets and for more patrols at night. The prefecture has promised new cameras before the end of the year and two more patrols for each shift. The council has set aside two hundred thousand francs for the lamps of the square and the road to the river port."

  @Test func `what points at something comes with it or not at all`() throws {
    let text = try told(
      "MOPTI. Un uomo è stato arrestato per avere strappato la borsa a una donna di 74 anni davanti alla stazione. La donna lo ha inseguito per trecento metri, è salita su una bicicletta e lo ha raggiunto. In questa operazione la borsa è caduta nel canale che attraversa la città."
        + filler)
    if text.contains("In questa operazione") { #expect(text.contains("salita su una bicicletta")) }
  }

  @Test func `hours and days reckoned from another one come with it or not at all`() throws {
    let text = try told(
      "MOPTI. Un commerciante di 65 anni è stato arrestato per usura dai carabinieri. Prestava denaro con interessi del 46 per cento. La vittima aveva chiesto 8.500 euro in cambio di due assegni. Dopo pochi mesi ottenne altri 2.500 euro in cambio di un terzo assegno."
        + filler)
    if text.contains("Dopo pochi mesi") { #expect(text.contains("8.500")) }
  }

  @Test func `weeks reckoned from this week are not told of a year`() throws {
    let text = try told(
      "This is a report on two traders of Gao. The two men first met in 2001, when the old regime still held the country. Musa Bello slipped into the town to help the traders and other people. This week, they met again in the same square. Ali Sow, in a simple shirt, wore his sadness like a cloak. Weeks earlier, the rebels had attacked the square and killed 292 people."
        + fillerEnglish)
    if text.contains("Weeks earlier") { #expect(text.contains("This week, they met again")) }
  }

  @Test func `two who are spoken of as known are told with whoever says which two`() throws {
    let text = try told(
      "Furto in una casa di campagna lungo via Rossi a Mopti, due denunciati. Due giovani studenti, il 22enne G. B. e il 20enne L. D., hanno aperto la rimessa e hanno tirato fuori un aratro. Un vicino ha chiamato il proprietario, che ha fatto in tempo a sorprendere i due giovani con le mani nel sacco."
        + filler)
    if text.contains("i due giovani") { #expect(text.contains("Due giovani studenti")) }
  }

  @Test func `who was told to be accused is told to be cleared`() throws {
    let text = try told(
      "Due uomini di 36 anni sono finiti in carcere a Mopti con l'accusa di rapina." + filler
        + " Ieri i due uomini di 36 anni sono stati scarcerati: le impronte erano di un altro.")
    #expect(text.contains("scarcerati"))
  }

  @Test func `whom to call, captions and rights are no news`() throws {
    let text = try told(
      "The council of Gao approved a budget of two million for the repair of the bridge on Tuesday. The work will begin in June and last eight months. Anyone with questions should call 555-010-9999 before Friday. To take part write to desk@example.org. Ann Vela, 25, poses for a photograph in front of the bridge. (Copyright 2018 by Agenzia Nova. All Rights Reserved.)"
    )
    #expect(text.contains("The work will begin in June"))
    for other in ["555", "desk@", "poses", "Copyright"] { #expect(!text.contains(other)) }
  }

  @Test func `a figure of money is no telephone number`() throws {
    let text = try told("The army seized 1.500.000.000 francs in Gao on Monday. Two men were arrested.")
    #expect(text.contains("1.500.000.000"))
  }

  @Test(arguments: ["S. TO", "Vale C.", "Mario Rossi", "Camma"])
  func `the initials or the name of an author behind the last sentence are none of its words`(_ author: String) throws {
    let text = try told(
      "Furto in una casa di via Verdi a Mopti: i ladri hanno portato via oro e denaro. I carabinieri indagano. — \(author)"
    )
    #expect(text.hasSuffix("I carabinieri indagano."))
  }

  @Test func `an abbreviation in brackets ends no sentence`() throws {
    let text = try told(
      "The Walker County (Ga.) Sheriff's Office arrested two men on Monday. They are charged with theft.")
    #expect(text.hasPrefix("The Walker County (Ga.) Sheriff's Office arrested two men on Monday."))
  }

  @Test func `an older version below the newer one is not told beside it`() throws {
    let text = try told(
      "Two inmates have been captured in Gao, according to the office of the sheriff. Both were arrested on Thursday and have been taken to the jail of the county. They have been charged with escape. Original story: The sheriff's office is asking the public to be on the lookout for two inmates who walked away from a work detail on Wednesday."
    )
    #expect(text.contains("captured"))
    #expect(!text.contains("lookout"))
  }

  @Test func `the town of the dateline is told though its sentence is not`() throws {
    let text = try told(
      "SASSUOLO. «Sono talmente arrabbiato che fatico a dominarmi, se continua così smetto di lavorare». I ladri hanno portato via dodici biciclette dal negozio di Mario Rossi in via Verdi. I carabinieri hanno arrestato due uomini di 30 anni."
    )
    #expect(text.contains("SASSUOLO") || text.contains("Sassuolo"))
  }

  @Test func `what recalls another report goes, and the sentence behind it stays`() throws {
    let text = try told(
      "MOPTI. Due uomini sono stati arrestati per spaccio dai carabinieri. Leggi anche Spari nella notte in via Verdi La donna che li ospitava è stata denunciata per favoreggiamento e per ricettazione."
    )
    #expect(text.contains("La donna che li ospitava è stata denunciata"))
    #expect(!text.contains("Spari nella notte"))
  }

  @Test func `of two who were brought in the nearer one is meant`() throws {
    let text = try told(
      "MOPTI. A marzo un locale era stato chiuso per dieci giorni: cocaina era stata trovata addosso a una ragazza di 20 anni."
        + filler
        + " In via Rossi gli agenti avevano fermato una ragazza marocchina di 22 anni. Dalla borsa della ragazza sono spuntati nove grammi di cocaina, e la ragazza è stata arrestata."
    )
    if text.contains("Dalla borsa della ragazza") { #expect(text.contains("una ragazza marocchina di 22 anni")) }
  }

  @Test func `a parenthesis that limits a word stays`() throws {
    let text = try told(
      "The rankings run from zero (perfect) to 25 and were published in Gao on Monday. The army arrested two men.")
    #expect(text.contains("zero (perfect) to 25"))
  }
}
