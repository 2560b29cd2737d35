/// Where a document came from, as far as the input itself says.
public struct Source: Sendable, Hashable {
  /// The file's own name, as bytes.
  public var name: [UInt8]
  /// Which item of a file that holds many.
  public var part: String?
  /// The size of the input in bytes.
  public var byteCount: Int
  /// SHA-256 of the input bytes, 64 lower-case hexadecimal digits.
  public var sha256: String
  /// The media type, such as `text/plain`.
  public var mediaType: String
  /// The charset that the text was decoded from.
  public var charset: String
  /// How many broken sequences became U+FFFD.
  public var replaced: Int
  /// Who wrote the report, if its file says so beside its words.
  public var author: String?
  /// Where the report can be read, if its file says so.
  public var url: String?

  /// Makes the facts of a source.
  public init(
    name: [UInt8], part: String?, byteCount: Int, sha256: String, mediaType: String, charset: String, replaced: Int,
    author: String? = nil, url: String? = nil
  ) {
    self.name = name
    self.part = part
    self.byteCount = byteCount
    self.sha256 = sha256
    self.mediaType = mediaType
    self.charset = charset
    self.replaced = replaced
    self.author = author
    self.url = url
  }
}

/// A mention of a known entity.
public struct Mention: Sendable, Hashable {
  /// The words.
  public var span: TextSpan
  /// The position of the sentence, from 0.
  public var sentence: SentenceIndex
  /// How the entity is mentioned.
  public var kind: MentionKind

  /// Makes a mention.
  public init(span: TextSpan, sentence: SentenceIndex, kind: MentionKind) {
    self.span = span
    self.sentence = sentence
    self.kind = kind
  }
}

/// An entity with all its mentions in one document.
public struct MentionedEntity: Sendable, Hashable {
  /// The entry of the gazetteer.
  public var entity: Entity
  /// Its mentions, in the order of the text.
  public var mentions: [Mention]

  /// Whether it is called by a name of its own, and not only by its people's or within another name.
  public var isNamed: Bool { mentions.contains { $0.kind != .demonym && $0.kind != .nested } }

  /// Makes a mentioned entity.
  public init(entity: Entity, mentions: [Mention]) {
    self.entity = entity
    self.mentions = mentions
  }
}

/// A name that no gazetteer knows.
public struct Candidate: Sendable, Hashable {
  /// The words.
  public var span: TextSpan
  /// The position of the sentence, from 0.
  public var sentence: SentenceIndex

  /// Makes a candidate.
  public init(span: TextSpan, sentence: SentenceIndex) {
    self.span = span
    self.sentence = sentence
  }
}

/// Something the report holds to be so, without its being an event.
public struct Statement: Sendable, Hashable {
  /// Judgement or background.
  public var kind: StatementKind
  /// The position of the sentence, from 0.
  public var sentence: SentenceIndex
  /// The language-neutral concept, such as `presence`.
  public var concept: String
  /// The entities that it is about.
  public var entities: [String]
  /// How sure the report is.
  public var certainty: Certainty

  /// Makes a statement.
  public init(kind: StatementKind, sentence: SentenceIndex, concept: String, entities: [String], certainty: Certainty) {
    self.kind = kind
    self.sentence = sentence
    self.concept = concept
    self.entities = entities
    self.certainty = certainty
  }
}

/// A topic of the whole document.
public struct Label: Sendable, Hashable {
  /// An event type.
  public var name: String
  /// From 0 to 100, written as a fraction of one.
  public var percent: Int

  /// Makes a label.
  public init(name: String, percent: Int) {
    self.name = name
    self.percent = percent
  }
}

/// One clause of a brief.
public struct Clause: Sendable, Hashable {
  /// The words.
  public var text: String
  /// What the clause is for.
  public var role: ClauseRole
  /// The positions of the sentences it comes from, from 0; never empty.
  public var sentences: [SentenceIndex]
  /// The positions of the events it tells, from 0.
  public var events: [EventIndex]
  /// What the gazetteer added and the report does not say: `country`, `full_name`, `region`.
  public var added: [String]
  /// How its words came to be.
  public var means: ClauseMeans
  /// For a quotation the gate that kept it from being told in other words; nil where none was asked.
  public var gate: String?
  /// What the gate stumbled over, for a person who asks why; the record does not hold it.
  public var gateDetail: String?

