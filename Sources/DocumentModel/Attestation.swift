/// What a file says of its report beside the report's own words: the head of a feed's item, the front matter of Markdown.
public struct Attestation: Sendable, Hashable {
  /// The day that it was published, as `2023-07-18`.
  public var published: String?
  /// The agency or outlet.
  public var publisher: String?
  /// Who wrote it.
  public var author: String?
  /// Where it can be read.
  public var url: String?

  /// Says nothing.
  public init(published: String? = nil, publisher: String? = nil, author: String? = nil, url: String? = nil) {
    self.published = published
    self.publisher = publisher
    self.author = author
    self.url = url
  }
}
