/// What is kept of one entity of Wikidata.
struct WikidataEntity {
  var id = ""
  var labels: [String: String] = [:]
  var aliases: [String] = []
  /// P31, what it is.
  var classes: [String] = []
  /// P17.
  var countries: [String] = []
  /// P131.
  var parents: [String] = []
  /// P297, for a country.
  var code: String?
  /// P625.
  var degrees: (longitude: Double, latitude: Double)?
  /// P1082.
  var population: UInt64?
  /// P1566.
  var geonames: String?
  /// How many wikis have a page on it.
  var pageCount = 0

  /// The languages whose names are kept.
  static let languages: Set<String> = [
    "it", "en", "ar", "fa", "he", "ru", "uk", "fr", "de", "es", "pt", "tr", "el", "zh", "ur", "ps", "ku", "so", "sw",
    "ha",
    "mul",
  ]

  /// Reads an entity.
  init(_ bytes: Bytes) throws(JSONScanner.Malformed) {
    var scanner = JSONScanner(bytes)
    try scanner.object { (key, scanner) throws(JSONScanner.Malformed) in
      switch key {
      case "id": id = try scanner.string()
      case "labels":
        try scanner.object { (language, scanner) throws(JSONScanner.Malformed) in
          guard Self.languages.contains(language) else { return try scanner.skip() }
          labels[language] = try Self.value(&scanner)
        }
      case "aliases":
        try scanner.object { (language, scanner) throws(JSONScanner.Malformed) in
          guard Self.languages.contains(language) else { return try scanner.skip() }
          try scanner.array { (scanner) throws(JSONScanner.Malformed) in aliases.append(try Self.value(&scanner)) }
        }
      case "claims":
        try scanner.object { (property, scanner) throws(JSONScanner.Malformed) in
          try readClaims(property, &scanner)
        }
      case "sitelinks":
        try scanner.object { (_, scanner) throws(JSONScanner.Malformed) in
          pageCount += 1
          try scanner.skip()
        }
      default: try scanner.skip()
      }
    }
  }

  /// The `value` of an object.
  private static func value(_ scanner: inout JSONScanner) throws(JSONScanner.Malformed) -> String {
    var value = ""
    try scanner.object { (key, scanner) throws(JSONScanner.Malformed) in
      if key == "value" { value = try scanner.string() } else { try scanner.skip() }
    }
    return value
  }

  private mutating func readClaims(
    _ property: String, _ scanner: inout JSONScanner
  ) throws(JSONScanner.Malformed) {
    guard ["P31", "P17", "P131", "P297", "P625", "P1082", "P1566"].contains(property) else { return try scanner.skip() }
    var claims: [WikidataClaim] = []
    try scanner.array { (scanner) throws(JSONScanner.Malformed) in claims.append(try WikidataClaim(&scanner)) }
    let valid = claims.filter { $0.rank != "deprecated" }
    // A preferred one goes before all others: the present country before that of the past.
    let preferred = valid.filter { $0.rank == "preferred" }
    let best = preferred.isEmpty ? valid : preferred
    switch property {
    case "P31": classes = valid.compactMap(\.item)
    case "P17": countries = best.compactMap(\.item)
    case "P131": parents = best.compactMap(\.item)
    case "P297": code = best.compactMap(\.text).first
    case "P625": degrees = best.compactMap(\.degrees).first
    case "P1082": population = best.compactMap(\.amount).last
    default: geonames = best.compactMap(\.text).first
    }
  }
}

/// One claim: its rank and the value of its main snak.
struct WikidataClaim {
  var rank = ""
  var item: String?
  var text: String?
  var degrees: (longitude: Double, latitude: Double)?
  var amount: UInt64?

  init(_ scanner: inout JSONScanner) throws(JSONScanner.Malformed) {
    try scanner.object { (key, scanner) throws(JSONScanner.Malformed) in
      switch key {
      case "rank": rank = try scanner.string()
      case "mainsnak":
        try scanner.object { (key, scanner) throws(JSONScanner.Malformed) in
          guard key == "datavalue" else { return try scanner.skip() }
          try scanner.object { (key, scanner) throws(JSONScanner.Malformed) in
            if key == "value" { try readValue(&scanner) } else { try scanner.skip() }
          }
        }
      default: try scanner.skip()
      }
    }
  }

  private mutating func readValue(_ scanner: inout JSONScanner) throws(JSONScanner.Malformed) {
    switch try scanner.peek() {
    case 0x22: text = try scanner.string()
    case UInt8(ascii: "{"):
      var longitude: Double?
      var latitude: Double?
      try scanner.object { (key, scanner) throws(JSONScanner.Malformed) in
        switch key {
        case "id": item = try scanner.string()
        case "numeric-id":
          let number = try scanner.number()
          item = item ?? Int(exactly: number).map { "Q\($0)" }
        case "longitude": longitude = try scanner.number()
        case "latitude": latitude = try scanner.number()
        case "amount": amount = UInt64(try scanner.string().drop { $0 == "+" })
        default: try scanner.skip()
        }
      }
      if let longitude, let latitude { degrees = (longitude, latitude) }
    default: try scanner.skip()
    }
  }
}
