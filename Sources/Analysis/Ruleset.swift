import Briefs
import Digest
public import DocumentModel
public import Events
public import Gazetteers
public import Intake
import LanguageIdentification
public import Lexicons
public import Records
import Segmentation

/// One file of a pipeline, as loaded.
public struct RulesetFile: Sendable {
  /// The path relative to the folder of pipelines, such as `conflict/events/triggers.it.tsv`.
  public var path: String
  /// The bytes of the file.
  public var bytes: [UInt8]

  /// Makes a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// What a pipeline's own file says, as plain values.
public struct PipelineSettings: Sendable {
  /// The name, which is that of its folder.
  public var name: String
  /// The version of the pipeline's words.
  public var version: String
  /// The languages whose events are read.
  public var languages: [String]
  /// Folders beside the pipeline's whose files it uses.
  public var includes: [String]
  /// Numbers that tune the analysis.
  public var parameters: [String: Int]
  /// The files that come of a report, by their renderings' names: `it.md`, `json`.
  public var outputs: [String]

  /// Makes settings.
  public init(
    name: String, version: String, languages: [String], includes: [String], parameters: [String: Int] = [:],
    outputs: [String]
  ) {
    self.name = name
    self.version = version
    self.languages = languages
    self.includes = includes
    self.parameters = parameters
    self.outputs = outputs
  }

  /// The languages that briefs are written in.
  var briefLanguages: [String] {
    outputs.filter { $0.hasSuffix(BriefRendering.suffix) }.map { String($0.dropLast(BriefRendering.suffix.count)) }
  }
}

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
  let tokenizer: Tokenizer
  let splitter: SentenceSplitter
  let mastheadReader: MastheadReader
  let identifier: LanguageIdentifier
  let resolver: HomonymResolver
  let documentReader: DocumentReader
  let eventBuilder: EventBuilder
  let composer: BriefComposer
  let phrasebook: Phrasebook
  let briefLanguages: [String]
  /// The forms that a record is given out in, the record itself last.
  public let renderings: [any Rendering]
  /// The kinds of files that reports come in.
  public var extractors: [any Extractor] = Extractors.all
  /// Sentences that must and must not fire, as the pipeline gives them.
  public let examples: [Example]

  /// Builds a ruleset from a pipeline's files. Costs some tens of milliseconds; nothing is read again later.
  public static func load(settings: PipelineSettings, files: [RulesetFile]) throws(RuleError) -> Ruleset {
    try RulesetBuilder(settings: settings, files: files).build()
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
    tokenizer = parts.tokenizer
    splitter = SentenceSplitter(abbreviations: parts.abbreviations, masthead: parts.masthead)
    mastheadReader = MastheadReader(words: parts.masthead)
    identifier = LanguageIdentifier(functionWords: parts.functionWords)
    resolver = HomonymResolver(parts.gazetteer)
    documentReader = DocumentReader(lexicon: parts.lexicon, gazetteer: parts.gazetteer)
    eventBuilder = EventBuilder(lexicon: parts.lexicon, gazetteer: parts.gazetteer)
    phrasebook = parts.phrasebook
    composer = BriefComposer(
      lexicon: parts.lexicon, gazetteer: parts.gazetteer, phrasebook: parts.phrasebook,
      telling: parts.telling, languages: settings.briefLanguages)
    briefLanguages = settings.briefLanguages
    renderings = parts.renderings
    examples = parts.examples
  }
}

/// What the builder has gathered.
struct RulesetParts {
  var vocabulary: Vocabulary
  var gazetteer: Gazetteer
  var lexicon: EventLexicon
  var tokenizer: Tokenizer
  var abbreviations: [String: Abbreviations]
  var functionWords: [String: [String]]
  var phrasebook: Phrasebook
  var telling: TellingWords
  var masthead: MastheadWords
  var renderings: [any Rendering]
  var examples: [Example]
}
