/// What a stage does to an item.
///
/// It is not Sendable and need not be: it lives on one lane, which runs it for one item at a time, and may own handles
/// that belong to one thread at a time.
public typealias StageBody<Item> = (inout Item) throws -> Void

/// How much may wait before a stage.
public struct Bound: Sendable, Equatable {
  /// Items.
  public var items: Int
  /// Bytes of these items; a single item may exceed it.
  public var bytes: Int

  /// A bound; by default 64 items and 64 MiB.
  public init(items: Int = 64, bytes: Int = 64 << 20) {
    self.items = max(items, 1)
    self.bytes = max(bytes, 1)
  }
}

/// One stage of the way: its name, how wide it is, and how to make its workers.
public struct StageSpecification<Item: Sendable>: Sendable {
  /// Name in logs, metrics and errors.
  public let name: String
  /// Lanes for normal items. One more serves large ones.
  public let width: Int
  /// What may wait before it.
  public let bound: Bound
  /// A lane that works longer than this on one item counts as stalled…
  public let deadline: Duration
  /// …plus this for each MiB of the item.
  public let deadlinePerMebibyte: Duration
  let makeBody: @Sendable () throws -> sending StageBody<Item>

  /// A stage. `makeBody` is called once for each lane, by the initializer of ``Topology``.
  public init(
    name: String, width: Int = 1, bound: Bound = Bound(), deadline: Duration = .seconds(30),
    deadlinePerMebibyte: Duration = .seconds(5), makeBody: @escaping @Sendable () throws -> sending StageBody<Item>
  ) {
    self.name = name
    self.width = max(width, 1)
    self.bound = bound
    self.deadline = deadline
    self.deadlinePerMebibyte = deadlinePerMebibyte
    self.makeBody = makeBody
  }
}

/// An item's way ended at an error of a stage.
public struct StageFailure: Error, CustomStringConvertible {
  /// Name of the stage.
  public let stage: String
  /// What it threw.
  public let underlying: any Error

  /// Stage and error in words.
  public var description: String { "Stage \(stage): \(underlying)" }
}
