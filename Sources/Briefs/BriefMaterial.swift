public import Clauses
public import DocumentModel
public import Events
public import Lexicons

/// What a brief is made of: the text, what was found in it, and what it says.
public struct BriefMaterial: Sendable {
  /// The extracted text.
  public var text: [UInt8]
  /// The sentences.
  public var sentences: [Sentence]
  /// The entities with their mentions.
  public var entities: [MentionedEntity]
  /// The frames.
  public var reading: DocumentReading
  /// The events of the record.
  public var events: [Event]
  /// For each frame its position among the events, or nil.
  public var positions: [EventIndex?]
  /// The language of the document.
  public var language: String
  /// Whether that language is one whose events are read.
  public var isRead: Bool
  /// The tokens, and those of each sentence as ranges into them.
  public var tokens: [Token]
  /// For each sentence its tokens.
  public var sentenceTokens: [Range<Int>]
  /// How the words of each sentence hang together.
  public var syntax: Syntax
  /// What the report says of itself.
  public var masthead: Masthead

  /// Gathers the material.
  public init(
    text: [UInt8], sentences: [Sentence], entities: [MentionedEntity], reading: DocumentReading, events: [Event],
    positions: [EventIndex?], language: String, isRead: Bool, tokens: [Token], sentenceTokens: [Range<Int>],
    syntax: Syntax,
    masthead: Masthead
  ) {
    self.text = text
    self.sentences = sentences
    self.entities = entities
    self.reading = reading
    self.events = events
    self.positions = positions
    self.language = language
    self.isRead = isRead
    self.tokens = tokens
    self.sentenceTokens = sentenceTokens
    self.syntax = syntax
    self.masthead = masthead
  }
}
