import DocumentModel
import Gazetteers
import Testing

/// The compiled file: the same from the same tables, what went in comes out, and no bytes are dangerous.
@Suite struct CompiledTests {
  private static let rows = [
    "jnim\tarmed_group\tJNIM\tML,BF\t\t\t\t~jihadisti del Jnim;=GSIM{mali|sahel}",
    "mopti\tplace\tMopti\tML\t\t\t-4.19,14.49\tMobti\t\t6",
    "gao\tplace\tGao\tML\tmopti\t86000\t-0.04,16.27\tGawgaw;غاو\t2457163\t5",
  ]

  @Test func `the same tables give the same bytes`() throws {
    #expect(try Names.image(Self.rows).bytes == Names.image(Self.rows).bytes)
  }

  @Test func `what went in comes out`() throws {
    let gazetteer = try #require(Gazetteer(try Names.image(Self.rows).bytes))
    #expect(gazetteer.count == 3)
    #expect(gazetteer.isWhole)
    let gao = try #require(gazetteer.entity("gao"))
    #expect(gao.coordinates == Coordinates(longitude: "-0.04", latitude: "16.27"))
    #expect(gao.population == 86000)
    #expect(gao.parent == "mopti")
    #expect(gao.geonames == "2457163")
    #expect(gazetteer.entity("jnim")?.countries == ["ML", "BF"])
    #expect(gazetteer.position(of: "nobody") == nil)
    #expect(gazetteer.type(of: 0) == .armedGroup)
    #expect(gazetteer.prior(of: 1) == 6)
  }

  @Test func `a file of other tables is not taken`() throws {
    let bytes = try Names.image(Self.rows).bytes
    #expect(Gazetteer(bytes, source: Array(repeating: 7, count: 32)) != nil)
    #expect(Gazetteer(bytes, source: Array(repeating: 8, count: 32)) == nil)
  }

  @Test func `a file that was cut off is none`() throws {
    let bytes = try Names.image(Self.rows).bytes
    for count in stride(from: 0, to: bytes.count, by: bytes.count / 200 + 1) {
      #expect(Gazetteer(Array(bytes.prefix(count))) == nil)
    }
  }

  @Test func `a damaged file is told by its checksum and harms nobody`() throws {
    let bytes = try Names.image(Self.rows).bytes
    let text = Array("JNIM e i jihadisti del Jnim a Gao, Mopti e Mobti; GSIM in Mali غاو".utf8)
    var random = SteadyRandom(seed: 11)
    for _ in 0..<400 {
      var damaged = bytes
      for _ in 0..<8 {
        // Most of the file is the table of letters, which lies first.
        let offset =
          Int(random.next() % 3) == 0
          ? Int(random.next() % UInt64(bytes.count)) : bytes.count - 1 - Int(random.next() % 6000)
        damaged[offset] = UInt8(truncatingIfNeeded: random.next())
      }
      guard damaged != bytes, let gazetteer = Gazetteer(damaged) else { continue }
      _ = gazetteer.isWhole
      let found = gazetteer.matches(in: text, sentences: [(TextSpan(0, text.count), "it")], isOrdinary: { _ in false })
      for candidate in found.flatMap(\.match.candidates) { _ = gazetteer[candidate].id }
      _ = ToponymResolver(gazetteer).resolve(found.map(\.match), in: text)
      _ = gazetteer.entity("gao")
    }
  }

  @Test(arguments: [
    ("id\tname\tflair\n", "flair"), ("name\ttype\n", "column id"), ("", "no header"), ("id\tname\na\n", "1 of 2 cells"),
    ("id\tname\n\tA\n", "no id"), ("id\ttype\tname\na\thouse\tA\n", "house"), ("id\tname\na\tA\na\tB\n", "given twice"),
    ("id\tname\tcoordinates\na\tA\t1\n", "longitude"), ("id\tname\tpopulation\na\tA\tmany\n", "population"),
  ])
  func `a table says what is wrong with it`(table: String, message: String) throws {
    var compiler = try GazetteerCompiler(elisions: [], articles: []) { _, _ in nil }
    let error = #expect(throws: RuleError.self) { try compiler.add(file: "t.tsv", bytes: Array(table.utf8)) }
    #expect(error?.description.contains(message) == true)
    #expect(error?.remedy.isEmpty == false)
  }
}
