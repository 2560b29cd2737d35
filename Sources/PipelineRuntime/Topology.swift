internal import Dispatch
public import Instrumentation

/// An item that has left the pipeline, by the last stage or by an error.
///
/// Its credit is still taken: give it back with ``Topology/release(_:)`` once what follows is done.
public struct Finished<Item: Sendable>: Sendable {
  /// The item as the last stage left it.
  public var item: Item
  /// The credit to give back.
  public let reservation: Reservation
  /// The error that ended its way; nil when it passed all stages.
  public let failure: StageFailure?
  /// What each stage cost.
  public let times: StageTimes
  /// When it was submitted.
  public let submitted: Moment
}

/// A lane that works on one item for longer than its stage allows.
public struct StalledStage: Sendable, Equatable {
  /// Name of the stage.
  public let stage: String
  /// Nanoseconds since it took up the item.
  public let running: UInt64
}

/// Ordered stages with hand-over by credit, generic over the item.
///
/// Each stage has a serial queue a lane; nothing blocks in them. All methods are cheap and may be called from any
/// thread; the closures given are called on the lane that has just worked, or on the caller's thread.
public final class Topology<Item: Sendable>: Sendable {
  private struct Cell {
    var item: Item
    let reservation: Reservation
    let submitted: Moment
    var enqueued: Moment
    var times = StageTimes()
    var failure: StageFailure?
  }

  private struct Work {
    let since: Moment
    let bytes: Int
  }

  private struct State {
    var credit: CreditStateMachine
    var flow: FlowStateMachine
    var drain = DrainStateMachine()
    var cells: [UInt64: Cell] = [:]
    var work: [[Work?]]
    var completions: [Int: @Sendable (DrainResult) -> Void] = [:]
    var nextNumber: UInt64 = 0
    /// What was granted and has not come back. The grant's own size counts, whatever size comes back with it.
    var granted: [UInt64: Int] = [:]
    /// For each stage, since when finished items of it wait for room ahead, and for how long they did before that.
    var blocked: [(since: Moment?, nanoseconds: UInt64)]

    /// Adds up the time until now; call it whenever items have moved.
    mutating func timeBlocked(at now: Moment) {
      for stage in blocked.indices {
        if let since = blocked[stage].since { blocked[stage].nanoseconds &+= now.nanoseconds(since: since) }
        blocked[stage].since = flow.isBlocked(stage) ? now : nil
      }
    }

    func parcel(_ number: UInt64, bytes: Int) -> FlowStateMachine.Parcel {
      .init(number: number, bytes: bytes, isLarge: credit.budget.isLarge(bytes))
    }
  }

  private struct Report {
    var start: Moment
    var last: Moment
    var figures: [StageFigures]
  }

  private let state: Guarded<State>
  private let report: Guarded<Report>
  private let stages: [StageSpecification<Item>]
  private let lanes: [[Lane<Item>]]
  private let meters: [StageMeter]
  private let timers: DispatchQueue
  private let instruments: Instruments
  private let finished: @Sendable (Finished<Item>) -> Void
  private let onCredit: @Sendable () -> Void

  /// Makes all lanes and their workers; throws what a worker's making throws.
  ///
  /// `finished` gets every submitted item exactly once: hand it on, do not linger there. `onCredit` is called each time
  /// room has come back.
  public init(
    label: String, stages: [StageSpecification<Item>], budget: Budget, instruments: Instruments,
    finished: @escaping @Sendable (Finished<Item>) -> Void, onCredit: @escaping @Sendable () -> Void
  ) throws {
    precondition(!stages.isEmpty, "A topology needs a stage.")
    self.stages = stages
    self.instruments = instruments
    self.finished = finished
    self.onCredit = onCredit
    timers = DispatchQueue(label: "\(label).timers", target: .global(qos: .utility))
    lanes = try stages.map { stage in
      try (0...stage.width).map { number in
        let name = number == stage.width ? "large" : String(number)
        return try Lane(label: "\(label).\(stage.name).\(name)", makeBody: stage.makeBody)
      }
    }
    let meters = stages.map {
      instruments.metrics.makeStageMeter(stage: $0.name, width: $0.width, capacity: $0.bound.items)
    }
    self.meters = meters
    let now = instruments.time.now()
    report = Guarded(Report(start: now, last: now, figures: meters.map(\.reading)))
    state = Guarded(
      State(
        credit: CreditStateMachine(budget: budget),
        flow: FlowStateMachine(stages: stages.map { (width: $0.width, bound: $0.bound) }),
        work: stages.map { Array(repeating: nil, count: $0.width + 1) },
        blocked: Array(repeating: (nil, 0), count: stages.count)))
  }

