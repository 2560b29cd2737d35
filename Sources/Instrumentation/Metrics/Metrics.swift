/// All counters, gauges and histograms of the process; may be used from every thread.
public final class Metrics: Sendable {
  private struct State {
    var counters: [Counter: UInt64] = [:]
    var gauges: [Gauge: Double] = [:]
    var distributions: [Distribution: Histogram] = [:]
    var stages: [StageMeter] = []
    var stageErrors: [StageError: UInt64] = [:]
  }

  private let state = Guarded(State())

  /// No numbers yet.
  public init() {}

  /// Adds to a counter.
  public func count(_ counter: Counter, by amount: UInt64 = 1) {
    state.withLock { $0.counters[counter, default: 0] &+= amount }
  }

  /// Counts a document that ended in a stage; `stage` is one of those that have a meter.
  public func countError(of failure: FailureClass, in stage: String) {
    state.withLock { $0.stageErrors[StageError(stage: stage, failure: failure), default: 0] &+= 1 }
  }

  /// Sets a gauge.
  public func set(_ gauge: Gauge, to value: Double) {
    state.withLock { $0.gauges[gauge] = value }
  }

  /// Adds a value to a distribution, in nanoseconds or bytes.
  public func record(_ value: UInt64, in distribution: Distribution) {
    state.withLock { $0.distributions[distribution, default: Histogram(unit: distribution.unit)].record(value) }
  }

  /// A meter for a stage; stages appear in snapshots in the order of these calls.
  public func makeStageMeter(stage: String, width: Int, capacity: Int) -> StageMeter {
    let meter = StageMeter(stage: stage, width: width, capacity: capacity)
    state.withLock { $0.stages.append(meter) }
    return meter
  }

  /// The present value of a counter.
  public func reading(_ counter: Counter) -> UInt64 {
    state.withLock { $0.counters[counter] ?? 0 }
  }

  /// All numbers as they are now, sorted by name and label.
  public func snapshot() -> MetricsSnapshot {
    let (counters, gauges, distributions, stages, errors) = state.withLock {
      ($0.counters, $0.gauges, $0.distributions, $0.stages, $0.stageErrors)
    }
    return MetricsSnapshot(
      counters: counters.map { Reading(name: $0.key.name, labels: $0.key.labels, value: Double($0.value)) }.sorted(),
      gauges: gauges.map { Reading(name: $0.key.name, labels: $0.key.labels, value: $0.value) }.sorted(),
      distributions: distributions.map { NamedHistogram(name: $0.key.rawValue, histogram: $0.value) }
        .sorted { $0.name < $1.name },
      stages: stages.map(\.reading),
      stageErrors: errors.map { StageErrorCount(stage: $0.key.stage, failure: $0.key.failure, count: $0.value) }
        .sorted { ($0.stage, $0.failure.rawValue) < ($1.stage, $1.failure.rawValue) })
  }
}

/// One number of a snapshot.
public struct Reading: Sendable, Codable, Equatable, Comparable {
  /// Name of the metric.
  public let name: String
  /// Its labels.
  public let labels: [MetricLabel]
  /// The number.
  public let value: Double

  /// Whether the left one comes first.
  public static func < (left: Reading, right: Reading) -> Bool {
    if left.name != right.name { return left.name < right.name }
    return left.labels.map(\.value).lexicographicallyPrecedes(right.labels.map(\.value))
  }
}

/// A distribution of a snapshot.
public struct NamedHistogram: Sendable, Codable, Equatable {
  /// Name of the metric.
  public let name: String
  /// Its counts.
  public let histogram: Histogram
}

/// Where documents ended, and why.
struct StageError: Hashable {
  let stage: String
  let failure: FailureClass
}

/// How many documents ended in one stage for one reason.
public struct StageErrorCount: Sendable, Codable, Equatable {
  /// Name of the stage.
  public let stage: String
  /// The reason.
  public let failure: FailureClass
  /// Documents since the start.
  public let count: UInt64
}

/// All numbers of the process at one time, as values that can be stored, sent and compared.
public struct MetricsSnapshot: Sendable, Codable, Equatable {
  /// Numbers that only grow.
  public let counters: [Reading]
  /// Numbers that go up and down.
  public let gauges: [Reading]
  /// Distributions over documents and calls.
  public let distributions: [NamedHistogram]
  /// Each stage, in the order of the way.
  public let stages: [StageFigures]
  /// Documents that ended in a stage, by stage and reason.
  public let stageErrors: [StageErrorCount]
}
