import Clauses
import DocumentModel
import Languages
import Reading

/// The tree of a sentence from which branches are taken.
struct PrunedTree {
  let syntax: SentenceSyntax
  private let text: [UInt8]
  /// The verb of the main clause.
  let root: Int
  /// Where the subject begins, and the word that leads it.
  let subjectStart: Int
  private let subjectHead: Int
  /// Where the verb begins, with its helpers and what leans on them.
  private let verbStart: Int
  /// The last word that the main clause cannot do without.
  let kernelEnd: Int
  /// The first and the last word that are kept, marks aside.
  private(set) var first = 0
  private(set) var last = 0
  private var kept: [Bool]
  private var held: [Bool]
  private var hedges: Set<Int> = []
  /// For each word the first and the last of all that hang on it.
  private let lows: [Int]
  private let highs: [Int]
  /// For each word whether nothing else stands among those but marks.
  private let isWhole: [Bool]

  /// - Returns: nil where the main clause was not read, or says no subject.
  init?(_ syntax: SentenceSyntax, text: [UInt8]) {
    guard let root = syntax.root, let clause = syntax.clause(ledBy: root), syntax.clauses[clause].isFinite,
      syntax.nodes[root].certainty != .open
    else { return nil }
    let kernel = syntax.dependents(of: root).filter {
      let relation = syntax.nodes[$0].relation
      return relation.isKernel || relation == .copula || relation == .auxiliary || relation == .passiveAuxiliary
    }
    let subjects = kernel.filter { [.subject, .passiveSubject].contains(syntax.nodes[$0].relation) }
    guard let subject = subjects.first ?? Self.looseSubject(syntax, before: kernel.min() ?? root, root) else {
      return nil
    }
    self.syntax = syntax
    self.text = text
    self.root = root
    let nodes = syntax.nodes
    var lows = Array(nodes.indices)
    var highs = lows
    var sizes = [Int](repeating: 1, count: nodes.count)
    for node in nodes.indices where nodes[node].part != .punctuation {
      var above = nodes[node].head ?? -1
      var steps = 0
      while above >= 0, steps < nodes.count {
        lows[above] = min(lows[above], node)
        highs[above] = max(highs[above], node)
        sizes[above] += 1
        above = nodes[above].head ?? -1
        steps += 1
      }
    }
    self.lows = lows
    self.highs = highs
    isWhole = nodes.indices.map { node in
      sizes[node] == nodes[lows[node]...highs[node]].count { $0.part != .punctuation }
    }
    subjectStart = min(lows[subject], subject)
    subjectHead = subject
    let group: Set<Relation> = [.auxiliary, .passiveAuxiliary, .copula, .expletive, .impersonal]
    verbStart = syntax.dependents(of: root).first { group.contains(nodes[$0].relation) && $0 > subject } ?? root
    // The heads of what the verb needs: what hangs on them further on may go.
    kernelEnd = ([root] + kernel).max() ?? root
    kept = nodes.map { _ in true }
    held = nodes.map { _ in false }
    measure()
  }

  /// "UN human rights staff have received …": the one noun before the verb that hangs nowhere and that no preposition opens.
  private static func looseSubject(_ syntax: SentenceSyntax, before kernel: Int, _ root: Int) -> Int? {
    let nodes = syntax.nodes
    let nouns = (0..<min(kernel, root)).filter {
      nodes[$0].head == nil && nodes[$0].part == .noun && syntax.dependent(of: $0, .caseMark) == nil
    }
    return nouns.count == 1 && nouns[0] + 1 == min(kernel, root) ? nouns[0] : nil
  }

  private mutating func measure() {
    let words = syntax.nodes.indices.filter { kept[$0] && syntax.nodes[$0].part != .punctuation }
    first = words.first ?? 0
    last = words.last ?? 0
  }

  /// Keeps a word, and with it every branch that it stands in.
  mutating func hold(_ node: Int) { held[node] = true }

  /// Keeps a word that hedges what hangs on it, unless that goes too: "… he allegedly instigated" goes as a whole.
  mutating func holdHedge(_ node: Int) { hedges.insert(node) }

  /// Takes a stretch of words.
  mutating func drop(_ words: ClosedRange<Int>) {
    for node in words { kept[node] = false }
    measure()
  }

  func isKept(_ node: Int) -> Bool { kept[node] && syntax.nodes[node].part != .punctuation }

  /// "Un uomo, residente da anni in città per lavoro, è stato …": what commas set off between the subject and its verb,
  /// however its words hang together.
  var insertion: ClosedRange<Int>? {
    guard subjectHead < verbStart,
      let open = (subjectHead..<verbStart).first(where: { isComma($0) && $0 > subjectHead }),
      isComma(verbStart - 1), open + 1 < verbStart - 1
    else { return nil }
    return (open + 1)...(verbStart - 2)
  }

