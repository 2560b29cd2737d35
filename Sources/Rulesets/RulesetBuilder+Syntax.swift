import Briefs
import Clauses
import DocumentModel
import Lexicons
import Reading

extension RulesetBuilder {
  /// The reader of clauses and the words of transfer, for each language of the pipeline that has words. Full forms are kept compiled; the first start
  /// with a changed lexicon makes them anew, about a second a language.
  func syntax(_ files: LexiconFiles) throws(RuleError) -> (SyntaxReader, TransferWords) {
    var lexicons: [String: ClauseLexicon] = [:]
    let senses = try SenseKinds(files: files)
    for language in settings.languages where files.hasWords(of: language) {
      let name = "forms.\(language)"
      let words = try files.lexicon(of: language, forms: store.bytes(name)) { store.keep(name, [$0]) }
      lexicons[language] = try ClauseLexicon(files: files, words: words, senses: senses)
    }
    return (SyntaxReader(lexicons), try TransferWords(files: files, words: lexicons.mapValues(\.words)))
  }

  /// The folders `lexicon`, in the order of the folders, with the abbreviations of the languages.
  func lexiconFiles() -> LexiconFiles {
    var found: [(name: String, bytes: [UInt8])] = []
    for folder in folders {
      let prefix = "\(folder)/lexicon/"
      for file in files where file.path.hasPrefix(prefix) {
        let name = String(file.path.dropFirst(prefix.utf8.count))
        if LexiconFiles.isPart(name) { found.append((name, file.bytes)) }
      }
    }
    var abbreviations: [String: [String]] = [:]
    for language in settings.languages {
      abbreviations[language] = files(at: "\(language)/abbreviations.txt").flatMap { file in
        Self.lines(file.bytes).compactMap { line in
          line.split(separator: "\t").first.map { String($0.last == "." ? $0.dropLast() : $0) }
        }
      }
    }
    return LexiconFiles(files: found, abbreviations: abbreviations)
  }
}
