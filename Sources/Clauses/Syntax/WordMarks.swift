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

  private static let marking: WordTraits = [.have, .be, .do, .negation, .genitive, .partitive]

  init(_ traits: WordTraits) {
    self = []
    guard !traits.isDisjoint(with: Self.marking) else { return }
    if traits.contains(.have) { insert(.have) }
    if traits.contains(.be) { insert(.be) }
    if traits.contains(.do) { insert(.helps) }
    if traits.contains(.negation) { insert(.negation) }
    if traits.contains(.genitive) { insert(.genitive) }
    if traits.contains(.partitive) { insert(.partitive) }
  }
}
