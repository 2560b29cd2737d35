import Testing

@testable import GazetteerImport

@Suite struct TableTests {
  private func rows(
    _ text: String, map: [String: String] = [:], maxErrors: Int = 0
  ) throws -> (rows: [[String: String]], log: ImportLog) {
    let scratch = try Scratch()
    let log = ImportLog(maxErrors: maxErrors)
    var options = TableOptions(files: [scratch.file("own.csv", text)], map: map)
    options.type = "facility"
    options.feature = "base"
    let rows = try scratch.rows { writer in try TableImporter(options, log: log).run(into: &writer) }
    return (rows, log)
  }

  @Test func `a map names the columns, quoted cells may hold separators and quotation marks`() throws {
    let text = """
      Code,Label,Other,Where
      b2,"Base ""Aquila"", nord",Eagle Base;Nido,"12.5, -3"
      b1,Base Corvo,,

      """
    let rows = try rows(
      text, map: ["id": "Code", "name": "Label", "aliases": "Other", "coordinates": "Where"]
    ).rows
    #expect(rows.map { $0["id"] } == ["b1", "b2"])
    #expect(rows.last?["name"] == "Base \"Aquila\", nord")
    #expect(rows.last?["aliases"] == "Eagle Base;Nido")
    #expect(rows.last?["coordinates"] == "12.50,-3.00")
    #expect(rows.last?["feature"] == "base")
  }

  @Test func `columns of the gazetteer's own names need no map, and an id is made of the name`() throws {
    let rows = try rows("name\tit\tpopulation\nDéir ez-Tal\tDeir\t16,000\n").rows
    #expect(rows.first?["id"] == "deir-ez-tal")
    #expect(rows.first?["it"] == "Deir")
    #expect(rows.first?["prior"] == "3")
  }

  @Test func `a column that is not there, and a map without a name, end the import`() throws {
    #expect { try rows("a,b\n1,2\n", map: ["name": "c"]) } throws: { error in
      (error as? ImportError)?.description.hasSuffix(
        "own.csv:1: There is no column \"c\", which the map names for name. The columns are a, b.") == true
    }
    #expect(throws: ImportError.self) { try rows("a,b\n1,2\n") }
    #expect(throws: ImportError.self) { try rows("name\nx\n", map: ["nome": "name"]) }
  }

  @Test func `bad rows are named and left out`() throws {
    let text = "name,population,coordinates\nUno,dieci,\nDue,10,1;2\nTre,10,\"1,2\"\nQuattro,10\nTre,10,\n!!,1,\n"
    let (rows, log) = try rows(text, maxErrors: 5)
    #expect(rows.map { $0["name"] } == ["Tre"])
    #expect(log.badCount == 5)
  }
}
