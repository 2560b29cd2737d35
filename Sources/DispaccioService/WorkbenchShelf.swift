internal import Analysis
internal import Rulesets

/// The workbenches of one lane, by ruleset. They hold handles that only one thread may use, so each lane has a shelf of
/// its own, and opens a bench when the first document with its rules comes by.
final class WorkbenchShelf {
  private final class Bench {
    var workbench: Workbench
    var lastUse = 0

    init(ruleset: Ruleset) throws(AnalysisError) {
      workbench = try Workbench(ruleset: ruleset)
    }
  }

  private var benches: [String: Bench] = [:]
  private var uses = 0
  private let room: Int

  /// A shelf for `room` rulesets: one for each pipeline, and one more for those that a reload has just replaced.
  init(room: Int) {
    self.room = room
  }

  /// Performs a step with the bench for `ruleset`.
  func perform(_ step: AnalysisStep, on dossier: inout Dossier, ruleset: Ruleset) throws(AnalysisError) {
    let bench = try bench(for: ruleset)
    try step.perform(on: &dossier, with: &bench.workbench, ruleset: ruleset)
  }

  private func bench(for ruleset: Ruleset) throws(AnalysisError) -> Bench {
    uses += 1
    if let bench = benches[ruleset.hash] {
      bench.lastUse = uses
      return bench
    }
    if benches.count >= room, let oldest = benches.min(by: { $0.value.lastUse < $1.value.lastUse }) {
      benches[oldest.key] = nil
    }
    let bench = try Bench(ruleset: ruleset)
    bench.lastUse = uses
    benches[ruleset.hash] = bench
    return bench
  }
}
