import Analysis
import DispaccioTestSupport
import DocumentModel
import Testing

/// Sentences of known constructions are carried over into the other language part by part.
@Suite struct TransferTests {
  private static func told(_ sentence: String, in language: String) throws -> [Clause] {
    let document = try ShippedPipeline.process(sentence)
    return try #require(document.record?.briefs[language]).clauses
  }

  @Test(arguments: [
    ("I miliziani hanno attaccato una base a Gao.", "The militants attacked a base in Gao, Mali."),
    ("La base è stata attaccata dai miliziani.", "The base was attacked by the militants."),
    (
      "I ribelli hanno attaccato il villaggio e hanno catturato tre soldati.",
      "The rebels attacked the village and captured three soldiers."
    ),
    (
      "I soldati hanno circondato il villaggio per liberare gli ostaggi.",
      "The soldiers surrounded the village to free the hostages."
    ),
    (
      "L'esercito ha ucciso due miliziani che avevano attaccato il villaggio.",
      "The army killed two militants who had attacked the village."
    ),
    (
      "L'esercito ha accusato i ribelli di aver ucciso sei civili.",
      "The army accused the rebels of killing six civilians."
    ),
    (
      "Il governatore ha detto che i ribelli hanno attaccato il convoglio.",
      "The governor said that the rebels attacked the convoy."
    ),
    (
      "I ribelli hanno attaccato un convoglio, uccidendo tre soldati.",
      "The rebels attacked a convoy, killing three soldiers."
    ),
    (
      "L'esercito ha condannato l'uccisione di due medici da parte dei ribelli.",
      "The army condemned the killing of two doctors by the rebels."
    ),
    (
      "Le RSF, un gruppo paramilitare, hanno bombardato il mercato.",
      "The RSF, a paramilitary group, bombed the market."
    ),
    (
      "Dopo che l'esercito aveva bombardato la città, i ribelli hanno attaccato una base.",
      "After the army had bombed the city, the rebels attacked a base."
    ),
    ("I ribelli non hanno ucciso tre soldati.", "The rebels did not kill three soldiers."),
  ])
  func anItalianSentenceIsSaidInEnglish(_ sentence: String, _ wanted: String) throws {
    let clauses = try Self.told(sentence, in: "en")
    #expect(clauses.map(\.text) == [wanted])
    #expect(clauses.map(\.means) == [.transferred])
  }

  @Test(arguments: [
    ("Gunmen attacked a base in Gao on Monday.", "Uomini armati hanno attaccato una base a Gao lunedì."),
    ("The base was attacked by the militants.", "La base è stata attaccata dai miliziani."),
    (
      "The army killed two militants who had attacked the village.",
      "L'esercito ha ucciso due miliziani che avevano attaccato il villaggio."
    ),
    (
      "The governor said that the rebels had attacked the convoy.",
      "Il governatore ha detto che i ribelli avevano attaccato il convoglio."
    ),
    (
      "The government condemned the assassination of two doctors by the rebels.",
      "Il governo ha condannato l'assassinio di due medici da parte dei ribelli."
    ),
    (
      "The RSF, a paramilitary group, shelled the market.",
      "Le RSF, un gruppo paramilitare, hanno cannoneggiato il mercato."
    ),
    (
      "After the soldiers had left the base, the rebels attacked the village.",
      "Dopo che i soldati avevano lasciato la base, i ribelli hanno attaccato il villaggio."
    ),
    ("The rebels have not attacked the village.", "I ribelli non hanno attaccato il villaggio."),
    (
      "The army bombed the town to free the hostages.",
      "L'esercito ha bombardato la cittadina per liberare gli ostaggi."
    ),
  ])
  func anEnglishSentenceIsSaidInItalian(_ sentence: String, _ wanted: String) throws {
    let clauses = try Self.told(sentence, in: "it")
    #expect(clauses.map(\.text) == [wanted])
    #expect(clauses.map(\.means) == [.transferred])
  }

  @Test(arguments: [
    // A word of several senses that no event checks, a tense that says more, a modal, a word in no function.
    "I soldati sorvegliavano il ponte quando i ribelli hanno attaccato la base.",
    "I ribelli potrebbero aver attaccato il villaggio.",
    "I ribelli hanno attaccato il villaggio, boh.",
    // Who two of them are the sentence before says.
    "I due sono stati arrestati.",
  ])
  func aSentenceWithAnOpenPartIsNotCarriedOver(_ sentence: String) throws {
    #expect(try Self.told(sentence, in: "en").allSatisfy { $0.means != .transferred })
  }
}
