/// Reads JSON lines of texts with their `toponyms`, as GeoWebNews and LGL are passed on.
enum ToponymLines {
  private struct Line: Decodable {
    struct Toponym: Decodable {
      let name: String
      let start: Int
      let end: Int
      let lat: Double?
      let lon: Double?
      let geonameid: String?
      let type: String?
    }

    let id: String
    let text: String
    let toponyms: [Toponym]
  }

  /// The documents. A use as something else's name (`Homonym`) is no mark: who finds a place there is wrong. Marks that
  /// lie outside of their text are dropped.
  static func documents(file: String, bytes: [UInt8]) throws(EvaluationError) -> [GoldDocument] {
    try JSONLines.values(of: Line.self, file: file, bytes: bytes, form: "text with toponyms").map { _, line in
      let count = line.text.unicodeScalars.count
      let mentions = line.toponyms.filter { $0.type != "Homonym" && $0.start >= 0 && $0.end <= count }.map { toponym in
        let isPlace = toponym.lat != nil && toponym.lon != nil
        let id = toponym.geonameid ?? ""
        return GoldDocument.Mention(
          start: toponym.start, end: toponym.end, type: isPlace ? "place" : toponym.type ?? "without coordinates",
          name: toponym.name, lat: toponym.lat, lon: toponym.lon, entity: id.isEmpty ? nil : "gn-\(id)")
      }
      return GoldDocument(
        id: line.id, text: line.text, mentions: mentions.sorted { ($0.start, $0.end) < ($1.start, $1.end) })
    }
  }
}
