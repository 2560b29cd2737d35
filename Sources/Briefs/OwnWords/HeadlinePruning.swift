import Clauses
import DocumentModel
import Languages
import Reading

/// Shortens a sentence to a headline by leaving out whole branches of its tree, until it has room: what commas set off,
/// clauses behind the main one, phrases of time and place at its head, phrases at its end.
///
/// "Iraqi forces have seized full control of Mosul University (in their battle with the group), state television said."
/// The main verb with its subject and objects stays, and so do whoever says so and what takes it out of fact.
struct HeadlinePruning {
  let scene: Scene
  /// The most characters.
  let room: Int

  /// How much a branch is missed, from least to most.
  private enum Loss: Int {
    /// Between commas.
    case aside
    /// When and where, before the subject.
    case setting
    case clause, phrase
    /// What tells a noun from others: "with 0.8 seconds remaining".
    case restriction
  }

  /// A branch that may go.
  private struct Branch {
    var words: ClosedRange<Int>
    var loss: Loss
  }

  /// The words of a sentence without what has to go, if that is enough; nil where the sentence was not read so far.
  ///
  /// - Parameter text: the sentence as a brief prints it, which may differ from the report in days and in what is cut.
  func headline(of text: [UInt8], _ sentence: Int) -> [UInt8]? {
    guard let syntax = scene.material.syntax[sentence],
      var tree = PrunedTree(syntax, text: scene.material.text)
    else { return nil }
    let sources = scene.sourceWords(in: sentence)
    let hedges = scene.hedgingWords(in: sentence)
    for (index, node) in syntax.nodes.enumerated() {
      if sources.contains(where: { $0.overlaps(node.span) }) { tree.hold(index) }
      if hedges.contains(where: { $0.overlaps(node.span) }) { tree.holdHedge(index) }
    }
    var words = text
    for _ in 0..<Self.mostBranches {
      let branches = branches(of: tree, sentence).compactMap { branch in
        without(branch, of: tree, in: words).map { (branch: branch, words: $0) }
      }
      // What loses least and has room; else the longest of what is missed least, and on from there.
      let fitting = branches.filter { Self.length($0.words) <= room && mayEnd($0.words, of: text) }
      if let best = fitting.min(by: { cost($0.branch, words, $0.words) < cost($1.branch, words, $1.words) }) {
        return best.words
      }
      guard
        let next = branches.min(by: {
          ($0.branch.loss.rawValue, $0.words.count) < ($1.branch.loss.rawValue, $1.words.count)
        })
      else { return nil }
      words = next.words
      tree.drop(next.branch.words)
    }
    return nil
  }

  private func cost(_ branch: Branch, _ before: [UInt8], _ after: [UInt8]) -> Int {
    before.count - after.count + Self.charactersPerLoss * branch.loss.rawValue
  }

  /// So many characters more go rather than what is missed more.
  private static let charactersPerLoss = 12

  private static func length(_ words: [UInt8]) -> Int { words.count { $0 & 0xC0 != 0x80 } }

  /// Whether the last word may end a headline: not "of the", but "…, state television said", as the sentence itself does.
  private func mayEnd(_ words: [UInt8], of text: [UInt8]) -> Bool {
    let last = HeadlineText.lastWord(of: words)
    return last == HeadlineText.lastWord(of: text) || !self.words(.weakEnds).contains(last)
  }

  private static let mostBranches = 8

  // MARK: - What may go

  /// The branches that may go.
  private func branches(of tree: PrunedTree, _ sentence: Int) -> [Branch] {
    // "Un uomo, residente da anni in città per lavoro, è stato …"
    let insertion = tree.insertion.flatMap { words in
      tree.isHeld(words) || !tree.isClosed(words) || condition(words.lowerBound, of: tree)
        ? nil : Branch(words: words, loss: .aside)
    }
    return [insertion, opening(of: tree, sentence)].compactMap { $0 }
      + tree.syntax.nodes.indices.compactMap { node in
        guard tree.isKept(node), node != tree.root, let words = tree.branch(of: node), !tree.isHeld(words),
          tree.isClosed(words), let loss = loss(of: node, words, in: tree, sentence),
          !condition(words.lowerBound, of: tree)
        else { return nil }
        return Branch(words: words, loss: loss)
      }
  }

