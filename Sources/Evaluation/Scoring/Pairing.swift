/// Which find belongs to which mark: those with the same ends first, then those that overlap.
struct Pairing {
  /// Marks that stand at the same place, with all the classes that they allow.
  struct Target {
    var range: Range<Int>
    var classes: [MentionClass]
    var mention: GoldDocument.Mention
  }

  /// A mark and the find that belongs to it.
  struct Pair {
    var target: Int
    var found: Int
    var isExact: Bool
    var itsClass: MentionClass
  }

  private(set) var pairs: [Pair] = []
  /// Marks without a find.
  private(set) var missed: [Int] = []
  /// Finds without a mark.
  private(set) var spurious: [Int] = []

  /// Pairs what can be paired. Finds that touch an `ignored` stretch and no mark are no mistake.
  init(targets: [Target], found: [FoundMention], ignored: [Range<Int>]) {
    var open = Set(targets.indices)
    var free: [Int] = []
    let positions = Dictionary(grouping: targets.indices) { targets[$0].range }
    for (index, mention) in found.enumerated() {
      let target = positions[mention.range]?.first { open.contains($0) && Self.share(targets[$0], mention) != nil }
      if let target, let itsClass = Self.share(targets[target], mention) {
        open.remove(target)
        pairs.append(Pair(target: target, found: index, isExact: true, itsClass: itsClass))
      } else {
        free.append(index)
      }
    }
    for index in free {
      let range = found[index].range
      let candidates = open.filter { targets[$0].range.overlaps(range) && Self.share(targets[$0], found[index]) != nil }
      let best = candidates.max { first, second in
        let overlaps = [first, second].map { targets[$0].range.clamped(to: range).count }
        return overlaps[0] == overlaps[1] ? first > second : overlaps[0] < overlaps[1]
      }
      if let best, let itsClass = Self.share(targets[best], found[index]) {
        open.remove(best)
        pairs.append(Pair(target: best, found: index, isExact: false, itsClass: itsClass))
      } else if !ignored.contains(where: { $0.overlaps(range) }) {
        spurious.append(index)
      }
    }
    missed = open.sorted { targets[$0].range.lowerBound < targets[$1].range.lowerBound }
  }

  private static func share(_ target: Target, _ mention: FoundMention) -> MentionClass? {
    mention.classes.first { target.classes.contains($0) }
  }
}
