import Languages
import Reading

/// A word of a sentence as syntax sees it, "della" being two; with its governor when that is found.
struct Word: Sendable {
  /// Its place among the words that were read; the parts of "della" share it.
  var read: Int32
  var part: PartOfSpeech
  var features: WordFeatures
  var traits: WordTraits
  var frames: VerbFrames
  /// The number of the form in the tables of clauses; 0 for most words.
  var form: UInt16
  var look: ReadWord.Look
  /// What else the word may be.
  var others: PartsOfSpeech
  /// Whether no other reading is left, or rules that hold nearly always left this one.
  var certainty: ReadWord.Certainty
  var origin: WordReading.Origin
  var senseClass: NounClass
  /// The particles that the lexicon has with it as one verb, a bit each: "make up".
  var particles: UInt32
  /// Its governor among the words of its sentence; ``unread`` or ``root``.
  var head: Int32 = Word.unread
  var relation: Relation = .dependent
  /// The phrase that it lies in.
  var phrase: Int32 = -1
  /// "attacked": a regular past, which is also the participle.
  var endsInEd = false
  /// "quickly": an adverb that tells how.
  var endsInLy = false
  /// A mark's own sign: "," ";" ":", "(" and ")" for brackets, "<" and ">" for quotation marks that open and close, "\""
  /// for one that may do either, "-" for a hyphen, "~" for a dash.
  var mark: UInt8 = 0

  static let unread: Int32 = -1
  static let root: Int32 = -2

  func has(_ trait: WordTraits) -> Bool { !traits.isDisjoint(with: trait) }
  func isAny(_ features: WordFeatures) -> Bool { !self.features.isDisjoint(with: features) }

  var isVerbal: Bool { part == .verb || part == .auxiliary }
  var isNounLike: Bool { part == .noun || part == .properNoun }
}

/// What a noun is, as far as functions ask for it.
enum NounClass: UInt8, Sendable {
  case other, person, group, time, event, place, thing, measure

  init(name: String) {
    switch name {
    case "person", "civilian", "official", "leader", "fighter", "victim", "family": self = .person
    case "organization", "group", "military", "police", "force", "authority", "media", "state", "source": self = .group
    case "time": self = .time
    case "event", "act": self = .event
    case "place", "settlement", "site": self = .place
    case "measure", "money": self = .measure
    case "weapon", "vehicle", "aircraft", "vessel", "goods", "material", "document", "food", "animal": self = .thing
    default: self = .other
    }
  }
}