  /// "Nella mattinata del 4 giugno, poliziotti … hanno denunciato": not "Dopo la fuga, i carabinieri lo hanno …".
  private func opening(of tree: PrunedTree, _ sentence: Int) -> Branch? {
    guard let (words, relations) = tree.opening, !tree.isHeld(words), tree.isClosed(words),
      !condition(words.lowerBound, of: tree),
      scene.traits[sentence].marks.isDisjoint(with: [.object, .borrowed])
    else { return nil }
    let first = word(words.lowerBound, of: tree)
    // "L'altra notte, dopo la chiamata di un abitante, …": what the words alone show to say when.
    let isKnownSetting = scene.traits[sentence].subjectStart == tree.syntax.nodes[tree.subjectStart].span.start
    let phrases: Set<Relation> = [.oblique, .timeOblique, .adverb]
    let isPhrase =
      relations.isSubset(of: phrases) && (opensPhrase(first) || isKnownSetting)
    let isClause = relations == [.adverbialClause] && self.words(.clauseOpeners).contains(first)
    return isPhrase || isClause ? Branch(words: words, loss: .setting) : nil
  }

  /// How much a branch would be missed; nil for one that must stay.
  private func loss(of node: Int, _ words: ClosedRange<Int>, in tree: PrunedTree, _ sentence: Int) -> Loss? {
    let relation = tree.syntax.nodes[node].relation
    var first: [UInt8] { word(words.lowerBound, of: tree) }
    let isBehindKernel = words.lowerBound > tree.kernelEnd
    // "L'uomo, 33 anni, ha …", "… un 17enne carpigiano, resosi protagonista di un'aggressione"
    if tree.isSetOff(words), words.lowerBound > tree.subjectStart {
      switch relation {
      case .apposition, .relativeClause, .adnominalClause: return .aside
      case .adverbialClause where isBehindKernel: return .aside
      case .oblique, .nominalModifier, .timeOblique:
        if opensPhrase(first) || self.words(.insertionOpeners).contains(first) || tree.isBare(node) { return .aside }
      default: break
      }
    }
    // "has agreed not to conduct surveillance | based on religion" would say more without its end.
    if tree.isNegated(before: words) { return nil }
    // What stands at the end goes, unless something set off by a comma would lose its own end.
    guard tree.isAtEnd(words), isBehindKernel, !tree.hasComma(before: words),
      tree.hasWordBehindVerb(but: words)
    else { return nil }
    switch relation {
    case .relativeClause, .adverbialClause: return .clause
    case .parataxis: return self.words(.clauseOpeners).contains(first) ? .clause : nil
    case .adnominalClause where tree.isClauseOfItsOwn(node): return .restriction
    case .conjunct where tree.syntax.nodes[node].head == tree.root && tree.syntax.clause(ledBy: node) != nil:
      return self.words(.listJoiners).contains(first) || tree.isSetOff(words) ? .clause : nil
    // "charged with murder" keeps what it is charged with.
    case .oblique, .timeOblique: return opensPhrase(first) && tree.hasMore(than: node) ? .phrase : nil
    case .nominalModifier: return opensPhrase(first) ? .restriction : nil
    default: return nil
    }
  }

  /// Whether what is said hangs on what a word opens: "se", "without".
  private func condition(_ node: Int, of tree: PrunedTree) -> Bool {
    words(.conditionOpeners).contains(word(node, of: tree))
  }

  private func opensPhrase(_ word: [UInt8]) -> Bool { words(.phraseOpeners).contains(word) }

  private func words(_ set: Phrasebook.CutWords) -> Set<[UInt8]> {
    scene.phrasebook.words(set, language: scene.material.language)
  }

  /// A word in small letters, up to an apostrophe.
  private func word(_ node: Int, of tree: PrunedTree) -> [UInt8] {
    HeadlineText.word(at: 0, in: Array(scene.material.text[tree.syntax.nodes[node].span.range])[...])
  }

  // MARK: - What is left

  /// The words without a branch and the commas that only it needed; nil where they do not hold it as the report has it.
  private func without(_ branch: Branch, of tree: PrunedTree, in text: [UInt8]) -> [UInt8]? {
    let nodes = tree.syntax.nodes
    let source = scene.material.text
    let start = nodes[branch.words.lowerBound].span.start
    let end = nodes[branch.words.upperBound].span.end
    guard let found = HeadlineText.onlyPlace(of: source[start..<end], in: text[...]) else { return nil }
    var lower = found.lowerBound
    var upper = found.upperBound
    if branch.words.lowerBound == tree.first {
      while upper < text.count, text[upper] == UInt8(ascii: ",") || text[upper] == 0x20 { upper += 1 }
      return Array(Writing.capitalized(String(decoding: text[upper...], as: UTF8.self)).utf8)
    }
    while lower > 0, text[lower - 1] == 0x20 { lower -= 1 }
    if lower > 0, text[lower - 1] == UInt8(ascii: ",") {
      lower -= 1
      if upper < text.count, text[upper] == UInt8(ascii: ",") { upper += 1 }
    }
    return Array(text[..<lower] + text[upper...])
  }
}
