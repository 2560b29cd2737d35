import Briefs
import Clauses
public import DocumentModel
import Events
import ICU
import Lexicons

/// A report on its way through the steps: what is known of it so far, and of the others that came in its file.
public struct Document: Sendable {
  /// One file that comes of a document.
  public struct Output: Sendable {
    /// What stands behind the record's id and a full stop in the file's name: `json`, `it.md`.
    public var name: String
    /// The bytes of the file.
    public var bytes: [UInt8]
  }

  /// The file's own name.
  public let name: [UInt8]
  /// The input; let go once it is text.
  var input: [UInt8]
  /// The name of the record; set by `extract`.
  public internal(set) var id = ""
  /// The code of the language; set by `identify`.
  public internal(set) var language = "und"
  /// What comes of it; set by `write`, the record last.
  public internal(set) var outputs: [Output] = []
  /// Until when the step may take; set it before each one. By default there is no limit.
  public var deadline = Deadline.never
  /// Whether names count in any case, whatever the text looks like; set it before `match`. A text wholly in small or
  /// wholly in capital letters needs no such word.
  public var isCaseless = false
  /// How many sentences, mentions and events were found.
  public internal(set) var counts = Counts()

  /// How much was found in a document.
  public struct Counts: Sendable, Hashable {
    /// Sentences.
    public var sentences = 0
    /// Mentions of entities.
    public var mentions = 0
    /// Events.
    public var events = 0
    /// The clauses of all briefs by how they came to be.
    public var clauses: [ClauseMeans: Int] = [:]
    /// The quotations of all briefs by the gate that asked for them.
    public var shut: [String: Int] = [:]

    mutating func count(_ briefs: [Brief]) {
      for clause in briefs.flatMap(\.clauses) {
        clauses[clause.means, default: 0] += 1
        if let gate = clause.gate { shut[gate, default: 0] += 1 }
      }
    }
  }

  /// The other reports of the same file, in its order; each becomes a record of its own.
  public internal(set) var further: [Document] = []

  var source: Source?
  var text: [UInt8] = []
  /// What the file says of the layout, and of the report beside its words.
  var blocks: [TextBlock] = []
  var attestation = Attestation()
  var languagePercent = 0
  /// Whether parts of the text are in different languages; set by `identify`.
  var isMixed = false
  var folded: Normalizer.Normalized?
  var tokens: [Token] = []
  var sentences: [Sentence] = []
  var sentenceTokens: [Range<Int>] = []
  var entitiesAtTokens = TokenMentions()
  var entities: [MentionedEntity] = []
  /// Countries whose people or adjective is named, and places named within other names: they stand in the record, and
  /// take no part in events of their own.
  var mentionedBesides: [MentionedEntity] = []
  /// Names that no gazetteer knows and the words around them explain; they take part in nothing.
  var unknownNames: [UnknownName] = []
  /// Whether somebody asks why names were taken or set aside; set it before `match`.
  public var asksOptions = false
  /// Names that words might be, where somebody asks.
  var nameOptions: [ExplainedName] = []
  /// Names of several things, and what each was taken for, for `explain`.
  var choices: [NameChoice] = []
  /// What the report says of itself; set by `classify`.
  var masthead = Masthead()
  /// How their words hang together; set by `classify`.
  var syntax = Syntax()
  /// What the sentences tell; set by `classify`, as are the events made of it.
  var reading: DocumentReading?
  var events: [Event] = []
  /// For each frame of the reading the event that it became.
  var eventPositions: [EventIndex?] = []
  var statements: [Statement] = []
  var dates: [EventDate] = []
  /// Why sentences, as positions, that might have been told are not.
  var leftOut: [SentenceIndex: LeftOut] = [:]
  /// The record; set by `summarize`.
  public internal(set) var record: Record?
  var warnings: [String] = []

  /// This report and the others of its file, in the order of the file.
  public var reports: [Document] { [self] + further }

  /// What the steps have found so far.
  public internal(set) var known: Findings = .bytes

  /// Makes a document of a file's name and bytes.
  public init(name: [UInt8], bytes: [UInt8]) {
    self.name = name
    input = bytes
  }
}
