import Dispatch
import Instrumentation

/// State that belongs to one serial queue. The lock is for the compiler: only the queue takes it, so nobody waits.
final class Confined<State: ~Copyable>: Sendable {
  let queue: DispatchQueue
  private let state: Guarded<State>

  init(label: String, _ state: consuming sending State) {
    // No target, on purpose: this queue waits in the kernel (fsync, a rename behind a journal commit), and on the shared
    // pool, which has a thread a core, it would take one of them from the pipeline each time.
    queue = DispatchQueue(label: label, qos: .utility)
    self.state = Guarded(state)
  }

  func async(_ body: @escaping @Sendable (inout State) -> Void) {
    queue.async { self.state.withLock { body(&$0) } }
  }

  func async(after delay: Duration, _ body: @escaping @Sendable (inout State) -> Void) {
    let nanoseconds = Int(max(delay.wholeNanoseconds, 0))
    queue.asyncAfter(deadline: .now() + .nanoseconds(nanoseconds)) { self.state.withLock { body(&$0) } }
  }
}
