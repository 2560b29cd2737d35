/// When a result counts as safe on disk.
public enum DurabilitySetting: String, CaseIterable, Sendable {
  /// Each document's files and folders are synced before the next step.
  case strict
  /// Up to 32 documents, or those of 50 ms, share one sync.
  case group
  /// The kernel writes when it likes: a power cut may cost the last results, never the reports.
  case relaxed
}

/// How log lines are written.
public enum LogFormatSetting: String, CaseIterable, Sendable {
  /// `key=value` pairs.
  case text
  /// One JSON object a line.
  case json
}

/// From which level on log lines are written.
public enum LogLevelSetting: String, CaseIterable, Sendable {
  case trace
  case debug
  case info
  case notice
  case warning
  case error
  case critical
}

/// What `dispaccio.toml` says, or else the defaults: all that the daemon can be told.
///
/// A default-made value is the configuration of a daemon without a file.
public struct ServiceConfiguration: Equatable, Sendable {
  /// The spool's root folder.
  public var spool = "/srv/dispaccio"
  /// The folder that holds the pipelines; nil looks in the usual places (see `Places`).
  public var pipelines: String?
  /// The pipeline of a report that lies in no pipeline's folder.
  public var defaultPipeline = "conflict"
  /// Seconds that a file must stay unchanged before it is taken.
  public var settle = 2.0
  /// Seconds that an empty file may wait for its content before it counts as failed.
  public var emptyGrace = 60.0
  /// Seconds between two looks through the whole inbox.
  public var rescan = 30.0
  /// Names in the inbox that are left alone besides the usual ones: `*.bak`, `draft-*`, `~*.wrk` or whole names.
  public var ignore: [String] = []
  /// The usual ones, others' furniture; nil for those that the spool knows.
  public var ignoreUsual: [String]?
  /// When set, a report is taken only once a file of its name and this suffix lies beside it.
  public var readySuffix: String?
  /// Bytes above which a report is refused unread.
  public var maxDocumentBytes = 16 << 20
  /// When a result counts as safe.
  public var durability = DurabilitySetting.group
  /// Documents that may be under way in all stages together.
  public var budgetDocuments = 128
  /// Bytes of reports that may be under way in all stages together.
  public var budgetBytes = 64 << 20
  /// Seconds between two lines of stage metrics.
  public var statisticsInterval = 60.0
  /// Seconds that documents under way have to finish once the daemon is told to stop.
  public var drainDeadline = 40.0
  /// Free bytes below which nothing new is taken; 0 for no such reserve.
  public var reserveBytes = 16 << 20
  /// Free inodes below which nothing new is taken; 0 for no such reserve.
  public var reserveInodes = 256
  /// Seconds between two tries to go on while the machine refuses a service.
  public var probeInterval = 5.0
  /// The file that the metrics are left in, as Prometheus text; nil leaves them in systemd's runtime folder, if there is
  /// one.
  public var metricsFile: String?
  /// Days that originals stay in `done/`; 0 keeps them for ever.
  public var keepDoneDays = 30
  /// Whether pipelines are loaded anew by themselves when their files have changed.
  public var watchPipelines = false
  /// How log lines are written.
  public var logFormat = LogFormatSetting.text
  /// From which level on log lines are written.
  public var logLevel = LogLevelSetting.info
  /// Widths and bounds that go before those of a pipeline, by the stage's name.
  public var stages: [String: StageSettings] = [:]

  /// The defaults.
  public init() {}