  /// Makes a clause.
  public init(
    text: String, role: ClauseRole, sentences: [SentenceIndex], events: [EventIndex], added: [String] = [],
    means: ClauseMeans = .worded,
    gate: String? = nil, gateDetail: String? = nil
  ) {
    self.text = text
    self.role = role
    self.sentences = sentences
    self.events = events
    self.added = added
    self.means = means
    self.gate = gate
    self.gateDetail = gateDetail
  }
}

/// A brief in one language.
public struct Brief: Sendable, Hashable {
  /// The headline.
  public var headline: String
  /// The positions of the sentences that the headline comes from, from 0.
  public var headlineSentences: [SentenceIndex]
  /// How the headline came to be.
  public var headlineMeans: ClauseMeans
  /// The clauses, in reading order.
  public var clauses: [Clause]

  /// Makes a brief.
  public init(
    headline: String, headlineSentences: [SentenceIndex], headlineMeans: ClauseMeans = .worded, clauses: [Clause]
  ) {
    self.headline = headline
    self.headlineSentences = headlineSentences
    self.headlineMeans = headlineMeans
    self.clauses = clauses
  }
}

/// Everything that Dispaccio knows of one report; the commit record is its byte form.
public struct Record: Sendable {
  /// The name of the record and of its files.
  public var id: String
  /// The facts of the source.
  public var source: Source
  /// The pipeline's name, version and `sha256:…` of its files.
  public var pipeline: (name: String, version: String, ruleset: String)
  /// Versions of what made the record: Dispaccio, ICU, CLD2.
  public var generator: (dispaccio: String, icu: String, cld2: String)
  /// The headline of the report, if it has one.
  public var title: TextSpan?
  /// When the report was published, only if it says so itself.
  public var published: String?
  /// The words of the day in the report's dateline, which may lack a year; it is shown on the page and stands among the
  /// record's dates.
  public var dateline: TextSpan?
  /// The language code and the confidence in hundredths.
  public var language: (code: String, percent: Int)
  /// The extracted text, UTF-8.
  public var text: [UInt8]
  /// The sentences, in order.
  public var sentences: [Sentence]
  /// The entities, in the order of their first mention.
  public var entities: [MentionedEntity]
  /// Names that no gazetteer knows.
  public var candidates: [Candidate]
  /// The events, in the order of the text.
  public var events: [Event]
  /// What the report holds to be so.
  public var statements: [Statement]
  /// The topics, strongest first.
  public var labels: [Label]
  /// The dates of the report, in the order of the text.
  public var dates: [EventDate]
  /// The positions of the sentences that say most, from 0.
  public var keySentences: [SentenceIndex]
  /// The briefs by the language that they are written in.
  public var briefs: ByLanguage<Brief>
  /// What a reader should know of the processing.
  public var warnings: [String]
  /// Whether the language is one whose events are read; else the briefs only quote.
  public var isRead = true
  /// The sentences of the briefs of which everything that was read is vouched for: only their events stand in the page's
  /// table.
  public var vouched: Set<SentenceIndex> = []
  /// For each event what it is called in the languages of the briefs; the record does not hold it.
  public var eventNames: [ByLanguage<String>] = []
  /// The unknown names of which the words around them say what they are, in the order of the text.
  public var unknownNames: [UnknownName] = []
  /// The agency or outlet that the report names as its own; nil if it names none.
  public var publisher: String?

  /// Makes a record.
  public init(
    id: String, source: Source, pipeline: (name: String, version: String, ruleset: String),
    generator: (dispaccio: String, icu: String, cld2: String), title: TextSpan?, published: String?,
    language: (code: String, percent: Int), text: [UInt8], sentences: [Sentence], entities: [MentionedEntity],
    candidates: [Candidate], events: [Event], statements: [Statement], labels: [Label], dates: [EventDate],
    keySentences: [SentenceIndex], briefs: ByLanguage<Brief>, warnings: [String]
  ) {
    self.id = id
    self.source = source
    self.pipeline = pipeline
    self.generator = generator
    self.title = title
    self.published = published
    self.language = language
    self.text = text
    self.sentences = sentences
    self.entities = entities
    self.candidates = candidates
    self.events = events
    self.statements = statements
    self.labels = labels
    self.dates = dates
    self.keySentences = keySentences
    self.briefs = briefs
    self.warnings = warnings
  }
}
