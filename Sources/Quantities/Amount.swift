/// An exact number, "2/3", "1,5 milioni": a fraction in lowest terms, so that nothing is rounded before it is shown.
public struct Amount: Sendable, Hashable {
  /// What is divided.
  public let numerator: Int
  /// What it is divided by, 1 or more.
  public let denominator: Int

  /// A whole number.
  public init(_ whole: Int) {
    numerator = whole
    denominator = 1
  }

  /// A fraction; nil if it divides by nothing.
  public init?(_ numerator: Int, over denominator: Int) {
    guard denominator > 0, numerator > Int.min else { return nil }
    var (left, right) = (abs(numerator), denominator)
    while right != 0 { (left, right) = (right, left % right) }
    self.numerator = numerator / left
    self.denominator = denominator / left
  }

  /// The number, if it is whole.
  public var whole: Int? { denominator == 1 ? numerator : nil }

  /// The product; nil if it is beyond all counting.
  func times(_ other: Amount) -> Amount? {
    let top = numerator.multipliedReportingOverflow(by: other.numerator)
    let bottom = denominator.multipliedReportingOverflow(by: other.denominator)
    guard !top.overflow, !bottom.overflow else { return nil }
    return Amount(top.partialValue, over: bottom.partialValue)
  }

  func times(_ other: Int) -> Amount? { times(Amount(other)) }

  /// The sum; nil if it is beyond all counting.
  func plus(_ other: Amount) -> Amount? {
    let left = numerator.multipliedReportingOverflow(by: other.denominator)
    let right = other.numerator.multipliedReportingOverflow(by: denominator)
    let bottom = denominator.multipliedReportingOverflow(by: other.denominator)
    guard !left.overflow, !right.overflow, !bottom.overflow else { return nil }
    let top = left.partialValue.addingReportingOverflow(right.partialValue)
    return top.overflow ? nil : Amount(top.partialValue, over: bottom.partialValue)
  }

  func dividedBy(_ other: Amount) -> Amount? {
    guard other.numerator > 0, let inverse = Amount(other.denominator, over: other.numerator) else { return nil }
    return times(inverse)
  }

  var negative: Amount { Amount(-numerator, over: denominator) ?? self }

  /// With a full stop before at most 15 decimals: "1.5", "0.666666666666666".
  public var text: String {
    guard denominator > 1 else { return String(numerator) }
    var text = (numerator < 0 ? "-" : "") + String(abs(numerator) / denominator) + "."
    var rest = abs(numerator) % denominator
    for _ in 0..<15 where rest != 0 {
      let next = rest.multipliedReportingOverflow(by: 10)
      guard !next.overflow else { break }
      text += String(next.partialValue / denominator)
      rest = next.partialValue % denominator
    }
    return text
  }
}
