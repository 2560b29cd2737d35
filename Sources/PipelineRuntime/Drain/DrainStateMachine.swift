/// How a drain ended.
public enum DrainResult: Sendable, Equatable {
  /// Nothing is in flight.
  case drained
  /// The deadline came first; so many items are still in flight.
  case deadline(inFlight: Int)
}

/// Who waits for the pipeline to be empty. Locks nothing and calls nothing.
struct DrainStateMachine {
  enum RequestAction: Equatable {
    /// Nothing is in flight: tell at once.
    case complete
    /// Keep the completion under this number and start its timer.
    case await(number: Int)
  }

  private var waiting: Set<Int> = []
  private var next = 0

  mutating func requested(inFlight: Int) -> RequestAction {
    if inFlight == 0 { return .complete }
    next += 1
    waiting.insert(next)
    return .await(number: next)
  }

  /// The last item has left: the numbers of all who wait.
  mutating func emptied() -> [Int] {
    defer { waiting = [] }
    return waiting.sorted()
  }

  /// A timer has run out: true when its number still waits.
  mutating func expired(_ number: Int) -> Bool {
    waiting.remove(number) != nil
  }
}
