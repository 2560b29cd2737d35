import Logging

/// A file is left in the inbox; told once for each file, as the spool remembers them.
public struct FileSkipped: InstrumentedEvent {
  let path: [UInt8]
  let reason: SkipReason
  let remedy: String

  /// The event; `path` is below the inbox.
  public init(path: [UInt8], reason: SkipReason, remedy: String) {
    self.path = path
    self.reason = reason
    self.remedy = remedy
  }

  /// Writes the line and updates the metrics.
  public func emit(to instruments: Instruments) {
    instruments.metrics.count(.filesSkipped(reason))
    var fields = Fields()
    fields.add("name", EscapedName.text(path))
    fields.add("reason", reason.rawValue)
    fields.add("remedy", remedy)
    instruments.write(
      reason == .ignored ? .debug : .warning, event: "file_skipped", "File stays in the inbox.", fields,
      floodClass: reason.rawValue)
  }
}

/// Nothing is claimed for now; what is in work stays there, uncounted.
public struct SpoolPaused: InstrumentedEvent {
  let reason: PauseReason
  let message: String

  /// The event.
  public init(reason: PauseReason, message: String) {
    self.reason = reason
    self.message = message
  }

  /// Writes the line and updates the metrics.
  public func emit(to instruments: Instruments) {
    instruments.metrics.set(.paused, to: 1)
    instruments.metrics.set(.pausedBecause(reason), to: 1)
    var fields = Fields()
    fields.add("reason", reason.rawValue)
    fields.add("cause", message)
    instruments.write(.notice, event: "spool_paused", "Claiming is paused.", fields)
  }
}

/// Claiming goes on.
public struct SpoolResumed: InstrumentedEvent {
  let reason: PauseReason
  let paused: UInt64

  /// The event; `paused` is how long, in nanoseconds.
  public init(reason: PauseReason, paused: UInt64) {
    self.reason = reason
    self.paused = paused
  }

  /// Writes the line and updates the metrics.
  public func emit(to instruments: Instruments) {
    instruments.metrics.set(.paused, to: 0)
    instruments.metrics.set(.pausedBecause(reason), to: 0)
    var fields = Fields()
    fields.add("reason", reason.rawValue)
    fields.add("paused_ms", nanoseconds: paused)
    instruments.write(.notice, event: "spool_resumed", "Claiming goes on.", fields)
  }
}

/// The kernel dropped watch events; a scan follows.
public struct WatchOverflowed: InstrumentedEvent {
  /// The event.
  public init() {}

  /// Writes the line and updates the metrics.
  public func emit(to instruments: Instruments) {
    instruments.metrics.count(.watchOverflows)
    instruments.write(
      .warning, event: "watch_overflowed", "Watch events were lost; the inbox is scanned.", floodClass: "inotify")
  }
}

/// Folders cannot be watched; scans alone find files.
public struct WatchUnavailable: InstrumentedEvent {
  let message: String

  /// The event.
  public init(message: String) {
    self.message = message
  }

  /// Writes the line and updates the metrics.
  public func emit(to instruments: Instruments) {
    var fields = Fields()
    fields.add("cause", message)
    instruments.write(
      .warning, event: "watch_unavailable", "The inbox is not watched; scans alone find files.", fields,
      floodClass: "inotify")
  }
}

/// What a start found of an earlier run.
public struct ItemsRecovered: InstrumentedEvent {
  let inFlight: Int
  let poison: Int
  let deferred: Int

  /// The event: items that were in flight, items given up as poison, items that wait for a later try.
  public init(inFlight: Int, poison: Int, deferred: Int) {
    self.inFlight = inFlight
    self.poison = poison
    self.deferred = deferred
  }

  /// Writes the line and updates the metrics.
  public func emit(to instruments: Instruments) {
    if inFlight > 0 { instruments.metrics.count(.crashRecoveries, by: UInt64(inFlight)) }
    var fields = Fields()
    fields.add("in_flight", inFlight)
    fields.add("poison", poison)
    fields.add("deferred", deferred)
    instruments.write(.notice, event: "items_recovered", "Items of an earlier run were found.", fields)
  }
}

/// The ledger was torn or lacked lines, and has been mended.
public struct LedgerRepaired: InstrumentedEvent {
  let path: String
  let torn: Bool
  let added: Int

  /// The event: which file, whether its last line was torn, how many lines were added from `done/`.
  public init(path: String, torn: Bool, added: Int) {
    self.path = path
    self.torn = torn
    self.added = added
  }

  /// Writes the line and updates the metrics.
  public func emit(to instruments: Instruments) {
    instruments.metrics.count(.ledgerRepairs, by: UInt64(max(added, torn ? 1 : 0)))
    var fields = Fields()
    fields.add("path", path)
    fields.add("torn", torn)
    fields.add("added", added)
    instruments.write(.warning, event: "ledger_repaired", "The ledger was mended.", fields)
  }
}