  // MARK: - Credit

  /// Asks for credit for one item of so many bytes.
  public func reserve(bytes: Int) -> Admission {
    state.withLock { state in
      switch state.credit.requested(bytes: bytes) {
      case .granted:
        state.nextNumber += 1
        state.granted[state.nextNumber] = bytes
        return .granted(Reservation(number: state.nextNumber, bytes: bytes))
      case .full: return .full
      case .largeSlotTaken: return .largeSlotTaken
      case .closed: return .draining
      }
    }
  }

  /// Gives credit back: when the item is done with for good, or was never submitted. Once for each grant; only the
  /// number of the reservation counts.
  ///
  /// - Precondition: the reservation is one of this topology's grants and was not given back. Anything else is a fault of
  ///   the caller, whatever the documents, and to go on would let more into memory than the budget allows.
  public func release(_ reservation: Reservation) {
    let completions = state.withLock { state -> [@Sendable (DrainResult) -> Void] in
      guard let bytes = state.granted.removeValue(forKey: reservation.number) else {
        preconditionFailure("Credit \(reservation.number) came back twice, or was never granted.")
      }
      guard state.credit.returned(bytes: bytes) else { return [] }
      return state.drain.emptied().compactMap { state.completions.removeValue(forKey: $0) }
    }
    for completion in completions { completion(.drained) }
    onCredit()
  }

  /// Items that hold credit.
  public var inFlight: Int { state.withLock { $0.credit.inFlight } }

  // MARK: - Flow

  /// Sends an item on its way under a credit that was granted for it.
  ///
  /// - Precondition: the credit is held, as with ``release(_:)``.
  public func submit(_ item: Item, under reservation: Reservation) {
    let now = instruments.time.now()
    let actions = state.withLock { state in
      guard let bytes = state.granted[reservation.number] else {
        preconditionFailure("An item was submitted under credit \(reservation.number), which was not granted.")
      }
      state.cells[reservation.number] = Cell(
        item: item, reservation: Reservation(number: reservation.number, bytes: bytes), submitted: now, enqueued: now)
      return state.flow.submitted(state.parcel(reservation.number, bytes: bytes))
    }
    perform(actions)
  }

  private func perform(_ actions: [FlowStateMachine.Action]) {
    for action in actions {
      // Items that leave are handed over by the lane that let them go.
      guard case .run(let stage, let lane, let number) = action else { continue }
      lanes[stage][lane].async { self.run(number, stage: stage, lane: lane) }
    }
  }

