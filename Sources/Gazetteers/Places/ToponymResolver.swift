import DocumentModel
import Lexicons

/// Which of its homonyms a name means, and why.
public struct Resolution: Sendable, Hashable {
  /// The entity, as a position in the gazetteer; nil where nothing speaks for any.
  public var entity: Int?
  /// What spoke for it, with points; empty where the name means one thing only.
  public var reasons: [Reason: Int] = [:]
  /// The others that came near, best first, at most three.
  public var others: [Int] = []
  /// How many points it has before the first of the others.
  var lead = Int.max

  /// A reason for one homonym and against the others.
  public enum Reason: String, Sendable, CaseIterable, Comparable {
    /// How many people live there, or how known it is.
    case prominence
    /// What it lies in stands beside it: "Paris, Texas".
    case containment
    /// Other names of the report are in its country.
    case country
    /// Its region or its towns are named.
    case region
    /// A place near it is named.
    case near
    /// The same name was settled elsewhere in the report.
    case same
    /// It stands where places do, or, for a thing that a small town is called like, it does not.
    case standing

    /// In the order of their weight.
    public static func < (one: Reason, other: Reason) -> Bool {
      (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
    }
  }
}

/// Chooses between homonyms by what else the report names: a sum of points, in two passes.
///
/// First the names that what stands beside them settles ("Paris, Texas"), and those that mean one thing only; then the
/// others, by country, by region, and by how far they lie from what is settled. Whole numbers in a fixed order: the same
/// report always gets the same answer. A small town that nothing speaks for is left open: its name is rarely a town's.
public struct ToponymResolver: Sendable {
  private let gazetteer: Gazetteer

  /// Makes a resolver over a gazetteer.
  public init(_ gazetteer: Gazetteer) { self.gazetteer = gazetteer }

  /// The entity of each match, in the order of the matches.
  ///
  /// - Parameters:
  ///   - peoples: ids of countries whose people the report names, as often as it does.
  ///   - homes: the ISO codes of the countries that it speaks of where it names none.
  ///   - abstains: whether a small town that nothing speaks for is left open.
  public func resolve(
    _ matches: [GazetteerMatch], in text: [UInt8], peoples: [String] = [], homes: [String] = [], abstains: Bool = true
  ) -> [Resolution] {
    let countries = peoples.compactMap { gazetteer.position(of: $0) }
    return gazetteer.data.withBytes { bytes in
      let facts = gazetteer.sections.column(.facts, of: bytes)
      var pass = ResolutionPass(matches, text, facts)
      for country in countries { pass.count(people: PlaceFacts(facts, country).country) }
      for home in homes { pass.add(home: home) }
      return pass.run(abstains: abstains)
    }
  }
}

/// The choice for one report.
struct ResolutionPass {
  private let matches: [GazetteerMatch]
  private var facts: [Int: PlaceFacts] = [:]
  /// The match that says what each lies in, or -1.
  private var containers: [Int]
  /// The match that lies in each, or -1.
  private var contents: [Int]
  private var chosen: [Int?]
  /// Mentions by country.
  private var countries: [UInt16: Int] = [:]
  /// Towns and regions by country, but for those that the whole world knows: Washington stands in reports of everywhere,
  /// and makes no town of Maryland of Damascus.
  private var local: [UInt16: Int] = [:]
  private var homes: Set<UInt16> = []
  /// All that is named for sure, and what that belongs to.
  private var named: Set<Int> = []
  /// How many named things belong to each.
  private var parents: [Int: Int] = [:]
  /// What each set of homonyms was settled to.
  private var settled: [[Int]: Int] = [:]
  private var fixed: [PlaceFacts] = []

  init(_ matches: [GazetteerMatch], _ text: [UInt8], _ column: Column) {
    self.matches = matches
    containers = Array(repeating: -1, count: matches.count)
    contents = containers
    chosen = Array(repeating: nil, count: matches.count)
    for match in matches {
      for candidate in match.candidates where facts[candidate] == nil {
        facts[candidate] = PlaceFacts(column, candidate)
      }
    }
    for index in matches.indices.dropLast() where Self.isBeside(matches[index], matches[index + 1], text) {
      containers[index] = index + 1
      contents[index + 1] = index
    }
  }

