import Testing

/// Constructions by name, each with a sentence that must be read so and one that must not.
@Suite struct ConstructionTests {
  struct Construction: CustomTestStringConvertible {
    var name: String
    var language: String
    var sentence: String
    var must: [String]
    var other: String
    var mustNot: [String]

    var testDescription: String { "\(language): \(name)" }
  }

  static let constructions = [
    Construction(
      name: "passive with agent", language: "it",
      sentence: "Il convoglio è stato attaccato da uomini armati lunedì.",
      must: ["attaccato nsubj:pass convoglio", "attaccato obl:agent uomini"],
      other: "Il convoglio è partito dalla capitale lunedì.", mustNot: ["partito obl:agent capitale"]),
    Construction(
      name: "accuser and accused", language: "it",
      sentence: "Il ministro accusa i vicini di aver rotto la tregua.",
      must: ["accusa nsubj ministro", "accusa obj vicini", "rotto obj tregua"],
      other: "Il ministro accusa i vicini di aver rotto la tregua.", mustNot: ["rotto nsubj ministro"]),
    Construction(
      name: "relative with a subject of its own", language: "it",
      sentence: "La base, che i ribelli assediavano da maggio, è caduta.",
      must: ["assediavano nsubj ribelli", "assediavano obj che", "caduta nsubj base"],
      other: "La base, che ospita i soldati, è caduta.", mustNot: ["ospita nsubj soldati", "ospita obj che"]),
    Construction(
      name: "subject behind its verb", language: "it", sentence: "È esplosa una bomba davanti al mercato.",
      must: ["esplosa nsubj bomba"], other: "I soldati hanno disinnescato una bomba.",
      mustNot: ["disinnescato nsubj bomba"]),
    Construction(
      name: "a clause that goes on behind its relative", language: "it",
      sentence: "I soldati che difendevano il ponte hanno ucciso due assalitori.",
      must: ["ucciso nsubj soldati", "ucciso obj assalitori", "difendevano obj ponte"],
      other: "I soldati che difendevano il ponte hanno ucciso due assalitori.", mustNot: ["ucciso nsubj ponte"]),
    Construction(
      name: "pronoun at the end of a verb", language: "it",
      sentence: "L'esercito ha colpito un deposito, distruggendolo.", must: ["colpito obj deposito"],
      other: "L'esercito ha colpito un deposito, distruggendolo.", mustNot: ["distruggendolo nsubj deposito"]),
    Construction(
      name: "there is", language: "it", sentence: "Nel deposito c'erano trenta uomini armati.",
      must: ["erano nsubj uomini"], other: "Nel deposito i soldati erano armati.", mustNot: ["erano nsubj soldati"]),
    Construction(
      name: "a day is no object", language: "it", sentence: "Il presidente ha sciolto lunedì il parlamento.",
      must: ["sciolto obj parlamento"], other: "Il presidente ha sciolto lunedì il parlamento.",
      mustNot: ["sciolto obj lunedì"]),
    Construction(
      name: "discontinuous verb group", language: "it",
      sentence: "Il governo ha già più volte condannato il gruppo.",
      must: ["condannato nsubj governo", "condannato obj gruppo"],
      other: "Il governo non ha ancora condannato il gruppo.", mustNot: ["ha obj gruppo"]),
    Construction(
      name: "reduced relative and finite verb", language: "en",
      sentence: "The money raised by the villagers paid for a new well.", must: ["paid nsubj money"],
      other: "The villagers raised money for a new well.", mustNot: ["raised acl villagers"]),
    Construction(
      name: "complement without that", language: "en", sentence: "The minister said the army fled.",
      must: ["said ccomp fled", "fled nsubj army", "said nsubj minister"],
      other: "The minister visited the army and fled.", mustNot: ["visited ccomp fled", "fled nsubj army"]),
    Construction(
      name: "relative without a pronoun", language: "en",
      sentence: "The town the army shelled fell on Monday.", must: ["shelled nsubj army", "fell nsubj town"],
      other: "The town the army shelled fell on Monday.", mustNot: ["shelled obj Monday"]),
    Construction(
      name: "condition by inversion", language: "en",
      sentence: "Had the convoy left earlier, the soldiers would have avoided the ambush.",
      must: ["left nsubj convoy", "left aux Had", "avoided obj ambush"],
      other: "The rebels had the convoy.", mustNot: ["had aux rebels", "convoy aux had"]),
    Construction(
      name: "two objects", language: "en", sentence: "The ministry gave the company a license.",
      must: ["gave iobj company", "gave obj license"], other: "The ministry sold the company.",
      mustNot: ["sold iobj company"]),
    Construction(
      name: "verb with a particle", language: "en", sentence: "The rebels blew up the bridge.",
      must: ["blew obj bridge"], other: "The rebels went up the road.", mustNot: ["went obj road"]),
    Construction(
      name: "empty it", language: "en", sentence: "It is clear that the truce has failed.",
      must: ["clear expl It", "failed nsubj truce"], other: "It has failed.", mustNot: ["failed expl It"]),
    Construction(
      name: "reporting words inside what they report", language: "en",
      sentence: "The attack, officials said, was a response to the raid.",
      must: ["said nsubj officials", "response nsubj attack"],
      other: "Officials said the attack was a response to the raid.", mustNot: ["response nsubj Officials"]),
    Construction(
      name: "control", language: "en", sentence: "Mediators urged both sides to stop the fighting.",
      must: ["urged nsubj Mediators", "urged obj sides", "urged xcomp stop"],
      other: "Mediators urged both sides to stop the fighting.", mustNot: ["stop nsubj Mediators"]),
    Construction(
      name: "an article that looks like a preposition", language: "it",
      sentence: "I laboratori producono dei potenti esplosivi.",
      must: ["producono obj esplosivi", "producono nsubj laboratori"],
      other: "I laboratori parlano dei potenti esplosivi.", mustNot: ["parlano obj esplosivi"]),
    Construction(
      name: "light verb with its subject behind", language: "it", sentence: "Nella via aveva sede il partito.",
      must: ["aveva obj sede", "aveva nsubj partito"], other: "Nella via il partito aveva la sede.",
      mustNot: ["aveva nsubj sede"]),
    Construction(
      name: "the object is asked for", language: "it", sentence: "Che cosa ha deciso il governo?",
      must: ["deciso obj cosa", "deciso nsubj governo"], other: "Che cosa ha deciso il governo?",
      mustNot: ["deciso nsubj cosa"]),
    Construction(
      name: "an object behind what is inserted", language: "it",
      sentence: "Il governo intende dare, per la prima volta, una disciplina al settore.",
      must: ["dare obj disciplina"], other: "Il governo intende dare, per la prima volta, una disciplina al settore.",
      mustNot: ["volta appos disciplina"]),
    Construction(
      name: "whom it is told, and what", language: "en",
      sentence: "The ministry told the committee that the agency expects losses.",
      must: ["told iobj committee", "told ccomp expects", "expects nsubj agency"],
      other: "The ministry praised the committee that the agency supports.", mustNot: ["praised ccomp supports"]),
    Construction(
      name: "passive with get", language: "en", sentence: "The mayor got arrested on Monday.",
      must: ["arrested nsubj:pass mayor", "arrested aux:pass got"], other: "The mayor got a letter on Monday.",
      mustNot: ["letter aux:pass got"]),
    Construction(
      name: "a form in -ing that is a preposition", language: "en",
      sentence: "Ten people, including two children, were killed.", must: ["killed nsubj:pass people"],
      other: "Ten people, including two children, were killed.", mustNot: ["including obj children"]),
    Construction(
      name: "negation", language: "en", sentence: "The army did not comment on the raid.",
      must: ["comment advmod not", "comment nsubj army"], other: "The army commented on the raid.",
      mustNot: ["commented obj raid"]),
  ]

