public import Reading

/// Draws the clauses of a sentence for a person: each with its verb, its functions, and what is open in it.
public struct ClauseDrawing {
  private let text: [UInt8]
  private let words: ReadWords
  private let clauses: ReadClauses

  /// Makes a drawing of what was read of a text.
  public init(text: [UInt8], words: ReadWords, clauses: ReadClauses) {
    self.text = text
    self.words = words
    self.clauses = clauses
  }

  /// The lines of a sentence: clauses under those that they hang on.
  public func lines(ofSentence sentence: Int) -> [String] {
    let nodes = clauses.nodes[clauses.sentences[sentence]]
    let found = Array(clauses.clauses[clauses.clausesOfSentences[sentence]])
    let drawn = Sentence(nodes: Array(nodes), clauses: found)
    var lines: [String] = []
    for (number, clause) in found.enumerated() {
      let indent = String(repeating: "  ", count: min(drawn.depth(of: number), 12) + 1)
      lines.append("\(indent)\(title(clause, drawn)): \(clause.isSure ? "sure" : "open")")
      for (name, phrase) in parts(number, drawn) { lines.append("\(indent)  \(name): \(phrase)") }
      if !clause.reasons.isEmpty { lines.append("\(indent)  open because \(clause.reasons.joined(separator: "; "))") }
    }
    let unread = nodes.indices.filter { nodes[$0].head == nil }.map { spelling(nodes[$0].word) }
    if !unread.isEmpty { lines.append("  unread: \(unread.joined(separator: " "))") }
    return lines
  }

  // MARK: - Words

  private func spelling(_ word: Int) -> String { String(decoding: words.spelling(of: word, in: text), as: UTF8.self) }

  /// The words of the text from the first to the last of some nodes.
  private func phrase(_ nodes: [Int], _ drawn: Sentence) -> String {
    var written: [Int] = []
    for node in nodes where written.last != drawn.nodes[node].word { written.append(drawn.nodes[node].word) }
    var line = ""
    for (position, word) in written.enumerated() {
      let follows = position > 0 && word == written[position - 1] + 1
      if position > 0, !follows { line += " …" }
      if position > 0, !(follows && words.words[word].look.contains(.joined)) { line += " " }
      // "uccidendo" and "lo" share what is written.
      if position > 0, words.words[written[position - 1]].span == words.words[word].span { continue }
      line += spelling(word)
    }
    return line
  }

  private func title(_ clause: ReadClauses.Found, _ drawn: Sentence) -> String {
    let on = drawn.governor(of: clause).map { " on “\(spelling(drawn.nodes[$0].word))”" } ?? ""
    return switch clause.kind {
    case .main: "main clause"
    case .coordinate: "further clause"
    case .relative: "relative clause\(on)"
    case .complement: "complement clause\(on)"
    case .adverbial: "adverbial clause\(on)"
    case .infinitive: "infinitive\(on)"
    case .gerund: "gerund\(on)"
    case .participial: "participle\(on)"
    case .parataxis: "clause beside"
    }
  }

  // MARK: - Functions

  private func parts(_ number: Int, _ drawn: Sentence) -> [(String, String)] {
    let clause = drawn.clauses[number]
    let dependents = drawn.dependents[clause.head].filter { !drawn.leads($0, besides: number) }
    let leaning = dependents.filter { drawn.isVerbal($0) }
    let predicate = drawn.dependents[clause.head].contains { drawn.nodes[$0].link == .copula }
    var parts: [(String, String)] = []
    if predicate {
      parts.append(("verb", phrase(leaning.filter { drawn.isVerbal($0) }, drawn)))
      parts.append(("what is said", phrase(drawn.own(clause.head, besides: number), drawn)))
    } else {
      parts.append(("verb", phrase((leaning + [clause.head]).sorted(), drawn)))
    }
    var hasSubject = false
    for dependent in dependents {
      guard let name = Self.name(of: drawn.nodes[dependent].link) else { continue }
      if drawn.nodes[dependent].link == .subject || drawn.nodes[dependent].link == .passiveSubject { hasSubject = true }
      parts.append((name, phrase(drawn.subtree(dependent), drawn)))
    }
    if !hasSubject, let silent = clause.silentSubject {
      parts.append(("subject, not said here", phrase(drawn.subtree(silent), drawn)))
    } else if !hasSubject, clause.isFinite {
      parts.append(("subject", "not said"))
    }
    return parts
  }

  /// A relation in the words of an analyst; nil for what is part of a phrase.
  private static func name(of relation: Relation) -> String? {
    switch relation {
    case .subject: "subject"
    case .passiveSubject: "subject, who suffers it"
    case .object: "object"
    case .indirectObject: "to or for whom"
    case .agent: "by whom"
    case .openComplement: "complement"
    case .complement: "complement"
    case .oblique: "where, how, with whom"
    case .timeOblique: "when"
    case .adverb: "adverb"
    default: nil
    }
  }
}

extension ClauseDrawing {
  /// A sentence with what hangs on each word.
  struct Sentence {
    let nodes: [ReadClauses.Node]
    let clauses: [ReadClauses.Found]
    private(set) var dependents: [[Int]]
    private var heads: Set<Int>

    init(nodes: [ReadClauses.Node], clauses: [ReadClauses.Found]) {
      self.nodes = nodes
      self.clauses = clauses
      dependents = [[Int]](repeating: [], count: nodes.count)
      for (index, node) in nodes.enumerated() {
        if let head = node.head, head >= 0 { dependents[head].append(index) }
      }
      heads = Set(clauses.map(\.head))
    }

    func depth(of clause: Int) -> Int {
      var depth = 0
      var parent = clauses[clause].parent
      while let next = parent, depth < 12 {
        depth += 1
        parent = clauses[next].parent
      }
      return depth
    }

    func governor(of clause: ReadClauses.Found) -> Int? { nodes[clause.head].head.flatMap { $0 >= 0 ? $0 : nil } }

    /// Whether a word leads another clause than one.
    func leads(_ node: Int, besides clause: Int) -> Bool { heads.contains(node) && clauses[clause].head != node }

    /// Whether a word leans on a verb: helping verbs, negation, pronouns without a function.
    func isVerbal(_ node: Int) -> Bool {
      switch nodes[node].link {
      case .auxiliary, .passiveAuxiliary, .copula, .expletive, .particle: true
      default: false
      }
    }

    /// A word with all that hangs on it, but no clause of its own; in order.
    func subtree(_ node: Int) -> [Int] {
      var found = [node]
      var next = 0
      while next < found.count {
        found += dependents[found[next]].filter { !heads.contains($0) && nodes[$0].link != .punctuation }
        next += 1
      }
      return found.sorted()
    }

    /// What leads a clause as a noun phrase: without the functions of the clause.
    func own(_ node: Int, besides clause: Int) -> [Int] {
      let inside: Set<Relation> = [
        .determiner, .adjective, .number, .caseMark, .compound, .flat, .nominalModifier, .possessor, .fixed,
      ]
      return
        ([node]
        + dependents[node].filter { inside.contains(nodes[$0].link) && !heads.contains($0) }
        .flatMap { subtree($0) }).sorted()
    }
  }
}
