internal import Instrumentation

/// Gathers values from any thread and lets a test await a number of them.
public final class Collector<Value: Sendable>: Sendable {
  private struct State {
    var values: [Value] = []
    var waiting: [(count: Int, continuation: CheckedContinuation<[Value], Never>)] = []
  }

  private let state = Guarded(State())

  /// Nothing gathered yet.
  public init() {}

  /// Adds a value and wakes whoever waits for this many.
  public func add(_ value: Value) {
    let ready = state.withLock { state in
      state.values.append(value)
      let values = state.values
      let ready = state.waiting.filter { $0.count <= values.count }.map { ($0.continuation, values) }
      state.waiting.removeAll { $0.count <= values.count }
      return ready
    }
    for (continuation, values) in ready { continuation.resume(returning: values) }
  }

  /// The values so far.
  public var values: [Value] { state.withLock { $0.values } }

  /// The values once there are at least `count`.
  public func values(count: Int) async -> [Value] {
    await withCheckedContinuation { continuation in
      let ready: [Value]? = state.withLock { state in
        if state.values.count >= count { return state.values }
        state.waiting.append((count, continuation))
        return nil
      }
      if let ready { continuation.resume(returning: ready) }
    }
  }
}
