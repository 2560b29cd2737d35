import Briefs
import DocumentModel
import Testing

@Suite struct ItalianGrammarTests {
  @Test(arguments: [
    ("attacco", Agreement.masculine, "l'attacco"), ("soldato", .masculine, "il soldato"),
    ("scontro", .masculine, "lo scontro"), ("sceicco", .masculine, "lo sceicco"), ("zio", .masculine, "lo zio"),
    ("gnomo", .masculine, "lo gnomo"), ("psicologo", .masculine, "lo psicologo"),
    ("pneumatico", .masculine, "lo pneumatico"),
    ("xenofobo", .masculine, "lo xenofobo"), ("yacht", .masculine, "lo yacht"), ("iato", .masculine, "lo iato"),
    ("Stato Islamico", .masculine, "lo Stato Islamico"), ("jihadista", .masculine, "il jihadista"),
    ("hotel", .masculine, "l'hotel"), ("uomo", .masculine, "l'uomo"), ("àncora", .feminine, "l'àncora"),
    ("Élysée", .masculine, "l'Élysée"), ("«operazione»", .feminine, "l'«operazione»"), ("base", .feminine, "la base"),
    ("sparatoria", .feminine, "la sparatoria"), ("iena", .feminine, "la iena"),
    ("esplosione", .feminine, "l'esplosione"),
    ("soldati", .masculinePlural, "i soldati"), ("scontri", .masculinePlural, "gli scontri"),
    ("attacchi", .masculinePlural, "gli attacchi"), ("esplosioni", .femininePlural, "le esplosioni"),
    ("11 settembre", .masculine, "l'11 settembre"), ("8 marzo", .masculine, "l'8 marzo"),
    ("1° maggio", .masculine, "l'1° maggio"),
    ("12 maggio", .masculine, "il 12 maggio"), ("80 soldati", .masculinePlural, "gli 80 soldati"),
    ("8.000 soldati", .masculinePlural, "gli 8.000 soldati"), ("1.200 soldati", .masculinePlural, "i 1.200 soldati"),
    ("18 soldati", .masculinePlural, "i 18 soldati"), ("tsunami", .masculine, "lo tsunami"),
  ])
  func `the definite article suits the sound`(word: String, agreement: Agreement, phrase: String) {
    #expect(ItalianGrammar.withArticle(word, agreement: agreement, definite: true) == phrase)
  }

  @Test(arguments: [
    ("attacco", Agreement.masculine, "un attacco"), ("scontro", .masculine, "uno scontro"),
    ("raid", .masculine, "un raid"),
    ("autobomba", .feminine, "un'autobomba"), ("mina", .feminine, "una mina"), ("strage", .feminine, "una strage"),
    ("sfollati", .masculinePlural, "degli sfollati"), ("raid", .masculinePlural, "dei raid"),
  ])
  func `the indefinite article suits the sound`(word: String, agreement: Agreement, phrase: String) {
    #expect(ItalianGrammar.withArticle(word, agreement: agreement, definite: false) == phrase)
  }

  @Test(arguments: [
    ("di", "del dello dell' della dei degli delle"), ("a", "al allo all' alla ai agli alle"),
    ("da", "dal dallo dall' dalla dai dagli dalle"), ("in", "nel nello nell' nella nei negli nelle"),
    ("su", "sul sullo sull' sulla sui sugli sulle"),
  ])
  func `five prepositions melt with the article`(preposition: String, forms: String) {
    let articles = ["il", "lo", "l'", "la", "i", "gli", "le"]
    #expect(articles.map { ItalianGrammar.contract(preposition, $0) } == forms.split(separator: " ").map(String.init))
  }

  @Test(arguments: [
    ("di", "l'", "MNLA", "dell'MNLA"), ("contro", "lo", "Stato Islamico", "contro lo Stato Islamico"),
    ("con", "il", "JNIM", "con il JNIM"), ("tra", "l'", "Isis", "tra l'Isis"),
    ("di", "un'", "autobomba", "di un'autobomba"),
    ("a", "", "Acharan", "ad Acharan"), ("a", "", "Homs", "a Homs"), ("a", "", "Erbil", "a Erbil"),
    ("in", "", "Mali", "in Mali"),
    ("a", "", "Àkrotiri", "ad Àkrotiri"), ("a", "", "«Acharan»", "ad «Acharan»"), ("a", "", "11", "a 11"),
    ("nella", "", "provincia", "nella provincia"), ("nell'", "", "area", "nell'area"),
  ])
  func `phrases join preposition, article and noun`(preposition: String, article: String, noun: String, phrase: String)
  {
    #expect(ItalianGrammar.prepositional(preposition, article: article, noun: noun) == phrase)
  }

  @Test func `lists end in e, or ed before another e`() {
    #expect(ItalianGrammar.series([]) == "")
    #expect(ItalianGrammar.series(["Hamas"]) == "Hamas")
    #expect(ItalianGrammar.series(["Hamas", "Israele"]) == "Hamas e Israele")
    #expect(ItalianGrammar.series(["Russia", "Iran", "Egitto"]) == "Russia, Iran ed Egitto")
  }

  @Test func `participles agree in their first word`() {
    let all: [Agreement] = [.masculine, .feminine, .masculinePlural, .femininePlural]
    #expect(
      all.map { ItalianGrammar.agree("preso di mira", with: $0) }
        == ["preso di mira", "presa di mira", "presi di mira", "prese di mira"])
    #expect(all.map { ItalianGrammar.agree("locale", with: $0) } == ["locale", "locale", "locali", "locali"])
    #expect(ItalianGrammar.agree("blu", with: .femininePlural) == "blu")
  }

  @Test func `numbers are words up to nine`() {
    #expect(
      [0, 1, 2, 9, 10, 999, 1200, 1_000_000].map { ItalianGrammar.number($0) }
        == ["zero", "uno", "due", "nove", "10", "999", "1.200", "1.000.000"])
    #expect(ItalianGrammar.number(1, feminine: true) == "una")
    #expect(ItalianGrammar.count(1, "morto", agreement: .masculine) == "un morto")
    #expect(ItalianGrammar.count(1, "sfollato", agreement: .masculine) == "uno sfollato")
    #expect(ItalianGrammar.count(1, "autobomba", agreement: .feminine) == "un'autobomba")
    #expect(ItalianGrammar.count(23, "persone", agreement: .femininePlural) == "23 persone")
  }

  @Test func `numbers below 100 can be spelled`() {
    #expect(
      [3, 17, 20, 21, 23, 28, 38, 99].compactMap(ItalianGrammar.spelled)
        == ["tre", "diciassette", "venti", "ventuno", "ventitré", "ventotto", "trentotto", "novantanove"])
    #expect(ItalianGrammar.spelled(100) == nil)
    #expect(ItalianGrammar.spelled(-1) == nil)
  }

  @Test func `quotation marks are not doubled`() {
    #expect(ItalianGrammar.quote("ormai dissolto") == "«ormai dissolto»")
    #expect(ItalianGrammar.quote("«ormai dissolto»") == "«ormai dissolto»")
    #expect(ItalianGrammar.quote("ha detto «no» ieri") == "«ha detto “no” ieri»")
    #expect(ItalianGrammar.quote("«sì» e «no»") == "«“sì” e “no”»")
  }
}
