import Testing

@testable import GazetteerImport

@Suite struct JRCNamesTests {
  @Test func `spellings of one number become one row wherever they stand`() throws {
    let scratch = try Scratch()
    let log = ImportLog(maxErrors: 1)
    let text =
      "20\tP\tu\tMario+Prova\n3\tO\ten\tTest+Bank\nbad\n20\tP\tit\tMario+La+Prova\n20\tP\tu\tMariuccio\n"
      + "20\tP\tru\tМарио+Прова\n9\tT\tu\tTestville\n3\tO\tit\tBanca+di+Prova\n"
    let importer = try JRCNamesImporter(files: [scratch.file("names.txt", text)], log: log)
    let rows = try scratch.rows { try importer.run(into: &$0) }
    #expect(rows.map { $0["id"] } == ["jrc-3", "jrc-20"])
    #expect(rows[0]["it"] == "Banca di Prova")
    #expect(rows[1]["name"] == "Mario Prova")
    #expect(rows[1]["it"] == "Mario La Prova")
    #expect(rows[1]["aliases"] == "Марио Прова")
    #expect(log.badCount == 1)
  }
}
