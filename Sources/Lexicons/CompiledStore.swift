/// Keeps what was compiled from words, by name, so that it need not be compiled again at the next start.
public protocol CompiledStore: Sendable {
  /// What is kept under a name; nil if nothing is. Whoever asks checks what it was made from.
  func bytes(_ name: String) -> (any HeldBytes)?

  /// Keeps pieces, one behind the other, in the place of what was kept under the name. What cannot be kept is made anew
  /// next time.
  func keep(_ name: String, _ pieces: [[UInt8]])
}

/// Keeps nothing.
public struct NoStore: CompiledStore {
  /// Makes a store that keeps nothing.
  public init() {}

  /// Nothing.
  public func bytes(_ name: String) -> (any HeldBytes)? { nil }

  /// Does nothing.
  public func keep(_ name: String, _ pieces: [[UInt8]]) {}
}
