internal import CLinux
internal import Dispatch
internal import Glibc
internal import Instrumentation
public import ServiceSetup

/// The local socket by which operators steer a daemon that runs: a line of request, a line of reply, and the end.
///
/// Only root, the daemon's own user and members of its group are served. Nothing here waits for a client: one that is slow, says
/// too much or does not read its reply is let go, and no more than 32 are heard at a time.
public final class ControlSocket: Sendable {
  /// Answers a request of a client; `peer` names its user and process.
  public typealias Answer =
    @Sendable (ControlRequest, _ peer: String, _ reply: @escaping @Sendable (ControlReply) -> Void) -> Void

  private static let mostVisitors = 32
  private static let patience = 5

  /// A client, used on the socket's queue only.
  private final class Visitor: Sendable {
    let descriptor: Int32
    let peer: String
    let source: Guarded<any DispatchSourceRead>
    let text = Guarded<[UInt8]>([])
    let hasAsked = Guarded(false)
    let isGone = Guarded(false)

    init(_ descriptor: Int32, peer: String, queue: DispatchQueue) {
      self.descriptor = descriptor
      self.peer = peer
      let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
      source.setCancelHandler { close(descriptor) }
      self.source = Guarded(source)
    }
  }

  /// Where it is.
  let path: String
  private let place: ControlPlace
  private let source: Guarded<any DispatchSourceRead>
  // Without a target: its work is short, but a walk through folders by others must not keep it waiting.
  private let queue = DispatchQueue(label: "dispaccio.socket", qos: .utility)
  private let visitors = Guarded<[Int32: Visitor]>([:])
  private let answer: Answer

  /// Opens the socket in the first folder that will have it; where the spool's lock is not held, not in the spool's own.
  /// `answer` is called on the socket's queue and calls `reply` once, on any thread.
  public init(_ place: ControlPlace, isLocked: Bool, answer: @escaping Answer) throws(ServiceError) {
    self.place = place
    self.answer = answer
    var refusal = ServiceError(
      .cannotCreate, at: place.spool, "No folder for the control socket can be written.",
      "Name one with --runtime-dir, or make /run/dispaccio for the service's user.")
    var opened: (descriptor: Int32, path: String)?
    for folder in place.folders where opened == nil && (isLocked || !place.isState(folder)) {
      do throws(ServiceError) {
        opened = try Self.open("\(folder)/\(ControlPlace.socketName)", isOurs: place.isState(folder))
      } catch { refusal = error }
    }
    guard let opened else { throw refusal }
    path = opened.path
    let source = DispatchSource.makeReadSource(fileDescriptor: opened.descriptor, queue: queue)
    source.setCancelHandler { close(opened.descriptor) }
    self.source = Guarded(source)
    self.source.withLock { source in
      source.setEventHandler { [weak self] in self?.accept(from: opened.descriptor) }
      source.activate()
    }
  }

  /// Leaves word in the spool of where the socket is. Call it with the spool's lock held.
  public func tellPlace() throws(ServiceError) { try place.tell(path) }

  /// Closes the socket and takes its file away; replies that were given before are written first.
  public func stop(completion: @escaping @Sendable () -> Void) {
    queue.async { [self] in
      unlink(path)
      place.forget()
      source.withLock { $0.cancel() }
      for visitor in visitors.withLock({ $0.values.map { $0 } }) { dismiss(visitor) }
      completion()
    }
  }

  // MARK: - Opening

  private static func open(_ path: String, isOurs: Bool) throws(ServiceError) -> (descriptor: Int32, path: String) {
    func failure(_ operation: String) -> ServiceError {
      ServiceError(
        .cannotCreate, at: path, "Cannot \(operation) the control socket: \(Disk.reason(errno)).",
        "Check the folder, or name another one with --runtime-dir.")
    }
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let descriptor = socket(AF_UNIX, kind, 0)
    guard descriptor >= 0 else { throw failure("make") }
    // A file that nobody listens to was left by a crash. In state/ the spool's lock says that it is nobody's.
    if !isOurs && LocalAddress.with(path, { connect(descriptor, $0, $1) }) == 0 {
      close(descriptor)
      throw ServiceError(
        .tryLater, at: path, "Another daemon listens here.", "Give each daemon a --runtime-dir of its own.")
    }
    unlink(path)
    guard LocalAddress.with(path, { bind(descriptor, $0, $1) }) == 0 else {
      defer { close(descriptor) }
      throw failure("bind")
    }
    // Before anybody can connect.
    guard chmod(path, 0o660) == 0, listen(descriptor, 64) == 0 else {
      defer { close(descriptor) }
      throw failure("open")
    }
    return (descriptor, path)
  }

