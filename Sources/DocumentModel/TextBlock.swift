/// A stretch of a text of which its file says what it is: a heading, an item of a list.
public struct TextBlock: Sendable, Hashable {
  /// What a stretch is in the layout of a report.
  public enum Kind: String, Sendable {
    /// The headline of the whole report.
    case title
    /// A headline inside it.
    case subhead
    /// A paragraph.
    case body
    /// An item of a list.
    case item
    /// Words that belong to a picture or to the page.
    case caption
  }

  /// What it is.
  public var kind: Kind
  /// Its bytes in the extracted text, without the white space around them.
  public var span: TextSpan

  /// Makes a block.
  public init(kind: Kind, span: TextSpan) {
    self.kind = kind
    self.span = span
  }
}
