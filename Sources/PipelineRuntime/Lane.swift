internal import Dispatch
internal import Instrumentation

/// A serial queue that owns one worker, which need be neither Sendable nor known to any other thread.
final class Lane<Item: Sendable>: Sendable {
  /// The body in a struct of its own. As the bare value of a generic container, a closure is wrapped into one more
  /// conversion thunk each time that it is handed out and put back: after 10,000 items, a call went through all of them.
  private struct Worker {
    let body: StageBody<Item>
  }

  private let queue: DispatchQueue
  private let worker: Guarded<Worker>

  init(label: String, makeBody: @Sendable () throws -> sending StageBody<Item>) rethrows {
    // A queue without a target sits on the overcommit root and gets a thread of its own for each burst.
    queue = DispatchQueue(label: label, target: .global(qos: .utility))
    worker = Guarded(Worker(body: try makeBody()))
  }

  func async(_ job: @escaping @Sendable () -> Void) {
    queue.async(execute: job)
  }

  /// Runs the worker; called only in a job of this lane, so that the lock is never waited for.
  func process(_ item: inout Item) throws {
    try worker.withLock { worker in try worker.body(&item) }
  }
}
