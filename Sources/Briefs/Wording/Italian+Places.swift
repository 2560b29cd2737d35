import DocumentModel
import Events
import Gazetteers
import Lexicons

extension Italian {
  // MARK: - Places

  /// Where: "ad Acharan, in Mali", "nella zona di Sha'fah". With `isBare` nothing is added from the gazetteer.
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
      words += ", " + located(parent)
      said.placed.insert(parent.id)
    }
    if !(outer + [entity]).contains(where: { $0.type == .country }),
      let country = GazetteerContext.country(of: entity, scene), said.placed.insert(country.id).inserted
    {
      words += ", " + located(country)
      if !scene.named.contains(country.id) { said.add("country") }
    } else if outer.isEmpty, let region = GazetteerContext.region(of: entity, scene),
      said.placed.insert(region.id).inserted
    {
      words += ", " + located(region)
      if !scene.named.contains(region.id) { said.add("region") }
    }
    return words
  }

  private func located(_ phrase: NounPhrase, _ relation: Preposition, _ said: inout Said) -> String? {
    if let entity = scene.entity(phrase), scene.isPlace(entity) {
      guard let words = Self.relations[relation] else { return located(entity) }
      return Self.compound(words, entity.italian.article, Scene.plain(entity.italian.name))
    }
    guard let worded = nominal(phrase, &said) else { return nil }
    let words = Self.relations[relation] ?? "in"
    return Self.compound(words, worded.article, worded.words)
  }

  /// "vicino a" and the like: only the last word grows together with the article.
  static func compound(_ words: String, _ article: String, _ noun: String) -> String {
    let parts = words.split(separator: " ").map(String.init)
    let last = ItalianGrammar.prepositional(parts.last ?? "in", article: article, noun: noun)
    return (parts.dropLast() + [last]).joined(separator: " ")
  }

  /// A place with its own preposition: "a Mogadiscio", "in Mali", "nella provincia di Deir Ezzor".
  func located(_ entity: Entity) -> String {
    let name = Scene.plain(entity.italian.name)
    let preposition = entity.italian.preposition
    if preposition.isEmpty {
      return entity.type == .facility
        ? ItalianGrammar.prepositional("in", article: entity.italian.article, noun: name)
        : ItalianGrammar.prepositional("a", article: entity.italian.article, noun: name)
    }
    // A preposition already grown together with its article stands as it is.
    return ItalianGrammar.prepositional(preposition, article: "", noun: name)
  }

  private static let relations: [Preposition: String] = [
    .near: "vicino a", .outside: "davanti a", .northOf: "a nord di", .southOf: "a sud di", .eastOf: "a est di",
    .westOf: "a ovest di", .northeastOf: "a nord-est di", .northwestOf: "a nord-ovest di",
    .southeastOf: "a sud-est di", .southwestOf: "a sud-ovest di", .inNorth: "nel nord di", .inSouth: "nel sud di",
    .inEast: "nell'est di", .inWest: "nell'ovest di", .inCentre: "nel centro di", .atBorder: "al confine con",
    .along: "lungo", .toward: "verso",
  ]

  // MARK: - Times

  /// When: "la sera del 13 maggio", "nelle ultime ore", "sabato".
  func time(_ time: TimeMention) -> String? {
    if let row = time.phrase {
      let phrase = scene.lexicon.times[row]
      if phrase.kind == "deictic", let (month, day) = GazetteerContext.day(of: time, scene) {
        let date = "\(day == 1 ? "1°" : String(day)) \(scene.phrasebook.phrase("month-\(month)", in: code))"
        if let part = Self.parts[phrase.part] { return "\(part) del \(date)" }
        return "il \(date)"
      }
      return phrase.italian.isEmpty ? nil : phrase.italian
    }
    guard let month = time.month else { return time.year.map { "nel \($0)" } }
    let name = scene.phrasebook.phrase("month-\(month)", in: code)
    let year = time.year.map { " \($0)" } ?? ""
    guard let day = time.day else { return "a \(name)\(year)" }
    let date = "\(day == 1 ? "1°" : String(day)) \(name)\(year)"
    return day == 8 || day == 11 ? "l'\(date)" : "il \(date)"
  }

  private static let parts = [
    "morning": "la mattina", "afternoon": "il pomeriggio", "evening": "la sera", "night": "la notte",
    "dawn": "all'alba", "noon": "a mezzogiorno",
  ]
}

/// What lies around a place or a day.
enum GazetteerContext {
  /// The country that tells a reader where a place is: none for what lies across borders or is disputed.
  static func country(of entity: Entity, _ scene: Scene) -> Entity? {
    guard entity.type == .facility || entity.type == .place, entity.countries.count == 1,
      let country = scene.gazetteer.country(entity.countries[0]), country.feature != "territory"
    else { return nil }
    return country
  }

  /// The region that stands for the country where that would say too little or too much: "nella Striscia di Gaza".
  static func region(of entity: Entity, _ scene: Scene) -> Entity? {
    guard entity.type == .facility || entity.type == .place, entity.countries.count == 1,
      scene.gazetteer.country(entity.countries[0])?.feature == "territory", let id = entity.parent,
      let parent = scene.gazetteer.entity(id), parent.type == .place,
      !entity.italian.name.hasSuffix(Scene.plain(parent.italian.name))
    else { return nil }
    return parent
  }

  /// The province of a place, if the report speaks of it by its own name or by that of its chief town.
  static func parent(of entity: Entity, _ scene: Scene) -> Entity? {
    guard entity.type == .place || entity.type == .facility, let id = entity.parent,
      let parent = scene.gazetteer.entity(id), parent.type == .place,
      !parent.italian.name.hasSuffix(Scene.plain(entity.italian.name)),
      !entity.italian.name.hasSuffix(Scene.plain(parent.italian.name))
    else { return nil }
    if scene.named.contains(id) { return parent }
    // "Deir Ezzor" alone is the town; where the report speaks of a province, its name is that of the town.
    guard let kind = parent.italian.name.split(separator: " ").first,
      let unit = parent.english.name.split(separator: " ").last,
      scene.mentions(String(kind)) || scene.mentions(String(unit))
    else { return nil }
    let isNamed = scene.material.entities.contains { mentioned in
      mentioned.entity.parent == id && mentioned.entity.id != entity.id
        && parent.italian.name.hasSuffix(Scene.plain(mentioned.entity.italian.name))
    }
    return isNamed ? parent : nil
  }

  /// The month and day that a phrase such as "ieri" means, counted from the dateline.
  static func day(of time: TimeMention, _ scene: Scene) -> (month: Int, day: Int)? {
    guard let row = time.phrase, let offset = scene.lexicon.times[row].offset,
      let dateline = scene.material.reading.datelineDay, let month = dateline.month, let day = dateline.day
    else { return nil }
    let moved = day + offset
    // Across the end of a month only words that name the day are safe.
    guard moved >= 1, moved <= 28 || (offset <= 0 && moved <= day) else { return nil }
    return (month, moved)
  }
}
