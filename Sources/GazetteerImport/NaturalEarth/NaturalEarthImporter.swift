/// Makes rows of Natural Earth's populated places.
public struct NaturalEarthImporter {
  /// Where the facts come from, for whoever reads the table.
  public static let attribution = ["Facts: Natural Earth, https://www.naturalearthdata.com, public domain"]

  private let files: [String]
  private let minPopulation: UInt64
  private let log: ImportLog
  private let fold: NameFold

  /// Imports `.dbf` tables; places with fewer inhabitants than `minPopulation` are left out.
  public init(files: [String], minPopulation: UInt64 = 0, log: ImportLog) throws(ImportError) {
    self.files = files
    self.minPopulation = minPopulation
    self.log = log
    fold = try NameFold()
  }

  /// Imports all and gives the rows to `writer`.
  public func run(into writer: inout RowWriter) throws(ImportError) {
    var sorter = RecordSorter()
    for path in files { try read(path, into: &sorter) }
    try sorter.writeUnique(into: &writer, log: log, file: files.joined(separator: " "))
  }

  private func read(_ path: String, into sorter: inout RecordSorter) throws(ImportError) {
    var table = try AttributeTable(path, log: log)
    guard ["NAME", "LATITUDE", "LONGITUDE"].allSatisfy({ table.fields.contains($0) }) else {
      throw ImportError(
        file: table.name, "The table has no NAME with LATITUDE and LONGITUDE.",
        "Use the .dbf of ne_10m_populated_places; the fields are \(table.fields.joined(separator: " ")).")
    }
    let names = table.fields.filter { $0.hasPrefix("NAME_") }
    let wanted = Set(names).union([
      "NAME", "NAMEASCII", "NAMEALT", "NAMEPAR", "FEATURECLA", "ISO_A2", "LATITUDE", "LONGITUDE", "POP_MAX",
      "GEONAMEID", "WIKIDATAID", "NE_ID",
    ])
    var aliases = AliasList(fold)
    while true {
      do throws(ImportError) {
        guard let cells = try table.next(wanted) else { return }
        log.readCount += 1
        let row = try row(of: cells, names: names, at: table.name, number: table.number, &aliases)
        guard (row.population ?? 0) >= minPopulation else { continue }
        try sorter.add(row)
      } catch {
        // A file that ends too early has no further records.
        guard error.kind == .form, table.number < table.count else { throw error }
        try log.leaveOut(error)
      }
    }
  }

  private func row(
    of cells: [String: String], names: [String], at file: String, number: Int, _ aliases: inout AliasList
  ) throws(ImportError) -> GazetteerRow {
    func natural(_ field: String) -> UInt64? { cells[field].flatMap { Double($0) }.flatMap { UInt64(exactly: $0) } }
    guard let name = cells["NAME"], let latitude = cells["LATITUDE"].flatMap({ Double($0) }),
      let longitude = cells["LONGITUDE"].flatMap({ Double($0) }),
      let coordinates = Degrees.cell(longitude: longitude, latitude: latitude)
    else {
      throw ImportError(
        file: file, line: number, "Record \(number) has no name with a latitude and a longitude.", "Add it by hand.")
    }
    let population = natural("POP_MAX") ?? 0
    let isCapital = cells["FEATURECLA"]?.hasPrefix("Admin-0 capital") == true
    var row = GazetteerRow(
      id: "ne-\(natural("NE_ID").map { String($0) } ?? String(number))", type: "place", feature: "town",
      prior: max(isCapital ? 7 : 1, Prior.of(population: population)), name: name)
    row.italian = cells["NAME_IT"] ?? ""
    row.english = cells["NAME_EN"] ?? ""
    row.country = cells["ISO_A2"].flatMap { $0.utf8.count == 2 && $0 != "-9" ? $0 : nil } ?? ""
    row.population = population == 0 ? nil : population
    row.coordinates = coordinates
    row.geonames = natural("GEONAMEID").flatMap { $0 == 0 ? nil : String($0) } ?? ""
    row.wikidata = cells["WIKIDATAID"] ?? ""
    try aliases.begin(names: [row.italian.isEmpty ? name : row.italian, row.english.isEmpty ? name : row.english])
    for field in ["NAME", "NAMEASCII", "NAMEPAR"] + names { try aliases.add(cells[field] ?? "") }
    for part in (cells["NAMEALT"] ?? "").split(separator: "|") { try aliases.add(String(part)) }
    row.aliases = aliases.texts(limit: 40, onlyLatin: false)
    row.dropRepeatedNames()
    return row
  }
}
