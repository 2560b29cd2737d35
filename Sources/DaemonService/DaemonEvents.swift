internal import Instrumentation
internal import Logging
internal import ServiceSetup

extension Fields {
  /// Where, why, and what to do.
  mutating func add(_ error: ServiceError) {
    add("place", error.place)
    add("cause", error.message)
    add("remedy", error.remedy)
  }
}

/// The daemon cannot start.
struct ServiceFailed: InstrumentedEvent {
  let error: ServiceError

  func emit(to instruments: Instruments) {
    var fields = Fields()
    fields.add(error)
    fields.add("status", Int(error.status.rawValue))
    instruments.write(.critical, event: "service_failed", "Dispaccio cannot start.", fields)
  }
}

/// Something was changed on disk that only a restart can take into use.
struct RestartNeeded: InstrumentedEvent {
  let subject: String

  func emit(to instruments: Instruments) {
    var fields = Fields()
    fields.add("subject", subject)
    instruments.write(.warning, event: "restart_needed", "A change takes effect at the next start only.", fields)
  }
}

/// The numbers for `stats` could not be left in the spool.
struct StatusUnwritten: InstrumentedEvent {
  let error: ServiceError

  func emit(to instruments: Instruments) {
    var fields = Fields()
    fields.add(error)
    instruments.write(.warning, event: "status_unwritten", "The metrics for stats cannot be written.", fields)
  }
}

/// The control socket could not be opened: operators can use signals and a stopped spool only.
struct ControlUnavailable: InstrumentedEvent {
  let error: ServiceError

  func emit(to instruments: Instruments) {
    var fields = Fields()
    fields.add(error)
    instruments.write(.warning, event: "control_unavailable", "There is no control socket.", fields)
  }
}

/// An operator asked for something that changes what the daemon does.
struct OperatorAsked: InstrumentedEvent {
  let verb: String
  let peer: String

  func emit(to instruments: Instruments) {
    var fields = Fields()
    fields.add("verb", verb)
    fields.add("peer", peer)
    instruments.write(.notice, event: "operator_asked", "An operator asks.", fields)
  }
}

/// Originals were removed from `done/` because they were kept long enough.
struct DoneCleared: InstrumentedEvent {
  let count: Int
  let days: Int

  func emit(to instruments: Instruments) {
    var fields = Fields()
    fields.add("count", count)
    fields.add("older_than_days", days)
    instruments.write(.notice, event: "done_cleared", "Old originals were removed from done/.", fields)
  }
}

/// The date has leapt: by it, originals might go that are not old.
struct DateDistrusted: InstrumentedEvent {
  func emit(to instruments: Instruments) {
    var fields = Fields()
    fields.add("remedy", "None is needed if the date is right: a day from now it is believed.")
    instruments.write(
      .warning, event: "date_distrusted", "The date has leapt, and nothing is removed from done/ by it.", fields)
  }
}

/// Old originals could not be removed from `done/`.
struct DoneUncleared: InstrumentedEvent {
  let error: ServiceError

  func emit(to instruments: Instruments) {
    var fields = Fields()
    fields.add(error)
    instruments.write(.warning, event: "done_uncleared", "Old originals cannot be removed from done/.", fields)
  }
}

/// The numbers could not be left for a scraper.
struct MetricsFileUnwritten: InstrumentedEvent {
  let error: ServiceError

  func emit(to instruments: Instruments) {
    var fields = Fields()
    fields.add(error)
    instruments.write(
      .warning, event: "metrics_file_unwritten", "The metrics file cannot be written.", fields,
      floodClass: "metrics_file")
  }
}
