/// The relations of Universal Dependencies that the reader of clauses writes; ``name`` is how the treebanks write each.
public enum Relation: UInt8, Sendable, CaseIterable {
  case dependent, subject, passiveSubject, object, indirectObject, oblique, agent, nominalModifier, possessor,
    openComplement, complement, adverbialClause, adnominalClause, relativeClause, conjunct, apposition, adverb,
    adjective, number, determiner, caseMark, marker, coordinator, auxiliary, passiveAuxiliary, copula, expletive,
    compound, particle, flat, fixed, punctuation, parataxis, clausalSubject, vocative, timeOblique, impersonal,
    discourse

  /// The name that CoNLL-U writes: "nsubj".
  public var name: String { Self.names[Int(rawValue)] }

  /// Whether it is of the kernel of its clause.
  public var isKernel: Bool {
    switch self {
    case .subject, .passiveSubject, .object, .indirectObject, .agent, .openComplement, .complement, .clausalSubject:
      true
    default: false
    }
  }

  private static let names = [
    "dep", "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "xcomp", "ccomp", "advcl",
    "acl", "acl:relcl", "conj", "appos", "advmod", "amod", "nummod", "det", "case", "mark", "cc", "aux", "aux:pass",
    "cop", "expl", "compound", "compound:prt", "flat", "fixed", "punct", "parataxis", "csubj", "vocative", "obl",
    "expl:impers", "discourse",
  ]
}
