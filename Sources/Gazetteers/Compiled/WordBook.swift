/// The words of a gazetteer under compilation: each folded word gets the next number.
final class WordBook: NameNumbering {
  private var slots = [UInt32](repeating: 0, count: 1 << 12)
  private var heads: [UInt64] = []
  private var hashes: [UInt64] = []
  private(set) var starts: [UInt32] = [0]
  private(set) var spellings: [UInt8] = []

  var count: Int { heads.count }

  /// The number of a word, new or known.
  func number(head: UInt64, hash: UInt64, word: UnsafeBufferPointer<UInt8>, isSmall: Bool) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
    while slots[slot] != 0 {
      let found = Int(slots[slot]) - 1
      if hashes[found] == hash, heads[found] == head, isEqual(found, word) { return Int32(found) }
      slot = (slot + 1) & (slots.count - 1)
    }
    heads.append(head)
    hashes.append(hash)
    spellings.append(contentsOf: word)
    starts.append(UInt32(spellings.count))
    slots[slot] = UInt32(heads.count)
    if heads.count * 2 > slots.count { grow() }
    return Int32(heads.count - 1)
  }

  /// The number of a word given whole.
  func number(of word: [UInt8]) -> Int32 {
    word.withUnsafeBufferPointer { word in
      let (head, hash) = NameHash.of(word)
      return number(head: head, hash: hash, word: word, isSmall: false)
    }
  }

  private func isEqual(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == word.count else { return false }
    for position in 0..<word.count where spellings[start + position] != word[position] { return false }
    return true
  }

  private func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// The sections of the words: their slots, two thirds full at most, and the filter, sixteen bits a word and more.
  ///
  /// - Parameter small: the words that begin a name in small letters.
  func tables(small: Set<UInt32>) -> (slots: [UInt64], filter: [UInt64], smallFilter: [UInt64]) {
    var slotCount = 16
    while slotCount * 2 < count * 3 { slotCount *= 2 }
    var filterBits = 1 << 16
    while filterBits < count * 16 { filterBits *= 2 }
    var table = [UInt64](repeating: 0, count: slotCount * 2)
    var filter = [UInt64](repeating: 0, count: filterBits / 64)
    var smallBits = 1 << 14
    while smallBits < small.count * 16 { smallBits *= 2 }
    var smallFilter = [UInt64](repeating: 0, count: smallBits / 64)
    for number in 0..<count {
      let hash = hashes[number]
      let bit = Int(truncatingIfNeeded: hash & UInt64(filterBits - 1))
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
      if small.contains(UInt32(number)) {
        let bit = Int(truncatingIfNeeded: hash & UInt64(smallBits - 1))
        smallFilter[bit >> 6] |= 1 << UInt64(bit & 63)
      }
      var slot = Int(truncatingIfNeeded: hash >> 20) & (slotCount - 1)
      while table[slot * 2 + 1] != 0 { slot = (slot + 1) & (slotCount - 1) }
      table[slot * 2] = heads[number]
      table[slot * 2 + 1] = UInt64(number + 1) | UInt64(starts[number + 1] - starts[number]) << 32
    }
    return (table, filter, smallFilter)
  }
}
