/// What a sentence is in the layout of a report.
public enum SentenceKind: String, Sendable {
  /// Running text.
  case body
  /// The headline of the whole report.
  case title
  /// A headline inside the report.
  case subhead
  /// A line of a list.
  case item
  /// A line that is no text of the report: a byline, a bare date, a note of rights, a link.
  case furniture
}

/// One sentence of a document; its name in the record is `s` and its position counted from 1.
public struct Sentence: Sendable, Hashable {
  /// The bytes of the sentence, without the white space around it.
  public var span: TextSpan
  /// ISO 639-1 code, or `und`.
  public var language: String
  /// Its place in the layout.
  public var kind: SentenceKind
  /// The paragraph it stands in, counted from 0.
  public var paragraph: Int

  /// Makes a sentence.
  public init(span: TextSpan, language: String, kind: SentenceKind, paragraph: Int) {
    self.span = span
    self.language = language
    self.kind = kind
    self.paragraph = paragraph
  }
}
