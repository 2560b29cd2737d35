public import Reading

/// The clauses of a text, sentence by sentence.
public struct ReadClauses: Sendable {
  /// A word's place in the tree of its sentence.
  public struct Arc: Sendable, Hashable {
    /// The number of its governor in the sentence, from 0; -1 for the root, nil if it is unread.
    public var head: Int?
    /// How it hangs there, as Universal Dependencies name it.
    public var relation: String
    /// Whether it leads a clause of which the kernel is sure.
    public var isSafe: Bool
    public var doubts: UInt64
    /// The part of speech, where syntax knows better.
    public var part: PartOfSpeech
  }

  /// For each sentence the arcs of its words, "della" being two.
  public internal(set) var sentences: [[Arc]] = []
}
