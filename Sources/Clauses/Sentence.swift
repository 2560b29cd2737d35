import Languages
import Reading

/// One sentence while it is read: its words, the phrases over them, the clauses over those. Used again for the next one.
struct Sentence {
  let lexicon: ClauseLexicon
  /// The text that it stands in; only while it is read.
  var text: UnsafeBufferPointer<UInt8>
  let grammar: Grammar
  var words: [Word] = []
  var phrases: [Phrase] = []
  var clauses: [Clause] = []
  /// The open clauses, the innermost last.
  var stack: [Int32] = []
  /// Of the clause at hand the noun phrases without a preposition, before its verb and behind it.
  var before: [Int] = []
  var behind: [Int] = []
  /// The heads of the clauses of which the kernel is sure.
  var safe: [Int32] = []

  /// The most clauses that lie in one another; what is deeper is read as if it stood at this depth.
  static let deepest = 12

  init(_ lexicon: ClauseLexicon, text: UnsafeBufferPointer<UInt8>) {
    self.lexicon = lexicon
    self.text = text
    grammar = lexicon.grammar
  }

  /// Whether what describes a noun stands behind it.
  var isHeadFirst: Bool { grammar.contains(.headFirst) }
  /// Whether a subject may be left out.
  var dropsSubject: Bool { grammar.contains(.dropsSubject) }

  mutating func read(_ read: ReadWords, _ range: Range<Int>) {
    WordPass(lexicon: lexicon, text: text).fill(&words, from: read, range)
    phrases.removeAll(keepingCapacity: true)
    clauses.removeAll(keepingCapacity: true)
    stack.removeAll(keepingCapacity: true)
    safe.removeAll(keepingCapacity: true)
    guard !words.isEmpty else { return }
    readPhrases()
    matchBrackets()
    divideClauses()
    attachNominals()
    assignFunctions()
    linkClauses()
    findSilentSubjects()
    attachRest()
    judge()
    checkTree()
  }

  // MARK: - Words

  func word(_ index: Int) -> Word? { index >= 0 && index < words.count ? words[index] : nil }
  func word(_ index: Int32) -> Word? { word(Int(index)) }

  func isPart(_ index: Int, _ part: PartOfSpeech) -> Bool {
    index >= 0 && index < words.count && words[index].part == part
  }
  func has(_ index: Int, _ trait: WordTraits) -> Bool { index >= 0 && index < words.count && words[index].has(trait) }
  func has(_ index: Int32, _ trait: WordTraits) -> Bool { has(Int(index), trait) }

  /// Hangs a word on another one. What hangs already stays where it is.
  mutating func attach(_ dependent: Int32, to head: Int32, _ relation: Relation) {
    guard dependent >= 0, head >= 0, dependent != head, words[Int(dependent)].head == Word.unread else { return }
    words[Int(dependent)].head = head
    words[Int(dependent)].relation = relation
  }
}
