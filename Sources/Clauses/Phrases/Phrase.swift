import Languages

/// A stretch of words that holds together without asking what governs it: a noun phrase, a verb group, a comma.
struct Phrase: Sendable {
  enum Kind: UInt8, Sendable {
    /// "tre soldati", with the preposition before it: "contro tre soldati"
    case nominal
    /// "gravemente ferito" that describes no noun beside it
    case adjectival
    case adverbial
    case verbal
    /// "perché", "as soon as", "che"
    case subordinator
    /// "che", "a cui", "who"
    case relative
    case coordinator
    case comma
    /// Any other mark
    case mark
    /// A preposition that nothing follows, and whatever else stands alone
    case other
  }

  enum VerbForm: UInt8, Sendable {
    case none, finite, infinitive, gerund, participle
  }

  var kind: Kind
  /// Its words.
  var first: Int32
  var end: Int32
  var head: Int32
  /// Its preposition; -1 without one.
  var preposition: Int32 = -1
  /// The last word of the preposition: "di" of "a causa di".
  var prepositionEnd: Int32 = -1
  /// Number, gender and person of a noun phrase; of a verb group what the subject must agree with.
  var features: WordFeatures = []
  var form: VerbForm = .none
  /// The word before an infinitive or gerund: "di", "to"; -1 without one.
  var marker: Int32 = -1
  var isPassive = false
  /// A form of to be without a participle: what is said of the subject follows.
  var isCopula = false
  /// Whether it was once taken for the other of finite verb and participle: that happens once at most.
  var isReread = false
  /// A helping verb whose verb has not come yet: "Did the army …"
  var isBareAuxiliary = false
  /// The finite word of a verb group.
  var finite: Int32 = -1
  /// A mark's byte: "(", ":", …
  var mark: UInt8 = 0
  /// Whether it opens a bracket or quotation that closes later.
  var opens = false
  var closes = false
  /// The clause that it belongs to.
  var clause: Int32 = -1
  /// The phrase that it hangs on as part of a noun phrase: "di Gao", an apposition, a further member of a list.
  var host: Int32 = -1
  /// How it hangs there.
  var link: Relation = .dependent
  /// The phrases before and behind it in its clause.
  var previous: Int32 = -1
  var next: Int32 = -1
  /// Whether a further member of its list follows: a subject of two is plural.
  var isCoordinated = false

  var isBareNominal: Bool { kind == .nominal && preposition < 0 }
}

/// A clause with what belongs to it.
struct Clause: Sendable {
  enum Kind: UInt8, Sendable {
    case main, coordinate, relative, complement, adverbial, infinitive, gerund, participial, parataxis
  }

  var kind: Kind
  var parent: Int32
  /// The phrase that opens it: "che", "perché"; -1 without one.
  var opener: Int32 = -1
  /// Its verb group; -1 as long as none has come.
  var verb: Int32 = -1
  /// The noun phrase or verb group that it hangs on; -1 for the head of its parent.
  var anchor: Int32 = -1
  /// How it hangs there.
  var link: Relation = .parataxis
  /// "e" before it
  var coordinator: Int32 = -1
  /// Its phrases in order.
  var first: Int32 = -1
  var last: Int32 = -1
  /// The word that all the others hang on.
  var head: Int32 = -1
  /// What is open in it.
  var doubts: Doubts = []
  var depth: UInt8 = 0
  /// Whether a comma stands before it.
  var isBehindComma = false
  /// Whether it stands before the verb of its parent.
  var isFronted = false
  /// Whether the phrase that it hangs on is a part of it too: "what he said"
  var isFree = false
  /// Reporting words inside what they report: "…, officials said, …"
  var isInsertion = false
  /// Whether its verb is what another clause says of its subject: "the aim is to help".
  var isPredicate = false
  /// "there is a man": one noun phrase right behind the verb.
  var isPlainlyThere = false
  /// The word that does it where the clause has no subject of its own.
  var silentSubject: Int32 = -1
  var subject: Int32 = -1
  var object: Int32 = -1
}
