import DocumentModel
import Languages
import Lexicons
public import Reading
import Synchronization

/// The lexicon as transfer asks it: what a word means in one language, and how that is said in another.
struct TransferLexicon: Sendable {
  /// A preposition that means one thing, in each language.
  struct Preposition: Sendable {
    var words: [String: [String]]
    /// What may stand behind it.
    var head: Head

    enum Head: String, Sendable {
      case any
      /// A town, a building.
      case place
      /// A place that the gazetteer knows.
      case named
    }
  }

  /// A sense that a word may have, and whether the word is what says it.
  struct Candidate: Sendable, Hashable {
    var sense: Int
    var isWording: Bool
  }

  let senses: [Sense]
  let prepositions: [Preposition]
  private let places: [String: Int]
  /// By language, for the words of a connective its senses, in the order of the table.
  let connectives: [String: [String: [Int]]]
  private let words: [String: TransferWordList]

  /// Reads the tables; of a word only its place in them is kept.
  init(_ files: LexiconFiles, _ words: [String: WordLexicon]) throws(RuleError) {
    senses = try files.senses()
    places = Dictionary(senses.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var connectives: [String: [String: [Int]]] = [:]
    var lists: [String: TransferWordList] = [:]
    for (language, lexicon) in words {
      let list = TransferWordList(files, language, senses: senses, places: places, forms: lexicon.forms)
      for (lemma, sense) in list.connectives { connectives[language, default: [:]][lemma, default: []].append(sense) }
      lists[language] = list
    }
    self.words = lists
    self.connectives = connectives
    prepositions = try Self.prepositions(files)
  }

  private static func prepositions(_ files: LexiconFiles) throws(RuleError) -> [Preposition] {
    var found: [Preposition] = []
    for file in files.files where file.name == "prepositions.tsv" {
      // Between id and heads stands a column for each language.
      let header = file.bytes.split(separator: 0x0A).first { $0.first != UInt8(ascii: "#") } ?? []
      let columns = String(decoding: header, as: UTF8.self).split(separator: "\t").map(String.init)
      guard columns.first == "id", columns.last == "heads" else {
        throw RuleError(
          file: file.name, line: 1, message: "the first column is not id, or the last is not heads",
          remedy: "Write id, a column for each language by its code, and heads")
      }
      let languages = columns.dropFirst().dropLast()
      let table = try Table(file: file.name, bytes: file.bytes, columns: columns)
      for row in table.rows {
        let heads = row[columns.count - 1]
        guard let head = Preposition.Head(rawValue: heads) else {
          throw table.error(
            at: row, "“\(heads)” is nothing that may stand behind a preposition", remedy: "Write any, place or named")
        }
        let words = Dictionary(uniqueKeysWithValues: languages.enumerated().map { ($1, row.list($0 + 1)) })
        found.append(Preposition(words: words, head: head))
      }
    }
    return found
  }

  /// What a word of a language may mean, by its row, the likeliest first: the senses that fit, those first that the word is
  /// the wording of.
  func senses(of row: Int?, _ language: String, where fits: (Int) -> Bool) -> [Candidate] {
    guard let row, let candidates = words[language]?.candidates(of: row) else { return [] }
    let fitting = candidates.filter { fits($0.sense) }
    return fitting.filter(\.isWording) + fitting.filter { !$0.isWording }
  }

  /// The sense of several that reports mean, if that is beyond doubt: the only one that the word is the wording of, where
  /// that is somebody or something of the news, or all are of one class. "Ragazzo" is a boy, whom "tizio" names otherwise,
  /// and a base is a place before it is a foundation.
  func usual(_ candidates: [Candidate]) -> Int? {
    guard let first = candidates.first, first.isWording, candidates.count(where: { $0.isWording }) == 1 else {
      return nil
    }
    let isNews = Self.newsClasses.contains(senseClass(first.sense))
    let isOneClass = Set(candidates.map { senseClass($0.sense) }).count == 1 && senses[first.sense].kind == .noun
    return isNews || isOneClass ? first.sense : nil
  }

  private static let newsClasses: Set<String> = [
    "person", "civilian", "official", "leader", "fighter", "military", "police", "group", "organization", "authority",
    "family", "victim", "weapon", "vehicle", "aircraft", "vessel", "site", "settlement", "media", "state",
  ]

  /// The place of a sense by its id.
  func sense(_ id: String) -> Int? { places[id] }

  /// The word that says a sense in a language.
  func wording(_ sense: Int, _ language: String) -> LexiconWord? { words[language]?.wording(sense) }

  /// The kind of a noun, the frame of a verb.
  func senseClass(_ sense: Int) -> String { senses[sense].senseClass }

  /// The prepositions of a word's frame with the roles that they mark, in the order of the table.
  func frame(_ sense: Int, _ language: String) -> [(preposition: String, role: String)] {
    guard let cell = wording(sense, language)?.cells.last, cell.utf8.contains(UInt8(ascii: "=")), cell.utf8.count > 2
    else { return [] }
    return cell.split(separator: ";").compactMap { pair in
      let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
      return sides.count == 2 ? (sides[0].replacing("-", with: " "), sides[1]) : nil
    }
  }

  /// The meaning of a preposition outside of frames, before a certain kind of phrase.
  func preposition(_ words: String, _ language: String, before head: Preposition.Head) -> Int? {
    prepositions.firstIndex { $0.head == head && $0.words[language]?.contains(words) ?? false }
  }
}

/// The lexicon of transfer, read when the first sentence asks for it: most reports never do.
public final class TransferWords: Sendable {
  private let files: LexiconFiles
  private let words: [String: WordLexicon]
  private let read = Mutex<TransferLexicon??>(nil)

  /// Keeps what the lexicon is made from.
  ///
  /// - Parameters:
  ///   - files: the tables, which have been read once without an error.
  ///   - words: the full forms of each language.
  public init(files: LexiconFiles, words: [String: WordLexicon]) {
    self.files = files
    self.words = words
  }

  /// No words at all.
  public static let none = TransferWords(files: LexiconFiles(files: [], abbreviations: [:]), words: [:])

  /// The lexicon; nil where there is none, or not for two languages.
  var lexicon: TransferLexicon? {
    read.withLock { read in
      if let known = read { return known }
      let made = words.count < 2 ? nil : try? TransferLexicon(files, words)
      read = .some(made)
      return made
    }
  }
}
