internal import ArgumentParser
internal import Configuration
internal import ServiceSetup

/// Where configuration and pipelines are: for every subcommand that analyses.
struct PipelineOptions: ParsableArguments {
  @Option(help: "Configuration file. Default: /etc/dispaccio/dispaccio.toml, if it is there.")
  var config: String?

  @Option(
    help: """
      Folder that holds the pipelines. Default: $DISPACCIO_PIPELINES, the configuration, /etc/dispaccio/pipelines, \
      beside the program, /usr/share/dispaccio/pipelines.
      """)
  var pipelines: String?

  var overrides: Overrides {
    var overrides = Overrides()
    overrides.configurationFile = config
    overrides.pipelines = pipelines
    return overrides
  }

  /// The pipeline with a name, or the configuration's default one, made ready.
  func loaded(_ pipeline: String?) throws -> LoadedPipeline {
    let effective = try EffectiveSettings.find(overrides)
    return try PipelineFolder(effective.pipelineFolders).load(pipeline ?? effective.configuration.defaultPipeline)
  }
}

/// Where the spool is.
struct SpoolFlags: ParsableArguments {
  @Option(help: "The spool's folder. Default: $DISPACCIO_SPOOL, the configuration, /srv/dispaccio.")
  var spool: String?
}
