/// The words that rules name, each with its number: one look for every word of a text, so it must cost little.
struct RuleWords: Sendable {
  private var slots: [UInt16]
  private var words: [[UInt8]]

  init(_ numbers: [[UInt8]: UInt16]) {
    var size = 64
    while size < numbers.count * 4 { size *= 2 }
    slots = [UInt16](repeating: 0, count: size)
    words = [[UInt8]](repeating: [], count: numbers.count + 1)
    for (word, number) in numbers {
      words[Int(number)] = word
      var slot = Int(truncatingIfNeeded: FoldedWord.hash(word)) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = number
    }
  }

  /// The number of a folded word whose hash is given; 0 for one that no rule names.
  func number(of word: [UInt8], hash: UInt64) -> UInt16 {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if words[Int(slots[slot])] == word { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0
  }
}
