internal import ArgumentParser
internal import Configuration
internal import ServiceSetup

struct GazetteerCompiling: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Compile the names of a pipeline into one file, or check such a file.",
    discussion: """
      The daemon compiles by itself when a table has changed, and keeps the result in $DISPACCIO_CACHE, \
      $CACHE_DIRECTORY, $XDG_CACHE_HOME/dispaccio or ~/.cache/dispaccio. The file is read back and its checksum \
      compared; --check does only that.

      Examples:
        dispaccio gazetteer compile --out names.gazetteer
        dispaccio gazetteer compile --check ~/.cache/dispaccio/gazetteer.conflict
      """)

  @Option(help: "Where the compiled file goes.")
  var out: String?

  @Option(help: "A compiled file to check.")
  var check: String?

  @Option(help: "The pipeline that is meant. Default: the configuration's default_pipeline.")
  var pipeline: String?

  @OptionGroup var options: PipelineOptions

  func validate() throws {
    if (out == nil) == (check == nil) {
      throw ValidationError("Name a file with --out, or one to look at with --check.")
    }
  }

  func run() throws {
    try Terminal.reporting {
      let effective = try EffectiveSettings.find(options.overrides)
      let folder = PipelineFolder(effective.pipelineFolders)
      let made: CompiledNames
      if let out {
        made = try folder.compileGazetteer(of: pipeline ?? effective.configuration.defaultPipeline, to: out)
      } else {
        made = try folder.checkGazetteer(at: check ?? "")
      }
      try Terminal.print(line: "\(made.entities) entities, \(made.names) names, \(made.bytes) bytes, whole")
    }
  }
}

struct GazetteerLinting: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Tell by file and line what is odd in tables of names.",
    discussion: """
      Names that two entities share without a rule, articles that do not fit, missing words for \u{201C}in\u{201D}, parents that no \
      table has, coordinates far from the country. Rows of a table of the world, which have a GeoNames number, are \
      only looked at for their parents. Ends with 1 if something is odd.

      Example:
        dispaccio gazetteer lint
      """)

  @Option(help: "The pipeline that is meant. Default: the configuration's default_pipeline.")
  var pipeline: String?

  @OptionGroup var options: PipelineOptions

  func run() throws {
    try Terminal.reporting {
      let effective = try EffectiveSettings.find(options.overrides)
      let findings = try PipelineFolder(effective.pipelineFolders)
        .lintGazetteer(of: pipeline ?? effective.configuration.defaultPipeline)
      for finding in findings { try Terminal.print(line: finding) }
      try Terminal.print(line: "findings: \(findings.count)")
      if !findings.isEmpty { throw ExitCode(ExitStatus.someFailed.rawValue) }
    }
  }
}
