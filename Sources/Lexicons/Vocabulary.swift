/// The words that a ruleset knows, each with a number.
///
/// Built once for a ruleset and then only read, so it may be shared by all threads. A look-up hashes the bytes of one
/// word and allocates nothing.
public struct Vocabulary: Sendable {
  /// The number of a word that the ruleset does not know.
  public static let unknown: Int32 = -1

  private struct Slot {
    /// The first eight bytes of the word: a word of that length, as most are, is known by this line of the cache alone.
    var head: UInt64
    var number: Int32
    var count: Int32
  }

  private static let emptySlot = Slot(head: 0, number: unknown, count: 0)
  private var slots = [Slot](repeating: emptySlot, count: 1 << 12)
  private var starts: [Int32] = [0]
  private var store: [UInt8] = []

  /// Makes an empty vocabulary.
  public init() {}

  /// How many words it holds.
  public var count: Int { starts.count - 1 }

  /// The number of a word, adding it if need be. Only while a ruleset is built.
  public mutating func intern(_ word: [UInt8]) -> Int32 { word.withUnsafeBufferPointer { intern($0) } }

  /// The same for bytes in place.
  public mutating func intern(_ word: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = Self.hash(word)
    let found = number(of: word, hash: hash)
    if found != Self.unknown { return found }
    // Half full at most: most of the words asked for are in no list, and each looks until an empty slot.
    if (count + 1) * 2 > slots.count { grow() }
    let added = Int32(count)
    store.append(contentsOf: word)
    starts.append(Int32(store.count))
    place(added, hash: hash)
    return added
  }

  /// The number of a word given as bytes, or `unknown`.
  public func number(of word: UnsafeBufferPointer<UInt8>) -> Int32 { number(of: word, hash: Self.hash(word)) }

  private func number(of word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int32 {
    let head = Self.head(of: word)
    return slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var position = Int(truncatingIfNeeded: hash) & mask
      while true {
        let slot = slots[position]
        if slot.number == Self.unknown { return Self.unknown }
        if slot.head == head, Int(slot.count) == word.count, word.count <= 8 || isEqual(slot.number, word) {
          return slot.number
        }
        position = (position + 1) & mask
      }
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
    for offset in 0..<word.count where store[start + offset] != word[offset] { return false }
    return true
  }

  private mutating func place(_ number: Int32, hash: UInt64) {
    let mask = slots.count - 1
    var position = Int(truncatingIfNeeded: hash) & mask
    while slots[position].number != Self.unknown { position = (position + 1) & mask }
    let word = word(number)
    let head = word.withUnsafeBufferPointer { Self.head(of: $0) }
    slots[position] = Slot(head: head, number: number, count: Int32(word.count))
  }

  private mutating func grow() {
    slots = [Slot](repeating: Self.emptySlot, count: slots.count * 2)
    for number in 0..<Int32(count) {
      let range = Int(starts[Int(number)])..<Int(starts[Int(number) + 1])
      place(number, hash: store.withUnsafeBufferPointer { Self.hash(UnsafeBufferPointer(rebasing: $0[range])) })
    }
  }

  private static func head(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var head: UInt64 = 0
    for byte in word.prefix(8) { head = head << 8 | UInt64(byte) }
    return head
  }

  /// FNV-1a with a final mix: fixed, so that nothing depends on the process.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash ^ (hash >> 32)
  }
}
