import DocumentModel
import Gazetteers
import Testing

/// Clubs are no towns, and towns that nobody knows are not those that they are called after.
@Suite struct ClubTests {
  private let gazetteer: Gazetteer
  private let cues: NameCues

  init() throws {
    var compiler = try GazetteerCompiler(elisions: ["l", "dell"], articles: ["al", "el"]) { _, _ in nil }
    compiler.add(words: [("jack", .given), ("a", .place), ("in", .place), ("di", .place), ("coppa", .before)])
    let rows = """
      id\ttype\tfeature\tit\tit_article\tit_gender\ten\tcountry\taliases\tprior\tgeonames\tpopulation
      milan\tplace\ttown\tMilano\t-\tfs\tMilan\tIT\t\t8\t\t
      ac-milan\torganization\tclub\tAc Milan\tl'\tms\tAC Milan\tIT\t=Milan{calcio}\t4\t\t
      naples\tplace\ttown\tNapoli\t-\tfs\tNaples\tIT\t\t8\t\t
      napoli\torganization\tclub\tNapoli calcio\til\tms\tNapoli FC\tIT\t=Napoli{calcio}\t4\t\t
      lazio\tplace\tregion\tLazio\til\tms\tLazio\tIT\t\t6\t\t
      ss-lazio\torganization\tclub\tSs Lazio\tla\tfs\tSS Lazio\tIT\t=Lazio{calcio}\t4\t\t
      juventus\torganization\tclub\tJuventus\tla\tfs\tJuventus\tIT\t\t4\t\t
      varese\tplace\ttown\tVarese\t-\tfs\tVarese\tIT\t\t5\t\t
      cairo\tplace\ttown\tCairo\t-\tfs\tCairo\tEG\t\t8\t\t
      porto\tplace\ttown\tPorto\t-\tfs\tPorto\tPT\t\t5\t\t
      rome\tplace\ttown\tRoma\t-\tfs\tRome\tIT\t\t9\t\t
      taa\tplace\tregion\tTrentino-Alto Adige/Südtirol\til\tms\tTrentino\tIT\t\t6\t\t
      king\tperson\tleader\tMartin Luther King\t-\tms\tMartin Luther King\tUS\t\t6\t\t
      lincoln\torganization\tcompany\tLincoln\tla\tfs\tLincoln\tUS\t\t4\t\t
      brookings\torganization\tngo\tBrookings Institution\tla\tfs\tBrookings Institution\tUS\t=Brookings\t4\t\t
      us\tcountry\t\tStati Uniti\tgli\tmp\tUnited States\tUS\t\t9\t\t
      gn-1\tplace\ttown\tBrookings\t-\tfs\tBrookings\tUS\t\t3\t1\t23657
      """
    try compiler.add(file: "rows.tsv", bytes: Array(rows.utf8))
    gazetteer = try #require(Gazetteer(compiler.image(source: []).bytes))
    var cues = NameCues(gazetteer)
    let table = """
      kind\tas\twhere\twords
      article\til\tbare\til;del;al
      article\tla\t\tla;della
      link\t\t\tdi
      compound\t\t\tcastelnuovo;san
      club\t\t\ttifosi della|del
      facility\tfacility\tlast\thospital
      """
    try cues.read(file: "cues.tsv", bytes: Array(table.utf8), language: "it")
    self.cues = cues
  }

  private func found(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let matches = gazetteer.reading(
      of: bytes, sentences: [(TextSpan(0, bytes.count), "it")], cues: cues, homes: ["IT"],
      isOrdinary: { start in bytes[start...].starts(with: Array("Il ".utf8)) }
    ).matches.map(\.match)
    let resolved = ToponymResolver(gazetteer).resolve(matches, in: bytes)
    return zip(matches, resolved).map { match, resolution in resolution.entity.map { gazetteer[$0].id } ?? "?" }
  }

  @Test(arguments: [
    ("Milan-Juventus 2-1", ["ac-milan", "juventus"]), ("Juventus - Milan", ["juventus", "ac-milan"]),
    ("La Juventus e Napoli - Lazio", ["juventus", "napoli", "ss-lazio"]),
    ("Varese-Napoli 0-0", ["napoli"]),
    ("i tifosi della Lazio", ["ss-lazio"]), ("il Napoli vince", ["napoli"]), ("un'ala del Varese", []),
    ("il Milan vince", ["ac-milan"]), ("Il Milan vince a Milano", ["ac-milan", "milan"]),
  ])
  func `a club is no town`(text: String, ids: [String]) {
    #expect(found(text) == ids)
  }

  @Test(arguments: [
    ("a Napoli", ["naples"]), ("il sindaco di Varese", ["varese"]), ("nel Lazio", ["lazio"]),
    ("il Lazio è una regione", ["lazio"]), ("del Cairo", ["cairo"]), ("Roma-Napoli in treno", ["rome", "naples"]),
    ("Roma - Il Napoli vince", ["rome", "napoli"]), ("della Napoli antica", ["naples"]),
    ("i tifosi di Napoli", ["naples"]), ("Varese 2", ["varese"]),
    ("la tratta Napoli - Lazio", ["naples", "lazio"]), ("Varese - Numero 2-1-1", ["varese"]),
  ])
  func `a town is no club`(text: String, ids: [String]) {
    #expect(found(text) == ids)
  }

  @Test(arguments: [
    ("a Castelnuovo di Porto", []), ("a San Vito di Porto", []), ("a Porto", ["porto"]),
    ("un treno di Porto", ["porto"]), ("il San Martino di Roma", ["rome"]),
  ])
  func `a town that no table has is not the one that it is called after`(text: String, ids: [String]) {
    #expect(found(text) == ids)
  }

  @Test(arguments: [
    "in Trentino-Alto Adige/Südtirol", "in Trentino - Alto Adige / Südtirol", "in Trentino – Alto Adige/Südtirol",
  ])
  func `a dash or a slash with spaces does not break a name`(text: String) {
    #expect(found(text) == ["taa"])
  }

  @Test(arguments: [
    ("Jack Lincoln wrote", []), ("the Lincoln plant", ["lincoln"]), ("Martin Luther King wrote", ["king"]),
    ("at Martin Luther King Hospital", []),
  ])
  func `a person's name shields what bears it`(text: String, ids: [String]) {
    #expect(found(text) == ids)
  }

  @Test func `a small town does not take an institution's name`() {
    #expect(found("Brookings said so") == ["brookings"])
    #expect(found("a fire in Brookings in the United States") == ["gn-1", "us"])
    #expect(found("a fire in Brookings") == ["?"])
  }
}
