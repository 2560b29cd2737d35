/// A set of phrases, each a row of word numbers, with what each phrase stands for.
///
/// It is a trie over words: a walk from the first word of a phrase finds every phrase that begins there, and because it
/// walks over whole words, no phrase is ever found inside a word. Built once, then only read; the first step of a walk is
/// one look into an array, every further one a hash look-up.
public struct PhraseTable<Meaning: Sendable>: Sendable {
  @usableFromInline var trie = WordTrie()
  /// What the phrase that ends in a state stands for; empty where none ends.
  @usableFromInline var meanings: [[Meaning]] = [[]]
  /// Whether a phrase ends in a state.
  @usableFromInline var ends: [Bool] = [false]

  /// The state before any word.
  @inlinable public static var root: Int32 { 0 }
  /// The state that no phrase leads to.
  @inlinable public static var dead: Int32 { -1 }

  /// Makes an empty table.
  public init() {}

  /// Whether any phrase begins with the word.
  @inlinable
  public func opens(_ word: Int32) -> Bool { trie.first(word) > 0 }

  /// Adds a phrase; the same phrase may stand for several things, which are kept in the order of insertion.
  @inlinable
  public mutating func insert(_ phrase: [Int32], _ meaning: Meaning) {
    guard !phrase.isEmpty else { return }
    let state = trie.insert(phrase)
    while meanings.count < trie.stateCount {
      meanings.append([])
      ends.append(false)
    }
    meanings[state].append(meaning)
    ends[state] = true
  }

  /// The state after one more word, or `dead`.
  @inlinable
  public func step(_ state: Int32, _ word: Int32) -> Int32 { trie.step(state, word) }

  /// Whether a phrase ends in the state.
  @inlinable
  public func isEnd(_ state: Int32) -> Bool { state > 0 && ends[Int(state)] }

  /// Calls with each thing that the phrase of the state stands for.
  @inlinable
  public func forEachMeaning(_ state: Int32, _ body: (Meaning) -> Void) {
    guard state > 0 else { return }
    for meaning in meanings[Int(state)] { body(meaning) }
  }

  /// Everything that the phrase of the state stands for, in the order of insertion. Costs no copy.
  @inlinable
  public func meanings(_ state: Int32) -> [Meaning] { state > 0 ? meanings[Int(state)] : [] }
}
