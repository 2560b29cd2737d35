public import DocumentModel
import Lexicons

/// One word or known phrase of a sentence, as far as somebody must answer for it who says the sentence in other words.
public struct AccountedWord: Sendable, Hashable {
  /// What kind of word it is.
  public enum Kind: Sendable, Hashable {
    /// Articles, prepositions, conjunctions, helping verbs, punctuation.
    case grammar
    /// "non", "never".
    case negation
    /// "che", "who": opens a clause about a noun.
    case relative
    /// "mentre", "when": opens a clause.
    case subordinator
    /// An entity, as a position in the gazetteer.
    case name(Int)
    /// A capitalized word that no table knows.
    case unknownName
    /// Any other word that no table knows.
    case unknown
    /// A number or a word of quantity.
    case number
    /// An adjective that may be left out.
    case colour
    /// A verb.
    case verb
    /// A day, an hour, a part of the day.
    case time
    /// Nouns, adjectives, adverbs: words with a sense of their own.
    case content
  }
  /// What it is.
  public var kind: Kind
  /// Where it stands.
  public var span: TextSpan
}

/// What a sentence consists of, for the gates that stand before every re-wording.
public struct SentenceAccount: Sendable {
  /// Its words, in order.
  public var words: [AccountedWord]
  /// The words in it that may take an event out of plain fact.
  public var governors: [Governor]
  /// The finite verb groups, in order.
  public var finiteVerbs: [TextSpan]
}

/// Keeps the accounts of sentences.
struct AccountKeeper {
  let lexicon: EventLexicon

  func account(of units: [Unit], elements: [Element], governors: [Governor]) -> SentenceAccount {
    SentenceAccount(
      words: units.map { AccountedWord(kind: kind(of: $0), span: $0.span) }, governors: governors,
      finiteVerbs: elements.filter { $0.verb.map { !$0.isBare } ?? false }.map(\.span))
  }

  private func kind(of unit: Unit) -> AccountedWord.Kind {
    if let entity = unit.entity { return .name(entity) }
    switch unit.kind {
    case .word: break
    case .number: return .number
    default: return .grammar
    }
    for word in unit.functions {
      switch word {
      case .negation: return .negation
      case .relative: return .relative
      case .subordinator: return .subordinator
      case .adverb, .qualifier: return .content
      case .auxiliary(_, _, let isNegated): return isNegated ? .negation : .grammar
      case .modal: return .content
      default: continue
      }
    }
    if unit.kinds.contains(.function) { return .grammar }
    if !unit.kinds.intersection([.quantifier, .numeral, .collective]).isEmpty { return .number }
    if unit.kinds.contains(.verb) { return .verb }
    if !unit.kinds.intersection([.time, .month]).isEmpty { return .time }
    if let row = unit.adjective, unit.kinds == .adjective, lexicon.adjectives[row].kind == .drop { return .colour }
    if unit.senses.isEmpty { return unit.isCapitalized && !unit.isFirst ? .unknownName : .unknown }
    return .content
  }
}
