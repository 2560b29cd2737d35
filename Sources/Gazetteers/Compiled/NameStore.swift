/// The names of a gazetteer under compilation, as rows of word numbers, and the trie that becomes of them.
struct NameStore {
  private var words: [UInt32] = []
  private var starts: [UInt32] = [0]
  private(set) var meanings: [NameMeaning] = []

  var count: Int { meanings.count }

  mutating func append(_ phrase: [Int32], _ meaning: NameMeaning) {
    for word in phrase { words.append(UInt32(bitPattern: word)) }
    starts.append(UInt32(words.count))
    meanings.append(meaning)
  }

  private func length(_ name: UInt32) -> Int { Int(starts[Int(name) + 1] - starts[Int(name)]) }
  private func word(_ name: UInt32, _ depth: Int) -> UInt32 { words[Int(starts[Int(name)]) + depth] }

  /// The first words of the names that may begin with a small letter.
  var smallOpeners: Set<UInt32> {
    var found: Set<UInt32> = []
    for (name, meaning) in meanings.enumerated() where meaning.capitals & 1 == 0 || meaning.rule == .any {
      found.insert(words[Int(starts[name])])
    }
    return found
  }

  /// The names sorted by their words, a shorter one before those that begin with it, the same in the order in which
  /// they came.
  func sorted() -> [UInt32] {
    // The first two words decide nearly always.
    var keys: [(head: UInt64, name: UInt32)] = []
    keys.reserveCapacity(count)
    for name in 0..<UInt32(count) {
      let second = length(name) > 1 ? UInt64(word(name, 1)) + 1 : 0
      keys.append((UInt64(word(name, 0)) << 32 | second, name))
    }
    keys.sort { one, other in
      if one.head != other.head { return one.head < other.head }
      return precedes(one.name, other.name)
    }
    return keys.map(\.name)
  }

  private func precedes(_ one: UInt32, _ other: UInt32) -> Bool {
    let (first, second) = (length(one), length(other))
    for depth in 0..<min(first, second) {
      let (left, right) = (word(one, depth), word(other, depth))
      if left != right { return left < right }
    }
    return first != second ? first < second : one < other
  }

  /// Calls with each run of names that are the same words; `order` is that of ``sorted()``.
  func forEachHomonym(in order: [UInt32], _ body: (ArraySlice<UInt32>) -> Void) {
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, isSame(order[start], order[end]) { end += 1 }
      if end > start + 1 { body(order[start..<end]) }
      start = end
    }
  }

  private func isSame(_ one: UInt32, _ other: UInt32) -> Bool {
    guard length(one) == length(other) else { return false }
    for depth in 0..<length(one) where word(one, depth) != word(other, depth) { return false }
    return true
  }

  /// The trie over the sorted names: level by level, so that what follows a state lies side by side.
  func trie(_ order: [UInt32], words wordCount: Int, entity: (UInt32) -> UInt32) -> Trie {
    var trie = Trie(openers: [UInt32](repeating: 0, count: wordCount))
    var queue: [(first: UInt32, end: UInt32)] = [(0, UInt32(order.count))]
    var state = 0
    var depth = 0
    var levelEnd = 1
    while state < queue.count {
      if state == levelEnd {
        depth += 1
        levelEnd = queue.count
      }
      var (name, end) = (Int(queue[state].first), Int(queue[state].end))
      trie.meaningStarts.append(UInt32(trie.meanings.count))
      let first = trie.meanings.count
      while name < end, length(order[name]) == depth {
        var meaning = meanings[Int(order[name])]
        meaning.entity = entity(meaning.entity)
        if !trie.meanings[first...].contains(where: { $0.entity == meaning.entity && $0.isSameRule(meaning) }) {
          trie.meanings.append(meaning)
        }
        name += 1
      }
      trie.childStarts.append(UInt32(queue.count))
      while name < end {
        let next = word(order[name], depth)
        var after = name + 1
        while after < end, word(order[after], depth) == next { after += 1 }
        if depth == 0 { trie.openers[Int(next)] = UInt32(queue.count) }
        trie.stateWords.append(next)
        queue.append((UInt32(name), UInt32(after)))
        name = after
      }
      end = name
      state += 1
    }
    trie.meaningStarts.append(UInt32(trie.meanings.count))
    trie.childStarts.append(UInt32(queue.count))
    return trie
  }

  /// A trie laid out for a file.
  struct Trie {
    var openers: [UInt32]
    /// The root has no word.
    var stateWords: [UInt32] = [0]
    var childStarts: [UInt32] = []
    var meaningStarts: [UInt32] = []
    var meanings: [NameMeaning] = []

    init(openers: [UInt32]) { self.openers = openers }
  }
}

extension NameMeaning {
  func isSameRule(_ other: NameMeaning) -> Bool {
    flags == other.flags && capitals == other.capitals && allCapitals == other.allCapitals && context == other.context
  }
}
