import Analysis
import DispaccioTestSupport
import DocumentModel
import Testing

/// What a reader relies on in a brief, whatever the report.
@Suite struct BriefPromisesTests {
  private func briefs(_ text: String) throws -> (it: Brief, en: Brief) {
    let record = try #require(try ShippedPipeline.process(text).record)
    return (record.italian, record.english)
  }

  private func words(_ brief: Brief) -> String {
    ([brief.headline] + brief.clauses.map(\.text)).joined(separator: "\n")
  }

  static let reports = [
    "Il JNIM ha attaccato e, presumibilmente, conquistato una base a Gao.",
    "Le SDF avrebbero ripreso il controllo di tre villaggi a nord di Hajin, nella provincia di Deir Ezzor. Canali vicini allo Stato Islamico negano la notizia e sostengono di aver ucciso dodici combattenti curdi in un'imboscata.",
    "Two drones struck an oil depot in Russia's Belgorod region overnight, the regional governor said. No casualties were reported. Kyiv did not comment.",
    "Israele potrebbe lanciare un'offensiva di terra su Rafah entro la settimana, ha detto un funzionario americano che ha chiesto l'anonimato. Hamas ha avvertito che in quel caso interromperà i negoziati.",
    "L'attacco della Roma ha bombardato la porta avversaria per novanta minuti, ma la difesa ha retto l'assedio. Nel finale un'esplosione di gioia: gol di testa e tre punti.",
    "Des hommes armés ont attaqué le village de Solhan, tuant onze civils.",
  ]

  @Test(arguments: reports) func `no clause stands without a source sentence`(text: String) throws {
    let record = try #require(try ShippedPipeline.process(text).record)
    for brief in [record.italian, record.english] {
      #expect(!brief.headline.isEmpty)
      #expect(!brief.headlineSentences.isEmpty)
      #expect(!brief.clauses.isEmpty)
      for clause in brief.clauses {
        #expect(!clause.sentences.isEmpty)
        #expect(clause.sentences.allSatisfy { record.sentences.positions.contains($0) })
        #expect(clause.events.allSatisfy { record.events.positions.contains($0) })
      }
    }
  }

  @Test func `a country that the report does not name is marked as added`() throws {
    let (italian, english) = try briefs("Il JNIM ha attaccato una base a Gao.")
    #expect(italian.clauses.first?.added == ["country"])
    #expect(english.clauses.first?.added == ["country"])
  }

  @Test func `a text without events says so and quotes itself in its own language`() throws {
    let (italian, english) = try briefs(Self.reports[4])
    #expect(italian.headline == "Nessun evento riconosciuto nel testo")
    #expect(english.headline == "No event recognized in the text")
    #expect(words(english).contains("Main sentence, in Italian: “L'attacco della Roma"))
  }

  @Test func `every span repeats the words of the text`() throws {
    let text = "Il JNIM 💥 ha attaccato una base a Gao, nel nord del Mali, perche\u{300} voleva le armi."
    let record = try #require(try ShippedPipeline.process(text).record)
    #expect(record.text == Array(text.utf8))
    let jnim = try #require(record.entities.first { $0.entity.id == "jnim" })
    #expect(String(decoding: record.text[jnim.mentions[0].span.range], as: UTF8.self) == "JNIM")
  }
}
