import Languages
import Testing

@Suite struct EnglishVerbTests {
  @Test(arguments: [
    "attack attacks attacked attacked attacking", "seize seizes seized seized seizing",
    "carry carries carried carried carrying", "destroy destroys destroyed destroyed destroying",
    "stop stops stopped stopped stopping", "grab grabs grabbed grabbed grabbing", "raid raids raided raided raiding",
    "clash clashes clashed clashed clashing", "veto vetoes vetoed vetoed vetoing",
    "flee flees fled fled fleeing", "free frees freed freed freeing", "die dies died died dying",
    "shell shells shelled shelled shelling", "bomb bombs bombed bombed bombing",
    "panic panics panicked panicked panicking", "commit commits committed committed committing",
    "repel repels repelled repelled repelling", "patrol patrols patrolled patrolled patrolling",
    "kidnap kidnaps kidnapped kidnapped kidnapping", "target targets targeted targeted targeting",
    "travel travels traveled traveled traveling", "open opens opened opened opening",
    "shoot shoots shot shot shooting", "strike strikes struck struck striking",
    "withdraw withdraws withdrew withdrawn withdrawing", "retake retakes retook retaken retaking",
    "overrun overruns overran overrun overrunning", "relay relays relayed relayed relaying",
    "be is was been being", "have has had had having", "go goes went gone going", "do does did done doing",
    "fix fixes fixed fixed fixing", "show shows showed shown showing", "quit quits quit quit quitting",
    "hit hits hit hit hitting", "wound wounds wounded wounded wounding", "pursue pursues pursued pursued pursuing",
    "infringe infringes infringed infringed infringing", "agree agrees agreed agreed agreeing",
    "undergo undergoes underwent undergone undergoing", "broadcast broadcasts broadcast broadcast broadcasting",
  ])
  func `spells the five forms`(row: String) throws {
    let cells = row.split(separator: " ").map(String.init)
    let verb = try EnglishVerb(lemma: cells[0])
    #expect([verb.thirdPerson, verb.past, verb.participle, verb.gerund] == Array(cells[1...]))
  }

  @Test func `only the first word of a lemma inflects`() throws {
    let verb = try EnglishVerb(lemma: "shoot down", forms: "past=shot down;pp=shot")
    #expect([verb.thirdPerson, verb.past, verb.participle] == ["shoots down", "shot down", "shot down"])
    #expect(try EnglishVerb(lemma: "carry out").past == "carried out")
    #expect(try EnglishVerb(lemma: "claim responsibility for").gerund == "claiming responsibility for")
  }

  @Test func `what the lexicon gives wins over the rules`() throws {
    let verb = try EnglishVerb(lemma: "spin", forms: "past=spun;ing=spinning")
    #expect([verb.past, verb.participle, verb.gerund] == ["spun", "spun", "spinning"])
  }

  @Test func `British doubling is recognised but not written`() throws {
    let verb = try EnglishVerb(lemma: "cancel")
    #expect(verb.past == "canceled")
    #expect(verb.all.contains { $0.text == "cancelled" && $0.tense == .past })
  }

  @Test func `a negated lemma is told with do`() throws {
    let verb = try EnglishVerb(lemma: "not comment")
    #expect([verb.thirdPerson, verb.past, verb.gerund] == ["does not comment", "did not comment", "not commenting"])
    #expect(verb.form(.present, plural: true) == "do not comment")
  }

  @Test func `was and were differ in number`() throws {
    let verb = try EnglishVerb(lemma: "be")
    #expect([verb.form(.present, plural: true), verb.form(.past, plural: true)] == ["are", "were"])
  }

  @Test(arguments: [("Attack", ""), ("", ""), ("take", "pr=took"), ("take", "past=")])
  func `what cannot be inflected is refused`(lemma: String, forms: String) {
    #expect(throws: MorphologyError.self) { try EnglishVerb(lemma: lemma, forms: forms) }
  }
}
