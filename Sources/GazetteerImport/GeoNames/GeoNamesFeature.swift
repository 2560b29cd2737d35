/// What the gazetteer calls the things that GeoNames has a feature code for.
struct GeoNamesFeature: Sendable, Hashable {
  /// A type of the gazetteer.
  var type: String
  /// A feature of that type.
  var feature: String
  /// The least prominence, whatever the number of inhabitants.
  var prior = 1

  /// What a feature class and code stand for in a country; nil for what the gazetteer has no name for (hotels, bus
  /// stops), and for what is no more (`PPLQ`, `PPLH`).
  static func of(featureClass: Bytes, code: Bytes, country: Bytes) -> GeoNamesFeature? {
    guard let letter = featureClass.first, let code = code.text else { return nil }
    switch letter {
    case UInt8(ascii: "P"): return populated[code] ?? (code.hasPrefix("PPL") ? town : nil)
    case UInt8(ascii: "A"):
      guard code == "ADM1" else { return divisions[code] }
      return GeoNamesFeature(type: "place", feature: firstDivision(of: country.text ?? ""), prior: 4)
    default: return others[code]
    }
  }

  /// What the first division of a country is called: `province`, `state` or `region`.
  static func firstDivision(of country: String) -> String {
    if states.contains(country) { return "state" }
    return provinces.contains(country) ? "province" : "region"
  }

  private static let town = GeoNamesFeature(type: "place", feature: "town")

  private static let populated: [String: GeoNamesFeature?] = [
    "PPLC": GeoNamesFeature(type: "place", feature: "town", prior: 7),
    "PPLG": GeoNamesFeature(type: "place", feature: "town", prior: 6),
    "PPLA": GeoNamesFeature(type: "place", feature: "town", prior: 3),
    "PPLF": GeoNamesFeature(type: "place", feature: "village"),
    "PPLL": GeoNamesFeature(type: "place", feature: "village"),
    "PPLX": GeoNamesFeature(type: "place", feature: "quarter"),
    "PPLQ": nil, "PPLH": nil, "PPLCH": nil, "PPLW": nil,
    "STLMT": GeoNamesFeature(type: "place", feature: "village"),
  ]

  private static let divisions: [String: GeoNamesFeature] = [
    "ADM2": GeoNamesFeature(type: "place", feature: "province", prior: 2),
    "ADM3": GeoNamesFeature(type: "place", feature: "district"),
    "ADM4": GeoNamesFeature(type: "place", feature: "district"),
    "ADMD": GeoNamesFeature(type: "place", feature: "district"),
    "PCLI": GeoNamesFeature(type: "country", feature: "country", prior: 7),
    "PCLS": GeoNamesFeature(type: "country", feature: "country", prior: 5),
    "PCLD": GeoNamesFeature(type: "country", feature: "country", prior: 5),
    "PCLF": GeoNamesFeature(type: "country", feature: "country", prior: 5),
    "TERR": GeoNamesFeature(type: "place", feature: "region", prior: 4),
  ]

  private static let others: [String: GeoNamesFeature] = {
    var known: [String: GeoNamesFeature] = [:]
    func add(_ type: String, _ feature: String, _ prior: Int, _ codes: String) {
      for code in codes.split(separator: " ") {
        known[String(code)] = GeoNamesFeature(type: type, feature: feature, prior: prior)
      }
    }
    add("place", "island", 3, "ISL ISLS ISLF ATOL")
    add("place", "mountain", 3, "MT MTS PK PKS HLL HLLS VLC PASS PLAT")
    add("place", "river", 3, "STM STMI STMS CNL WAD LK LKS RSV")
    add("place", "sea", 6, "SEA OCN")
    add("place", "sea", 4, "GULF STRT BAY CHN SD")
    add("place", "region", 4, "CONT RGN PEN DSRT VAL CST DLTA")
    add("place", "border", 3, "BDLN LNDF")
    add("facility", "airport", 4, "AIRP")
    add("facility", "airport", 2, "AIRF AIRH AIRQ")
    add("facility", "base", 4, "AIRB MILB NVB")
    add("facility", "base", 3, "INSM FT PSTM")
    add("facility", "camp", 3, "CMP CMPRF CMPMN")
    add("facility", "port", 3, "PRT HBR MAR")
    add("facility", "crossing", 3, "PSTB PSTC BDG")
    add("facility", "dam", 3, "DAM")
    add("facility", "plant", 3, "PS PSN PSH OILR OILP GASF OILF REFY MFG")
    add("facility", "hospital", 2, "HSP HSPC")
    add("facility", "prison", 3, "PRN")
    add("facility", "mosque", 2, "MSQE")
    add("facility", "church", 2, "CH MSTY CTRR")
    add("facility", "embassy", 3, "DIP")
    add("facility", "site", 2, "UNIV STDM PAL RSTN MNMT RUIN SHRN MN")
    return known
  }()

  private static let states: Set<String> = [
    "AT", "AU", "BR", "DE", "FM", "IN", "MM", "MX", "MY", "NG", "PW", "SD", "SS", "US", "VE",
  ]

  private static let provinces: Set<String> = [
    "AF", "AO", "AR", "AZ", "BE", "BF", "BG", "BI", "BO", "CA", "CD", "CL", "CN", "CR", "CU", "DO", "DZ", "EC", "EG",
    "ES", "GA", "GQ", "ID", "IE", "IQ", "IR", "JO", "KE", "KG", "KH", "KP", "KR", "LA", "LK", "LR", "MG", "MN", "MZ",
    "NL", "NP", "OM", "PA", "PG", "PH", "PK", "RW", "SA", "SB", "SY", "TH", "TJ", "TR", "VN", "VU", "YE", "ZA", "ZM",
    "ZW",
  ]
}
