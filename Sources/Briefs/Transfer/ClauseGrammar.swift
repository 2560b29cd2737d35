import DocumentModel
import Events
import Languages
import Reading

/// A clause without a person.
enum Nonfinite {
  /// "to free", "per liberare"
  case purpose
  /// "killing", "uccidendo"
  case outcome
  /// "of killing", "di aver ucciso"
  case charge
}

/// What the realizer of abstract clauses must know of a language. To add a language to those that sentences are carried over
/// into, let its voice be one of these.
protocol ClauseGrammar {
  /// The code of the language.
  var code: String { get }
  var scene: Scene { get }
  /// "that", "che"; "and", "e"; "by", "da"; "of", "di".
  var that: String { get }
  var and: String { get }
  var by: String { get }
  var of: String { get }

  /// A verb with its helpers; nil if it has no such form, or nobody can tell how it agrees.
  func finite(_ verb: LexiconWord, _ aspect: Aspect, _ subject: Worded, isPassive: Bool) -> String?
  /// A verb without a person, with the word before it.
  func nonfinite(_ verb: LexiconWord, _ form: Nonfinite) -> String?
  /// How a clause of the past that another one reports stands: an adverb, or a mood of the verb.
  func reported(_ aspect: inout Aspect)

  /// A noun with its adjectives, peoples and number, and no article yet; nil if a word or a form is wanting.
  func noun(_ phrase: AbstractPhrase, _ sense: Int, _ lexicon: TransferLexicon) -> Worded?
  /// The article of a phrase; nil if none would do.
  func article(_ phrase: AbstractPhrase, _ worded: Worded) -> String?
  func name(_ entity: Entity, _ said: inout Said) -> Worded
  /// Of those just named: "three of them".
  func ofThem(_ number: Int) -> String?
  func series(_ words: [String]) -> String
  /// A phrase with its article.
  func whole(_ phrase: Worded) -> String
  /// A phrase behind a preposition, grown together with its article if need be.
  func behind(_ preposition: String, _ phrase: Worded) -> String
  /// A place with the preposition that it has: "in Gao", "a Gao".
  func located(_ entity: Entity) -> String
  /// A country behind a place: "Mali", "in Mali".
  func within(_ country: Entity) -> String
  func time(_ time: TimeMention) -> String?

  /// The word that opens a clause of time or cause, and what becomes of its verb; nil if the language says it otherwise.
  func opener(_ sense: Int, _ lexicon: TransferLexicon, _ inner: inout AbstractClause) -> String?
  func relative(isHuman: Bool, isBehindComma: Bool) -> String
}
