public import DocumentModel
import Languages

/// What is wrong in a lexicon, by file and line.
public enum LexiconCheck {
  /// Every row inflects, every sense has words and a wording in each language, no two senses claim one wording, and what
  /// governs an event has a sentence for and one against it.
  ///
  /// Words that one language says by a word of another part of speech are named with `-`, which no row does today.
  public static func problems(in files: LexiconFiles) throws(RuleError) -> [RuleError] {
    let tables = try files.tables()
    var problems: [RuleError] = []
    var forms: [String: FormTable] = [:]
    for (language, words) in tables.words.sorted(by: { $0.key < $1.key }) {
      let compiled = try files.compiledForms(of: language)
      problems += compiled.problems
      forms[language] = FormTable(compiled.bytes, source: files.source(of: language))
      var wordings: [Int: LexiconWord] = [:]
      var claims: [String: LexiconWord] = [:]
      for word in words where word.isWording {
        if let other = wordings.updateValue(word, forKey: word.sense) {
          problems.append(
            RuleError(
              file: word.file, line: word.line,
              message: "“\(tables.senses[word.sense].id)” has the wording “\(other.lemma)” already",
              remedy: "Mark all rows but its first as read"))
        }
        let claim = "\(tables.senses[word.sense].kind.rawValue) \(word.lemma)"
        if let other = claims.updateValue(word, forKey: claim) {
          problems.append(
            RuleError(
              file: word.file, line: word.line,
              message: "“\(word.lemma)” is also the wording of “\(tables.senses[other.sense].id)” (line \(other.line))",
              remedy: "Give one of them another first word"))
        }
      }
      for (place, sense) in tables.senses.enumerated() where wordings[place] == nil {
        problems.append(
          RuleError(
            file: "senses.tsv", line: nil, message: "“\(sense.id)” has no wording in “\(language)”",
            remedy: "Add a row for it"))
      }
    }
    return problems + (try files.embedding()).problems(tables, forms: forms)
  }

  /// How many senses and words there are, by language and part of speech, a line each.
  public static func summary(of files: LexiconFiles) throws(RuleError) -> [String] {
    let tables = try files.tables()
    var lines = ["senses: \(tables.senses.count)", "embedding: \(try files.embedding().rows.count)"]
    for (language, words) in tables.words.sorted(by: { $0.key < $1.key }) {
      let counts = Sense.Kind.allCases.map { kind in
        "\(kind) \(Set(words.filter { tables.senses[$0.sense].kind == kind }.map(\.lemma)).count)"
      }
      lines.append("\(language): \(counts.joined(separator: ", "))")
    }
    return lines
  }
}
