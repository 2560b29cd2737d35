internal import ArgumentParser
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
}

/// Where the spool is.
struct SpoolFlags: ParsableArguments {
  @Option(help: "The spool's folder. Default: $DISPACCIO_SPOOL, the configuration, /srv/dispaccio.")
  var spool: String?
}
