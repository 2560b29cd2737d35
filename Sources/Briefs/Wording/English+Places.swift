import DocumentModel
import Events
import Gazetteers
import Lexicons

extension English {
  // MARK: - Places

  /// Where: "at Acharan, Mali", "in the Sha'fah area". With `isBare` nothing is added from the gazetteer.
  func place(_ place: PlacePhrase, isBare: Bool = false, _ said: inout Said) -> String? {
    guard var words = located(place.phrase, place.relation, &said) else { return nil }
    for outer in place.outer where scene.place(in: outer) != nil {
      if let more = located(outer, outer.preposition ?? .in, &said) { words += ", \(more)" }
    }
    guard !isBare,
      let entity = scene.place(in: place.phrase) ?? place.outer.lazy.compactMap({ scene.place(in: $0) }).first
    else { return words }
    if !said.placed.insert(entity.id).inserted { return words }
    let outer = place.outer.compactMap { scene.place(in: $0) }.filter { $0.id != entity.id }
    if outer.isEmpty, let parent = GazetteerContext.parent(of: entity, scene) {
      words += " in \(Scene.plain(parent.english.name))"
      said.placed.insert(parent.id)
    }
    if !(outer + [entity]).contains(where: { $0.type == .country }),
      let country = GazetteerContext.country(of: entity, scene), said.placed.insert(country.id).inserted
    {
      words += ", \(EnglishGrammar.join(country.english.takesArticle ? "the" : "", Scene.plain(country.english.name)))"
      if !scene.named.contains(country.id) { said.add("country") }
    } else if outer.isEmpty, let region = GazetteerContext.region(of: entity, scene),
      said.placed.insert(region.id).inserted
    {
      words += ", " + regionName(region)
      if !scene.named.contains(region.id) { said.add("region") }
    }
    return words
  }

  private func regionName(_ entity: Entity) -> String {
    EnglishGrammar.join(entity.english.takesArticle ? "the" : "", Scene.plain(entity.english.name))
  }

  private func located(_ phrase: NounPhrase, _ relation: Preposition, _ said: inout Said) -> String? {
    if let entity = scene.entity(phrase), scene.isPlace(entity) {
      let name = EnglishGrammar.join(entity.english.takesArticle ? "the" : "", Scene.plain(entity.english.name))
      return "\(Self.relations[relation] ?? entity.english.preposition) \(name)"
    }
    guard let worded = nominal(phrase, &said) else { return nil }
    let isSite = scene.nounClass(phrase) == .site
    let words = Self.relations[relation] ?? (isSite && relation != .in ? "at" : "in")
    return "\(words) \(worded.english)"
  }

  private static let relations: [Preposition: String] = [
    .near: "near", .outside: "outside", .northOf: "north of", .southOf: "south of", .eastOf: "east of",
    .westOf: "west of", .northeastOf: "northeast of", .northwestOf: "northwest of", .southeastOf: "southeast of",
    .southwestOf: "southwest of", .inNorth: "in the north of", .inSouth: "in the south of", .inEast: "in the east of",
    .inWest: "in the west of", .inCentre: "in the center of", .atBorder: "on the border with", .along: "along",
    .toward: "toward",
  ]

  // MARK: - Times

  /// When: "on the evening of May 13", "in recent hours", "on Saturday".
  func time(_ time: TimeMention) -> String? {
    if let row = time.phrase {
      let phrase = scene.lexicon.times[row]
      if phrase.kind == "deictic", let (month, day) = GazetteerContext.day(of: time, scene) {
        let date = "\(scene.phrasebook.phrase("month-\(month)", in: code)) \(day)"
        if let part = Self.parts[phrase.part] { return "\(part) \(date)" }
        return "on \(date)"
      }
      return phrase.english.isEmpty ? nil : phrase.english
    }
    guard let month = time.month else { return time.year.map { "in \($0)" } }
    let name = scene.phrasebook.phrase("month-\(month)", in: code)
    guard let day = time.day else { return "in \(name)\(time.year.map { " \($0)" } ?? "")" }
    return "on \(name) \(day)\(time.year.map { ", \($0)" } ?? "")"
  }

  private static let parts = [
    "morning": "on the morning of", "afternoon": "on the afternoon of", "evening": "on the evening of",
    "night": "on the night of", "dawn": "at dawn on", "noon": "at noon on",
  ]
}
