import DocumentModel
import Lexicons
import Reading

extension TransferLexicon.Preposition {
  /// Reads `prepositions.tsv`. Throws with file and line where a row cannot be read.
  static func read(_ files: LexiconFiles) throws(RuleError) -> [Self] {
    var found: [Self] = []
    for file in files.files where file.name == "prepositions.tsv" {
      // Between id and heads stands a column for each language.
      let header = file.bytes.split(separator: 0x0A).first { $0.first != UInt8(ascii: "#") } ?? []
      let columns = String(decoding: header, as: UTF8.self).split(separator: "\t").map(String.init)
      guard columns.first == "id", columns.last == "heads" else {
        throw RuleError(
          file: file.name, line: 1, message: "the first column is not id, or the last is not heads",
          remedy: "Write id, a column for each language by its code, and heads")
      }
      let languages = columns.dropFirst().dropLast()
      let table = try Table(file: file.name, bytes: file.bytes, columns: columns)
      for row in table.rows {
        let heads = row[columns.count - 1]
        guard let head = Head(rawValue: heads) else {
          throw table.error(
            at: row, "“\(heads)” is nothing that may stand behind a preposition",
            remedy: "Write any, place, named or article")
        }
        let words = Dictionary(uniqueKeysWithValues: languages.enumerated().map { ($1, row.list($0 + 1)) })
        found.append(Self(words: words, head: head))
      }
    }
    return found
  }
}
