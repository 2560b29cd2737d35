import DispaccioTestSupport
import Dispatch
import Instrumentation
import PipelineRuntime
import Testing

private struct Refusal: Error {}

@Suite struct TopologyTests {
  private func stage(
    _ name: String, width: Int = 1, bound: Bound = Bound(),
    _ body: @escaping @Sendable (inout [String]) throws -> Void = { _ in }
  ) -> StageSpecification<[String]> {
    StageSpecification(name: name, width: width, bound: bound) {
      { item in
        try body(&item)
        item.append(name)
      }
    }
  }

  private func makeTopology(
    _ stages: [StageSpecification<[String]>], budget: Budget = Budget(), instruments: Instruments? = nil,
    onCredit: @escaping @Sendable () -> Void = {}
  ) throws -> (Topology<[String]>, Collector<Finished<[String]>>) {
    let finished = Collector<Finished<[String]>>()
    let topology = try Topology(
      label: "test", stages: stages, budget: budget, instruments: instruments ?? quietInstruments().0,
      finished: { finished.add($0) }, onCredit: onCredit)
    return (topology, finished)
  }

  private func reservation(_ topology: Topology<[String]>, bytes: Int = 1) throws -> Reservation {
    guard case .granted(let reservation) = topology.reserve(bytes: bytes) else { throw Refusal() }
    return reservation
  }

  @Test func `an item goes through all stages in order and each one's time is told`() async throws {
    let (topology, finished) = try makeTopology([stage("a"), stage("b"), stage("c")])
    topology.submit([], under: try reservation(topology))
    let end = try #require(await finished.values(count: 1).first)
    #expect(end.item == ["a", "b", "c"])
    #expect(end.failure == nil)
    #expect(end.times.entries.map(\.stage) == ["a", "b", "c"])
    topology.release(end.reservation)
    #expect(topology.inFlight == 0)
  }

  @Test func `an item whose stage throws leaves with the stage's name`() async throws {
    let (topology, finished) = try makeTopology([stage("a"), stage("b") { _ in throw Refusal() }, stage("c")])
    topology.submit([], under: try reservation(topology))
    let end = try #require(await finished.values(count: 1).first)
    #expect(end.item == ["a"])
    #expect(end.failure?.stage == "b")
    #expect(end.failure?.underlying is Refusal)
  }

  @Test(arguments: [1, 2, 7]) func `with any credit all items arrive, and no more than it are in flight`(
    credit: Int
  ) async throws {
    let inside = Guarded((now: 0, most: 0))
    let again = Collector<Bool>()
    let (topology, finished) = try makeTopology(
      [
        stage("in") { _ in
          inside.withLock {
            $0.now += 1
            $0.most = max($0.most, $0.now)
          }
        }, stage("wide", width: 3, bound: Bound(items: 1)), stage("out", bound: Bound(items: 1)),
      ], budget: Budget(items: credit), onCredit: { again.add(true) })
    var submitted = 0
    var released = 0
    while released < 500 {
      while submitted < 500, case .granted(let grant) = topology.reserve(bytes: 10) {
        topology.submit([String(submitted)], under: grant)
        submitted += 1
      }
      let ends = await finished.values(count: released + 1)
      for end in ends[released...] {
        inside.withLock { $0.now -= 1 }
        topology.release(end.reservation)
      }
      released = ends.count
    }
    #expect(Set(finished.values.compactMap(\.item.first)).count == 500)
    #expect(inside.withLock { $0.most } <= credit)
    #expect(again.values.count == 500)
  }

  @Test func `a worker serves one item at a time, on its own lane`() async throws {
    let specification = StageSpecification<[String]>(name: "counting", width: 2) {
      var calls = 0
      var isInside = false
      return { item in
        #expect(!isInside)
        isInside = true
        calls += 1
        item.append(String(calls))
        isInside = false
      }
    }
    let (topology, finished) = try makeTopology([specification])
    for _ in 0..<60 { topology.submit([], under: try reservation(topology)) }
    let counts = await finished.values(count: 60).compactMap { $0.item.first.flatMap { Int($0) } }
    // Two workers, each with its own count from 1 up.
    #expect(counts.count { $0 == 1 } >= 1)
    #expect(counts.count { $0 == 1 } <= 2)
  }

  @Test func `a large item delays no small one`() async throws {
    let hold = DispatchQueue(label: "test.hold")
    let entered = Collector<Bool>()
    hold.suspend()
    let (topology, finished) = try makeTopology(
      [
        stage("only") { item in
          if item == ["large"] {
            entered.add(true)
            hold.sync {}
          }
        }
      ], budget: Budget(items: 4, bytes: 1_000, largeItemBytes: 100))
    topology.submit(["large"], under: try reservation(topology, bytes: 5_000))
    #expect(topology.reserve(bytes: 100) == .largeSlotTaken)
    _ = await entered.values(count: 1)
    for _ in 0..<4 { topology.submit(["small"], under: try reservation(topology)) }
    let small = await finished.values(count: 4)
    #expect(small.allSatisfy { $0.item.first == "small" })
    hold.resume()
    #expect(await finished.values(count: 5).last?.item.first == "large")
  }

