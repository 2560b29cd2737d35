package import Briefs
package import Clauses
public import DocumentModel
public import Events
public import Gazetteers
public import Intake
package import LanguageIdentification
public import Lexicons
package import Quantities
package import Reading
public import Records
package import Segmentation

/// A pipeline made ready: vocabulary, gazetteer, lexicons, wording. Immutable, shared by all lanes.
public struct Ruleset: Sendable {
  /// The name of the pipeline.
  public let pipeline: String
  /// The version of the pipeline's words.
  public let version: String
  /// `sha256:` and the digest of all files: path, NUL, length, NUL, bytes, in the order of the paths.
  public let hash: String
  /// The languages whose events are read.
  public let languages: [String]
  /// Numbers that tune the analysis.
  public let parameters: [String: Int]
  /// The known words.
  public let vocabulary: Vocabulary
  /// The known entities.
  public let gazetteer: Gazetteer
  /// The known nouns, triggers and cues.
  public let lexicon: EventLexicon
  /// The words of numbers and dates, by language.
  package let quantityWords: [String: QuantityWords]
  /// The words that say what an unknown name beside them is.
  package let nameCues: NameCues
  package let tokenizer: Tokenizer
  package let splitter: SentenceSplitter
  package let mastheadReader: MastheadReader
  package let identifier: LanguageIdentifier
  package let resolver: ToponymResolver
  package let syntax: SyntaxReader
  /// The files of the lexicon.
  package let lexiconFiles: LexiconFiles
  package let documentReader: DocumentReader
  package let eventBuilder: EventBuilder
  package let composer: BriefComposer
  package let phrasebook: Phrasebook
  package let briefLanguages: [String]
  /// The forms that a record is given out in, the record itself last.
  public let renderings: [any Rendering]
  /// The kinds of files that reports come in.
  public var extractors: [any Extractor] = Extractors.all
  /// Sentences that must and must not fire, as the pipeline gives them.
  public let examples: [Example]

  /// Builds a ruleset from a pipeline's files. Costs some tens of milliseconds; nothing is read again later.
  ///
  /// - Parameter store: keeps what was compiled, so that the next start only opens it.
  public static func load(
    settings: PipelineSettings, files: [RulesetFile], store: any CompiledStore = NoStore()
  ) throws(RuleError) -> Ruleset {
    try RulesetBuilder(settings: settings, files: files, store: store).build()
  }

  /// Compiles the tables of names of a pipeline alone.
  public static func gazetteerImage(
    settings: PipelineSettings, files: [RulesetFile]
  ) throws(RuleError) -> GazetteerImage {
    try RulesetBuilder(settings: settings, files: files, store: NoStore()).gazetteerImage()
  }

  /// What is odd in the tables of names of a pipeline, though each row can be read.
  public static func gazetteerFindings(
    settings: PipelineSettings, files: [RulesetFile]
  ) throws(RuleError) -> [RuleError] {
    try RulesetBuilder(settings: settings, files: files, store: NoStore()).gazetteerFindings()
  }

  init(_ parts: RulesetParts, settings: PipelineSettings, hash: String) {
    pipeline = settings.name
    version = settings.version
    self.hash = hash
    languages = settings.languages
    parameters = settings.parameters
    vocabulary = parts.vocabulary
    gazetteer = parts.gazetteer
    lexicon = parts.lexicon
    quantityWords = parts.quantityWords
    nameCues = parts.nameCues
    tokenizer = parts.tokenizer
    splitter = SentenceSplitter(abbreviations: parts.abbreviations, masthead: parts.masthead)
    mastheadReader = MastheadReader(words: parts.masthead)
    identifier = LanguageIdentifier(functionWords: parts.functionWords)
    resolver = ToponymResolver(parts.gazetteer)
    syntax = parts.syntax
    lexiconFiles = parts.lexiconFiles
    documentReader = DocumentReader(
      lexicon: parts.lexicon, gazetteer: parts.gazetteer, quantityWords: parts.quantityWords)
    eventBuilder = EventBuilder(lexicon: parts.lexicon, gazetteer: parts.gazetteer)
    phrasebook = parts.phrasebook
    composer = BriefComposer(
      lexicon: parts.lexicon, gazetteer: parts.gazetteer, phrasebook: parts.phrasebook,
      telling: parts.telling, transfer: parts.transfer, languages: settings.briefLanguages)
    briefLanguages = settings.briefLanguages
    renderings = parts.renderings
    examples = parts.examples
  }
}
