/// Which groups of three letters the languages use, learnt from their own word lists.
///
/// Speaks for words that stand in no list. Letters are bytes of UTF-8, with a space at each end of a word.
struct LetterTriples: Sendable {
  /// Where the row of a triple begins, plus one; 0 for none. Two numbers a slot, to stay in the cache.
  private struct Slot {
    var triple: UInt32 = 0
    var position: UInt32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  private var count = 0

  /// How often each language has each triple, and what that is worth; a row of all languages for each triple.
  private var counts: [Int] = []
  private var rows: [UInt8] = []
  private var totals: [Int]

  /// What a triple is worth that only one language has.
  private static let worth = 24

  init(languages: Int) { totals = [Int](repeating: 0, count: languages) }

  /// Counts the triples of a word of a language.
  mutating func learn(_ word: ArraySlice<UInt8>, language: Int) {
    Self.forEach(in: word) { triple in
      if (count + 1) * 2 > slots.count { grow() }
      let index = place(of: triple)
      if slots[index].position == 0 {
        slots[index] = Slot(triple: triple, position: UInt32(counts.count + 1))
        counts.append(contentsOf: repeatElement(0, count: totals.count))
        count += 1
      }
      counts[Int(slots[index].position) - 1 + language] += 1
      totals[language] += 1
    }
  }

  /// Turns counts into points, so that a longer list says no more than a shorter one.
  mutating func weigh() {
    for start in stride(from: 0, to: counts.count, by: max(totals.count, 1)) {
      let shares = totals.indices.map { counts[start + $0] * 10_000 / (totals[$0] + 1) }
      let sum = shares.reduce(5, +)
      for share in shares { rows.append(UInt8(Self.worth * share / sum)) }
    }
    counts = []
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.position != 0 { slots[place(of: slot.triple)] = slot }
  }

  /// The slot of a triple, or the empty one where it belongs.
  @inline(__always)
  private func place(of triple: UInt32) -> Int {
    let mask = slots.count - 1
    var index = Int(triple &* 0x9E37_79B1 >> 12) & mask
    while slots[index].position != 0, slots[index].triple != triple { index = (index + 1) & mask }
    return index
  }

  /// Adds a word's points for each language.
  func vote(_ word: ArraySlice<UInt8>, _ points: inout [Int]) {
    Self.forEach(in: word) { triple in
      let position = slots[place(of: triple)].position
      guard position > 0 else { return }
      let start = Int(position) - 1
      for language in 0..<points.count { points[language] += Int(rows[start + language]) }
    }
  }

  /// Each triple as the number of its three bytes.
  @inline(__always)
  private static func forEach(in word: ArraySlice<UInt8>, _ body: (UInt32) -> Void) {
    var triple: UInt32 = 0x20
    var isFirst = true
    for letter in word {
      triple = (triple << 8 | UInt32(letter)) & 0xFF_FFFF
      if !isFirst { body(triple) }
      isFirst = false
    }
    if !isFirst { body((triple << 8 | 0x20) & 0xFF_FFFF) }
  }
}
