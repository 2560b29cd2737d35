internal import Dispatch
internal import Glibc

/// Answers `GET /metrics` and `GET /healthz` on a loopback socket: one request a connection, nothing kept, nothing else.
///
/// All happens on one serial queue without waiting. A client has five seconds and 8 KiB for its request, and there are at
/// most sixteen clients at a time: more are turned away at once.
public enum MetricsPage {
  /// Starts to answer, and does so as long as the process runs.
  ///
  /// `metrics` gets whether the client wants OpenMetrics; both closures are called on the page's queue, once a request.
  public static func serve(
    on socket: PassedSocket, metrics: @escaping @Sendable (_ openMetrics: Bool) -> PageReply,
    health: @escaping @Sendable () -> PageReply
  ) {
    let queue = DispatchQueue(label: "dispaccio.page", target: .global(qos: .utility))
    let clients = PageClients()
    let source = DispatchSource.makeReadSource(fileDescriptor: socket.descriptor, queue: queue)
    let answer: @Sendable (PageRequest) -> PageReply = { request in
      switch (request.method, request.path) {
      case ("GET", "/metrics"), ("HEAD", "/metrics"): metrics(request.acceptsOpenMetrics)
      case ("GET", "/healthz"), ("HEAD", "/healthz"): health()
      case ("GET", _), ("HEAD", _): PageReply(status: 404, body: "Here are /metrics and /healthz.\n")
      default: PageReply(status: 405, body: "Use GET.\n")
      }
    }
    // The handler holds the source: it answers as long as the process runs.
    source.setEventHandler {
      while true {
        let client = accept(socket.descriptor, nil, nil)
        if client < 0 { return withExtendedLifetime(source) {} }
        PassedSocket.prepare(client)
        guard clients.enter() else {
          close(client)
          continue
        }
        PageConnection(client, queue: queue, answer: answer) { clients.leave() }.start()
      }
    }
    source.resume()
  }
}
