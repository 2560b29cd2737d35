public import DocumentModel
import Languages
import Lexicons

/// How concepts are worded in both languages, and the fixed phrases of a brief.
///
/// Read once with the ruleset, then only read.
public struct Phrasebook: Sendable {
  /// The verb and the noun of a concept in one language.
  struct ItalianWording: Sendable {
    var verb: ItalianVerb?
    /// The preposition before the target after the verb; empty for a direct object.
    var objectPreposition: String
    var noun: (singular: String, plural: String)
    var isFeminine: Bool
    /// The preposition before the target after the noun.
    var nounPreposition: String
    /// Whether the verb says enough without an object.
    var isIntransitive: Bool
    /// Whether somebody may be said to carry it out.
    var isLight: Bool
  }

  /// The verb and the noun of a concept in English.
  struct EnglishWording: Sendable {
    var verb: EnglishVerb?
    var objectPreposition: String
    var noun: (singular: String, plural: String)
    var nounPreposition: String
    /// Whether the verb says enough without an object.
    var isIntransitive: Bool
    /// Whether somebody may be said to carry it out.
    var isLight: Bool
  }

  var italian: [String: ItalianWording] = [:]
  var english: [String: EnglishWording] = [:]
  /// The fixed phrases of each language by their keys.
  public private(set) var phrases: [String: [String: String]] = [:]
  /// Sets of words that a headline is cut by.
  enum CutWords: String, CaseIterable {
    /// Open another clause: "che", "after".
    case clauseOpeners = "clause-openers"
    /// Open a phrase of time, place or manner before the subject.
    /// Prepositions: before one of them a phrase ends.
    case phraseOpeners = "phrase-openers"
    /// Stand at no headline's end.
    case weakEnds = "weak-ends"
    /// Open an insertion between subject and verb.
    case insertionOpeners = "insertion-openers"
    /// Join the last item of a list: "e", "and".
    case listJoiners = "list-joiners"
    /// Open a relative clause: "che", "who".
    case relativeOpeners = "relative-openers"
    /// Show behind a verb that its object comes late: "hanno arrestato per rapina due uomini".
    case lateObjects = "late-objects"
    /// Open what a statement hangs on, so that none is cut without it: "se", "unless".
    case conditionOpeners = "condition-openers"
    /// Deny what follows: "non", "nobody".
    case negations
  }

  private var cutWords: [CutWords: [String: Set<[UInt8]>]] = [:]

  /// The words of a set in a language.
  func words(_ set: CutWords, language: String) -> Set<[UInt8]> { cutWords[set]?[language] ?? [] }

  /// Verbs of saying by id.
  var sayings: [String: (it: ItalianVerb, en: EnglishVerb)] = [:]
  /// Framing verbs by id, with the Italian preposition before the infinitive.
  var controls: [String: (it: ItalianVerb, preposition: String, en: EnglishVerb)] = [:]

  /// Makes an empty phrasebook.
  public init() {}

  /// Reads the canonical words of concepts; `-` as preposition of the object means that the verb needs no object:
  /// `concept it_verb it_forms it_obj it_noun it_g it_np it_of en_verb en_forms en_obj en_noun en_np en_of light`.
  public mutating func readWording(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(
      file: file, bytes: bytes,
      columns: [
        "concept", "it_verb", "it_forms", "it_obj", "it_noun", "it_g", "it_np", "it_of", "en_verb", "en_forms",
        "en_obj", "en_noun", "en_np", "en_of", "light",
      ])
    for row in table.rows {
      do throws(MorphologyError) {
        italian[row[0]] = ItalianWording(
          verb: row[1].isEmpty ? nil : try ItalianVerb(lemma: row[1], forms: row[2]),
          objectPreposition: row[3] == "-" ? "" : row[3],
          noun: (row[4], row[6].isEmpty ? row[4] : row[6]), isFeminine: row[5] == "f", nounPreposition: row[7],
          isIntransitive: row[3] == "-", isLight: row[14] == "y")
        english[row[0]] = EnglishWording(
          verb: row[8].isEmpty ? nil : try EnglishVerb(lemma: row[8], forms: row[9]),
          objectPreposition: row[10] == "-" ? "" : row[10],
          noun: (row[11], row[12].isEmpty ? row[11] : row[12]), nounPreposition: row[13],
          isIntransitive: row[10] == "-", isLight: row[14] == "y")
      } catch { throw table.error(at: row, error) }
    }
  }

  /// Reads the fixed phrases of one language: `key text`.
  public mutating func readPhrases(file: String, bytes: [UInt8], language: String) throws(RuleError) {
    let table = try Table(file: file, bytes: bytes, columns: ["key", "text"])
    for row in table.rows {
      phrases[language, default: [:]][row[0]] = row[1]
      guard let set = CutWords(rawValue: row[0]) else { continue }
      cutWords[set, default: [:]][language] = Set(row[1].split(separator: " ").map { Array($0.utf8) })
    }
  }

  /// Reads the canonical verbs of saying from the table of attribution.
  public mutating func readSayings(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(
      file: file, bytes: bytes,
      columns: ["id", "stance", "it_verb", "it_forms", "en_verb", "en_forms", "it_more", "en_more"])
    for row in table.rows where !row[2].isEmpty && !row[4].isEmpty {
      do throws(MorphologyError) {
        sayings[row[0]] = (
          try ItalianVerb(lemma: row[2], forms: row[3]), try EnglishVerb(lemma: row[4], forms: row[5])
        )
      } catch { throw table.error(at: row, error) }
    }
  }

  /// Reads the canonical framing verbs: the first line of each id.
  public mutating func readControls(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(
      file: file, bytes: bytes,
      columns: ["id", "status", "it_verb", "it_forms", "it_prep", "en_verb", "en_forms"])
    for row in table.rows where controls[row[0]] == nil && !row[2].isEmpty && !row[5].isEmpty {
      do throws(MorphologyError) {
        controls[row[0]] = (
          try ItalianVerb(lemma: row[2], forms: row[3]), row[4], try EnglishVerb(lemma: row[5], forms: row[6])
        )
      } catch { throw table.error(at: row, error) }
    }
  }

  /// What a concept is called in a language: its noun or its verb, or the identifier where there are no words for it.
  public func name(of concept: String, in language: String) -> String {
    let words: [String?] =
      switch language {
      case Italian.code: [italian[concept]?.noun.singular, italian[concept]?.verb?.lemma]
      case English.code: [english[concept]?.noun.singular, english[concept]?.verb?.lemma]
      default: []
      }
    return words.compactMap { $0 }.first { !$0.isEmpty } ?? concept.split(separator: "_").joined(separator: " ")
  }

  /// A fixed phrase; the key itself if the pipeline does not give it, so that a gap shows.
  func phrase(_ key: String, in language: String) -> String { phrases[language]?[key] ?? key }

  /// "{subject} is a response to {object}"
  func answer(_ subject: String, _ object: String, in language: String) -> String {
    phrase("answer", in: language).replacing("{subject}", with: subject, maxReplacements: 1)
      .replacing("{object}", with: object, maxReplacements: 1)
  }

  /// The words that a phrase of a language lists; none if the pipeline does not give it.
  package func list(_ key: String, in language: String) -> [Substring] {
    phrases[language]?[key]?.split(separator: " ") ?? []
  }
}
