internal import Glibc
internal import Instrumentation
internal import Logging
internal import MetricsPage
internal import PipelineRuntime

extension Daemon {
  /// Serves `/metrics` and `/healthz` where systemd passed a socket for it; nothing where it did not.
  func openPage(_ flow: DocumentFlow) {
    do throws(PassedSocket.Refusal) {
      let passed = try PassedSocket.metrics { name in getenv(name).map { String(cString: $0) } }
      guard let passed else { return }
      MetricsPage.serve(
        on: passed,
        metrics: { openMetrics in
          let dialect: ExpositionDialect = openMetrics ? .openMetrics : .prometheus
          return PageReply(
            status: 200, mediaType: dialect.mediaType,
            body: self.exposition(flow, dialect, processPrefix: "process"))
        },
        health: {
          let stalled = flow.topology.health(now: self.instruments.time.now()).map(\.stage)
          return stalled.isEmpty
            ? PageReply(status: 200, body: "ok\n")
            : PageReply(status: 503, body: "stuck: \(stalled.joined(separator: " "))\n")
        })
    } catch {
      instruments.emit(PageRefused(cause: error.description))
    }
  }
}

/// The socket for the metrics page may not be used.
struct PageRefused: InstrumentedEvent {
  let cause: String

  func emit(to instruments: Instruments) {
    var fields = Fields()
    fields.add("cause", cause)
    instruments.write(.error, event: "page_refused", "The metrics page is not served.", fields)
  }
}
