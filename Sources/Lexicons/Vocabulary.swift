/// The words that a ruleset knows, each with a number.
///
/// Built once for a ruleset and then only read, so it may be shared by all threads. A look-up hashes the bytes of one
/// word and allocates nothing.
public struct Vocabulary: Sendable {
  /// The number of a word that the ruleset does not know.
  public static let unknown: Int32 = -1

  private var slots: [Int32]
  private var starts: [Int32] = [0]
  private var store: [UInt8] = []

  /// Makes an empty vocabulary.
  public init() {
    slots = [Int32](repeating: Self.unknown, count: 1 << 12)
  }

  /// How many words it holds.
  public var count: Int { starts.count - 1 }

  /// The number of a word, adding it if need be. Only while a ruleset is built.
  public mutating func intern(_ word: some Collection<UInt8>) -> Int32 {
    let bytes = Array(word)
    let found = bytes.withUnsafeBufferPointer { number(of: $0) }
    if found != Self.unknown { return found }
    if (count + 1) * 2 > slots.count { grow() }
    let added = Int32(count)
    store.append(contentsOf: bytes)
    starts.append(Int32(store.count))
    place(added, hash: bytes.withUnsafeBufferPointer { Self.hash($0) })
    return added
  }

  /// The number of a word given as bytes, or `unknown`.
  public func number(of word: UnsafeBufferPointer<UInt8>) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(word)) & mask
    while true {
      let candidate = slots[slot]
      if candidate == Self.unknown { return Self.unknown }
      if isEqual(candidate, word) { return candidate }
      slot = (slot + 1) & mask
    }
  }

  /// The number of a word given as text, or `unknown`.
  public func number(of word: String) -> Int32 {
    Array(word.utf8).withUnsafeBufferPointer { number(of: $0) }
  }

  /// The bytes of a word.
  public func word(_ number: Int32) -> ArraySlice<UInt8> {
    store[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])]
  }

  private func isEqual(_ candidate: Int32, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[Int(candidate)])
    guard Int(starts[Int(candidate) + 1]) - start == word.count else { return false }
    for offset in 0..<word.count where store[start + offset] != word[offset] { return false }
    return true
  }

  private mutating func place(_ number: Int32, hash: UInt64) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != Self.unknown { slot = (slot + 1) & mask }
    slots[slot] = number
  }

  private mutating func grow() {
    slots = [Int32](repeating: Self.unknown, count: slots.count * 2)
    for number in 0..<Int32(count) {
      let range = Int(starts[Int(number)])..<Int(starts[Int(number) + 1])
      place(number, hash: store.withUnsafeBufferPointer { Self.hash(UnsafeBufferPointer(rebasing: $0[range])) })
    }
  }

  /// FNV-1a with a final mix: fixed, so that nothing depends on the process.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash ^ (hash >> 32)
  }
}