  /// Reads `text`, the content of `file`, over the defaults.
  ///
  /// `stageNames` are the names that a `[stages.…]` table may bear. Throws at the first value that is unknown, of the
  /// wrong type or out of range.
  public static func parse(
    _ text: String, file: String, stageNames: [String]
  ) throws(ConfigurationError) -> ServiceConfiguration {
    let reader = try SettingsReader(text: text, file: file)
    try reader.requireOnly(knownKeys)
    var result = ServiceConfiguration()
    try result.readPlaces(reader)
    try result.readNames(reader)
    try result.readTimes(reader)
    result.maxDocumentBytes = try reader.integer("max_document_bytes", in: 1...(1 << 30)) ?? result.maxDocumentBytes
    result.reserveBytes = try reader.integer("reserve_bytes", in: 0...(1 << 50)) ?? result.reserveBytes
    result.reserveInodes = try reader.integer("reserve_inodes", in: 0...(1 << 40)) ?? result.reserveInodes
    result.keepDoneDays = try reader.integer("keep_done_days", in: 0...36_500) ?? result.keepDoneDays
    result.watchPipelines = try reader.flag("watch_pipelines") ?? result.watchPipelines
    result.durability = try reader.choice("durability", DurabilitySetting.self) ?? result.durability
    result.logFormat = try reader.choice("log_format", LogFormatSetting.self) ?? result.logFormat
    result.logLevel = try reader.choice("log_level", LogLevelSetting.self) ?? result.logLevel
    if let budget = try reader.section("budget") {
      try budget.requireOnly(["documents", "bytes"])
      result.budgetDocuments = try budget.integer("documents", in: 1...100_000) ?? result.budgetDocuments
      result.budgetBytes = try budget.integer("bytes", in: 65536...(64 << 30)) ?? result.budgetBytes
    }
    result.stages = try StageSettings.read(from: reader, known: stageNames)
    return result
  }

  private static let knownKeys = [
    "spool", "pipelines", "default_pipeline", "settle", "empty_grace", "rescan", "max_document_bytes",
    "durability", "statistics_interval", "drain_deadline", "log_format", "log_level", "metrics_file", "budget",
    "stages", "reserve_bytes", "reserve_inodes", "probe_interval", "keep_done_days", "watch_pipelines",
    "ignore", "ignore_usual", "ready_suffix",
  ]

  private mutating func readPlaces(_ reader: SettingsReader) throws(ConfigurationError) {
    for key in ["spool", "pipelines", "metrics_file"] {
      guard let path = try reader.string(key) else { continue }
      guard path.hasPrefix("/") else {
        throw reader.error(
          key, "\(key) is \"\(path)\", which depends on where the daemon is started.", "Write an absolute path.")
      }
      switch key {
      case "spool": spool = path
      case "pipelines": pipelines = path
      default: metricsFile = path
      }
    }
    guard let name = try reader.string("default_pipeline") else { return }
    guard PipelineConfiguration.isPlainName(name) else {
      throw reader.error(
        "default_pipeline", "\"\(name)\" cannot name a pipeline.", "Use lower-case letters, digits and hyphens only.")
    }
    defaultPipeline = name
  }

  private mutating func readNames(_ reader: SettingsReader) throws(ConfigurationError) {
    ignore = try readPatterns("ignore", reader) ?? ignore
    ignoreUsual = try readPatterns("ignore_usual", reader) ?? ignoreUsual
    readySuffix = try reader.string("ready_suffix") ?? readySuffix
    if let readySuffix, readySuffix.utf8.count > 64 || readySuffix.contains("/") || readySuffix.hasPrefix("~") {
      throw reader.error(
        "ready_suffix", "\"\(readySuffix)\" cannot end a name.", "Write something like .ok, of at most 64 bytes.")
    }
  }

  private func readPatterns(_ key: String, _ reader: SettingsReader) throws(ConfigurationError) -> [String]? {
    let patterns = try reader.strings(key)
    for pattern in patterns ?? [] {
      let stars = pattern.utf8.count { $0 == UInt8(ascii: "*") }
      guard stars <= 1, pattern.utf8.count > stars, !pattern.contains("/") else {
        throw reader.error(
          key, "\"\(pattern)\" is no pattern for names.",
          "Write *.bak, draft-* or a whole name, with at most one asterisk and without folders.")
      }
    }
    return patterns
  }

  private mutating func readTimes(_ reader: SettingsReader) throws(ConfigurationError) {
    settle = try reader.seconds("settle", in: 0...3600) ?? settle
    emptyGrace = try reader.seconds("empty_grace", in: 0...86400) ?? emptyGrace
    rescan = try reader.seconds("rescan", in: 0.1...3600) ?? rescan
    probeInterval = try reader.seconds("probe_interval", in: 0.01...3600) ?? probeInterval
    statisticsInterval = try reader.seconds("statistics_interval", in: 0.1...86400) ?? statisticsInterval
    drainDeadline = try reader.seconds("drain_deadline", in: 0.1...3600) ?? drainDeadline
  }
}
