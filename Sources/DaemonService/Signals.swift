internal import CLinux
internal import Dispatch
internal import Glibc
internal import ServiceSetup

/// The signals that steer the daemon, delivered on a queue instead of in a handler where nothing is allowed.
enum Signals {
  /// What a signal asks for.
  enum Wish: Sendable {
    case drain(String)
    case reload
  }

  /// Listens for TERM, INT and HUP, and ignores PIPE.
  ///
  /// By way of a pipe: a source of Dispatch for signals is registered some time later, and a signal that comes before
  /// that is lost. From the return of this on none is, and none ends the process by its default action.
  static func listen(
    on queue: DispatchQueue, received: @escaping @Sendable (Wish) -> Void
  ) throws(ServiceError) {
    signal(SIGPIPE, SIG_IGN)
    let numbers = [SIGTERM, SIGINT, SIGHUP]
    let pipe = clinux_listen(numbers, Int32(numbers.count))
    guard pipe >= 0 else {
      throw ServiceError(
        .system, at: nil, "Cannot listen for signals: \(Disk.reason(errno)).", "Raise LimitNOFILE of the service.")
    }
    let source = DispatchSource.makeReadSource(fileDescriptor: pipe, queue: queue)
    // The handler holds the source: it lives as long as the process.
    source.setEventHandler {
      var came = [UInt8](repeating: 0, count: 256)
      let count = withExtendedLifetime(source) { Glibc.read(pipe, &came, came.count) }
      for number in came.prefix(max(0, count)) {
        switch Int32(number) {
        case SIGTERM: received(.drain("SIGTERM"))
        case SIGINT: received(.drain("SIGINT"))
        default: received(.reload)
        }
      }
    }
    source.resume()
  }
}
