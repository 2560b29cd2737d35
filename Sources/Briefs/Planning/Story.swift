import DocumentModel
import Events

/// One happening, however many times the report tells it: the fullest telling, completed from the others.
struct Story {
  /// The frame as it will be told.
  var frame: Frame
  /// The frames of all tellings, as positions.
  var members: [Int]
  /// The sentences of all tellings, in order.
  var sentences: [Int]
  /// How much it weighs in the choice of the lead.
  var weight: Int

  /// The stories of a document, in the order in which the body tells them.
  static func stories(of scene: Scene) -> [Story] {
    let frames = scene.frames
    var groups: [Int: [Int]] = [:]
    var order: [Int] = []
    for index in frames.indices {
      let root = frames[index].links.first { $0.kind == .sameAs }?.frame ?? index
      if groups[root] == nil { order.append(root) }
      groups[root, default: []].append(index)
    }
    return order.compactMap { root in
      groups[root].map { story($0, scene) }
    }
  }

  private static func story(_ members: [Int], _ scene: Scene) -> Story {
    let frames = scene.frames
    var best = members[0]
    for member in members where fullness(frames[member], scene) > fullness(frames[best], scene) { best = member }
    var frame = frames[best]
    for member in members where member != best {
      let other = frames[member]
      if frame.actors.isEmpty { frame.actors = other.actors }
      if frame.targets.isEmpty { frame.targets = other.targets }
      if frame.place == nil { frame.place = other.place }
      if frame.time == nil { frame.time = other.time }
      if frame.instruments.isEmpty { frame.instruments = other.instruments }
      for people in other.casualties where !frame.casualties.contains(where: { $0.isSame(as: people) }) {
        frame.casualties.append(people)
      }
      // "morti" says nothing that "diversi morti" does not.
      let counted = Set(frame.casualties.filter { $0.figure != nil }.map(\.effect))
      frame.casualties.removeAll { $0.figure == nil && $0.who == nil && counted.contains($0.effect) }
      for link in other.links where link.kind != .sameAs && !members.contains(link.frame) {
        if !frame.links.contains(where: { $0.kind == link.kind && $0.frame == link.frame }) { frame.links.append(link) }
      }
    }
    let concept = scene.concept(frame)
    var weight = concept.weight * 10
    if frame.status != .accomplished && frame.status != .ongoing { weight -= 25 }
    if frame.certainty != .asserted { weight -= 3 }
    if frame.polarity == .negative { weight -= 20 }
    weight += min(fullness(frame, scene), 20)
    return Story(
      frame: frame, members: members, sentences: members.map { frames[$0].sentence.offset }.unique, weight: weight)
  }

  /// How much a telling says; the body counts for more than a headline.
  private static func fullness(_ frame: Frame, _ scene: Scene) -> Int {
    var score = frame.actors.count * 3 + frame.targets.count * 3 + frame.casualties.count
    if frame.place != nil { score += 3 }
    if frame.time != nil { score += 1 }
    if !frame.isNominal { score += 1 }
    if scene.material.sentences[frame.sentence].kind == .body { score += 8 }
    return score
  }
}

extension CountedPeople {
  /// Whether another count says the same of the same people.
  func isSame(as other: CountedPeople) -> Bool {
    effect == other.effect && figure?.minimum == other.figure?.minimum && figure?.maximum == other.figure?.maximum
      && figure?.kind == other.figure?.kind
  }
}

extension Array where Element: Hashable & Comparable {
  /// The elements once each, in order.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }.sorted()
  }
}