  /// "Paris, Texas"; "Korhogo (Costa d'Avorio)"; "Homs, in Siria".
  private static func isBeside(_ one: GazetteerMatch, _ other: GazetteerMatch, _ text: [UInt8]) -> Bool {
    guard one.span.end < other.span.start, other.span.start - one.span.end <= 8, other.span.start <= text.count else {
      return false
    }
    var letters = 0
    var marks = 0
    for byte in text[one.span.end..<other.span.start] {
      switch byte {
      case 0x20: break
      case UInt8(ascii: ","), UInt8(ascii: "("): marks += 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"): letters += 1
      default: return false
      }
    }
    return marks == 1 && letters <= 4 || marks == 0 && letters > 0 && letters <= 4 && other.isWherePlacesStand
  }

  /// Notes that the report names a people of a country.
  mutating func count(people country: UInt16) { countries[country, default: 0] += 1 }

  /// A report in Italian speaks of Italy.
  mutating func add(home code: String) {
    guard code.utf8.count == 2 else { return }
    let packed = code.utf8.reversed().reduce(UInt16(0)) { $0 << 8 | UInt16($1) }
    homes.insert(packed)
    countries[packed, default: 0] += 1
    local[packed, default: 0] += 1
  }

  mutating func run(abstains: Bool) -> [Resolution] {
    // What can mean one thing only.
    for (index, match) in matches.enumerated() where match.candidates.count == 1 {
      chosen[index] = match.candidates[0]
      settle(match.candidates[0])
    }
    var resolutions = matches.map { match in
      Resolution(entity: match.candidates.count == 1 ? match.candidates[0] : nil)
    }
    let open = matches.indices.filter { matches[$0].candidates.count > 1 }
    // What stands beside settles first, then what is most prominent by far, then the rest.
    for index in open where containers[index] >= 0 || contents[index] >= 0 {
      let resolution = best(index)
      guard (resolution.reasons[.containment] ?? 0) > 0, let entity = resolution.entity else { continue }
      resolutions[index] = resolution
      choose(entity, index)
    }
    for pass in 0..<2 {
      for index in open where chosen[index] == nil {
        let resolution = best(index)
        resolutions[index] = resolution
        guard let entity = resolution.entity else { continue }
        if pass == 1 || resolution.lead >= 20 { choose(entity, index) }
      }
    }
    for index in matches.indices
    where abstains && (isUnlikely(index, resolutions[index]) || isElsewhere(index, resolutions[index])) {
      resolutions[index].entity = nil
    }
    return resolutions
  }

  private mutating func choose(_ entity: Int, _ index: Int) {
    chosen[index] = entity
    settle(entity)
    if settled[matches[index].candidates] == nil { settled[matches[index].candidates] = entity }
  }

  private mutating func settle(_ entity: Int) {
    guard named.insert(entity).inserted, let fact = facts[entity] else { return }
    if fact.parent >= 0 { parents[fact.parent, default: 0] += 1 }
    if fact.country != 0 { countries[fact.country, default: 0] += fact.type == .country ? 2 : 1 }
    guard fact.isPlace, fact.type != .country else { return }
    if fact.country != 0, fact.prior < 8 { local[fact.country, default: 0] += 1 }
    if fact.point != nil, fixed.count < 64 { fixed.append(fact) }
  }

  private func best(_ index: Int) -> Resolution {
    var scored: [(sum: Int, position: Int, reasons: [Resolution.Reason: Int])] = []
    for (position, entity) in matches[index].candidates.enumerated() {
      let reasons = points(entity, index)
      scored.append((reasons.values.reduce(0, +), position, reasons))
    }
    scored.sort { one, other in one.sum != other.sum ? one.sum > other.sum : one.position < other.position }
    let order = scored.map { matches[index].candidates[$0.position] }
    var resolution = Resolution(
      entity: order.first, reasons: scored.first?.reasons ?? [:], others: Array(order.dropFirst().prefix(3)))
    if scored.count > 1 { resolution.lead = scored[0].sum - scored[1].sum }
    return resolution
  }

  // MARK: - Points

