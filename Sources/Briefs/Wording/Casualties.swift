import DocumentModel
import Events

/// One source's counts for one story.
struct CasualtyGroup {
  var source: SourcePhrase?
  var people: [CountedPeople]

  /// The counts of a frame, gathered by source, what the clause has told already left out.
  static func groups(_ frame: Frame, _ scene: Scene) -> [CasualtyGroup] {
    // What is denied or only meant has no victims.
    guard frame.polarity == .positive, frame.status == .accomplished || frame.status == .ongoing else { return [] }
    var groups: [CasualtyGroup] = []
    let effect = scene.concept(frame).effect
    for people in frame.casualties where !people.isSuperseded && !(effect == people.effect && isTold(people, frame)) {
      let source =
        people.attribution.first
        ?? (people.sentence == frame.sentence ? frame.attribution.first { $0.stance != .denies } : nil)
      if let index = groups.firstIndex(where: { $0.source?.phrase.span == source?.phrase.span }) {
        if !groups[index].people.contains(where: { $0.isSame(as: people) }) { groups[index].people.append(people) }
      } else {
        groups.append(CasualtyGroup(source: source, people: [people]))
      }
    }
    return groups
  }

  /// The first count of dead that a headline can give, with the source that it has for itself.
  static func firstDead(_ frame: Frame, _ scene: Scene) -> (people: CountedPeople, source: SourcePhrase?)? {
    for group in groups(frame, scene) {
      guard let people = group.people.first(where: { $0.effect == .killed && $0.figure?.kind != .noneReported }) else {
        continue
      }
      // The source of the whole headline is named behind it anyway.
      let isShared = frame.attribution.contains { $0.phrase.span == group.source?.phrase.span }
      return (people, isShared ? nil : group.source)
    }
    return nil
  }

  /// The phrase for what "none reported" is said of, if it is said, and the counts besides.
  static func nobody(_ people: [CountedPeople]) -> (phrase: String, rest: [CountedPeople])? {
    let effects = people.filter { $0.figure?.kind == .noneReported }.map(\.effect)
    guard !effects.isEmpty else { return nil }
    let phrase = effects.contains(.killed) ? (effects.contains(.wounded) ? "none-both" : "none-killed") : "none-wounded"
    return (phrase, people.filter { $0.figure?.kind != .noneReported })
  }

  /// A count whose people are the object of the clause needs no telling twice.
  private static func isTold(_ people: CountedPeople, _ frame: Frame) -> Bool {
    guard let who = people.who else {
      if frame.targets.contains(where: { $0.span == people.span }) { return true }
      return frame.casualties.contains { other in
        (other.who != nil || frame.targets.contains { $0.span == other.span }) && other.span != people.span
          && other.effect == people.effect && other.figure?.minimum == people.figure?.minimum
          && other.figure?.kind == people.figure?.kind && (other.who == nil || isTold(other, frame))
      }
    }
    return frame.targets.contains { $0.span == who.span } || frame.actors.contains { $0.span == who.span }
  }
}

