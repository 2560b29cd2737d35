import Languages
import Reading

extension SentenceSyntax {
  /// What a sentence says of who or what its main verb is said of.
  public enum MainSubject: Sendable, Hashable {
    /// A word of its own.
    case said(Int)
    /// A pronoun that takes up somebody: "lui", "this".
    case pronoun(Int)
    /// Left out: "Ha poi aggiunto che …".
    case dropped
    /// Open, or a verb that needs none.
    case unknown
  }

  /// Who or what the main clause is about, as far as that is beyond doubt.
  public var mainSubject: MainSubject {
    guard let root = root, let clause = clause(ledBy: root),
      clauses[clause].isFinite
    else { return .unknown }
    let children = dependents(of: root)
    if let subject = children.first(where: { Self.subjects.contains(nodes[$0].relation) }) {
      return takesUp(subject) ? .pronoun(subject) : .said(subject)
    }
    guard dropsSubject, clauses[clause].silentSubject == nil, !mayHaveSubject(root, children, clause) else {
      return .unknown
    }
    return .dropped
  }

  private static let subjects: Set<Relation> = [.subject, .passiveSubject, .clausalSubject]

  /// Whether a subject is a pronoun for somebody whom the words before it in the sentence do not name.
  private func takesUp(_ subject: Int) -> Bool {
    let node = nodes[subject]
    guard node.part == .pronoun, node.features.contains(.third) || node.features.contains(.demonstrative),
      node.features.isDisjoint(with: [.relative, .interrogative, .indefinite]),
      !dependents(of: subject).contains(where: {
        nodes[$0].relation == .relativeClause || nodes[$0].relation == .caseMark
      })
    else { return false }
    // "When Smith arrived, he was shot"
    return !nodes[..<subject].contains { Self.subjects.contains($0.relation) && $0.part != .pronoun }
  }

  /// Whether the subject may be there and only not be found, or the verb needs none.
  private func mayHaveSubject(_ root: Int, _ children: [Int], _ clause: Int) -> Bool {
    let helpers = children.filter { nodes[$0].relation == .auxiliary || nodes[$0].relation == .passiveAuxiliary }
    let finite = ([root] + helpers).first { nodes[$0].features.contains(.finite) } ?? root
    // "Razzia nella notte": it may be no verb at all.
    if nodes[finite].certainty == .open { return true }
    // "In via Pelusia per compiere il furto i malviventi hanno dovuto …": a noun before it that was taken for another's.
    let start = nodes[..<finite].lastIndex { $0.part == .punctuation } ?? 0
    for index in start..<max(start, finite) where nodes[index].part == .noun || nodes[index].part == .properNoun {
      if dependent(of: index, .caseMark) == nil, nodes[index].relation != .compound, nodes[index].relation != .flat {
        return true
      }
    }
    // "Siamo arrivati": who speaks needs no name. "Sono" may be anybody.
    let persons = nodes[finite].features.intersection(.persons)
    if !persons.isEmpty, !persons.contains(.third) { return true }
    let hasHave = helpers.contains { nodes[$0].marks.contains(.have) }
    // "È emerso che …", where how the clause hangs there is open.
    let hasClause = clauses.contains { $0.parent == clause && $0.kind == .complement }
    if hasClause, !hasHave { return true }
    for child in children {
      let node = nodes[child]
      switch node.relation {
      case .expletive, .impersonal, .copula, .parataxis: return true
      // "Ha detto che …" lacks one, "È emerso che …" and "Sembra che …" do not.
      case .complement, .openComplement: if !hasHave { return true }
      // "Ha arrestato due uomini": of two that could be its subject the verb disagrees with this one.
      case .object where !hasHave && node.part != .pronoun: return true
      default: continue
      }
    }
    // A noun that hangs nowhere may be it.
    return nodes.contains { node in
      node.head == nil && (node.part == .noun || node.part == .properNoun || node.part == .pronoun)
    }
  }
}
