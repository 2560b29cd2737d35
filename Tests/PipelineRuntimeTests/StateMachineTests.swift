import Testing

@testable import PipelineRuntime

@Suite struct CreditTests {
  @Test func `credit is bounded by items`() {
    var credit = CreditStateMachine(budget: Budget(items: 2))
    #expect(credit.requested(bytes: 1) == .granted)
    #expect(credit.requested(bytes: 1) == .granted)
    #expect(credit.requested(bytes: 1) == .full)
    #expect((credit.returned(bytes: 1)) == false)
    #expect(credit.requested(bytes: 1) == .granted)
  }

  @Test func `credit is bounded by bytes`() {
    var credit = CreditStateMachine(budget: Budget(items: 10, bytes: 100, largeItemBytes: 90))
    #expect(credit.requested(bytes: 60) == .granted)
    #expect(credit.requested(bytes: 41) == .full)
    #expect(credit.requested(bytes: 40) == .granted)
    #expect(credit.bytes == 100)
  }

  @Test func `one large item at a time is in flight, and small ones pass it`() {
    var credit = CreditStateMachine(budget: Budget(items: 1, bytes: 100, largeItemBytes: 50))
    #expect(credit.requested(bytes: 500) == .granted)
    #expect(credit.requested(bytes: 50) == .largeSlotTaken)
    #expect(credit.requested(bytes: 49) == .granted)
    #expect(credit.inFlight == 2)
    #expect((credit.returned(bytes: 500)) == false)
    #expect((credit.returned(bytes: 49)) == true)
  }

  @Test func `an item over the byte budget is large whatever the threshold says`() {
    #expect(Budget(items: 1, bytes: 100, largeItemBytes: 1 << 30).isLarge(100))
  }

  @Test func `a closed budget grants nothing`() {
    var credit = CreditStateMachine(budget: Budget())
    credit.closed()
    #expect(credit.requested(bytes: 1) == .closed)
  }
}

@Suite struct FlowTests {
  private typealias Parcel = FlowStateMachine.Parcel

  private func small(_ number: UInt64, bytes: Int = 1) -> Parcel {
    Parcel(number: number, bytes: bytes, isLarge: false)
  }

  @Test func `an item passes from stage to stage and leaves`() {
    var flow = FlowStateMachine(stages: [(1, Bound()), (1, Bound())])
    #expect(flow.submitted(small(1)) == [.run(stage: 0, lane: 0, number: 1)])
    #expect(flow.finished(small(1), stage: 0, lane: 0, failed: false) == [.run(stage: 1, lane: 0, number: 1)])
    #expect(flow.finished(small(1), stage: 1, lane: 0, failed: false) == [.leave(number: 1)])
  }

  @Test func `a failed item leaves where it failed`() {
    var flow = FlowStateMachine(stages: [(1, Bound()), (1, Bound())])
    _ = flow.submitted(small(1))
    #expect(flow.finished(small(1), stage: 0, lane: 0, failed: true) == [.leave(number: 1)])
  }

