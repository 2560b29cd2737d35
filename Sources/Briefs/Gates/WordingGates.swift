import DocumentModel
import Events
import Gazetteers

/// Shut where a figure of the sentence is not in the wording.
struct FiguresGate: Gate {
  let voice: any Voice

  func check(_ passage: Passage, _ scene: Scene) throws(Shut) {
    let words = passage.wording.lowercased()
    for frame in passage.frames {
      var figures = frame.casualties.filter { !$0.isSuperseded }.compactMap(\.figure)
      figures += (frame.actors + frame.targets + frame.instruments).compactMap(\.figure)
      for number in figures.flatMap({ [$0.minimum, $0.maximum].compactMap { $0 } }) where number > 1 {
        let written = voice.number(number)
        let spelled = voice.spelled(number)
        guard words.contains(written.lowercased()) || spelled.map({ words.contains($0.lowercased()) }) ?? false else {
          throw Shut(gate: .figures, detail: "\(number)")
        }
      }
    }
    // A number of the sentence that no figure holds would be lost.
    let held = passage.consumed
    for word in passage.account.words {
      guard case .number = word.kind, !held.contains(where: { $0.contains(word.span) }) else { continue }
      throw Shut(gate: .figures, detail: scene.words(word.span))
    }
  }
}

/// Shut where a name of the sentence is not in the wording.
struct NamesGate: Gate {
  let voice: any Voice

  func check(_ passage: Passage, _ scene: Scene) throws(Shut) {
    let words = passage.wording
    for word in passage.account.words {
      switch word.kind {
      case .name(let position):
        let entity = scene.gazetteer[position]
        let name = Scene.plain(entity.name(in: voice.code))
        let full = entity.fullName(in: voice.code)
        if !words.contains(name), !(full.map { words.contains($0) } ?? false) {
          throw Shut(gate: .names, detail: scene.words(word.span))
        }
      case .unknownName:
        let name = scene.words(word.span)
        if !words.contains(name) { throw Shut(gate: .names, detail: name) }
      default: continue
      }
    }
  }
}

/// Shut where the wording, read again by the same analysis, does not say what the sentence says: this tries the wording,
/// not the reading, which may be wrong in both languages alike.
struct RereadGate: Gate {
  let reading: DocumentReading?

  func check(_ passage: Passage, _ scene: Scene) throws(Shut) {
    guard let reading else { throw Shut(gate: .reread, detail: "it could not be read") }
    let main = passage.told.map(\.frame)
    for frame in main {
      if scene.isCount(frame) {
        let counted = reading.frames.reduce(into: Set<[Int]>()) { $0.formUnion(Self.figures($1)) }
        guard Self.figures(frame).isSubset(of: counted) else { throw Shut(gate: .reread, detail: "figures") }
        continue
      }
      let same = reading.frames.filter { scene.concept($0).id == scene.concept(frame).id }
      guard !same.isEmpty else { throw Shut(gate: .reread, detail: "no \(scene.concept(frame).id) in it") }
      // "attacked and captured a base": a verb may leave its object to the next one.
      let mayLack = main.contains { $0.span != frame.span && $0.targets == frame.targets && !$0.targets.isEmpty }
      let differences = same.map { Self.difference(frame, $0, mayLack, scene) }
      guard differences.contains(where: { $0 == nil }) else {
        throw Shut(gate: .reread, detail: "\(scene.concept(frame).id): \(differences[0] ?? "")")
      }
    }
  }

  /// The first fact in which two tellings of an event differ.
  private static func difference(_ one: Frame, _ other: Frame, _ mayLack: Bool, _ scene: Scene) -> String? {
    if one.polarity != other.polarity { return "polarity" }
    if one.status != other.status { return "status" }
    if one.certainty != other.certainty { return "certainty" }
    if heads(one.actors) != heads(other.actors) { return "actor" }
    if plurals(one.actors + one.targets, scene) != plurals(other.actors + other.targets, scene), !mayLack {
      return "one or many"
    }
    let targets = heads(other.targets)
    if heads(one.targets) != targets, !(mayLack && targets.isEmpty) { return "target" }
    if heads(one.attribution.map(\.phrase)) != heads(other.attribution.map(\.phrase)) { return "source" }
    if figures(one) != figures(other) { return "figures" }
    if let place = one.place, let again = other.place {
      guard let one = scene.place(in: place.phrase), let other = scene.place(in: again.phrase) else {
        return scene.place(in: place.phrase)?.id == scene.place(in: again.phrase)?.id ? nil : "place"
      }
      // "attacked Gao, Mali": the country behind the place is where the place is.
      let isAround = other.type == .country && one.countries == other.countries
      if one.id != other.id, !isAround { return "place" }
    } else if (one.place == nil) != (other.place == nil), !mayLack {
      return "place"
    }
    return nil
  }

  private static func heads(_ phrases: [NounPhrase]) -> Set<Head> {
    Set(
      phrases.map { phrase in
        if case .event = phrase.head { return .pronoun("event") }
        // "persone" is how a count without a noun is said.
        if case .noun = phrase.head, phrase.figure != nil, phrase.onlyCounts { return .count }
        return phrase.head
      })
  }

  /// The heads that mean several people or things; words that have only one number in a language tell nothing.
  private static func plurals(_ phrases: [NounPhrase], _ scene: Scene) -> Set<Head> {
    Set(
      phrases.filter { phrase in
        guard phrase.figure == nil, phrase.isPlural else { return false }
        switch phrase.head {
        case .demonym: return true
        case .noun(let row):
          let noun = scene.lexicon.nouns[row]
          return ![noun.italian.singular, noun.italian.plural, noun.english.singular, noun.english.plural].contains("")
        default: return false
        }
      }.map(\.head))
  }

  private static func figures(_ frame: Frame) -> Set<[Int]> {
    Set(
      frame.casualties.filter { !$0.isSuperseded }.map { people in
        [
          Effect.allCases.firstIndex(of: people.effect) ?? -1, people.figure?.minimum ?? -1,
          people.figure?.maximum ?? -1,
        ]
      })
  }
}

extension NounPhrase {
  /// Whether it counts somebody without saying who they are.
  fileprivate var onlyCounts: Bool { adjectives.isEmpty && demonyms.isEmpty && beside.isEmpty && complements.isEmpty }
}
