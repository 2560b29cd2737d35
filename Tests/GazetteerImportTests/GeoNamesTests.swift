import Testing

@testable import GazetteerImport

@Suite struct GeoNamesTests {
  private func place(
    _ id: Int, _ name: String, ascii: String? = nil, _ alternates: String = "", lat: String = "10.5",
    lon: String = "-20.25", feature: String = "P PPL", country: String = "XK", admin1: String = "01",
    population: String = "20000"
  ) -> String {
    let kind = feature.split(separator: " ").map { String($0) }
    return [
      String(id), name, ascii ?? name, alternates, lat, lon, kind[0], kind[1], country, "", admin1, "", "", "",
      population, "", "12", "Europe/Nowhere", "2026-01-01",
    ].joined(separator: "\t") + "\n"
  }

  private func rows(
    _ text: String, maxErrors: Int = 0, _ change: (inout GeoNamesOptions, Scratch) -> Void = { _, _ in }
  ) throws -> (rows: [[String: String]], log: ImportLog) {
    let scratch = try Scratch()
    var options = GeoNamesOptions(places: [scratch.file("places.txt", text)])
    change(&options, scratch)
    let log = ImportLog(maxErrors: maxErrors)
    let rows = try scratch.rows { writer in
      var importer = try GeoNamesImporter(options, log: log)
      try importer.run(into: &writer)
    }
    return (rows, log)
  }

