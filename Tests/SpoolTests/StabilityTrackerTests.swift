import Instrumentation
import Testing

@testable import Spool

@Suite struct StabilityTrackerTests {
  private let path = Array("a.txt".utf8)

  private func trace(size: Int = 10, modified: Int64 = 1, inode: UInt64 = 7) -> FileTrace {
    FileTrace(kind: .regular, device: 1, inode: inode, size: size, modified: modified, changed: modified)
  }

  private func tracker(settle: Int = 2, grace: Int = 60, limit: Int = 10) -> StabilityTracker {
    StabilityTracker(settle: .seconds(settle), emptyGrace: .seconds(grace), limit: limit)
  }

  private func second(_ number: Int) -> Moment { Moment(nanoseconds: UInt64(100 + number) * 1_000_000_000) }

  @Test func `a file is ready when two looks a settle time apart show the same`() {
    var tracker = tracker()
    _ = tracker.seen(path, trace(), movedIn: false, at: second(0))
    #expect(tracker.firstReady() == nil)
    #expect(tracker.nextDue == second(2))
    let early = tracker.nextToLook(at: second(1))
    #expect(early == nil)
    let due = tracker.nextToLook(at: second(2))
    #expect(due == path)
    tracker.looked(path, trace(), at: second(2))
    #expect(tracker.firstReady()?.path == path)
  }

  @Test func `a change starts the time anew, an old date of the file does not shorten it`() {
    var tracker = tracker()
    _ = tracker.seen(path, trace(modified: -5_000_000_000), movedIn: false, at: second(0))
    _ = tracker.nextToLook(at: second(2))
    tracker.looked(path, trace(size: 11), at: second(2))
    #expect(tracker.firstReady() == nil)
    #expect(tracker.nextDue == second(4))
    _ = tracker.nextToLook(at: second(4))
    tracker.looked(path, trace(size: 11), at: second(4))
    #expect(tracker.firstReady()?.trace.size == 11)
  }

  @Test func `a file that was moved in is ready at once, also when a scan saw it first`() {
    var tracker = tracker()
    _ = tracker.seen(path, trace(), movedIn: true, at: second(0))
    #expect(tracker.firstReady()?.path == path)
    _ = tracker.seen([1], trace(), movedIn: false, at: second(0))
    _ = tracker.seen([1], trace(), movedIn: true, at: second(0))
    tracker.gone(path)
    #expect(tracker.firstReady()?.path == [1])
  }

  @Test func `an empty file waits for its grace, and settles when it is filled`() {
    var tracker = tracker()
    _ = tracker.seen(path, trace(size: 0), movedIn: true, at: second(0))
    #expect(tracker.firstReady() == nil)
    #expect(tracker.nextDue == second(60))
    _ = tracker.seen(path, trace(size: 5, modified: 2), movedIn: false, at: second(30))
    let old = tracker.nextToLook(at: second(31))
    #expect(old == nil)
    let due = tracker.nextToLook(at: second(32))
    #expect(due == path)
    tracker.looked(path, trace(size: 5, modified: 2), at: second(32))
    #expect(tracker.firstReady()?.trace.size == 5)
  }

  @Test func `with both times at zero a file is ready when it is seen`() {
    var tracker = tracker(settle: 0, grace: 0)
    _ = tracker.seen(path, trace(size: 0), movedIn: false, at: second(0))
    #expect(tracker.firstReady()?.trace.size == 0)
  }

  @Test func `a full tracker takes no more until one has gone`() {
    var tracker = tracker(limit: 1)
    _ = tracker.seen(path, trace(), movedIn: false, at: second(0))
    let full = tracker.seen([1], trace(), movedIn: false, at: second(0))
    #expect(full == .full)
    tracker.gone(path)
    let again = tracker.seen([1], trace(), movedIn: false, at: second(0))
    #expect(again == .accepted)
  }

  @Test func `who was seen first is ready first`() {
    var tracker = tracker(settle: 0)
    for number: UInt8 in [3, 1, 2] {
      _ = tracker.seen([number], trace(), movedIn: false, at: second(Int(number)))
    }
    var order: [[UInt8]] = []
    while let ready = tracker.firstReady() {
      order.append(ready.path)
      tracker.gone(ready.path)
    }
    #expect(order == [[1], [2], [3]])
  }

  @Test func `a file set aside lets others pass and comes back`() {
    var tracker = tracker(settle: 0)
    _ = tracker.seen([1], trace(), movedIn: false, at: second(0))
    _ = tracker.seen([2], trace(), movedIn: false, at: second(1))
    tracker.setAside([1])
    #expect(tracker.firstReady()?.path == [2])
    tracker.putBack([1])
    #expect(tracker.firstReady()?.path == [1])
  }
}
