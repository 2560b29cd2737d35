import Analysis
import DocumentModel
import Testing

extension EventReadingTests {
  @Suite struct Names {
    @Test(arguments: ["dell'ISIS", "dell’Isis", "del Daesh", "dello Stato Islamico"])
    func `elision and spelling lead to one group`(name: String) throws {
      let record = try Reading.record("Un attacco \(name) a Hajin ha ucciso tre soldati.")
      #expect(record.entities.contains { $0.entity.id == "islamic-state" })
    }

    @Test(arguments: ["Sha’fah", "Sha'fah", "Shaafa"])
    func `apostrophes do not part a town from its name`(name: String) throws {
      let record = try Reading.record("L'esercito ha bombardato \(name), in Siria.")
      #expect(record.entities.contains { $0.entity.id == "shafah" })
    }

    @Test func `a name with its second name in parentheses is one mention`() throws {
      let record = try Reading.record("L'Isis è sotto pressione per l'operazione Cizire Storm (Al Jazeera) delle SDF.")
      #expect(record.entities.map(\.entity.id) == ["islamic-state", "cizire-storm", "sdf"])
    }

    @Test func `Tripoli in Lebanon is not Tripoli in Libya`() throws {
      let lebanon = try Reading.event("clash", in: "Scontri tra miliziani a Tripoli, nel nord del Libano.")
      let libya = try Reading.event("clash", in: "Scontri tra miliziani a Tripoli, in Libia.")
      #expect(lebanon.place?.country == "LB")
      #expect(libya.place?.country == "LY")
    }

    @Test(arguments: [
      "Nato a Verona nel 1950, ha vinto due medaglie.", "I mali della coalizione.", "La bomba di mercato.",
      "Battaglia legale.", "L'attacco della difesa è stato debole.", "Attacco cardiaco.",
      "Bombardata dalle critiche, la ministra resta in trincea.",
      "The strike shut every school in Lagos for a third day.",
    ])
    func `words of war in peace make no event`(text: String) throws {
      let record = try Reading.record(text)
      #expect(record.events.isEmpty)
      #expect(!record.entities.contains { $0.entity.id == "nato" || $0.entity.id == "country-ml" })
    }
  }

  @Suite struct Spans {
    /// Every span of a record must repeat the very bytes of the text.
    private func check(_ text: String, trigger: String, place: String) throws {
      let record = try Reading.record(bytes: Array(text.utf8))
      #expect(record.text == Array(text.utf8))
      let event = try #require(record.events.first)
      #expect(Reading.words(event.trigger, record).unicodeScalars.elementsEqual(trigger.unicodeScalars))
      let span = try #require(event.place?.span)
      #expect(Reading.words(span, record).unicodeScalars.elementsEqual(place.unicodeScalars))
    }

    @Test func `decomposed accents keep their bytes`() throws {
      try check(
        "L'esercito e\u{300} arrivato e ha attaccato\u{A0}Timbuctu\u{300} ieri.", trigger: "ha attaccato",
        place: "Timbuctu\u{300}")
    }

    @Test func `characters of four bytes shift nothing`() throws {
      try check("🔴🔴 I ribelli hanno attaccato Menaka 🇲🇱.", trigger: "hanno attaccato", place: "Menaka")
    }

    @Test func `Windows line ends belong to the text`() throws {
      try check(
        "Titolo del giorno\r\n\r\nI ribelli hanno\r\nattaccato Menaka.", trigger: "hanno\r\nattaccato", place: "Menaka")
    }
  }
}
