internal import Dispatch
internal import Glibc

/// The signals that steer the daemon, delivered on a queue instead of in a handler where nothing is allowed.
enum Signals {
  /// What a signal asks for.
  enum Wish: Sendable {
    case drain(String)
    case reload
  }

  /// Listens for TERM, INT and HUP, and ignores PIPE.
  ///
  /// Registration is asynchronous, and a signal that comes before it is done is lost: so `registered` is called on
  /// `queue` when all are, and READY is to be sent only after that. The default actions are off at once, so a HUP that
  /// comes early cannot kill the daemon.
  static func listen(
    on queue: DispatchQueue, received: @escaping @Sendable (Wish) -> Void, registered: @escaping @Sendable () -> Void
  ) {
    signal(SIGPIPE, SIG_IGN)
    let wishes: [(number: Int32, wish: Wish)] = [
      (SIGTERM, .drain("SIGTERM")), (SIGINT, .drain("SIGINT")), (SIGHUP, .reload),
    ]
    for (number, _) in wishes { signal(number, SIG_IGN) }
    let group = DispatchGroup()
    for (number, wish) in wishes {
      group.enter()
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      // The handler holds the source: it lives as long as the process.
      source.setEventHandler { withExtendedLifetime(source) { received(wish) } }
      source.setRegistrationHandler { group.leave() }
      source.resume()
    }
    group.notify(queue: queue) { registered() }
  }
}
