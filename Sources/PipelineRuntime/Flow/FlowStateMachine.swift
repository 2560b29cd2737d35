/// Where each item is: which wait before which stage, which lanes work, which finished items wait for room ahead.
///
/// Hand-over is by credit: an item moves on only when the next stage has room; until then it keeps its lane, which
/// takes nothing new, so that a slow stage is felt upstream and at last in the inbox. Nothing here waits, locks or
/// calls; every method is an event and returns what is to be done.
struct FlowStateMachine {
  /// An item as the flow sees it.
  struct Parcel: Equatable {
    let number: UInt64
    let bytes: Int
    let isLarge: Bool
  }

  enum Action: Equatable {
    /// Have this lane of this stage work on the item.
    case run(stage: Int, lane: Int, number: UInt64)
    /// The item has passed the last stage, or failed.
    case leave(number: UInt64)
  }

  struct Fill: Equatable {
    let busy: Int
    let queued: Int
    let queuedBytes: Int
    let blocked: Int
  }

  private struct Line {
    let bound: Bound
    /// The lane of large items has the number after the last normal one.
    let largeLane: Int
    var idle: [Int]
    var waiting = Ring<Parcel>()
    var waitingBytes = 0
    var waitingLarge: Parcel?
    var blocked = Ring<(lane: Int, parcel: Parcel)>()
    var running = 0

    func hasRoom(for parcel: Parcel) -> Bool {
      if parcel.isLarge || waiting.isEmpty { return true }
      return waiting.count < bound.items && waitingBytes + parcel.bytes <= bound.bytes
    }

    mutating func enqueue(_ parcel: Parcel) {
      if parcel.isLarge {
        precondition(waitingLarge == nil, "Two large items are in flight.")
        waitingLarge = parcel
      } else {
        waiting.append(parcel)
        waitingBytes += parcel.bytes
      }
    }

    mutating func enter(_ lane: Int) {
      if lane != largeLane { idle.append(lane) }
    }
  }

  private var lines: [Line]

  init(stages: [(width: Int, bound: Bound)]) {
    lines = stages.map { Line(bound: $0.bound, largeLane: $0.width, idle: Array((0..<$0.width).reversed())) }
  }

  func fill(of stage: Int) -> Fill {
    let line = lines[stage]
    return Fill(
      busy: line.running, queued: line.waiting.count + (line.waitingLarge == nil ? 0 : 1),
      queuedBytes: line.waitingBytes + (line.waitingLarge?.bytes ?? 0), blocked: line.blocked.count)
  }

  /// Whether finished items of a stage wait for room ahead.
  func isBlocked(_ stage: Int) -> Bool { !lines[stage].blocked.isEmpty }

  /// An item enters the first stage. There is always room: the budget bounds what is in flight.
  mutating func submitted(_ parcel: Parcel) -> [Action] {
    lines[0].enqueue(parcel)
    var actions: [Action] = []
    dispatch(0, into: &actions)
    return actions
  }

  /// A lane has done its work on an item.
  mutating func finished(_ parcel: Parcel, stage: Int, lane: Int, failed: Bool) -> [Action] {
    var actions: [Action] = []
    lines[stage].running -= 1
    if failed || stage == lines.count - 1 {
      lines[stage].enter(lane)
      actions.append(.leave(number: parcel.number))
    } else if mayPass(parcel, from: stage) {
      lines[stage].enter(lane)
      lines[stage + 1].enqueue(parcel)
      dispatch(stage + 1, into: &actions)
    } else {
      lines[stage].blocked.append((lane, parcel))
    }
    dispatch(stage, into: &actions)
    return actions
  }

  /// Nothing overtakes an item that waits for room, but for the one large item, whose lane ahead is free.
  private func mayPass(_ parcel: Parcel, from stage: Int) -> Bool {
    parcel.isLarge || (lines[stage].blocked.isEmpty && lines[stage + 1].hasRoom(for: parcel))
  }

  /// Sets idle lanes to work; room that this makes is passed upstream.
  private mutating func dispatch(_ stage: Int, into actions: inout [Action]) {
    if let parcel = lines[stage].waitingLarge {
      lines[stage].waitingLarge = nil
      lines[stage].running += 1
      actions.append(.run(stage: stage, lane: lines[stage].largeLane, number: parcel.number))
    }
    while !lines[stage].idle.isEmpty, let parcel = lines[stage].waiting.popFirst() {
      let lane = lines[stage].idle.removeLast()
      lines[stage].waitingBytes -= parcel.bytes
      lines[stage].running += 1
      actions.append(.run(stage: stage, lane: lane, number: parcel.number))
      if stage > 0 { unblock(stage - 1, into: &actions) }
    }
  }

  /// Moves finished items of a stage into the room ahead of it, first come first.
  private mutating func unblock(_ stage: Int, into actions: inout [Action]) {
    var moved = false
    while let (lane, parcel) = lines[stage].blocked.first, lines[stage + 1].hasRoom(for: parcel) {
      _ = lines[stage].blocked.popFirst()
      lines[stage].enter(lane)
      lines[stage + 1].enqueue(parcel)
      moved = true
    }
    if moved { dispatch(stage, into: &actions) }
  }
}
