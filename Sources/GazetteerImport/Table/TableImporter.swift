/// Makes rows of tables of one's own, whose columns a map names.
public struct TableImporter {
  private let options: TableOptions
  private let log: ImportLog
  private let fold: NameFold

  /// Checks the map.
  public init(_ options: TableOptions, log: ImportLog) throws(ImportError) {
    for column in options.map.keys.sorted() where !GazetteerRow.columns.contains(column) {
      throw ImportError(
        .usage, file: nil, "The map names \"\(column)\", which is no column of a gazetteer.",
        "Use \(GazetteerRow.columns.joined(separator: ", ")).")
    }
    self.options = options
    self.log = log
    fold = try NameFold()
  }

  /// Imports all and gives the rows to `writer`.
  public func run(into writer: inout RowWriter) throws(ImportError) {
    var sorter = RecordSorter()
    for path in options.files { try read(path, into: &sorter) }
    try sorter.writeUnique(into: &writer, log: log, file: options.files.joined(separator: " "))
  }

  private func read(_ path: String, into sorter: inout RecordSorter) throws(ImportError) {
    var table = try SeparatedValues(path, log: log)
    guard let header = try table.next() else {
      throw ImportError(
        file: table.name, "The table has no header.", "Write the names of its columns on the first line.")
    }
    var places: [String: Int] = [:]
    for column in GazetteerRow.columns {
      let wanted = options.map[column] ?? column
      guard let place = header.firstIndex(of: wanted) else {
        guard options.map[column] != nil else { continue }
        throw ImportError(
          file: table.name, line: table.line, "There is no column \"\(wanted)\", which the map names for \(column).",
          "The columns are \(header.joined(separator: ", ")).")
      }
      places[column] = place
    }
    guard places["name"] != nil else {
      throw ImportError(
        file: table.name, line: table.line, "No column gives the name.",
        "Say which with --map name=COLUMN; the columns are \(header.joined(separator: ", ")).")
    }
    var aliases = AliasList(fold)
    while true {
      do throws(ImportError) {
        guard let cells = try table.next() else { return }
        log.readCount += 1
        guard cells.count == header.count else {
          throw ImportError(
            file: table.name, line: table.line, "The row has \(cells.count) of \(header.count) cells.",
            "Fill it up with empty cells, or quote the cell that has a separator in it.")
        }
        try sorter.add(
          try row(of: places.mapValues { cells[$0] }, at: table.name, line: table.line, aliases: &aliases))
      } catch {
        guard error.kind == .form else { throw error }
        try log.leaveOut(error)
      }
    }
  }

  private func row(
    of cells: [String: String], at file: String, line: Int, aliases: inout AliasList
  ) throws(ImportError) -> GazetteerRow {
    func cell(_ column: String) -> String { cells[column] ?? "" }
    func complaint(_ message: String, _ remedy: String) -> ImportError {
      ImportError(file: file, line: line, message, remedy)
    }
    for (column, text) in cells.sorted(by: { $0.key < $1.key }) where column != "aliases" {
      guard !text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: ";") }) else {
        throw complaint("The cell for \(column) has a tab or a semicolon in it.", "Take it out.")
      }
    }
    let name = cell("name")
    guard !name.isEmpty else { throw complaint("The row has no name.", "Fill the cell, or take the row out.") }
    let population = cell("population").filter { $0 != "," && $0 != "." && $0 != " " }
    guard population.isEmpty || UInt64(population) != nil else {
      throw complaint("The population \"\(population)\" is no number.", "Write digits only.")
    }
    let prior = cell("prior")
    guard prior.isEmpty || Int(prior).map({ (1...9).contains($0) }) == true else {
      throw complaint("The prior \"\(prior)\" is no number from 1 to 9.", "Write one, or leave it empty.")
    }
    var row = GazetteerRow(
      id: options.prefix + (cell("id").isEmpty ? try id(of: name) : cell("id")),
      type: cell("type").isEmpty ? options.type : cell("type"),
      feature: cell("feature").isEmpty ? options.feature : cell("feature"),
      prior: Int(prior) ?? UInt64(population).map { Prior.of(population: $0) } ?? 3, name: name)
    guard let first = row.id.utf8.first, first != UInt8(ascii: "#") else {
      throw complaint("The row's id is empty or begins with #, as comments do.", "Give it one, or use --id-prefix.")
    }
    row.italian = cell("it")
    row.italianIn = cell("it_in")
    row.english = cell("en")
    row.country = cell("country")
    row.parent = cell("parent")
    row.population = UInt64(population)
    row.geonames = cell("geonames")
    row.wikidata = cell("wikidata")
    if !cell("coordinates").isEmpty {
      let parts = cell("coordinates").split(separator: ",").map { Double($0.filter { $0 != " " }) }
      guard parts.count == 2, let longitude = parts[0], let latitude = parts[1],
        let text = Degrees.cell(longitude: longitude, latitude: latitude)
      else {
        throw complaint(
          "The coordinates \"\(cell("coordinates"))\" are no longitude and latitude.", "Write them as -3.31,16.74.")
      }
      row.coordinates = text
    }
    try aliases.begin(names: [name, row.italian, row.english])
    for alias in cell("aliases").split(whereSeparator: { $0 == ";" || $0 == "|" }) {
      try aliases.add(String(alias), isChosen: true)
    }
    row.aliases = aliases.texts(limit: Int.max, onlyLatin: false)
    return row
  }

  /// An id made of a name: `deir-ez-zor`.
  private func id(of name: String) throws(ImportError) -> String {
    let folded = String(decoding: try fold.fold(name), as: UTF8.self)
    return folded.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }
}
