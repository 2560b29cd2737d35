public import Logging

/// How log lines are written.
public enum LogFormat: String, Sendable, CaseIterable {
  /// `key=value`.
  case text
  /// One JSON object a line.
  case json
}

/// Writes each log message as one line of `key=value` or JSON.
///
/// The order of keys is time, level, event, msg, then the facts of the event in its own order.
public struct LineLogHandler: LogHandler {
  /// Facts that every line carries.
  public var metadata: Logger.Metadata = [:]
  /// Not used.
  public var metadataProvider: Logger.MetadataProvider?
  /// The least grave level that is written.
  public var logLevel: Logger.Level
  private let format: LogFormat
  private let journalPriority: Bool
  private let output: LogOutput
  private let journal: JournalSocket?
  private let wall: @Sendable () -> WallTime

  /// A handler; `journalPriority` puts `<N>` before each line, for a stream that the journal reads. With a `journal` the
  /// lines go there, with their facts as fields, and to `output` only those that it does not take.
  public init(
    format: LogFormat, level: Logger.Level, journalPriority: Bool, output: LogOutput, time: TimeSource,
    journal: JournalSocket? = nil
  ) {
    self.format = format
    self.journalPriority = journalPriority
    self.output = output
    self.journal = journal
    logLevel = level
    wall = time.wall
  }

  /// One of the facts that every line carries.
  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  /// Writes one message as one line.
  public func log(event: LogEvent) {
    var fields = Fields()
    fields.add("time", wall().iso8601)
    fields.add("level", event.level.rawValue)
    let metadata = metadata.merging(event.metadata ?? [:]) { _, new in new }
    var kind: String?
    if case .string(let name)? = metadata[LogKey.event] { kind = name }
    fields.add(LogKey.event, kind)
    fields.add("msg", event.message.description)
    var facts = Fields()
    if case .stringConvertible(let value)? = metadata[LogKey.fields], let own = value as? Fields { facts = own }
    for (key, value) in metadata.sorted(by: { $0.key < $1.key }) where key != LogKey.event && key != LogKey.fields {
      facts.add(key, "\(value)")
    }
    var line: [UInt8] = []
    switch format {
    case .text:
      var text: [UInt8] = []
      LogfmtWriter.append(fields, prefix: "", to: &text)
      LogfmtWriter.append(facts, prefix: "", to: &text)
      line += text
    case .json:
      line.append(0x7b)
      FlatJSONWriter.appendMembers(of: fields, isFirst: true, to: &line)
      FlatJSONWriter.appendMembers(of: facts, isFirst: false, to: &line)
      line.append(0x7d)
    }
    let priority = event.level.syslogPriority
    if let journal, journal.send(line, priority: priority, event: kind, facts: facts) { return }
    line.append(0x0a)
    output.write(journalPriority ? Array("<\(priority)>".utf8) + line : line)
  }
}

/// The keys under which events hand their parts to the log.
enum LogKey {
  static let event = "event"
  static let fields = "fields"
}

extension Logger.Level {
  /// The number that the journal reads between `<` and `>`.
  var syslogPriority: Int {
    switch self {
    case .critical: 2
    case .error: 3
    case .warning: 4
    case .notice: 5
    case .info: 6
    case .debug, .trace: 7
    }
  }
}
