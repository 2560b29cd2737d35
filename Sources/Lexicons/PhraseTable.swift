/// A set of phrases, each a row of word numbers, with what each phrase stands for.
///
/// It is a trie over words: a walk from the first word of a phrase finds every phrase that begins there, and because it
/// walks over whole words, no phrase is ever found inside a word. Built once, then only read; a step is one hash look-up.
public struct PhraseTable<Meaning: Sendable>: Sendable {
  private var keys: [UInt64]
  private var targets: [Int32]
  private var edgeCount = 0
  private var stateCount: Int32 = 1
  /// The first meaning of each state, or -1.
  private var heads: [Int32] = [-1]
  private var meanings: [(value: Meaning, next: Int32)] = []
  /// Whether a word begins any phrase: one bit a word number, so that most words cost nothing.
  private var openers: [Bool] = []

  /// The state before any word.
  public static var root: Int32 { 0 }
  /// The state that no phrase leads to.
  public static var dead: Int32 { -1 }

  /// Makes an empty table.
  public init() {
    keys = [UInt64](repeating: .max, count: 1 << 12)
    targets = [Int32](repeating: 0, count: 1 << 12)
  }

  /// Whether any phrase begins with the word.
  public func opens(_ word: Int32) -> Bool {
    word >= 0 && Int(word) < openers.count && openers[Int(word)]
  }

  /// Adds a phrase; the same phrase may stand for several things, which are kept in the order of insertion.
  public mutating func insert(_ phrase: [Int32], _ meaning: Meaning) {
    guard let first = phrase.first else { return }
    if Int(first) >= openers.count {
      openers.append(contentsOf: repeatElement(false, count: Int(first) + 1 - openers.count))
    }
    openers[Int(first)] = true
    var state = Self.root
    for word in phrase { state = edge(from: state, over: word) }
    meanings.append((meaning, -1))
    let added = Int32(meanings.count - 1)
    guard heads[Int(state)] >= 0 else {
      heads[Int(state)] = added
      return
    }
    var last = heads[Int(state)]
    while meanings[Int(last)].next >= 0 { last = meanings[Int(last)].next }
    meanings[Int(last)].next = added
  }

  /// The state after one more word, or `dead`.
  public func step(_ state: Int32, _ word: Int32) -> Int32 {
    guard word >= 0 else { return Self.dead }
    let key = Self.key(state, word)
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: Self.mix(key)) & mask
    while keys[slot] != .max {
      if keys[slot] == key { return targets[slot] }
      slot = (slot + 1) & mask
    }
    return Self.dead
  }

  /// Whether a phrase ends in the state.
  public func isEnd(_ state: Int32) -> Bool { state > 0 && heads[Int(state)] >= 0 }

  /// Calls with each thing that the phrase of the state stands for.
  public func forEachMeaning(_ state: Int32, _ body: (Meaning) -> Void) {
    guard state > 0 else { return }
    var next = heads[Int(state)]
    while next >= 0 {
      body(meanings[Int(next)].value)
      next = meanings[Int(next)].next
    }
  }

  /// Everything that the phrase of the state stands for, in the order of insertion.
  public func meanings(_ state: Int32) -> [Meaning] {
    var found: [Meaning] = []
    forEachMeaning(state) { found.append($0) }
    return found
  }

  private mutating func edge(from state: Int32, over word: Int32) -> Int32 {
    let existing = step(state, word)
    if existing != Self.dead { return existing }
    if (edgeCount + 1) * 2 > keys.count { grow() }
    let target = stateCount
    stateCount += 1
    heads.append(-1)
    place(Self.key(state, word), target)
    edgeCount += 1
    return target
  }

  private mutating func grow() {
    let old = zip(keys, targets).filter { $0.0 != .max }
    keys = [UInt64](repeating: .max, count: keys.count * 2)
    targets = [Int32](repeating: 0, count: targets.count * 2)
    for (key, target) in old { place(key, target) }
  }

  private mutating func place(_ key: UInt64, _ target: Int32) {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: Self.mix(key)) & mask
    while keys[slot] != .max { slot = (slot + 1) & mask }
    keys[slot] = key
    targets[slot] = target
  }

  private static func key(_ state: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  private static func mix(_ key: UInt64) -> UInt64 {
    var mixed = key &* 0x9e37_79b9_7f4a_7c15
    mixed ^= mixed >> 29
    return mixed
  }
}
