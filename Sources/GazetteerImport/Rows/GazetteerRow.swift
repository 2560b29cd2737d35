/// One entity as an import gives it; an empty cell says that nothing is known.
struct GazetteerRow {
  /// The header of the table that rows make.
  static let columns = [
    "id", "type", "feature", "prior", "name", "it", "it_in", "en", "country", "parent", "population", "coordinates",
    "aliases", "geonames", "wikidata",
  ]

  var id: String
  var type: String
  var feature: String
  var prior: Int
  /// As maps and lists write it; stands for the Italian and the English name where those are empty.
  var name: String
  var italian = ""
  var italianIn = ""
  var english = ""
  var country = ""
  var parent = ""
  var population: UInt64?
  var coordinates = ""
  var aliases: [String] = []
  var geonames = ""
  var wikidata = ""

  /// Empties the Italian and the English name where they are the name itself.
  mutating func dropRepeatedNames() {
    if italian == name { italian = "" }
    if english == name { english = "" }
  }

  /// Appends the row and the end of its line.
  func append(to bytes: inout [UInt8]) {
    let cells = [
      id, type, feature, String(prior), name, italian, italianIn, english, country, parent,
      population.map { String($0) } ?? "", coordinates, aliases.joined(separator: ";"), geonames, wikidata,
    ]
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x09) }
      bytes += cell.utf8
    }
    bytes.append(0x0A)
  }
}

/// How prominent a thing is for its number of inhabitants, from 1 to 8; 9 is for what an editor knows.
enum Prior {
  private static let steps: [UInt64] = [1000, 15_000, 50_000, 100_000, 300_000, 1_000_000, 5_000_000]

  /// The prominence of a place with so many inhabitants.
  static func of(population: UInt64) -> Int { 1 + steps.count { population >= $0 } }
}

/// Degrees as a record writes them.
enum Degrees {
  /// `longitude,latitude` with two decimals, as numbers of JSON; nil if one of them is out of range.
  static func cell(longitude: Double, latitude: Double) -> String? {
    guard abs(longitude) <= 180, abs(latitude) <= 90 else { return nil }
    return text(longitude) + "," + text(latitude)
  }

  private static func text(_ degrees: Double) -> String {
    let hundredths = Int((abs(degrees) * 100).rounded())
    let sign = degrees < 0 && hundredths > 0 ? "-" : ""
    let rest = hundredths % 100
    return "\(sign)\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
