import DocumentModel

/// The cells of an entity as they lie in a compiled gazetteer: a count of bytes as one or five bytes, then UTF-8.
enum EntityCells {
  /// The cells, in order; what is the same as another is empty.
  enum Cell: Int, CaseIterable {
    case id, italian, italianFull, italianArticle, italianPreposition, italianAgreement, english, englishFull,
      englishPreposition, englishMarks, countries, parent, longitude, latitude, wikidata, geonames
  }

  /// The cells of an entity.
  static func bytes(of entity: Entity) -> [UInt8] {
    var bytes: [UInt8] = []
    for cell in Cell.allCases {
      let text = text(cell, entity).utf8
      if text.count < 255 {
        bytes.append(UInt8(text.count))
      } else {
        bytes.append(255)
        withUnsafeBytes(of: UInt32(text.count).littleEndian) { bytes += $0 }
      }
      bytes += text
    }
    return bytes
  }

  private static func text(_ cell: Cell, _ entity: Entity) -> String {
    switch cell {
    case .id: entity.id
    case .italian: entity.italian.name
    case .italianFull: entity.italian.full ?? ""
    case .italianArticle: entity.italian.article
    case .italianPreposition: entity.italian.preposition
    case .italianAgreement: entity.italian.agreement.rawValue
    case .english: entity.english.name == entity.italian.name ? "" : entity.english.name
    case .englishFull: entity.english.full ?? ""
    case .englishPreposition: entity.english.preposition == "in" ? "" : entity.english.preposition
    case .englishMarks: (entity.english.takesArticle ? "t" : "") + (entity.english.isPlural ? "p" : "")
    case .countries: entity.countries.joined(separator: ",")
    case .parent: entity.parent ?? ""
    case .longitude: entity.coordinates?.longitude ?? ""
    case .latitude: entity.coordinates?.latitude ?? ""
    case .wikidata: entity.wikidata ?? ""
    case .geonames: entity.geonames ?? ""
    }
  }

  /// The id alone.
  static func id(in bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    guard let count = bytes.first, count < 255, bytes.count > Int(count) else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(rebasing: bytes[1..<(1 + Int(count))])
  }

  /// The entity that cells describe; its type, feature, prior and population stand among the facts.
  static func entity(
    in bytes: UnsafeRawBufferPointer, type: EntityType, feature: String, prior: Int, population: Int
  ) -> Entity {
    var cells: [String] = []
    cells.reserveCapacity(Cell.allCases.count)
    var offset = 0
    for _ in Cell.allCases {
      guard offset < bytes.count else {
        cells.append("")
        continue
      }
      var count = Int(bytes[offset])
      offset += 1
      if count == 255 {
        count = Int(
          Column(bytes: bytes).bytes(offset, offset + 4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
        offset += 4
      }
      let end = min(bytes.count, offset + count)
      cells.append(offset < end ? String(decoding: bytes[offset..<end], as: UTF8.self) : "")
      offset = end
    }
    func cell(_ cell: Cell) -> String { cells[cell.rawValue] }
    func optional(_ cell: Cell) -> String? { cells[cell.rawValue].isEmpty ? nil : cells[cell.rawValue] }
    let italian = cell(.italian)
    let marks = cell(.englishMarks)
    var entity = Entity(
      id: cell(.id), type: type, feature: feature, prior: prior,
      italian: Entity.ItalianName(
        name: italian, full: optional(.italianFull), article: cell(.italianArticle),
        agreement: Agreement(rawValue: cell(.italianAgreement)) ?? .masculine, preposition: cell(.italianPreposition)),
      english: Entity.EnglishName(
        name: optional(.english) ?? italian, full: optional(.englishFull), takesArticle: marks.hasPrefix("t"),
        isPlural: marks.hasSuffix("p"), preposition: optional(.englishPreposition) ?? "in"),
      countries: cell(.countries).split(separator: ",").map(String.init), parent: optional(.parent),
      coordinates: optional(.longitude).map { Coordinates(longitude: $0, latitude: cell(.latitude)) },
      wikidata: optional(.wikidata))
    entity.geonames = optional(.geonames)
    entity.population = population > 0 ? population : nil
    return entity
  }
}
