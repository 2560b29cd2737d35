/// One person or group of a sanctions list.
struct ListedEntity {
  var id: String
  var isPerson: Bool
  var names: [String] = []
  /// Spellings that the list is sure of.
  var spellings: [String] = []
  var countries: [String] = []

  /// The row; nil without a name that can stand in a cell.
  func row(_ aliases: inout AliasList) throws(ImportError) -> GazetteerRow? {
    let printed = names.map { ListedName.printed($0) }
    guard let name = printed.first(where: { ListedName.isPlain($0) }) else { return nil }
    var row = GazetteerRow(
      id: id, type: isPerson ? "person" : "organization", feature: "listed", prior: 3, name: name)
    var codes: [String] = []
    for country in countries where !codes.contains(country) { codes.append(country) }
    row.country = codes.joined(separator: ",")
    try aliases.begin(names: [name])
    // One word alone names too many people.
    for spelling in (printed + spellings.map { ListedName.printed($0) }) where !isPerson || spelling.contains(" ") {
      try aliases.add(spelling)
    }
    row.aliases = aliases.texts(limit: 40, onlyLatin: false)
    return row
  }
}
