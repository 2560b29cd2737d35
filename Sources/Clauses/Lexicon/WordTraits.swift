/// What the reader of clauses must know of a word besides its part of speech: which words open clauses, mark infinitives,
/// negate, help verbs. The words themselves are data of their language.
struct WordTraits: OptionSet, Sendable, Hashable {
  let rawValue: UInt64

  private init(bit: UInt64) { rawValue = 1 << bit }
  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// "che", "that"
  static let complementizer = WordTraits(bit: 0)
  /// "che", "cui", "who"
  static let relative = WordTraits(bit: 1)
  /// "dove", "where": a place as a relative
  static let relativePlace = WordTraits(bit: 2)
  /// "se", "because": opens a clause with a finite verb
  static let subordinator = WordTraits(bit: 3)
  /// "se", "whether": opens an indirect question
  static let question = WordTraits(bit: 4)
  /// "chi", "what"
  static let interrogative = WordTraits(bit: 5)
  /// "di", "to": may stand before an infinitive
  static let infinitiveMark = WordTraits(bit: 6)
  /// "non", "not"
  static let negation = WordTraits(bit: 7)
  /// "egli", "they": can only be a subject
  static let subjectForm = WordTraits(bit: 8)
  /// "them": can be no subject
  static let objectForm = WordTraits(bit: 9)
  /// "si"
  static let reflexive = WordTraits(bit: 10)
  /// "gli": the indirect object
  static let dative = WordTraits(bit: 11)
  /// "lo": the object
  static let accusative = WordTraits(bit: 12)
  /// "mi", "ci": either, or a place
  static let speaker = WordTraits(bit: 13)
  /// "ne"
  static let partitive = WordTraits(bit: 14)
  /// "di", "of"
  static let genitive = WordTraits(bit: 15)
  /// "da", "by"
  static let agent = WordTraits(bit: 16)
  /// "a", "to"
  static let direction = WordTraits(bit: 17)
  /// "'s"
  static let possessiveMark = WordTraits(bit: 18)
  /// "both", "sia"
  static let correlative = WordTraits(bit: 19)
  /// "molto", "very"
  static let degree = WordTraits(bit: 20)
  /// "than"
  static let comparison = WordTraits(bit: 21)
  /// "there"
  static let existential = WordTraits(bit: 22)
  /// "it"
  static let expletive = WordTraits(bit: 23)
  /// A noun that may say when without a preposition: "lunedì", "last week"
  static let time = WordTraits(bit: 24)
  /// "maggio"
  static let month = WordTraits(bit: 25)
  /// "come", "as"
  static let `as` = WordTraits(bit: 26)
  /// "up", "out": may belong to a verb
  static let particle = WordTraits(bit: 27)
  /// "President" before a name
  static let title = WordTraits(bit: 28)
  /// "e", "or"
  static let and = WordTraits(bit: 29)
  /// "his"
  static let possessor = WordTraits(bit: 31)

  /// "most", "many": may stand for a noun
  static let quantifier = WordTraits(bit: 48)
  /// "what"
  static let free = WordTraits(bit: 49)
  /// "if" as an opener of conditions rather than questions
  static let condition = WordTraits(bit: 50)

  /// "here", "there", "home": may be all that is said with to be
  static let here = WordTraits(bit: 52)

  /// "whose", "cui" between article and noun
  static let whose = WordTraits(bit: 53)
  /// "for" before the subject of an infinitive
  static let forTo = WordTraits(bit: 54)

  /// "able", "likely": takes an infinitive
  static let able = WordTraits(bit: 55)

  /// "Monday", "ieri": neither subject nor object
  static let day = WordTraits(bit: 57)
  /// "since": opens a clause or stands before a noun
  static let alsoPreposition = WordTraits(bit: 58)
  /// "with": may open a clause of noun and participle
  static let with = WordTraits(bit: 59)
  /// "up", "out": belongs to the verb before it unless that moves
  static let firmParticle = WordTraits(bit: 60)

  /// "prima": a preposition only with another one behind it
  static let adverbAlone = WordTraits(bit: 62)

  // Of dictionary forms.

  /// "named Rossi": its participle has a name behind it
  static let names = WordTraits(bit: 63)
  /// "feel", "make X": an adjective behind it is said of somebody
  static let linking = WordTraits(bit: 30)
  /// "spend": a time may be its object
  static let spends = WordTraits(bit: 61)
  /// "want", "have": takes an infinitive right behind it
  static let wants = WordTraits(bit: 56)

  /// "tell you": a person alone behind it is its indirect object
  static let tells = WordTraits(bit: 51)