  private func points(_ entity: Int, _ index: Int) -> [Resolution.Reason: Int] {
    guard let fact = facts[entity] else { return [:] }
    var points = [Resolution.Reason.prominence: Self.prominence(fact)]
    if containers[index] >= 0, lies(fact, entity, inAnyOf: matches[containers[index]].candidates) {
      points[.containment] = 60
    }
    if contents[index] >= 0,
      matches[contents[index]].candidates.contains(where: { inner in
        facts[inner].map { lies($0, inner, inAnyOf: [entity]) } ?? false
      })
    {
      points[.containment] = 60
    }
    let isSmall = fact.isImported && fact.prior < 6
    if let mentions = (isSmall ? local : countries)[fact.country], fact.country != 0 {
      points[.country] = min(mentions, 4) * 7
    }
    if fact.parent >= 0, named.contains(fact.parent) {
      points[.region] = 20
    } else if parents[entity] != nil || (parents[fact.parent] ?? 0) > (named.contains(entity) ? 1 : 0) {
      // A town speaks for its region, but not for itself.
      points[.region] = 10
    }
    if let distance = nearest(fact, isSmall ? 8 : 10), distance <= 250 { points[.near] = distance <= 100 ? 18 : 9 }
    if settled[matches[index].candidates] == entity { points[.same] = 40 }
    if isSmall || !fact.isPlace, isTownAmongThings(index), matches[index].isWherePlacesStand == fact.isPlace {
      points[.standing] = 20
    }
    return points
  }

  /// "Brookings said": the institution, though a town of South Dakota bears the name.
  private func isTownAmongThings(_ index: Int) -> Bool {
    let known = matches[index].candidates.compactMap { facts[$0] }
    return known.contains { !$0.isPlace } && known.contains { $0.isPlace && $0.isImported && $0.prior < 6 }
  }

  /// Twice the number of binary digits of its people; what has no count is as known as its entry says.
  private static func prominence(_ fact: PlaceFacts) -> Int {
    let known = fact.prior * 6 + (fact.type == .country ? 12 : 4)
    guard fact.population > 0 else { return known }
    return max(2 * (Int.bitWidth - fact.population.leadingZeroBitCount), fact.isImported ? 0 : fact.prior * 5)
  }

  private func lies(_ fact: PlaceFacts, _ entity: Int, inAnyOf outer: [Int]) -> Bool {
    outer.contains { candidate in
      guard candidate != entity, let around = facts[candidate], around.isPlace else { return false }
      if fact.parent == candidate { return true }
      if around.type == .country { return fact.country == around.country && fact.type != .country }
      // A town whose region no table gives: near the middle of it, in the same country.
      guard fact.parent < 0, fact.country == around.country, let distance = fact.distance(to: around) else {
        return false
      }
      return distance < 300 && around.population == 0
    }
  }

  /// How far the nearest place lies that is settled and less known than `prior`.
  private func nearest(_ fact: PlaceFacts, _ prior: Int) -> Int? {
    fixed.lazy.filter { $0.prior < prior }.compactMap { fact.distance(to: $0) }.min()
  }

  /// "Cairo, Illinois": what stands beside says that it is none of the places that the gazetteer knows by this name. Not so
  /// where the comma makes a list: "a Damasco, Libano e Iraq".
  private func isElsewhere(_ index: Int, _ resolution: Resolution) -> Bool {
    guard let entity = resolution.entity, let fact = facts[entity], fact.type == .place, containers[index] >= 0,
      let around = chosen[containers[index]].flatMap({ facts[$0] }), around.isPlace, around.population == 0,
      around.type == .country || around.type == .place && !around.isImported && around.parent < 0,
      around.country != 0
    else { return false }
    let outer = matches[containers[index]].candidates
    guard
      !matches[index].candidates.contains(where: { inner in
        facts[inner].map { lies($0, inner, inAnyOf: outer) } ?? false
      })
    else { return false }
    // A region of the same country may be one that no table ties to the town.
    guard fact.country != around.country else { return false }
    return !isListed(containers[index])
  }

  /// Whether more names follow a name in a list.
  private func isListed(_ index: Int) -> Bool {
    let next = index + 1
    guard next < matches.count else { return false }
    let gap = matches[next].span.start - matches[index].span.end
    return gap >= 0 && gap <= 5 && containers[index] < 0
  }

  /// A small town, and nothing in the report speaks for it.
  private func isUnlikely(_ index: Int, _ resolution: Resolution) -> Bool {
    guard let entity = resolution.entity, let fact = facts[entity], fact.type == .place, fact.prior < 6,
      fact.isImported
    else { return false }
    let spoken = points(entity, index)
    guard spoken[.containment] == nil, spoken[.region] == nil, (countries[fact.country] ?? 0) <= 1 else { return false }
    // "a Novi": in a report in Italian it is no town of Michigan, whatever stands before it.
    if !homes.isEmpty, !homes.contains(fact.country) { return true }
    // Namesakes and nothing to tell them apart.
    if matches[index].candidates.count > 1 { return true }
    return !matches[index].isWherePlacesStand
      || countries.contains { country, mentions in country != fact.country && mentions > 0 }
  }
}
