import Testing

/// Which kernels are sure and which are open, kind by kind: each with sentences of either sort.
@Suite struct CertaintyTests {
  struct Kind: CustomTestStringConvertible {
    var name: String
    var language: String
    var sentence: String
    var verb: String
    var isSure: Bool

    var testDescription: String { "\(language): \(name): \(sentence)" }
  }

  private static func sure(_ name: String, _ language: String, _ verb: String, _ sentence: String) -> Kind {
    Kind(name: name, language: language, sentence: sentence, verb: verb, isSure: true)
  }

  private static func open(_ name: String, _ language: String, _ verb: String, _ sentence: String) -> Kind {
    Kind(name: name, language: language, sentence: sentence, verb: verb, isSure: false)
  }

  static let english = [
    sure("a place is said", "en", "hospital", "The tests are in the old hospital, north of the town."),
    open("a place is said", "en", "front", "The delegates were back from the front."),
    open("a clause is said", "en", "closed", "It is because the bridge is closed."),
    open("an object may begin a clause", "en", "think", "I think the plan the mayor drew up is sound."),
    open("an object may be what it is made to do", "en", "made", "The show made the crowd laugh."),
    open("an object of two verbs", "en", "protect", "The oath binds them to protect and defend the law."),
    open("an object of two verbs", "en", "defend", "The oath binds them to protect and defend the law."),
    open("a preposition may be a particle", "en", "bring", "The miners bring in the coal."),
    open("a particle may be a preposition", "en", "looked", "He looked out the window."),
    sure("a time is had", "en", "had", "The rebels had a good day."),
    sure("a relative before the verb of its noun", "en", "govern", "The rules that govern the loans are strict."),
    sure("what an infinitive takes does not matter to its verb", "en", "want", "The soldiers want to do that."),
    sure("an infinitive behind a pronoun", "en", "let", "The mayor let them leave the town."),
    sure("a complement without a word", "en", "said", "Police said the convoy left the town."),
    open("it may stand for a clause", "en", "seems", "It seems like the roads are closed."),
    sure("a pronoun is nothing that is left", "en", "left", "She left before the rebels came."),
    sure("a verb that takes an object after all", "en", "survived", "The minister survived the attack."),
    sure("a clause beside another", "en", "fled", "The army shelled the town; the people fled."),
    open(
      "a clause beside another, and a word that may tell how", "en", "fled",
      "The army shelled the town quagly; the people fled."),
    open("whom one asks", "en", "asked", "The ministers asked the treaty to protect them."),
    open("what is denied", "en", "chosen", "The rebels have chosen not to leave."),
    sure("what is said of the subject", "en", "feels", "The old mayor feels better."),
    sure("what is said of the object", "en", "made", "The news made them angry."),
    sure("who it is", "en", "Who", "Who is the mayor?"),
    sure("a relative without a pronoun", "en", "built", "He likes the house the mayor built."),
    sure("it is somebody or something", "en", "needs", "The report is long, but it needs to be read."),
    open(
      "a phrase with by behind a noun", "en", "flooded",
      "The villages were flooded, according to a study by the ministry."),
    sure("a form in -ing behind its word", "en", "taking", "When taking the town, the rebels fired at a bus."),
  ]

  static let italian = [
    sure("what is to be done", "it", "trasferire", "La nota elenca i fondi da trasferire alla regione."),
    sure(
      "a participle behind its chain", "it", "presentate", "Le domande di asilo presentate dai profughi sono molte."),
    sure("somebody does it to himself", "it", "nascondono", "I ribelli si nascondono nella foresta."),
    open("something may be done", "it", "applica", "La regola si applica alle imprese."),
    sure("who asks asks for something", "it", "chiesto", "Il governo ha chiesto una tregua."),
    sure("an adjective and its subject", "it", "disponibili", "Sono disponibili i posti."),
    sure("who it is", "it", "Chi", "Chi è il direttore del giornale?"),
    open("a noun that is one with its verb", "it", "dà", "Il fiume dà luogo a molte piene."),
    open("whose deed is seen", "it", "visto", "Il sindaco ha visto uscire due uomini."),
    sure(
      "an object behind what is inserted", "it", "dare",
      "Il governo deve dare, per la prima volta, una legge al settore."),
    open("an infinitive behind what is inserted", "it", "indurrebbe", "La crisi lo indurrebbe, in fondo, a partire."),
    open("a subject far behind", "it", "Tende", "Tende a crescere, infine, il divario."),
    open("a subject that looks like a phrase", "it", "morirono", "Nella strage morirono dei passanti."),
    sure("an object of two verbs", "it", "esclude", "La legge esclude o limita la spesa."),
    sure("an object of two verbs", "it", "limita", "La legge esclude o limita la spesa."),
    open(
      "an object that may be said of the subject", "it", "rappresenta", "Il conflitto rappresenta un terzo della spesa."
    ),
    sure("a verb without a subject of its own", "it", "sembra", "La coalizione sembra crollare."),
  ]

  @Test(arguments: english + italian)
  func `is sure or open`(kind: Kind) throws {
    let found = try ShippedClauses.functions(of: kind.sentence, kind.language)
    #expect(found.contains("safe \(kind.verb)") == kind.isSure, "\(found.sorted())")
  }

  @Test(arguments: [
    ("it", "La coalizione sembra crollare.", "sembra xcomp crollare"),
    ("it", "La legge ne assicura la durata.", "assicura iobj ne"),
    ("en", "She left before the rebels came.", "left nsubj She"),
    ("en", "The minister asked the court to decide.", "asked xcomp decide"),
  ])
  func `is read so`(language: String, sentence: String, function: String) throws {
    let found = try ShippedClauses.functions(of: sentence, language)
    #expect(found.contains(function), "\(found.sorted())")
  }
}
