import Logging

/// The daemon has begun to start.
public struct ServiceStarted: InstrumentedEvent {
  let version: String
  let spool: String
  let pipelines: [String]

  /// The event.
  public init(version: String, spool: String, pipelines: [String]) {
    self.version = version
    self.spool = spool
    self.pipelines = pipelines
  }

  /// Writes the line and updates the metrics.
  public func emit(to instruments: Instruments) {
    var fields = Fields()
    fields.add("version", version)
    fields.add("spool", spool)
    fields.add("pipelines", pipelines)
    instruments.write(.notice, event: "service_started", "Dispaccio starts.", fields)
  }
}

/// The daemon takes files.
public struct ServiceReady: InstrumentedEvent {
  let startup: UInt64

  /// The event; `startup` is the time since the start, in nanoseconds.
  public init(startup: UInt64) {
    self.startup = startup
  }

  /// Writes the line and updates the metrics.
  public func emit(to instruments: Instruments) {
    // The start is the first load that succeeded.
    instruments.metrics.set(.configurationReloadSuccessful, to: 1)
    instruments.metrics.set(.configurationReloadTime, to: Double(instruments.time.wall().seconds))
    var fields = Fields()
    fields.add("startup_ms", nanoseconds: startup)
    instruments.write(.notice, event: "service_ready", "Dispaccio is ready.", fields)
  }
}

/// The daemon claims no more and finishes what is in flight.
public struct ServiceDraining: InstrumentedEvent {
  let cause: String
  let inFlight: Int

  /// The event; `cause` is a signal's name or a verb.
  public init(cause: String, inFlight: Int) {
    self.cause = cause
    self.inFlight = inFlight
  }

  /// Writes the line and updates the metrics.
  public func emit(to instruments: Instruments) {
    var fields = Fields()
    fields.add("cause", cause)
    fields.add("in_flight", inFlight)
    instruments.write(.notice, event: "service_draining", "Dispaccio finishes what is in flight.", fields)
  }
}

/// The daemon has finished, or its deadline has.
public struct ServiceDrained: InstrumentedEvent {
  let remaining: Int
  let duration: UInt64

  /// The event; `remaining` items stay in `work/` for the next start; `duration` is the time of the drain in nanoseconds.
  public init(remaining: Int, duration: UInt64) {
    self.remaining = remaining
    self.duration = duration
  }

  /// Writes the line and updates the metrics.
  public func emit(to instruments: Instruments) {
    var fields = Fields()
    fields.add("remaining", remaining)
    fields.add("drain_ms", nanoseconds: duration)
    instruments.write(.notice, event: "service_drained", "Dispaccio has stopped.", fields)
  }
}

/// A new configuration is in use.
public struct ConfigurationReloaded: InstrumentedEvent {
  let ruleset: String

  /// The event; `ruleset` names the rules now in use.
  public init(ruleset: String) {
    self.ruleset = ruleset
  }

  /// Writes the line and updates the metrics.
  public func emit(to instruments: Instruments) {
    instruments.metrics.count(.configurationReloads(succeeded: true))
    instruments.metrics.set(.configurationReloadSuccessful, to: 1)
    instruments.metrics.set(.configurationReloadTime, to: Double(instruments.time.wall().seconds))
    var fields = Fields()
    fields.add("ruleset", ruleset)
    instruments.write(.notice, event: "configuration_reloaded", "A new configuration is in use.", fields)
  }
}

/// A new configuration was not fit for use; the old one stays.
public struct ConfigurationRefused: InstrumentedEvent {
  let message: String

  /// The event; `message` names file, line and remedy.
  public init(message: String) {
    self.message = message
  }

  /// Writes the line and updates the metrics.
  public func emit(to instruments: Instruments) {
    instruments.metrics.count(.configurationReloads(succeeded: false))
    instruments.metrics.set(.configurationReloadSuccessful, to: 0)
    var fields = Fields()
    fields.add("cause", message)
    instruments.write(.error, event: "configuration_refused", "The old configuration stays in use.", fields)
  }
}
