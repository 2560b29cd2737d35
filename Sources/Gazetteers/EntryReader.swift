import DocumentModel
import Lexicons

/// One entry of a gazetteer file: the entity and its ways of being written.
struct Entry {
  var entity: Entity
  var aliases: [Alias]
}

/// Reads gazetteer files: tab-separated, with a header, one entity a line.
enum EntryReader {
  /// The columns, in order.
  static let columns = [
    "id", "type", "feature", "prior", "it", "it_article", "it_gender", "it_in", "it_full", "en", "en_article",
    "en_number", "en_in", "en_full", "country", "parent", "coordinates", "aliases", "wikidata",
  ]

  /// The entries of a file. A country without a name of its own takes the one that `regionName` gives for its code.
  static func entries(
    file: String, bytes: [UInt8], regionName: (_ code: String, _ language: String) -> String?
  ) throws(RuleError) -> [Entry] {
    let table = try Table(file: file, bytes: bytes, columns: columns)
    var entries: [Entry] = []
    entries.reserveCapacity(table.rows.count)
    for row in table.rows { entries.append(try entry(row, file: file, regionName: regionName)) }
    return entries
  }

  private static func entry(
    _ row: Table.Row, file: String, regionName: (String, String) -> String?
  ) throws(RuleError) -> Entry {
    func complaint(_ message: String, _ remedy: String) -> RuleError {
      RuleError(file: file, line: row.line, message: message, remedy: remedy)
    }
    let id = row[0]
    guard !id.isEmpty else { throw complaint("The entity has no id.", "Write one in the first column.") }
    guard let type = EntityType(rawValue: row[1]) else {
      throw complaint(
        "The type \"\(row[1])\" of \(id) is not known.",
        "Use one of \(EntityType.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    let countries = row.list(14, separator: ",")
    var italian = row[4]
    var english = row[9]
    if type == .country, let code = countries.first {
      if italian.isEmpty { italian = regionName(code, "it") ?? "" }
      if english.isEmpty { english = regionName(code, "en") ?? "" }
    }
    guard !italian.isEmpty, !english.isEmpty else {
      throw complaint("\(id) lacks an Italian or English name.", "Fill the columns it and en.")
    }
    guard let agreement = Agreement(rawValue: row[6].isEmpty ? "ms" : row[6]) else {
      throw complaint("The gender \"\(row[6])\" of \(id) is not known.", "Use ms, fs, mp or fp.")
    }
    let entity = Entity(
      id: id, type: type, feature: row[2], prior: Int(row[3]) ?? 3,
      italian: Entity.ItalianName(
        name: italian, full: row[8].isEmpty ? nil : row[8], article: row[5] == "-" ? "" : row[5],
        agreement: agreement, preposition: row[7]),
      english: Entity.EnglishName(
        name: english, full: row[13].isEmpty ? nil : row[13], takesArticle: row[10] == "the",
        isPlural: row[11] == "p", preposition: row[12].isEmpty ? "in" : row[12]),
      countries: countries, parent: row[15].isEmpty ? nil : row[15],
      coordinates: try coordinates(row[16], complaint), wikidata: row[18].isEmpty ? nil : row[18])
    let marked = row.list(17).map { Alias($0) }
    // An alias that repeats a name with a mark says how that very name must be written.
    let names = [italian, english, row[8], row[13]].filter { name in
      !name.isEmpty && !marked.contains { $0.text == name && $0.isMarked }
    }
    var aliases = names.map { Alias(name: $0) } + marked
    // A short name of all capitals, such as IS or FAMA, must be written so: in lower case it is a word.
    for index in aliases.indices where aliases[index].rule == .title && isShortAcronym(aliases[index].text) {
      aliases[index].rule = .exact
    }
    return Entry(entity: entity, aliases: aliases.filter { !$0.text.isEmpty })
  }

  private static func isShortAcronym(_ text: String) -> Bool {
    text.utf8.count <= 5 && text.utf8.allSatisfy { ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x30 && $0 <= 0x39) }
  }

  private static func coordinates(
    _ cell: String, _ complaint: (String, String) -> RuleError
  ) throws(RuleError) -> Coordinates? {
    guard !cell.isEmpty else { return nil }
    let parts = Table.parts(of: cell, separator: UInt8(ascii: ","))
    guard parts.count == 2, let longitude = Double(parts[0]), let latitude = Double(parts[1]),
      abs(longitude) <= 180, abs(latitude) <= 90, parts.allSatisfy({ isJSONNumber($0) })
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
