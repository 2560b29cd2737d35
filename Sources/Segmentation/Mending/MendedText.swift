import ICU

/// A text with pieces replaced, and the way back to what it was.
struct MendedText {
  private(set) var bytes: [UInt8] = []
  private var changes: [OffsetMap.Change] = []
  /// How much of the source was taken over.
  private var taken = 0
  private let source: [UInt8]

  init(_ source: [UInt8]) { self.source = source }

  /// Whether nothing was replaced so far.
  var isUnchanged: Bool { changes.isEmpty }

  /// Puts other bytes in the place of a piece, which stands behind all that were replaced before.
  mutating func replace(_ range: Range<Int>, with replacement: [UInt8]) {
    bytes += source[taken..<range.lowerBound]
    let start = bytes.count
    bytes += replacement
    changes.append(
      OffsetMap.Change(
        sourceStart: UInt32(range.lowerBound), sourceEnd: UInt32(range.upperBound), targetStart: UInt32(start),
        targetEnd: UInt32(bytes.count)))
    taken = range.upperBound
  }

  /// Takes over the rest; the map from what was made back to the source.
  mutating func finish() -> OffsetMap {
    bytes += source[taken...]
    taken = source.count
    return OffsetMap(changes: changes, sourceCount: source.count, targetCount: bytes.count)
  }
}
