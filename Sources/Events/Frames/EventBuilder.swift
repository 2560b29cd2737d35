public import DocumentModel
public import Gazetteers

/// Turns frames into the events and statements of a record.
public struct EventBuilder: Sendable {
  private let lexicon: EventLexicon
  private let gazetteer: Gazetteer
  private let classes: PhraseClass

  /// Makes a builder over a lexicon and a gazetteer.
  public init(lexicon: EventLexicon, gazetteer: Gazetteer) {
    self.lexicon = lexicon
    self.gazetteer = gazetteer
    classes = PhraseClass(lexicon: lexicon, gazetteer: gazetteer)
  }

  /// For each frame its position among the events, or nil if it is a statement or withheld.
  public func eventPositions(_ frames: [Frame]) -> [EventIndex?] {
    var next: EventIndex = 0
    return frames.map { frame in
      guard !lexicon.concepts[frame.concept].isStatement, frame.withheld.isEmpty else { return nil }
      defer { next = next.next }
      return next
    }
  }

  /// The events, in the order of the frames.
  public func events(_ reading: DocumentReading) -> [Event] {
    let positions = eventPositions(reading.frames)
    let calendar = Calendar(lexicon: lexicon, dateline: reading.datelineDay)
    return reading.frames.indices.compactMap { index in
      positions[index].map { _ in event(reading.frames[index], of: reading.frames, positions, calendar) }
    }
  }

  /// The statements, in the order of the frames.
  public func statements(_ reading: DocumentReading) -> [Statement] {
    reading.frames.filter { lexicon.concepts[$0.concept].isStatement }.map { frame in
      var entities: [String] = []
      let places = frame.place.map { [$0.phrase] + $0.outer.filter { $0.preposition != .atBorder } } ?? []
      for phrase in frame.actors + frame.targets + (frame.topic.map { [$0] } ?? []) + places {
        for id in named(phrase) where !entities.contains(id) { entities.append(id) }
      }
      return Statement(
        kind: lexicon.concepts[frame.concept].type == "background" ? .background : .assessment,
        sentence: frame.sentence, concept: lexicon.concepts[frame.concept].id, entities: entities,
        certainty: frame.certainty)
    }
  }

  /// The dates of the document.
  public func dates(_ reading: DocumentReading) -> [EventDate] {
    let calendar = Calendar(lexicon: lexicon, dateline: reading.datelineDay)
    return reading.times.map { calendar.date($0) }
  }

  /// What a noun phrase names, in the order of its words.
  func named(_ phrase: NounPhrase) -> [String] {
    var found: [String] = []
    if case .entity(let position) = phrase.head { found.append(gazetteer[position].id) }
    found += phrase.beside.map { gazetteer[$0].id }
    for complement in phrase.complements { found += named(complement.phrase) }
    return found
  }

  private func event(_ frame: Frame, of frames: [Frame], _ positions: [EventIndex?], _ calendar: Calendar) -> Event {
    let typing = EventTyping(lexicon: lexicon, classes: classes)
    var (type, subtype) = typing.type(of: frame)
    if lexicon.concepts[frame.concept].id == "shooting",
      let first = frame.links.first(where: { $0.kind == .sameAs }).map({ typing.type(of: frames[$0.frame]) }),
      first.type == "battles"
    {
      // A shooting that takes up a clash is that clash.
      (type, subtype) = first
    }
    return Event(
      type: type, subtype: subtype.isEmpty ? nil : subtype, concept: lexicon.concepts[frame.concept].id,
      trigger: frame.span, sentence: frame.sentence, actors: frame.actors.map { participant($0, frame) },
      targets: frame.targets.map { participant($0, frame) }, place: frame.place.map(place),
      date: frame.time.map { calendar.date($0) }, casualties: frame.casualties.map(casualty),
      certainty: frame.certainty, polarity: frame.polarity, status: frame.status,
      attributedTo: frame.attribution.map(attribution),
      links: frame.links.compactMap { link in positions[link.frame].map { EventLink(kind: link.kind, event: $0) } },
      because: frame.because)
  }

