/// Reads JSON lines of texts with their `entities`, as re3d is passed on.
enum EntityLines {
  private struct Line: Decodable {
    struct Entity: Decodable {
      let begin: Int
      let end: Int
      let type: String
    }

    let id: String
    let text: String
    let entities: [Entity]
  }

  /// The documents; offsets count code points.
  static func documents(file: String, bytes: [UInt8]) throws(EvaluationError) -> [GoldDocument] {
    try JSONLines.values(of: Line.self, file: file, bytes: bytes, form: "text with entities").map { _, line in
      GoldDocument(
        id: line.id, text: line.text,
        mentions: line.entities.map { GoldDocument.Mention(start: $0.begin, end: $0.end, type: $0.type) }
          .sorted { ($0.start, $0.end) < ($1.start, $1.end) })
    }
  }
}
