internal import Analysis
internal import DocumentModel
internal import Instrumentation
internal import Rulesets
internal import Spool

/// A report on its way through the stages: what the spool claimed, what was found so far, and the rules it started with.
struct DocumentUnderWay: Sendable {
  let claimed: Claimed
  let ruleset: Ruleset
  var analysis: Document
  /// Whether the same report was delivered before, under the same rules: then nothing is done to it.
  var isKnown = false

  /// The document as claimed; its bytes are read in the first stage.
  init(_ claimed: Claimed, ruleset: Ruleset) {
    self.claimed = claimed
    self.ruleset = ruleset
    analysis = Document(name: claimed.name, bytes: [])
  }

  /// What is to be committed, in the order of the renderings, the record last: its presence says that the briefs are there
  /// too.
  var delivery: Delivery {
    let further = analysis.further.map(\.id).joined(separator: " ")
    return Delivery(
      id: Array(analysis.id.utf8),
      // The first report's record last of all: it says that those of the others are there.
      outputs: (analysis.further + [analysis]).flatMap { report in
        report.outputs.map { Delivery.Output(fileName: Array("\(report.id).\($0.name)".utf8), bytes: $0.bytes) }
      },
      completion: isKnown ? .duplicate : .written, origin: (ruleset.hash, analysis.record?.source.sha256),
      ledger: [("language", analysis.language), ("pipeline", ruleset.pipeline)]
        + (further.isEmpty ? [] : [(Delivery.furtherKey, further)]))
  }

  /// How the clauses of its briefs came to be, for the log and the metrics.
  var briefCounts: BriefCounts {
    var means: [String: Int] = [:]
    var gates: [String: Int] = [:]
    for report in analysis.reports {
      for (name, count) in report.counts.clauses { means[name.rawValue, default: 0] += count }
      for (name, count) in report.counts.shut { gates[name, default: 0] += count }
    }
    return BriefCounts(means: means.map { ($0.key, $0.value) }, gates: gates.map { ($0.key, $0.value) })
  }

  /// Why the document cannot be delivered, as the spool keeps it beside the original.
  func rejection(_ failure: any Error, in stage: String, times: StageTimes) -> Rejection {
    let id = analysis.id.isEmpty ? nil : Array(analysis.id.utf8)
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
