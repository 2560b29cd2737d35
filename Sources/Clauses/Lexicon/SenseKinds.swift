public import DocumentModel
import Lexicons
public import Reading

/// What the tables say of the senses of words, which is the same in all languages: what a verb takes, what a noun is, what
/// governs an event. Read once for all lexicons of clauses.
public struct SenseKinds: Sendable {
  enum Kind: Sendable {
    case verb(VerbFrames)
    case noun(NounClass)
    case other
  }

  /// For each sense what it is, in the order of the table.
  private(set) var kinds: [Kind] = []
  /// The ids of the senses.
  private(set) var ids: [String] = []
  /// What governs, by the ids.
  let governing: EmbeddingTable

  /// Reads the tables. Throws with file and line where a row cannot be read.
  public init(files: LexiconFiles) throws(RuleError) {
    governing = try files.governingSenses()
    for file in files.files where file.name == "senses.tsv" {
      try Table.forEachRow(file: file.name, bytes: file.bytes, columns: ["id", "pos", "class", "traits"]) { row in
        ids.append(row[0])
        switch row[1] {
        case "v": kinds.append(.verb(VerbFrames(name: row[2])))
        case "n": kinds.append(.noun(NounClass(name: row[2])))
        default: kinds.append(.other)
        }
      }
    }
  }
}