  @Test func `a place becomes a row with what is known of it`() throws {
    let rows = try rows(place(7, "Borgolungo", "Long Burgh,Бурголонго", lat: "41.89474", lon: "-0.004")).rows
    #expect(
      rows == [
        [
          "id": "gn-7", "type": "place", "feature": "town", "prior": "3", "name": "Borgolungo", "it_in": "a",
          "country": "XK", "population": "20000", "coordinates": "0.00,41.89", "aliases": "Long Burgh;Бурголонго",
          "geonames": "7",
        ]
      ])
  }

  @Test func `rows come in the order of their numbers whatever the order of the file`() throws {
    let rows = try rows(place(100, "Alta") + place(9, "Bassa") + place(20, "Media")).rows
    #expect(rows.map { $0["id"] } == ["gn-9", "gn-20", "gn-100"])
  }

  @Test(arguments: [
    ("P PPLC", "town", "7"), ("P PPLX", "quarter", "3"), ("A ADM1", "region", "4"), ("T MT", "mountain", "3"),
    ("H STM", "river", "3"), ("S AIRP", "airport", "4"), ("L MILB", "base", "4"), ("T ISL", "island", "3"),
  ])
  func `features are called as the gazetteer calls them`(code: String, feature: String, prior: String) throws {
    let row = try #require(try rows(place(1, "Tale", feature: code, population: "16000")).rows.first)
    #expect(row["feature"] == feature)
    #expect(row["prior"] == prior)
  }

  @Test func `what has no name in the gazetteer, and what is no more, makes no row`() throws {
    #expect(
      try rows(place(1, "Albergo Bello", feature: "S HTL") + place(2, "Villa Morta", feature: "P PPLQ")).rows.isEmpty)
  }

  @Test func `small places and other features can be left out`() throws {
    let text =
      place(1, "Piccola", population: "900") + place(2, "Grande")
      + place(3, "Monte Tale", feature: "T MT", population: "0")
      + place(4, "Scalo", feature: "S AIRP", population: "0")
    #expect(
      try rows(text) { options, _ in options.minPopulation = 1000 }.rows.map { $0["geonames"] } == ["2", "3", "4"])
    #expect(try rows(text) { options, _ in options.features = ["P", "AIRP"] }.rows.count == 3)
  }

  @Test func `alternate names take the place of the fourth column and name it in Italian and English`() throws {
    let alternates = """
      1\t7\tit\tBorgo Lungo\t\t\t\t\t\t
      2\t7\tit\tBorgolungo Vecchio\t1\t\t\t\t\t
      3\t7\ten\tLongburgh\t\t\t\t\t\t
      4\t7\tiata\tBLG\t\t\t\t\t\t
      5\t7\twkdt\tQ77\t\t\t\t\t\t
      6\t7\tde\tLangenburg\t\t\t\t1\t\t
      7\t7\tfr\tBourglong\t\t\t\t\t\t
      8\t8\tfr\tAilleurs\t\t\t\t\t\t

      """
    let row = try #require(
      try rows(place(7, "Burg", "Column Four")) { options, scratch in
        options.alternates = scratch.file("alternates.txt", alternates)
      }.rows.first)
    #expect(row["it"] == "Borgolungo Vecchio")
    #expect(row["en"] == "Longburgh")
    #expect(row["wikidata"] == "Q77")
    #expect(row["aliases"] == "Burg;Borgo Lungo;Bourglong")
  }

  @Test func `divisions become parents, with rows of their own where the places have none`() throws {
    let rows = try rows(place(7, "Borgo") + place(8, "Altrove", admin1: "02")) { options, scratch in
      options.divisions = scratch.file("admin1.txt", "XK.01\tTerra di Sopra\tTerra di Sopra\t50\n")
    }.rows
    #expect(rows.map { $0["parent"] } == ["gn-50", nil, nil])
    #expect(rows.last?["name"] == "Terra di Sopra")
    #expect(rows.last?["feature"] == "region")
  }

  @Test func `an exonym belongs to the largest place of its country that bears it`() throws {
    let text =
      place(1, "Lungoborgo", "Longtown", population: "900000") + place(2, "Longtown", population: "16000")
      + place(3, "Longtown", country: "XZ", population: "5000000")
      + place(4, "Longtown", feature: "A ADM2", population: "990000")
    let (rows, log) = try rows(text) { options, scratch in
      options.exonyms = scratch.file(
        "exonyms.tsv",
        "# made up\nenglish\tcountry\titalian\tit_in\tspellings\nLongtown\tXK\tCittalunga\ta\tLungaville\nNowhere\tXK\tIn Nessun Luogo\t\t\n"
      )
    }
    #expect(rows.first?["it"] == "Cittalunga")
    #expect(rows.first?["en"] == "Longtown")
    #expect(rows.first?["aliases"] == "Lungaville;Lungoborgo")
    #expect(rows.dropFirst().allSatisfy { $0["it"] == nil })
    #expect(log.notes.first?.contains("Nowhere (XK)") == true)
  }

  @Test func `a name is for the place that bears it before one that has it as another spelling`() throws {
    let text = place(1, "Borgo Vecchio", population: "16000") + place(2, "Altro", "Oldburgh", population: "900000")
    let rows = try rows(text) { options, scratch in
      options.exonyms = scratch.file("exonyms.tsv", "Old Burgh\tXK\tBorgo Vecchio\ta\tOldburgh\n")
    }.rows
    #expect(rows.map { $0["en"] } == ["Old Burgh", nil])
  }

  @Test func `what a paper would mean something else by is no spelling`() throws {
    let north = place(1, "North Tale Lake", "North,Talelake,Turner,Norþ Tale Lake", country: "US")
    let tale = place(2, "Talecitta", "More,Turnerville,Tallcity", country: "CM")
    let city = place(3, "Rio de Tale", "Rio,Talerio", country: "BR", population: "6000000")
    let rows = try rows(north + tale + city).rows
    #expect(rows.map { $0["aliases"] } == ["Talelake;Norþ Tale Lake", "Turnerville;Tallcity", "Talerio"])
  }

  @Test func `an Arabic article is written as papers do, or not at all`() throws {
    let row = try #require(try rows(place(1, "Ar Raqqatayn", "Raqqatayn", country: "SY")).rows.first)
    #expect(row["aliases"] == "Raqqatayn;al-Raqqatayn")
    #expect(try rows(place(1, "Al Burgo Lungo", country: "ES")).rows.first?["aliases"] == nil)
    #expect(ArabicArticle.printed("Al Bab", country: "SY") == ["al-Bab"])
  }

  @Test func `a town does not go by the name of its country`() throws {
    let row = try #require(
      try rows(place(1, "Kuwaitstadt", "Kuwait,Kuwait City", feature: "P PPLC", country: "KW")).rows.first)
    #expect(row["aliases"] == "Kuwait City")
  }

  @Test func `bad lines are named and left out, and too many of them end the import`() throws {
    let text = "no place\n" + place(7, "Borgo") + place(7, "Borgo") + place(9, "Lontano", lat: "99")
    let (rows, log) = try rows(text, maxErrors: 3)
    #expect(rows.count == 1)
    #expect(log.badCount == 3)
    #expect(log.bad.map(\.line) == [1, 3, 4])
    #expect(log.bad.last?.column == 20)
    #expect { try self.rows(text, maxErrors: 2) } throws: { error in
      (error as? ImportError)?.description.contains("places.txt:4:20: Place 9 has no latitude and longitude.") == true
    }
  }

  @Test func `a file that is not there says so`() throws {
    #expect { try rows("") { options, _ in options.places = ["/nowhere/places.txt"] } } throws: { error in
      (error as? ImportError)?.kind == .missing
    }
  }

  @Test func `a failed import leaves no file behind`() throws {
    let scratch = try Scratch()
    var options = GeoNamesOptions(places: [scratch.file("places.txt", "no place\n")])
    options.maxAliases = 3
    let log = ImportLog(maxErrors: 0)
    #expect(throws: ImportError.self) {
      _ = try scratch.rows { writer in
        var importer = try GeoNamesImporter(options, log: log)
        try importer.run(into: &writer)
      }
    }
    #expect(scratch.names == ["places.txt"])
  }
}
