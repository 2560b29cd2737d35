/// A name that no gazetteer knows, with what the words around it make of it.
///
/// It takes part in no event and no brief: it is there for a person who may add it to a gazetteer.
public struct UnknownName: Sendable, Hashable {
  /// What it seems to be, in the word of the table that says so: `town`, `person`, `unit`, `group`.
  public var kind: String
  /// What it would be in a gazetteer.
  public var type: EntityType
  /// Which words said so and where they stood: `before: nella città di`.
  public var reason: String
  /// Where the report gives its letters: "FPC" in "Forza di protezione civile (FPC)".
  public var acronym: TextSpan?
  /// The article that its acronym is used with, `l'` or `the`; nil where none was.
  public var article: String?
  /// The name and its acronym wherever they stand, in the order of the text.
  public var mentions: [Candidate]

  /// Makes a name.
  public init(
    kind: String, type: EntityType, reason: String, acronym: TextSpan? = nil, article: String? = nil,
    mentions: [Candidate]
  ) {
    self.kind = kind
    self.type = type
    self.reason = reason
    self.acronym = acronym
    self.article = article
    self.mentions = mentions
  }

  /// The words of the name in full: the longest of its mentions, the first of these.
  public var name: TextSpan? {
    mentions.map(\.span).filter { $0 != acronym }.max { one, other in
      one.count != other.count ? one.count < other.count : one.start > other.start
    }
  }
}