  private func participant(_ phrase: NounPhrase, _ frame: Frame) -> Participant {
    // "militari russi", "miliziani Daesh": the people stand for the entity beside them.
    var entity = classes.entity(phrase)?.id
    let claimed = phrase.complements.first { $0.preposition == .attributedTo }
    if entity == nil, let claimed { entity = classes.entity(claimed.phrase)?.id }
    if entity == nil, case .noun(let row) = phrase.head, lexicon.nouns[row].nounClass.isArmed || isMember(row) {
      entity = phrase.beside.first.map { gazetteer[$0].id }
      if entity == nil {
        entity = phrase.complements.first { classes.isArmed($0.phrase) }.flatMap { classes.entity($0.phrase)?.id }
      }
    }
    // "the town of Adale" is Adale; a prison of Hasakah is not Hasakah.
    if entity == nil, case .noun(let row) = phrase.head, ["city", "town", "village"].contains(lexicon.nouns[row].id),
      !phrase.isPlural
    {
      entity = classes.place(in: phrase)?.id
    }
    let certainty: Certainty = phrase.preposition == .attributedTo || claimed != nil ? .reported : frame.certainty
    return Participant(entity: entity, span: phrase.span, certainty: certainty)
  }

  private func isMember(_ row: Int) -> Bool {
    switch lexicon.nouns[row].nounClass {
    case .leader, .group, .person: true
    default: false
    }
  }

  private func place(_ place: PlacePhrase) -> EventPlace {
    var entity = classes.place(in: place.phrase)
    var relation = place.relation
    if entity == nil, let outer = place.outer.first(where: { classes.place(in: $0) != nil }) {
      entity = around(outer)
      // "the village of Safina, south of Mosul": what is known is Mosul, and that it happened south of there.
      if let preposition = outer.preposition, preposition.isBeside, entity?.id == classes.place(in: outer)?.id {
        relation = preposition
      }
    }
    return EventPlace(
      entity: entity?.id, span: place.span, relation: relation.recordName, country: entity?.countries.first,
      coordinates: entity?.coordinates, precision: entity.flatMap(Self.precision))
  }

  /// The place of a phrase that only adds to another; near a site is still the town that the site belongs to.
  private func around(_ phrase: NounPhrase) -> Entity? {
    guard let found = classes.place(in: phrase) else { return nil }
    guard phrase.preposition?.isBeside ?? false, found.type == .facility, let parent = found.parent else {
      return found
    }
    return gazetteer.entity(parent) ?? found
  }

  /// How exactly an entity says where.
  public static func precision(_ entity: Entity) -> PlacePrecision? {
    switch entity.type {
    case .country: .country
    case .facility: .site
    case .place:
      switch entity.feature {
      case "town", "village", "quarter", "city", "camp": .town
      case "district": .district
      case "island", "mountain", "border": .district
      default: .region
      }
    default: nil
    }
  }

  private func casualty(_ people: CountedPeople) -> Casualty {
    let figure = people.figure
    return Casualty(
      effect: people.effect, minimum: figure?.minimum, maximum: figure?.maximum, kind: figure?.kind ?? .uncounted,
      who: people.who?.span, span: people.span, certainty: people.certainty,
      attributedTo: people.attribution.map(attribution), isSuperseded: people.isSuperseded,
      conservative: figure.flatMap(conservative))
  }

  /// The most careful whole number: what ACLED's codebook takes for tens, dozens and hundreds; nothing for "several".
  private func conservative(_ figure: Figure) -> Int? {
    guard figure.kind == .uncounted else { return figure.minimum ?? figure.maximum }
    switch figure.quantifier.map({ lexicon.quantifiers[$0].id }) {
    case "tens": return 10
    case "dozens": return 12
    case "hundreds": return 100
    case "thousands": return 1000
    default: return nil
    }
  }

  private func attribution(_ source: SourcePhrase) -> Attribution {
    Attribution(entity: classes.entity(source.phrase)?.id, span: source.phrase.span, stance: source.stance)
  }
}

extension Preposition {
  /// How a record names the relation of an event to its place.
  var recordName: String {
    switch self {
    case .near, .outside, .northOf, .southOf, .eastOf, .westOf, .northeastOf, .northwestOf, .southeastOf,
      .southwestOf, .atBorder, .along, .over, .under, .inNorth, .inSouth, .inEast, .inWest, .inCentre:
      rawValue
    default: "in"
    }
  }
}
