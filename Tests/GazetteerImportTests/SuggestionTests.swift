import GazetteerImport
import Testing

/// Names that records leave unknown, gathered for a person.
@Suite struct SuggestionTests {
  private func record(_ text: String, _ names: String) -> [UInt8] {
    Array(
      #"{"schema":"dispaccio/record/1","text":"\#(text)","language":{"code":"it","confidence":1},"unknown_names":[\#(names)]}"#
        .utf8)
  }

  private func name(
    _ name: String, kind: String = "town", type: String = "place", count: Int = 1, acronym: String? = nil
  ) -> String {
    let letters = acronym.map { #""\#($0)""# } ?? "null"
    return
      #"{"name":"\#(name)","kind":"\#(kind)","type":"\#(type)","reason":"before: città di","acronym":\#(letters),"article":null,"count":\#(count),"mentions":[{"start":6,"end":10,"text":"x","sentence":"s1"}]}"#
  }

  private func lines(_ table: SuggestionTable, _ records: [[UInt8]]) throws -> [String] {
    var suggestions = try Suggestions()
    for (number, record) in records.enumerated() { try suggestions.add(record: record, file: "\(number).json") }
    return suggestions.found().flatMap { table.lines($0) }
  }

  @Test func `the most frequent comes first, and spellings of one name are one`() throws {
    let records = [
      record("a Tel Abcd si spara", name("Tel Àbcd", count: 2) + "," + name("Zzz", count: 3)),
      record("a Tel Abcd si spara", name("Tel Abcd", count: 5)),
    ]
    let found = try lines(SuggestionTable(), records)
    #expect(
      found == [
        "Tel Abcd\ttown\t7\t2\t\tbefore: città di\ta Tel [Abcd] si spara",
        "Zzz\ttown\t3\t1\t\tbefore: città di\ta Tel [Abcd] si spara",
      ])
    #expect(try lines(SuggestionTable(), records.reversed()) == found)
  }

  @Test func `what most records say is the kind`() throws {
    let records = ["group", "unit", "unit"].map { record("un testo", name("Abcd", kind: $0, type: "armed_force")) }
    #expect(try lines(SuggestionTable(), records).first?.hasPrefix("Abcd\tunit\t3\t3\t") == true)
  }

  @Test func `a row can be put into a table as it is`() throws {
    let table = try SuggestionTable(
      like: Array("# note\nid\ttype\tfeature\tprior\tit\tit_in\ten\taliases\tcountry\n".utf8), file: "t.tsv")
    let found = try lines(table, [record("a Tel Abcd si spara", name("Tel Abcd", acronym: "TA"))])
    #expect(found.count == 2)
    #expect(found[0] == "# 1 in 1 documents, before: città di: a Tel [Abcd] si spara")
    #expect(found[1] == "tel-abcd\tplace\ttown\t3\tTel Abcd\ta\tTel Abcd\t=TA\t")
    #expect(table.header == nil)
  }

  @Test func `a name without Latin letters gets an id too`() throws {
    let table = try SuggestionTable(like: Array("id\n".utf8), file: "t.tsv")
    let found = try lines(table, [record("testo", name("حلب"))])
    #expect(found.last?.hasPrefix("name-") == true)
  }

  @Test func `only the kinds that are asked for are listed, and only what stands often enough`() throws {
    var suggestions = try Suggestions()
    try suggestions.add(record: record("testo", name("A", kind: "unit") + "," + name("B", count: 3)), file: "a")
    #expect(suggestions.found(kinds: ["unit"]).map(\.name) == ["A"])
    #expect(suggestions.found(leastCount: 2).map(\.name) == ["B"])
    #expect(suggestions.found(leastDocuments: 2).isEmpty)
  }

  @Test func `a record of an older version has no such names`() throws {
    var suggestions = try Suggestions()
    let old = #"{"schema":"dispaccio/record/1","text":"x","language":{"code":"it"}}"#
    try suggestions.add(record: Array(old.utf8), file: "a")
    #expect(suggestions.records == 1)
  }

  @Test(arguments: ["", "{}", "[1]", #"{"schema":"other/1","text":"","language":{"code":"it"}}"#])
  func `what is no record is refused`(text: String) throws {
    var suggestions = try Suggestions()
    #expect(throws: ImportError.self) { try suggestions.add(record: Array(text.utf8), file: "a.json") }
  }

  @Test func `a table without ids is no gazetteer's`() {
    #expect(throws: ImportError.self) { try SuggestionTable(like: Array("name\tx\n".utf8), file: "t.tsv") }
  }
}
