import Analysis
import DispaccioTestSupport
import DocumentModel
import Testing

/// What is said in the other language, and what keeps a sentence from being said there.
@Suite struct OtherWordsTests {
  private func briefs(_ text: String) throws -> (own: Brief, other: Brief) {
    let record = try #require(try ShippedPipeline.process(text).record)
    return record.language.code == "it" ? (record.italian, record.english) : (record.english, record.italian)
  }

  @Test(arguments: [
    "L'attacco non è ancora stato confermato dalla Coalizione.", "The attack has not been confirmed by the coalition.",
    "The airstrike has not been acknowledged by the Israeli army.",
  ])
  func `who does not confirm an attack is not said to have made none`(report: String) throws {
    let record = try #require(try ShippedPipeline.process(report).record)
    #expect(record.events == [])
    // Quoted, or carried over with its "not".
    let other = try briefs(report).other.clauses
    #expect(
      other.allSatisfy { $0.means == .quoted || $0.text.contains(" non è stat") || $0.text.contains(" not been ") })
    #expect(other.allSatisfy { $0.means != .worded })
  }

  @Test(arguments: [
    ("Il JNIM ha attaccato una base a Gao.", "JNIM attacked a base in Gao, Mali."),
    (
      "Il JNIM ha attaccato e, presumibilmente, conquistato una base ad Acharan.",
      "JNIM attacked and presumably captured a base at Acharan, Mali."
    ),
    (
      "Le SDF avrebbero ripreso il controllo di tre villaggi a nord di Hajin, nella provincia di Deir Ezzor.",
      "The Syrian Democratic Forces (SDF) reportedly recaptured three villages north of Hajin, in Deir ez-Zor province, Syria."
    ),
    (
      "Un piccolo gruppo di miliziani sta cercando di conquistare Menaka.",
      "A small group of militants is trying to capture Ménaka, Mali."
    ),
    (
      "Two drones struck an oil depot in Russia's Belgorod region overnight, the regional governor said.",
      "Due droni hanno colpito nella notte un deposito petrolifero nella regione di Belgorod, in Russia, secondo il governatore regionale."
    ),
    (
      "Gunmen killed five soldiers near Mopti, the army said.",
      "Uomini armati hanno ucciso cinque soldati vicino a Mopti, in Mali, secondo l'esercito."
    ),
    ("Police arrested 12 people in Tunis.", "La polizia ha arrestato 12 persone a Tunisi, in Tunisia."),
    ("Kyiv did not comment.", "Kiev non ha commentato."),
  ])
  func `a sentence of which every word is read is told`(report: String, told: String) throws {
    let (own, other) = try briefs(report)
    #expect(own.clauses.map(\.means) == [.ownWords])
    #expect(other.clauses.map(\.text) == [told])
    #expect(other.clauses.allSatisfy { $0.means == .worded || $0.means == .transferred })
  }

  /// Each gate, with sentences before which it must stay shut.
  @Test(arguments: [
    ("governed", "L'esercito ha accusato i ribelli di aver ucciso sei civili a Gao, boh."),
    ("governed", "Si teme un'offensiva delle forze di Haftar su Sirte."),
    ("governed", "The army accused rebels of killing six civilians in Gao."),
    ("governed", "The army prevented rebels from attacking Gao."),
    ("governed", "If rebels attack Gao, the army will respond."),
    ("clauses", "L'esercito che aveva attaccato Gao si è ritirato dalla base."),
    ("clauses", "Gunmen killed five soldiers near Mopti and the army arrested two men in Gao."),
    ("words", "309 soldati guidati dal generale Rossi hanno attaccato Gao."),
    ("words", "The attackers shelled Gao with the consent of the mayor."),
    ("clauses", "The rebels want three things. Release of all political prisoners."),
    ("guessed", "Israeli soldiers killed five men in two West Bank towns."),
    ("guessed", "Another Palestinian was killed by Israeli soldiers near Tulkarem, a security source said."),
    ("guessed", "La base di Gao è stata attaccata con granate fumogene gialle."),
  ])
  func `a gate stays shut, and its sentence is quoted`(gate: String, report: String) throws {
    let (own, other) = try briefs(report)
    let clause = try #require(other.clauses.last)
    #expect(clause.means == .quoted)
    #expect(clause.gate == gate, "\(clause.gateDetail ?? "")")
    #expect(clause.text.contains(report.suffix(20)))
    #expect(own.clauses.first?.means == .ownWords)
  }

  @Test func `the founding report is told as an editor would`() throws {
    let (own, other) = try briefs(
      "Il JNIM ha attaccato e, presumibilmente, conquistato una base ad Acharan. E’ la risposta all’operazione dei contractors russi e dell’esercito locale per rompere l’assedio del MNLA a Timbuktu."
    )
    #expect(own.headline == "Il JNIM ha attaccato e, presumibilmente, conquistato una base ad Acharan")
    #expect(
      own.clauses.map(\.text) == [
        "Il JNIM ha attaccato e, presumibilmente, conquistato una base ad Acharan (Mali).",
        "È la risposta all’operazione dei contractors russi e dell’esercito locale per rompere l’assedio del MNLA a Timbuktu.",
      ])
    #expect(other.headline == "JNIM attacks, presumably captures base at Acharan")
    #expect(
      other.clauses.map(\.text) == [
        "JNIM attacked and presumably captured a base at Acharan, Mali.",
        "The attack is a response to an operation by Russian contractors and the local army to break the MNLA's siege of Timbuktu.",
      ])
  }

  @Test(arguments: [
    "L'esercito ha accusato i ribelli di aver ucciso sei civili a Gao.",
    "Mosca accusa Kiev di avere attaccato Belgorod.",
    "The mayor of Goma accused M23 of abducting ten students.",
  ])
  func `nobody who accuses is said to have done it`(report: String) throws {
    let record = try #require(try ShippedPipeline.process(report).record)
    for event in record.events where event.concept != "accuse" {
      #expect(event.actors.allSatisfy { actor in !event.attributedTo.contains { $0.span == actor.span } })
      #expect(event.certainty != .asserted)
    }
  }

  @Test(arguments: [
    "The army prevented rebels from attacking Gao.",
    "La procura ha incriminato tre ufficiali per aver ucciso sei civili.",
    "Le autorità temono un'invasione di Gao.", "Gli insorti preparavano un attentato contro la base di Gao.",
  ])
  func `what has not happened is no accomplished event`(report: String) throws {
    let record = try #require(try ShippedPipeline.process(report).record)
    let real = record.events.filter {
      !$0.type.isEmpty && $0.type != "diplomacy" && $0.type != "strategic_developments"
        && ($0.status == .accomplished || $0.status == .ongoing) && $0.polarity == .positive
    }
    #expect(real.isEmpty, "\(real.map(\.concept))")
  }

  @Test(arguments: [
    (
      "The army said it repelled an attack on the airport and destroyed three vehicles.",
      "L'esercito ha detto di aver distrutto tre veicoli.", "attacco di tre veicoli"
    ),
    ("Più di venti miliziani sono stati uccisi a Gao.", "More than 20 militants were killed in Gao, Mali.", "At least"),
    ("Ventitré i fermati, tra cui due giornalisti poi rilasciati.", "Ventitré i fermati", "released"),
    ("Zelensky said Russia had launched 140 drones overnight.", "140", "missili"),
    (
      "The Houthis fired a ballistic missile at an oil tanker.", "un missile balistico contro una petroliera", "missili"
    ),
    ("Three soldiers were killed when a roadside bomb hit a convoy near Tillabéri.", "Tillab", "è esploso"),
    ("Police fired tear gas at protesters in Tunis.", "Tunis", "disperso"),
  ])
  func `nobody does or suffers what the report does not say`(report: String, told: String, untold: String) throws {
    let words = try briefs(report).other.clauses.map(\.text).joined(separator: "\n")
    #expect(words.contains(told), "\(words)")
    #expect(!words.contains(untold), "\(words)")
  }

  @Test func `a headline without its title told is the title, quoted with its language`() throws {
    let (_, other) = try briefs(
      "Mali, il JNIM minaccia nuovi assalti\n\nIl JNIM ha minacciato nuovi assalti contro le basi dell'esercito a Gao.")
    #expect(other.headline == "In Italian: “Mali, il JNIM minaccia nuovi assalti”")
    #expect(other.headlineMeans == .quoted)
  }
}
