public import DocumentModel
import Lexicons

/// The words by which whole sentences are chosen and cut: what opens them, what leans on the sentence before, what a
/// party calls its enemy. Tables `telling.tsv` and `deixis.tsv` of each language; read once, then only read.
public struct TellingWords: Sendable {
  /// What a word or phrase does in the choice of sentences.
  enum Mark: String, CaseIterable {
    /// May be cut from the head of a sentence: "intanto", "however".
    case connective
    /// Opens a sentence that leans on the one before: "perciò", "as a result".
    case connectiveKeep = "connective-keep"
    /// Refers back from the head of a sentence: "egli", "they", "quest'ultimo".
    case pronoun
    /// Leans on what came before: "anche", "poi", "there".
    case dangling
    /// A definite noun that takes up what was told: "l'uomo", "the blast".
    case anaphoricNoun = "anaphoric-noun"
    /// Gives the source of the sentence before: "lo riferiscono", "he said".
    case reportsBack = "reports-back"
    /// Older events: "in passato", "in recent years".
    case background
    /// Judgements: "occorre", "analysts".
    case opinion
    /// The report's own judgement, said as one: "si ritiene che", "it is likely that".
    case judgement
    /// Harm counted: "feriti", "death toll".
    case toll
    /// The other side: "ha smentito", "no comment".
    case otherSide = "other-side"
    /// A party's word for its enemy.
    case loaded
    /// A helping verb; at the head of a sentence its subject is missing or comes behind.
    case verb
    /// A form of to be, whose subject may come behind it: "sono stati uccisi tre soldati".
    case copula
    /// An unstressed pronoun or a negation before a verb at the head of a sentence: "lo ha detto", "non sono".
    case clitic
    /// Says who says so: "ha detto", "secondo", "according to".
    case speech
    /// Opens a noun phrase that can be the subject behind such a verb: "un", "tre", "almeno".
    case introducer
    /// The article that says that something is known: "the", "il".
    case definite
    /// Ties something to the noun before it, which then speaks for itself: "il ministro della Difesa", "the attack on".
    case complement
    /// Looks like one of the others and is none: "this week", "there were".
    case plain

    var bit: UInt32 { 1 << UInt32(Self.allCases.firstIndex(of: self) ?? 31) }
  }

  /// Marks together.
  struct Marks: Sendable, Hashable {
    var bits: UInt32 = 0
    func contains(_ mark: Mark) -> Bool { bits & mark.bit != 0 }
    mutating func insert(_ mark: Mark) { bits |= mark.bit }
  }

  /// A day word, and how a brief says the day that it means.
  struct Deixis: Sendable {
    var offset: Int
    /// With `{day}`, or in Italian `{il day}`, `{del day}`, `{dal day}`, `{al day}`; empty where none can be filled in.
    var text: String
  }

  private(set) var marks: [String: PhraseTable<UInt32>] = [:]
  private(set) var deixis: [String: PhraseTable<Int>] = [:]
  private(set) var deixisRows: [Deixis] = []

  /// Makes an empty table.
  public init() {}

  /// Reads the words of one language: `class forms`.
  public mutating func readMarks(
    file: String, bytes: [UInt8], language: String, words: (String) throws(RuleError) -> [Int32]
  ) throws(RuleError) {
    let table = try Table(file: file, bytes: bytes, columns: ["class", "forms"])
    for row in table.rows {
      guard let mark = Mark(rawValue: row[0]) else {
        throw table.error(
          at: row, "The class \"\(row[0])\" is not known",
          remedy: "Use one of \(Mark.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      for form in row.list(1) { marks[language, default: PhraseTable()].insert(try words(form), mark.bit) }
    }
  }

  /// Reads the day words of one language: `forms offset text`.
  public mutating func readDeixis(
    file: String, bytes: [UInt8], language: String, words: (String) throws(RuleError) -> [Int32]
  ) throws(RuleError) {
    let table = try Table(file: file, bytes: bytes, columns: ["forms", "offset", "text"])
    for row in table.rows {
      // Without an offset the words name no day that could be filled in: "questa settimana".
      let offset = row[1].isEmpty ? 0 : Int(row[1])
      guard let offset, (-27...27).contains(offset) else {
        throw table.error(
          at: row, "The offset \"\(row[1])\" is no number of days",
          remedy: "Use a whole number from -27 to 27, or nothing where no day can be filled in")
      }
      for form in row.list(0) {
        deixis[language, default: PhraseTable()].insert(try words(form), deixisRows.count)
      }
      deixisRows.append(Deixis(offset: offset, text: row[2]))
    }
  }
}

extension PhraseTable {
  /// The longest phrase that begins at a token: its state, and the position behind its last token.
  func longest(at index: Int, in tokens: ArraySlice<Token>) -> (state: Int32, end: Int)? {
    guard opens(tokens[index].word) else { return nil }
    var state = Self.root
    var end = index
    var last: (Int32, Int)?
    while end < tokens.endIndex {
      state = step(state, tokens[end].word)
      guard state != Self.dead else { break }
      end += 1
      if isEnd(state) { last = (state, end) }
    }
    return last
  }
}
