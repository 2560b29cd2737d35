public import DocumentModel

/// What a governing word does to the event under it: nobody who fears an invasion tells of one.
///
/// The classes are those of the tables `embedding.tsv`; the inventory follows De Facto and FactBank.
public enum EmbeddingClass: String, Sendable, CaseIterable {
  case accuse, fear, hope, plan, prevent, threaten, demand, allow, condition, purpose, deny, concession, question, ahead
  case alleged, believe, fail, court, remember, pretend, react

  /// Whether the facts that a frame has been given already say what the word does to it.
  func isRead(in frame: Frame) -> Bool {
    let isUnreal = frame.status == .plannedThreatened || frame.status == .hypothetical
    switch self {
    case .fear, .hope, .condition, .purpose: return isUnreal
    case .plan, .threaten, .demand, .ahead, .allow: return isUnreal || frame.status == .attempted
    case .prevent: return isUnreal || frame.polarity == .negative
    case .fail: return frame.status == .attempted || frame.polarity == .negative || isUnreal
    case .deny: return frame.polarity == .negative || frame.attribution.contains { $0.stance == .denies }
    case .alleged, .believe, .question: return frame.certainty != .asserted || isUnreal
    case .court, .remember: return frame.status == .historical
    case .concession, .react: return true
    case .accuse:
      if frame.actors.contains(where: {
        $0.preposition == .attributedTo || $0.complements.contains { $0.preposition == .attributedTo }
      }) {
        return true
      }
      return frame.certainty == .reported && !frame.actors.isEmpty
        && frame.attribution.contains { source in
          source.stance == .accuses && !frame.actors.contains { $0.span == source.phrase.span }
        }
    case .pretend: return false
    }
  }

  /// The status of an event under the word, where its own words leave it accomplished: what is feared has not happened.
  var status: EventStatus? {
    switch self {
    case .fear, .hope, .condition, .purpose: .hypothetical
    case .plan, .threaten, .demand, .ahead: .plannedThreatened
    default: nil
    }
  }

  /// Whether it stands beside a noun and then speaks of that noun only: "presunti miliziani" were really there.
  var isAdjectival: Bool {
    switch self {
    case .alleged, .ahead, .fail: true
    default: false
    }
  }
}

/// How far a governing word reaches.
public enum EmbeddingReach: String, Sendable, CaseIterable {
  /// What stands behind it: "teme un'invasione".
  case after
  /// The event noun before it: "l'attacco è stato sventato".
  case before
  case both
  /// The whole sentence: "if", an anniversary.
  case sentence
}

/// A row of the table of governing words.
struct Embedding: Sendable {
  var embeddingClass: EmbeddingClass
  var reach: EmbeddingReach
}

/// A governing word as it stands in a sentence.
public struct Governor: Sendable, Hashable {
  /// What it does.
  public var embeddingClass: EmbeddingClass
  /// How far it reaches.
  public var reach: EmbeddingReach
  /// The words.
  public var span: TextSpan
}
