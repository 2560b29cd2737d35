public import DocumentModel
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
      /// Nothing: an article that says no more than that one or some are meant.
      case article
    }
  }

  /// A sense that a word may have, and whether the word is what says it.
  struct Candidate: Sendable, Hashable {
    var sense: Int
    var isWording: Bool
  }

  let senses: [Sense]
  let prepositions: [Preposition]
  /// By language, for the words of a connective its senses, in the order of the table.
  private let connectives: [String: [String: [Int]]]
  private let words: [String: TransferWordList]

  /// Reads the tables; of a word only its place in them is kept.
  init(
    _ files: LexiconFiles, _ words: [String: WordLexicon], _ prepositions: [Preposition]
  ) throws(RuleError) {
    senses = try files.senses()
    let places = Dictionary(senses.enumerated().map { (TransferWordList.hash($1.id.utf8), $0) }) {
      first, _ in first
    }
    var connectives: [String: [String: [Int]]] = [:]
    var lists: [String: TransferWordList] = [:]
    for (language, lexicon) in words {
      let list = TransferWordList(files, language, senses: senses, places: places, forms: lexicon.forms)
      for (lemma, sense) in list.connectives { connectives[language, default: [:]][lemma, default: []].append(sense) }
      lists[language] = list
    }
    self.words = lists
    self.connectives = connectives
    self.prepositions = prepositions
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

  /// The form of a word of a sense; nil if there is none. `wanted` is what the form must tell.
  func form(_ sense: Int, _ language: String, _ wanted: WordFeatures) -> (text: String, features: WordFeatures)? {
    guard let word = wording(sense, language),
      let forms = try? word.forms(senses[sense].kind, in: Languages.of(language))
    else { return nil }
    let found =
      forms.first { $0.features.isSuperset(of: wanted) }
      // English adjectives have one form, which tells nothing.
      ?? (forms.count == 1 && forms[0].features.isDisjoint(with: .numbers) ? forms[0] : nil)
    return found.map { ($0.text, $0.features) }
  }

  /// The senses of a connective.
  func senses(ofConnective words: String, _ language: String) -> [Int] { connectives[language]?[words] ?? [] }

  /// Whether a connective may mean a sense.
  func isConnective(_ words: String, _ id: String, _ language: String) -> Bool {
    senses(ofConnective: words, language).contains { senses[$0].id == id }
  }

  /// Whether a noun's sense is people: whom "who" stands for.
  func isHuman(_ sense: Int) -> Bool {
    [
      "person", "civilian", "official", "leader", "fighter", "victim", "family", "military", "authority", "police",
      "group",
    ].contains(senseClass(sense))
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
  private let prepositions: [TransferLexicon.Preposition]
  private let read = Mutex<TransferLexicon??>(nil)

  /// Keeps what the lexicon is made from. Throws with file and line where a row of `prepositions.tsv` cannot be read; the
  /// other tables have been read by whoever made the words.
  ///
  /// - Parameters:
  ///   - files: the tables.
  ///   - words: the full forms of each language.
  public init(files: LexiconFiles, words: [String: WordLexicon]) throws(RuleError) {
    self.files = files
    self.words = words
    prepositions = try TransferLexicon.Preposition.read(files)
  }

  /// The lexicon; nil where there are no two languages to carry between.
  var lexicon: TransferLexicon? {
    read.withLock { read in
      if let known = read { return known }
      let made = words.count < 2 ? nil : try? TransferLexicon(files, words, prepositions)
      read = .some(made)
      return made
    }
  }
}
