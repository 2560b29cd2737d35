import Analysis
import DispaccioTestSupport
import DocumentModel
import Testing

/// What a brief in the report's own language is made of: the report's own sentences, none torn from what it needs.
@Suite struct OwnWordsTests {
  private func own(_ text: String) throws -> Brief {
    let record = try #require(try ShippedPipeline.process(text).record)
    return record.language.code == "it" ? record.italian : record.english
  }

  private func sentences(_ text: String) throws -> [Int] {
    try own(text).clauses.filter { $0.role != .assessment }.flatMap(\.sentences).map(\.offset)
  }

  @Test func `a brief of a short report is the report`() throws {
    let text =
      "Rebels shelled a base near Goma on Sunday, the army said. No damage or casualties were reported. Kigali did not comment."
    let brief = try own(text)
    #expect(brief.clauses.map(\.text).joined(separator: " ") == text)
    #expect(brief.clauses.map(\.means) == [.ownWords, .ownWords, .ownWords])
    #expect(brief.clauses.map(\.role) == [.lead, .item, .item])
  }

  @Test(arguments: [
    ("Intanto, l'esercito ha bombardato Menaka.", "L'esercito ha bombardato Menaka (Mali)."),
    ("However, rebels attacked Gao.", "Rebels attacked Gao (Mali)."),
    ("E' stato ucciso il capo del JNIM a Gao.", "È stato ucciso il capo del JNIM a Gao"),
    ("I «terroristi» hanno attaccato Gao. I terroristi hanno ucciso sei civili a Gao.", "I «terroristi» hanno ucciso"),
  ])
  func `only what may go goes`(report: String, told: String) throws {
    #expect(try own(report).clauses.map(\.text).joined(separator: " ").contains(told))
  }

  @Test(arguments: [
    (
      "ROMA, 14 maggio - Un'autobomba è esplosa ieri sera a Mogadiscio.",
      "Un'autobomba è esplosa la sera del 13 maggio a Mogadiscio"
    ),
    ("BAMAKO, 9 nov. - Il JNIM ha attaccato ieri una base a Gao.", "Il JNIM ha attaccato l'8 novembre una base a Gao"),
    ("GAO, Mali, May 6 (Reuters) - Rebels attacked Gao yesterday.", "Rebels attacked Gao on May 5"),
  ])
  func `a day word becomes its day where the report gives one`(report: String, told: String) throws {
    let brief = try own(report)
    #expect(brief.clauses.first?.text.contains(told) ?? false, "\(brief.clauses.map(\.text))")
    #expect(brief.clauses.first?.added.contains("date") ?? false)
  }

  @Test func `a day word without a day stays`() throws {
    #expect(try own("Il JNIM ha attaccato ieri una base a Gao.").clauses.first?.text.contains("ieri") ?? false)
  }

  @Test(arguments: [
    "Le RSF hanno bombardato El Fasher. Lo riferiscono fonti locali.",
    "L'esercito ha arrestato un uomo a Gao. L'uomo preparava un attentato.",
    "Rebels attacked Gao on Sunday. They killed nine soldiers.",
    "Il ministro ha incontrato i ribelli a Doha. Ha poi annunciato una tregua.",
  ])
  func `a sentence that leans on the one before comes with it`(report: String) throws {
    #expect(try sentences(report) == [0, 1])
  }

  @Test func `what leans on a sentence that is left out is left out too`() throws {
    let filler = (1...8).map { "Secondo gli esperti la zona numero \($0) potrebbe restare instabile per mesi e mesi." }
    let text =
      "Il JNIM ha attaccato una base a Gao. " + filler.joined(separator: " ") + " Lo ha detto un funzionario del luogo."
    let told = try own(text).clauses.flatMap(\.sentences)
    #expect(!told.contains(9) || told.contains(8))
  }

  @Test func `a brief keeps to a hundred and fifty words before the assessments`() throws {
    let text = (1...40).map {
      "Il JNIM ha attaccato la base numero \($0) a Gao, uccidendo \($0 + 1) soldati e ferendone \($0 + 2)."
    }.joined(separator: " ")
    let clauses = try own(text).clauses.filter { $0.role != .assessment }
    #expect(clauses.count > 2)
    #expect(clauses.reduce(0) { $0 + $1.text.split(separator: " ").count } <= 160)
  }

  @Test func `background never leads, and a source's words are not the report's assessment`() throws {
    let text =
      "Attacco a Gao, sei soldati uccisi\n\nNel 2012 il JNIM non esisteva ancora. Il JNIM ha attaccato ieri una base a Gao, uccidendo sei soldati. «Potrebbero attaccare ancora», ha detto un funzionario."
    let brief = try own(text)
    #expect(brief.headline == "Attacco a Gao, sei soldati uccisi")
    #expect(brief.clauses.first?.sentences == [2])
    #expect(!brief.clauses.contains { $0.role == .assessment })
  }

  @Test func `a title in capitals is written as the text writes its words`() throws {
    let brief = try own(
      "ATTACCO DEL JNIM A GAO, SEI SOLDATI UCCISI\n\nIl JNIM ha attaccato una base a Gao, uccidendo sei soldati.")
    #expect(brief.headline == "Attacco del JNIM a Gao, sei soldati uccisi")
  }

  @Test func `a language that is not read is quoted and never called empty`() throws {
    let record = try #require(
      try ShippedPipeline.process(
        "Burkina Faso : onze civils tués dans le village de Solhan\n\nDes hommes armés ont attaqué dans la nuit de lundi à mardi le village de Solhan, tuant onze civils, selon une source sécuritaire."
      ).record)
    #expect(!record.isRead)
    #expect(record.italian.headline == "«Burkina Faso : onze civils tués dans le village de Solhan»")
    #expect(record.english.clauses.map(\.means) == [.quoted])
    #expect(record.english.clauses.first?.text.hasPrefix("“Des hommes armés ont attaqué") ?? false)
  }

  @Test(arguments: [
    "Modena, l'esercito ha ucciso due soldati a Modena.", "Il JNIM ha attaccato una base a Gao, in Mali.",
  ])
  func `no country is added where a reader is at home or the report names one`(report: String) throws {
    #expect(try own(report).clauses.allSatisfy { !$0.added.contains("country") })
  }

  @Test func `a town that no gazetteer knows keeps its dateline unless it is named again`() throws {
    func lead(_ report: String) throws -> String? {
      try #require(try ShippedPipeline.process(report).record).italian.clauses.first?.text
    }
    let rest = " La polizia ha arrestato due sospetti. Un terzo uomo è fuggito verso la campagna."
    #expect(
      try lead("VALDURANTE. Uomini armati hanno ucciso cinque soldati in via Milano." + rest)?.hasPrefix("VALDURANTE")
        == true)
    #expect(
      try lead("VALDURANTE. Uomini armati hanno ucciso cinque soldati a Valdurante." + rest)?.hasPrefix("Uomini armati")
        == true)
  }
}
