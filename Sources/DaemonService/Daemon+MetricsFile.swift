internal import Analysis
internal import Configuration
internal import Glibc
internal import Instrumentation
internal import PipelineRuntime
internal import ServiceSetup
internal import Spool

extension Daemon {
  /// Seconds between two writings of the metrics file: a scrape every quarter of a minute is usual.
  static let metricsFileInterval = 15.0

  /// Where the numbers are left for a scraper: where the configuration says, else in the folder that systemd made for
  /// this run, else nowhere.
  static func metricsFile(configuration: ServiceConfiguration, runtimeDirectory: String?) -> String? {
    if let path = configuration.metricsFile { return path }
    guard let first = runtimeDirectory?.split(separator: ":").first else { return nil }
    return first + "/dispaccio.prom"
  }

  /// All numbers as a scraper reads them.
  ///
  /// `processPrefix`: see `MetricsSnapshot.exposition`.
  func exposition(_ flow: DocumentFlow, _ dialect: ExpositionDialect, processPrefix: String) -> String {
    flow.topology.observeFill()
    _ = flow.spool.status()
    flow.spool.countFailed()
    return instruments.metrics.snapshot().exposition(
      dialect, version: Version.current, process: ProcessFigures.current(started: started), processPrefix: processPrefix
    )
  }

  /// Leaves the numbers as Prometheus text, for node_exporter's textfile collector: whole, readable by everybody, and
  /// with the process's own figures under `dispaccio_process`, for node_exporter has `process_…` of its own.
  ///
  /// A failure is told once; the file is then tried again each time.
  func leaveMetricsFile(_ flow: DocumentFlow) {
    let granted = getenv("RUNTIME_DIRECTORY").map { String(cString: $0) }
    let directory = plan.effective.runtimeDirectory ?? granted
    let configuration = plan.effective.configuration
    guard let path = Self.metricsFile(configuration: configuration, runtimeDirectory: directory) else { return }
    let text = exposition(flow, .prometheus, processPrefix: "dispaccio_process")
    do throws(ServiceError) {
      try Disk.replace(path, with: Array(text.utf8))
      // The mask of the service keeps others out of its files; a scraper is such another.
      chmod(path, 0o644)
    } catch {
      instruments.emit(MetricsFileUnwritten(error: error))
    }
  }
}