  @Test func `the time in which items wait for room ahead is told of the stage behind`() async throws {
    let hold = DispatchQueue(label: "test.hold")
    hold.suspend()
    let clock = ManualTime()
    let instruments = quietInstruments(time: clock.source).0
    let arrived = Collector<Bool>()
    let (topology, finished) = try makeTopology(
      [stage("quick") { _ in arrived.add(true) }, stage("slow", bound: Bound(items: 1)) { _ in hold.sync {} }],
      instruments: instruments)
    // One is worked on, one waits, and the third has no room.
    for _ in 0..<3 { topology.submit([], under: try reservation(topology)) }
    _ = await arrived.values(count: 3)
    func stages() -> [StageFigures] {
      topology.observeFill()
      return instruments.metrics.snapshot().stages
    }
    while stages()[0].blocked == 0 { await Task.yield() }
    let before = stages()[0].blockedNanoseconds
    clock.advance(.seconds(3))
    #expect(stages().map(\.blockedNanoseconds) == [before + 3_000_000_000, 0])
    hold.resume()
    _ = await finished.values(count: 3)
    clock.advance(.seconds(3))
    #expect(stages()[0].blockedNanoseconds == before + 3_000_000_000)
  }

  @Test func `a drain ends when the last credit has come back, and nothing is admitted meanwhile`() async throws {
    let (topology, finished) = try makeTopology([stage("a")])
    let grant = try reservation(topology)
    let ends = Collector<DrainResult>()
    // Far beyond what a busy machine lets this test wait for its turn.
    topology.drain(deadline: .seconds(3_600)) { ends.add($0) }
    #expect(topology.reserve(bytes: 1) == .draining)
    topology.submit([], under: grant)
    let end = try #require(await finished.values(count: 1).first)
    #expect(ends.values.isEmpty)
    topology.release(end.reservation)
    #expect(await ends.values(count: 1) == [.drained])
  }

  @Test func `a drain past its deadline tells what is in flight`() async throws {
    let (topology, _) = try makeTopology([stage("a")])
    _ = try reservation(topology)
    let ends = Collector<DrainResult>()
    topology.drain(deadline: .milliseconds(1)) { ends.add($0) }
    #expect(await ends.values(count: 1) == [.deadline(inFlight: 1)])
  }

  @Test func `a lane that works for too long counts as stalled, a large item's lane later`() async throws {
    let time = ManualTime()
    let (instruments, _) = quietInstruments(time: time.source)
    let hold = DispatchQueue(label: "test.hold")
    let entered = Collector<Bool>()
    hold.suspend()
    let (topology, finished) = try makeTopology(
      [
        stage("slow") { _ in
          entered.add(true)
          hold.sync {}
        }
      ], instruments: instruments)
    topology.submit([], under: try reservation(topology))
    topology.submit([], under: try reservation(topology, bytes: 4 << 20))
    _ = await entered.values(count: 2)
    time.advance(.seconds(29))
    #expect(topology.health(now: time.source.now()).isEmpty)
    time.advance(.seconds(2))
    #expect(topology.health(now: time.source.now()).map(\.running) == [31_000_000_000])
    time.advance(.seconds(20))
    #expect(topology.health(now: time.source.now()).count == 2)
    hold.resume()
    _ = await finished.values(count: 2)
    #expect(topology.health(now: time.source.now()).isEmpty)
  }

  @Test func `statistics come in one line with every stage, first for an interval, at last for the run`() async throws {
    let (instruments, lines) = quietInstruments()
    let (topology, finished) = try makeTopology([stage("a"), stage("b")], instruments: instruments)
    for _ in 0..<3 { topology.submit([], under: try reservation(topology)) }
    _ = await finished.values(count: 3)
    topology.reportStatistics()
    topology.reportStatistics()
    topology.reportStatistics(whole: true)
    #expect(lines.lines.count == 3)
    #expect(lines.lines[0].contains("event=stage_statistics"))
    #expect(lines.lines[0].contains("a.count=3 a.p50_ms="))
    #expect(lines.lines[0].contains("b.errors=0 b.queue=0/64"))
    #expect(lines.lines[1].contains("a.count=0"))
    #expect(lines.lines[2].contains("whole_run=true a.count=3"))
  }

  @Test func `a worker that cannot be made stops the topology from being made`() {
    #expect(throws: Refusal.self) {
      _ = try makeTopology([StageSpecification(name: "bad") { throw Refusal() }])
    }
  }
}
