import Glibc
import MetricsPage
import Testing

@Suite struct MetricsPageTests {
  private func page(_ body: String = "a 1\n") throws -> LoopbackServer {
    let server = try LoopbackServer(address: INADDR_LOOPBACK)
    MetricsPage.serve(
      on: try PassedSocket(listening: server.descriptor),
      metrics: { PageReply(status: 200, mediaType: $0 ? "open" : "text", body: body) },
      health: { PageReply(status: 503, body: "stuck: split\n") })
    return server
  }

  @Test func `the metrics come in the format that the client accepts`() throws {
    let server = try page()
    let plain = server.ask("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n")
    #expect(plain.hasPrefix("HTTP/1.1 200 OK\r\nContent-Type: text\r\n"))
    #expect(plain.hasSuffix("\r\n\r\na 1\n"))
    let open = server.ask(
      "GET /metrics?x=1 HTTP/1.1\r\nAccept: application/openmetrics-text;version=1.0.0,text/plain;q=0.5\r\n\r\n")
    #expect(open.contains("Content-Type: open\r\n"))
  }

  @Test func `ill health has a status of its own`() throws {
    let server = try page()
    #expect(server.ask("GET /healthz HTTP/1.0\r\n\r\n").hasPrefix("HTTP/1.1 503 "))
  }

  @Test func `a request for the head gets no body`() throws {
    let server = try page()
    let head = server.ask("HEAD /metrics HTTP/1.1\r\n\r\n")
    #expect(head.contains("Content-Length: 4\r\n"))
    #expect(head.hasSuffix("\r\n\r\n"))
  }

  @Test func `all else is refused with a status that says why`() throws {
    let server = try page()
    #expect(server.ask("GET /etc/passwd HTTP/1.1\r\n\r\n").hasPrefix("HTTP/1.1 404 "))
    #expect(server.ask("POST /metrics HTTP/1.1\r\n\r\n").hasPrefix("HTTP/1.1 405 "))
    #expect(server.ask("\u{1}\u{2} nonsense\r\n\r\n").hasPrefix("HTTP/1.1 400 "))
    #expect(server.ask("GET /" + String(repeating: "x", count: 20_000)).hasPrefix("HTTP/1.1 400 "))
  }

  @Test func `a long page arrives as a whole`() throws {
    let body = String(repeating: "0123456789abcde\n", count: 100_000)
    let server = try page(body)
    #expect(server.ask("GET /metrics HTTP/1.1\r\n\r\n").hasSuffix("\r\n\r\n" + body))
  }

  @Test func `clients that say nothing keep nobody else out for long`() throws {
    let server = try page()
    let silent = (0..<16).map { _ in server.connect() }
    defer { silent.forEach { close($0) } }
    var answer = ""
    let deadline = ContinuousClock.now.advanced(by: .seconds(20))
    while answer.isEmpty && ContinuousClock.now < deadline { answer = server.ask("GET /metrics HTTP/1.1\r\n\r\n") }
    #expect(answer.hasPrefix("HTTP/1.1 200 "))
  }

  @Test func `a socket that others can reach is refused`() throws {
    let server = try LoopbackServer(address: 0)
    #expect(throws: PassedSocket.Refusal.self) { try PassedSocket(listening: server.descriptor) }
  }

  @Test func `a socket that was passed to another process is not taken`() throws {
    let variables = ["LISTEN_PID": "1", "LISTEN_FDS": "1", "LISTEN_FDNAMES": "metrics"]
    #expect(try PassedSocket.metrics { variables[$0] } == nil)
  }
}
