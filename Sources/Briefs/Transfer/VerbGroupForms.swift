import Languages

/// Which time a verb group says, from the forms of its words.
struct VerbGroupForms {
  /// What the finite word tells.
  var finite: WordFeatures
  /// Whether the finite word is to have.
  var isHave: Bool
  /// Whether the finite word is a helper.
  var hasHelper: Bool
  var isPassive: Bool
  /// How many helpers there are.
  var helperCount: Int
  /// The dictionary form of the finite word.
  var lemma: String

  /// The time; nil for a modal, a form that goes on, and whatever could be meant otherwise.
  func time(_ grammar: Grammar) -> AbstractClause.Time? {
    guard finite.contains(.finite),
      finite.isDisjoint(with: .subjunctive) || finite.contains(.present) || finite.contains(.past)
    else { return nil }
    return grammar.contains(.activeBe) ? timeByHelper : timeByForm
  }

  /// "ha attaccato", "è stata attaccata": the helper's own tense is one behind.
  private var timeByHelper: AbstractClause.Time? {
    // "viene attaccata" has one helper for the passive; "è stata attaccata" two.
    let isCompound = hasHelper && (!isPassive || helperCount > 1)
    if finite.contains(.conditional) { return isCompound ? .reported : nil }
    if finite.contains(.future) { return isCompound ? nil : .future }
    if finite.contains(.imperfect) { return isCompound ? .earlier : nil }
    if finite.contains(.past) { return isCompound ? .earlier : .past }
    guard finite.contains(.present), finite.isDisjoint(with: .subjunctive) else { return nil }
    // "è circondata": a state, or what goes on.
    if hasHelper, !isCompound { return nil }
    return isCompound ? .past : .present
  }

  /// "attacked", "was attacked", "has attacked", "had attacked", "will attack"
  private var timeByForm: AbstractClause.Time? {
    if lemma == "will" { return helperCount == 1 ? .future : nil }
    guard !hasHelper || isHave || isPassive || lemma == "do" else { return nil }
    if isHave { return finite.contains(.past) ? .earlier : .past }
    if lemma == "do" { return finite.contains(.past) ? .past : .present }
    if finite.contains(.past) { return .past }
    return finite.contains(.present) && !isPassive ? .present : nil
  }
}
