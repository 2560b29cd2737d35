/// Puts together what was laid aside of a place: its own line and its alternate names.
struct GeoNamesComposer {
  /// What the first byte of a record laid aside says it is.
  enum Tag {
    static let place = UInt8(ascii: "P")
    static let alternate = UInt8(ascii: "A")
  }

  private enum Column {
    static let id = 0
    static let type = 1
    static let feature = 2
    static let prior = 3
    static let population = 4
    static let coordinates = 5
    static let parent = 6
    static let country = 7
    static let name = 8
    static let asciiName = 9
    static let spellings = 10
  }

  private let options: GeoNamesOptions
  private let exonyms: Exonyms
  private let countryNames: Set<[UInt8]>
  private let regions: [String: String]
  private let fold: NameFold
  private var aliases: AliasList
  private var cells = Cells()
  private var spellings = Cells()

  init(
    _ options: GeoNamesOptions, exonyms: Exonyms, regions: [String: String], fold: NameFold, countryNames: Set<[UInt8]>
  ) {
    self.regions = regions
    self.options = options
    self.exonyms = exonyms
    self.countryNames = countryNames
    self.fold = fold
    aliases = AliasList(fold)
  }

  /// What is kept of a place until its alternate names are known.
  ///
  /// - Parameter parent: the id of its division, or the division's code.
  static func record(
    of place: GeoNamesPlace, feature: GeoNamesFeature, coordinates: String, parent: String, withSpellings: Bool
  ) -> [UInt8] {
    let prior = max(feature.prior, min(8, Prior.of(population: place.population)))
    let texts = [
      String(place.id), feature.type, feature.feature, String(prior), String(place.population), coordinates,
      parent,
    ]
    var record = [Tag.place] + texts.joined(separator: "\t").utf8
    for cell in [
      place.country, place.name, place.asciiName, withSpellings ? place.alternates : Bytes(start: nil, count: 0),
    ] {
      record.append(0x09)
      record += cell
    }
    return record
  }

  /// The same for a division of which only its code's line is known.
  static func record(of division: GeoNamesDivisions.Division) -> [UInt8] {
    let feature = GeoNamesFeature.firstDivision(of: division.country)
    let texts = [String(division.place), "place", feature, "4", "0", "", "", division.country, division.name, "", ""]
    return [Tag.place] + texts.joined(separator: "\t").utf8
  }

  /// What is kept of an alternate name.
  static func record(of alternate: GeoNamesAlternate) -> [UInt8] {
    [Tag.alternate, alternate.use.rawValue] + Array(alternate.name)
  }

  /// The row of a place from all that was laid aside under its id; nil if there are only names.
  mutating func row(of records: [[UInt8]]) throws(ImportError) -> GazetteerRow? {
    guard let place = records.first(where: { $0.first == Tag.place }) else { return nil }
    return try place.withUnsafeBufferPointer { (place) throws(ImportError) in
      cells.cut(Bytes(rebasing: place.dropFirst()))
      var row = begunRow()
      var italian: (text: String, isPreferred: Bool) = ("", false)
      var english = italian
      var others: [(text: String, isChosen: Bool)] = []
      for record in records where record.first == Tag.alternate && record.count > 2 {
        let text = String(decoding: record.dropFirst(2), as: UTF8.self)
        switch GeoNamesAlternate.Use(rawValue: record[1]) {
        case .wikidata:
          row.wikidata = text
          continue
        case .italian where italian.text.isEmpty: italian = (text, false)
        case .preferredItalian where !italian.isPreferred: italian = (text, true)
        case .english where english.text.isEmpty: english = (text, false)
        case .preferredEnglish where !english.isPreferred: english = (text, true)
        default: break
        }
        others.append((text, false))
      }
      row.italian = Self.isName(italian.text) ? italian.text : ""
      row.english = Self.isName(english.text) ? english.text : ""
      if let exonym = UInt64(row.geonames).flatMap({ exonyms.names(of: $0) }) {
        others += [row.italian, row.english].map { ($0, false) } + exonym.spellings.map { ($0, true) }
        row.italian = exonym.italian
        row.italianIn = exonym.italianIn
        row.english = exonym.english
      }
      try addAliases(to: &row, others)
      if row.italianIn.isEmpty { row.italianIn = Self.italianIn(row) }
      row.dropRepeatedNames()
      return row
    }
  }

  private func begunRow() -> GazetteerRow {
    func text(_ column: Int) -> String { String(decoding: cells[column], as: UTF8.self) }
    var row = GazetteerRow(
      id: "gn-" + text(Column.id), type: text(Column.type), feature: text(Column.feature),
      prior: Int(text(Column.prior)) ?? 1, name: text(Column.name))
    row.country = text(Column.country)
    let parent = text(Column.parent)
    row.parent = parent.hasPrefix("gn-") ? parent : regions[parent] ?? ""
    row.population = cells[Column.population].natural.flatMap { $0 == 0 ? nil : $0 }
    row.coordinates = text(Column.coordinates)
    row.geonames = text(Column.id)
    return row
  }

  private mutating func addAliases(
    to row: inout GazetteerRow, _ others: [(text: String, isChosen: Bool)]
  ) throws(ImportError) {
    let italian = row.italian.isEmpty ? row.name : row.italian
    let english = row.english.isEmpty ? row.name : row.english
    let isCountry = row.type == "country"
    try aliases.begin(names: [italian, english], reserved: isCountry ? [] : countryNames)
    for other in others where other.isChosen { try aliases.add(other.text, isChosen: true) }
    try aliases.add(row.name)
    try aliases.add(cells[Column.asciiName])
    let doubt = try SpellingDoubt(
      names: [row.name, italian, english], country: row.country, population: row.population ?? 0, fold: fold)
    for spelling in ArabicArticle.printed(row.name, country: row.country) { try aliases.add(spelling, isChosen: true) }
    for other in others where !other.isChosen { try add(other.text, unless: doubt) }
    spellings.cut(cells[Column.spellings], at: UInt8(ascii: ","))
    for index in 0..<spellings.count where !AliasRules.isRomanizedByLetter(spellings[index]) {
      guard try !doubt.applies(to: spellings[index].trimmed) else { continue }
      try aliases.add(spellings[index])
    }
    row.aliases = aliases.texts(
      limit: options.maxAliases, onlyLatin: (row.population ?? 0) < options.otherScriptsFrom)
  }

  private mutating func add(_ spelling: String, unless doubt: SpellingDoubt) throws(ImportError) {
    let bytes = Array(spelling.utf8)
    try bytes.withUnsafeBufferPointer { (bytes) throws(ImportError) in
      guard try !doubt.applies(to: bytes) else { return }
      try aliases.add(bytes)
    }
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && !text.utf8.contains { $0 < 0x20 || "{}@;".utf8.contains($0) }
  }

  /// *a Milano*, *ad Ancona*; empty for what is no town, for nobody can tell from the name.
  private static func italianIn(_ row: GazetteerRow) -> String {
    guard row.feature == "town" || row.feature == "village" else { return "" }
    let name = row.italian.isEmpty ? row.name : row.italian
    guard let first = name.unicodeScalars.first else { return "" }
    return first == "a" || first == "A" || (0xC0...0xC5).contains(first.value) || first == "Ā" ? "ad" : "a"
  }
}
