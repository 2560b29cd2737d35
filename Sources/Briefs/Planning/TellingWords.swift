public import DocumentModel
import Lexicons

/// The words by which whole sentences are chosen and cut: what opens them, what leans on the sentence before, what a
/// party calls its enemy. Tables `telling.tsv` and `deixis.tsv` of each language; read once, then only read.
public struct TellingWords: Sendable {
  /// What words and phrases do in the choice of sentences.
  struct Marks: OptionSet, Sendable, Hashable {
    let rawValue: UInt64

    /// May be cut from the head of a sentence: "intanto", "however".
    static let connective = Marks(rawValue: 1 << 0)
    /// Opens a sentence that leans on the one before: "perciò", "as a result".
    static let connectiveKeep = Marks(rawValue: 1 << 1)
    /// Refers back from the head of a sentence: "egli", "they", "quest'ultimo".
    static let pronoun = Marks(rawValue: 1 << 2)
    /// Leans on what came before: "anche", "poi", "there".
    static let dangling = Marks(rawValue: 1 << 3)
    /// A definite noun that takes up what was told: "l'uomo", "the blast".
    static let anaphoricNoun = Marks(rawValue: 1 << 4)
    /// Gives the source of the sentence before: "lo riferiscono", "he said".
    static let reportsBack = Marks(rawValue: 1 << 5)
    /// Older events: "in passato", "in recent years".
    static let background = Marks(rawValue: 1 << 6)
    /// Judgements: "occorre", "analysts".
    static let opinion = Marks(rawValue: 1 << 7)
    /// The report's own judgement, said as one: "si ritiene che", "it is likely that".
    static let judgement = Marks(rawValue: 1 << 8)
    /// Harm counted: "feriti", "death toll".
    static let toll = Marks(rawValue: 1 << 9)
    /// The other side: "ha smentito", "no comment".
    static let otherSide = Marks(rawValue: 1 << 10)
    /// A party's word for its enemy.
    static let loaded = Marks(rawValue: 1 << 11)
    /// A helping verb; at the head of a sentence its subject is missing or comes behind.
    static let verb = Marks(rawValue: 1 << 12)
    /// A form of to be, whose subject may come behind it: "sono stati uccisi tre soldati".
    static let copula = Marks(rawValue: 1 << 13)
    /// An unstressed pronoun or a negation before a verb at the head of a sentence: "lo ha detto", "non sono".
    static let clitic = Marks(rawValue: 1 << 14)
    /// Says who says so: "ha detto", "secondo", "according to".
    static let speech = Marks(rawValue: 1 << 15)
    /// Opens a noun phrase that can be the subject behind such a verb: "un", "tre", "almeno".
    static let introducer = Marks(rawValue: 1 << 16)
    /// The article that says that something is known: "the", "il".
    static let definite = Marks(rawValue: 1 << 17)
    /// Ties something to the noun before it, which then speaks for itself: "il ministro della Difesa", "the attack on".
    static let complement = Marks(rawValue: 1 << 18)
    /// Looks like one of the others and is none: "this week", "there were".
    static let plain = Marks(rawValue: 1 << 19)
    /// Takes its meaning from somebody named before it: "his", "them", "la sua".
    static let borrowed = Marks(rawValue: 1 << 20)
    /// How it ended for somebody: "arrested", "condannato", "sentenced".
    static let outcome = Marks(rawValue: 1 << 21)
    /// A plain conjunction, which no comma follows: "e", "ma", "and", "but".
    static let joiner = Marks(rawValue: 1 << 22)
    /// Turns to another case: "comes less than a week after", "un episodio analogo".
    static let otherCase = Marks(rawValue: 1 << 23)
    /// Brings somebody new into the story from the head of a sentence: "a", "another", "un", "tre".
    static let indefinite = Marks(rawValue: 1 << 24)
    /// Says that work was done, or how it all began, and no news: "intenso lavoro", "will continue to".
    static let preamble = Marks(rawValue: 1 << 25)
    /// Takes back a part of the sentence before: "tuttavia", "but".
    static let adversative = Marks(rawValue: 1 << 26)
    /// Older than what is told, unless it is how that ended: "had been".
    static let pluperfect = Marks(rawValue: 1 << 27)
    /// Points back from anywhere in a sentence: "il secondo", "in questione", "the latter".
    static let pointsBack = Marks(rawValue: 1 << 28)
    /// Belongs to the page and not to the report: "brings you the latest", "guarda la mappa".
    static let page = Marks(rawValue: 1 << 29)
    /// Opens a phrase of time, place or manner, behind which the subject may be missing: "dopo la rapina ha …".
    static let adjunct = Marks(rawValue: 1 << 30)
    /// Speaks of somebody besides the subject who was named before: "lo hanno bloccato", "arrested him".
    static let object = Marks(rawValue: 1 << 31)
    /// A helping verb of the past by which a report looks back: "aveva", "had".
    static let imperfect = Marks(rawValue: 1 << 32)
    /// Everybody knows which one is meant: "the police", "il governo".
    static let common = Marks(rawValue: 1 << 33)
    /// A preposition that holds the article: "della", "nel".
    static let articled = Marks(rawValue: 1 << 34)
    /// Opens a relative clause, whose verb is not the sentence's: "who", "che".
    static let relative = Marks(rawValue: 1 << 35)
    /// Somebody who acts on a case already told: "a jury", "un giudice".
    static let authority = Marks(rawValue: 1 << 36)
    /// Opens a clause that only says when or why: "mentre", "after".
    static let subordinate = Marks(rawValue: 1 << 37)
    /// Stands at the head before an article and is no verb: "tutta la città", "come il primo".
    static let opener = Marks(rawValue: 1 << 38)
    /// Names whose view a phrase gives: "per gli inquirenti", "in the indictment".
    static let hearsay = Marks(rawValue: 1 << 39)
    /// A finite verb that no table of events has: "said", "continua".
    static let finite = Marks(rawValue: 1 << 40)
    /// Behind a figure it makes an age: "il 48 enne".
    static let ageEnding = Marks(rawValue: 1 << 41)
    /// What happened that no table of events has: "rubato", "incendio", "burglary".
    static let deed = Marks(rawValue: 1 << 42)
    /// A day that is reckoned from one named before: "that August", "weeks earlier", "quel giorno".
    static let dayBefore = Marks(rawValue: 1 << 43)
    /// Takes up, from anywhere in a sentence, what the one before told: "another", "altri due", "here".
    static let takesUp = Marks(rawValue: 1 << 44)
    /// How it ended well for somebody accused: "acquitted", "scarcerato". Who was told to be accused is told to be that.
    static let cleared = Marks(rawValue: 1 << 45)
    /// May point at what was told: "questo", "those". Syntax says whether it does.
    static let demonstrative = Marks(rawValue: 1 << 47)
    /// Stands over an older version of the report below the newer: "Original story:".
    static let superseded = Marks(rawValue: 1 << 46)

