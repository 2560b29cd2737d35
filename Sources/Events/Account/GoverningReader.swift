import Clauses
import DocumentModel
import Reading

/// What syntax says of the words that govern an event: those on its way to the root do, those beside it do not.
struct GoverningReader {
  let syntax: SentenceSyntax

  /// A governing word as syntax finds it.
  struct Found {
    var governor: Governor
    /// Whether each step from the event to it is sure.
    var isSure: Bool
  }

  /// The words that govern the event of a frame.
  func governors(of frame: Frame) -> [Found] {
    // Those who are counted were harmed all the same.
    guard frame.trigger != nil, let event = syntax.event(in: frame.span) else { return [] }
    return syntax.governing(event).compactMap { found in
      guard let embeddingClass = EmbeddingClass(found.effect) else { return nil }
      return Found(
        governor: Governor(embeddingClass: embeddingClass, reach: .both, span: found.span), isSure: found.isSure)
    }
  }

  /// Whether a word that seems to govern the event of a frame hangs elsewhere for sure: in "L'uomo che aveva sventato il
  /// furto è stato ucciso" nobody foiled the killing.
  func isElsewhere(_ governor: Governor, _ frame: Frame) -> Bool {
    guard let event = syntax.event(in: frame.span), let word = syntax.top(of: governor.span),
      syntax.isFirmlyPlaced(event), syntax.isFirmlyPlaced(word)
    else { return false }
    let path = syntax.path(of: event)
    if path.contains(word) { return false }
    // "Forse", "se", "presunto" hang on what they speak of.
    guard let head = syntax.nodes[word].head, head >= 0 else { return true }
    let isModifier = syntax.clause(ledBy: word) == nil && !syntax.nodes[word].relation.isKernel
    return !(isModifier && path.contains(head))
  }
}

extension EmbeddingClass {
  /// The class of an effect; nil for one that leaves an event in fact, or only says who speaks of it.
  init?(_ effect: Reading.Embedding) {
    switch effect {
    case .say, .claim, .true, .phase, .managed, .behind: return nil
    case .accuse: self = .accuse
    case .deny: self = .deny
    case .react: self = .react
    case .believe: self = .believe
    case .fear: self = .fear
    case .plan: self = .plan
    case .threaten: self = .threaten
    case .bid: self = .demand
    case .try, .failed, .none: self = .fail
    case .prevent: self = .prevent
    case .condition: self = .condition
    case .purpose: self = .purpose
    case .ahead: self = .ahead
    case .alleged: self = .alleged
    case .asked: self = .question
    case .could: self = .allow
    case .remember: self = .remember
    case .court: self = .court
    case .pretend: self = .pretend
    }
  }
}
