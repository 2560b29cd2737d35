/// FNV-1a over 64 bits: the same on every machine and in every process, unlike the standard library's hash.
struct WordHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
}

/// Numbers by hash, in one array: a look-up costs one line of cache and hashes nothing again.
///
/// Two words of one hash would be taken for each other; with 64 bits and some thousands of words that does not happen.
struct MaskTable: Sendable {
  private struct Slot {
    /// 0 marks an empty slot.
    var key: UInt64
    var value: UInt32
  }

  private var slots = [Slot](repeating: Slot(key: 0, value: 0), count: 64)
  private var count = 0

  /// The number of a hash, or nil.
  @inline(__always)
  func value(_ hash: UInt64) -> UInt32? {
    let mask = slots.count - 1
    var index = Self.start(hash) & mask
    while true {
      let slot = slots[index]
      if slot.key == hash { return slot.value }
      if slot.key == 0 { return nil }
      index = (index + 1) & mask
    }
  }

  /// Changes the number of a hash, which is 0 at first.
  mutating func update(_ hash: UInt64, _ change: (inout UInt32) -> Void) {
    if (count + 1) * 3 > slots.count { grow() }
    let index = place(of: hash)
    if slots[index].key == 0 {
      slots[index].key = hash
      count += 1
    }
    change(&slots[index].value)
  }

  private func place(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Self.start(hash) & mask
    while slots[index].key != 0, slots[index].key != hash { index = (index + 1) & mask }
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(key: 0, value: 0), count: old.count * 2)
    for slot in old where slot.key != 0 { slots[place(of: slot.key)] = slot }
  }

  private static func start(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 32) }
}
