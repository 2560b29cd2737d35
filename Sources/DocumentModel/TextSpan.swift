/// A half-open range of bytes in the extracted text of a document.
///
/// Every span in the project refers to the extracted text, never to a normalised or folded copy of it; only the record
/// writer turns bytes into code points.
public struct TextSpan: Sendable, Hashable, Comparable {
  /// The first byte, counted from 0.
  public let start: Int
  /// One past the last byte.
  public let end: Int

  /// Makes a span; `end` must not lie before `start`.
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span ends before it starts")
    self.start = start
    self.end = end
  }

  /// The bytes covered.
  public var range: Range<Int> { start..<end }

  /// The number of bytes covered.
  public var count: Int { end - start }

  /// Whether the other span lies wholly inside this one.
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two share a byte.
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

  /// The smallest span that covers both.
  public func union(_ other: TextSpan) -> TextSpan { TextSpan(min(start, other.start), max(end, other.end)) }

  /// Orders by start, then by end.
  public static func < (left: TextSpan, right: TextSpan) -> Bool {
    left.start != right.start ? left.start < right.start : left.end < right.end
  }
}
