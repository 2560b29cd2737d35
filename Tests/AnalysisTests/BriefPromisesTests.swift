import Analysis
import DispaccioTestSupport
import DocumentModel
import Testing

/// What a reader relies on in a brief, whatever the report.
@Suite struct BriefPromisesTests {
  private func briefs(_ text: String) throws -> (it: Brief, en: Brief) {
    try #require(try ShippedPipeline.process(text).record).brief
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
    for brief in [record.brief.it, record.brief.en] {
      #expect(!brief.headline.isEmpty)
      #expect(!brief.headlineSentences.isEmpty)
      #expect(!brief.clauses.isEmpty)
      for clause in brief.clauses {
        #expect(!clause.sentences.isEmpty)
        #expect(clause.sentences.allSatisfy { record.sentences.indices.contains($0) })
        #expect(clause.events.allSatisfy { record.events.indices.contains($0) })
      }
    }
  }

  @Test(arguments: [
    (
      "The army said it repelled an attack on the airport and destroyed three vehicles.",
      "The army said it repelled an attack at the airport.", "attack by three vehicles"
    ),
    ("Twelve were killed in Gao, police said.", "Twelve people were killed in Gao, Mali, police said.", "“"),
    ("Rebels shelled Bara, killing 12 civilians and wounding dozens.", "dozens wounded", "dozens of wounded"),
    ("Più di venti miliziani sono stati uccisi a Gao.", "More than 20 militants were killed in Gao, Mali.", "At least"),
    (
      "Secondo le autorità, tra i militari ci sarebbero due morti.", "two service members were reportedly killed",
      "people"
    ),
    (
      "Ventitré i fermati, tra cui due giornalisti poi rilasciati.", "Two journalists were released.",
      "Detainees were released"
    ),
    ("Zelensky said Russia had launched 140 drones overnight.", "Russia launched 140 drones", "missiles"),
    ("The Houthis fired a ballistic missile at an oil tanker.", "a ballistic missile at an oil tanker", "missiles"),
    (
      "Three soldiers were killed when a roadside bomb hit a convoy near Tillabéri.", "a bomb blast against a convoy",
      "exploded"
    ),
    ("Police fired tear gas at protesters in Tunis.", "Police used tear gas on protesters in Tunis", "dispersed"),
  ])
  func `nobody does or suffers what the report does not say`(report: String, told: String, untold: String) throws {
    let english = words(try briefs(report).en)
    #expect(english.contains(told), "\(english)")
    #expect(!english.contains(untold), "\(english)")
  }

  @Test func `a hedge on one verb stays on that verb in both languages`() throws {
    let (italian, english) = try briefs("Il JNIM ha attaccato e, presumibilmente, conquistato una base ad Acharan.")
    #expect(italian.headline == "Il JNIM attacca e presumibilmente conquista una base ad Acharan")
    #expect(
      italian.clauses.map(\.text) == [
        "Il JNIM ha attaccato e presumibilmente conquistato una base ad Acharan, in Mali."
      ])
    #expect(english.clauses.map(\.text) == ["JNIM attacked and presumably captured a base at Acharan, Mali."])
  }

  @Test func `a country that the report does not name is marked as added`() throws {
    let (italian, english) = try briefs("Il JNIM ha attaccato una base a Gao.")
    #expect(italian.clauses.first?.added == ["country"])
    #expect(english.clauses.first?.added == ["country"])
  }

  @Test func `the journalistic conditional becomes reportedly`() throws {
    let (italian, english) = try briefs("Le SDF avrebbero ripreso il controllo di tre villaggi a nord di Hajin.")
    #expect(words(italian).contains("avrebbero riconquistato tre villaggi"))
    #expect(words(english).contains("reportedly recaptured three villages"))
  }

  @Test func `what somebody is trying to do stays under way`() throws {
    let (italian, english) = try briefs("Un piccolo gruppo di miliziani sta cercando di conquistare Menaka.")
    #expect(words(italian).contains("sta cercando di conquistare"))
    #expect(words(english).contains("is trying to capture"))
  }

  @Test func `a denial is told as a denial`() throws {
    let (italian, english) = try briefs("HTS ha smentito di aver giustiziato i prigionieri.")
    #expect(words(italian).contains("ha smentito di aver giustiziato i prigionieri"))
    #expect(words(english).contains("denied executing"))
  }

  @Test func `what is only meant is not told as done`() throws {
    let (italian, english) = try briefs("The United Nations called for a ceasefire in Sudan.")
    #expect(!words(italian).contains("C'è stato un cessate il fuoco"))
    #expect(!words(english).contains("There was a ceasefire"))
  }

  @Test func `what somebody says of itself stays its own word`() throws {
    let (italian, english) = try briefs("L'esercito nigerino ha annunciato di aver ripreso il controllo di Banibangou.")
    #expect(words(italian).contains("ha detto di aver riconquistato"))
    #expect(words(english).contains("said it recaptured"))
  }

  @Test func `no casualties reported is not a count of zero and no dead`() throws {
    let (italian, english) = try briefs(
      "Rebels shelled a base near Goma on Sunday, the army said. No damage or casualties were reported.")
    #expect(words(italian).contains("on si segnalano morti né feriti"))
    #expect(words(english).contains("o casualties were reported"))
    #expect(!words(english).contains("People were killed"))
  }

  @Test func `counts that differ are told side by side with their sources`() throws {
    let (italian, english) = try briefs(
      "Un'autobomba è esplosa a Mogadiscio. Secondo la polizia i morti sono almeno nove, mentre fonti ospedaliere parlano di quindici vittime."
    )
    #expect(
      words(italian).contains("econdo la polizia i morti sono almeno nove; secondo fonti ospedaliere i morti sono 15"))
    #expect(
      words(english).contains("at least nine people were killed; according to hospital sources, 15 people were killed"))
  }

  @Test func `an answer names what it answers`() throws {
    let (italian, english) = try briefs(
      "Il JNIM ha attaccato una base a Gao. È la risposta all'operazione dell'esercito locale per rompere l'assedio del MNLA a Timbuktu."
    )
    #expect(
      words(italian).contains(
        "L'attacco è la risposta all'operazione dell'esercito locale per rompere l'assedio dell'MNLA a Timbuctù."))
    #expect(
      words(english).contains(
        "The attack is a response to an operation by the local army to break the MNLA's siege of Timbuktu."))
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
