/// When work on a document has to end. What reads texts has no clock: whoever has one passes the question in, and it is
/// asked once a sentence.
public struct Deadline: Sendable {
  /// A document took longer than it may.
  public struct Passed: Error {}

  private let isPassed: @Sendable () -> Bool

  /// A deadline that has passed when `isPassed` says so; it is called often, on the thread that works.
  public init(_ isPassed: @escaping @Sendable () -> Bool) {
    self.isPassed = isPassed
  }

  /// No deadline.
  public static let never = Deadline { false }

  /// Throws ``Passed`` once it has.
  public func check() throws(Passed) {
    if isPassed() { throw Passed() }
  }
}
