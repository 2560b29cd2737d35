import Testing

@testable import GazetteerImport

@Suite struct NaturalEarthTests {
  /// A table of attributes with text fields of twenty bytes.
  private func table(_ fields: [String], _ records: [[String]], count: Int? = nil) -> [UInt8] {
    func little(_ number: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    func padded(_ text: String, _ count: Int, _ byte: UInt8) -> [UInt8] {
      Array(text.utf8) + [UInt8](repeating: byte, count: count - text.utf8.count)
    }
    var bytes: [UInt8] = [3, 126, 1, 1] + little(count ?? records.count, 4)
    bytes += little(33 + 32 * fields.count, 2) + little(1 + 20 * fields.count, 2) + [UInt8](repeating: 0, count: 20)
    for field in fields { bytes += padded(field, 11, 0) + [67, 0, 0, 0, 0, 20, 0] + [UInt8](repeating: 0, count: 14) }
    bytes.append(0x0D)
    for record in records {
      bytes.append(record.first == "deleted" ? 0x2A : 0x20)
      for index in fields.indices { bytes += padded(index < record.count ? record[index] : "", 20, 0x20) }
    }
    return bytes
  }

  private let fields = [
    "NAME", "NAMEALT", "LATITUDE", "LONGITUDE", "POP_MAX", "ISO_A2", "FEATURECLA", "name_it", "NAME_RU", "GEONAMEID",
    "NE_ID",
  ]

  private func rows(_ bytes: [UInt8], maxErrors: Int = 0) throws -> (rows: [[String: String]], log: ImportLog) {
    let scratch = try Scratch()
    let log = ImportLog(maxErrors: maxErrors)
    let importer = try NaturalEarthImporter(files: [scratch.file("places.dbf", bytes)], log: log)
    return (try scratch.rows { try importer.run(into: &$0) }, log)
  }

  @Test func `records become rows, deleted ones do not`() throws {
    let bytes = table(
      fields,
      [
        [
          "Altacittà", "High Town|Hauteville", "10.456", "-3.5", "1200000", "XK", "Admin-0 capital", "Cittalta",
          "Высокий", "77.00000", "12",
        ],
        ["deleted", "", "1", "1"], ["Senza Luogo"], ["Paese", "", "1", "2", "0", "-99"],
      ])
    let (rows, log) = try rows(bytes, maxErrors: 1)
    #expect(rows.count == 2)
    let first = try #require(rows.first { $0["name"] == "Altacittà" })
    #expect(first["id"] == "ne-12")
    #expect(first["it"] == "Cittalta")
    #expect(first["prior"] == "7")
    #expect(first["coordinates"] == "-3.50,10.46")
    #expect(first["aliases"] == "Высокий;High Town;Hauteville")
    #expect(first["geonames"] == "77")
    #expect(rows.first { $0["name"] == "Paese" }?["country"] == nil)
    #expect(log.bad.map(\.line) == [3])
  }

  @Test func `what is no table of attributes, and one that was cut off, say so`() {
    #expect { try rows(Array("PK\u{3}\u{4} a zip and no table at all, but long enough".utf8)) } throws: {
      ($0 as? ImportError)?.remedy == "Name the .dbf of the shapefile, taken out of its zip."
    }
    #expect { try rows(table(fields, [["Uno", "", "1", "1"]], count: 2)) } throws: {
      ($0 as? ImportError)?.message == "The file ends at record 2 of 2."
    }
    #expect(throws: ImportError.self) { try rows(table(["NOME"], [["Uno"]])) }
  }
}
