internal import Analysis
internal import DocumentModel
internal import Instrumentation
internal import Spool

/// A report on its way through the stages: what the spool claimed, what was found so far, and the rules it started with.
struct DocumentUnderWay: Sendable {
  let claimed: Claimed
  let ruleset: Ruleset
  var dossier: Dossier
  /// Whether the same report was delivered before, under the same rules: then nothing is done to it.
  var isKnown = false

  /// The document as claimed; its bytes are read in the first stage.
  init(_ claimed: Claimed, ruleset: Ruleset) {
    self.claimed = claimed
    self.ruleset = ruleset
    dossier = Dossier(name: claimed.name, bytes: [])
  }

  /// What is to be committed, in the order of the renderings, the record last: its presence says that the briefs are there
  /// too.
  var delivery: Delivery {
    let id = Array(dossier.id.utf8)
    return Delivery(
      id: id,
      outputs: dossier.outputs.map { Delivery.Output(fileName: id + Array(".\($0.name)".utf8), bytes: $0.bytes) },
      completion: isKnown ? .duplicate : .written, origin: (ruleset.hash, dossier.record?.source.sha256),
      ledger: [("language", dossier.language), ("pipeline", ruleset.pipeline)])
  }

  /// How the clauses of its briefs came to be, for the log and the metrics.
  var briefCounts: BriefCounts {
    BriefCounts(
      means: dossier.counts.clauses.map { ($0.key.rawValue, $0.value) },
      gates: dossier.counts.shut.map { ($0.key, $0.value) })
  }

  /// Why the document cannot be delivered, as the spool keeps it beside the original.
  func rejection(_ failure: any Error, in stage: String, times: StageTimes) -> Rejection {
    let id = dossier.id.isEmpty ? nil : Array(dossier.id.utf8)
    guard let error = failure as? AnalysisError else {
      return Rejection(
        class: .fault, stage: stage, message: "The stage ended with an unexpected error: \(failure).",
        remedy: "This is a fault of the program: please report it with the document.", id: id, stages: times)
    }
    let isFault = error.errorClass == "internal"
    return Rejection(
      class: isFault ? .fault : FailureClass(rawValue: error.errorClass) ?? .stageFailed, stage: stage,
      message: error.message,
      remedy: error.remedy, id: id, stages: times)
  }
}
