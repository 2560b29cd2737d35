public import DocumentModel
import Languages
import Lexicons

/// Builds an event lexicon from the tables of a pipeline.
///
/// The caller hands each table in as bytes and gives a way to cut phrases into words of the vocabulary; the reader
/// opens no file itself. Concepts must come before triggers.
public struct EventLexiconReader {
  var tables = LexiconTables()
  /// Cuts a phrase into words with accents, adding them to the vocabulary.
  public let words: (String) throws(RuleError) -> [Int32]
  var vetoSets: [String: [Int32]] = [:]
  /// The types that concepts may have.
  var scheme = EventScheme()

  /// Makes a reader; `words` cuts a phrase into words with accents, adding them to the vocabulary.
  public init(words: @escaping (String) throws(RuleError) -> [Int32]) { self.words = words }

  /// The lexicon of all tables read so far.
  public var lexicon: EventLexicon { EventLexicon(tables) }

  mutating func insert(_ phrase: String, _ language: String, _ sense: Sense) throws(RuleError) {
    let cut = try words(phrase)
    tables.languages[language, default: SenseTable()].insert(cut, sense)
  }

  /// The forms of a verb, each with its sense.
  static func verbForms(
    lemma: String, irregular: String, _ language: String, _ kind: Sense.Kind
  ) throws(MorphologyError) -> [(text: String, sense: Sense)] {
    let forms = try Languages.of(language).verbForms(lemma: lemma, irregular: irregular)
    var found: [(text: String, sense: Sense)] = []
    found.reserveCapacity(forms.count)
    for (index, form) in forms.enumerated() {
      // A verb has some forty forms: looking back is cheaper than hashing them.
      if forms[..<index].contains(where: { $0.tense == form.tense && $0 == form }) { continue }
      found.append(
        (form.text, Sense(kind: kind, tense: Tense(form.tense), isPlural: form.isPlural, isFeminine: form.isFeminine)))
    }
    return found
  }

  // MARK: - What is filled by the readers of single tables

  mutating func append(_ concept: Concept) -> Bool {
    guard tables.conceptPositions[concept.id] == nil else { return false }
    tables.conceptPositions[concept.id] = tables.concepts.count
    tables.concepts.append(concept)
    return true
  }
  /// Adds a row to a table; its position there.
  mutating func append<Row>(_ row: Row, to table: WritableKeyPath<LexiconTables, [Row]>) -> Int {
    tables[keyPath: table].append(row)
    return tables[keyPath: table].count - 1
  }
}

extension Tense {
  init(_ tense: VerbTense) {
    switch tense {
    case .infinitive: self = .infinitive
    case .present: self = .present
    case .imperfect, .pastHistoric, .past: self = .past
    case .future: self = .future
    case .conditional: self = .conditional
    case .subjunctive, .imperfectSubjunctive: self = .subjunctive
    case .participle: self = .participle
    case .gerund: self = .gerund
    }
  }
}
