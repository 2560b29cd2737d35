import DocumentModel
import Lexicons

/// A sentence with what must be read in it, as a pipeline's own tests give it.
public struct Example: Sendable {
  /// The file and the line, counted from 1.
  public var file: String
  /// The line, counted from 1.
  public var line: Int
  /// The language of the file.
  public var language: String
  /// The sentence.
  public var sentence: String
  /// The events that must be found; empty if none may be.
  public var expected: [Expectation]
  /// Whether nothing else may be found.
  public var isExclusive: Bool

  /// What one event must be like.
  public struct Expectation: Sendable {
    /// The concept.
    public var concept: String
    /// Further conditions, such as `actor` → `jnim`, in the order written.
    public var conditions: [(name: String, value: String)]
  }

  /// Reads files of examples: `expected sentence`.
  static func read(_ files: [RulesetFile]) throws(RuleError) -> [Example] {
    var examples: [Example] = []
    for file in files {
      let parts = file.path.split(separator: ".")
      let language = parts.count >= 3 ? String(parts[parts.count - 2]) : "it"
      let table = try Table(file: file.path, bytes: file.bytes, columns: ["expected", "sentence"])
      for row in table.rows {
        var text = Substring(row[0])
        let isOnly = text.hasPrefix("only ")
        if isOnly { text = text.dropFirst(5) }
        var expected: [Expectation] = []
        if text != "none" {
          for part in text.split(separator: "+") {
            let words = part.split(separator: " ").map(String.init)
            guard let concept = words.first else { continue }
            let conditions = words.dropFirst().compactMap { word -> (name: String, value: String)? in
              let sides = word.split(separator: "=", maxSplits: 1).map(String.init)
              return sides.count == 2 ? (sides[0], sides[1]) : nil
            }
            expected.append(Expectation(concept: concept, conditions: conditions))
          }
        }
        examples.append(
          Example(
            file: file.path, line: row.line, language: language, sentence: row[1], expected: expected,
            isExclusive: isOnly || text == "none"))
      }
    }
    return examples
  }
}
