/// How many were right: precision, recall and their harmonic mean.
public struct Tally: Sendable, Hashable {
  /// Found and marked.
  public var right = 0
  /// Found.
  public var found = 0
  /// Marked.
  public var marked = 0

  /// Counts nothing yet.
  public init() {}

  /// Right of what was found, in thousandths; nil where nothing was.
  public var precision: Int? { Self.permille(right, found) }
  /// Found of what was marked, in thousandths.
  public var recall: Int? { Self.permille(right, marked) }
  /// The harmonic mean of both, in thousandths.
  public var harmonicMean: Int? { Self.permille(2 * right, found + marked) }

  static func permille(_ part: Int, _ whole: Int) -> Int? {
    whole == 0 ? nil : (part * 2000 + whole) / (2 * whole)
  }

  static func + (left: Tally, right: Tally) -> Tally {
    var sum = left
    sum.right += right.right
    sum.found += right.found
    sum.marked += right.marked
    return sum
  }
}

/// Tallies of exact and of overlapping spans.
public struct SpanTally: Sendable, Hashable {
  /// Both ends are the same.
  public var exact = Tally()
  /// A letter is common to both.
  public var overlapping = Tally()

  /// Counts nothing yet.
  public init() {}

  mutating func add(marked: Int = 0, found: Int = 0, exact: Int = 0, overlapping: Int = 0) {
    self.exact.marked += marked
    self.exact.found += found
    self.exact.right += exact
    self.overlapping.marked += marked
    self.overlapping.found += found
    self.overlapping.right += exact + overlapping
  }

  static func + (left: SpanTally, right: SpanTally) -> SpanTally {
    var sum = left
    sum.exact = left.exact + right.exact
    sum.overlapping = left.overlapping + right.overlapping
    return sum
  }
}

/// Numbers in columns.
enum Columns {
  /// A share in per cent with one decimal, or a dash.
  static func percent(_ permille: Int?) -> String { permille.map { "\($0 / 10).\($0 % 10)" } ?? "-" }

  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.unicodeScalars.count)) + text
  }

  static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
  }

  /// The head of a table of tallies.
  static func head(_ title: String, _ width: Int) -> String {
    left(title, width)
      + ["marked", "found", "P", "R", "F1", "P over", "R over", "F1 over"].map { right($0, 8) }.joined()
  }

  /// A line of such a table.
  static func line(_ title: String, _ width: Int, _ tally: SpanTally) -> String {
    let numbers =
      [String(tally.exact.marked), String(tally.exact.found)]
      + [tally.exact, tally.overlapping].flatMap { [$0.precision, $0.recall, $0.harmonicMean] }.map { percent($0) }
    return left(title, width) + numbers.map { right($0, 8) }.joined()
  }
}
