import Briefs
import Digest
import DocumentModel
import Events
import Gazetteers
import ICU
import LanguageIdentification
import Languages
import Lexicons
import Quantities
import Reading
import Records
import Segmentation

/// Builds a ruleset from the files of a pipeline and of the folders that it includes.
///
/// A file's place says what it is: `gazetteers/*.tsv`, `lexicon/nouns.tsv`, `events/triggers.it.tsv`,
/// `it/function.tsv` and so on; the same path in a later folder adds to the earlier one.
struct RulesetBuilder {
  let settings: PipelineSettings
  let files: [RulesetFile]
  let folders: [String]
  let store: any CompiledStore

  init(settings: PipelineSettings, files: [RulesetFile], store: any CompiledStore) {
    self.settings = settings
    self.store = store
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    folders = settings.includes + [settings.name]
  }

  /// The tables that a folder may hold.
  private static let tables: Set<String> = [
    "lexicon/nouns.tsv", "lexicon/adjectives.tsv", "lexicon/demonyms.tsv", "quantifiers.tsv", "cues.tsv",
    "attribution.tsv", "control.tsv", "time.tsv", "collectives.tsv", "quantities.tsv", "agencies.tsv", "calendar.tsv",
    "furniture.tsv", "name-words.tsv", "events/scheme.tsv", "events/concepts.tsv", "events/vetoes.tsv",
    "events/wording.tsv",
  ]
  /// The tables and lists of each language, by what follows its folder.
  private static let languageFiles: Set<String> = [
    "function.tsv", "embedding.tsv", "telling.tsv", "deixis.tsv", "phrases.tsv", "elisions.txt", "abbreviations.txt",
    "function-words.txt", "name-cues.tsv",
  ]

  func build() throws(RuleError) -> Ruleset {
    try checkPlaces()
    return Ruleset(try parts(), settings: settings, hash: hash())
  }

  /// SHA-256 over path, NUL, length, NUL, bytes of every file, in the order of the paths.
  private func hash() -> String {
    var stream = SHA256Stream()
    for file in files {
      stream.update(file.path)
      stream.update([0])
      stream.update(String(file.bytes.count))
      stream.update([0])
      stream.update(file.bytes)
    }
    return "sha256:" + SHA256.hex(stream.digest())
  }

  /// A vocabulary under construction, shared by the readers of all tables.
  private final class Words {
    var vocabulary = Vocabulary()
  }

  private func parts() throws(RuleError) -> RulesetParts {
    let words = Words()
    let tokenizer = Tokenizer(elisions: elisions())
    var reader = EventLexiconReader { phrase throws(RuleError) in
      do throws(ICUError) {
        return try tokenizer.words(of: phrase, into: &words.vocabulary)
      } catch { throw Self.failure(error) }
    }
    try readLexicon(&reader)
    try addNumerals(&reader)
    let quantityTables = try quantityTables(reader.words)
    let gazetteer = try gazetteer()
    let phrasebook = try phrasebook()
    var telling = TellingWords()
    for language in settings.languages {
      for file in files(at: "\(language)/telling.tsv") {
        try telling.readMarks(file: file.path, bytes: file.bytes, language: language, words: reader.words)
      }
      for file in files(at: "\(language)/deixis.tsv") {
        try telling.readDeixis(file: file.path, bytes: file.bytes, language: language, words: reader.words)
      }
    }
    let lexiconFiles = lexiconFiles()
    let (syntax, transfer) = try syntax(lexiconFiles)
    let examples = try Example.read(files.filter { $0.path.contains("/events/examples.") })
    return RulesetParts(
      vocabulary: words.vocabulary, gazetteer: gazetteer, nameCues: try nameCues(gazetteer), lexicon: reader.lexicon,
      syntax: syntax, lexiconFiles: lexiconFiles,
      quantityWords: quantityTables.prepared(words.vocabulary), tokenizer: tokenizer,
      abbreviations: abbreviations(), functionWords: functionWords(), phrasebook: phrasebook,
      telling: telling, transfer: transfer, masthead: try masthead(), renderings: try renderings(phrasebook),
      examples: examples)
  }

  // MARK: - Files by place

