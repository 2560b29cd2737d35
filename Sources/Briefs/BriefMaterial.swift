public import DocumentModel
public import Events

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
  public var positions: [Int?]
  /// The language of the document.
  public var language: String

  /// Gathers the material.
  public init(
    text: [UInt8], sentences: [Sentence], entities: [MentionedEntity], reading: DocumentReading, events: [Event],
    positions: [Int?], language: String
  ) {
    self.text = text
    self.sentences = sentences
    self.entities = entities
    self.reading = reading
    self.events = events
    self.positions = positions
    self.language = language
  }
}
