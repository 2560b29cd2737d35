internal import DocumentModel

/// What counts in an evaluation.
public struct EvaluationOptions: Sendable {
  /// The classes that are counted; those that the corpus marks if this is nil. Marks of others are passed over.
  public var classes: Set<MentionClass>?
  /// Whether common nouns that stand for an entity (*the jihadists*) count as found.
  public var withNominals = false
  /// Whether peoples (*Russian*) and names inside of other names count as found.
  public var withPeoples = false
  /// Whether marks without a capital letter are passed over: they are no names.
  public var namesOnly = false
  /// Whether each mistake is listed.
  public var listsErrors = false
  /// Whether each document has a line of its own.
  public var byDocument = false

  /// Counts all.
  public init() {}

  func counts(_ kind: MentionKind) -> Bool {
    switch kind {
    case .name: true
    case .nominal: withNominals
    case .demonym, .nested: withPeoples
    case .pronoun: false
    }
  }
}
