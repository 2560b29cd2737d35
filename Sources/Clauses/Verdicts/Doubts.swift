/// What is open or unusual in a clause, a bit each: a verdict asks which of them it has.
struct Doubts: OptionSet, Sendable, Hashable {
  let rawValue: UInt64
  private init(bit: UInt64) { rawValue = 1 << bit }
  init(rawValue: UInt64) { self.rawValue = rawValue }

  // Words

  /// A word of the verb group may be another part of speech.
  static let verbReading = Doubts(bit: 0)
  /// The verb is in no table.
  static let unknownVerb = Doubts(bit: 1)
  /// A noun of the kernel may be another part of speech.
  static let nounReading = Doubts(bit: 2)
  /// The sentence has a word that no table has and that is no name.
  static let unknownWord = Doubts(bit: 3)

  // Boundaries

  /// Nothing that is written opens the clause.
  static let unmarked = Doubts(bit: 4)
  /// Its parts were divided among clauses by a guess.
  static let boundary = Doubts(bit: 5)
  /// It is joined to another one by "and".
  static let coordinate = Doubts(bit: 6)
  /// Another verb follows what stands last in it, with no mark between.
  static let runsOn = Doubts(bit: 7)
  /// The sentence has brackets, dashes or quotation marks.
  static let marks = Doubts(bit: 8)
  /// The sentence is long.
  static let long = Doubts(bit: 9)
  /// Some part of the sentence is unread.
  static let leftovers = Doubts(bit: 10)
  /// It stands beside another one with a comma or a mark alone between them.
  static let beside = Doubts(bit: 11)

  // Subject

  /// Several phrases before the verb may be its subject.
  static let subject = Doubts(bit: 12)
  /// There is none.
  static let noSubject = Doubts(bit: 13)
  /// It stands behind its verb.
  static let subjectBehind = Doubts(bit: 14)
  /// Something stands between it and its verb.
  static let subjectFar = Doubts(bit: 15)
  /// It is a list.
  static let subjectList = Doubts(bit: 16)
  /// It does not agree with its verb.
  static let disagrees = Doubts(bit: 17)

  // Object

  /// Subject and object could change places.
  static let order = Doubts(bit: 18)
  /// What was taken for the object may be something else.
  static let object = Doubts(bit: 19)
  /// Something stands between it and its verb.
  static let objectFar = Doubts(bit: 20)
  /// It is a list.
  static let objectList = Doubts(bit: 21)
  /// The verb always takes one, and has none.
  static let noObject = Doubts(bit: 22)
  /// The verb takes none, and has one.
  static let strangeObject = Doubts(bit: 23)
  /// A noun phrase is left over.
  static let rest = Doubts(bit: 24)
  /// A pronoun that leans on the verb may be either object.
  static let clitic = Doubts(bit: 25)
  /// An adjective is left over or taken by a guess.
  static let adjective = Doubts(bit: 26)

  // The verb

  /// Passive or not.
  static let voice = Doubts(bit: 27)
  /// No form with a person.
  static let nonfinite = Doubts(bit: 28)
  /// A participle alone.
  static let participle = Doubts(bit: 29)
  /// To be with what is said of the subject.
  static let copula = Doubts(bit: 30)
  /// To be without.
  static let bareBe = Doubts(bit: 31)
  /// A relative clause.
  static let relative = Doubts(bit: 32)
  /// A complement hangs on it.
  static let governs = Doubts(bit: 33)
  /// A complement hangs on it by a guess.
  static let complement = Doubts(bit: 34)
  /// Another clause follows inside it.
  static let child = Doubts(bit: 35)
  /// A form in -ing, or an infinitive without a word before it.
  static let bareForm = Doubts(bit: 36)
  /// A question.
  static let question = Doubts(bit: 37)
  /// An agent was found.
  static let agent = Doubts(bit: 38)
  /// A passive.
  static let passive = Doubts(bit: 39)
  /// "si"
  static let reflexive = Doubts(bit: 40)
  /// A name of several words: which of them leads?
  static let name = Doubts(bit: 42)
  /// Subject or object is led by a number, an adjective or an article.
  static let strangeHead = Doubts(bit: 43)
  /// A verb of saying with nothing said.
  static let nothingSaid = Doubts(bit: 44)
  /// "what he said"
  static let free = Doubts(bit: 45)
  /// A helping verb without its verb.
  static let bareAuxiliary = Doubts(bit: 47)
  /// What is said with to be is an adverb, a time, or stands behind several prepositions.
  static let strangePredicate = Doubts(bit: 48)
  /// An infinitive behind a verb that is not known to take one.
  static let unlicensed = Doubts(bit: 49)
  /// A participle behind the object: "kept his gaze lowered".
  static let participleBehind = Doubts(bit: 50)
  /// A list, or something with a comma, hangs on a phrase of the clause.
  static let list = Doubts(bit: 51)
  /// The verb was told from other parts of speech by rules that hold nearly always.
  static let likelyVerb = Doubts(bit: 52)
  /// So was a noun of the kernel.
  static let likelyNoun = Doubts(bit: 53)
  /// Subject or object is a row of nouns, of which one may be a verb.
  static let nounRow = Doubts(bit: 54)
  /// What stands right behind the object may be said of it: "gets it right".
  static let behindObject = Doubts(bit: 55)
  /// What stands right behind the verb may be its complement.
  static let behindVerb = Doubts(bit: 56)
  /// Some word between the first and the last of the clause, or right behind it, is unread.
  static let leftoverHere = Doubts(bit: 57)
  /// Or is in no table.
  static let unknownHere = Doubts(bit: 58)
  /// Or is a bracket, a dash or a quotation mark.
  static let markHere = Doubts(bit: 59)
  /// An object of the second of two verbs may be that of both.
  static let sharedObject = Doubts(bit: 60)
  /// A preposition without its noun, or "to" without its verb.
  static let stranded = Doubts(bit: 61)
  /// "it" may stand for a clause that follows.
  static let emptySubject = Doubts(bit: 46)
  /// "there is" with one noun phrase behind it.
  static let there = Doubts(bit: 62)
  /// A phrase that may be the agent or no agent.
  static let strangeAgent = Doubts(bit: 63)
  /// A time may be the object or the subject.
  static let time = Doubts(bit: 41)
}
