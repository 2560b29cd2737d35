import Testing

@testable import Evaluation

@Suite struct ConversionTests {
  private func documents(
    _ conversion: Conversion, _ text: String, join: Int = 1, beside: String = ""
  ) throws -> [GoldDocument] {
    try conversion.documents(file: "dir/made-up.ann", bytes: Array(text.utf8), join: join) { _ in Array(beside.utf8) }
  }

  /// The words that are marked, with their types.
  private func marks(_ document: GoldDocument) -> [String] {
    let scalars = Array(document.text.unicodeScalars)
    return document.mentions.map { mention in
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[mention.start..<mention.end])
      return "\(mention.type ?? "-") \(String(words))"
    }
  }

  @Test func `standoff marks, in parts and with references`() throws {
    let marks = """
      T1\tLocation 5 8\tGao
      T2\tPerson 12 16;20 25\tAnna Rossi
      R1\tIn Arg1:T2 Arg2:T1
      N1\tReference T1 Wikidata:Q23\tGao

      """
    let document = try #require(
      try documents(.brat, marks, beside: "È a: Gao da Anna M. Rossi.").first)
    #expect(document.id == "made-up")
    #expect(self.marks(document) == ["Location Gao", "Person Anna M. Rossi"])
    #expect(document.mentions.first?.entity == "Q23")
  }

  @Test func `a standoff mark without numbers is told with its line`() {
    #expect { try documents(.brat, "T1\tLocation 5 8\tGao\nT2\tPerson\n") } throws: {
      ($0 as? EvaluationError)?.line == 2
    }
  }

  @Test func `columns with tags become texts with spaces where they belong`() throws {
    let columns = """
      -DOCSTART- O

      L' X O
      attacco X O
      all' X O
      Unione X B-ORG
      Europea X I-ORG
      ( X O
      Gao X B-LOC
      ) X O
      . X O

      " X O
      Basta X O
      " X O
      , X O
      dice X O
      Anna X B-PER
      Rossi X B-PER
      . X O
      """
    let document = try #require(try documents(.conll, columns).first)
    #expect(document.text == "L'attacco all'Unione Europea (Gao).\n\"Basta\", dice Anna Rossi.")
    #expect(marks(document) == ["ORG Unione Europea", "LOC Gao", "PER Anna", "PER Rossi"])
  }

  @Test func `sentences are joined where nothing says what a document is`() throws {
    let lines = """
      {"id": 1, "tokens": ["A", "Gao", "."], "tags": ["O", "B-LOC", "O"]}
      {"id": 2, "tokens": ["Poi", "a", "Kidal", "."], "tags": ["O", "O", "B-LOC", "O"]}
      {"id": 3, "tokens": ["Fine"], "tags": ["O"]}

      """
    let documents = try documents(.kind, lines, join: 2)
    #expect(documents.map(\.text) == ["A Gao.\nPoi a Kidal.", "Fine"])
    #expect(marks(documents[0]) == ["LOC Gao", "LOC Kidal"])
    #expect(throws: EvaluationError.self) { try self.documents(.kind, #"{"tokens":["a"],"tags":[]}"#) }
  }

  @Test func `toponyms keep their places, homonyms are no marks, others have their own type`() throws {
    let line = """
      {"id": "x", "text": "Gao, Paris Hilton, a town", "toponyms": [
      {"name": "a town", "start": 19, "end": 25, "lat": null, "lon": null, "geonameid": null, "type": "Expression"},
      {"name": "Paris", "start": 5, "end": 10, "lat": null, "lon": null, "geonameid": null, "type": "Homonym"},
      {"name": "Gao", "start": 0, "end": 3, "lat": 16.27, "lon": -0.04, "geonameid": "7", "type": "Literal"},
      {"name": "far", "start": -9, "end": -6, "lat": 1.0, "lon": 1.0, "geonameid": "8", "type": "Literal"}]}
      """.replacing("\n", with: "")
    let document = try #require(try documents(.geowebnews, line).first)
    #expect(marks(document) == ["place Gao", "Expression a town"])
    #expect(document.mentions.first?.entity == "gn-7")
    #expect(document.mentions.first?.lat == 16.27)
  }

  @Test func `entities of a text become marks`() throws {
    let line = #"{"id": "x", "text": "Ecco Gao", "entities": [{"begin": 5, "end": 8, "type": "Location"}]}"#
    #expect(marks(try #require(try documents(.re3d, line).first)) == ["Location Gao"])
  }
}