  @Test func `a finished item without room ahead keeps its lane until there is room`() {
    var flow = FlowStateMachine(stages: [(1, Bound()), (1, Bound(items: 1))])
    for number: UInt64 in 1...4 { _ = flow.submitted(small(number)) }
    #expect(
      flow.finished(small(1), stage: 0, lane: 0, failed: false) == [
        .run(stage: 1, lane: 0, number: 1), .run(stage: 0, lane: 0, number: 2),
      ])
    #expect(flow.finished(small(2), stage: 0, lane: 0, failed: false) == [.run(stage: 0, lane: 0, number: 3)])
    // One runs in the second stage, one waits before it: the third stays on its lane and the fourth does not start.
    #expect(flow.finished(small(3), stage: 0, lane: 0, failed: false) == [])
    #expect(flow.fill(of: 0) == .init(busy: 0, queued: 1, queuedBytes: 1, blocked: 1))
    #expect(
      flow.finished(small(1), stage: 1, lane: 0, failed: false) == [
        .leave(number: 1), .run(stage: 1, lane: 0, number: 2), .run(stage: 0, lane: 0, number: 4),
      ])
  }

  @Test func `a queue is bounded by bytes, yet takes one item of any size`() {
    var flow = FlowStateMachine(stages: [(1, Bound()), (1, Bound(items: 9, bytes: 10))])
    for number: UInt64 in 1...3 { _ = flow.submitted(small(number, bytes: 8)) }
    _ = flow.finished(small(1, bytes: 8), stage: 0, lane: 0, failed: false)
    _ = flow.finished(small(2, bytes: 8), stage: 0, lane: 0, failed: false)
    #expect(flow.fill(of: 1).queuedBytes == 8)
    #expect(flow.finished(small(3, bytes: 8), stage: 0, lane: 0, failed: false) == [])
    #expect(flow.fill(of: 0).blocked == 1)
  }

  @Test func `a large item has lanes of its own`() {
    var flow = FlowStateMachine(stages: [(1, Bound()), (1, Bound(items: 1))])
    let large = Parcel(number: 9, bytes: 1_000, isLarge: true)
    #expect(flow.submitted(large) == [.run(stage: 0, lane: 1, number: 9)])
    #expect(flow.submitted(small(1)) == [.run(stage: 0, lane: 0, number: 1)])
    #expect(flow.finished(small(1), stage: 0, lane: 0, failed: false) == [.run(stage: 1, lane: 0, number: 1)])
    #expect(flow.finished(large, stage: 0, lane: 1, failed: false) == [.run(stage: 1, lane: 1, number: 9)])
  }

  @Test(arguments: 0..<40) func `whatever the order of events, bounds hold and every item leaves once`(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let widths = (0..<4).map { _ in Int.random(in: 1...3, using: &random) }
    let bounds = (0..<4).map { _ in Int.random(in: 1...3, using: &random) }
    var flow = FlowStateMachine(stages: zip(widths, bounds).map { ($0, Bound(items: $1)) })
    var running: [(stage: Int, lane: Int, number: UInt64)] = []
    var left: [UInt64] = []
    func take(_ actions: [FlowStateMachine.Action]) {
      for action in actions {
        switch action {
        case .run(let stage, let lane, let number):
          #expect(!running.contains { $0.stage == stage && $0.lane == lane })
          running.append((stage, lane, number))
        case .leave(let number): left.append(number)
        }
      }
    }
    var submitted: UInt64 = 0
    while left.count < 60 {
      if submitted < 60 && (running.isEmpty || Bool.random(using: &random)) {
        submitted += 1
        take(flow.submitted(small(submitted)))
      } else {
        let work = running.remove(at: Int.random(in: 0..<running.count, using: &random))
        let failed = Int.random(in: 0..<10, using: &random) == 0
        take(flow.finished(small(work.number), stage: work.stage, lane: work.lane, failed: failed))
      }
      for stage in 1..<4 {
        #expect(flow.fill(of: stage).queued <= bounds[stage])
        #expect(flow.fill(of: stage).busy <= widths[stage])
      }
    }
    #expect(left.sorted() == Array(1...60))
  }
}

@Suite struct DrainTests {
  @Test func `an empty pipeline is drained at once`() {
    var drain = DrainStateMachine()
    #expect(drain.requested(inFlight: 0) == .complete)
  }

  @Test func `a deadline that comes after the end says nothing`() {
    var drain = DrainStateMachine()
    #expect(drain.requested(inFlight: 2) == .await(number: 1))
    #expect(drain.requested(inFlight: 2) == .await(number: 2))
    #expect((drain.expired(2)) == true)
    #expect(drain.emptied() == [1])
    #expect((drain.expired(1)) == false)
  }
}

/// Random numbers that a seed repeats.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
    return value ^ value >> 31
  }
}
