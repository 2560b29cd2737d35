/// Makes rows of a dump of Wikidata: one entity a line, as `latest-all.json` has them.
public struct WikidataImporter {
  /// Where the facts come from, for whoever reads the table.
  public static let attribution = [
    "Facts: Wikidata, https://www.wikidata.org, CC0 1.0, https://creativecommons.org/publicdomain/zero/1.0/"
  ]

  private let files: [String]
  private let classes: WikidataClasses
  private let maxAliases: Int
  private let minPopulation: UInt64
  private let log: ImportLog
  private let fold: NameFold
  /// ISO codes by the countries' own ids: a country may come behind its towns.
  private var codes: [String: String] = [:]
  private var imported = PlaceSet()

  /// Imports dumps; `classes` adds to the usual ones: `Q123=armed_group/militia`. Towns with fewer inhabitants than
  /// `minPopulation` are left out.
  public init(
    files: [String], classes: [String] = [], minPopulation: UInt64 = 0, maxAliases: Int = 40, log: ImportLog
  ) throws(ImportError) {
    self.files = files
    self.classes = try WikidataClasses(added: classes)
    self.maxAliases = maxAliases
    self.minPopulation = minPopulation
    self.log = log
    fold = try NameFold()
  }

  /// Imports all and gives the rows to `writer`.
  public mutating func run(into writer: inout RowWriter) throws(ImportError) {
    var sorter = RecordSorter()
    for path in files { try read(path, into: &sorter) }
    let (log, codes, imported) = (log, codes, imported)
    let file = files.joined(separator: " ")
    try sorter.forEachGroup { (rows) throws(ImportError) in
      guard let first = rows.first else { return }
      if rows.count > 1 {
        let id = String(decoding: first.prefix { $0 != 0x09 }, as: UTF8.self)
        try log.leaveOut(
          ImportError(file: file, "\(id) is given \(rows.count) times.", "Name each dump once; the first one is kept."))
      }
      try writer.write(line: Self.resolved(first, codes, imported))
      log.rowCount += 1
    }
  }

  private mutating func read(_ path: String, into sorter: inout RecordSorter) throws(ImportError) {
    var file = try InputFile(path, log: log)
    var aliases = AliasList(fold)
    while let line = try file.next() {
      var line = line.trimmed
      // The dump is one long list: brackets alone on the first and the last line, commas at the ends of the others.
      if line.count < 3 { continue }
      if line.last == UInt8(ascii: ",") { line = Bytes(rebasing: line.dropLast()) }
      log.readCount += 1
      let entity: WikidataEntity
      do throws(JSONScanner.Malformed) {
        entity = try WikidataEntity(line)
      } catch {
        try log.leaveOut(
          ImportError(
            file: file.name, line: file.line, column: error.position + 1, "The line is no JSON object.",
            "Use a dump of JSON with one entity a line."))
        continue
      }
      guard let number = UInt64(entity.id.dropFirst()), entity.id.first == "Q", number < 1 << 28 else { continue }
      if let code = entity.code { codes[entity.id] = code }
      guard let row = try row(of: entity, &aliases) else { continue }
      imported.insert(number)
      try sorter.add(row)
    }
  }

  private func row(of entity: WikidataEntity, _ aliases: inout AliasList) throws(ImportError) -> GazetteerRow? {
    guard let kind = classes.kind(of: entity.classes) else { return nil }
    let isTown = kind.feature == "town" || kind.feature == "village"
    guard !isTown || (entity.population ?? 0) >= minPopulation else { return nil }
    let english = entity.labels["en"] ?? ""
    let name = english.isEmpty ? entity.labels["mul"] ?? entity.labels["it"] ?? "" : english
    guard !name.isEmpty,
      !(name + (entity.labels["it"] ?? "")).utf8.contains(where: { $0 < 0x20 || "{}@;".utf8.contains($0) })
    else { return nil }
    let byPages = 2 + [10, 25, 50, 80, 120, 170].count { entity.pageCount >= $0 }
    var row = GazetteerRow(
      id: entity.id, type: kind.type, feature: kind.feature,
      prior: entity.population.map { max(byPages, Prior.of(population: $0)) } ?? byPages, name: name)
    row.italian = entity.labels["it"] ?? ""
    row.english = english
    // Ids of Wikidata until all countries are known.
    row.country = kind.type == "country" ? entity.code ?? "" : entity.countries.joined(separator: ",")
    row.parent = entity.parents.first ?? ""
    row.population = entity.population
    if let degrees = entity.degrees {
      row.coordinates = Degrees.cell(longitude: degrees.longitude, latitude: degrees.latitude) ?? ""
    }
    row.geonames = entity.geonames ?? ""
    row.wikidata = entity.id
    try aliases.begin(names: [row.italian.isEmpty ? name : row.italian, name])
    let labels = entity.labels.sorted { $0.key < $1.key }.map(\.value)
    for spelling in labels + entity.aliases where kind.type != "person" || spelling.contains(" ") {
      try aliases.add(spelling)
    }
    row.aliases = aliases.texts(limit: maxAliases, onlyLatin: false)
    row.dropRepeatedNames()
    return row
  }

  /// The row with codes for its countries and a parent that has a row.
  private static func resolved(_ row: [UInt8], _ codes: [String: String], _ imported: PlaceSet) -> [UInt8] {
    var cells = row.dropLast().split(separator: 0x09, omittingEmptySubsequences: false)
    guard let country = GazetteerRow.columns.firstIndex(of: "country"),
      let parent = GazetteerRow.columns.firstIndex(of: "parent"), cells.count == GazetteerRow.columns.count
    else { return row }
    let items = cells[country].split(separator: UInt8(ascii: ",")).map { String(decoding: $0, as: UTF8.self) }
    let found = items.compactMap { $0.first == "Q" && $0.utf8.count > 2 ? codes[$0] : $0 }
    cells[country] = Array(found.joined(separator: ",").utf8)[...]
    let number = UInt64(String(decoding: cells[parent].dropFirst(), as: UTF8.self))
    if number.map({ !imported.contains($0) }) ?? true { cells[parent] = [] }
    return Array(cells.joined(separator: [0x09])) + [0x0A]
  }
}
