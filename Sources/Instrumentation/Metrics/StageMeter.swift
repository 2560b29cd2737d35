/// What was measured in one stage, since the start or over an interval.
public struct StageFigures: Sendable, Codable, Equatable {
  /// Name of the stage.
  public let stage: String
  /// How many lanes serve normal items.
  public let width: Int
  /// How many items its input queue holds at most.
  public let capacity: Int
  /// Items that its lanes took up.
  public var received: UInt64 = 0
  /// Items that it handed on.
  public var sent: UInt64 = 0
  /// Items that left the way here by an error.
  public var errors: UInt64 = 0
  /// Lanes at work now.
  public var busy: Int = 0
  /// Items in its input queue now.
  public var queued: Int = 0
  /// Bytes of these items.
  public var queuedBytes: Int = 0
  /// Finished items that wait for room in the next stage now.
  public var blocked: Int = 0
  /// Nanoseconds in which such items waited.
  public var blockedNanoseconds: UInt64 = 0
  /// Time of work on an item.
  public var duration = Histogram(unit: .nanoseconds)
  /// Time of an item in the input queue.
  public var wait = Histogram(unit: .nanoseconds)

  /// The same figures without what was counted before; what is true "now" stays.
  public func minus(_ earlier: StageFigures) -> StageFigures {
    var result = self
    result.received = received &- earlier.received
    result.sent = sent &- earlier.sent
    result.errors = errors &- earlier.errors
    result.blockedNanoseconds = blockedNanoseconds &- earlier.blockedNanoseconds
    result.duration = duration.minus(earlier.duration)
    result.wait = wait.minus(earlier.wait)
    return result
  }
}

/// Counts the work of one stage; may be used from all its lanes.
public final class StageMeter: Sendable {
  private let figures: Guarded<StageFigures>

  init(stage: String, width: Int, capacity: Int) {
    figures = Guarded(StageFigures(stage: stage, width: width, capacity: capacity))
  }

  /// Counts an item that a lane has finished, with its time in the queue and on the lane in nanoseconds.
  public func record(wait: UInt64, duration: UInt64, failed: Bool) {
    figures.withLock { figures in
      figures.received += 1
      if failed { figures.errors += 1 } else { figures.sent += 1 }
      figures.wait.record(wait)
      figures.duration.record(duration)
    }
  }

  /// States how full the stage is now.
  public func observe(busy: Int, queued: Int, queuedBytes: Int, blocked: Int, blockedNanoseconds: UInt64) {
    figures.withLock { figures in
      figures.blockedNanoseconds = blockedNanoseconds
      figures.busy = busy
      figures.queued = queued
      figures.queuedBytes = queuedBytes
      figures.blocked = blocked
    }
  }

  /// The figures since the start.
  public var reading: StageFigures { figures.withLock { $0 } }
}
