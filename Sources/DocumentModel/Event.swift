/// Who took part in an event, in the words of the report.
public struct Participant: Sendable, Hashable {
  /// The entity of the gazetteer; nil if the words name none.
  public var entity: String?
  /// The words.
  public var span: TextSpan
  /// How sure the report is that this one took part.
  public var certainty: Certainty

  /// Makes a participant.
  public init(entity: String?, span: TextSpan, certainty: Certainty) {
    self.entity = entity
    self.span = span
    self.certainty = certainty
  }
}

/// Where an event happened.
public struct EventPlace: Sendable, Hashable {
  /// The place of the gazetteer; nil if the words name none.
  public var entity: String?
  /// The words.
  public var span: TextSpan
  /// `in`, `near`, `north_of` and so on.
  public var relation: String
  /// ISO 3166-1 alpha-2 code.
  public var country: String?
  /// Where the named place is; the event may be beside it, as `relation` says.
  public var coordinates: Coordinates?
  /// How exactly the place is known.
  public var precision: PlacePrecision?

  /// Makes a place of an event.
  public init(
    entity: String?, span: TextSpan, relation: String, country: String?, coordinates: Coordinates?,
    precision: PlacePrecision?
  ) {
    self.entity = entity
    self.span = span
    self.relation = relation
    self.country = country
    self.coordinates = coordinates
    self.precision = precision
  }
}

/// When something happened: the words, and the days they mean where the report lets us know.
public struct EventDate: Sendable, Hashable {
  /// The words.
  public var span: TextSpan
  /// The first day as `YYYY-MM-DD`; nil if the report does not fix it.
  public var from: String?
  /// The last day as `YYYY-MM-DD`; nil if the report does not fix it.
  public var to: String?
  /// `day`, `part_of_day`, `week`, `month`, `year`, `hours` or `unresolved`.
  public var precision: String

  /// Makes a date.
  public init(span: TextSpan, from: String?, to: String?, precision: String) {
    self.span = span
    self.from = from
    self.to = to
    self.precision = precision
  }
}

/// A count of people, as one source gives it.
public struct Casualty: Sendable, Hashable {
  /// What befell them.
  public var effect: Effect
  /// The smallest number that the words allow; nil if they give none.
  public var minimum: Int?
  /// The largest number that the words allow; nil if they give none.
  public var maximum: Int?
  /// How the count is meant.
  public var kind: FigureKind
  /// The words for the people counted, such as `soldati`; nil if the report has none.
  public var who: TextSpan?
  /// The words of the count.
  public var span: TextSpan
  /// How sure the report is.
  public var certainty: Certainty
  /// Who gives this figure.
  public var attributedTo: [Attribution]
  /// Whether the report itself replaces this figure by another.
  public var isSuperseded: Bool
  /// The most careful whole number for statistics; nil if the words allow none.
  public var conservative: Int?

  /// Makes a count.
  public init(
    effect: Effect, minimum: Int?, maximum: Int?, kind: FigureKind, who: TextSpan?, span: TextSpan,
    certainty: Certainty, attributedTo: [Attribution] = [], isSuperseded: Bool = false, conservative: Int?
  ) {
    self.effect = effect
    self.minimum = minimum
    self.maximum = maximum
    self.kind = kind
    self.who = who
    self.span = span
    self.certainty = certainty
    self.attributedTo = attributedTo
    self.isSuperseded = isSuperseded
    self.conservative = conservative
  }
}

/// Who says so.
public struct Attribution: Sendable, Hashable {
  /// The entity of the gazetteer; nil if the words name none.
  public var entity: String?
  /// The words for the source.
  public var span: TextSpan
  /// How the source stands to what it says.
  public var stance: Stance

  /// Makes an attribution.
  public init(entity: String?, span: TextSpan, stance: Stance) {
    self.entity = entity
    self.span = span
    self.stance = stance
  }
}

/// A tie from one event to another.
public struct EventLink: Sendable, Hashable {
  /// How they hang together.
  public var kind: LinkKind
  /// The position of the other event in the record, from 0.
  public var event: EventIndex

  /// Makes a link.
  public init(kind: LinkKind, event: EventIndex) {
    self.kind = kind
    self.event = event
  }
}

/// Something that happened, is happening, or is said to.
public struct Event: Sendable, Hashable {
  /// One of the nine event types; empty if the words do not say which, and then null in the record.
  public var type: String
  /// The finer type; nil where the scheme has none or the words do not decide.
  public var subtype: String?
  /// The language-neutral concept that a brief words.
  public var concept: String
  /// The words that gave the event away.
  public var trigger: TextSpan
  /// The position of its sentence, from 0.
  public var sentence: SentenceIndex
  /// Who did it.
  public var actors: [Participant]
  /// To whom or what.
  public var targets: [Participant]
  /// Where.
  public var place: EventPlace?
  /// When.
  public var date: EventDate?
  /// How many.
  public var casualties: [Casualty]
  /// How sure.
  public var certainty: Certainty
  /// Affirmed or denied.
  public var polarity: Polarity
  /// How far it has come.
  public var status: EventStatus
  /// Who says so.
  public var attributedTo: [Attribution]
  /// Ties to other events.
  public var links: [EventLink]
  /// The rules and words that led here, for a person who asks why.
  public var because: [String]

  /// Makes an event.
  public init(
    type: String, subtype: String?, concept: String, trigger: TextSpan, sentence: SentenceIndex, actors: [Participant],
    targets: [Participant], place: EventPlace?, date: EventDate?, casualties: [Casualty], certainty: Certainty,
    polarity: Polarity, status: EventStatus, attributedTo: [Attribution], links: [EventLink], because: [String]
  ) {
    self.type = type
    self.subtype = subtype
    self.concept = concept
    self.trigger = trigger
    self.sentence = sentence
    self.actors = actors
    self.targets = targets
    self.place = place
    self.date = date
    self.casualties = casualties
    self.certainty = certainty
    self.polarity = polarity
    self.status = status
    self.attributedTo = attributedTo
    self.links = links
    self.because = because
  }
}
