internal import FoundationEssentials

/// A text with what a person has marked in it: one line of a file of gold.
public struct GoldDocument: Sendable, Hashable, Codable {
  /// A stretch of the text that a person has marked.
  public struct Mention: Sendable, Hashable, Codable {
    /// The first character.
    public var start: Int
    /// One past the last character.
    public var end: Int
    /// What kind of thing it is, in whatever words.
    public var type: String?
    /// The words that stand there.
    public var name: String?
    /// Degrees north, for a place.
    public var lat: Double?
    /// Degrees east, for a place.
    public var lon: Double?
    /// The thing itself: an id of the gazetteer, a Wikidata identifier.
    public var entity: String?

    /// Marks a stretch.
    public init(
      start: Int, end: Int, type: String? = nil, name: String? = nil, lat: Double? = nil, lon: Double? = nil,
      entity: String? = nil
    ) {
      self.start = start
      self.end = end
      self.type = type
      self.name = name
      self.lat = lat
      self.lon = lon
      self.entity = entity
    }
  }

  /// What the document is called.
  public var id: String
  /// The text.
  public var text: String
  /// What is marked.
  public var mentions: [Mention]

  /// Makes a document.
  public init(id: String, text: String, mentions: [Mention]) {
    self.id = id
    self.text = text
    self.mentions = mentions
  }

  private enum CodingKeys: CodingKey { case id, text, mentions }

  /// Reads a document; its id may be a number.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    text = try fields.decode(String.self, forKey: .text)
    mentions = try fields.decode([Mention].self, forKey: .mentions)
    id = try (try? fields.decode(Int.self, forKey: .id)).map { String($0) } ?? fields.decode(String.self, forKey: .id)
  }

  /// The document as a line of a file of gold, its end included.
  public func line() throws(EvaluationError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      throw EvaluationError(
        file: id, line: nil, "Writing the document as JSON failed.", "Look for a number that is none.")
    }
    return [UInt8](data) + [0x0A]
  }
}
