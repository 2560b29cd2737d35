/// How much may be in flight in the whole pipeline.
public struct Budget: Sendable, Equatable {
  /// Items in flight, large ones apart.
  public var items: Int
  /// Bytes of these items together.
  public var bytes: Int
  /// An item of so many bytes or more is large: one such item at a time is in flight, on lanes of its own, so that it
  /// delays no other.
  public var largeItemBytes: Int

  /// A budget; by default 64 items, 256 MiB, and large from 1 MiB up.
  public init(items: Int = 64, bytes: Int = 256 << 20, largeItemBytes: Int = 1 << 20) {
    self.items = max(items, 1)
    self.bytes = max(bytes, 1)
    self.largeItemBytes = max(largeItemBytes, 1)
  }

  /// Whether an item of this size takes the large slot.
  public func isLarge(_ bytes: Int) -> Bool {
    bytes >= min(largeItemBytes, self.bytes)
  }
}

/// A right to have one item in flight. Given by ``Topology/reserve(bytes:)``, given back exactly once.
public struct Reservation: Sendable, Hashable {
  /// Its number, unique in the topology.
  public let number: UInt64
  /// The size that it was asked for.
  public let bytes: Int

  /// A reservation again, from the number and size of one that was granted.
  public init(number: UInt64, bytes: Int) {
    self.number = number
    self.bytes = bytes
  }
}

/// The answer to a request for credit.
public enum Admission: Sendable, Equatable {
  /// There is room.
  case granted(Reservation)
  /// No room for any item; ask again when credit comes back.
  case full
  /// No room for a large item; smaller ones may pass.
  case largeSlotTaken
  /// The pipeline takes no more.
  case draining
}
