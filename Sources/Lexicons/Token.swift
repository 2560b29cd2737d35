public import DocumentModel

/// What a token is.
public enum TokenKind: UInt8, Sendable {
  case word
  /// Digits, perhaps with separators.
  case number
  case comma, colon, semicolon, dash, openQuote, closeQuote, quote, openParenthesis, closeParenthesis
  /// Full stop, question mark, exclamation mark, ellipsis.
  case stop
  case other
}

/// One word, number or mark of a text.
///
/// `word` is the number of its case-folded form with accents: "attaccò" is not "attacco".
public struct Token: Sendable {
  /// The first byte in the extracted text.
  public var start: Int32
  /// One past the last byte in the extracted text.
  public var end: Int32
  /// The number of the folded form, or `Vocabulary.unknown`.
  public var word: Int32
  /// What it is.
  public var kind: TokenKind
  /// Whether its first letter is upper case.
  public var isCapitalized: Bool
  /// Whether it has two letters or more and all are upper case.
  public var isAllCapitals: Bool
  /// Whether it touches the token before it, or only a hyphen stands between.
  public var isJoined: Bool

  /// Makes a token.
  public init(
    start: Int, end: Int, word: Int32 = Vocabulary.unknown, kind: TokenKind,
    isCapitalized: Bool = false, isAllCapitals: Bool = false, isJoined: Bool = false
  ) {
    self.start = Int32(start)
    self.end = Int32(end)
    self.word = word
    self.kind = kind
    self.isCapitalized = isCapitalized
    self.isAllCapitals = isAllCapitals
    self.isJoined = isJoined
  }

  /// The bytes that it covers.
  public var span: TextSpan { TextSpan(Int(start), Int(end)) }
}