    /// As the tables write them.
    static let names: [(name: String, marks: Marks)] = [
      ("connective", .connective), ("connective-keep", .connectiveKeep), ("pronoun", .pronoun),
      ("dangling", .dangling), ("anaphoric-noun", .anaphoricNoun), ("reports-back", .reportsBack),
      ("background", .background), ("opinion", .opinion), ("judgement", .judgement), ("toll", .toll),
      ("other-side", .otherSide), ("loaded", .loaded), ("verb", .verb), ("copula", .copula), ("clitic", .clitic),
      ("speech", .speech), ("introducer", .introducer), ("definite", .definite), ("complement", .complement),
      ("plain", .plain), ("borrowed", .borrowed), ("outcome", .outcome), ("points-back", .pointsBack), ("page", .page),
      ("pluperfect", .pluperfect),
      ("preamble", .preamble), ("adversative", .adversative), ("indefinite", .indefinite),
      ("other-case", .otherCase), ("joiner", .joiner), ("adjunct", .adjunct), ("object", .object),
      ("imperfect", .imperfect), ("common", .common),
      ("articled", .articled), ("relative", .relative), ("authority", .authority),
      ("subordinate", .subordinate), ("opener", .opener),
      ("hearsay", .hearsay), ("finite", .finite), ("age-ending", .ageEnding), ("deed", .deed),
      ("day-before", .dayBefore), ("takes-up", .takesUp), ("cleared", .cleared), ("superseded", .superseded),
      ("demonstrative", .demonstrative),
    ]
  }

  /// A day word, and how a brief says the day that it means.
  struct Deixis: Sendable {
    var offset: Int
    /// With `{day}`, or in Italian `{il day}`, `{del day}`, `{dal day}`, `{al day}`; empty where none can be filled in.
    var text: String
  }

  private(set) var marks: [String: PhraseTable<Marks>] = [:]
  /// For each language the endings by which a verb shows that it has no subject before it: "Pensava", "Cercavano".
  private(set) var verbEndings: [String: [[UInt8]]] = [:]
  /// For each language the endings that only finite verbs have: "fermarono", "arrested".
  private(set) var finiteEndings: [String: [[UInt8]]] = [:]
  private(set) var deixis: [String: PhraseTable<Int>] = [:]
  private(set) var deixisRows: [Deixis] = []

  /// For each language the endings of participles that may open a phrase at the head: "Armati di", "Armed with".
  private(set) var phraseEndings: [String: [[UInt8]]] = [:]
  /// For each language the endings of verbs that open a clause of their own: "aver rubato un'auto", "tentando la fuga".
  private(set) var clauseEndings: [String: [[UInt8]]] = [:]

  /// For each language the endings that a verb of the present may have: "Prende il telefono".
  private(set) var presentEndings: [String: [[UInt8]]] = [:]

  /// Classes of endings, which no phrase table holds.
  private static let endings:
    [(name: String, path: any WritableKeyPath<TellingWords, [String: [[UInt8]]]> & Sendable)] = [
      ("verb-ending", \.verbEndings), ("finite-ending", \.finiteEndings), ("phrase-ending", \.phraseEndings),
      ("clause-ending", \.clauseEndings), ("present-ending", \.presentEndings),
    ]

  /// Makes an empty table.
  public init() {}

  /// Reads the words of one language: `class forms`.
  public mutating func readMarks(
    file: String, bytes: [UInt8], language: String, words: (String) throws(RuleError) -> [Int32]
  ) throws(RuleError) {
    let table = try Table(file: file, bytes: bytes, columns: ["class", "forms"])
    for row in table.rows {
      if let endings = Self.endings.first(where: { $0.name == row[0] }) {
        self[keyPath: endings.path][language, default: []] += row.list(1).map { Array($0.utf8) }
        continue
      }
      guard let mark = Marks.names.first(where: { $0.name == row[0] })?.marks else {
        throw table.error(
          at: row, "The class \"\(row[0])\" is not known",
          remedy:
            "Use one of \((Marks.names.map(\.name) + Self.endings.map(\.name)).joined(separator: ", "))")
      }
      for form in row.list(1) { marks[language, default: PhraseTable()].insert(try words(form), mark) }
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
