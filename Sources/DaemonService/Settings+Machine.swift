internal import Configuration
internal import Instrumentation
internal import Logging
internal import Spool

// The words column and the machine column do not know each other: here the values of one become those of the other.

extension LogFormat {
  init(_ setting: LogFormatSetting) {
    switch setting {
    case .text: self = .text
    case .json: self = .json
    }
  }
}

extension Logger.Level {
  init(_ setting: LogLevelSetting) {
    switch setting {
    case .trace: self = .trace
    case .debug: self = .debug
    case .info: self = .info
    case .notice: self = .notice
    case .warning: self = .warning
    case .error: self = .error
    case .critical: self = .critical
    }
  }
}

extension Durability {
  init(_ setting: DurabilitySetting) {
    switch setting {
    case .strict: self = .strict
    case .group: self = .group
    case .relaxed: self = .relaxed
    }
  }
}

extension SpoolOptions {
  init(_ configuration: ServiceConfiguration, pipelines: Set<String>) {
    self.init(root: Array(configuration.spool.utf8))
    self.pipelines = pipelines
    ignore = IgnorePatterns((configuration.ignoreUsual ?? IgnorePatterns.usual) + configuration.ignore)
    readySuffix = configuration.readySuffix.map { Array($0.utf8) }
    settle = .seconds(configuration.settle)
    emptyGrace = .seconds(configuration.emptyGrace)
    rescanInterval = .seconds(configuration.rescan)
    maximumDocumentBytes = configuration.maxDocumentBytes
    minimumFreeBytes = configuration.reserveBytes
    minimumFreeInodes = configuration.reserveInodes
    probeInterval = .seconds(configuration.probeInterval)
    durability = Durability(configuration.durability)
  }
}
