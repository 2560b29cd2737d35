public import DocumentModel
public import Languages
public import Reading

/// The words of a sentence with what each hangs on, and its clauses.
public final class SentenceSyntax: Sendable {
  /// A word; "della" is two that share their span.
  public struct Node: Sendable {
    /// Its bytes in the text.
    public var span: TextSpan
    /// The word that governs it; -1 for the root, nil if it is unread.
    public var head: Int?
    /// How it hangs there.
    public var relation: Relation
    /// Its part of speech.
    public var part: PartOfSpeech
    /// What its form tells.
    public var features: WordFeatures
    /// Its row in the lexicon of its language; nil for one that was guessed.
    public var row: Int?
    /// How far its reading can be trusted.
    public var certainty: ReadWord.Certainty
    /// How it is written.
    public var look: ReadWord.Look
    /// How its reading is known.
    public var origin: WordReading.Origin
    /// What the tables say of it.
    public var marks: WordMarks
  }

  /// Its words, in order.
  public let nodes: [Node]
  /// Its clauses with a verb; heads, parents and silent subjects are numbers of its own words and clauses.
  public let clauses: [ReadClauses.Found]
  /// Whether a clause of its language may leave its subject out.
  var dropsSubject: Bool { lexicon.grammar.contains(.dropsSubject) }
  /// What words of its language govern.
  var governing: GoverningIndex { lexicon.governing }
  private let lexicon: ClauseLexicon
  /// For each word the first that hangs on it, and the next one beside it; -1 for none.
  private let firstChild: [Int32]
  private let nextChild: [Int32]
  /// For each word the clause that it leads; -1 for none.
  private let led: [Int32]

  init(_ read: Sentence, _ words: ReadWords, _ lexicon: ClauseLexicon) {
    self.lexicon = lexicon
    var nodes: [Node] = []
    nodes.reserveCapacity(read.words.count)
    for node in read.words {
      let word = words.words[Int(node.read)]
      let reading = words.reading(of: Int(node.read))
      nodes.append(
        Node(
          span: word.span, head: node.governor, relation: node.relation, part: node.part,
          features: node.features,
          row: reading.row, certainty: word.certainty, look: word.look,
          origin: reading.origin, marks: WordMarks(node.traits)))
    }
    var firstChild = [Int32](repeating: -1, count: nodes.count)
    var nextChild = firstChild
    var led = firstChild
    for index in nodes.indices.reversed() {
      guard let head = nodes[index].head, head >= 0 else { continue }
      nextChild[index] = firstChild[head]
      firstChild[head] = Int32(index)
    }
    var clauses: [ReadClauses.Found] = []
    clauses.reserveCapacity(read.clauses.count)
    read.forEachClause { clauses.append($0) }
    for (number, clause) in clauses.enumerated() where led[clause.head] < 0 {
      led[clause.head] = Int32(number)
    }
    self.nodes = nodes
    self.clauses = clauses
    self.firstChild = firstChild
    self.nextChild = nextChild
    self.led = led
  }

  // MARK: - Words

  /// The word that all others hang on.
  public var root: Int? { nodes.firstIndex { $0.head == -1 } }

  /// The dictionary form of a word; of what is written together that of its part, "di" and "il" of "della". Nil for one that
  /// was guessed.
  public func lemma(of node: Int) -> String? {
    guard let row = nodes[node].row,
      let lemma = lexicon.words.forms.lemma(of: WordReading(row: row, nodes[node].part, []))
    else {
      return nil
    }
    let parts = lemma.split(separator: "+", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return lemma }
    let isFirst = node + 1 < nodes.count && nodes[node + 1].span == nodes[node].span
    return String(isFirst ? parts[0] : parts[1])
  }

  /// The words that hang on one, in order.
  public func dependents(of node: Int) -> [Int] {
    var found: [Int] = []
    var child = firstChild[node]
    while child >= 0 {
      found.append(Int(child))
      child = nextChild[Int(child)]
    }
    return found
  }

  /// The first word that hangs on one in a way.
  public func dependent(of node: Int, _ relation: Relation) -> Int? {
    var child = firstChild[node]
    while child >= 0 {
      if nodes[Int(child)].relation == relation { return Int(child) }
      child = nextChild[Int(child)]
    }
    return nil
  }

  /// The word within a stretch of text on which all others there hang; nil where it holds no word that was read.
  public func top(of span: TextSpan) -> Int? {
    var best: Int?
    for (index, node) in nodes.enumerated() where span.contains(node.span) {
      guard let head = node.head else { continue }
      if head < 0 { return index }
      if !span.contains(nodes[head].span), best == nil || isContent(index) && !(best.map(isContent) ?? false) {
        best = index
      }
    }
    return best
  }

