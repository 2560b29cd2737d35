import Analysis
import DocumentModel
import Testing

extension EventReadingTests {
  @Suite struct Counts {
    @Test func `a count that the report takes back is superseded`() throws {
      let event = try Reading.event(
        "ambush", in: "Uccisi in un agguato del JNIM a Tessit cinque soldati, non sette come riferito ieri.")
      #expect(event.casualties.map(\.minimum) == [5, 7])
      #expect(event.casualties.map(\.isSuperseded) == [false, true])
    }

    @Test(arguments: [
      ("Almeno dodici morti in un attentato suicida a Kabul.", FigureKind.atLeast, 12),
      ("Nell'agguato vicino a Tessit sono morti una trentina di soldati.", .about, 30),
      ("A drone strike on Omdurman killed 20 people.", .exact, 20),
      ("Gunmen killed more than 40 villagers in Ituri.", .atLeast, 40),
    ])
    func `the words decide how a count is meant`(text: String, kind: FigureKind, minimum: Int) throws {
      let casualties = try Reading.record(text).events.flatMap(\.casualties).filter { $0.effect == .killed }
      #expect(casualties.map(\.kind) == [kind])
      #expect(casualties.map(\.minimum) == [minimum])
    }

    @Test func `several dead and wounded are both uncounted`() throws {
      let event = try Reading.event(
        "shooting", in: "A Gao è scoppiata una sparatoria che ha causato diversi morti e feriti, ancora in corso.")
      #expect(event.status == .ongoing)
      #expect(event.casualties.map(\.effect) == [.killed, .wounded])
      #expect(event.casualties.allSatisfy { $0.kind == .uncounted && $0.conservative == nil })
    }

    @Test func `none reported is not zero by count`() throws {
      let event = try Reading.event(
        "open_fire", in: "Militari italiani di Unifil finiti sotto il fuoco: nessun ferito.")
      #expect(event.casualties.map(\.kind) == [.noneReported])
    }

    @Test func `the driver is dead and the mayor lives`() throws {
      let event = try Reading.event(
        "assassination_attempt", in: "The mayor survived an assassination attempt that left his driver dead.")
      #expect(event.casualties.map(\.minimum) == [1])
    }

    @Test func `victims of a theft are not dead`() throws {
      let record = try Reading.record("Le due vittime del furto hanno sporto denuncia ai carabinieri.")
      #expect(record.events.allSatisfy { $0.casualties.isEmpty })
    }

    @Test func `soldiers reported killed who turn up alive are no event`() throws {
      #expect(
        try Reading.record("Two of the five soldiers reported killed have turned up alive.").events.isEmpty)
    }
  }

  @Suite struct Story {
    @Test func `an answer is tied to what it answers`() throws {
      let record = try Reading.record(
        "I ribelli hanno attaccato Menaka. È la ritorsione all'operazione dell'esercito maliano contro Kidal.")
      let operation = record.events.positions.first { record.events[$0].concept == "operation" }
      let attack = try #require(record.events.first { $0.concept == "attack" })
      #expect(attack.links.contains { $0.kind == .responseTo && $0.event == operation })
    }

    @Test func `an event that brings about another is another`() throws {
      let record = try Reading.record("L'uccisione di un comandante ha scatenato scontri tra miliziani a Tripoli.")
      let killing = record.events.positions.first { ["kill", "assassinate"].contains(record.events[$0].concept) }
      let clash = try #require(record.events.first { $0.concept == "clash" })
      #expect(clash.links.contains { $0.kind == .after && $0.event == killing })
    }

    @Test func `factions of one group fight each other`() throws {
      let event = try Reading.event("clash", in: "Violenta battaglia tra miliziani Daesh nella zona di Hajin.")
      #expect(event.actors.map(\.entity) == ["islamic-state"])
      #expect(event.targets.map(\.entity) == ["islamic-state"])
    }

    @Test func `an operation for breaking a siege leaves the siege standing`() throws {
      let record = try Reading.record("L'esercito ha avviato un'operazione per rompere l'assedio del JNIM a Timbuctù.")
      let siege = try #require(record.events.positions.first { record.events[$0].concept == "siege" })
      #expect(record.events[siege].actors.map(\.entity) == ["jnim"])
      #expect(!record.events.contains { $0.concept == "break_siege" })
      let links = record.events.flatMap(\.links).filter { $0.kind == .purpose }
      #expect(links.map(\.event) == [siege])
    }

    @Test func `assessments are statements with their entities`() throws {
      let record = try Reading.record(
        "In Iraq l'Isis è ormai relegato ad al-Anbar. Lo Stato Islamico è sotto pressione.")
      #expect(record.statements.map(\.concept) == ["confined_to", "pressure"])
      #expect(record.statements.allSatisfy { $0.entities.contains("islamic-state") })
    }
  }
}