  /// All that hangs on a word, without what is gone at its edges; nil if other words stand among it.
  func branch(of node: Int) -> ClosedRange<Int>? {
    guard isWhole[node] else { return nil }
    var low = lows[node]
    var high = highs[node]
    while low < high, !isKept(low) { low += 1 }
    while high > low, !isKept(high) { high -= 1 }
    // "dello" is two words at one place: none of them goes without the other.
    let nodes = syntax.nodes
    if low > 0, nodes[low - 1].span.overlaps(nodes[low].span) { return nil }
    if high + 1 < nodes.count, nodes[high + 1].span.overlaps(nodes[high].span) { return nil }
    return low...high
  }

  func isHeld(_ words: ClosedRange<Int>) -> Bool {
    if held[words].contains(true) || words.contains(root) { return true }
    return hedges.contains { hedge in
      guard words.contains(hedge), let head = syntax.nodes[hedge].head else { return words.contains(hedge) }
      return !words.contains(head) && syntax.clause(ledBy: hedge) == nil
    }
  }

  /// Whether a comma stands before and behind a stretch of words, or it ends the sentence.
  func isSetOff(_ words: ClosedRange<Int>) -> Bool {
    kept[..<words.lowerBound].lastIndex(of: true).map { isComma($0) } ?? false
      && (words.upperBound == last || isComma(after: words.upperBound))
  }

  /// "Nella mattinata di ieri, | poliziotti hanno …": what stands before the subject up to a comma, with the ways in which
  /// it hangs on the verb; nil where something else stands there, or the clause is an insertion itself: "In Syria, the press
  /// secretary said, rebels …".
  var opening: (words: ClosedRange<Int>, relations: Set<Relation>)? {
    guard first + 1 < subjectStart, isComma(subjectStart - 1), !isComma(root + 1) else { return nil }
    let words = first...(subjectStart - 2)
    var relations: Set<Relation> = []
    for node in words where isKept(node) {
      guard let head = syntax.nodes[node].head else { return nil }
      if head == root { relations.insert(syntax.nodes[node].relation) } else if !words.contains(head) { return nil }
    }
    return (words, relations)
  }

  /// Whether a stretch of words ends the sentence, or what it tells before somebody says so: "… in their battle with the
  /// group, state television said".
  func isAtEnd(_ words: ClosedRange<Int>) -> Bool {
    if words.upperBound == last { return true }
    guard let comma = kept[(words.upperBound + 1)...].firstIndex(of: true), isComma(comma) else { return false }
    return syntax.dependents(of: root).contains {
      syntax.nodes[$0].relation == .parataxis && branch(of: $0) == (comma + 1)...last
    }
  }

  /// Whether a comma stands behind the main clause's kernel and before a stretch of words, other than its own.
  func hasComma(before words: ClosedRange<Int>) -> Bool {
    kernelEnd < words.lowerBound && (kernelEnd..<words.lowerBound).dropLast().contains { isComma($0) }
  }

  /// Whether anything of the main clause is left behind its verb: not "The use of such weapons reinforces".
  func hasWordBehindVerb(but words: ClosedRange<Int>) -> Bool {
    (root + 1..<max(words.lowerBound, root + 1)).contains { isKept($0) }
  }

  private func isComma(after node: Int) -> Bool {
    kept[min(node + 1, kept.count)...].firstIndex(of: true).map { isComma($0) } ?? false
  }

  private func isComma(_ node: Int) -> Bool {
    guard node >= 0, node < syntax.nodes.count, kept[node] else { return false }
    return text[syntax.nodes[node].span.start] == UInt8(ascii: ",")
  }

  /// Whether a stretch of words leaves no quotation and no parenthesis open.
  func isClosed(_ words: ClosedRange<Int>) -> Bool {
    HeadlineText.isClosed(text[syntax.nodes[words.lowerBound].span.start..<syntax.nodes[words.upperBound].span.end])
  }

  /// "stolen from a farm": not "the plan to free the town", and not "the nerve agent poisoning", which may be a noun.
  func isClauseOfItsOwn(_ node: Int) -> Bool {
    syntax.clause(ledBy: node).map { syntax.clauses[$0].kind == .participial } ?? false
  }

  /// "…, Dec. 10": a phrase that no preposition opens.
  func isBare(_ node: Int) -> Bool {
    syntax.nodes[node].part == .numeral && syntax.dependent(of: node, .caseMark) == nil
  }

  /// Whether anything before a stretch of words denies.
  func isNegated(before words: ClosedRange<Int>) -> Bool {
    (first..<max(first, words.lowerBound)).contains {
      isKept($0) && (syntax.nodes[$0].features.contains(.negative) || syntax.nodes[$0].marks.contains(.negation))
    }
  }

  /// Whether the verb of a phrase keeps an object or another phrase before it.
  func hasMore(than node: Int) -> Bool {
    guard let head = syntax.nodes[node].head, head >= 0 else { return false }
    return syntax.dependents(of: head).contains {
      $0 != node && $0 > head && $0 < node && kept[$0]
        && [.object, .oblique, .agent, .openComplement, .complement].contains(syntax.nodes[$0].relation)
    }
  }
}
