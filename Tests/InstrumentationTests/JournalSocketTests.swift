import Glibc
import Instrumentation
import Testing

@Suite struct JournalSocketTests {
  /// What a journal at a scratch socket receives while `body` runs.
  private func received(_ body: (JournalSocket, LogOutput) throws -> Void, output: LogOutput) throws -> [UInt8] {
    let path = "/tmp/dispaccio-journal-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    defer {
      close(descriptor)
      unlink(path)
    }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
    let isBound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
    try #require(isBound)
    try body(try #require(JournalSocket(path: path)), output)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
    return Array(buffer[..<max(0, count)])
  }

  @Test func `a document's facts are fields of the journal`() throws {
    let lines = CapturedLines()
    let bytes = try received(
      { journal, output in
        let instruments = Instruments(format: .text, journalPriority: true, output: output, journal: journal)
        instruments.emit(
          DocumentRejected(
            ticket: "t1", id: "a--1", name: [97], bytes: 7, failure: .binary, stage: "extract", message: "two\nlines",
            folder: "failed/t1", attempts: 1, latency: 2_000_000, stages: StageTimes()))
      }, output: lines.output)
    let text = String(decoding: bytes, as: UTF8.self)
    for field in [
      "PRIORITY=3", "SYSLOG_IDENTIFIER=dispaccio", "DISPACCIO_EVENT=document_rejected", "DISPACCIO_ID=a--1",
      "DISPACCIO_CLASS=binary", "DISPACCIO_TOTAL_MS=2.000",
    ] {
      #expect(text.contains("\n\(field)\n"), "\(field) is missing in \(text)")
    }
    #expect(text.hasPrefix("MESSAGE=time="))
    // A value of several lines has its length before it.
    #expect(text.contains("\nDISPACCIO_REASON\n\u{9}\0\0\0\0\0\0\0two\nlines\n"))
    #expect(lines.lines.isEmpty)
  }

  @Test func `a line that the journal does not take goes to standard error with its priority`() throws {
    let lines = CapturedLines()
    _ = try received(
      { journal, output in
        let instruments = Instruments(format: .text, journalPriority: true, output: output, journal: journal)
        let cause = String(repeating: "x", count: 4 << 20)
        instruments.emit(ConfigurationRefused(message: cause))
      }, output: lines.output)
    #expect(lines.lines.count == 1)
    #expect(lines.lines.first?.hasPrefix("<3>time=") == true)
  }

  @Test func `without a journal there is no socket`() {
    #expect(JournalSocket(path: "/tmp/dispaccio-no-journal-here") == nil)
  }
}
