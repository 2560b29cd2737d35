/// What counts in an evaluation.
public struct EvaluationOptions: Sendable {
  /// The classes that are counted; those that the corpus marks if this is nil. Marks of others are passed over.
  public var classes: Set<MentionClass>?
  /// Whether common nouns that stand for an entity (*the jihadists*) count as found.
  public var withNominals = false
  /// Whether marks without a capital letter are passed over: they are no names.
  public var namesOnly = false
  /// Whether each mistake is listed.
  public var listsErrors = false
  /// Whether each document has a line of its own.
  public var byDocument = false

  /// Counts all.
  public init() {}
}
