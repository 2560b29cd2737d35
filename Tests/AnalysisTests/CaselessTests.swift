import Analysis
import DispaccioTestSupport
import DocumentModel
import Testing

/// Names in texts whose letters are of one case.
@Suite struct CaselessTests {
  private func entities(_ text: String, isCaseless: Bool = false) throws -> Set<String> {
    var analyzer = try Analyzer(ruleset: try ShippedPipeline.ruleset())
    let document = try analyzer.process(
      name: Array("a.txt".utf8), bytes: Array(text.utf8), isCaseless: isCaseless)
    return Set(document.record?.entities.map(\.entity.id) ?? [])
  }

  private static let small =
    "the jnim attacked a base near gao on monday, and the malian army fled. in timbuktu nobody was hurt, isis said."

  @Test func `a text without a capital has names all the same`() throws {
    let found = try entities(Self.small)
    #expect(found.isSuperset(of: ["jnim", "gao", "timbuktu", "islamic-state"]))
    #expect(try entities(Self.small.uppercased()).isSuperset(of: ["jnim", "gao", "timbuktu", "islamic-state"]))
  }

  @Test func `one capital more and it has none, unless that is asked`() throws {
    #expect(try entities("He wrote: " + Self.small).isDisjoint(with: ["jnim", "gao", "timbuktu"]))
    #expect(try entities("He wrote: " + Self.small, isCaseless: true).isSuperset(of: ["jnim", "gao", "timbuktu"]))
  }

  @Test func `a short line says nothing of its case`() throws {
    #expect(try entities("we meet in gao at five.").isEmpty)
  }

  @Test(arguments: [
    "la coalizione ha molti problemi: la sale cresce, la bomba di mercato e il po di pane non bastano a nessuno qui.",
    "the polish on the march sale is turkey and other plates, said the man who reads every job and mobile advert here.",
  ])
  func `words stay words`(text: String) throws {
    #expect(try entities(text) == [])
  }
}
