/// In which of two closely related formats the metrics are written.
public enum ExpositionDialect: String, Sendable, CaseIterable {
  /// Prometheus text 0.0.4: what node_exporter's textfile collector and every scraper read.
  case prometheus
  /// OpenMetrics 1.0: a counter's family has no `_total` in its name, and the text ends with `# EOF`.
  case openMetrics

  /// The media type of a text in this dialect.
  public var mediaType: String {
    switch self {
    case .prometheus: "text/plain; version=0.0.4; charset=utf-8"
    case .openMetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8"
    }
  }
}
