/// What the tables of the reader of clauses say of a single word.
public struct WordMarks: OptionSet, Sendable, Hashable {
  /// A bit for each.
  public let rawValue: UInt8

  /// Makes a set.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A form of to have.
  public static let have = WordMarks(rawValue: 1 << 0)
  /// A form of to be.
  public static let be = WordMarks(rawValue: 1 << 1)
  /// The helper of negation and question: "did not".
  public static let helps = WordMarks(rawValue: 1 << 2)
  /// "non", "not", and nothing more than that.
  public static let negation = WordMarks(rawValue: 1 << 3)
  /// What ties a noun to another without saying how: "di", "of".
  public static let genitive = WordMarks(rawValue: 1 << 4)
  /// "ne": of those.
  public static let partitive = WordMarks(rawValue: 1 << 5)

  init(_ traits: WordTraits) {
    self = []
    let pairs: [(WordTraits, WordMarks)] = [
      (.have, .have), (.be, .be), (.do, .helps), (.negation, .negation), (.genitive, .genitive),
      (.partitive, .partitive),
    ]
    for (trait, mark) in pairs where traits.contains(trait) { insert(mark) }
  }
}
