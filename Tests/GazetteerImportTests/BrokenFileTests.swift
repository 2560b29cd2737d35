import Testing

@testable import GazetteerImport

/// Files come from elsewhere, cut off and broken in transit: an import ends with rows or with an error, and never with
/// a row of other than the fifteen cells.
@Suite struct BrokenFileTests {
  /// The same numbers in each run.
  private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 33
    }
  }

  private func broken(_ bytes: [UInt8], _ chance: inout Chance) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &chance) where bytes.count > 40 {
      let at = Int.random(in: 0..<bytes.count, using: &chance)
      switch Int.random(in: 0..<4, using: &chance) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &chance)
      case 1: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...20, using: &chance)))
      case 2:
        let signs: [UInt8] = Array("\t\n\"\\{[<&;=@-\r".utf8) + [0, 0xFF]
        bytes.insert(signs[Int.random(in: 0..<signs.count, using: &chance)], at: at)
      default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 30)], at: 0)
      }
    }
    return bytes
  }

  private func tryAll(_ text: String, _ run: (String, ImportLog, inout RowWriter) throws -> Void) throws {
    let scratch = try Scratch()
    var chance = Chance(state: UInt64(text.utf8.count))
    for _ in 0..<200 {
      let file = scratch.file("broken", broken(Array(text.utf8), &chance))
      let log = ImportLog(maxErrors: Bool.random(using: &chance) ? 0 : 1000)
      do {
        var writer = try RowWriter(path: scratch.path("rows.tsv"), comments: [])
        try run(file, log, &writer)
        try writer.finish()
      } catch is ImportError {
        continue
      }
      for line in scratch.text("rows.tsv").split(separator: "\n") {
        #expect(line.utf8.count { $0 == 0x09 } == GazetteerRow.columns.count - 1, "\(line)")
      }
    }
  }

  @Test func `tables of places`() throws {
    let line =
      "7\tBorgo\tBorgo\tBürg,Борго,Long Burgh\t41.8\t-0.004\tP\tPPL\tXK\t\t01\t\t\t\t20000\t\t12\tX\t2026-01-01\n"
    try tryAll(line + line.replacing("7", with: "12")) { file, log, writer in
      var importer = try GeoNamesImporter(GeoNamesOptions(places: [file]), log: log)
      try importer.run(into: &writer)
    }
  }

  @Test func `dumps of entities`() throws {
    let line =
      #"{"id":"Q20","labels":{"en":{"language":"en","value":"Tòwn \u00e8"}},"aliases":{"it":[{"value":"Borgo"}]},"#
      + #""claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"numeric-id":515}}},"rank":"normal"}],"#
      + #""P625":[{"mainsnak":{"datavalue":{"value":{"latitude":1.5,"longitude":2e1}}}}]},"sitelinks":{"a":{}}},"#
      + "\n"
    try tryAll(line + line) { file, log, writer in
      var importer = try WikidataImporter(files: [file], log: log)
      try importer.run(into: &writer)
    }
  }

  @Test func `lists of sanctions`() throws {
    let text = """
      <L><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>MARIO</FIRST_NAME><SECOND_NAME>PROVA &amp; Co</SECOND_NAME>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Anna Prova</ALIAS_NAME></INDIVIDUAL_ALIAS></INDIVIDUAL></L>
      """
    try tryAll(text) { file, log, writer in
      try SanctionsImporter(.unitedNations, files: [file], log: log).run(into: &writer)
    }
    let list = #"<e><sanctionEntity logicalId="7"><nameAlias wholeName="Anna Prova"/></sanctionEntity></e>"#
    try tryAll(list) { file, log, writer in
      try SanctionsImporter(.europeanUnion, files: [file], log: log).run(into: &writer)
    }
  }

  @Test func `tables of one's own and of spellings`() throws {
    try tryAll("name,id,aliases,coordinates\n\"A \"\"b\"\"\",1,Uno;Due,\"1,2\"\nC,2,,\n\"due\nrighe\",3,,\n") {
      file, log, writer in
      try TableImporter(TableOptions(files: [file], map: [:]), log: log).run(into: &writer)
    }
    try tryAll("20\tP\tu\tMario+Prova\n3\tO\ten\tTest+Bank\n20\tP\tru\tМарио+Прова\n") { file, log, writer in
      try JRCNamesImporter(files: [file], log: log).run(into: &writer)
    }
  }
}