  /// Refuses a table that nothing would read: a slip in its name would go unnoticed, with all that it says.
  private func checkPlaces() throws(RuleError) {
    for file in files where file.path.hasSuffix(".tsv") || file.path.hasSuffix(".txt") {
      guard let folder = folders.first(where: { file.path.hasPrefix("\($0)/") }) else { continue }
      let place = String(file.path.dropFirst(folder.count + 1))
      let parts = place.split(separator: "/").map(String.init)
      let isKnown =
        Self.tables.contains(place) || (parts.count == 2 && parts[0] == "gazetteers")
        || (parts.count == 2 && parts[0] == "lexicon" && LexiconFiles.isPart(parts[1]))
        || (parts.count == 2 && Self.languageFiles.contains(parts[1]))
        || (parts.count == 2 && parts[0] == "events" && Self.isOfLanguage(parts[1]))
      guard !isKnown else { continue }
      throw RuleError(
        file: file.path, line: nil, message: "No part of a pipeline is read from this place",
        remedy:
          "Rename it to what the README lists, such as gazetteers/places.tsv or events/triggers.it.tsv, or take it out"
      )
    }
  }

  /// "triggers.it.tsv", "examples.en.tsv", also of a language that the pipeline does not list.
  private static func isOfLanguage(_ name: String) -> Bool {
    (name.hasPrefix("triggers.") || name.hasPrefix("examples.")) && name.split(separator: ".").count == 3
  }

  /// The files at a path below any of the folders, in the order of the folders.
  func files(at path: String) -> [RulesetFile] {
    folders.flatMap { folder in files.filter { $0.path == "\(folder)/\(path)" } }
  }

  /// The words that an apostrophe cuts off, of all languages.
  func elisions() -> [String] {
    files.filter { $0.path.hasSuffix("/elisions.txt") }.flatMap { Self.lines($0.bytes) }
  }

  private func readLexicon(_ reader: inout EventLexiconReader) throws(RuleError) {
    for file in files(at: "lexicon/nouns.tsv") { try reader.readNouns(file: file.path, bytes: file.bytes) }
    for file in files(at: "lexicon/adjectives.tsv") { try reader.readAdjectives(file: file.path, bytes: file.bytes) }
    for file in files(at: "lexicon/demonyms.tsv") { try reader.readDemonyms(file: file.path, bytes: file.bytes) }
    for file in files(at: "quantifiers.tsv") { try reader.readQuantifiers(file: file.path, bytes: file.bytes) }
    for file in files(at: "cues.tsv") { try reader.readCues(file: file.path, bytes: file.bytes) }
    for file in files(at: "attribution.tsv") { try reader.readSayings(file: file.path, bytes: file.bytes) }
    for file in files(at: "control.tsv") { try reader.readControls(file: file.path, bytes: file.bytes) }
    for file in files(at: "time.tsv") { try reader.readTimes(file: file.path, bytes: file.bytes) }
    for file in files(at: "events/scheme.tsv") { try reader.readScheme(file: file.path, bytes: file.bytes) }
    for file in files(at: "events/concepts.tsv") { try reader.readConcepts(file: file.path, bytes: file.bytes) }
    for file in files(at: "events/vetoes.tsv") { try reader.readVetoes(file: file.path, bytes: file.bytes) }
    for language in settings.languages {
      for file in files(at: "\(language)/function.tsv") {
        try reader.readFunctionWords(file: file.path, bytes: file.bytes, language: language)
      }
      for file in files(at: "\(language)/embedding.tsv") {
        try reader.readEmbeddings(file: file.path, bytes: file.bytes, language: language)
      }
      for file in files(at: "events/triggers.\(language).tsv") {
        try reader.readTriggers(file: file.path, bytes: file.bytes, language: language)
      }
    }
  }

  /// The words that numbers, dates and lengths of time are made with.
  private func quantityTables(
    _ words: @escaping (String) throws(RuleError) -> [Int32]
  ) throws(RuleError) -> QuantityTables {
    var tables = QuantityTables(languages: settings.languages, words: words)
    for file in files(at: "quantities.tsv") { try tables.readQuantities(file: file.path, bytes: file.bytes) }
    for file in files(at: "collectives.tsv") { try tables.readCollectives(file: file.path, bytes: file.bytes) }
    for file in files(at: "calendar.tsv") { try tables.readCalendar(file: file.path, bytes: file.bytes) }
    for file in files(at: "time.tsv") { try tables.readTimes(file: file.path, bytes: file.bytes) }
    return tables
  }

