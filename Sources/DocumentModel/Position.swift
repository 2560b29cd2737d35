/// The place of a sentence, an event or another element in its document's list, counted from 0.
///
/// A number alone would pass for any other: a position says of what. A record prints it as the element's name, `s1` for
/// the first sentence and `e1` for the first event.
public struct Position<Element>: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral {
  /// The place in the list, from 0.
  public let offset: Int

  /// The position with a place in the list, from 0.
  public init(_ offset: Int) { self.offset = offset }

  /// The position that a literal names.
  public init(integerLiteral value: Int) { offset = value }

  /// Whether an element stands before another one.
  public static func < (left: Position, right: Position) -> Bool { left.offset < right.offset }

  /// The place counted from 1, as people and records count.
  public var number: Int { offset + 1 }

  /// How many elements one stands behind another.
  public static func - (left: Position, right: Position) -> Int { left.offset - right.offset }

  /// The one right behind.
  public var next: Position { Position(offset + 1) }
}

/// The position of a sentence in its document.
public typealias SentenceIndex = Position<Sentence>

/// The position of an event in its record.
public typealias EventIndex = Position<Event>

extension Array {
  /// The element at a position.
  public subscript(position: Position<Element>) -> Element { self[position.offset] }

  /// All positions, in order.
  public var positions: [Position<Element>] { indices.map { Position($0) } }
}
