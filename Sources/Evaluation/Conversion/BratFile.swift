/// Reads standoff marks as the annotation tool brat writes them.
enum BratFile {
  /// The document of one file of marks and its text. Offsets count code points.
  static func document(file: String, marks: [UInt8], text: [UInt8]) throws(EvaluationError) -> GoldDocument {
    guard let text = String(validating: text, as: UTF8.self), let marks = String(validating: marks, as: UTF8.self)
    else {
      throw EvaluationError(file: file, line: nil, "The marks or their text are not UTF-8.", "Save both as UTF-8.")
    }
    var mentions: [(id: String, mention: GoldDocument.Mention)] = []
    var entities: [String: String] = [:]
    for (index, line) in marks.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      switch line.utf8.first {
      case UInt8(ascii: "T"):
        // `T1 <tab> Location 0 5;10 15 <tab> words`: a mark in parts reaches from the first to the last.
        let words = cells.count > 1 ? cells[1].split(whereSeparator: { $0 == " " || $0 == ";" }) : []
        guard words.count > 2, let start = Int(words[1]), let end = words.last.flatMap({ Int($0) }) else {
          throw EvaluationError(
            file: file, line: index + 1, "The mark has no type with a start and an end.",
            "Write it as T1, a tab, Location 0 5, a tab and the words.")
        }
        mentions.append((String(cells[0]), GoldDocument.Mention(start: start, end: end, type: String(words[0]))))
      case UInt8(ascii: "N"):
        // `N1 <tab> Reference T1 Wikidata:Q23 <tab> words`
        let words = cells.count > 1 ? cells[1].split(separator: " ") : []
        guard words.count > 2, let entity = words[2].split(separator: ":").last else { continue }
        entities[String(words[1])] = String(entity)
      default: continue
      }
    }
    let name = file.split(separator: "/").last.map { String($0) } ?? file
    return GoldDocument(
      id: name.hasSuffix(".ann") ? String(name.dropLast(4)) : name, text: text,
      mentions: mentions.map { id, mention in
        var mention = mention
        mention.entity = entities[id]
        return mention
      })
  }
}
