/// All families that are not a stage's own, with every value that their label can take, so that a scrape shows a zero
/// from the start instead of a gap, and never a value outside the closed sets.
enum MetricCatalogue {
  /// Each inner list is one family; its members differ in the label only.
  static let counters: [[Counter]] = [
    Discovery.allCases.map(Counter.filesDiscovered),
    SkipReason.allCases.map(Counter.filesSkipped),
    [.filesClaimed],
    [.crashRecoveries],
    Completion.allCases.map(Counter.documentsCompleted),
    FailureClass.allCases.map(Counter.documentsFailed),
    FailureClass.allCases.map(Counter.documentsRetried),
    (Counter.knownLanguages.sorted() + ["other"]).map(Counter.languages),
    (Counter.knownMeans + ["other"]).map(Counter.clauses),
    (Counter.knownGates + ["other"]).map(Counter.shutClauses),
    [.watchOverflows],
    RescanReason.allCases.map(Counter.rescans),
    [.rescanFound],
    MachineOperation.allCases.flatMap { operation in
      MachineRefusal.allCases.map { Counter.machineErrors(operation, $0) }
    },
    [.ledgerRepairs],
    [.configurationReloads(succeeded: true), .configurationReloads(succeeded: false)],
  ]

  /// As ``counters``; a gauge that was never set is left out, except where `isZeroUnlessSet`.
  static let gauges: [[Gauge]] = [
    [.inboxFiles],
    [.inboxOldestAge],
    ItemState.allCases.map(Gauge.items),
    PauseReason.allCases.map(Gauge.pausedBecause),
    [.diskFreeBytes],
    [.diskFreeInodes],
    [.lastDocument],
    [.configurationReloadSuccessful],
    [.configurationReloadTime],
  ]
}

extension Counter {
  /// One sentence on what is counted.
  var help: String {
    switch self {
    case .filesDiscovered: "Files seen in the inbox for the first time, by how they were found."
    case .filesSkipped: "Files left in the inbox, by reason."
    case .filesClaimed: "Files taken out of the inbox."
    case .crashRecoveries: "Documents found in work after a crash."
    case .documentsCompleted: "Documents that reached their end, by outcome."
    case .documentsFailed: "Documents moved to failed, by reason."
    case .documentsRetried: "Documents put back for a later try, by reason."
    case .languages: "Documents delivered, by language."
    case .clauses: "Clauses of briefs, by how their words came to be."
    case .shutClauses: "Sentences quoted in another language, by the gate that kept them from being told."
    case .watchOverflows: "Losses of watch events that forced a scan."
    case .rescans: "Scans of the whole inbox, by what set them off."
    case .rescanFound: "Files that a scan found and no watch event had announced."
    case .machineErrors: "Times that the machine refused a service for which the daemon pauses, such as space on disk."
    case .ledgerRepairs: "Lines of the ledger written anew after a crash."
    case .configurationReloads: "Loads of configuration and pipelines since the start, by outcome."
    }
  }
}

extension Gauge {
  /// One sentence on what is told.
  var help: String {
    switch self {
    case .inboxFiles: "Files that wait in the inbox, as far as they are known."
    case .inboxOldestAge: "Time since the oldest file in the inbox was first seen."
    case .items: "Documents in a folder of the spool."
    case .paused, .pausedBecause: "1 while no file is claimed for this reason."
    case .diskFreeBytes: "Bytes free to the daemon on the file system of the spool."
    case .diskFreeInodes: "Files that may still be made on the file system of the spool."
    case .lastDocument: "When the last document was finished."
    case .configurationReloadSuccessful: "1 if the last load of configuration and pipelines succeeded."
    case .configurationReloadTime: "When configuration and pipelines were last loaded with success."
    }
  }

  /// Whether the absence of a value means zero.
  var isZeroUnlessSet: Bool {
    if case .pausedBecause = self { true } else { false }
  }
}

extension Distribution {
  /// One sentence on what is measured.
  var help: String {
    switch self {
    case .documentLatency: "Time from the claim of a document until its result is safe on disk."
    case .documentBytes: "Sizes of the documents taken up."
    case .commitDuration: "Time to write, sync and rename the results of one or more documents."
    case .syncDuration: "Time of one call that makes files or a folder durable."
    case .rescanDuration: "Time of one scan of the whole inbox."
    }
  }
}
