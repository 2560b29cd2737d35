import Testing

@testable import GazetteerImport

@Suite struct WikidataTests {
  private func item(_ id: String) -> String {
    #"{"mainsnak":{"snaktype":"value","datavalue":{"value":{"entity-type":"item","id":"\#(id)"}}},"rank":"normal"}"#
  }

  private func entity(_ id: String, it: String, en: String, aliases: String = "", _ claims: [String: String]) -> String
  {
    let all = claims.sorted { $0.key < $1.key }.map { #""\#($0.key)":[\#($0.value)]"# }.joined(separator: ",")
    return #"{"type":"item","id":"\#(id)","labels":{"it":{"language":"it","value":"\#(it)"},"#
      + #""en":{"language":"en","value":"\#(en)"},"xx":{"language":"xx","value":"Left Out"}},"#
      + #""aliases":{"en":[\#(aliases)]},"descriptions":[],"claims":{\#(all)},"sitelinks":{"a":{"b":["}"]},"c":{}}},"#
      + "\n"
  }

  private func rows(_ text: String, classes: [String] = []) throws -> (rows: [[String: String]], log: ImportLog) {
    let scratch = try Scratch()
    let log = ImportLog(maxErrors: 1)
    let file = scratch.file("dump.json", "[\n" + text + "]\n")
    let rows = try scratch.rows { writer in
      var importer = try WikidataImporter(files: [file], classes: classes, log: log)
      try importer.run(into: &writer)
    }
    return (rows, log)
  }

  @Test func `a town gets the code of its country, which comes behind it, and a parent that has a row`() throws {
    let degrees =
      #"{"mainsnak":{"datavalue":{"value":{"latitude":16.2666,"longitude":-0.05,"altitude":null}}},"rank":"normal"}"#
    let amount = #"{"mainsnak":{"datavalue":{"value":{"amount":"+86633","unit":"1"}}},"rank":"normal"}"#
    let town = entity(
      "Q20", it: "Citt\\u00e0 \\\"Alta\\\"", en: "High Town", aliases: #"{"language":"en","value":"Hightown"}"#,
      ["P31": item("Q515"), "P17": item("Q900"), "P131": item("Q30"), "P625": degrees, "P1082": amount])
    let orphan = entity(
      "Q3", it: "Borgo", en: "Burgh", ["P31": item("Q532"), "P17": item("Q901"), "P131": item("Q31")])
    let province = entity("Q30", it: "Terra", en: "Land", ["P31": item("Q10864048")])
    let code = #"{"mainsnak":{"datavalue":{"value":"XK"}},"rank":"normal"}"#
    let country = entity("Q900", it: "Paese", en: "Country", ["P31": item("Q6256"), "P297": code])
    let other = entity("Q7", it: "Tavola", en: "Table", ["P31": item("Q14748")])
    let rows = try rows(town + orphan + province + other + country).rows
    #expect(rows.map { $0["id"] } == ["Q3", "Q20", "Q30", "Q900"])
    #expect(rows[1]["it"] == "Città \"Alta\"")
    #expect(rows[1]["country"] == "XK")
    #expect(rows[1]["parent"] == "Q30")
    #expect(rows[1]["coordinates"] == "-0.05,16.27")
    #expect(rows[1]["population"] == "86633")
    #expect(rows[1]["aliases"] == nil || rows[1]["aliases"] == "Hightown")
    #expect(rows[0]["parent"] == nil)
    #expect(rows[0]["country"] == nil)
    #expect(rows[3]["type"] == "country")
    #expect(rows[3]["country"] == "XK")
  }

  @Test func `classes of one's own are added`() throws {
    let army = entity("Q5", it: "Esercito", en: "Army", ["P31": item("Q176799")])
    #expect(try rows(army).rows.isEmpty)
    #expect(try rows(army, classes: ["Q176799=armed_force/army"]).rows.first?["type"] == "armed_force")
    #expect(throws: ImportError.self) { try rows(army, classes: ["Q176799"]) }
  }

  @Test func `a preferred claim goes before others, a deprecated one counts nothing`() throws {
    let claims =
      item("Q1").replacing("normal", with: "deprecated") + "," + item("Q2") + ","
      + item("Q3").replacing("normal", with: "preferred")
    let text = entity("Q9", it: "a", en: "b", ["P17": claims, "P131": claims])
    let entity = try Array(text.dropLast(2).utf8).withUnsafeBufferPointer {
      (bytes) throws(JSONScanner.Malformed) in try WikidataEntity(bytes)
    }
    #expect(entity.countries == ["Q3"])
    #expect(entity.pageCount == 2)
  }

  @Test(arguments: ["{\"id\":\"Q1\"", "{\"id\":}", "{\"labels\":{\"en\":\"x\"}}", "[[[", "{\"a\":tru e}", "\"\\u12\""])
  func `a line that is no entity is named`(line: String) throws {
    let log = try rows(line + "\n").log
    #expect(log.badCount == 1)
    #expect(log.bad.first?.line == 2)
  }
}
