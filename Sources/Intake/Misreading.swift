/// What was misread and stored before a file came, and was turned back.
public struct Misreading: Hashable, Sendable {
  /// The charset that UTF-8 was taken for.
  public let charset: String
  /// How many characters were turned back.
  public let count: Int
}
