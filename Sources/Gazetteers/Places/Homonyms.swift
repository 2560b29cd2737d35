import DocumentModel

/// Chooses between homonyms by what else the document names.
///
/// A candidate gains from its own prominence, from other mentions in its countries, and from its province or its towns
/// being named too. Whole numbers and a fixed order: the same document always gets the same answer.
public struct HomonymResolver: Sendable {
  private static let perMention = 12
  private static let perParent = 25
  private static let perPrior = 4

  private let gazetteer: Gazetteer

  /// Makes a resolver over a gazetteer.
  public init(_ gazetteer: Gazetteer) { self.gazetteer = gazetteer }

  /// The entity of each match, as a position in the gazetteer, in the order of the matches.
  public func resolve(_ matches: [GazetteerMatch]) -> [Int] {
    guard matches.contains(where: { $0.candidates.count > 1 }) else { return matches.map { $0.candidates[0] } }
    var countries: [String: Int] = [:]
    var named: Set<String> = []
    var parents: Set<String> = []
    for match in matches where match.candidates.count == 1 {
      let entity = gazetteer[match.candidates[0]]
      named.insert(entity.id)
      if let parent = entity.parent { parents.insert(parent) }
      // A group that is at home in many countries says little about each.
      for code in entity.countries.prefix(3) { countries[code, default: 0] += entity.type == .country ? 2 : 1 }
    }
    return matches.map { match in
      guard match.candidates.count > 1 else { return match.candidates[0] }
      var best = match.candidates[0]
      var bestScore = Int.min
      for candidate in match.candidates {
        let entity = gazetteer[candidate]
        var score = entity.prior * Self.perPrior
        if let code = entity.countries.first { score += min(countries[code] ?? 0, 5) * Self.perMention }
        if let parent = entity.parent, named.contains(parent) { score += Self.perParent }
        if parents.contains(entity.id) { score += Self.perParent }
        if score > bestScore {
          best = candidate
          bestScore = score
        }
      }
      return best
    }
  }
}