  /// Numbers in words up to 999, and the thousands, as ICU spells them.
  private func addNumerals(_ reader: inout EventLexiconReader) throws(RuleError) {
    let values =
      Array(1...999) + Array(stride(from: 1000, through: 20_000, by: 1000)) + [30_000, 40_000, 50_000, 100_000]
    for language in settings.languages {
      for (value, spelled) in try spelled(values, language) {
        try reader.addNumeral(value, spelled: spelled, language: language)
      }
    }
    for language in settings.languages {
      for magnitude in Languages.of(language).magnitudes {
        try reader.addNumeral(magnitude.value, spelled: magnitude.word, language: language)
      }
    }
    for file in files(at: "collectives.tsv") {
      let table = try Table(file: file.path, bytes: file.bytes, columns: ["value", "it_forms", "en_forms"])
      for row in table.rows {
        for (column, language) in [(1, "it"), (2, "en")] {
          for form in row.list(column) {
            try reader.addCollective(Int(row[0]) ?? 0, phrase: form, language: language)
          }
        }
      }
    }
  }

  private func spelled(_ values: [Int], _ language: String) throws(RuleError) -> [(Int, String)] {
    do throws(ICUError) {
      var spelling = try NumberSpelling(locale: language)
      var found: [(Int, String)] = []
      for value in values { found.append((value, try spelling.cardinal(value))) }
      return found
    } catch { throw Self.failure(error) }
  }

  private func phrasebook() throws(RuleError) -> Phrasebook {
    var phrasebook = Phrasebook()
    for file in files(at: "events/wording.tsv") { try phrasebook.readWording(file: file.path, bytes: file.bytes) }
    for language in settings.languages + settings.briefLanguages.filter({ !settings.languages.contains($0) }) {
      for file in files(at: "\(language)/phrases.tsv") {
        try phrasebook.readPhrases(file: file.path, bytes: file.bytes, language: language)
      }
    }
    for file in files(at: "attribution.tsv") { try phrasebook.readSayings(file: file.path, bytes: file.bytes) }
    for file in files(at: "control.tsv") { try phrasebook.readControls(file: file.path, bytes: file.bytes) }
    return phrasebook
  }

  /// What `outputs` asks for, in its order, the record last: its file says that the others are there.
  private func renderings(_ phrasebook: Phrasebook) throws(RuleError) -> [any Rendering] {
    var found: [any Rendering] = []
    for name in settings.outputs where name != RecordRendering.name {
      guard name.hasSuffix(BriefRendering.suffix) else {
        throw RuleError(
          file: "\(settings.name)/pipeline.toml", line: nil, message: "The output \"\(name)\" is not known",
          remedy: "Write json for the record, and a language's code with .md behind it for a brief: it.md")
      }
      let language = String(name.dropLast(BriefRendering.suffix.count))
      do throws(PageWords.Missing) {
        found.append(
          BriefRendering(words: try PageWords(language: language, phrases: phrasebook.phrases[language] ?? [:])))
      } catch {
        throw RuleError(
          file: "\(folders.first ?? settings.name)/\(language)/phrases.tsv", line: nil,
          message: "A brief in \"\(language)\" lacks words for \(error.keys.prefix(6).joined(separator: ", "))",
          remedy: "Add a line for each, as another language's phrases.tsv has it, or take the brief out of outputs")
      }
    }
    return found + [RecordRendering()]
  }

  private func masthead() throws(RuleError) -> MastheadWords {
    var words = MastheadWords()
    for file in files(at: "agencies.tsv") { try words.readAgencies(file: file.path, bytes: file.bytes) }
    for file in files(at: "calendar.tsv") { try words.readCalendar(file: file.path, bytes: file.bytes) }
    for file in files(at: "furniture.tsv") { try words.readFurniture(file: file.path, bytes: file.bytes) }
    return words
  }

  private func abbreviations() -> [String: Abbreviations] {
    var found: [String: Abbreviations] = [:]
    for file in files where file.path.hasSuffix("/abbreviations.txt") {
      found[Self.language(of: file.path)] = Abbreviations(bytes: file.bytes)
    }
    return found
  }

  private func functionWords() -> [String: [String]] {
    var found: [String: [String]] = [:]
    for file in files where file.path.hasSuffix("/function-words.txt") {
      found[Self.language(of: file.path), default: []] += LanguageIdentifier.readList(file.bytes)
    }
    return found
  }

  // MARK: - Small things

  /// The folder that a file stands in is named after its language.
  private static func language(of path: String) -> String {
    let parts = path.split(separator: "/")
    return parts.count >= 2 ? String(parts[parts.count - 2]) : ""
  }

  static func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
  }

  private static func failure(_ error: ICUError) -> RuleError {
    RuleError(
      file: "ICU", line: nil, message: error.description, remedy: "Install libicu72 and its data, then start again.")
  }
}
