/// The layouts that gold can be made of.
public enum Conversion: String, Sendable, CaseIterable {
  /// Standoff marks: a file of marks (`.ann`) beside the text (`.txt`).
  case brat
  /// A token a line, its tag in the last column, sentences between empty lines.
  case conll
  /// JSON lines with toponyms and how they are used.
  case geowebnews
  /// JSON lines with toponyms.
  case lgl
  /// JSON lines with entities.
  case re3d
  /// JSON lines with tokens and tags.
  case kind

  /// The documents of a file.
  ///
  /// - Parameters:
  ///   - beside: the bytes of a file that goes along with it, by its suffix.
  ///   - join: how many sentences make a document where nothing says so.
  public func documents(
    file: String, bytes: [UInt8], join: Int, beside: (String) throws(EvaluationError) -> [UInt8]
  ) throws(EvaluationError) -> [GoldDocument] {
    switch self {
    case .brat: [try BratFile.document(file: file, marks: bytes, text: try beside(".txt"))]
    case .conll: try TaggedTokens.documents(file: file, columns: bytes, join: join)
    case .kind: try TaggedTokens.documents(file: file, lines: bytes, join: join)
    case .geowebnews, .lgl: try ToponymLines.documents(file: file, bytes: bytes)
    case .re3d: try EntityLines.documents(file: file, bytes: bytes)
    }
  }
}
