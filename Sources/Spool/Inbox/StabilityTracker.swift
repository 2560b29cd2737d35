import Instrumentation

/// Decides when a file is complete: when two looks of our own, `settle` apart on the monotonic clock, show the same.
/// What a file says of its own age is not believed, since copies keep old times.
///
/// A pure state machine: it looks at nothing, it is told what a look showed. Bounded: when it is full, further files
/// are left for a later scan.
struct StabilityTracker {
  typealias Path = [UInt8]

  /// A file that may be claimed.
  struct Ready: Equatable {
    let path: Path
    let trace: FileTrace
    let firstSeen: Moment
  }

  enum Sighting: Equatable {
    case accepted
    case known
    case full
  }

  private struct Candidate {
    var trace: FileTrace
    var firstSeen: Moment
    /// Since when the file has been as it is now.
    var unchangedSince: Moment
    var isReady = false
    /// Entries of the queues with another number are of an earlier state and are passed over.
    var generation: UInt32
  }

  let settle: Duration
  let emptyGrace: Duration
  let limit: Int
  private var candidates: [Path: Candidate] = [:]
  private var due = DueQueue<(path: Path, generation: UInt32)>()
  private var ready = DueQueue<(path: Path, generation: UInt32)>()
  private var generation: UInt32 = 0

  init(settle: Duration, emptyGrace: Duration, limit: Int) {
    self.settle = settle
    self.emptyGrace = emptyGrace
    self.limit = limit
  }

  var count: Int { candidates.count }
  var isEmpty: Bool { candidates.isEmpty }
  var hasReady: Bool { !ready.isEmpty }
  var isFull: Bool { candidates.count >= limit }
  var nextDue: Moment? { due.next?.moment }

  /// When the oldest of the files that are ready was first seen; those still settling are younger than `settle`.
  var oldest: Moment? { ready.next?.moment ?? due.next?.moment }

  func knows(_ path: Path) -> Bool { candidates[path] != nil }

  /// A file has been seen. `movedIn`: the kernel said that it arrived as a whole.
  mutating func seen(_ path: Path, _ trace: FileTrace, movedIn: Bool, at now: Moment) -> Sighting {
    if var candidate = candidates[path] {
      if candidate.trace != trace || movedIn {
        let isNew = candidate.trace.inode != trace.inode
        if candidate.trace != trace { candidate.unchangedSince = now }
        if isNew { candidate.firstSeen = now }
        candidate.trace = trace
        candidate.isReady = false
        place(path, candidate, movedIn: movedIn, at: now)
      }
      return .known
    }
    if isFull { return .full }
    let candidate = Candidate(trace: trace, firstSeen: now, unchangedSince: now, generation: 0)
    place(path, candidate, movedIn: movedIn, at: now)
    return .accepted
  }

  /// The next file that is to be looked at again; answer with ``seen(_:_:movedIn:at:)`` by ``looked(_:_:at:)`` or ``gone(_:)``.
  mutating func nextToLook(at now: Moment) -> Path? {
    while let (path, generation) = due.popDue(now) {
      if candidates[path]?.generation == generation { return path }
    }
    return nil
  }

  /// What the look that was asked for showed.
  mutating func looked(_ path: Path, _ trace: FileTrace, at now: Moment) {
    guard var candidate = candidates[path] else { return }
    if candidate.trace != trace {
      candidate.unchangedSince = now
      candidate.trace = trace
    }
    place(path, candidate, movedIn: false, at: now)
  }

  /// A file is no longer there, or is none of ours.
  mutating func gone(_ path: Path) {
    candidates[path] = nil
  }

  /// The ready file that was seen first, without taking it out.
  mutating func firstReady() -> Ready? {
    while let (_, entry) = ready.next {
      if let candidate = candidates[entry.path], candidate.isReady, candidate.generation == entry.generation {
        return Ready(path: entry.path, trace: candidate.trace, firstSeen: candidate.firstSeen)
      }
      _ = ready.popFirst()
    }
    return nil
  }

  /// Takes the first ready file out of the order, but keeps knowing it: it waits for a place of its own.
  mutating func setAside(_ path: Path) {
    _ = ready.popFirst()
  }

  /// Puts a file that was set aside back among the ready ones.
  mutating func putBack(_ path: Path) {
    guard let candidate = candidates[path], candidate.isReady else { return }
    ready.insert((path, candidate.generation), at: candidate.firstSeen)
  }

  private mutating func place(_ path: Path, _ candidate: Candidate, movedIn: Bool, at now: Moment) {
    var candidate = candidate
    generation &+= 1
    candidate.generation = generation
    let settled = movedIn ? now : candidate.unchangedSince.adding(settle)
    let complete = candidate.trace.size > 0 ? settled : max(settled, candidate.unchangedSince.adding(emptyGrace))
    candidate.isReady = complete <= now
    candidates[path] = candidate
    if candidate.isReady {
      ready.insert((path, generation), at: candidate.firstSeen)
    } else {
      due.insert((path, generation), at: complete)
    }
  }
}
