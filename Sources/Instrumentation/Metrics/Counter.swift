/// One label of a number.
public struct MetricLabel: Sendable, Codable, Hashable {
  /// Its name.
  public let key: String
  /// One of a closed set.
  public let value: String

  init(_ key: String, _ value: String) {
    self.key = key
    self.value = value
  }
}

/// A number that only grows. Labels are closed sets: never a file name, an id or free text.
public enum Counter: Hashable, Sendable {
  /// Files seen in the inbox for the first time.
  case filesDiscovered(Discovery)
  /// Files left in the inbox.
  case filesSkipped(SkipReason)
  /// Files taken out of the inbox.
  case filesClaimed
  /// Items that were found in flight after a crash.
  case crashRecoveries
  /// Documents that reached their end.
  case documentsCompleted(Completion)
  /// Documents in `failed/`, by class.
  case documentsFailed(FailureClass)
  /// Documents put back for a later try.
  case documentsRetried(FailureClass)
  /// Documents by language.
  case languages(String)
  /// Clauses of briefs, by how they came to be.
  case clauses(String)
  /// Sentences quoted in another language, by the gate that kept them from being told.
  case shutClauses(String)
  /// Lost watch events that forced a scan.
  case watchOverflows
  /// Scans of the whole inbox.
  case rescans(RescanReason)
  /// Files that a scan found and no event had announced.
  case rescanFound
  /// Times that the machine refused a service (disk full and the like).
  case machineErrors(MachineOperation, MachineRefusal)
  /// Lines of the ledger written anew after a crash.
  case ledgerRepairs
  /// Loads of the configuration that succeeded or failed.
  case configurationReloads(succeeded: Bool)

  /// Name for Prometheus.
  public var name: String {
    switch self {
    case .filesDiscovered: "dispaccio_files_discovered_total"
    case .filesSkipped: "dispaccio_files_skipped_total"
    case .filesClaimed: "dispaccio_files_claimed_total"
    case .crashRecoveries: "dispaccio_crash_recoveries_total"
    case .documentsCompleted: "dispaccio_documents_completed_total"
    case .documentsFailed: "dispaccio_documents_failed_total"
    case .documentsRetried: "dispaccio_documents_retried_total"
    case .languages: "dispaccio_languages_total"
    case .clauses: "dispaccio_brief_clauses_total"
    case .shutClauses: "dispaccio_brief_clauses_shut_total"
    case .watchOverflows: "dispaccio_watch_overflows_total"
    case .rescans: "dispaccio_rescans_total"
    case .rescanFound: "dispaccio_rescan_found_total"
    case .machineErrors: "dispaccio_io_errors_total"
    case .ledgerRepairs: "dispaccio_ledger_repairs_total"
    case .configurationReloads: "dispaccio_config_reloads_total"
    }
  }

  /// Its labels.
  public var labels: [MetricLabel] {
    switch self {
    case .filesDiscovered(let via): [MetricLabel("via", via.rawValue)]
    case .filesSkipped(let reason): [MetricLabel("reason", reason.rawValue)]
    case .documentsCompleted(let outcome): [MetricLabel("outcome", outcome.rawValue)]
    case .documentsFailed(let failure), .documentsRetried(let failure): [MetricLabel("error_class", failure.rawValue)]
    case .languages(let code): [MetricLabel("lang", Self.knownLanguages.contains(code) ? code : "other")]
    case .clauses(let means): [MetricLabel("means", Self.knownMeans.contains(means) ? means : "other")]
    case .shutClauses(let gate): [MetricLabel("gate", Self.knownGates.contains(gate) ? gate : "other")]
    case .rescans(let reason): [MetricLabel("reason", reason.rawValue)]
    case .machineErrors(let operation, let refusal):
      [MetricLabel("op", operation.rawValue), MetricLabel("errno", refusal.rawValue)]
    case .configurationReloads(let succeeded): [MetricLabel("outcome", succeeded ? "succeeded" : "failed")]
    default: []
    }
  }

  /// How clauses come to be, as records name it.
  static let knownMeans = ["own_words", "quoted", "transferred", "worded"]

  /// The gates before a re-wording, as records name them.
  static let knownGates = [
    "clauses", "figures", "governed", "guessed", "names", "participants", "reread", "unread", "words",
  ]

  static let knownLanguages: Set<String> = [
    "ar", "de", "en", "es", "fa", "fr", "he", "it", "pl", "pt", "ru", "tr", "uk", "und", "zh",
  ]
}

/// A number that goes up and down.
public enum Gauge: Hashable, Sendable {
  /// Files that wait in the inbox, as far as they are known.
  case inboxFiles
  /// Seconds since the oldest of these was first seen.
  case inboxOldestAge
  /// Items in one of the spool's folders.
  case items(ItemState)
  /// 1 while no file is claimed, for whatever reason.
  case paused
  /// 1 while no file is claimed for this reason.
  case pausedBecause(PauseReason)
  /// Bytes free to this user on the spool's file system.
  case diskFreeBytes
  /// Files that may still be made there.
  case diskFreeInodes
  /// When the last document was finished, in seconds since 1970.
  case lastDocument
  /// 1 when the last load of the configuration succeeded.
  case configurationReloadSuccessful
  /// When that was, in seconds since 1970.
  case configurationReloadTime

  /// Name for Prometheus.
  public var name: String {
    switch self {
    case .inboxFiles: "dispaccio_inbox_files"
    case .inboxOldestAge: "dispaccio_inbox_oldest_age_seconds"
    case .items: "dispaccio_items"
    case .paused, .pausedBecause: "dispaccio_paused"
    case .diskFreeBytes: "dispaccio_disk_free_bytes"
    case .diskFreeInodes: "dispaccio_disk_free_inodes"
    case .lastDocument: "dispaccio_last_document_timestamp_seconds"
    case .configurationReloadSuccessful: "dispaccio_config_last_reload_successful"
    case .configurationReloadTime: "dispaccio_config_last_reload_success_timestamp_seconds"
    }
  }

  /// Its labels.
  public var labels: [MetricLabel] {
    switch self {
    case .items(let state): [MetricLabel("state", state.rawValue)]
    case .pausedBecause(let reason): [MetricLabel("reason", reason.rawValue)]
    default: []
    }
  }
}

/// A distribution over all documents or calls.
public enum Distribution: String, Hashable, Sendable, CaseIterable {
  /// From claim to durable output.
  case documentLatency = "dispaccio_document_latency_seconds"
  /// Size of documents.
  case documentBytes = "dispaccio_document_bytes"
  /// One commit of one or more documents: writing, syncing and renaming.
  case commitDuration = "dispaccio_commit_duration_seconds"
  /// One call that makes something durable.
  case syncDuration = "dispaccio_fsync_duration_seconds"
  /// One pass over the whole inbox.
  case rescanDuration = "dispaccio_rescan_duration_seconds"

  var unit: HistogramUnit { self == .documentBytes ? .bytes : .nanoseconds }
}
