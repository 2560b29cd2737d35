import DocumentModel
import Lexicons

/// One entry of a gazetteer file: the entity and its ways of being written.
struct Entry {
  var entity: Entity
  var aliases: [Alias]
}

/// Reads the rows of a gazetteer file, one after the other: tab-separated, one entity a line, under a header that names
/// the columns. A file has the columns that it needs, in any order.
struct EntryReader {
  /// The columns that a file may have.
  enum Column: String, CaseIterable {
    case id, type, feature, prior
    /// The name in every language that has no column of its own.
    case name
    case italian = "it"
    case italianArticle = "it_article"
    case italianGender = "it_gender"
    case italianIn = "it_in"
    case italianFull = "it_full"
    case english = "en"
    case englishArticle = "en_article"
    case englishNumber = "en_number"
    case englishIn = "en_in"
    case englishFull = "en_full"
    case country, parent, population, coordinates, aliases, geonames, wikidata
  }

  private let file: String
  private let bytes: [UInt8]
  private let regionName: (String, String) -> String?
  private var offset = 0
  /// Where each column stands in a row; -1 where the file has none.
  private var places: [Int] = Array(repeating: -1, count: Column.allCases.count)
  private var columnCount = 0
  /// The line that was read last, counted from 1.
  private(set) var line = 0

  /// Reads the header.
  init(
    file: String, bytes: [UInt8], regionName: @escaping (_ code: String, _ language: String) -> String?
  ) throws(RuleError) {
    self.file = file
    self.bytes = bytes
    self.regionName = regionName
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let header = try nextRow() else {
      throw complaint(
        "The table has no header.", "Name the columns, separated by tabs, on the first line: id, name, ….")
    }
    columnCount = header.count
    for (place, name) in header.enumerated() {
      guard let column = Column(rawValue: name), let index = Column.allCases.firstIndex(of: column) else {
        throw complaint(
          "The column \"\(name)\" is not known.",
          "Name some of exactly these columns, separated by tabs: \(Column.allCases.map(\.rawValue).joined(separator: " "))."
        )
      }
      places[index] = place
    }
    guard places[0] >= 0 else { throw complaint("The table has no column id.", "Add one with a name for each entity.") }
  }

  /// The next entry, or nil at the end of the file.
  mutating func next() throws(RuleError) -> Entry? {
    guard let cells = try nextRow() else { return nil }
    guard cells.count == columnCount else {
      throw complaint(
        "The row has \(cells.count) of \(columnCount) cells.",
        cells.count < columnCount ? "Add tabs for the empty cells." : "Remove the tabs at its end.")
    }
    return try entry(cells)
  }

  /// The cells of the next line that is no comment and not blank.
  private mutating func nextRow() throws(RuleError) -> [String]? {
    while offset < bytes.count {
      line += 1
      let start = offset
      while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
      var row = bytes[start..<offset]
      offset += 1
      if row.last == 0x0D { row = row.dropLast() }
      if row.first == UInt8(ascii: "#") || row.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      guard row.allSatisfy({ $0 < 0x80 }) || String(validating: row, as: UTF8.self) != nil else {
        throw complaint("The line is not valid UTF-8.", "Save the file as UTF-8.")
      }
      return row.split(separator: 0x09, omittingEmptySubsequences: false).map { cell in
        var cell = cell
        while cell.first == 0x20 { cell = cell.dropFirst() }
        while cell.last == 0x20 { cell = cell.dropLast() }
        return String(decoding: cell, as: UTF8.self)
      }
    }
    return nil
  }

  private func complaint(_ message: String, _ remedy: String) -> RuleError {
    RuleError(file: file, line: line > 0 ? line : nil, message: message, remedy: remedy)
  }