  private func isContent(_ index: Int) -> Bool { nodes[index].part.isContent }

  /// The word that stands for an event in a stretch of text: its last verb, "retake" of "have been attempting to retake",
  /// else its first noun.
  public func event(in span: TextSpan) -> Int? {
    if let verb = verbs(in: span).last { return verb }
    return nodes.indices.first { span.contains(nodes[$0].span) && nodes[$0].part == .noun } ?? top(of: span)
  }

  /// The words in a stretch of text that lead clauses, in order.
  public func verbs(in span: TextSpan) -> [Int] {
    nodes.indices.filter { led[$0] >= 0 && span.contains(nodes[$0].span) }
  }

  /// The clause that a word leads.
  public func clause(ledBy node: Int) -> Int? { led[node] >= 0 ? Int(led[node]) : nil }

  /// The text from the first to the last of a word and all that hangs on it, without clauses of their own.
  public func extent(of node: Int) -> TextSpan {
    var span = nodes[node].span
    var queue = [node]
    var next = 0
    while next < queue.count {
      var child = firstChild[queue[next]]
      while child >= 0 {
        let index = Int(child)
        if led[index] < 0, nodes[index].relation != .punctuation {
          queue.append(index)
          span = TextSpan(min(span.start, nodes[index].span.start), max(span.end, nodes[index].span.end))
        }
        child = nextChild[index]
      }
      next += 1
    }
    return span
  }

  /// Whether all clauses from a word to the root are read whole, and their places in one another are more than guesses.
  public func isFirmlyPlaced(_ node: Int) -> Bool {
    var current = node
    for _ in 0..<Self.deepest {
      if let clause = clause(ledBy: current), !clauses[clause].isFirmlyLinked { return false }
      guard let head = nodes[current].head else { return false }
      if head < 0 { return true }
      current = head
    }
    return false
  }

  /// Whether every word hangs somewhere, and every clause is sure of itself.
  public var isWhole: Bool {
    clauses.allSatisfy(\.isSureOfItself) && nodes.allSatisfy { $0.head != nil || $0.part == .punctuation }
  }

  /// How far up a word is followed: more than clauses and phrases of real sentences nest.
  static let deepest = 64

  // MARK: - Kernels

  /// Who does what to whom in a clause, as words of the sentence.
  public struct Kernel: Sendable {
    /// The words that do what the verb says, or of which it is said: members of a list each.
    public var subjects: [Int] = []
    /// Whether the subject suffers it.
    public var isPassive = false
    /// Whether the clause says its subject itself.
    public var saysSubject = false
    /// Its objects.
    public var objects: [Int] = []
    /// By whom, in the passive.
    public var agents: [Int] = []
    /// Whether a word negates the verb.
    public var isNegated = false
  }

  /// The kernel of a clause, with a silent subject filled in, and a relative word by the noun that it stands for.
  public func kernel(of clause: Int) -> Kernel {
    let found = clauses[clause]
    var kernel = Kernel()
    for child in dependents(of: found.head) {
      switch nodes[child].relation {
      case .subject, .passiveSubject, .clausalSubject:
        kernel.saysSubject = true
        kernel.subjects += members(of: antecedent(of: child, in: clause))
        if nodes[child].relation == .passiveSubject { kernel.isPassive = true }
      case .passiveAuxiliary: kernel.isPassive = true
      case .object: kernel.objects += members(of: antecedent(of: child, in: clause))
      case .agent: kernel.agents += members(of: child)
      case .adverb, .determiner: if nodes[child].features.contains(.negative) { kernel.isNegated = true }
      default: continue
      }
    }
    if !kernel.saysSubject, let silent = found.silentSubject { kernel.subjects = members(of: silent) }
    return kernel
  }

  /// A word and those that stand beside it in a list.
  public func members(of node: Int) -> [Int] {
    [node] + dependents(of: node).filter { nodes[$0].relation == .conjunct && led[$0] < 0 }
  }

  /// The noun that a relative word stands for: "i miliziani che hanno attaccato".
  private func antecedent(of node: Int, in clause: Int) -> Int {
    guard clauses[clause].kind == .relative, nodes[node].features.contains(.relative) || nodes[node].part == .pronoun,
      let head = nodes[clauses[clause].head].head, head >= 0,
      nodes[clauses[clause].head].relation == .relativeClause
    else { return node }
    return head
  }
}
