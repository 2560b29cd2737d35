public import DocumentModel
public import Languages
import Lexicons

/// A sense of the lexicon: one for all languages.
public struct Sense: Sendable, Hashable {
  /// What its words are.
  public enum Kind: String, Sendable, CaseIterable {
    case verb = "v"
    case noun = "n"
    case adjective = "a"
    case adverb = "d"
    case connective = "c"
  }

  /// "verb/kill"
  public var id: String
  /// What its words are.
  public var kind: Kind
  /// A verb's frame, a noun's kind, what an adjective does …
  public var senseClass: String
}

/// A word of the lexicon in one language.
public struct LexiconWord: Sendable, Hashable {
  /// The place of its sense among the senses.
  public var sense: Int
  /// The dictionary form.
  public var lemma: String
  /// The cells behind the lemma, up to the last one.
  public var cells: [String]
  /// Whether a brief may write it; the others are only read.
  public var isWording: Bool
  /// Where it stands, for a person who mends it.
  public var file: String
  /// The line there, from 1; 0 if it was not counted.
  public var line: Int

  /// Puts a word together.
  public init(sense: Int, lemma: String, cells: [String], isWording: Bool, file: String, line: Int) {
    self.sense = sense
    self.lemma = lemma
    self.cells = cells
    self.isWording = isWording
    self.file = file
    self.line = line
  }
}

/// The bilingual lexicon as its tables have it: senses, and for each language their words.
public struct LexiconTables: Sendable {
  /// The senses, in the order of their table.
  public private(set) var senses: [Sense] = []
  /// The words by language, in the order of the tables.
  public private(set) var words: [String: [LexiconWord]] = [:]

  /// Makes an empty lexicon.
  public init() {}

  /// The tables of words: the stem of the file's name, and the columns behind id and lemma.
  private static let wordTables: [(stem: String, columns: [String])] = [
    ("verbs", ["id", "lemma", "inflection", "class", "frame"]),
    ("nouns", ["id", "lemma", "gender", "plural", "frame"]),
    ("adjectives", ["id", "lemma", "forms", "place"]),
    ("adverbs", ["id", "words", "slot"]),
    ("connectives", ["id", "words", "opens", "cut"]),
  ]

  /// Reads the tables of a folder, given as names and bytes: `senses.tsv`, then `verbs.it.tsv` and so on for whatever
  /// languages there are. Throws with file and line where a row names a sense that is not there or repeats an id.
  public static func read(_ files: [(name: String, bytes: [UInt8])]) throws(RuleError) -> LexiconTables {
    var tables = LexiconTables()
    var places: [String: Int] = [:]
    for file in files where file.name == "senses.tsv" {
      try Table.forEachRow(
        file: file.name, bytes: file.bytes, columns: ["id", "pos", "class", "traits"]
      ) { (row) throws(RuleError) in
        guard let kind = Sense.Kind(rawValue: row[1]) else {
          throw RuleError(
            file: file.name, line: row.line, message: "“\(row[1])” is no part of speech of the lexicon",
            remedy: "Write one of \(Sense.Kind.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        guard places.updateValue(tables.senses.count, forKey: row[0]) == nil else {
          throw RuleError(
            file: file.name, line: row.line, message: "“\(row[0])” is there twice",
            remedy: "Give each sense an id of its own")
        }
        tables.senses.append(Sense(id: row[0], kind: kind, senseClass: row[2]))
      }
    }
    for (stem, columns) in wordTables {
      for file in files {
        let parts = file.name.split(separator: ".")
        guard parts.count == 3, parts[0] == stem, parts[2] == "tsv" else { continue }
        // A language without genders has no column for them.
        let isWithout = stem == "nouns" && !Self.header(file.bytes).contains("gender")
        let columns = isWithout ? columns.filter { $0 != "gender" } : columns
        let words = try Self.words(file, columns, places)
        tables.words[String(parts[1]), default: []] += words
      }
    }
    return tables
  }

  /// The first line that is no comment.
  private static func header(_ bytes: [UInt8]) -> String {
    let line = bytes.split(separator: 0x0A).first { $0.first != UInt8(ascii: "#") }
    return String(decoding: line ?? [], as: UTF8.self)
  }

  /// The senses alone, in the order of their table. Throws with file and line where a row cannot be read.
  static func senses(_ files: [(name: String, bytes: [UInt8])]) throws(RuleError) -> [Sense] {
    try read(files.filter { $0.name == "senses.tsv" }).senses
  }

  private static func words(
    _ file: (name: String, bytes: [UInt8]), _ columns: [String], _ places: [String: Int]
  ) throws(RuleError) -> [LexiconWord] {
    let table = try Table(file: file.name, bytes: file.bytes, columns: columns)
    var words: [LexiconWord] = []
    words.reserveCapacity(table.rows.count)
    for row in table.rows {
      guard let sense = places[row[0]] else {
        throw table.error(
          at: row, "the sense “\(row[0])” is not in senses.tsv", remedy: "Add it there, or name one that is")
      }
      words.append(
        LexiconWord(
          sense: sense, lemma: row[1], cells: Array(row.cells.dropFirst(2)),
          isWording: !(row.cells.last?.hasSuffix("read") ?? false),
          file: file.name, line: row.line))
    }
    return words
  }
}

extension LexiconWord {
  /// The cell of a verb's irregular forms; empty where rules give all of them.
  public var inflection: String { cells.first.map { $0 == "=" ? "" : $0 } ?? "" }

  /// The forms of the word in a language. Throws where the cells cannot be read.
  public func forms(_ kind: Sense.Kind, in language: any Language) throws(MorphologyError) -> [InflectedForm] {
    switch kind {
    case .verb: try language.readForms(ofVerb: lemma, irregular: inflection)
    case .noun: language.readForms(ofNoun: lemma, gender: gender, plural: plural)
    case .adjective:
      language.readForms(
        ofAdjective: lemma, irregular: cells[0] == "=" ? [] : cells[0].split(separator: "/").map(String.init))
    case .adverb, .connective: [InflectedForm(lemma, [])]
    }
  }

  /// A noun's gender, where its language has one.
  private var gender: WordFeatures {
    guard cells.count == 3 else { return [] }
    return switch cells[0] {
    case "m": .masculine
    case "f": .feminine
    default: .genders
    }
  }

  /// The cell of the plural, which stands before the frame.
  private var plural: NounPlural {
    let cell = cells[cells.count - 2]
    switch cell {
    case "=": return .regular
    case "==": return .same
    case "-": return .none
    case "pl": return .only
    default:
      let parts = cell.split(separator: "/")
      let other: WordFeatures? = parts.count == 2 ? (parts[1] == "f" ? .feminine : .masculine) : nil
      return .form(String(parts.first ?? ""), other)
    }
  }
}
