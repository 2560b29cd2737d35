internal import Instrumentation
internal import Logging

/// The daemon cannot start.
struct ServiceFailed: InstrumentedEvent {
  let error: ServiceError

  func emit(to instruments: Instruments) {
    var fields = Fields()
    fields.add("place", error.place)
    fields.add("cause", error.message)
    fields.add("remedy", error.remedy)
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
    fields.add("place", error.place)
    fields.add("cause", error.message)
    fields.add("remedy", error.remedy)
    instruments.write(.warning, event: "status_unwritten", "The metrics for stats cannot be written.", fields)
  }
}

/// The numbers could not be left for a scraper.
struct MetricsFileUnwritten: InstrumentedEvent {
  let error: ServiceError

  func emit(to instruments: Instruments) {
    var fields = Fields()
    fields.add("place", error.place)
    fields.add("cause", error.message)
    fields.add("remedy", error.remedy)
    instruments.write(
      .warning, event: "metrics_file_unwritten", "The metrics file cannot be written.", fields,
      floodClass: "metrics_file")
  }
}
