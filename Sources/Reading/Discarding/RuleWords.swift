/// The words that rules name, each with its number: one look for every word of a text, so it must cost little.
struct RuleWords: Sendable {
  private var slots: [UInt16]
  /// For each word the upper half of its hash, which tells nearly all others from it.
  private var tags: [UInt32]
  private var words: [[UInt8]]

  init(_ numbers: [[UInt8]: UInt16]) {
    var size = 64
    while size < numbers.count * 4 { size *= 2 }
    slots = [UInt16](repeating: 0, count: size)
    words = [[UInt8]](repeating: [], count: numbers.count + 1)
    tags = [UInt32](repeating: 0, count: numbers.count + 1)
    for (word, number) in numbers {
      words[Int(number)] = word
      let hash = FoldedWord.hash(word)
      tags[Int(number)] = UInt32(truncatingIfNeeded: hash >> 32)
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = number
    }
  }

  /// The number of a folded word whose hash is given; 0 for one that no rule names.
  func number(of word: [UInt8], hash: UInt64) -> UInt16 {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = slots[slot]
      if tags[Int(number)] == UInt32(truncatingIfNeeded: hash >> 32), words[Int(number)] == word { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0
  }
}
