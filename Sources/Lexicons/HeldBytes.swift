/// Bytes that somebody holds: an array, or a file that is mapped. Reading them costs no copy.
public protocol HeldBytes: Sendable {
  /// How many there are.
  var count: Int { get }

  /// Calls `body` with the bytes, which are not to be kept.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result
}

extension [UInt8]: HeldBytes {
  /// The array's own bytes.
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result { withUnsafeBytes(body) }
}
