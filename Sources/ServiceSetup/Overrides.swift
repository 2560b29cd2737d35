public import Configuration

/// What the command's options say: it goes before the environment and the configuration file.
public struct Overrides: Equatable, Sendable {
  /// `--config`: a file that must exist.
  public var configurationFile: String?
  /// `--spool`.
  public var spool: String?
  /// `--pipelines`.
  public var pipelines: String?
  /// `--runtime-dir`: the folder of the control socket.
  public var runtimeDirectory: String?
  /// `--settle`, in seconds.
  public var settle: Double?
  /// `--empty-grace`, in seconds.
  public var emptyGrace: Double?
  /// `--durability`.
  public var durability: DurabilitySetting?
  /// `--log-format`.
  public var logFormat: LogFormatSetting?
  /// `--log-level`.
  public var logLevel: LogLevelSetting?

  /// No option given.
  public init() {}

  /// The configuration that is in force: `file`'s, with spool by environment and everything by option.
  func applied(to file: ServiceConfiguration, environment: [String: String]) -> ServiceConfiguration {
    var result = file
    result.spool = Places.spool(option: spool, environment: environment, configuration: file)
    result.settle = settle ?? file.settle
    result.emptyGrace = emptyGrace ?? file.emptyGrace
    result.durability = durability ?? file.durability
    result.logFormat = logFormat ?? file.logFormat
    result.logLevel = logLevel ?? file.logLevel
    return result
  }
}
