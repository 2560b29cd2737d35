public import ArgumentParser
public import Evaluation
internal import ServiceSetup

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure what is found in texts against what persons have marked in them.",
    discussion: """
      Marked texts are JSON lines: {"id": "a", "text": "…", "mentions": [{"start": 0, "end": 5, "type": "place", \
      "name": "…", "lat": 33.5, "lon": 36.3, "entity": "damascus"}]}; of a mention only start and end are needed.

      Examples:
        dispaccio evaluate mentions gold.jsonl --errors
        dispaccio evaluate places gold.jsonl
        dispaccio evaluate convert brat marks/*.ann > gold.jsonl
      """,
    subcommands: [EvaluatingMentions.self, EvaluatingPlaces.self, ConvertingGold.self])
}

struct EvaluationArguments: ParsableArguments {
  @Option(help: "What start and end count: codepoints or bytes.")
  var offsets: GoldCorpus.Offsets = .codepoints

  @Flag(help: "List each mistake with the words around it.")
  var errors = false

  @Flag(help: "A line for each document.")
  var byDocument = false

  @Flag(help: "Common nouns that stand for an entity count as found.")
  var nominals = false

  @Flag(help: "Peoples (Russian), and names inside of other names (US in US State Department) count as found.")
  var peoples = false

  @Option(help: "The pipeline that analyses. Default: the configuration's default_pipeline.")
  var pipeline: String?

  @OptionGroup var options: PipelineOptions

  @Argument(help: "A file of marked texts; - is standard input.")
  var gold: String

  var evaluation: EvaluationOptions {
    var evaluation = EvaluationOptions()
    evaluation.listsErrors = errors
    evaluation.byDocument = byDocument
    evaluation.withNominals = nominals
    evaluation.withPeoples = peoples
    return evaluation
  }

  func corpus() throws(ServiceError) -> GoldCorpus {
    let bytes = try GoldFile.read(gold)
    do throws(EvaluationError) {
      return try GoldCorpus(file: gold, bytes: bytes, offsets: offsets)
    } catch {
      throw GoldFile.failure(error)
    }
  }
}

struct EvaluatingMentions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mentions",
    abstract: "Precision, recall and F1 of mentions, class by class.",
    discussion: """
      P, R and F1 count a find with exactly the marked ends, “over” one that overlaps. A mark may have several classes; a \
      country counts as place or organization. Marks of other types are passed over.

      Example:
        dispaccio evaluate mentions gold.jsonl --classes place,organization --names-only
      """)

  @Option(help: "Classes to count, with commas: place, person, organization, weapon, operation. Default: those marked.")
  var classes: String?

  @Flag(help: "Marks without a capital letter are no names and are passed over.")
  var namesOnly = false

  @OptionGroup var arguments: EvaluationArguments

  func run() throws {
    try Terminal.reporting {
      let corpus = try arguments.corpus()
      var options = arguments.evaluation
      options.namesOnly = namesOnly
      if let classes { options.classes = try Self.classes(classes) }
      var evaluation = MentionEvaluation(options)
      var analyzer = try OpenedAnalyzer(arguments.options, pipeline: arguments.pipeline)
      analyzer.run { evaluation.run(corpus, analyzer: &$0) }
      for line in evaluation.report() { try Terminal.print(line: line) }
    }
  }

  private static func classes(_ text: String) throws(ServiceError) -> Set<MentionClass> {
    var classes: Set<MentionClass> = []
    for part in text.split(separator: ",") {
      guard let itsClass = MentionClass(rawValue: String(part)) else {
        throw ServiceError(
          .usage, at: nil, "There is no class \"\(part)\".",
          "Use \(MentionClass.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      classes.insert(itsClass)
    }
    return classes
  }
}

struct EvaluatingPlaces: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places",
    abstract: "How many of the marked places are found, and how far off they are.",
    discussion: """
      Marks without lat and lon are passed over. 161 km are the hundred miles that other measurements use.

      With --gold-spans only the choice between places of one name is measured: what is marked is taken for a place, and \
      the same is told of whoever takes the most populous place of that name.

      Examples:
        dispaccio evaluate places gold.jsonl --errors
        dispaccio evaluate places gold.jsonl --gold-spans
      """)

  @Flag(help: "Take what is marked for a place, and measure the choice alone.")
  var goldSpans = false

  @OptionGroup var arguments: EvaluationArguments

  func run() throws {
    try Terminal.reporting {
      let corpus = try arguments.corpus()
      guard !goldSpans else { return try measureChoice(corpus) }
      var evaluation = PlaceEvaluation(arguments.evaluation)
      var analyzer = try OpenedAnalyzer(arguments.options, pipeline: arguments.pipeline)
      analyzer.run { evaluation.run(corpus, analyzer: &$0) }
      for line in evaluation.report() { try Terminal.print(line: line) }
    }
  }

  private func measureChoice(_ corpus: GoldCorpus) throws {
    var evaluation = GoldSpanEvaluation(arguments.evaluation)
    var analyzer = try OpenedAnalyzer(arguments.options, pipeline: arguments.pipeline)
    analyzer.run { evaluation.run(corpus, analyzer: &$0) }
    for line in evaluation.report() { try Terminal.print(line: line) }
  }
}

extension GoldCorpus.Offsets: ExpressibleByArgument {}
