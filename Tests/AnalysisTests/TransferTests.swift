import Analysis
import DispaccioTestSupport
import DocumentModel
import Testing

/// Sentences of known constructions are carried over into the other language part by part, and others are not.
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
      "The rebels shelled the town, wounding ten civilians.",
      "I ribelli hanno cannoneggiato la cittadina, ferendo 10 civili."
    ),
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

  /// What has a part that is open, or that the realizers do not say as it is meant: a false statement if it were told.
  @Test(arguments: [
    // Tenses and modals that say more, and what goes on.
    "I soldati sorvegliavano il ponte quando i ribelli hanno attaccato la base.",
    "I ribelli potrebbero aver attaccato il villaggio.", "I ribelli possono attaccare il villaggio.",
    "I ribelli stanno attaccando il villaggio.", "I ribelli dovevano attaccare il villaggio.",
    "Il governatore ha detto che i ribelli avrebbero attaccato il villaggio.",
    "Sebbene l'esercito avesse bombardato il villaggio, i ribelli hanno attaccato una base.",
    "Se i ribelli avessero attaccato il villaggio.",
    // Questions and what somebody says.
    "I ribelli hanno attaccato il villaggio?", "«I ribelli hanno attaccato il villaggio.»",
    "Il governatore ha chiesto se i ribelli hanno attaccato il villaggio.",
    // "O" and "ma" are no "e".
    "I ribelli hanno ucciso due soldati o un civile.",
    "I ribelli hanno attaccato il villaggio o hanno ucciso due soldati.",
    "I ribelli hanno attaccato il villaggio ma non hanno ucciso i soldati.",
    "I ribelli hanno attaccato il villaggio e due soldati sono stati uccisi.",
    // Words that deny, limit or count in ways of their own.
    "I ribelli non hanno mai attaccato il villaggio.", "I ribelli non hanno nemmeno attaccato il villaggio.",
    "Nessun ribelle ha attaccato il villaggio.", "I ribelli hanno attaccato solo il villaggio.",
    "L'esercito ha accusato i ribelli di aver deliberatamente ucciso sei civili.",
    "I due sono stati arrestati.", "I ribelli hanno attaccato il villaggio, uccidendo tre.",
    "I ribelli hanno attaccato il più grande villaggio.", "Il villaggio che loro hanno attaccato è stato bombardato.",
    "I ribelli hanno attaccato il villaggio, boh.",
  ])
  func anItalianSentenceWithAnOpenPartIsNotCarriedOver(_ sentence: String) throws {
    #expect(try Self.told(sentence, in: "en").allSatisfy { $0.means != .transferred })
  }

  @Test(arguments: [
    "The rebels could be attacked by the army.", "The soldiers would have been killed by the rebels.",
    "The soldiers may have been killed by the rebels.", "The rebels have been attacking the village.",
    "The rebels were to attack the village.", "The rebels used to attack the village.",
    "The rebels have to attack the village.", "The rebels tried to attack the village.",
    "Did the rebels attack the village?", "“The rebels attacked the village.”",
    "The rebels killed two soldiers or a civilian.",
    "The rebels attacked the village but did not kill the soldiers.",
    "The rebels attacked the village and two soldiers were killed.", "The rebels never attacked the village.",
    "No rebels attacked the village.", "The rebels almost attacked the village.",
    "The governor asked whether the rebels had attacked the village.",
    "The army denied that the rebels had attacked the village.",
    "Although the army bombed the town, the rebels attacked a base.",
    "If the army bombed the town, the rebels attacked a base.", "The rebels attacked a convoy, killing three.",
    "The village that they attacked was bombed by the army.", "The army killed the largest rebel.",
    "Two of the rebels attacked the village.",
  ])
  func anEnglishSentenceWithAnOpenPartIsNotCarriedOver(_ sentence: String) throws {
    #expect(try Self.told(sentence, in: "it").allSatisfy { $0.means != .transferred })
  }
}
