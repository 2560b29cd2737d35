internal import ArgumentParser
internal import Commands
internal import Configuration
internal import ServiceSetup

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Validate the configuration and the pipelines, and run their examples.",
    discussion: """
      Reads the configuration, loads every pipeline and runs the examples that lie beside its lexicons. Each problem \
      is told with file, line and remedy. Ends with 0 if all is well, else with 78. The daemon's unit runs it before a \
      start and before a reload.

      Examples:
        dispaccio check
        dispaccio check --pipelines ./pipelines --pipeline conflict
        dispaccio check --print-effective            all settings in force, defaults included
      """)

  @Option(help: "Check this pipeline only; may be repeated.")
  var pipeline: [String] = []

  @Flag(help: "Print all settings in force as TOML.")
  var printEffective = false

  @OptionGroup var options: PipelineOptions
  @OptionGroup var spoolOptions: SpoolFlags

  func run() throws {
    try Terminal.reporting {
      var overrides = options.overrides
      overrides.spool = spoolOptions.spool
      let effective = try EffectiveSettings.find(overrides)
      if printEffective { try Terminal.print(Array(effective.effectiveText.utf8)) }
      let check = PipelineCheck.run(
        PipelineFolder(effective.pipelineFolders), names: pipeline, configuration: effective.configuration)
      if !printEffective {
        try Terminal.print(line: "configuration \(effective.configurationFile ?? "(none, defaults)"): valid")
        for line in check.lines { try Terminal.print(line: line) }
      }
      for problem in check.problems { Terminal.complain(problem) }
      if !check.problems.isEmpty { throw ExitCode(ExitStatus.configuration.rawValue) }
    }
  }
}