extension Italian {
  /// The counts of a story: "i morti sono almeno nove secondo la polizia, 15 secondo fonti ospedaliere".
  func casualties(_ frame: Frame, _ said: inout Said) -> String? {
    var parts: [String] = []
    for group in CasualtyGroup.groups(frame, scene) {
      guard let words = counts(group.people, &said) else { continue }
      if let source = group.source, let worded = nominal(source.phrase, &said) {
        parts.append("secondo \(worded.italian) \(words)")
      } else {
        parts.append(words)
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private func counts(_ people: [CountedPeople], _ said: inout Said) -> String? {
    if let (key, rest) = CasualtyGroup.nobody(people) {
      let first = scene.phrasebook.phrase(key, in: code)
      guard !rest.isEmpty, let others = counts(rest, &said) else { return first }
      return "\(others), \(first)"
    }
    var parts: [String] = []
    for each in people {
      guard let noun = Self.nouns[each.effect] else { continue }
      if let who = each.who, let worded = nominal(who, &said) {
        let verb = Self.verbs[each.effect] ?? "colpito"
        let been = ItalianGrammar.agree("stato", with: worded.agreement)
        let helper =
          each.certainty == .reported
          ? (worded.agreement.isPlural ? "sarebbero" : "sarebbe") : (worded.agreement.isPlural ? "sono" : "è")
        parts.append("\(helper) \(been) \(ItalianGrammar.agree(verb, with: worded.agreement)) \(worded.italian)")
      } else if let figure = each.figure, let count = figureWords(figure, feminine: false) {
        if figure.kind == .uncounted {
          parts.append("si contano \(count) \(noun.plural)")
        } else if figure.minimum == 1, figure.kind == .exact {
          parts.append("c'è un \(noun.singular)")
        } else {
          let helper = each.certainty == .reported ? "sarebbero" : "sono"
          parts.append("i \(noun.plural) \(helper) \(count)")
        }
      } else {
        parts.append("si contano \(noun.plural)")
      }
    }
    return merge(parts)
  }

  /// "ci sono diversi morti", "ci sono diversi feriti" → "ci sono diversi morti e feriti".
  private func merge(_ parts: [String]) -> String? {
    guard var words = parts.first else { return nil }
    for part in parts.dropFirst() {
      let shared = Self.openers.first { words.hasPrefix($0) && part.hasPrefix($0) }
      if let shared {
        var rest = part.dropFirst(shared.count)
        for count in ["diversi ", "alcuni ", "molti ", "numerosi ", "decine di ", "centinaia di "]
        where rest.hasPrefix(count) && words.contains(count) { rest = rest.dropFirst(count.count) }
        words += " e \(rest)"
      } else if words.hasPrefix("i "), part.hasPrefix("i ") {
        words += " e \(part.replacing(" sono ", with: " ", maxReplacements: 1))"
      } else {
        words += " e \(part)"
      }
    }
    return words
  }

  private static let openers = ["si contano ", "sono stati ", "sono state "]
  private static let nouns: [Effect: (singular: String, plural: String)] = [
    .killed: ("morto", "morti"), .wounded: ("ferito", "feriti"), .missing: ("disperso", "dispersi"),
    .detained: ("fermato", "fermati"), .released: ("liberato", "liberati"), .captured: ("prigioniero", "prigionieri"),
    .displaced: ("sfollato", "sfollati"), .surrendered: ("arreso", "arresi"),
  ]
  private static let verbs: [Effect: String] = [
    .killed: "ucciso", .wounded: "ferito", .missing: "disperso", .detained: "fermato", .released: "liberato",
    .captured: "catturato", .displaced: "sfollato", .surrendered: "arreso",
  ]

  /// The dead of a headline: "almeno nove morti".
  func headlineDead(_ frame: Frame, _ said: inout Said) -> String? {
    guard let (people, source) = CasualtyGroup.firstDead(frame, scene), let figure = people.figure,
      let count = figureWords(figure, feminine: false)
    else { return nil }
    let words = figure.minimum == 1 && figure.kind == .exact ? "un morto" : "\(count) morti"
    guard let source, let worded = nominal(source.phrase, &said) else { return words }
    return "\(words) secondo \(worded.italian)"
  }
}

extension English {
  /// The counts of a story: "according to police, at least nine people were killed".
  func casualties(_ frame: Frame, _ said: inout Said) -> String? {
    var parts: [String] = []
    for group in CasualtyGroup.groups(frame, scene) {
      guard let words = counts(group.people, &said) else { continue }
      if let source = group.source, let worded = nominal(source.phrase, &said) {
        parts.append("according to \(worded.english), \(words)")
      } else {
        parts.append(words)
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private func counts(_ people: [CountedPeople], _ said: inout Said) -> String? {
    if let (key, rest) = CasualtyGroup.nobody(people) {
      let first = scene.phrasebook.phrase(key, in: code)
      guard !rest.isEmpty, let others = counts(rest, &said) else { return first }
      return "\(others), \(first)"
    }
    var parts: [(subject: String, verb: String, isPlural: Bool)] = []
    for each in people {
      guard let verb = Self.verbs[each.effect] else { continue }
      let adverb = each.certainty == .reported ? "reportedly " : ""
      if let who = each.who, let worded = nominal(who, &said) {
        parts.append((worded.english, adverb + verb, worded.isPlural))
      } else if let figure = each.figure, let count = figureWords(figure) {
        let isOne = figure.kind == .exact && figure.minimum == 1
        parts.append((isOne ? "one person" : "\(count) people", adverb + verb, !isOne))
      } else {
        parts.append(("people", adverb + verb, true))
      }
    }
    guard let first = parts.first else { return nil }
    var words = "\(first.subject) \(first.isPlural ? "were" : "was") \(first.verb)"
    for part in parts.dropFirst() {
      if part.subject == first.subject {
        words += " and \(part.verb)"
      } else {
        let subject = part.subject.hasSuffix(" people") ? alone(part.subject.dropLast(7)) : part.subject
        words += " and \(subject) \(part.verb)"
      }
    }
    return words
  }

  /// A count without its noun: "dozens of people" and "dozens".
  private func alone(_ count: some StringProtocol) -> String {
    count.hasSuffix(" of") ? String(count.dropLast(3)) : String(count)
  }

  private static let verbs: [Effect: String] = [
    .killed: "killed", .wounded: "wounded", .missing: "reported missing", .detained: "detained",
    .released: "released", .captured: "captured", .displaced: "displaced", .surrendered: "taken in after surrendering",
  ]

  /// The dead of a headline: "at least nine killed".
  func headlineDead(_ frame: Frame, _ said: inout Said) -> String? {
    guard let (people, source) = CasualtyGroup.firstDead(frame, scene), let figure = people.figure,
      let count = figureWords(figure)
    else { return nil }
    let words = "\(alone(count)) killed"
    guard let source, let worded = nominal(source.phrase, &said) else { return words }
    return "\(words), \(worded.english) \(worded.isPlural ? "say" : "says")"
  }
}
