/// A dictionary form by its hash (FNV-1a of 64 bits): of some ten thousand no two share one, and to look one up costs no
/// array.
struct LemmaHash: Hashable, Sendable {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init(_ bytes: some Sequence<UInt8>) { add(bytes) }

  /// The hash of the form with more letters behind it.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  static func == (left: LemmaHash, right: LemmaHash) -> Bool { left.value == right.value }

  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
