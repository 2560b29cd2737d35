internal import Analysis
internal import Rulesets

/// The handles of one lane, by ruleset. Only one thread may use them, so each lane has a cache of
/// its own, and opens an entry when the first document with its rules comes by.
final class LaneHandlesCache {
  private final class Entry {
    var handles: LaneHandles
    var lastUse = 0

    init(ruleset: Ruleset) throws(AnalysisError) {
      handles = try LaneHandles(ruleset: ruleset)
    }
  }

  private var entries: [String: Entry] = [:]
  private var uses = 0
  private let room: Int

  /// A cache for `room` rulesets: one for each pipeline, and one more for those that a reload has just replaced.
  init(room: Int) {
    self.room = room
  }

  /// Performs a step with the entry for `ruleset`.
  func perform(_ step: AnalysisStep, on analysis: inout Document, ruleset: Ruleset) throws(AnalysisError) {
    let entry = try entry(for: ruleset)
    try step.perform(on: &analysis, with: &entry.handles, ruleset: ruleset)
  }

  private func entry(for ruleset: Ruleset) throws(AnalysisError) -> Entry {
    uses += 1
    if let entry = entries[ruleset.hash] {
      entry.lastUse = uses
      return entry
    }
    if entries.count >= room, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
      entries[oldest.key] = nil
    }
    let entry = try Entry(ruleset: ruleset)
    entry.lastUse = uses
    entries[ruleset.hash] = entry
    return entry
  }
}
