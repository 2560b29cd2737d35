/// A line of a table of places; its bytes stay as long as the line's.
struct GeoNamesPlace {
  /// The number of columns.
  static let columnCount = 19

  let id: UInt64
  let feature: GeoNamesFeature?
  let population: UInt64
  let cells: Cells

  var name: Bytes { cells[1].trimmed }
  var asciiName: Bytes { cells[2].trimmed }
  var alternates: Bytes { cells[3] }
  var featureClass: Bytes { cells[6] }
  var featureCode: Bytes { cells[7] }
  var country: Bytes { cells[8] }
  var division: Bytes { cells[10] }
  var isPopulated: Bool { featureClass.isEqual(to: "P") }
  var isFirstDivision: Bool { featureCode.isEqual(to: "ADM1") }

  /// Reads a line that `cells` has cut.
  init(_ cells: Cells, file: String, line: Int) throws(ImportError) {
    guard cells.count == Self.columnCount else {
      throw ImportError(
        file: file, line: line, "A place has \(cells.count) of \(Self.columnCount) columns.",
        "Use a table of places as GeoNames gives it, unpacked: cities15000.txt, allCountries.txt.")
    }
    func complaint(_ column: Int, _ message: String, _ remedy: String) -> ImportError {
      ImportError(file: file, line: line, column: cells.column(column), message, remedy)
    }
    guard let id = cells[0].natural, id < 1 << 28 else {
      throw complaint(0, "The id of a place is no number of GeoNames.", "Look for a line that was broken in two.")
    }
    guard cells[1].isText, cells[3].isText, !cells[1].trimmed.isEmpty else {
      throw complaint(1, "The name of place \(id) is empty or not UTF-8.", "Get the file from GeoNames anew.")
    }
    if cells[1].contains(where: { $0 < 0x20 || "{}@;".utf8.contains($0) }) {
      throw complaint(1, "The name of place \(id) has a sign of the gazetteer's own in it.", "Add the place by hand.")
    }
    guard cells[14].isEmpty || cells[14].natural != nil else {
      throw complaint(14, "The population of place \(id) is no number.", "Look for a tab too many.")
    }
    self.id = id
    population = cells[14].natural ?? 0
    feature = GeoNamesFeature.of(featureClass: cells[6], code: cells[7], country: cells[8])
    self.cells = cells
  }

  /// Longitude and latitude as the gazetteer writes them.
  func coordinates(file: String, line: Int) throws(ImportError) -> String {
    guard let latitude = cells[4].text.flatMap({ Double($0) }), let longitude = cells[5].text.flatMap({ Double($0) }),
      let cell = Degrees.cell(longitude: longitude, latitude: latitude)
    else {
      throw ImportError(
        file: file, line: line, column: cells.column(4), "Place \(id) has no latitude and longitude.",
        "Look for a tab too many.")
    }
    return cell
  }

  /// Whether the options ask for it.
  func isWanted(_ options: GeoNamesOptions) -> Bool {
    guard !isPopulated || population >= options.minPopulation else { return false }
    guard !options.features.isEmpty else { return true }
    return options.features.contains(String(decoding: featureClass, as: UTF8.self))
      || options.features.contains(String(decoding: featureCode, as: UTF8.self))
  }
}
