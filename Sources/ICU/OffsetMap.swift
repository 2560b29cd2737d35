/// The way back from a normalized text to the text that it was made from.
///
/// Both sides are counted in UTF-8 bytes from 0. Only what changed is kept: 16 bytes for each piece whose length or
/// inner offsets moved, nothing for an `A` that became `a`. Within a change no offset corresponds to another, so a range
/// that touches a change covers all of it: spans snap outwards.
///
/// A look-up costs a binary search over the changes; ``Cursor`` makes a walk from left to right nearly free.
public struct OffsetMap: Hashable, Sendable {
  /// One piece of the source and what became of it. Either side may be empty.
  public struct Change: Hashable, Sendable {
    /// First byte in the source.
    public let sourceStart: UInt32
    /// Byte after the last in the source.
    public let sourceEnd: UInt32
    /// First byte in the target.
    public let targetStart: UInt32
    /// Byte after the last in the target.
    public let targetEnd: UInt32

    /// A piece from its four offsets.
    public init(sourceStart: UInt32, sourceEnd: UInt32, targetStart: UInt32, targetEnd: UInt32) {
      self.sourceStart = sourceStart
      self.sourceEnd = sourceEnd
      self.targetStart = targetStart
      self.targetEnd = targetEnd
    }
  }

  /// The pieces that changed, in order, disjoint on both sides.
  public let changes: [Change]

  /// Bytes in the source.
  public let sourceCount: Int

  /// Bytes in the target.
  public let targetCount: Int

  /// A map of changes in order; what lies between two of them is as long on both sides.
  ///
  /// A change out of order or a gap of unequal length is a bug of the caller and stops the program.
  public init(changes: [Change], sourceCount: Int, targetCount: Int) {
    var source: UInt32 = 0
    var target: UInt32 = 0
    for change in changes {
      precondition(
        change.sourceStart >= source && change.targetStart >= target
          && change.sourceStart - source == change.targetStart - target
          && change.sourceEnd >= change.sourceStart && change.targetEnd >= change.targetStart,
        "changes of an offset map are out of order")
      source = change.sourceEnd
      target = change.targetEnd
    }
    precondition(sourceCount - Int(source) == targetCount - Int(target), "an offset map does not reach the end")
    self.changes = changes
    self.sourceCount = sourceCount
    self.targetCount = targetCount
  }

  /// The map of a text that did not change.
  public init(identity count: Int) {
    changes = []
    sourceCount = count
    targetCount = count
  }

  /// Whether every offset stands for itself.
  public var isIdentity: Bool { changes.isEmpty }

  /// Where a byte of the target comes from: an offset into the source, 0…`sourceCount`.
  ///
  /// Monotone. An offset inside a change goes to the start of what was changed; one after a deletion goes behind the
  /// deleted bytes; `targetCount` goes to `sourceCount`.
  public func source(of target: Int) -> Int {
    var cursor = Cursor(self)
    return cursor.source(of: target)
  }

  /// The bytes of the source from which a half-open range of the target was made.
  ///
  /// Whole pieces: a range that begins or ends within a change covers all of its source. Bytes that were deleted just
  /// before or just after the range do not belong to it. An empty range stays empty.
  public func sourceRange(_ start: Int, _ end: Int) -> Range<Int> {
    var cursor = Cursor(self)
    return cursor.sourceRange(start, end)
  }

  /// The same changes the other way round: from the source to what became of it.
  ///
  /// `map.inverted.sourceRange(start, end)` gives the bytes of the target that were made from a range of the source.
  public var inverted: OffsetMap {
    let changes = changes.map {
      Change(
        sourceStart: $0.targetStart, sourceEnd: $0.targetEnd, targetStart: $0.sourceStart, targetEnd: $0.sourceEnd)
    }
    return OffsetMap(changes: changes, sourceCount: targetCount, targetCount: sourceCount)
  }
}

extension OffsetMap {
  /// Looks up offsets of the target while walking through it.
  ///
  /// Any order is right; a walk from left to right costs a step or two a look-up.
  public struct Cursor: Sendable {
    private let map: OffsetMap

    /// How many changes begin at or before the offset asked for last.
    private var passed = 0

    /// A cursor at the start of the target.
    public init(_ map: OffsetMap) { self.map = map }

    /// As ``OffsetMap/source(of:)``.
    public mutating func source(of target: Int) -> Int {
      precondition(
        target >= 0 && target <= map.targetCount,
        "offset \(target) outside of a target of \(map.targetCount) bytes")
      if target == map.targetCount { return map.sourceCount }
      move(to: target)
      guard passed > 0 else { return target }
      let change = map.changes[passed - 1]
      if target < Int(change.targetEnd) { return Int(change.sourceStart) }
      return Int(change.sourceEnd) + (target - Int(change.targetEnd))
    }

    /// As ``OffsetMap/sourceRange(_:_:)``.
    public mutating func sourceRange(_ start: Int, _ end: Int) -> Range<Int> {
      precondition(start <= end, "a range ends at \(end), before its start at \(start)")
      let lower = source(of: start)
      guard start < end else { return lower..<lower }
      return lower..<sourceEnd(ofByteAt: end - 1)
    }

    /// Where the piece ends from which a byte of the target was made.
    private mutating func sourceEnd(ofByteAt target: Int) -> Int {
      precondition(target < map.targetCount, "no byte \(target) in a target of \(map.targetCount) bytes")
      move(to: target)
      guard passed > 0 else { return target + 1 }
      let change = map.changes[passed - 1]
      if target < Int(change.targetEnd) { return Int(change.sourceEnd) }
      return Int(change.sourceEnd) + (target - Int(change.targetEnd)) + 1
    }

    /// Makes `passed` the number of changes whose target begins at or before the offset.
    ///
    /// Several changes may begin there when all but the last have an empty target; the last one counts.
    private mutating func move(to target: Int) {
      let changes = map.changes
      var steps = 0
      while steps < 4, passed < changes.count, Int(changes[passed].targetStart) <= target {
        passed += 1
        steps += 1
      }
      let isInPlace =
        (passed == changes.count || Int(changes[passed].targetStart) > target)
        && (passed == 0 || Int(changes[passed - 1].targetStart) <= target)
      if isInPlace { return }
      var low = 0
      var high = changes.count
      while low < high {
        let middle = (low + high) / 2
        if Int(changes[middle].targetStart) <= target { low = middle + 1 } else { high = middle }
      }
      passed = low
    }
  }
}