  @Test(arguments: constructions)
  func `is read`(construction: Construction) throws {
    let found = try ShippedClauses.functions(of: construction.sentence, construction.language)
    for function in construction.must { #expect(found.contains(function), "\(function) in \(found.sorted())") }
    let other = try ShippedClauses.functions(of: construction.other, construction.language)
    for function in construction.mustNot { #expect(!other.contains(function), "\(function) in \(construction.other)") }
  }

  @Test(arguments: [
    ("it", "Il convoglio è stato attaccato da uomini armati.", "safe attaccato", true),
    ("it", "Ha ucciso il soldato un cecchino.", "safe ucciso", false),
    ("it", "Si teme un'escalation.", "safe teme", false),
    ("en", "Two soldiers were killed by a mine.", "safe killed", true),
    ("it", "Il ministro ha detto che i ribelli hanno attaccato il ponte.", "safe detto", true),
    ("it", "I fondi stanziati dal governo non bastano.", "safe stanziati", true),
    ("it", "Il ministero ha fatto sapere la notizia.", "safe sapere", false),
    ("en", "The army said that the rebels had fired.", "safe said", true),
    ("en", "Rebels want to leave the town.", "safe want", true),
    ("en", "There were no soldiers in the town.", "safe were", true),
    ("en", "The minister modified or waived the loan.", "safe waived", false),
    ("en", "It took hours to clear the road.", "safe took", false),
    ("en", "What he said is unclear.", "safe said", false),
    ("en", "It was not clear who fired.", "safe clear", false),
  ])
  func `a kernel is sure or open`(language: String, sentence: String, mark: String, isSure: Bool) throws {
    let found = try ShippedClauses.functions(of: sentence, language)
    #expect(found.contains(mark) == isSure, "\(found.sorted())")
  }
}
