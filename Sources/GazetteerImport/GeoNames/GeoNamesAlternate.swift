/// A line of `alternateNamesV2.txt`: a name of a place in a language.
struct GeoNamesAlternate {
  /// What the name is for.
  enum Use: UInt8 {
    case spelling
    case italian
    case preferredItalian
    case english
    case preferredEnglish
    case wikidata
  }

  let place: UInt64
  let use: Use
  let name: Bytes

  /// Codes that GeoNames keeps among the languages.
  private static let codes: Set<String> = [
    "post", "link", "iata", "icao", "faac", "unlc", "tcid", "abbr", "phon", "piny", "fr_1793",
  ]

  /// Reads a line that `cells` has cut; nil for codes, for names of the past and for colloquial ones.
  init?(_ cells: Cells, file: String, line: Int) throws(ImportError) {
    guard cells.count >= 8, let place = cells[1].natural else {
      throw ImportError(
        file: file, line: line, column: cells.column(1), "An alternate name has no place or too few columns.",
        "Use alternateNamesV2.txt as GeoNames gives it, unpacked.")
    }
    let language = cells[2].text ?? ""
    guard !Self.codes.contains(language), cells[6].isEmpty, cells[7].isEmpty, cells[3].isText else { return nil }
    self.place = place
    name = cells[3].trimmed
    let isPreferred = !cells[4].isEmpty
    switch language {
    case "wkdt": use = .wikidata
    case "it": use = isPreferred ? .preferredItalian : .italian
    case "en": use = isPreferred ? .preferredEnglish : .english
    default: use = .spelling
    }
  }
}
