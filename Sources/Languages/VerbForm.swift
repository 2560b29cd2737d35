/// Tense or mood of a form.
///
/// Italian uses all but `past`; English only `infinitive`, `present`, `past`, `participle` and `gerund`.
public enum VerbTense: String, Sendable, Hashable, CaseIterable {
  /// `attaccare`, `attack`.
  case infinitive
  /// `attacca`, `attacks`.
  case present
  /// `attaccava`.
  case imperfect
  /// `attaccò`.
  case pastHistoric
  /// `attaccherà`.
  case future
  /// `attaccherebbe`, which in the Italian press also means "is said to".
  case conditional
  /// `attacchi`.
  case subjunctive
  /// `attaccasse`.
  case imperfectSubjunctive
  /// `attaccato`, `attacked`.
  case participle
  /// `attaccando`, `attacking`.
  case gerund
  /// `attacked`.
  case past
}

/// One form of a verb, in the third person where the form has a person.
public struct VerbForm: Sendable, Hashable {
  /// The words, lower case as in the lemma.
  public var text: String
  /// Tense or mood.
  public var tense: VerbTense
  /// Whether it is plural; false for forms without number.
  public var isPlural: Bool
  /// Whether it is feminine; only Italian participles and predicates (*rimase uccisa*) can be.
  public var isFeminine: Bool

  /// Makes a form.
  public init(_ text: String, _ tense: VerbTense, plural: Bool = false, feminine: Bool = false) {
    self.text = text
    self.tense = tense
    self.isPlural = plural
    self.isFeminine = feminine
  }
}

extension VerbForm {
  /// The form with words behind it.
  func with(tail: String) -> VerbForm { VerbForm(text + tail, tense, plural: isPlural, feminine: isFeminine) }

  /// The form with words before it.
  func with(front: String) -> VerbForm { VerbForm(front + text, tense, plural: isPlural, feminine: isFeminine) }

  /// The form with a predicate that agrees: a finite form in both genders, an infinitive or gerund in all four ways.
  func withPredicate(_ predicate: String) -> [VerbForm] {
    let stem = String(predicate.dropLast())
    let endings: [(String, Bool, Bool)] = [
      ("o", false, false), ("a", false, true), ("i", true, false), ("e", true, true),
    ]
    return endings.compactMap { ending, isPlural, isFeminine in
      switch tense {
      case .infinitive, .gerund: VerbForm(text + stem + ending, tense)
      case .participle:
        isPlural == self.isPlural && isFeminine == self.isFeminine
          ? VerbForm(text + stem + ending, tense, plural: isPlural, feminine: isFeminine) : nil
      default:
        isPlural == self.isPlural ? VerbForm(text + stem + ending, tense, plural: isPlural, feminine: isFeminine) : nil
      }
    }
  }
}

extension [VerbForm] {
  /// The first form that fits, which is the one to write; the forms after it are variants to recognise only.
  func first(_ tense: VerbTense, plural: Bool, feminine: Bool = false) -> String? {
    first { $0.tense == tense && $0.isPlural == plural && $0.isFeminine == feminine }?.text
  }
}
