import Testing

@testable import GazetteerImport

@Suite struct AliasTests {
  private func script(_ text: String) -> Script? {
    Array(text.utf8).withUnsafeBufferPointer { AliasRules.script(of: $0) }
  }

  @Test(arguments: [
    "FCO", "RM", "Route 66", "an dao er cheng", "X", "Lo", "Tokyo東京", "서울", "東京ハ", "=Roma", "Roma@it", "Ro{ma}",
    "Ro;ma",
    "Una città dal nome davvero molto molto lungo",
  ])
  func `no paper prints`(spelling: String) { #expect(script(spelling) == nil) }

  @Test(arguments: [
    ("Sana'a", Script.latin), ("Al-Ḥasakah", .latin), ("Дейр-эз-Зор", .cyrillic), ("دير الزور", .arabic),
    ("תל אביב", .hebrew), ("Θεσσαλονίκη", .greek), ("东京", .han), ("ROMA NORD", .latin),
  ])
  func `a paper may print`(spelling: String, expected: Script) { #expect(script(spelling) == expected) }

  @Test(arguments: [
    ("Ehskal'des", true), ("Andora lja Vehl'", true), ("N'Djamena", false), ("King's Lynn", false), ("Sa'dah", false),
    ("Val d'Isère", false), ("St John's", false),
  ])
  func `a soft sign shows what was romanized letter by letter`(spelling: String, expected: Bool) {
    #expect(Array(spelling.utf8).withUnsafeBufferPointer { AliasRules.isRomanizedByLetter($0) } == expected)
  }

  @Test func `spellings are one where only case, accents, dashes and apostrophes differ`() throws {
    var list = AliasList(try NameFold())
    try list.begin(names: ["Città"])
    for spelling in ["CITTÀ", "Citta", "Deir ez-Zor", "Deïr Ez Zor", "Sanaa", "Sana’a", "Sanaʿa"] {
      try list.add(spelling)
    }
    #expect(list.texts(limit: 9, onlyLatin: false) == ["Deir ez-Zor", "Sanaa"])
  }

  @Test func `where not all may stay, chosen ones, one of each script and those like the others do`() throws {
    var list = AliasList(try NameFold())
    try list.begin(names: ["Tale"])
    for spelling in ["Prima", "Straniera", "Terza", "Terzia", "Terzana", "ئەسکەن", "اسكندرية", "Очередная"] {
      try list.add(spelling)
    }
    try list.add("Scelta", isChosen: true)
    #expect(list.texts(limit: 4, onlyLatin: false) == ["Terza", "اسكندرية", "Очередная", "Scelta"])
    #expect(list.texts(limit: 2, onlyLatin: true) == ["Terza", "Scelta"])
  }
}
