import DocumentModel
import Gazetteers

/// A name that words of the report might be, and why it was taken or set aside, for `explain`.
struct ExplainedName: Sendable {
  var option: NameOption
  /// The ids of the entities that bear it.
  var ids: [String]

  init(_ option: NameOption, in gazetteer: Gazetteer) {
    self.option = option
    ids = option.entities.prefix(4).map { gazetteer[$0].id }
  }

  /// Whether it is a mention, as far as the words alone say.
  var isTaken: Bool { option.outcome == .taken }

  /// Why it was set aside; `words` prints a stretch.
  func reason(_ words: (TextSpan) -> String) -> String {
    switch option.outcome {
    case .taken: "taken"
    case .nested: "kept as a name inside of another"
    case .shielded(.unknown): "part of a longer name that no table has"
    case .shielded(.person): "a person's name here"
    case .shielded(.relation): "only a relation to it"
    case .shielded(.club): "a club bears the name"
    case .shielded(.ordinary): "an ordinary word, and nothing says that it is a name"
    case .inside(let outer): "inside of “\(words(outer))”"
    case .overlapped(let outer): "overlaps “\(words(outer))”"
    case .writing: "written otherwise than the table asks"
    case .language: "a name in another language only"
    case .context: "none of the words that it needs is in the sentence"
    case .comma: "counts only behind a comma"
    }
  }
}
