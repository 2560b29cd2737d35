import Analysis
import DocumentModel
import Testing

@Suite struct EventReadingTests {
  // MARK: - How sure

  @Test func `a hedge on one verb of two leaves the other asserted`() throws {
    let text = "Il JNIM ha attaccato e, presumibilmente, conquistato una base a Tessit."
    let attack = try Reading.event("attack", in: text)
    let capture = try Reading.event("capture", in: text)
    #expect(attack.certainty == .asserted)
    #expect(capture.certainty == .probable)
    #expect(capture.actors.map(\.entity) == ["jnim"])
    #expect(capture.subtype == "non_state_actor_overtakes_territory")
  }

  @Test func `an English hedge reaches no further than its own verb`() throws {
    let text = "Rebels attacked Nyala and presumably captured the airport."
    #expect(try Reading.event("attack", in: text).certainty == .asserted)
    #expect(try Reading.event("capture", in: text).certainty == .probable)
  }

  @Test func `the journalistic conditional is only reported`() throws {
    let event = try Reading.event("recapture", in: "L'esercito sudanese avrebbe riconquistato Wad Madani.")
    #expect(event.certainty == .reported)
    #expect(event.status == .accomplished)
  }

  @Test func `a second participle shares the conditional of the first`() throws {
    let text = "I miliziani avrebbero attaccato e saccheggiato il mercato di Mopti."
    #expect(try Reading.event("loot", in: text).certainty == .reported)
  }

  @Test func `an offensive that could come is possible and planned`() throws {
    let event = try Reading.event("offensive", in: "Israele potrebbe lanciare un'offensiva di terra su Rafah.")
    #expect(event.certainty == .possible)
    #expect(event.status == .plannedThreatened)
  }

  // MARK: - Whether at all

  @Test func `what the general staff calls untrue is denied`() throws {
    let event = try Reading.event("capture", in: "Non è vero che Kidal sia caduta, assicura lo stato maggiore.")
    #expect(event.polarity == .negative)
    #expect(event.actors.isEmpty)
    #expect(event.place?.entity == "kidal")
  }

  @Test func `a denial needs no conjunction in English`() throws {
    let event = try Reading.event(
      "capture", in: "Kenya denied its troops had been driven from El Adde by al-Shabaab.")
    #expect(event.polarity == .negative)
    #expect(event.attributedTo.map(\.entity) == ["country-ke"])
    #expect(event.attributedTo.map(\.stance) == [.denies])
  }

  @Test func `an event that somebody else denies stays asserted`() throws {
    let event = try Reading.event(
      "shelling", in: "Villagers fled Kadugli after shelling that the army says never happened.")
    #expect(event.polarity == .positive)
    #expect(event.attributedTo.map(\.stance) == [.denies])
  }

  // MARK: - How far

  @Test func `an attempt that failed took nothing`() throws {
    let event = try Reading.event("capture", in: "Rebels failed to take Sake, which remains in government hands.")
    #expect(event.status == .attempted)
    #expect(event.polarity == .negative)
  }

  @Test func `somebody who is trying to capture a camp has not captured it`() throws {
    let event = try Reading.event(
      "capture", in: "Un piccolo gruppo di miliziani sta cercando di conquistare la città di Menaka.")
    #expect(event.status == .attempted)
  }

  @Test func `people meant to be killed are not counted`() throws {
    let event = try Reading.event("execute", in: "I miliziani volevano giustiziare sette disertori.")
    #expect(event.status == .plannedThreatened)
    #expect(event.casualties.isEmpty)
  }

  @Test func `a defused bomb that could have killed kills nobody`() throws {
    let record = try Reading.record(
      "Disinnescato a Taiz un ordigno che avrebbe potuto uccidere decine di persone.")
    #expect(record.events.map(\.concept) == ["defuse"])
    #expect(record.events.allSatisfy { $0.casualties.isEmpty })
  }

  @Test func `the dead of an earlier year are history`() throws {
    let text = "L'aviazione turca ha colpito Qandil, dove nel 2019 morirono nove miliziani."
    #expect(try Reading.event("strike", in: text).status == .accomplished)
    #expect(try Reading.event("die", in: text).status == .historical)
  }

  @Test func `an anniversary is no event`() throws {
    #expect(try Reading.record("A dieci anni dalla strage, Parigi ricorda le 130 vittime.").events.isEmpty)
  }

  @Test func `a curfew that is lifted is not imposed`() throws {
    let record = try Reading.record("Il governo ha revocato il coprifuoco nella città di Nyala.")
    #expect(!record.events.contains { $0.concept == "curfew" })
  }

  // MARK: - Who says so

  @Test func `a pronoun takes up the speaker`() throws {
    let event = try Reading.event("shoot_down", in: "Hezbollah said it downed an Israeli drone near the border.")
    #expect(event.actors.map(\.entity) == ["hezbollah"])
    #expect(event.attributedTo.map(\.entity) == ["hezbollah"])
  }

  @Test func `a threat with nothing told in it is told itself`() throws {
    let record = try Reading.record("«Se entreranno a Goma, risponderemo», ha minacciato Kigali.")
    #expect(record.events.map(\.concept) == ["threaten"])
  }

  @Test func `an actor by attribution is only reported`() throws {
    let event = try Reading.event(
      "drone_strike", in: "Sarebbero almeno venti i morti nel raid di droni su Omdurman attribuito alle RSF.")
    #expect(event.certainty == .asserted)
    #expect(event.actors.map(\.certainty) == [.reported])
    #expect(event.casualties.map(\.certainty) == [.reported])
  }
}
