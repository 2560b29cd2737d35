import DocumentModel
import Testing

/// Full stops that end a sentence, and those that only end a word.
@Suite struct SentenceEndTests {
  private func sentences(_ text: String, _ language: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try MastheadReading.shared.get().read(bytes, language).0.map {
      String(decoding: bytes[$0.span.range], as: UTF8.self)
    }
  }

  @Test func `an hour with a space behind its stop, and initials that are a nickname, end no sentence`() throws {
    #expect(
      try sentences("La donna è uscita alle 18. 30 per poi rientrare alle 21. 30. Un uomo è fuggito.", "it").count == 2)
    try expect("I morti sono 21.|30 Tuareg sono fuggiti nella notte verso il confine.", "it")
    #expect(
      try sentences("They struck first, said Col. John “J.D.” Dorrian, the spokesman. He left.", "en")
        == ["They struck first, said Col. John “J.D.” Dorrian, the spokesman.", "He left."])
    #expect(try sentences("He called it “vitamin D.” Doctors agreed.", "en").count == 2)
    #expect(try sentences("Si tratta di N. A., pluripregiudicato del posto. Un uomo è fuggito.", "it").count == 2)
  }

  @Test func `a label that was glued to a sentence, and the caption of a picture, are no text`() throws {
    let report =
      "The office of Gao was shut on Monday for a week of repairs, the mayor of the town said. It had leaked. Story "
      + "Highlights In observance of the day the office will open at noon."
    #expect(
      try sentences(report, "en").suffix(2) == [
        "Story Highlights", "In observance of the day the office will open at noon.",
      ])
    let text = Array(
      "Ann Vela of Gao celebrates on Friday after the game. Gao won 91-89. (AP Photo/Ron Vela)\n\nGAO, Mali (AP) — Two games were played on Friday night in Gao. Both ended late.\n"
        .utf8)
    let read = try MastheadReading.shared.get().read(text, "en").0
    #expect(read.first?.kind == .furniture)
    #expect(read.filter { $0.kind == .body }.count == 2)
  }

  @Test func `a heading in capitals that was glued to a sentence is parted from it, a name in capitals is not`() throws
  {
    let first = "Il sindaco ha parlato ieri sera in consiglio. La seduta è finita tardi. "
    #expect(
      try sentences(first + "BLITZ NELLA NOTTE I carabinieri hanno arrestato due uomini.", "it")
        .suffix(2) == ["BLITZ NELLA NOTTE", "I carabinieri hanno arrestato due uomini."])
    #expect(
      try sentences(first + "BIMBA E ULTRASUONI Nel 2011 una bimba è stata affidata.", "it")
        .suffix(2) == ["BIMBA E ULTRASUONI", "Nel 2011 una bimba è stata affidata."])
    #expect(try sentences(first + "NATO ISAF e ONU hanno firmato un accordo.", "it").count == 3)
    #expect(try sentences(first + "USS COLE sailors left the port.", "en").count == 3)
  }

  /// Sentences parted by `|`.
  private func expect(_ marked: String, _ language: String) throws {
    let wanted = marked.split(separator: "|").map { $0.drop { $0 == " " } }.map(String.init)
    #expect(try sentences(wanted.joined(separator: " "), language) == wanted)
  }

  @Test(arguments: [
    "The envoy flew back to the U.S.|Gunmen raided Tessit.", "The envoy flew back to the U.S.|The raid went on.",
    "Aid comes from the U.N.|Villagers wait.", "The U.S. Army left.", "He met U.S. Marines near Agadez.",
    "Sources in the U.S. Embassy said no.", "Troops of the U.N. Security Council met.",
    "He praised U.S. Special Envoy Ann Lee in Bamako.", "The U.S. (and its allies) left.",
    "He spoke in Washington, D.C.|Police kept away.", "The D.C. Circuit Court ruled.",
  ])
  func `lets a sentence end after a country's initials`(marked: String) throws { try expect(marked, "en") }

  @Test(arguments: [
    "The raid began at 4 a.m.|Police found six bodies.", "It ended at 6 p.m. Sunday.", "It ended at 6 p.m. EDT.",
    "It ended at 6 p.m. (CET) in Gao.", "At 7 p.m. Rebels left.", "It ended at 6 p.m.|On Sunday rebels left.",
  ])
  func `lets a sentence end after an hour`(marked: String) throws { try expect(marked, "en") }

  @Test(arguments: [
    "The lorry belongs to Delta Freight Inc.|The owner denied it.", "He sued Delta Ltd.|Police searched the depot.",
    "Delta Inc. Director John Moss left.", "Delta Corp. (DLT) lost a lorry.", "He lives in Fresno, Calif.|It is far.",
  ])
  func `lets a sentence end after a firm or a state`(marked: String) throws { try expect(marked, "en") }

  @Test(arguments: [
    "Il camion è della Gamma S.p.A.|La ditta smentisce.",
    "Il deposito è della Gamma S.r.l.|Secondo la polizia era vuoto.",
    "La Gamma S.p.A. Presidente Luca Neri esclusa.", "Gli aiuti vengono dall'O.N.U.|I profughi aspettano.",
  ])
  func `lets a sentence end after an Italian firm`(marked: String) throws { try expect(marked, "it") }

  @Test(arguments: [
    "Il magg. Rossi ha visto il gen. Bianchi e il cap. Neri.", "Il n. 2 del gruppo è vivo.",
    "Lo dice l'art. IV del testo.",
    "Il mar. Verdi è ferito.", "Lo scontro è del 5 mar.|Il governo tace.", "Il sig. G. De Luca è libero.",
    "Il processo Alfa v. Beta è chiuso.", "Ha la vitamina C.|Il medico tace.",
  ])
  func `goes on over Italian ranks and numbers`(marked: String) throws { try expect(marked, "it") }

  @Test(arguments: [
    "Col. Moss met Gen. Brown and Lt. Col. Lee.", "No. 2 of the group is alive.", "He met J.M. Huber in Gao.",
    "He read the letter to J. R. Moss.", "No.|The army denied it.",
  ])
  func `goes on over English ranks and numbers`(marked: String) throws { try expect(marked, "en") }

  @Test(arguments: [
    "He left Gao in 2012. [6] |In 2013 he came back.", "Nothing was found at all. […] |The search ended.",
    "He called it « a crime. » |The army denied it.",
  ])
  func `leaves what trails behind a full stop with its sentence`(marked: String) throws {
    let wanted = marked.split(separator: "|").map { $0.trimmingSpaces }
    #expect(try sentences(wanted.joined(separator: " "), "en") == wanted)
  }

  @Test func `takes a number by itself for the number of what follows`() throws {
    try expect("The court ruled.|858. Of drains and ditches.|The year was 2020.|The court ruled.", "en")
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(self.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
