internal import ICU

/// Makes rows of GeoNames' tables.
///
/// The places are read once, those that are wanted laid aside; then the alternate names of those; both are sorted by id
/// and put together. Memory holds a portion of them, whatever the size of the tables.
public struct GeoNamesImporter {
  /// Where the facts come from, for whoever reads the table.
  public static let attribution = [
    "Facts: GeoNames, https://www.geonames.org, CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
    "Changed: coordinates rounded to hundredths of a degree, spellings chosen, names of features put into our own words.",
  ]

  private let options: GeoNamesOptions
  private let log: ImportLog
  private let fold: NameFold
  private var exonyms: Exonyms
  private var divisions: GeoNamesDivisions
  private var regions: OwnRegions
  private var wanted = PlaceSet()
  private var countryNames: Set<[UInt8]> = []

  /// Reads the small files that go along with the places.
  public init(_ options: GeoNamesOptions, log: ImportLog) throws(ImportError) {
    self.options = options
    self.log = log
    let fold = try NameFold()
    self.fold = fold
    exonyms =
      try options.exonyms.map { (path) throws(ImportError) in try Exonyms(path, fold: fold, log: log) }
      ?? Exonyms(fold)
    divisions =
      try options.divisions.map { (path) throws(ImportError) in try GeoNamesDivisions(path, log: log) }
      ?? GeoNamesDivisions()
    regions = try OwnRegions(options.regions, log: log)
  }

  /// Imports all and gives the rows to `writer`.
  public mutating func run(into writer: inout RowWriter) throws(ImportError) {
    var sorter = RecordSorter()
    let countries = try options.countries.map { (path) throws(ImportError) in try countryCodes(path) }
    for path in options.places { try readPlaces(path, countries: countries, into: &sorter) }
    for division in divisions.used.values.sorted(by: { $0.place < $1.place }) where !wanted.contains(division.place) {
      wanted.insert(division.place)
      try sorter.add(key: SortKey.bytes(of: division.place), GeoNamesComposer.record(of: division))
    }
    if let path = options.alternates { try readAlternates(path, into: &sorter) }
    exonyms.settle()
    if !exonyms.unused.isEmpty {
      let names = exonyms.unused.prefix(20).map { "\($0.english) (\($0.country))" }.joined(separator: ", ")
      log.note("\(exonyms.unused.count) of \(exonyms.all.count) exonyms belong to no place, first: \(names)")
    }
    var composer = GeoNamesComposer(
      options, exonyms: exonyms, regions: regions.paired(), fold: fold, countryNames: countryNames)
    let log = log
    try sorter.forEachGroup { (records) throws(ImportError) in
      guard let row = try composer.row(of: records) else { return }
      try writer.write(row)
      log.rowCount += 1
    }
  }

  private mutating func readPlaces(
    _ path: String, countries: Set<String>?, into sorter: inout RecordSorter
  ) throws(ImportError) {
    var file = try InputFile(path, log: log)
    var cells = Cells()
    while let line = try file.next() {
      if line.isEmpty { continue }
      log.readCount += 1
      cells.cut(line)
      do throws(ImportError) {
        let place = try GeoNamesPlace(cells, file: file.name, line: file.line)
        guard let feature = place.feature, place.isWanted(options) else { continue }
        let coordinates = try place.coordinates(file: file.name, line: file.line)
        let country = String(decoding: place.country, as: UTF8.self)
        if let countries, !country.isEmpty, !countries.contains(country) {
          throw ImportError(
            file: file.name, line: file.line, column: cells.column(8),
            "Place \(place.id) lies in \(country), which is not among the countries.",
            "Use tables of one day, or leave --countries out.")
        }
        guard wanted.insert(place.id) else {
          throw ImportError(
            file: file.name, line: file.line, "Place \(place.id) is given twice.",
            "Name each table once; cities15000.txt is a part of allCountries.txt.")
        }
        try exonyms.consider(place)
        try reserveName(of: country)
        let code = "\(country).\(String(decoding: place.division, as: UTF8.self))"
        regions.add(code: code, coordinates: coordinates)
        let record = GeoNamesComposer.record(
          of: place, feature: feature, coordinates: coordinates,
          parent: divisions.parent(of: place).map { "gn-\($0)" } ?? code,
          withSpellings: options.alternates == nil)
        try sorter.add(key: SortKey.bytes(of: place.id), record)
      } catch {
        guard error.kind == .form else { throw error }
        try log.leaveOut(error)
      }
    }
  }

  private var reservedCodes: Set<String> = []

  /// A town may list its country's name among its own (*Mexico* for Mexico City); papers mean the country.
  private mutating func reserveName(of country: String) throws(ImportError) {
    guard country.utf8.count == 2, reservedCodes.insert(country).inserted else { return }
    for locale in ["en", "it"] {
      guard let name = try? RegionNames.name(country, locale: locale) else { continue }
      countryNames.insert(try fold.fold(name))
    }
  }

  private func readAlternates(_ path: String, into sorter: inout RecordSorter) throws(ImportError) {
    var file = try InputFile(path, log: log)
    var cells = Cells()
    while let line = try file.next() {
      if line.isEmpty { continue }
      log.readCount += 1
      cells.cut(line)
      do throws(ImportError) {
        guard let alternate = try GeoNamesAlternate(cells, file: file.name, line: file.line) else { continue }
        guard wanted.contains(alternate.place), !alternate.name.isEmpty else { continue }
        try sorter.add(key: SortKey.bytes(of: alternate.place), GeoNamesComposer.record(of: alternate))
      } catch {
        guard error.kind == .form else { throw error }
        try log.leaveOut(error)
      }
    }
  }

  /// The codes of `countryInfo.txt`: the first of many columns.
  private func countryCodes(_ path: String) throws(ImportError) -> Set<String> {
    var file = try InputFile(path, log: log)
    var cells = Cells()
    var codes: Set<String> = []
    while let line = try file.next() {
      guard !line.isEmpty, line.first != UInt8(ascii: "#") else { continue }
      cells.cut(line)
      guard cells.count > 4, cells[0].count == 2, let code = cells[0].text else {
        try log.leaveOut(
          ImportError(
            file: file.name, line: file.line, "The line does not begin with the code of a country.",
            "Use countryInfo.txt as GeoNames gives it."))
        continue
      }
      codes.insert(code)
    }
    return codes
  }
}

/// A set of ids, a bit each.
struct PlaceSet {
  private var words: [UInt64] = []

  func contains(_ id: UInt64) -> Bool {
    let word = Int(id >> 6)
    return word < words.count && words[word] >> (id & 63) & 1 == 1
  }

  /// Adds an id; false if it was there.
  @discardableResult
  mutating func insert(_ id: UInt64) -> Bool {
    let word = Int(id >> 6)
    if word >= words.count { words += [UInt64](repeating: 0, count: word + 1 - words.count) }
    guard words[word] >> (id & 63) & 1 == 0 else { return false }
    words[word] |= 1 << (id & 63)
    return true
  }
}
