internal import Dispatch
internal import Glibc
internal import Synchronization

/// Counts the clients that are served.
final class PageClients: Sendable {
  private let present = Atomic<Int>(0)
  private static let limit = 16

  /// Whether there is room for one more.
  func enter() -> Bool {
    if present.add(1, ordering: .relaxed).newValue <= Self.limit { return true }
    leave()
    return false
  }

  func leave() { present.subtract(1, ordering: .relaxed) }
}

/// One client: its request is read, answered, and the connection closed. Lives on the page's queue only, and holds
/// itself by its sources' handlers until it ends.
final class PageConnection {
  private static let requestLimit = 8192
  private static let patience = DispatchTimeInterval.seconds(5)

  private let descriptor: Int32
  private let reading: any DispatchSourceRead
  private let writing: any DispatchSourceWrite
  private let timer: any DispatchSourceTimer
  private let answer: @Sendable (PageRequest) -> PageReply
  private let ended: @Sendable () -> Void
  private var request: [UInt8] = []
  private var reply: ArraySlice<UInt8> = []
  private var isWriting = false
  private var isOver = false

  init(
    _ descriptor: Int32, queue: DispatchQueue, answer: @escaping @Sendable (PageRequest) -> PageReply,
    ended: @escaping @Sendable () -> Void
  ) {
    self.descriptor = descriptor
    self.answer = answer
    self.ended = ended
    reading = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    writing = DispatchSource.makeWriteSource(fileDescriptor: descriptor, queue: queue)
    timer = DispatchSource.makeTimerSource(queue: queue)
  }

  func start() {
    reading.setEventHandler { self.readable() }
    writing.setEventHandler { self.writable() }
    timer.setEventHandler { self.end() }
    timer.schedule(deadline: .now() + Self.patience)
    reading.resume()
    timer.resume()
  }

  private func readable() {
    guard !isOver, !isWriting else { return }
    var buffer = [UInt8](repeating: 0, count: 2048)
    let count = read(descriptor, &buffer, buffer.count)
    if count < 0 && (errno == EAGAIN || errno == EINTR) { return }
    guard count > 0 else { return end() }
    request += buffer[..<count]
    if PageRequest.isWhole(request) {
      respond()
    } else if request.count > Self.requestLimit {
      send(PageReply(status: 400, body: "The request is too long.\n"), withBody: true)
    }
  }

  private func respond() {
    guard let request = PageRequest(head: request) else {
      return send(PageReply(status: 400, body: "This is not a request.\n"), withBody: true)
    }
    send(answer(request), withBody: request.method != "HEAD")
  }

  private func send(_ answer: PageReply, withBody: Bool) {
    reply = answer.bytes(withBody: withBody)[...]
    isWriting = true
    writing.resume()
  }

  private func writable() {
    guard !isOver else { return }
    let count = reply.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    if count < 0 && (errno == EAGAIN || errno == EINTR) { return }
    guard count > 0 else { return end() }
    reply = reply.dropFirst(count)
    if reply.isEmpty { end() }
  }

  /// The descriptor is closed once no source watches it any more.
  private func end() {
    guard !isOver else { return }
    isOver = true
    if !isWriting { writing.resume() }
    let descriptor = descriptor
    let ended = ended
    reading.setCancelHandler { [writing] in
      writing.setCancelHandler {
        close(descriptor)
        ended()
      }
      writing.cancel()
    }
    timer.cancel()
    reading.cancel()
    // The handlers held this object: they go, so that it may.
    reading.setEventHandler(handler: nil)
    writing.setEventHandler(handler: nil)
    timer.setEventHandler(handler: nil)
  }
}
