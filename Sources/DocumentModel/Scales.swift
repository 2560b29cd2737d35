// The closed scales of the record. Raw values are what the record writes; adding a case keeps `record/1`.

/// How sure the report is of what it says.
public enum Certainty: String, Sendable, CaseIterable {
  case asserted, probable, possible, reported
}

/// Whether the report says that something is so, or that it is not.
public enum Polarity: String, Sendable, CaseIterable {
  case positive, negative
}

/// How far an event has come.
public enum EventStatus: String, Sendable, CaseIterable {
  case accomplished, ongoing, attempted
  case plannedThreatened = "planned_threatened"
  case hypothetical, historical
}

/// What befell the people counted.
public enum Effect: String, Sendable, CaseIterable {
  case killed, wounded, missing, detained, released, captured, displaced, surrendered
}

/// How a count is meant.
public enum FigureKind: String, Sendable, CaseIterable {
  case exact
  case atLeast = "at_least"
  case atMost = "at_most"
  case about, range, uncounted
  case noneReported = "none_reported"
}

/// How a source stands to what it says.
public enum Stance: String, Sendable, CaseIterable {
  case says, claims, accuses, denies, confirms, fears, warns, threatens, orders
}

/// How two events hang together.
public enum LinkKind: String, Sendable, CaseIterable {
  case responseTo = "response_to"
  case partOf = "part_of"
  case before, after
  case sameAs = "same_as"
  /// The linked event is what this one aims at, or aims to undo.
  case purpose
}

/// What kind of thing an entity is.
public enum EntityType: String, Sendable, CaseIterable {
  case person, organization
  case armedGroup = "armed_group"
  case armedForce = "armed_force"
  case country, place, facility, operation, weapon
}

/// How an entity is mentioned.
public enum MentionKind: String, Sendable, CaseIterable {
  case name, nominal, pronoun
  /// The people or the adjective of a country: "the Russians", "italiano".
  case demonym
  /// A name inside of the name of another thing: "US" in "US State Department".
  case nested
}

/// How exactly a place is known.
public enum PlacePrecision: String, Sendable, CaseIterable {
  case site, town, district, region, country
}

/// What a statement does.
public enum StatementKind: String, Sendable, CaseIterable {
  case assessment, background
}

/// What a clause of a brief is for.
public enum ClauseRole: String, Sendable, CaseIterable {
  case lead, item, context, assessment, uncertain, quote
}

/// How the words of a clause came to be.
public enum ClauseMeans: String, Sendable, CaseIterable {
  /// The report's own words, in its own language.
  case ownWords = "own_words"
  /// Said in the other language constituent by constituent.
  case transferred
  /// Said in the other language in the wording of the event's concept.
  case worded
  /// Quoted in the report's language.
  case quoted
}
