/// What is open, told to a person.
extension Doubts {
  private static let words: [(Doubts, String)] = [
    (.verbReading, "the verb may be another part of speech"),
    (.unknownVerb, "the verb is in no table"),
    (.nounReading, "a noun may be another part of speech"),
    (.boundary, "where the clause begins or ends is a guess"),
    (.runsOn, "another verb follows right behind it"),
    (.beside, "how it hangs on the clause beside it is a guess"),
    (.subject, "several phrases may be the subject"),
    (.noSubject, "no subject was found"),
    (.subjectBehind, "the subject stands behind its verb"),
    (.subjectFar, "something stands between subject and verb"),
    (.disagrees, "subject and verb do not agree"),
    (.order, "subject and object could change places"),
    (.object, "the object may be something else"),
    (.objectFar, "something stands between verb and object"),
    (.noObject, "the verb takes an object, and none was found"),
    (.strangeObject, "the verb takes no object, and one was found"),
    (.rest, "a noun phrase is left over"),
    (.clitic, "a pronoun may be either object"),
    (.adjective, "an adjective is left over"),
    (.voice, "it may be active or passive"),
    (.participle, "a participle stands alone"),
    (.bareBe, "nothing is said of the subject"),
    (.governs, "another clause is its complement"),
    (.complement, "a complement hangs on it by a guess"),
    (.bareForm, "the verb has no person and nothing before it"),
    (.question, "the sentence is a question"),
    (.reflexive, "“si” may be the object or make a passive"),
    (.time, "a time may be subject or object"),
    (.name, "which word of a name leads is a guess"),
    (.strangeHead, "subject or object is led by no noun"),
    (.nothingSaid, "a verb of saying, and nothing said"),
    (.free, "“what” stands for two things"),
    (.strangeAgent, "a phrase may say who did it, or where from"),
    (.emptySubject, "“it” may stand for a clause"),
    (.bareAuxiliary, "a helping verb has no verb"),
    (.strangePredicate, "what is said of the subject may be something else"),
    (.unlicensed, "an infinitive or clause that the verb is not known to take"),
    (.participleBehind, "a participle stands behind the object"),
    (.nounRow, "in a row of nouns one may be a verb"),
    (.behindObject, "what follows the object may be said of it"),
    (.behindVerb, "what follows the verb may be its complement"),
    (.leftoverHere, "a word inside it is unread"),
    (.markHere, "a bracket or quotation breaks it"),
    (.sharedObject, "the object may be that of the verb before too"),
    (.stranded, "a preposition has no noun"),
  ]

  /// What shuts a kernel: everything that has words.
  static let grave = words.reduce(into: Doubts()) { $0.formUnion($1.0) }

  /// What in a complement leaves open which word leads it.
  static let shakingComplement = grave.subtracting([.governs, .behindObject, .complement])

  /// The words for what is in it.
  var reasons: [String] { Self.words.filter { contains($0.0) }.map(\.1) }
}