  private func run(_ number: UInt64, stage: Int, lane: Int) {
    let started = instruments.time.now()
    let taken = state.withLock { state -> Cell? in
      let cell = state.cells.removeValue(forKey: number)
      state.work[stage][lane] = cell.map { Work(since: started, bytes: $0.reservation.bytes) }
      return cell
    }
    guard var cell = taken else { return }
    do {
      try lanes[stage][lane].process(&cell.item)
    } catch {
      cell.failure = StageFailure(stage: stages[stage].name, underlying: error)
    }
    let ended = instruments.time.now()
    let wait = started.nanoseconds(since: cell.enqueued)
    let duration = ended.nanoseconds(since: started)
    meters[stage].record(wait: wait, duration: duration, failed: cell.failure != nil)
    cell.times.append(.init(stage: stages[stage].name, wait: wait, duration: duration))
    cell.enqueued = ended

    let leaves = cell.failure != nil || stage == stages.count - 1
    let passed = cell
    let actions = state.withLock { state in
      state.work[stage][lane] = nil
      if !leaves { state.cells[number] = passed }
      let actions = state.flow.finished(
        state.parcel(number, bytes: passed.reservation.bytes), stage: stage, lane: lane, failed: passed.failure != nil)
      state.timeBlocked(at: ended)
      return actions
    }
    perform(actions)
    if leaves {
      finished(
        Finished(
          item: passed.item, reservation: passed.reservation, failure: passed.failure, times: passed.times,
          submitted: passed.submitted))
    }
  }

  // MARK: - Drain

  /// Grants no more credit, and tells when all that was granted has come back or the deadline has passed.
  ///
  /// What is in flight goes on after the deadline; who waits decides whether to leave it.
  public func drain(deadline: Duration, completion: @escaping @Sendable (DrainResult) -> Void) {
    let action = state.withLock { state in
      state.credit.closed()
      let action = state.drain.requested(inFlight: state.credit.inFlight)
      if case .await(let number) = action { state.completions[number] = completion }
      return action
    }
    switch action {
    case .complete: completion(.drained)
    case .await(let number):
      let nanoseconds = Int(max(deadline.wholeNanoseconds, 0))
      timers.asyncAfter(deadline: .now() + .nanoseconds(nanoseconds)) { self.expire(number) }
    }
  }

  private func expire(_ number: Int) {
    let (completion, inFlight) = state.withLock { state in
      (state.drain.expired(number) ? state.completions.removeValue(forKey: number) : nil, state.credit.inFlight)
    }
    completion?(.deadline(inFlight: inFlight))
  }

  // MARK: - Health and figures

  /// The lanes that work on one item for longer than their stage allows; empty when all is well.
  public func health(now: Moment) -> [StalledStage] {
    let work = state.withLock { $0.work }
    var stalled: [StalledStage] = []
    for (stage, lanes) in zip(stages, work) {
      for case let lane? in lanes {
        let allowed = stage.deadline + stage.deadlinePerMebibyte * (lane.bytes >> 20)
        let running = now.nanoseconds(since: lane.since)
        if lane.since.adding(allowed) < now { stalled.append(StalledStage(stage: stage.name, running: running)) }
      }
    }
    return stalled
  }

  /// Brings queue lengths and busy lanes up to date in the metrics; call it before taking a snapshot.
  public func observeFill() {
    let now = instruments.time.now()
    let (fills, blocked) = state.withLock { state in
      state.timeBlocked(at: now)
      return (stages.indices.map { state.flow.fill(of: $0) }, state.blocked.map(\.nanoseconds))
    }
    for (number, meter) in meters.enumerated() {
      let fill = fills[number]
      meter.observe(
        busy: fill.busy, queued: fill.queued, queuedBytes: fill.queuedBytes, blocked: fill.blocked,
        blockedNanoseconds: blocked[number])
    }
  }

  /// Emits one ``StageStatistics`` for the time since the last call, or for the whole run.
  public func reportStatistics(whole: Bool = false) {
    observeFill()
    let now = instruments.time.now()
    let figures = meters.map(\.reading)
    let event = report.withLock { report in
      defer {
        report.last = now
        report.figures = figures
      }
      return whole
        ? StageStatistics(interval: now.nanoseconds(since: report.start), isWholeRun: true, stages: figures)
        : StageStatistics(
          interval: now.nanoseconds(since: report.last), isWholeRun: false,
          stages: zip(figures, report.figures).map { $0.minus($1) })
    }
    instruments.emit(event)
  }
}
