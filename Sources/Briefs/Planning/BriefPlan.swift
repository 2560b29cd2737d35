import DocumentModel
import Events

/// What a brief tells and in which order, the same for both languages.
struct BriefPlan {
  /// One clause to be worded.
  struct Item {
    var story: Story
    /// Further stories told with the same verb group: "ha attaccato e conquistato".
    var sharing: [Story]
    var role: ClauseRole
    /// The event that this one answers.
    var answers: Int?
  }

  /// The clauses, in reading order; the first is the lead.
  private(set) var items: [Item] = []
  /// What the report holds to be so, in order: frames as positions.
  private(set) var assessments: [Int] = []
  /// The story of the headline, as a position among the items.
  private(set) var headline: Int?
  /// The sentences that say most.
  private(set) var keySentences: [Int] = []

  private static let mostAssessments = 8
  /// A main sentence has at least this many bytes: "MODENA." says nothing.
  private static let shortestMain = 25

  init(_ scene: Scene) {
    let stories = scene.stories
    let within = toldWithin(stories, scene)
    var main: [Story] = []
    for (index, story) in stories.enumerated() where !within.contains(index) && isTold(story, scene) {
      main.append(story)
    }
    main.sort { first($0, scene) < first($1, scene) }
    gather(main, scene)
    headline = items.indices.max { left, right in
      items[left].story.weight != items[right].story.weight
        ? items[left].story.weight < items[right].story.weight : left > right
    }
    chooseRoles(scene)
    assessments = judgements(scene)
    chooseKeySentences(scene)
  }

  /// Stories that another one tells within its own clause: what it answers, follows or aims at.
  private func toldWithin(_ stories: [Story], _ scene: Scene) -> Set<Int> {
    var within: Set<Int> = []
    for (index, story) in stories.enumerated() where isTold(story, scene) {
      for link in story.frame.links where link.kind != .sameAs {
        guard let other = stories.firstIndex(where: { $0.members.contains(link.frame) }), other != index else {
          continue
        }
        // Only what can be said with a noun fits into another clause.
        let concept = scene.concept(scene.frames[link.frame])
        let hasNoun = scene.phrasebook.italian[concept.id].map { !$0.noun.singular.isEmpty } ?? false
        if hasNoun || link.kind == .purpose { within.insert(other) }
      }
    }
    return within
  }

  private func isTold(_ story: Story, _ scene: Scene) -> Bool {
    let frame = story.frame
    if frame.describes != nil { return false }
    let concept = scene.concept(frame)
    if concept.isStatement { return concept.id == Scene.noComment }
    switch frame.status {
    case .hypothetical, .historical: return false
    case .plannedThreatened: return frame.modal != nil || frame.control != nil || !frame.isNominal && frame.isFinite
    default: return true
    }
  }

  private func first(_ story: Story, _ scene: Scene) -> Int {
    let body = story.sentences.first {
      scene.material.sentences[$0].kind != .title && scene.material.sentences[$0].kind != .subhead
    }
    return (body ?? story.sentences.first ?? 0) * 1000 + min(story.members.min() ?? 0, 999)
  }

  /// Puts stories together that share a verb group.
  private mutating func gather(_ main: [Story], _ scene: Scene) {
    let italian = Italian(scene: scene)
    var index = 0
    while index < main.count {
      let story = main[index]
      var sharing: [Story] = []
      while index + 1 < main.count, shares(story.frame, main[index + 1].frame, scene, italian) {
        sharing.append(main[index + 1])
        index += 1
      }
      let answers = ([story] + sharing).lazy.compactMap { $0.frame.links.first { $0.kind == .responseTo }?.frame }.first
      items.append(Item(story: story, sharing: sharing, role: .item, answers: answers))
      index += 1
    }
  }

  private func shares(_ first: Frame, _ second: Frame, _ scene: Scene, _ italian: Italian) -> Bool {
    first.sentence == second.sentence && !first.isNominal && !second.isNominal && !first.actors.isEmpty
      && first.actors == second.actors && first.targets == second.targets && !first.targets.isEmpty
      && first.polarity == .positive && second.polarity == .positive && first.status == .accomplished
      && second.status == .accomplished && first.modal == nil && second.modal == nil && first.control == nil
      && second.control == nil && first.certainty != .reported && second.certainty != .reported
      && italian.canCoordinate(first, second)
  }

  /// The lead, then items; what surrounds the news is context.
  private mutating func chooseRoles(_ scene: Scene) {
    guard let headline else { return }
    items[headline].role = .lead
    for index in items.indices where index != headline {
      let frame = items[index].story.frame
      let concept = scene.concept(frame)
      let isSurrounding = frame.status == .ongoing && frame.isNominal && frame.isPlural || concept.id == "operation"
      if isSurrounding && items[index].story.frame.sentence > items[headline].story.frame.sentence {
        items[index].role = .context
      }
    }
    let lead = items.remove(at: headline)
    items.insert(lead, at: 0)
    self.headline = 0
    let context = items.filter { $0.role == .context }
    items.removeAll { $0.role == .context }
    items += context
  }

  private func judgements(_ scene: Scene) -> [Int] {
    var found: [Int] = []
    var sentences: Set<Int> = []
    for (index, frame) in scene.frames.enumerated() where scene.concept(frame).isStatement {
      guard scene.concept(frame).id != Scene.noComment, scene.material.sentences[frame.sentence].kind == .body,
        sentences.insert(frame.sentence).inserted
      else { continue }
      found.append(index)
    }
    return Array(found.prefix(Self.mostAssessments))
  }

  private mutating func chooseKeySentences(_ scene: Scene) {
    let ranked = items.sorted { $0.story.weight > $1.story.weight }.map(\.story.frame.sentence)
    keySentences = Array(ranked.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }.prefix(3)).sorted()
    if keySentences.isEmpty,
      let body = scene.material.sentences.indices.first(where: {
        scene.material.sentences[$0].kind == .body && scene.material.sentences[$0].span.count >= Self.shortestMain
      }) ?? scene.material.sentences.indices.first
    {
      keySentences = [body]
    }
  }
}
