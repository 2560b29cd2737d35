import DocumentModel
import Events

/// A clause before it is worded in any language: senses, entities, numbers and times in their functions. Of the words of
/// the report nothing is left in it but unknown names, so that a realizer can say no word that nobody knew.
struct AbstractClause {
  /// When it happens, as far as the verb says.
  enum Time {
    case past, earlier, present, future
    /// "avrebbero ucciso": what others report.
    case reported
  }

  /// A phrase behind a preposition.
  struct Circumstance {
    /// What ties it to the verb: a role of the verb's frame, or a meaning of the table of prepositions.
    enum Tie {
      case role(String)
      case meaning(Int)
      /// "a Gao", "in Mali": the preposition is the place's own.
      case place(Entity)
    }
    var tie: Tie
    /// What stands behind the preposition; nil for a place by its name.
    var phrase: AbstractPhrase?
  }

  /// A clause that hangs on it.
  enum Link {
    /// "e hanno catturato …": the same subject does another thing.
    case further
    /// "che i ribelli hanno attaccato …": what is said.
    case said
    /// "di aver ucciso …": what somebody is accused of.
    case charge
    /// "per liberare …"
    case purpose
    /// "uccidendo tre soldati"
    case outcome
    /// "dopo che …", with the sense of the connective; whether it stands before the main clause.
    case when(sense: Int, isFronted: Bool)
  }

  /// The sense of its verb.
  var verb: Int
  var time = Time.past
  var isPassive = false
  var isNegated = false
  var subject: AbstractPhrase?
  var object: AbstractPhrase?
  var agent: AbstractPhrase?
  var circumstances: [Circumstance] = []
  var times: [TimeMention] = []
  /// The senses of its adverbs.
  var adverbs: [Int] = []
  /// The clauses that hang on it, in the order of the report.
  var links: [(link: Link, clause: AbstractClause)] = []
}

/// A noun phrase before it is worded.
struct AbstractPhrase {
  enum Head {
    /// A sense of the lexicon.
    case noun(Int)
    case entity(Entity)
    /// A name that no gazetteer knows; it is the same in all languages.
    case name(String)
    /// A number alone that counts what was just named: "uccidendone tre".
    case counted
  }

  /// The role of who does what an event noun says.
  static let doer = "S"

  enum Determination {
    case definite, indefinite, none
  }

  var head: Head
  var isPlural = false
  var determination = Determination.none
  var number: Int?
  /// The senses of its adjectives, in the order of the report.
  var adjectives: [Int] = []
  /// Peoples, as positions in the lexicon of events.
  var peoples: [Int] = []
  /// What ties the phrases behind it, by a role of the noun's frame; nil is a plain "of".
  var complements: [(role: String?, phrase: AbstractPhrase)] = []
  var apposition: [AbstractPhrase] = []
  /// "che hanno attaccato il villaggio": what the noun itself does, and whether a comma parts it.
  var relative: [(clause: AbstractClause, isBehindComma: Bool)] = []
  /// The other members of a list.
  var others: [AbstractPhrase] = []

  /// Whether it is a name and nothing else.
  var isBare: Bool {
    number == nil && adjectives.isEmpty && peoples.isEmpty && complements.isEmpty && apposition.isEmpty
      && relative.isEmpty && others.isEmpty
  }

  /// Whether it is a number that counts those just named.
  var isCounted: Bool { if case .counted = head { true } else { false } }

  /// Whether its noun means several.
  var isSeveral: Bool { isPlural || number.map { $0 != 1 } ?? false }
}
