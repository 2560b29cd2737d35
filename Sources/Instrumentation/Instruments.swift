public import Logging

/// Something worth telling: one struct whose one ``emit(to:)`` writes the log line and updates the metrics, so that the
/// two cannot drift apart.
public protocol InstrumentedEvent: Sendable {
  /// Writes the line and updates the metrics.
  func emit(to instruments: Instruments)
}

/// The log, the metrics and the clocks of a process, passed to every part that has something to tell.
public struct Instruments: Sendable {
  /// The log.
  public let logger: Logger
  /// The numbers.
  public let metrics: Metrics
  /// The clocks.
  public let time: TimeSource
  private let flood: Flood

  private final class Flood: Sendable {
    let control = Guarded(FloodControl())
  }

  /// Instruments around a log of the caller.
  public init(logger: Logger, metrics: Metrics = Metrics(), time: TimeSource = .system) {
    self.logger = logger
    self.metrics = metrics
    self.time = time
    flood = Flood()
  }

  /// Instruments with a log of their own; `journalPriority` puts `<N>` before each line, and a `journal` gets the lines
  /// with a field for each fact.
  public init(
    format: LogFormat, level: Logger.Level = .info, journalPriority: Bool = false, output: LogOutput = .standardError,
    metrics: Metrics = Metrics(), time: TimeSource = .system, journal: JournalSocket? = nil
  ) {
    var logger = Logger(label: "dispaccio") { _ in
      LineLogHandler(
        format: format, level: level, journalPriority: journalPriority, output: output, time: time, journal: journal)
    }
    logger.logLevel = level
    self.init(logger: logger, metrics: metrics, time: time)
  }

  /// Tells of an event.
  public func emit(_ event: some InstrumentedEvent) {
    event.emit(to: self)
  }

  /// Writes a line for each kind of message that flood control has suppressed since the last call.
  public func flushSuppressed() {
    for (key, suppressed) in flood.control.withLock({ $0.closingLines() }) {
      var fields = Fields()
      fields.add("kind", key)
      fields.add("suppressed", suppressed)
      write(.warning, event: "messages_suppressed", "Similar messages were suppressed.", fields)
    }
  }

  /// Writes one line. With a `floodClass`, lines of the same event and class are limited (a burst of 20 in 10 s).
  public func write(
    _ level: Logger.Level, event: String, _ message: Logger.Message, _ fields: Fields = Fields(),
    floodClass: String? = nil
  ) {
    guard logger.logLevel <= level else { return }
    var fields = fields
    if let floodClass {
      switch flood.control.withLock({ $0.lineOffered("\(event)/\(floodClass)", at: time.now()) }) {
      case .suppress: return
      case .write(let suppressed): if suppressed > 0 { fields.add("suppressed", suppressed) }
      }
    }
    logger.log(
      level: level, message, metadata: [LogKey.event: .string(event), LogKey.fields: .stringConvertible(fields)])
  }
}
