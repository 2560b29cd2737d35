import DocumentModel
import Languages
import Reading

/// What becomes of an event under a word, and which of its complements that is.
struct GoverningRow: Sendable, Hashable {
  /// What a word governs.
  struct Complements: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    static let infinitive = Complements(rawValue: 1 << 0)
    static let clause = Complements(rawValue: 1 << 1)
    static let object = Complements(rawValue: 1 << 2)
    static let subject = Complements(rawValue: 1 << 3)
    /// What a preposition marks.
    static let role = Complements(rawValue: 1 << 4)
    static let phrase = Complements(rawValue: 1 << 5)
    /// The clause around an adverb, or what a connective opens.
    static let own = Complements(rawValue: 1 << 6)
    /// The noun that an adjective describes.
    static let noun = Complements(rawValue: 1 << 7)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(names: [String]) {
      self = []
      for name in names {
        switch name {
        case "inf": insert(.infinitive)
        case "that": insert(.clause)
        case "O": insert(.object)
        case "S": insert(.subject)
        case "np": insert(.phrase)
        case "clause": insert(.own)
        case "noun": insert(.noun)
        default: insert(.role)
        }
      }
    }
  }

  var complements: Complements
  var effect: Embedding
  /// Whether the word opens a phrase or a clause: "appena i ribelli attaccano", not "una bici appena rubata".
  var isConnective: Bool
}

/// For each word of a lexicon what it governs.
struct GoverningIndex: Sendable {
  /// For each row of the lexicon the number of its set of rows; 0 for none.
  private var sets: [UInt16] = []
  private var rows: [[GoverningRow]] = [[]]
  /// For the row of a verb what its participle governs as an adjective.
  private var participles: [Int: [GoverningRow]] = [:]

  init() {}

  /// - Parameters:
  ///   - table: what governs, by the ids of senses.
  ///   - senses: the ids of the senses in their order.
  init(_ table: EmbeddingTable, senses: [String], words: WordLexicon) {
    var bySense: [String: [GoverningRow]] = [:]
    for row in table.rows {
      bySense[row.sense, default: []].append(
        GoverningRow(
          complements: GoverningRow.Complements(names: row.complements), effect: row.effect,
          isConnective: row.sense.hasPrefix("conn/")))
    }
    let governed = senses.map { bySense[$0] ?? [] }
    // Of "verb", "noun", "adj", "adv" and "conn" the third letter tells which. "Se" stands among the closed words and among
    // the connectives.
    let kinds = senses.map { $0.utf8.dropFirst(2).first ?? 0 }
    let (adjective, connective) = (UInt8(ascii: "j"), UInt8(ascii: "n"))
    func kind(_ sense: Int?) -> UInt8 { sense.flatMap { $0 < kinds.count ? kinds[$0] : nil } ?? connective }
    // A reading is one row of several with the same lemma and part of speech: it has what any of them governs.
    var byLemma: [LemmaHash: [(kind: UInt8, rows: [GoverningRow])]] = [:]
    var adjectivesFound: [(lemma: [UInt8], hash: LemmaHash)] = []
    words.forms.forEachWord { _, lemma, sense in
      guard let sense, sense < governed.count, !governed[sense].isEmpty else { return }
      let hash = LemmaHash(lemma)
      for row in governed[sense] {
        if let known = byLemma[hash]?.firstIndex(where: { $0.kind == kinds[sense] }) {
          if byLemma[hash]?[known].rows.contains(row) == false {
            byLemma[hash]?[known].rows.append(row)
          }
        } else {
          byLemma[hash, default: []].append((kinds[sense], [row]))
          if kinds[sense] == adjective { adjectivesFound.append((Array(lemma), hash)) }
        }
      }
    }
    // "the feared attack", "è convinta che": a participle governs what the adjective that is spelled like it does.
    var adjectives: [Int: [GoverningRow]] = [:]
    words.forms.withLookup { lookup in
      for (lemma, hash) in adjectivesFound {
        guard let found = byLemma[hash]?.first(where: { $0.kind == adjective })?.rows else {
          continue
        }
        var readings: [WordReading] = []
        guard lookup.append(lemma, to: &readings) else { continue }
        for reading in readings where reading.features.contains(.participle) {
          guard let row = reading.row else { continue }
          adjectives[row, default: []] += found.filter { !(adjectives[row] ?? []).contains($0) }
        }
      }
    }
    participles = adjectives
    sets = [UInt16](repeating: 0, count: words.forms.rowCount)
    var numbers: [[GoverningRow]: UInt16] = [:]
    words.forms.forEachWord { row, lemma, sense in
      guard let found = byLemma[LemmaHash(lemma)]?.first(where: { $0.kind == kind(sense) })?.rows
      else { return }
      if let number = numbers[found] {
        sets[row] = number
      } else if rows.count < Int(UInt16.max) {
        sets[row] = UInt16(rows.count)
        numbers[found] = sets[row]
        rows.append(found)
      }
    }
  }

  /// What a word governs, by its row in the lexicon and its form.
  func rows(of row: Int?, _ features: WordFeatures) -> [GoverningRow] {
    guard let row, row < sets.count else { return [] }
    let own = rows[Int(sets[row])]
    guard features.contains(.participle), let more = participles[row] else { return own }
    return own + more
  }
}
