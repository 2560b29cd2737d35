/// What the gazetteer calls the classes of Wikidata (P31).
struct WikidataClasses {
  /// A type and a feature.
  struct Kind: Sendable, Hashable {
    var type: String
    var feature: String
  }

  private var kinds: [String: Kind] = Self.usual

  /// The usual classes and those of `added`: `Q123=armed_group/militia`.
  init(added: [String]) throws(ImportError) {
    for text in added {
      let sides = text.split(separator: "=").map { String($0) }
      let kind = sides.count == 2 ? sides[1].split(separator: "/").map { String($0) } : []
      guard kind.count == 2, sides[0].first == "Q", sides[0].utf8.count > 1 else {
        throw ImportError(
          .usage, file: nil, "\"\(text)\" does not say what a class of Wikidata is.",
          "Write it as Q176799=armed_force/army.")
      }
      kinds[sides[0]] = Kind(type: kind[0], feature: kind[1])
    }
  }

  /// What something of these classes is; nil if none of them is known.
  func kind(of classes: [String]) -> Kind? { classes.lazy.compactMap { kinds[$0] }.first }

  private static let usual: [String: Kind] = {
    var kinds: [String: Kind] = [:]
    func add(_ type: String, _ feature: String, _ classes: String) {
      for item in classes.split(separator: " ") { kinds[String(item)] = Kind(type: type, feature: feature) }
    }
    add("country", "country", "Q6256 Q3624078")
    add("place", "town", "Q515 Q3957 Q1549591 Q5119 Q486972 Q1637706 Q200250 Q747074 Q15284")
    add("place", "village", "Q532 Q5084")
    add("place", "quarter", "Q123705 Q188509")
    add("place", "state", "Q35657 Q107390")
    add("place", "province", "Q34876 Q15089")
    add("place", "region", "Q82794 Q10864048 Q16110 Q5107")
    add("place", "district", "Q149621")
    add("place", "island", "Q23442 Q33837")
    add("place", "mountain", "Q8502 Q46831 Q8072")
    add("place", "river", "Q4022 Q23397")
    add("place", "sea", "Q165 Q9430 Q39594 Q37901 Q1322134")
    add("facility", "airport", "Q1248784 Q644371")
    add("facility", "base", "Q245016 Q695850")
    add("facility", "port", "Q44782 Q283202")
    add("facility", "hospital", "Q16917")
    add("facility", "prison", "Q40357")
    add("facility", "dam", "Q12323")
    add("facility", "plant", "Q159719 Q134447")
    add("facility", "mosque", "Q32815")
    add("facility", "church", "Q16970")
    add("facility", "embassy", "Q3917681")
    add("person", "", "Q5")
    add("armed_group", "", "Q17149090 Q17127659")
    add("armed_force", "army", "Q37726")
    add("armed_force", "navy", "Q4508")
    add("armed_force", "airforce", "Q61883")
    add("organization", "party", "Q7278")
    add("organization", "company", "Q4830453 Q783794 Q6881511")
    add("organization", "ngo", "Q79913 Q163740")
    add("organization", "media", "Q11032 Q192283")
    add("organization", "agency", "Q327333 Q192350 Q484652")
    add("organization", "", "Q43229")
    return kinds
  }()
}
