import Logging

/// A document has been taken out of the inbox.
public struct DocumentAdmitted: InstrumentedEvent {
  let ticket: String
  let name: [UInt8]
  let bytes: Int

  /// The event; `name` is the raw name.
  public init(ticket: String, name: [UInt8], bytes: Int) {
    self.ticket = ticket
    self.name = name
    self.bytes = bytes
  }

  /// Writes the line and updates the metrics.
  public func emit(to instruments: Instruments) {
    instruments.metrics.count(.filesClaimed)
    instruments.metrics.record(UInt64(clamping: bytes), in: .documentBytes)
    guard instruments.logger.logLevel <= .debug else { return }
    var fields = Fields()
    fields.add("ticket", ticket)
    fields.add("name", EscapedName.text(name))
    fields.add("bytes", bytes)
    instruments.write(.debug, event: "document_admitted", "Document admitted.", fields)
  }
}

/// How the clauses of a document's briefs came to be.
public struct BriefCounts: Sendable, Equatable {
  /// The clauses by means, sorted by name.
  public let means: [(name: String, count: Int)]
  /// The quotations by the gate that asked for them, sorted by name.
  public let gates: [(name: String, count: Int)]

  /// Counts, in any order.
  public init(means: [(name: String, count: Int)] = [], gates: [(name: String, count: Int)] = []) {
    self.means = means.sorted { $0.name < $1.name }
    self.gates = gates.sorted { $0.name < $1.name }
  }

  /// Whether both count the same.
  public static func == (left: BriefCounts, right: BriefCounts) -> Bool {
    left.means.elementsEqual(right.means, by: ==) && left.gates.elementsEqual(right.gates, by: ==)
  }
}

/// A document's record and briefs are durable in `out/`: the one line that each document gets.
public struct DocumentDelivered: InstrumentedEvent {
  let ticket: String
  let id: String
  let name: [UInt8]
  let bytes: Int
  let language: String
  let outcome: Completion
  let latency: UInt64
  let stages: StageTimes
  let attempts: Int
  let briefs: BriefCounts

  /// The event; `latency` is from claim to durable output, in nanoseconds.
  public init(
    ticket: String, id: String, name: [UInt8], bytes: Int, language: String, outcome: Completion, latency: UInt64,
    stages: StageTimes, attempts: Int, briefs: BriefCounts = BriefCounts()
  ) {
    self.ticket = ticket
    self.id = id
    self.name = name
    self.bytes = bytes
    self.language = language
    self.outcome = outcome
    self.latency = latency
    self.stages = stages
    self.attempts = attempts
    self.briefs = briefs
  }

  /// Writes the line and updates the metrics.
  public func emit(to instruments: Instruments) {
    let metrics = instruments.metrics
    metrics.count(.documentsCompleted(outcome))
    metrics.count(.languages(language))
    metrics.record(latency, in: .documentLatency)
    metrics.set(.lastDocument, to: Double(instruments.time.wall().seconds))
    var fields = Fields()
    fields.add("id", id)
    fields.add("name", EscapedName.text(name))
    fields.add("bytes", bytes)
    fields.add("language", language)
    fields.add("outcome", outcome.rawValue)
    for (means, count) in briefs.means {
      metrics.count(.clauses(means), by: UInt64(count))
      fields.add("clauses.\(means)", count)
    }
    for (gate, count) in briefs.gates {
      metrics.count(.shutClauses(gate), by: UInt64(count))
      fields.add("quoted_by.\(gate)", count)
    }
    fields.add("total_ms", nanoseconds: latency)
    fields.add("wait_ms", nanoseconds: stages.wait)
    fields.add("stage_ms", stages.fields)
    if attempts > 0 { fields.add("attempts", attempts) }
    fields.add("ticket", ticket)
    instruments.write(.info, event: "document_delivered", "Document delivered.", fields)
  }
}

/// A document has been given up and lies in `failed/` with its reason.
public struct DocumentRejected: InstrumentedEvent {
  let ticket: String
  let id: String?
  let name: [UInt8]
  let bytes: Int
  let failure: FailureClass
  let stage: String?
  let message: String
  let folder: String
  let attempts: Int
  let latency: UInt64
  let stages: StageTimes

  /// The event; `latency` is from claim to the move into `failed/`, in nanoseconds, `folder` where it lies now.
  public init(
    ticket: String, id: String?, name: [UInt8], bytes: Int, failure: FailureClass, stage: String?, message: String,
    folder: String, attempts: Int, latency: UInt64, stages: StageTimes
  ) {
    self.ticket = ticket
    self.id = id
    self.name = name
    self.bytes = bytes
    self.failure = failure
    self.stage = stage
    self.message = message
    self.folder = folder
    self.attempts = attempts
    self.latency = latency
    self.stages = stages
  }

  /// Writes the line and updates the metrics.
  public func emit(to instruments: Instruments) {
    let metrics = instruments.metrics
    metrics.count(.documentsCompleted(.rejected))
    metrics.count(.documentsFailed(failure))
    if let stage { metrics.countError(of: failure, in: stage) }
    metrics.record(latency, in: .documentLatency)
    metrics.set(.lastDocument, to: Double(instruments.time.wall().seconds))
    var fields = Fields()
    fields.add("id", id)
    fields.add("name", EscapedName.text(name))
    fields.add("bytes", bytes)
    fields.add("outcome", Completion.rejected.rawValue)
    fields.add("class", failure.rawValue)
    fields.add("stage", stage)
    fields.add("reason", message)
    fields.add("folder", folder)
    fields.add("total_ms", nanoseconds: latency)
    fields.add("wait_ms", nanoseconds: stages.wait)
    fields.add("stage_ms", stages.fields)
    if attempts > 0 { fields.add("attempts", attempts) }
    fields.add("ticket", ticket)
    instruments.write(.error, event: "document_rejected", "Document rejected.", fields)
  }
}

/// A document has been put back for a later try.
public struct DocumentRetried: InstrumentedEvent {
  let ticket: String
  let name: [UInt8]
  let failure: FailureClass
  let attempt: Int
  let delay: Duration

  /// The event; `attempt` counts from 1.
  public init(ticket: String, name: [UInt8], failure: FailureClass, attempt: Int, delay: Duration) {
    self.ticket = ticket
    self.name = name
    self.failure = failure
    self.attempt = attempt
    self.delay = delay
  }

  /// Writes the line and updates the metrics.
  public func emit(to instruments: Instruments) {
    instruments.metrics.count(.documentsRetried(failure))
    var fields = Fields()
    fields.add("name", EscapedName.text(name))
    fields.add("class", failure.rawValue)
    fields.add("attempt", attempt)
    fields.add("delay_ms", nanoseconds: UInt64(clamping: delay.wholeNanoseconds))
    fields.add("ticket", ticket)
    instruments.write(
      .warning, event: "document_retried", "Document will be tried again.", fields, floodClass: failure.rawValue)
  }
}
