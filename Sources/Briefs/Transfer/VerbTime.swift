import Clauses
import Languages

extension AbstractClause.Time {
  /// The time that a verb and its helpers say; nil for a modal, for what goes on, and for whatever could be meant otherwise:
  /// "possono attaccare", "stanno attaccando", "could be attacked".
  init?(
    verb: SentenceSyntax.Node, helpers: [SentenceSyntax.Node], isPassive: Bool, _ grammar: Grammar
  ) {
    let finite = helpers.first ?? verb
    guard finite.features.contains(.finite), finite.features.isDisjoint(with: .subjunctive),
      helpers.allSatisfy({ !$0.marks.isDisjoint(with: [.have, .be, .helps]) })
    else { return nil }
    let time =
      grammar.contains(.activeBe)
      ? Self.byHelper(finite.features, verb.features, helpers.count, isPassive)
      : Self.byForm(finite, verb.features, helpers.count, isPassive)
    guard let time else { return nil }
    self = time
  }

  /// "ha attaccato", "è stata attaccata": the helper's own tense is one behind. "È circondata" with one helper is a state.
  private static func byHelper(
    _ finite: WordFeatures, _ verb: WordFeatures, _ helpers: Int, _ isPassive: Bool
  ) -> Self? {
    if helpers > 0, !verb.contains(.participle) || isPassive && helpers < 2 { return nil }
    let isCompound = helpers > 0
    if finite.contains(.conditional) { return isCompound ? .reported : nil }
    if finite.contains(.future) { return isCompound ? nil : .future }
    if finite.contains(.imperfect) { return isCompound ? .earlier : nil }
    if finite.contains(.past) { return isCompound ? .earlier : .past }
    guard finite.contains(.present) else { return nil }
    return isCompound ? .past : .present
  }

  /// "attacked", "was attacked", "has attacked", "had been attacked", "did not attack".
  private static func byForm(
    _ finite: SentenceSyntax.Node, _ verb: WordFeatures, _ helpers: Int, _ isPassive: Bool
  ) -> Self? {
    let isPast = finite.features.contains(.past)
    if helpers == 0 { return isPast ? .past : finite.features.contains(.present) ? .present : nil }
    if finite.marks.contains(.helps) { return helpers > 1 || isPassive ? nil : isPast ? .past : .present }
    guard verb.contains(.participle) else { return nil }
    if finite.marks.contains(.have) { return (helpers > 1) == isPassive ? (isPast ? .earlier : .past) : nil }
    return isPassive && helpers == 1 && isPast ? .past : nil
  }
}
