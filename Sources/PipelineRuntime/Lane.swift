internal import Dispatch
internal import Instrumentation

/// A serial queue that owns one worker, which need be neither Sendable nor known to any other thread.
final class Lane<Item: Sendable>: Sendable {
  private let queue: DispatchQueue
  private let body: Guarded<StageBody<Item>>

  init(label: String, makeBody: @Sendable () throws -> sending StageBody<Item>) rethrows {
    // A queue without a target sits on the overcommit root and gets a thread of its own for each burst.
    queue = DispatchQueue(label: label, target: .global(qos: .utility))
    body = Guarded(try makeBody())
  }

  func async(_ job: @escaping @Sendable () -> Void) {
    queue.async(execute: job)
  }

  /// Runs the worker; called only in a job of this lane, so that the lock is never waited for.
  func process(_ item: inout Item) throws {
    try body.withLock { body in try body(&item) }
  }
}