  // MARK: - Visitors

  private func accept(from listener: Int32) {
    for _ in 0..<64 {
      let descriptor = clinux_accept(listener)
      guard descriptor >= 0 else { return }
      var (user, group): (UInt32, UInt32) = (0, 0)
      var process: Int32 = 0
      guard clinux_peer(descriptor, &user, &group, &process) == 0,
        user == 0 || user == geteuid() || group == getegid() || clinux_peer_is_member(descriptor, getegid()) != 0
      else {
        refuse(
          descriptor, .noPermission, "This user may not steer the daemon.", "Ask as root or as the service's user.")
        continue
      }
      guard visitors.withLock({ $0.count }) < Self.mostVisitors else {
        refuse(descriptor, .tryLater, "Too many others are asking.", "Try again in a few seconds.")
        continue
      }
      receive(Visitor(descriptor, peer: "user \(user), process \(process)", queue: queue))
    }
  }

  private func refuse(_ descriptor: Int32, _ status: ExitStatus, _ message: String, _ remedy: String) {
    let reply = ControlReply(ServiceError(status, at: nil, message, remedy))
    if let line = try? ControlLine.encode(reply) { _ = Disk.write(line, to: descriptor) }
    close(descriptor)
  }

  private func receive(_ visitor: Visitor) {
    visitors.withLock { $0[visitor.descriptor] = visitor }
    visitor.source.withLock { source in
      source.setEventHandler { [weak self, weak visitor] in
        if let self, let visitor { self.read(visitor) }
      }
      source.activate()
    }
    queue.asyncAfter(deadline: .now() + .seconds(Self.patience)) { [weak self, weak visitor] in
      guard let self, let visitor, !visitor.hasAsked.withLock({ $0 }) else { return }
      self.dismiss(visitor)
    }
  }

  private func read(_ visitor: Visitor) {
    var piece = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(visitor.descriptor, &piece, piece.count)
    if count < 0 && (errno == EAGAIN || errno == EINTR) { return }
    guard count > 0 else { return dismiss(visitor) }
    let text = visitor.text.withLock { text in
      text += piece[..<count]
      return text
    }
    guard let end = text.firstIndex(of: 10) else {
      if text.count > ControlRequest.longest { reply(Self.refusal("The request is too long."), to: visitor) }
      return
    }
    visitor.hasAsked.withLock { $0 = true }
    // Nothing more is read: a client that ends its side would wake us for ever.
    visitor.source.withLock { $0.suspend() }
    guard end <= ControlRequest.longest, let request = ControlRequest.parse(Array(text[..<end])) else {
      return reply(Self.refusal("This is no request."), to: visitor)
    }
    answer(request, visitor.peer) { reply in
      self.queue.async { self.reply(reply, to: visitor) }
    }
  }

  private static func refusal(_ message: String) -> ControlReply {
    ControlReply(ServiceError(.usage, at: nil, message, "Send one JSON object with a verb in one line."))
  }

  private func reply(_ reply: ControlReply, to visitor: Visitor) {
    if visitor.isGone.withLock({ $0 }) { return }
    // What the socket's buffer does not take at once is for a client that does not read.
    if let line = try? ControlLine.encode(reply) { _ = Disk.write(line, to: visitor.descriptor) }
    dismiss(visitor)
  }

  private func dismiss(_ visitor: Visitor) {
    let wasGone = visitor.isGone.withLock { isGone in
      defer { isGone = true }
      return isGone
    }
    if wasGone { return }
    visitors.withLock { $0[visitor.descriptor] = nil }
    visitor.source.withLock { $0.cancel() }
    // A source that is suspended tells of its end only once it goes on.
    if visitor.hasAsked.withLock({ $0 }) { visitor.source.withLock { $0.resume() } }
  }
}