  /// to be
  static let be = WordTraits(bit: 32)
  /// to have
  static let have = WordTraits(bit: 33)
  /// "potere", "can"
  static let modal = WordTraits(bit: 34)
  /// "venire", "andare": help the passive
  static let passiveAux = WordTraits(bit: 35)
  /// "stare": helps the gerund
  static let progressive = WordTraits(bit: 36)
  /// "do"
  static let `do` = WordTraits(bit: 37)
  /// "get"
  static let get = WordTraits(bit: 38)
  /// "fare", "make"
  static let causative = WordTraits(bit: 39)
  /// "vedere", "hear"
  static let perception = WordTraits(bit: 40)
  /// Takes an infinitive without a word before it
  static let bareInfinitive = WordTraits(bit: 41)
  /// "bisogna": its infinitive is its subject
  static let weather = WordTraits(bit: 42)
  /// Its subject stands behind it as often as not: "manca l'acqua"
  static let postposed = WordTraits(bit: 43)
  /// "stop", "keep": takes a gerund
  static let takesGerund = WordTraits(bit: 44)
  /// "urge X to": what stands before the infinitive is its subject and the verb's object
  static let asks = WordTraits(bit: 45)
  /// "give X Y"
  static let gives = WordTraits(bit: 46)
  /// Takes a complement clause without a word that opens it: "said he left"
  static let says = WordTraits(bit: 47)

  /// The names that tables write.
  static let byName: [String: WordTraits] = [
    "complementizer": .complementizer, "relative": .relative, "relativePlace": .relativePlace,
    "subordinator": .subordinator, "question": .question, "interrogative": .interrogative,
    "infinitiveMark": .infinitiveMark, "negation": .negation, "subjectForm": .subjectForm, "objectForm": .objectForm,
    "reflexive": .reflexive, "dative": .dative, "accusative": .accusative, "speaker": .speaker,
    "partitive": .partitive, "genitive": .genitive, "agent": .agent, "direction": .direction,
    "possessiveMark": .possessiveMark, "correlative": .correlative, "degree": .degree, "comparison": .comparison,
    "existential": .existential, "expletive": .expletive, "time": .time, "month": .month, "as": .as,
    "particle": .particle, "title": .title, "and": .and, "possessor": .possessor, "be": .be,
    "have": .have, "modal": .modal, "passiveAux": .passiveAux, "progressive": .progressive, "do": .do, "get": .get,
    "causative": .causative, "perception": .perception, "bareInfinitive": .bareInfinitive, "weather": .weather,
    "postposed": .postposed, "takesGerund": .takesGerund, "asks": .asks, "gives": .gives, "quantifier": .quantifier,
    "free": .free, "condition": .condition, "tells": .tells, "here": .here, "names": .names, "linking": .linking,
    "adverbAlone": .adverbAlone, "day": .day,
    "alsoPreposition": .alsoPreposition, "with": .with, "firmParticle": .firmParticle, "spends": .spends, "able": .able,
    "wants": .wants, "whose": .whose, "forTo": .forTo, "says": .says,
  ]
}

/// The classes of verbs by what they take, as the senses have them, a bit each; a verb with several senses has all of theirs.
struct VerbFrames: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  private static let order = [
    "TR", "UNACC", "UNERG", "EXIST", "MOT", "PUT", "DIT", "OBL", "RECIP", "PRON", "COP", "OPRED", "LIGHT", "CAUSE",
    "SAY", "DENY", "ACCUSE", "BIDA", "BIDB", "KEEP", "COMMIT", "RAISE", "EPIST", "FACT", "WH", "MAKEDO", "IDIOM",
  ]

  /// The class with a name of the tables; empty for another word.
  init(name: String) {
    rawValue = Self.order.firstIndex(of: name).map { 1 << UInt32($0) } ?? 0
  }

  private static func bit(_ bit: UInt32) -> VerbFrames { VerbFrames(rawValue: 1 << bit) }

  static let transitive = bit(0)
  static let unaccusative = bit(1)
  static let unergative = bit(2)
  static let existential = bit(3)
  static let motion = bit(4)
  static let put = bit(5)
  static let ditransitive = bit(6)
  static let oblique = bit(7)
  static let reciprocal = bit(8)
  static let pronominal = bit(9)
  static let copular = bit(10)
  static let objectPredicate = bit(11)
  static let light = bit(12)
  static let cause = bit(13)
  static let say = bit(14)
  static let deny = bit(15)
  static let accuse = bit(16)
  static let bidIndirect = bit(17)
  static let bidDirect = bit(18)
  static let keep = bit(19)
  static let commit = bit(20)
  static let raise = bit(21)
  static let epistemic = bit(22)
  static let factive = bit(23)
  static let whether = bit(24)
  static let makeDo = bit(25)

  /// Takes an object.
  static let objects: VerbFrames = [
    .transitive, .put, .ditransitive, .objectPredicate, .light, .cause, .deny, .accuse, .bidDirect, .keep, .factive,
    .makeDo, .say, .commit,
  ]
  /// Takes no object at all.
  static let intransitive: VerbFrames = [
    .unaccusative, .unergative, .existential, .motion, .oblique, .reciprocal, .pronominal,
  ]
  /// Takes none, and its perfect has to be: "è esploso".
  static let withBe: VerbFrames = [.unaccusative, .existential, .motion, .pronominal, .copular, .raise]
  /// Takes a clause with a finite verb.
  static let finiteComplement: VerbFrames = [.say, .deny, .epistemic, .factive, .whether, .bidIndirect]
  /// Takes an infinitive.
  static let infinitives: VerbFrames = [
    .commit, .raise, .bidIndirect, .bidDirect, .makeDo, .say, .epistemic, .accuse, .keep, .deny,
  ]
}
