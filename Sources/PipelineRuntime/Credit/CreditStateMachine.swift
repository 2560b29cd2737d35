/// Counts what is in flight against the budget. Locks nothing and calls nothing.
struct CreditStateMachine {
  enum Decision: Equatable {
    case granted
    case full
    case largeSlotTaken
    case closed
  }

  let budget: Budget
  private(set) var items = 0
  private(set) var bytes = 0
  private(set) var isLargeSlotTaken = false
  private var isClosed = false

  init(budget: Budget) {
    self.budget = budget
  }

  var inFlight: Int { items + (isLargeSlotTaken ? 1 : 0) }

  mutating func requested(bytes requested: Int) -> Decision {
    if isClosed { return .closed }
    if budget.isLarge(requested) {
      if isLargeSlotTaken { return .largeSlotTaken }
      isLargeSlotTaken = true
      return .granted
    }
    guard items < budget.items, bytes + requested <= budget.bytes else { return .full }
    items += 1
    bytes += requested
    return .granted
  }

  /// Returns true when the pipeline is empty now.
  mutating func returned(bytes returned: Int) -> Bool {
    if budget.isLarge(returned) {
      precondition(isLargeSlotTaken, "Credit for a large item came back twice.")
      isLargeSlotTaken = false
    } else {
      precondition(items > 0, "Credit came back twice.")
      items -= 1
      bytes -= returned
    }
    return inFlight == 0
  }

  mutating func closed() {
    isClosed = true
  }
}
