public import DocumentModel

/// What kind of thing a noun names.
public enum NounClass: String, Sendable, CaseIterable {
  case person, civilian, fighter, military, police, official, leader, force, group, authority, site, settlement
  case vehicle, aircraft, vessel, weapon, victim, media, source, goods, money, abstract, time, animal, body

  /// Whether it bears arms for a living.
  public var isArmed: Bool {
    switch self {
    case .fighter, .military, .police, .force: true
    default: false
    }
  }

  /// Whether it is people.
  public var isHuman: Bool {
    switch self {
    case .person, .civilian, .fighter, .military, .police, .official, .leader, .victim, .source: true
    default: false
    }
  }

  /// Whether it is a thing that can be attacked.
  public var isSite: Bool {
    switch self {
    case .site, .settlement, .vehicle, .aircraft, .vessel, .goods: true
    default: false
    }
  }
}

/// A noun in both languages.
public struct Noun: Sendable {
  /// The identifier, as a rule the English singular.
  public var id: String
  /// What it names.
  public var nounClass: NounClass
  /// For weapons how they act, for victims what befell them; else empty.
  public var mode: String
  /// Italian singular and plural.
  public var italian: (singular: String, plural: String)
  /// Italian gender.
  public var isFeminine: Bool
  /// English singular and plural.
  public var english: (singular: String, plural: String)
}

/// What a brief does with an adjective.
public enum AdjectiveKind: String, Sendable {
  /// Said again.
  case keep
  /// Colour, left out.
  case drop
  /// Changes what the noun means; without it the phrase would be false.
  case restrict
}

/// An adjective in both languages.
public struct Adjective: Sendable {
  /// The identifier.
  public var id: String
  /// What a brief does with it.
  public var kind: AdjectiveKind
  /// Italian: masculine and feminine singular, masculine and feminine plural.
  public var italian: [Agreement: String]
  /// English.
  public var english: String
}

/// The adjective and noun of a people.
public struct Demonym: Sendable {
  /// The identifier.
  public var id: String
  /// ISO 3166-1 alpha-2 code, or empty for a people without a state.
  public var country: String
  /// Italian: masculine and feminine singular, masculine and feminine plural.
  public var italian: [Agreement: String]
  /// English adjective, noun and plural noun.
  public var english: (adjective: String, noun: String, nouns: String)
}

/// What happens, or what is held to be so, apart from the words for it.
public struct Concept: Sendable {
  /// The identifier.
  public var id: String
  /// Whether it is a statement and no event.
  public var isStatement: Bool
  /// The event type; empty where the words alone do not say.
  public var type: String
  /// The finer type, or empty.
  public var subtype: String
  /// The finer type when a state force acts, or empty.
  public var ifState: String
  /// The finer type when a non-state group acts, or empty.
  public var ifNonState: String
  /// What befalls a counted target.
  public var effect: Effect?
  /// From 1 to 9; the heaviest event leads a brief.
  public var weight: Int
  /// The event that the words of this one name as its object: "rompere l'assedio" tells of a siege.
  public var implied: String?
  /// The participants without which it says nothing: of each group one must be there.
  public var requires: [[Requirement]]
  /// What it is beyond its name: its type's traits and its own.
  public var traits: ConceptTraits
}

/// What a phrase attached to a trigger is to the event.
enum Role: String, Sendable {
  case actor, target, both, instrument, victim, topic, place, origin
  case actorOrTarget = "actor-or-target"
}

/// What must be near a trigger before it counts.
enum Need: String, Sendable {
  case armed, human, site, place, instrument, casualties, actor, target, negated, any
}

/// A word that gives an event away.
struct Trigger: Sendable {
  var lemma: String
  var isNoun: Bool
  var concept: Int
  var subject: Role?
  var object: Role?
  var prepositions: [Preposition: Role]
  var adjective: Role
  var needs: [Need]
  var vetoes: [Int32]
  /// How far the event has come by the word itself: "tentare la fuga" is only an attempt.
  var status: EventStatus?
  /// Whether it is an Italian verb that needs "si".
  var isReflexive = false
  /// File and line, for explanations.
  var origin: String

  /// Whether a word vetoes it; the vetoes are sorted.
  func hasVeto(_ word: Int32) -> Bool {
    var low = 0
    var high = vetoes.count
    while low < high {
      let middle = (low + high) / 2
      if vetoes[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < vetoes.count && vetoes[low] == word
  }
}

/// How a cue changes an event.
public enum CueValue: String, Sendable {
  case probable, possible, reported, negative, attempted, planned, ongoing, historical, hypothetical
}

/// A word of doubt, denial or time frame.
public struct Cue: Sendable {
  /// The identifier.
  public var id: String
  /// What it does.
  public var value: CueValue
  /// How far it reaches: `conjunct`, `clause` or `sentence`.
  public var scope: String
  /// How an Italian brief says it.
  public var italian: String
  /// How an English brief says it.
  public var english: String
}

/// A kind of saying.
public struct Saying: Sendable {
  /// The identifier.
  public var id: String
  /// How the speaker stands to what is said.
  public var stance: Stance
}

/// A phrase of time in both languages.
public struct TimePhrase: Sendable {
  /// The identifier.
  public var id: String
  /// `deictic`, `part`, `weekday`, `month`, `span` or `duration`.
  public var kind: String
  /// Days from the report's date; for weekdays 1 is Monday, for months 1 is January; nil if none.
  public var offset: Int?
  /// The part of the day, or empty.
  public var part: String
  /// How an Italian brief says it.
  public var italian: String
  /// How an English brief says it.
  public var english: String
}

/// A verb that frames another one: try to, manage to, threaten to, order to.
public struct Control: Sendable {
  /// The identifier.
  public var id: String
  /// What becomes of the framed verb's event.
  public var status: EventStatus
}

/// How a verb carries an event that a noun tells.
enum Support: String, Sendable {
  /// The subject does it: "sferrare un attacco".
  case does = "support-do"
  /// The subject suffers it: "subire un attacco".
  case undergoes = "support-undergo"
  /// The subject is the event: "è scoppiata una sparatoria".
  case happens = "support-happen"
  /// The subject is the event, which goes on: "proseguono gli scontri".
  case goesOn = "support-go-on"
  /// The subject means to do it: "preparare un attentato".
  case plans = "support-plan"
  /// The subject leads to it: "ha causato diversi morti".
  case causes = "support-cause"
  /// The subject ends it or puts it off: "revocare il coprifuoco".
  case undoes = "support-undo"
  /// The object is made to do it: "obbligano i terroristi a muoversi".
  case forces = "support-force"
}

/// A count without a number.
public struct Quantifier: Sendable {
  /// The identifier.
  public var id: String
  /// `uncounted`, `none`, `other` or `all`.
  public var kind: String
  /// The smallest number that the words allow.
  public var minimum: Int?
  /// Italian masculine and feminine.
  public var italian: (masculine: String, feminine: String)
  /// English.
  public var english: String
}
