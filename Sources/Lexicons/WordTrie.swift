/// The states of a ``PhraseTable`` and the words that lead from one to another.
///
/// State 0 is the root; 0 as an answer of a look-up inside means that there is no such state.
@usableFromInline
struct WordTrie: Sendable {
  private struct Edge {
    var from: Int32
    var word: Int32
    /// 0 marks an empty slot.
    var target: Int32
  }

  /// The state after the first word, by the word; most walks end here.
  @usableFromInline var firsts: [Int32] = []
  private var edges = [Edge](repeating: Edge(from: 0, word: 0, target: 0), count: 1 << 10)
  private var edgeCount = 0
  /// Whether any word leads on from a state: from most none does.
  @usableFromInline var hasNext: [Bool] = [false]

  @usableFromInline
  init() {}

  @usableFromInline var stateCount: Int { hasNext.count }

  /// The state after the first word of a phrase, or 0.
  @inlinable
  func first(_ word: Int32) -> Int32 {
    let index = Int(word)
    return index >= 0 && index < firsts.count ? firsts[index] : 0
  }

  /// The state after one more word, or -1. Most states lead nowhere, and then nothing is looked up.
  @inlinable
  func step(_ state: Int32, _ word: Int32) -> Int32 {
    if state == 0 {
      let target = first(word)
      return target > 0 ? target : -1
    }
    guard word >= 0, hasNext[Int(state)] else { return -1 }
    return target(of: state, word)
  }

  @usableFromInline
  func target(of state: Int32, _ word: Int32) -> Int32 {
    let mask = edges.count - 1
    var slot = Self.hash(state, word) & mask
    while true {
      let edge = edges[slot]
      if edge.target == 0 { return -1 }
      if edge.from == state, edge.word == word { return edge.target }
      slot = (slot + 1) & mask
    }
  }

  /// The state of a phrase of one word or more, adding what is missing.
  @usableFromInline
  mutating func insert(_ phrase: [Int32]) -> Int {
    let opener = Int(phrase[0])
    if opener >= firsts.count {
      firsts.append(contentsOf: repeatElement(0, count: max(opener + 1, firsts.count * 2) - firsts.count))
    }
    if firsts[opener] == 0 { firsts[opener] = addState() }
    var state = firsts[opener]
    for word in phrase.dropFirst() {
      let known = step(state, word)
      if known > 0 {
        state = known
      } else {
        let target = addState()
        hasNext[Int(state)] = true
        if (edgeCount + 1) * 2 > edges.count { grow() }
        place(Edge(from: state, word: word, target: target))
        edgeCount += 1
        state = target
      }
    }
    return Int(state)
  }

  private mutating func addState() -> Int32 {
    hasNext.append(false)
    return Int32(hasNext.count - 1)
  }

  private mutating func grow() {
    let old = edges
    edges = [Edge](repeating: Edge(from: 0, word: 0, target: 0), count: old.count * 2)
    for edge in old where edge.target != 0 { place(edge) }
  }

  private mutating func place(_ edge: Edge) {
    let mask = edges.count - 1
    var slot = Self.hash(edge.from, edge.word) & mask
    while edges[slot].target != 0 { slot = (slot + 1) & mask }
    edges[slot] = edge
  }

  private static func hash(_ state: Int32, _ word: Int32) -> Int {
    let key = UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: word))
    var mixed = key &* 0x9e37_79b9_7f4a_7c15
    mixed ^= mixed >> 29
    return Int(truncatingIfNeeded: mixed)
  }
}
