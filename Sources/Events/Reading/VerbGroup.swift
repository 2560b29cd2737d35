import DocumentModel

/// A verb with the words that help it.
struct VerbGroup: Sendable {
  /// What it may be, as positions in the triggers, in the order of the files.
  var triggers: [Int] = []
  /// The kind of saying, if it is one.
  var saying: Int?
  /// The verb that frames it.
  var control: Int?
  /// How it carries an event told by a noun, if it is such a verb.
  var support: Support?
  /// The modal verb before it.
  var modal: Modal?
  /// The tense of its finite part.
  var tense = Tense.present
  /// Whether a helping verb carries the tense.
  var hasAuxiliary = false
  /// Whether it is in the passive.
  var isPassive = false
  /// Whether it tells a state and no deed: "is surrounded by", "è circondata da".
  var isState = false
  /// Whether it is an infinitive, a participle or a gerund without a helping verb.
  var isBare = false
  var isNegated = false
  var isProgressive = false
  /// "si": reflexive, reciprocal or passive.
  var isReflexive = false
  /// Whether it is only a form of to be.
  var isCopula = false
  var isPlural = false
  var isFeminine = false
  /// Cues between its words.
  var cues: [Int] = []
  /// Whether the verb itself is in the conditional.
  var isConditional: Bool { tense == .conditional && modal == nil }
}
