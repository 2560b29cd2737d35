import Languages

/// A set of readings, or of looks, that a rule asks for: `NOUN`, `VERB.finite`, `.pl`, `"che"`, `<cap>`.
struct ReadingSet: Sendable {
  /// One of the kinds of which a set holds any.
  struct Kind: Sendable {
    var parts = PartsOfSpeech.all
    var features: WordFeatures = []
    /// None of these.
    var barred: WordFeatures = []
    /// Words by their numbers among the rules; empty for any.
    var words: [UInt16] = []
    var look: ReadWord.Look = []
    /// The edge of the sentence.
    var isEdge = false
    /// Known only by another form of its word: a participle as an adjective.
    var isDerived = false
    /// The reading must agree in number and gender with the target's.
    var agrees = false
  }

  var kinds: [Kind]

  /// The parts of speech that its readings may have.
  var parts: PartsOfSpeech { kinds.reduce(into: PartsOfSpeech()) { $0.formUnion($1.parts) } }
}

extension WordFeatures {
  /// Whether two words may belong together by number and gender: what tells neither agrees with all.
  func agree(with other: WordFeatures) -> Bool {
    let shared = intersection(other)
    let number = isDisjoint(with: .numbers) || other.isDisjoint(with: .numbers) || !shared.isDisjoint(with: .numbers)
    let gender = isDisjoint(with: .genders) || other.isDisjoint(with: .genders) || !shared.isDisjoint(with: .genders)
    return number && gender
  }
}

/// A condition of a rule: what stands at a fixed distance, or at any up to a barrier.
struct WordCondition: Sendable {
  /// The distance from the word, negative before it; for a scan where it begins.
  var offset: Int
  var isScan = false
  /// All readings must be in the set, not one of them.
  var isCareful = false
  var isNegated = false
  var set: ReadingSet
  var barrier: ReadingSet?
}

/// One rule of discarding: under its conditions the target's readings go, or only they stay.
struct DiscardRule: Sendable {
  /// How far a rule can be trusted.
  enum Tier: Int, Sendable, CaseIterable {
    case safe, likely

    init?(name: String) {
      switch name {
      case "safe": self = .safe
      case "likely": self = .likely
      default: return nil
      }
    }
  }

  var tier: Tier
  /// Whether the target stays and all else goes.
  var selects: Bool
  var target: ReadingSet
  var conditions: [WordCondition]
}
