internal import Analysis
internal import ArgumentParser
internal import Commands
internal import Configuration
internal import ServiceSetup

struct Process: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Analyse files and print their records or briefs.",
    discussion: """
      Needs no spool and no daemon. The record is printed byte for byte as the daemon would write it. Several files \
      are printed one after the other, in their order; those that fail are told on standard error, and the others go on.

      Examples:
        dispaccio process report.txt                 the record, as JSON
        dispaccio process report.txt --format it     the Italian brief
        dispaccio process - --name mail.txt < mail    standard input, under a name
        dispaccio process report.txt --format conllu  words with their readings, as CoNLL-U

      Ends with 65 if a document could not be analysed, with 66 if one could not be read.
      """)

  @Option(
    help:
      "What to print: one of the pipeline's outputs, json (the record) or a brief by its language: it, en; conllu: the words."
  )
  var format = "json"

  @Option(help: "The pipeline that analyses. Default: the configuration's default_pipeline.")
  var pipeline: String?

  @Option(help: "The name under which standard input is analysed.")
  var name = "stdin.txt"

  @Flag(help: "Names count in any case; without it only in texts wholly in small or wholly in capital letters.")
  var caseless = false

  @OptionGroup var options: PipelineOptions

  @Argument(help: "Files to analyse; - is standard input.")
  var files: [String]

  func run() throws {
    try Terminal.reporting {
      var analyzer = try OpenedAnalyzer(options, pipeline: pipeline)
      var words = WordPrinter(analyzer.pipeline)
      var worst: ExitStatus?
      for file in files {
        do {
          let document = try analyzer.process(file, standardInputName: name, isCaseless: caseless)
          for report in document.reports {
            if format == "conllu" {
              try words.print(report)
              continue
            }
            guard let output = report.outputs.first(where: { $0.name == format || $0.name == "\(format).md" }) else {
              throw ServiceError(
                .usage, at: nil, "There is no output \"\(format)\".",
                "Use one of \(report.outputs.map(\.name).joined(separator: ", ")).")
            }
            try Terminal.print(output.bytes)
          }
        } catch let error as ServiceError {
          Terminal.complain(error.description)
          if worst != .missingDocument { worst = error.status }
        }
      }
      if let worst { throw ExitCode(worst.rawValue) }
    }
  }
}

/// An analyzer for one-shot subcommands: configuration read, pipeline loaded, limits known.
struct OpenedAnalyzer: ~Copyable {
  /// The pipeline that analyses.
  let pipeline: LoadedPipeline
  private var analyzer: Analyzer
  private let limit: Int

  init(_ options: PipelineOptions, pipeline: String?) throws {
    let effective = try EffectiveSettings.find(options.overrides)
    let name = pipeline ?? effective.configuration.defaultPipeline
    let loaded = try PipelineFolder(effective.pipelineFolders).load(name)
    do throws(AnalysisError) {
      analyzer = try Analyzer(ruleset: loaded.ruleset)
    } catch {
      throw ServiceError(.configuration, at: nil, error.message, error.remedy)
    }
    self.pipeline = loaded
    limit = effective.configuration.maxDocumentBytes
  }

  /// The bytes of a file, or of standard input for `-`.
  func bytes(of file: String) throws(ServiceError) -> [UInt8] {
    try read(Self.source(file, standardInputName: "stdin.txt"))
  }

  /// The numbers and dates of each line of a file, or of standard input for `-`.
  func quantities(_ file: String, language: String, day: String?) throws(ServiceError) -> String {
    let source = Self.source(file, standardInputName: "stdin.txt")
    let bytes = try read(source)
    do throws(AnalysisError) {
      return try analyzer.ruleset.quantityListing(of: bytes, language: language, day: day)
    } catch {
      throw ServiceError(.unusableDocument, at: source.displayName, error.message, error.remedy)
    }
  }

  private static func source(_ file: String, standardInputName: String) -> DocumentSource {
    file == "-"
      ? DocumentSource(standardInputNamed: standardInputName)
      : DocumentSource(path: Terminal.bytes(ofArgument: file))
  }

  private func read(_ source: DocumentSource) throws(ServiceError) -> [UInt8] {
    do throws(ServiceError) {
      return try source.read(limit: limit)
    } catch {
      let status: ExitStatus = error.status == .unusableDocument ? .unusableDocument : .missingDocument
      throw ServiceError(status, at: error.place, error.message, error.remedy)
    }
  }

  /// Lends the analyzer to whoever has texts of its own.
  mutating func run(_ body: (inout Analyzer) -> Void) { body(&analyzer) }

  /// Analyses a file, or standard input for `-`.
  mutating func process(
    _ file: String, standardInputName: String, isCaseless: Bool = false, asksOptions: Bool = false
  ) throws(ServiceError) -> Document {
    let source = Self.source(file, standardInputName: standardInputName)
    let bytes = try read(source)
    do throws(AnalysisError) {
      return try analyzer.process(name: source.name, bytes: bytes, isCaseless: isCaseless, asksOptions: asksOptions)
    } catch {
      throw ServiceError(
        .unusableDocument, at: source.displayName,
        "\(error.message) (class \(error.errorClass), in \(error.step.rawValue)).", error.remedy)
    }
  }
}