  private func entry(_ cells: [String]) throws(RuleError) -> Entry {
    func cell(_ column: Column) -> String {
      let place = Column.allCases.firstIndex(of: column).map { places[$0] } ?? -1
      return place >= 0 ? cells[place] : ""
    }
    func optional(_ column: Column) -> String? { cell(column).isEmpty ? nil : cell(column) }
    let id = cell(.id)
    guard !id.isEmpty else { throw complaint("The entity has no id.", "Write one in the column id.") }
    guard id.utf8.count <= 200 else { throw complaint("The id \(id) is too long.", "Shorten it to 200 bytes.") }
    guard let type = EntityType(rawValue: optional(.type) ?? EntityType.place.rawValue) else {
      throw complaint(
        "The type \"\(cell(.type))\" of \(id) is not known.",
        "Use one of \(EntityType.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    let countries = Table.parts(of: cell(.country), separator: UInt8(ascii: ","))
    var italian = optional(.italian) ?? cell(.name)
    var english = optional(.english) ?? cell(.name)
    if type == .country, let code = countries.first {
      if italian.isEmpty { italian = regionName(code, "it") ?? "" }
      if english.isEmpty { english = regionName(code, "en") ?? "" }
    }
    guard !italian.isEmpty, !english.isEmpty else {
      throw complaint("\(id) lacks an Italian or English name.", "Fill the columns it and en, or name for both.")
    }
    guard let agreement = Agreement(rawValue: optional(.italianGender) ?? (type == .place ? "fs" : "ms")) else {
      throw complaint("The gender \"\(cell(.italianGender))\" of \(id) is not known.", "Use ms, fs, mp or fp.")
    }
    let article = cell(.italianArticle)
    var entity = Entity(
      id: id, type: type, feature: cell(.feature), prior: Int(cell(.prior)) ?? 3,
      italian: Entity.ItalianName(
        name: italian, full: optional(.italianFull), article: article == "-" ? "" : article, agreement: agreement,
        preposition: optional(.italianIn) ?? (type == .place ? "a" : "")),
      english: Entity.EnglishName(
        name: english, full: optional(.englishFull), takesArticle: cell(.englishArticle) == "the",
        isPlural: cell(.englishNumber) == "p", preposition: optional(.englishIn) ?? "in"),
      countries: countries, parent: optional(.parent), coordinates: try coordinates(cell(.coordinates)),
      wikidata: optional(.wikidata))
    entity.geonames = optional(.geonames)
    entity.population = try population(cell(.population))
    let marked = Table.parts(of: cell(.aliases), separator: UInt8(ascii: ";")).map { Alias($0) }
    return Entry(
      entity: entity,
      aliases: aliases(
        [
          (italian, .short), (english, .short), (cell(.name), .short), (cell(.italianFull), .official),
          (cell(.englishFull), .official),
        ], marked))
  }

  private func aliases(_ names: [(text: String, kind: AliasKind)], _ marked: [Alias]) -> [Alias] {
    // An alias that repeats a name with a mark says how that very name must be written.
    let names = names.filter { name in
      !name.text.isEmpty && !marked.contains { $0.text == name.text && $0.isMarked }
    }
    var aliases = names.map { Alias(name: $0.text, kind: $0.kind) } + marked
    // A short name of all capitals, such as IS or FAMA, must be written so: in lower case it is a word.
    for index in aliases.indices where aliases[index].rule == .title && Self.isShortAcronym(aliases[index].text) {
      aliases[index].rule = .exact
    }
    return aliases.filter { !$0.text.isEmpty }
  }

  private static func isShortAcronym(_ text: String) -> Bool {
    text.utf8.count <= 5 && text.utf8.allSatisfy { ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x30 && $0 <= 0x39) }
  }

  private func population(_ cell: String) throws(RuleError) -> Int? {
    guard !cell.isEmpty else { return nil }
    guard let count = Int(cell), count >= 0 else {
      throw complaint("The population \"\(cell)\" is no whole number.", "Write digits only, or leave it empty.")
    }
    return count > 0 ? count : nil
  }

  private func coordinates(_ cell: String) throws(RuleError) -> Coordinates? {
    guard !cell.isEmpty else { return nil }
    let parts = Table.parts(of: cell, separator: UInt8(ascii: ","))
    guard parts.count == 2, let longitude = Double(parts[0]), let latitude = Double(parts[1]),
      abs(longitude) <= 180, abs(latitude) <= 90, parts.allSatisfy({ Self.isJSONNumber($0) })
    else {
      throw complaint(
        "The coordinates \"\(cell)\" are not a longitude and a latitude.", "Write them as -3.31,16.74.")
    }
    return Coordinates(longitude: parts[0], latitude: parts[1])
  }

  /// Whether a number can stand in a record as it is written: `-3.31`, not `.5`, `+3`, `034`.
  private static func isJSONNumber(_ text: String) -> Bool {
    var bytes = Substring(text).utf8
    if bytes.first == UInt8(ascii: "-") { bytes = bytes.dropFirst() }
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
      && (parts[0].count == 1 || parts[0].first != UInt8(ascii: "0"))
  }
}
