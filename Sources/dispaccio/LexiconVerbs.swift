internal import Analysis
internal import ArgumentParser
internal import Clauses
internal import DocumentModel
internal import FoundationEssentials
internal import Reading
internal import ServiceSetup

struct Lexicon: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the lexicon, and see which words of texts it lacks.",
    subcommands: [LexiconChecking.self, LexiconCovering.self, LexiconGoverning.self])
}

struct LexiconChecking: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell by file and line what is wrong in the lexicon.",
    discussion: """
      Every row must inflect, every sense have a wording in each language, and no two senses claim one wording. Ends \
      with 78 if something is wrong.

      Example:
        dispaccio lexicon check
      """)

  @Option(help: "The pipeline whose lexicon is meant. Default: the configuration's default_pipeline.")
  var pipeline: String?

  @OptionGroup var options: PipelineOptions

  func run() throws {
    try Terminal.reporting {
      let folder = LexiconFolder(try options.loaded(pipeline))
      let (summary, problems) = try folder.check()
      for line in summary { try Terminal.print(line: line) }
      for problem in problems { Terminal.complain(problem) }
      try Terminal.print(line: "problems: \(problems.count)")
      if !problems.isEmpty { throw ExitCode(ExitStatus.configuration.rawValue) }
    }
  }
}

struct LexiconCovering: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Tell what share of the words of texts the lexicon knows, and the unknown ones by frequency.",
    discussion: """
      Counts running words that say something: nouns, verbs, adjectives, adverbs and names. Names are known by the \
      gazetteer or by their capital.

      Examples:
        dispaccio lexicon coverage reports/*.txt
        dispaccio lexicon coverage --unknown 200 report.txt
        dispaccio lexicon coverage --caseless telex.txt      capitals tell nothing
      """)

  @Option(help: "How many unknown words to print.")
  var unknown = 40

  @Flag(help: "Capitals tell nothing: the text is all small or all capitals.")
  var caseless = false

  @Option(help: "The pipeline whose lexicon is meant. Default: the configuration's default_pipeline.")
  var pipeline: String?

  @OptionGroup var options: PipelineOptions

  @Argument(help: "Files to count; - is standard input.")
  var files: [String]

  func run() throws {
    try Terminal.reporting {
      var analyzer = try OpenedAnalyzer(options, pipeline: pipeline)
      var printer = WordPrinter(analyzer.pipeline)
      var coverage: [String: LexiconCoverage] = [:]
      for file in files {
        let document: Document
        do {
          document = try analyzer.process(file, standardInputName: "stdin.txt")
        } catch let error as ServiceError {
          Terminal.complain(error.description)
          continue
        }
        for report in document.reports {
          guard let (lexicon, words, record) = try printer.read(report, isCaseless: caseless) else { continue }
          let names = record.entities.flatMap(\.mentions).map(\.span).sorted { $0.start < $1.start }
          coverage[lexicon.words.language, default: LexiconCoverage()].add(record.text, words, names: names)
        }
      }
      for (language, found) in coverage.sorted(by: { $0.key < $1.key }) {
        let permille = found.words == 0 ? 0 : found.known * 1000 / found.words
        try Terminal.print(
          line: "\(language): \(found.known) of \(found.words) words known, \(permille / 10).\(permille % 10) %")
        let ranked = found.unknown.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        for (word, count) in ranked.prefix(unknown) { try Terminal.print(line: "  \(count) \(word)") }
      }
    }
  }
}

struct LexiconGoverning: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "governing",
    abstract: "Tell which example sentences of the governing words are not read as they are meant.",
    discussion: """
      Each row of embedding.tsv has a sentence in which its word governs the event in brackets, and one in which it does \
      not. Prints those that the reader of clauses takes otherwise: “misses” where it should govern, “fires” where it \
      should not.

      Example:
        dispaccio lexicon governing --language it
      """)

  @Option(help: "The language of the sentences.")
  var language: String

  @Option(help: "The pipeline whose lexicon is meant. Default: the configuration's default_pipeline.")
  var pipeline: String?

  @OptionGroup var options: PipelineOptions

  func run() throws {
    try Terminal.reporting {
      let folder = LexiconFolder(try options.loaded(pipeline))
      let clauses = try folder.clauses(of: language)
      let read = try GoverningExamples(folder.embedding(), of: language, clauses)
      for miss in read.misses {
        try Terminal.print(line: "\(miss.isMeant ? "misses" : "fires")\t\(miss.sense)\t\(miss.sentence)")
      }
      let missed = read.misses.count { $0.isMeant }
      try Terminal.print(
        line:
          "rows: \(read.count), governing read: \(read.count - missed), fires wrongly: \(read.misses.count - missed)")
    }
  }
}
