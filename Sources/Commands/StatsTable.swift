public import DaemonControl
internal import Instrumentation

/// A daemon's status as a table for people: a line for the daemon, one for the documents, one for each stage.
public struct StatsTable: Sendable {
  private let status: DaemonStatus
  private let isAlive: Bool

  /// A table of `status`; `isAlive` says whether its process still runs.
  public init(_ status: DaemonStatus, isAlive: Bool) {
    self.status = status
    self.isAlive = isAlive
  }

  /// The table's lines.
  public var lines: [String] {
    [daemonLine, documentLine, ""] + aligned([Self.head] + status.metrics.stages.map(row))
  }

  private static let head = [
    "stage", "received", "sent", "errors", "busy", "queued", "p50 ms", "p95 ms", "p99 ms", "wait p50", "wait p95",
  ]

  private var daemonLine: String {
    let state =
      switch (status.isRunning, isAlive) {
      case (true, true): "running as process \(status.process)"
      case (true, false): "died as process \(status.process)"
      case (false, _): "stopped"
      }
    let pipelines = status.pipelines.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
    return "dispaccio \(status.version) \(state), started \(status.started), numbers of \(status.written), \(pipelines)"
  }

  private var documentLine: String {
    let written = counter("dispaccio_documents_completed_total", "written")
    let duplicate = counter("dispaccio_documents_completed_total", "duplicate")
    let rejected = counter("dispaccio_documents_completed_total", "rejected")
    let known = duplicate > 0 ? ", \(duplicate) known already" : ""
    let latency = status.metrics.distributions.first { $0.name == Distribution.documentLatency.rawValue }?.histogram
    let times = latency.map {
      ", from claim to durable p50 \(Self.milliseconds($0, 0.5)) ms, p99 \(Self.milliseconds($0, 0.99)) ms"
    }
    return "documents: \(written) delivered, \(rejected) failed\(known), \(status.underWay) under way\(times ?? "")"
  }

  private func row(_ stage: StageFigures) -> [String] {
    [
      stage.stage, "\(stage.received)", "\(stage.sent)", "\(stage.errors)", "\(stage.busy)/\(stage.width)",
      "\(stage.queued)/\(stage.capacity)", Self.milliseconds(stage.duration, 0.5),
      Self.milliseconds(stage.duration, 0.95), Self.milliseconds(stage.duration, 0.99),
      Self.milliseconds(stage.wait, 0.5), Self.milliseconds(stage.wait, 0.95),
    ]
  }

  private func counter(_ name: String, _ label: String) -> Int {
    Int(status.metrics.counters.first { $0.name == name && $0.labels.first?.value == label }?.value ?? 0)
  }

  private func aligned(_ rows: [[String]]) -> [String] {
    let widths = Self.head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.indices.map { column in
        let gap = String(repeating: " ", count: widths[column] - row[column].count)
        return column == 0 ? row[column] + gap : gap + row[column]
      }.joined(separator: "  ")
    }
  }

  private static func milliseconds(_ histogram: Histogram, _ quantile: Double) -> String {
    guard histogram.count > 0 else { return "-" }
    let hundredths = (histogram.quantile(quantile) + 5_000) / 10_000
    let decimals = hundredths % 100
    return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
  }
}
