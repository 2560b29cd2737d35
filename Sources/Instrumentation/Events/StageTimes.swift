/// What each stage cost one document.
public struct StageTimes: Sendable, Equatable {
  /// The time in one stage, in nanoseconds.
  public struct Entry: Sendable, Equatable {
    /// Name of the stage.
    public let stage: String
    /// Time in its input queue.
    public let wait: UInt64
    /// Time of work.
    public let duration: UInt64

    /// An entry.
    public init(stage: String, wait: UInt64, duration: UInt64) {
      self.stage = stage
      self.wait = wait
      self.duration = duration
    }
  }

  /// The stages gone through, in order.
  public private(set) var entries: [Entry] = []

  /// No stage yet.
  public init() {}

  /// Adds a stage.
  public mutating func append(_ entry: Entry) {
    entries.append(entry)
  }

  /// Nanoseconds in all input queues together.
  public var wait: UInt64 { entries.reduce(0) { $0 &+ $1.wait } }

  /// Nanoseconds of work in all stages together.
  public var duration: UInt64 { entries.reduce(0) { $0 &+ $1.duration } }

  /// The durations as fields, one a stage.
  var fields: Fields {
    var fields = Fields()
    for entry in entries { fields.add(entry.stage, nanoseconds: entry.duration) }
    return fields
  }
}
