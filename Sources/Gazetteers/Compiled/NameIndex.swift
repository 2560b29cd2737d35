import Lexicons

/// The tables of a compiled gazetteer that matching walks over, as long as its bytes are held.
struct NameIndex: NameNumbering {
  let filter: Column
  let filterMask: UInt64
  let smallFilter: Column
  let smallMask: UInt64
  /// Whether words in small letters are looked up too.
  var asksAll: Bool
  let slots: Column
  let slotMask: Int
  let wordStarts: Column
  let spellings: Column
  let openers: Column
  let stateWords: Column
  let stateChildren: Column
  let stateMeanings: Column
  let meanings: Column
  let contexts: Column
  let facts: Column
  let classes: UnsafeRawBufferPointer

  init(_ sections: GazetteerSections, _ bytes: UnsafeRawBufferPointer, asksAll: Bool = false) {
    self.asksAll = asksAll
    func column(_ section: GazetteerSection) -> Column { sections.column(section, of: bytes) }
    filter = column(.filter)
    smallFilter = column(.smallFilter)
    filterMask = Self.mask(filter)
    smallMask = Self.mask(smallFilter)
    slots = column(.slots)
    let count = slots.bytes.count / 16
    slotMask = count > 0 && count & (count - 1) == 0 ? count - 1 : 0
    wordStarts = column(.wordStarts)
    spellings = column(.spellings)
    openers = column(.openers)
    stateWords = column(.stateWords)
    stateChildren = column(.stateChildren)
    stateMeanings = column(.stateMeanings)
    meanings = column(.meanings)
    contexts = column(.contexts)
    facts = column(.facts)
    classes = column(.wordClasses).bytes
  }

  /// The number of a word. Most words of a text begin with a small letter and no name does with them: the small filter,
  /// which stays in the nearest cache, says so.
  @inline(__always)
  func number(head: UInt64, hash: UInt64, word: UnsafeBufferPointer<UInt8>, isSmall: Bool) -> Int32 {
    if isSmall, !asksAll, !Self.holds(smallFilter, smallMask, hash) { return NameWord.notAsked }
    return Self.holds(filter, filterMask, hash) ? probed(head: head, hash: hash, word: word) : -1
  }

  @inline(__always)
  private static func holds(_ filter: Column, _ mask: UInt64, _ hash: UInt64) -> Bool {
    let bit = hash & mask
    let at = Int(truncatingIfNeeded: bit >> 3)
    return at < filter.bytes.count && filter.bytes[at] & (1 << UInt8(truncatingIfNeeded: bit & 7)) != 0
  }

  private func probed(head: UInt64, hash: UInt64, word: UnsafeBufferPointer<UInt8>) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash >> 20) & slotMask
    for _ in 0...slotMask {
      let number = slots.u32(slot * 4 + 2)
      if number == 0 { return -1 }
      if slots.u64(slot * 2) == head, Int(slots.u32(slot * 4 + 3)) == word.count,
        word.count <= 8 || isEqual(Int(number) - 1, word)
      {
        return Int32(truncatingIfNeeded: number) - 1
      }
      slot = (slot + 1) & slotMask
    }
    return -1
  }

  private func isEqual(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(wordStarts.u32(number))
    let spelling = spellings.bytes(start, start + word.count)
    guard spelling.count == word.count else { return false }
    for position in 8..<word.count where spelling[position] != word[position] { return false }
    return true
  }

  /// Sizes are powers of two; a file that has others finds nothing.
  private static func mask(_ filter: Column) -> UInt64 {
    let bits = filter.bytes.count * 8
    return bits > 0 && bits & (bits - 1) == 0 ? UInt64(bits - 1) : 0
  }

  /// The state after the first word of a name; 0 if none begins so.
  @inline(__always)
  func opener(_ word: Int32) -> Int { Int(openers.u32(Int(word))) }

  /// The state after one more word; 0 if no name goes on so.
  @inline(__always)
  func step(_ state: Int, _ word: Int32) -> Int {
    var low = Int(stateChildren.u32(state))
    var high = Int(stateChildren.u32(state + 1))
    let word = UInt32(bitPattern: word)
    while low < high {
      let middle = (low + high) >> 1
      let found = stateWords.u32(middle)
      if found == word { return middle }
      if found < word { low = middle + 1 } else { high = middle }
    }
    return 0
  }

  /// The meanings of the name that ends in a state.
  @inline(__always)
  func meaningRange(_ state: Int) -> Range<Int> {
    let first = Int(stateMeanings.u32(state))
    // A damaged file may say anything.
    let last = min(Int(stateMeanings.u32(state + 1)), meanings.bytes.count / NameMeaning.size)
    return first..<max(first, last)
  }

  func meaning(_ index: Int) -> NameMeaning {
    let capitals = meanings.u32(index * 4 + 1)
    return NameMeaning(
      entity: meanings.u32(index * 4), capitals: UInt16(truncatingIfNeeded: capitals),
      allCapitals: UInt16(truncatingIfNeeded: capitals >> 16), flags: meanings.u32(index * 4 + 2),
      context: meanings.u32(index * 4 + 3))
  }

  /// Whether one of the words of a context holds.
  func isContext(_ context: UInt32, where holds: (Int32) -> Bool) -> Bool {
    let start = Int(context) - 1
    let count = Int(contexts.u32(start))
    for index in 0..<min(count, contexts.bytes.count / 4)
    where holds(Int32(bitPattern: contexts.u32(start + 1 + index))) {
      return true
    }
    return false
  }

  /// What a word says of a name beside it.
  func classes(of word: Int32) -> NameWordClass {
    word >= 0 && Int(word) < classes.count ? NameWordClass(rawValue: classes[Int(word)]) : []
  }

  /// The type of an entity.
  func type(_ entity: Int) -> UInt8 { UInt8(truncatingIfNeeded: facts.u32(entity * 6)) }

  /// The feature of an entity, as a label.
  func feature(_ entity: Int) -> Int { Int(facts.u32(entity * 6) >> 16) }

  /// The prominence of an entity.
  func prior(_ entity: Int) -> Int { Int(facts.u32(entity * 6) >> 8 & 0xFF) }
}
