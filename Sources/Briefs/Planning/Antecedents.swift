import DocumentModel
import Events

/// What a sentence cannot be told without: the sentences that bring in what it takes for known.
///
/// "The tip led police to the house" wants the sentence with "a tip"; "Carter was arrested" the one that says who Carter
/// is; what happened "two hours later" the one that has the day.
struct Antecedents {
  private let body: ReportBody
  /// For each sentence whether it names a day.
  private let namesDay: [Bool]
  /// For each sentence whether it says when in any way, so that another time may be reckoned from it: "this week".
  private let namesTime: [Bool]

  /// How many sentences back a noun that points back may reach.
  private static let reach = 3

  init(_ scene: Scene, _ body: ReportBody) {
    self.body = body
    var namesDay = [Bool](repeating: false, count: scene.material.sentences.count)
    var namesTime = namesDay
    var sentence = 0
    for time in scene.material.reading.times.sorted(by: { $0.span < $1.span }) {
      while sentence + 1 < namesDay.count, scene.material.sentences[sentence].span.end <= time.span.start {
        sentence += 1
      }
      if scene.isDay(time) { namesDay[sentence] = true }
      if scene.isDay(time) || scene.isSpan(time) { namesTime[sentence] = true }
    }
    self.namesDay = namesDay
    self.namesTime = namesTime
  }

  /// The sentences that one needs besides what was told and those that come with it, none twice.
  func needed(by index: Int, _ told: Told, with group: [Int]) -> [Int] {
    let traits = body.traits
    let before = body.before(index)
    let trait = traits[index]
    var found: [Int] = []
    func need(_ sentence: Int?) {
      if let sentence, !told.sentences.contains(sentence), !group.contains(sentence), !found.contains(sentence) {
        found.append(sentence)
      }
    }
    func isTold(_ noun: UInt64) -> Bool {
      told.nouns.contains(noun) || group.contains { $0 < index && traits[$0].speaks(of: noun) }
    }
    for anaphor in trait.anaphors where !isTold(anaphor.noun) {
      // None has the word: whatever "the incident" was stands just before.
      need(
        before.suffix(Self.reach).last { traits[$0].speaks(of: anaphor.noun) } ?? (anaphor.isCommon ? nil : before.last)
      )
    }
    for noun in trait.knownNouns where !isTold(noun) {
      guard let first = before.first(where: { traits[$0].speaks(of: noun) }) else { continue }
      // What the report itself takes for known at its first mention needs nothing: "the government".
      if !traits[first].knownNouns.contains(noun) {
        need(first)
      } else if let last = before.last, traits[last].speaks(of: noun) {
        need(last)
      }
    }
    if let noun = trait.openingNoun, !isTold(noun),
      !before.contains(where: { traits[$0].speaks(of: noun) })
    {
      need(before.last)
    }
    for name in trait.bareNames where !told.names.contains(name) {
      need(
        before.first { traits[$0].introduced.contains(name) } ?? before.first { traits[$0].bareNames.contains(name) })
    }
    // "La ragazza è stata arrestata": not one of those told of, if another was brought in between and is not told.
    if trait.takesPerson {
      let last = told.sentences.filter { $0 < index }.max() ?? -1
      need(before.last { $0 > last && traits[$0].bringsPerson && !group.contains($0) })
    }
    // "In questa operazione …", "Another man was hurt": what it takes up stands just before.
    if trait.takesUp { need(before.last) }
    // "He was sentenced that August", "Weeks earlier …": the sentence that has the year or the day.
    if trait.marks.contains(.dayBefore) {
      need(before.last)
      need(before.last { namesTime[$0] || traits[$0].namesYear })
    }
    // "The diplomats must leave": the sentence just before has sixty of them, though others were told of.
    if let last = before.last, let noun = trait.opensWithKnown, traits[last].speaks(of: noun),
      !traits[last].figures.isEmpty
    {
      need(last)
    }
    // A sentence without a day goes on in that of the sentence before, in an older one too: "In March a gang raided a
    // villa. During the night it took …".
    if !namesDay[index], let day = before.suffix(Self.reach).last(where: { namesDay[$0] }),
      traits[day].isNews || day == before.last
    {
      need(day)
    }
    return found
  }
}

extension SentenceTraits {
  /// Whether it has a noun.
  fileprivate func speaks(of noun: UInt64) -> Bool {
    content.contains(noun) || newNouns.contains(noun) || knownNouns.contains(noun)
  }

  /// Whether it looks back to no older time.
  fileprivate var isNews: Bool { !tellsBackground && !namesYear }
}

extension Scene {
  /// Whether words of time say when: "Sunday", "ieri", "4 marzo", "last March".
  fileprivate func isDay(_ time: TimeMention) -> Bool {
    if time.day != nil || time.month != nil || time.year != nil { return true }
    guard let phrase = time.phrase else { return false }
    return Self.dayKinds.contains(lexicon.times[phrase].kind)
  }

  /// Whether words of time say in which stretch of days: "this week", "lo scorso mese".
  fileprivate func isSpan(_ time: TimeMention) -> Bool { time.phrase.map { lexicon.times[$0].kind == "span" } ?? false }

  private static let dayKinds: Set<String> = ["weekday", "deictic"]
}
