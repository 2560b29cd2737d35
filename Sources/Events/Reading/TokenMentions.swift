/// Which tokens begin a mention of an entity, where each mention ends and whom it names. Asked for every token, so it is
/// an array and no dictionary.
public struct TokenMentions: Sendable {
  /// A mention by its tokens.
  public struct Found: Sendable {
    /// One past the mention's last token.
    public var end: Int
    /// The entity, as a position in the gazetteer.
    public var entity: Int
  }

  /// For each token the position of its mention, plus one; shorter than the text where no more follow.
  private var positions: [Int32] = []
  private var mentions: [Found] = []

  /// Makes an empty map.
  public init() {}

  /// Notes a mention; a later one at the same token takes its place.
  public mutating func insert(_ tokens: Range<Int>, entity: Int) {
    if positions.count <= tokens.lowerBound {
      positions.append(contentsOf: repeatElement(0, count: tokens.lowerBound + 1 - positions.count))
    }
    mentions.append(Found(end: tokens.upperBound, entity: entity))
    positions[tokens.lowerBound] = Int32(mentions.count)
  }

  /// The mention that begins at a token.
  public subscript(token: Int) -> Found? {
    guard token < positions.count, positions[token] > 0 else { return nil }
    return mentions[Int(positions[token]) - 1]
  }
}
