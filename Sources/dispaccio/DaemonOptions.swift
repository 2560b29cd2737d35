public import ArgumentParser
public import Configuration
internal import DaemonService
internal import Instrumentation
internal import ServiceSetup

/// A time as an option: `2`, `0.5`, `500ms`, `2s`, `5m`.
struct Time: ExpressibleByArgument {
  let seconds: Double

  init?(argument: String) {
    guard let seconds = Seconds.parse(argument), seconds <= 86400 else { return nil }
    self.seconds = seconds
  }
}

extension DurabilitySetting: ExpressibleByArgument {}
extension LogFormatSetting: ExpressibleByArgument {}
extension LogLevelSetting: ExpressibleByArgument {}

/// What `run` and `once` share. Each option goes before the environment, that before the configuration.
struct DaemonOptions: ParsableArguments {
  @OptionGroup var spool: SpoolFlags
  @OptionGroup var pipelines: PipelineOptions

  @Option(help: "How long a file must stay unchanged before it is taken: 2, 0.5, 500ms. Default: 2 s.")
  var settle: Time?

  @Option(help: "How long an empty file may wait for its content. Default: 60 s.")
  var emptyGrace: Time?

  @Option(help: "When a result counts as safe on disk. Default: group.")
  var durability: DurabilitySetting?

  @Option(
    help: "Folder of the control socket. Default: $RUNTIME_DIRECTORY, else /run/dispaccio, else the spool's state/.")
  var runtimeDir: String?

  @Option(help: "How log lines are written, to standard error. Default: text.")
  var logFormat: LogFormatSetting?

  @Option(help: "From which level on log lines are written. Default: info.")
  var logLevel: LogLevelSetting?

  /// Runs the daemon; never returns.
  func run(endsWhenIdle: Bool) throws {
    let began = TimeSource.system.now()
    try Terminal.reporting {
      var overrides = pipelines.overrides
      overrides.spool = spool.spool
      overrides.runtimeDirectory = runtimeDir
      overrides.settle = settle?.seconds
      overrides.emptyGrace = emptyGrace?.seconds
      overrides.durability = durability
      overrides.logFormat = logFormat
      overrides.logLevel = logLevel
      Daemon.run(
        Daemon.Plan(effective: try EffectiveSettings.find(overrides), endsWhenIdle: endsWhenIdle, began: began))
    }
  }
}
