internal import Analysis
internal import ArgumentParser

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell why each mention, event and clause of a report was made.",
    discussion: """
      Prints what was found in the file, which rule of which line of the pipeline found it, and which words let it.

      With --quantities, only the numbers, dates and lengths of time of each line, which is read as a sentence of that
      language: line, first character, length, kind, value and words, with tabs between.

      With --syntax, the clauses of each line, which is read as a sentence of that language: verb, subject, object, by whom,
      where and when, whether its kernel is sure, and else what is open.

      Examples:
        dispaccio explain report.txt
        dispaccio explain - < report.txt
        dispaccio explain report.txt --words         how each word was read
        dispaccio explain --syntax it lines.txt      the clauses of each line
        dispaccio explain --quantities it --day 2026-05-14 lines.txt
      """)

  @Option(help: "The pipeline that analyses. Default: the configuration's default_pipeline.")
  var pipeline: String?

  @Flag(help: "Tell how each word was read, and how sure that is.")
  var words = false

  @Option(help: "List only the quantities of each line, as a sentence of this language.")
  var quantities: String?

  @Option(help: "Draw only the clauses of each line, as a sentence of this language.")
  var syntax: String?

  @Option(help: "With --quantities, the day that “today” is, as 2026-05-14.")
  var day: String?

  @Flag(help: "Names count in any case.")
  var caseless = false

  @OptionGroup var options: PipelineOptions

  @Argument(help: "The file to explain; - is standard input.")
  var file: String

  func run() throws {
    try Terminal.reporting {
      var analyzer = try OpenedAnalyzer(options, pipeline: pipeline)
      if let quantities {
        try Terminal.print(Array(analyzer.quantities(file, language: quantities, day: day).utf8))
        return
      }
      if let syntax {
        var printer = WordPrinter(analyzer.pipeline)
        try printer.drawSyntax(of: analyzer.bytes(of: file), language: syntax)
        return
      }
      let document = try analyzer.process(file, standardInputName: "stdin.txt", isCaseless: caseless, asksOptions: true)
      if words {
        var printer = WordPrinter(analyzer.pipeline)
        for report in document.reports { try printer.explain(report) }
        return
      }
      for report in document.reports { try Terminal.print(Array(report.explanation().utf8)) }
    }
  }
}
