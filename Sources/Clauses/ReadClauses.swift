public import Languages
public import Reading

/// The clauses of a text, sentence by sentence.
public struct ReadClauses: Sendable {
  /// A word as syntax has it, "della" being two.
  public struct Node: Sendable, Hashable {
    /// Its place among the words that were read.
    public var word: Int
    /// The number of its governor in the sentence, from 0; -1 for the root, nil if it is unread.
    public var head: Int?
    /// How it hangs there.
    public internal(set) var link: Relation
    /// What it is, as the reader of clauses took it.
    public internal(set) var part: PartOfSpeech
    /// What its form tells.
    public internal(set) var features: WordFeatures
    /// What the tables say of it.
    public internal(set) var marks: WordMarks
    /// Whether it leads a clause of which the kernel is sure.
    public var isSafe: Bool

    /// How it hangs there, as Universal Dependencies name it.
    public var relation: String {
      // "ne ha presi tre": of those, for the reader; to whom, for the treebanks of Italian.
      if head != -1, link == .oblique, part == .pronoun, marks.contains(.partitive) {
        return Relation.indirectObject.name
      }
      return head == -1 ? "root" : link.name
    }
  }

  /// A clause of a sentence.
  public struct Found: Sendable {
    /// What a clause is.
    public enum Kind: UInt8, Sendable {
      case main, coordinate, relative, complement, adverbial, infinitive, gerund, participial, parataxis
    }

    /// What it is.
    public var kind: Kind
    /// The number of the clause that it lies in or hangs on, in its sentence; nil for the first one.
    public var parent: Int?
    /// The number of the word that leads it, in its sentence.
    public var head: Int
    /// The number of the word that does it where the clause says no subject of its own: shared, controlled, or the noun that
    /// it stands on; nil where there is none or it is open.
    public var silentSubject: Int?
    /// Whether it has a form with a person.
    public var isFinite: Bool
    /// Whether its kernel is sure: verb, subject, object, agent, negation.
    public var isSure: Bool
    /// What is open in it.
    var doubts: Doubts

    /// Whether its kernel is sure but for how far its complement reaches, which is sure if that clause is, and for what it
    /// hangs on, where it is a gerund.
    public var isSureOfItself: Bool {
      isSure
        || doubts.intersection(Doubts.grave).isSubset(
          of: kind == .gerund ? [.governs, .behindObject, .bareForm] : [.governs, .behindObject])
    }

    /// What is open in it, in words; empty for a kernel that is sure.
    public var reasons: [String] { isSure ? [] : doubts.reasons }
  }

  /// The words of all sentences.
  public internal(set) var nodes: [Node] = []
  /// For each sentence its words.
  public internal(set) var sentences: [Range<Int>] = []
  /// The clauses with a verb, of all sentences.
  public internal(set) var clauses: [Found] = []
  /// For each sentence its clauses.
  public internal(set) var clausesOfSentences: [Range<Int>] = []
}
