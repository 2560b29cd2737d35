/// Which sentences stand or fall together.
struct SentenceGroups {
  private let scene: Scene
  private let body: ReportBody
  private let worth: SentenceWorth
  private let antecedents: Antecedents
  private var traits: [SentenceTraits] { body.traits }

  /// How many sentences back one may lean.
  static let longestChain = 3
  /// How many sentences one may be told with that it cannot stand without.
  private static let largestGroup = 6
  /// What takes a part of another sentence back goes with it up to this length.
  private static let longestTakingBack = 45

  init(_ scene: Scene, _ body: ReportBody, _ worth: SentenceWorth) {
    self.scene = scene
    self.body = body
    self.worth = worth
    antecedents = Antecedents(scene, body)
  }

  /// A sentence with all that it cannot stand without, in the order of the text, what was told left out; a failure if
  /// some of it is not to be had.
  func whole(of index: Int, _ told: Told) throws(LeftOut) -> [Int] {
    var group = group(of: index, told.sentences)
    if group.isEmpty { throw .leans }
    var next = 0
    while next < group.count {
      for needed in antecedents.needed(by: group[next], told, with: group) {
        let added = self.group(of: needed, told.sentences)
        guard !added.isEmpty else { throw .unknown }
        group += added.filter { !group.contains($0) }
        guard group.count(where: { !told.sentences.contains($0) }) <= Self.largestGroup else { throw .unknown }
      }
      next += 1
    }
    return group.filter { !told.sentences.contains($0) }.sorted()
  }

  /// A sentence with those just before and behind it that belong to it; empty if one of them is not to be had.
  func group(of index: Int, _ told: Set<Int> = []) -> [Int] {
    guard var group = chain(to: index, told) else { return [] }
    var last = index
    while let next = body.behind(last).first, body.isNext(last, next), goesOn(last, next, from: index) {
      guard group.count <= Self.longestChain + 1 else { return [] }
      group.append(next)
      // A list goes with all its items, or what is left of it passes for the whole.
      if traits[last].wantsNext, body.isItem(next) { return group + body.behind(next).prefix(while: body.isItem) }
      last = next
    }
    return traits[last].endsQuoted || traits[last].wantsNext ? [] : group
  }

  /// A sentence with those before it that it leans on, each on the one before, back to one that was told, and who speaks;
  /// nil if it is to be had in part only.
  private func chain(to index: Int, _ told: Set<Int>) -> [Int]? {
    var chain = [index]
    // The report's first sentence may lean on its title.
    while chain[0] != body.first, !told.contains(chain[0]), body.leans(chain[0]) {
      guard chain.count <= Self.longestChain, let before = body.before(chain[0]).last, body.isNext(before, chain[0])
      else { return nil }
      chain.insert(before, at: 0)
    }
    // A quotation of several sentences is told with the one that says who speaks.
    let first = chain[0]
    guard traits[first].opensQuote, traits[first].endsQuoted, !isSpoken(from: first) else { return chain }
    guard let before = body.before(first).last, body.isNext(before, first),
      traits[before].marks.contains(.speech) || traits[before].wantsNext, !traits[before].leans || before == body.first
    else { return nil }
    return [before] + chain
  }

  /// Whether the next sentence belongs to one: a quotation is told to its end, a source is told with what it says.
  private func goesOn(_ one: Int, _ next: Int, from index: Int) -> Bool {
    traits[one].endsQuoted || traits[one].wantsNext || traits[next].opening.contains(.reportsBack)
      || one == index && takesBack(next)
  }

  /// Whether a quotation that begins in a sentence and runs on over others says somewhere who speaks.
  private func isSpoken(from index: Int) -> Bool {
    for next in ([index] + body.behind(index)).prefix(Self.longestChain + 2) {
      if traits[next].marks.contains(.speech) || scene.hasSource(next) { return true }
      if !traits[next].endsQuoted { break }
    }
    return false
  }

  /// "Tuttavia, non ci sono dichiarazioni": what takes a part of it back goes with a sentence, unless it is long.
  private func takesBack(_ next: Int) -> Bool {
    (traits[next].opening.contains(.adversative) || traits[next].turnsEarly)
      && traits[next].wordCount <= Self.longestTakingBack && !traits[next].endsQuoted && !worth.isBackground(next)
  }
}
