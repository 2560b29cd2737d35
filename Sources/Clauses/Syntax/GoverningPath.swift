public import DocumentModel
import Languages
public import Reading

extension SentenceSyntax {
  /// A word that governs another one, with what becomes of that.
  public struct Governing: Sendable, Hashable {
    /// The word.
    public var node: Int
    /// Its bytes in the text.
    public var span: TextSpan
    /// What becomes of what it governs.
    public var effect: Embedding
    /// Whether each step from one to the other is one that the reader vouches for.
    public var isSure: Bool
  }

  /// The words that govern one, from the nearest to the root: on the way from "ucciso" in "L'esercito ha accusato i ribelli
  /// di aver ucciso sei civili" stands "accusato", which governs its infinitive.
  public func governing(_ node: Int) -> [Governing] { walk(up: node).found }

  /// The words that could govern one: those on the way to the root as far as it carries, itself first.
  public func path(of node: Int) -> [Int] { walk(up: node).path }

  private func walk(up node: Int) -> (found: [Governing], path: [Int]) {
    var found: [Governing] = []
    var path = [node]
    var current = node
    var isSure = true
    for _ in 0..<Self.deepest {
      appendOwn(of: current, isSure, to: &found)
      appendSubject(of: current, isSure, to: &found)
      let link = nodes[current].relation
      let clause = clause(ledBy: current)
      if let clause, !clauses[clause].isSure || !clauses[clause].isFirmlyLinked { isSure = false }
      if nodes[current].head == nil { isSure = false }
      guard let head = nodes[current].head ?? clause.flatMap({ above($0) }), head >= 0 else { break }
      path.append(head)
      // What stands beside it in a list hangs where the first of the list does.
      if link == .conjunct {
        current = head
        continue
      }
      let count = found.count
      append(
        head, complements(current, on: head), isSure && clause != nil, isDone: isDone(current), to: &found)
      // "C'è rabbia per la morte": what hangs on the verb may belong to the noun before it.
      if link == .oblique, let noun = noun(before: current), noun != head {
        append(noun, [.object, .role, .phrase], false, to: &found)
      }
      guard carries(current, link, clause, isGoverned: found.count > count) else { break }
      current = head
    }
    return (found, path)
  }

  /// Whether a word takes an infinitive of its own: "the plan to free the hostages", not "the town to free the hostages".
  public func takesInfinitive(_ node: Int) -> Bool {
    governing.rows(of: nodes[node].row, nodes[node].features).contains { $0.complements.contains(.infinitive) }
  }

  /// Whether what governs the word above a word reaches down to it. It does through complements; what a clause tells beside
  /// its kernel is taken for true: "are accused of violations during previous operations", "the men who attacked Gao plan to
  /// leave", "fled because rebels attacked".
  private func carries(_ node: Int, _ link: Relation, _ clause: Int?, isGoverned: Bool) -> Bool {
    guard nodes[node].head != nil else {
      return clause.map { clauses[$0].kind == .complement || clauses[$0].kind == .infinitive } ?? false
    }
    switch link {
    case .object, .subject, .passiveSubject, .clausalSubject, .openComplement, .complement, .indirectObject: return true
    // "temono l'inizio di un'invasione", "the threat of an attack"
    case .nominalModifier, .compound, .oblique: return isGoverned
    case .adnominalClause, .adverbialClause: return isGoverned
    case .relativeClause: return isGoverned
    default: return false
    }
  }

  private func append(
    _ node: Int, _ complements: GoverningRow.Complements, _ isSure: Bool, isConnective: Bool = false,
    isDone: Bool = false, to found: inout [Governing]
  ) {
    let rows = governing.rows(of: nodes[node].row, nodes[node].features).filter { row in
      !row.complements.isDisjoint(with: complements) && row.isConnective == isConnective
        && !(isDone && Self.undone.contains(row.effect))
    }
    // "dire di" reports or bids: a word of several senses is sure of neither.
    let isOne = Set(rows.map(\.effect)).count < 2
    for row in rows {
      let governing = Governing(node: node, span: nodes[node].span, effect: row.effect, isSure: isSure && isOne)
      if !found.contains(governing) { found.append(governing) }
    }
  }

  /// What nobody can still be told, plan or threaten to have done.
  private static let undone: Set<Embedding> = [.bid, .plan, .threaten, .try, .could, .ahead]

  /// "ha detto di aver respinto un attacco": an infinitive of what is done.
  private func isDone(_ node: Int) -> Bool {
    nodes[node].part == .verb
      && dependents(of: node).contains {
        nodes[$0].relation == .auxiliary && nodes[$0].features.contains(.infinitive)
      }
  }

  /// The word that leads the clause in which a clause lies.
  private func above(_ clause: Int) -> Int? {
    clauses[clause].parent.flatMap { $0 < clauses.count && $0 != clause ? clauses[$0].head : nil }
  }

  /// "La missione era uccidere il capo", "the impression is that …": what is said of a noun is what the noun is about.
  private func appendSubject(of node: Int, _ isSure: Bool, to found: inout [Governing]) {
    guard let clause = clause(ledBy: node), dependent(of: node, .copula) != nil, nodes[node].part == .verb,
      let subject = dependent(of: node, .subject)
    else { return }
    append(subject, clauses[clause].isFinite ? [.clause, .infinitive] : .infinitive, isSure, to: &found)
  }

  /// The noun right before a phrase with its preposition.
  private func noun(before node: Int) -> Int? {
    let first = extent(of: node).start
    var best: Int?
    for (index, other) in nodes.enumerated() where other.span.end <= first { best = index }
    return best.flatMap { nodes[$0].part == .noun ? $0 : nil }
  }

  /// What hangs on a word itself and takes it out of fact: "presunto attacco", "probabilmente", "per attaccare".
  private func appendOwn(of node: Int, _ isSure: Bool, to found: inout [Governing]) {
    for child in dependents(of: node) where clause(ledBy: child) == nil {
      let wanted: GoverningRow.Complements
      switch nodes[child].relation {
      case .adjective: wanted = .noun
      // "attacked and presumably captured": behind "and" it speaks of what follows.
      case .adverb where child < node || !nodes[node..<child].contains { $0.part == .coordinator }: wanted = .own
      case .marker, .caseMark: wanted = [.own, .phrase]
      default: continue
      }
      append(child, wanted, isSure, isConnective: wanted.contains(.phrase), to: &found)
    }
  }

  /// What a word is to the one that it hangs on, as the table of governing words names it.
  private func complements(_ node: Int, on head: Int) -> GoverningRow.Complements {
    let found = clause(ledBy: node).map { clauses[$0] }
    switch nodes[node].relation {
    case _ where nodes[node].head == nil:
      // How it hangs there is open, what it is is not: "scrive che i miliziani hanno occupato la miniera".
      switch found?.kind {
      case .complement: return found?.isFinite ?? true ? .clause : .infinitive
      case .infinitive, .gerund: return .infinitive
      default: return []
      }
    case .object: return .object
    case .subject: return .subject
    // "è stato sventato un attentato": what suffers it is the object of the verb.
    case .passiveSubject: return .object
    case .clausalSubject: return [.subject, .infinitive, .clause]
    case .openComplement, .complement:
      guard let found else { return [.infinitive, .clause] }
      return found.isFinite ? .clause : .infinitive
    case .adnominalClause:
      return found?.kind == .infinitive || found?.kind == .complement ? [.infinitive, .clause] : []
    // "l'annuncio che il convoglio era stato attaccato": nothing in the clause is what the noun names.
    case .relativeClause:
      let hasPlace = dependents(of: node).contains { child in
        nodes[child].relation == .oblique && nodes[child].part == .pronoun && dependent(of: child, .caseMark) == nil
      }
      return hasPlace ? .clause : []
    case .adverbialClause: return found?.kind == .infinitive ? .infinitive : []
    // "la minaccia di un attacco", "a call for protests", "accused of murder"
    case .nominalModifier: return [.object, .role, .phrase]
    case .oblique:
      // "hanno assistito a una sparatoria", "opposed to an invasion": what it takes by a preposition, if nothing else.
      let hasObject = dependent(of: head, .object) != nil
      let first = dependents(of: head).first { $0 > head && nodes[$0].relation != .punctuation }
      let isNext = first == node && nodes[node].span.start > nodes[head].span.end
      return hasObject || !isNext ? .role : [.role, .object]
    case .indirectObject, .compound: return .object
    default: return []
    }
  }
}

extension ReadClauses.Found {
  /// Whether how it hangs on what is around it is more than a guess.
  var isFirmlyLinked: Bool { doubts.isDisjoint(with: [.beside, .boundary, .unlicensed, .unmarked, .bareForm]) }
}
