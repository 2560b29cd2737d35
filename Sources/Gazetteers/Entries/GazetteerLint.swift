public import DocumentModel
import Lexicons

/// Looks for what is odd in tables of names, though each row can be read.
public struct GazetteerLint {
  private struct Owner {
    var id: String
    var file: String
    var line: Int
    var type: EntityType
  }

  private let regionName: (_ code: String, _ language: String) -> String?
  private var owners: [String: [Owner]] = [:]
  private var parents: [(file: String, line: Int, id: String, parent: String)] = []
  private var ids: Set<String> = []
  private var boxes: [String: Box] = [:]
  private var placed: [(file: String, line: Int, entity: Entity)] = []
  private var findings: [RuleError] = []

  /// Makes a lint.
  ///
  /// - Parameter regionName: the name of an ISO 3166 code in a language, for countries that give none of their own.
  public init(regionName: @escaping (_ code: String, _ language: String) -> String?) { self.regionName = regionName }

  /// Takes a table in.
  public mutating func add(file: String, bytes: [UInt8]) throws(RuleError) {
    var reader = try EntryReader(file: file, bytes: bytes, regionName: regionName)
    while let entry = try reader.next() {
      let entity = entry.entity
      ids.insert(entity.id)
      if let parent = entity.parent { parents.append((file, reader.line, entity.id, parent)) }
      if entity.coordinates != nil, entity.type != .country, entity.geonames == nil {
        placed.append((file, reader.line, entity))
      }
      if entity.geonames != nil, let code = entity.countries.first, let point = Self.point(entity) {
        boxes[code, default: Box(point)].take(point)
      }
      // What a table of the world gives is judged by what the report names, not by hand.
      guard entity.geonames == nil else { continue }
      checkGrammar(entity, file, reader.line)
      for alias in entry.aliases where !alias.isMarked && alias.text.utf8.count > 1 {
        owners[alias.text.lowercased(), default: []].append(
          Owner(id: entity.id, file: file, line: reader.line, type: entity.type))
      }
    }
  }

  /// What was found, in the order of the tables.
  public consuming func found() -> [RuleError] {
    checkOwners()
    for child in parents where !ids.contains(child.parent) {
      note(
        child.file, child.line, "\(child.id) belongs to \(child.parent), which no table has",
        "Name the id of a row, or leave the cell empty")
    }
    for (file, line, entity) in placed { checkPlace(entity, file, line) }
    return findings.sorted { one, other in
      (one.file, one.line ?? 0, one.message) < (other.file, other.line ?? 0, other.message)
    }
  }

  private mutating func note(_ file: String, _ line: Int, _ message: String, _ remedy: String) {
    findings.append(RuleError(file: file, line: line, message: message, remedy: remedy))
  }

  private mutating func checkGrammar(_ entity: Entity, _ file: String, _ line: Int) {
    let name = entity.italian.name
    let isPlace = entity.type == .place || entity.type == .facility
    if isPlace, entity.italian.preposition.isEmpty {
      note(file, line, "\(entity.id) lacks the word for “in” in Italian", "Fill it_in: a, in, nel, nella")
    }
    guard let first = name.unicodeScalars.first?.properties.lowercaseMapping.unicodeScalars.first else { return }
    let isVowel = "aeiouàèéìòù".unicodeScalars.contains(first)
    if ["il", "la"].contains(entity.italian.article), isVowel, !Self.isGlide(name) {
      note(file, line, "“\(entity.italian.article)” stands before the vowel of \(name)", "Write l'")
    }
    if ["i", "gli", "le"].contains(entity.italian.article) != entity.italian.agreement.isPlural,
      !entity.italian.article.isEmpty
    {
      note(file, line, "The article and the number of \(name) differ", "Write mp or fp with a plural article")
    }
  }

  /// "il Iucn" sounds like a consonant: i or u before a vowel.
  private static func isGlide(_ name: String) -> Bool {
    let letters = Array(name.lowercased().unicodeScalars.prefix(2))
    return letters.count == 2 && "iu".unicodeScalars.contains(letters[0]) && "aeiou".unicodeScalars.contains(letters[1])
  }

  /// Names that two entities share without a rule: places are told apart by the report, others are not.
  private mutating func checkOwners() {
    for (name, sharing) in owners where sharing.count > 1 {
      let distinct = Set(sharing.map(\.id))
      guard distinct.count > 1, sharing.contains(where: { $0.type != .place && $0.type != .facility }) else { continue }
      guard let last = sharing.last else { continue }
      let others = distinct.filter { $0 != last.id }.sorted().joined(separator: ", ")
      note(
        last.file, last.line, "“\(name)” of \(last.id) is a name of \(others) too",
        "Give both a context, =Name{word|word}, or take one out")
    }
  }

  /// A place lies among the towns of its country, or not far from them.
  private mutating func checkPlace(_ entity: Entity, _ file: String, _ line: Int) {
    guard let code = entity.countries.first, let box = boxes[code],
      let point = Self.point(entity), !box.holds(point, margin: 4)
    else { return }
    note(
      file, line, "\(entity.id) lies outside of its country \(code)",
      "Check the coordinates: longitude first, then latitude")
  }

  private static func point(_ entity: Entity) -> (east: Double, north: Double)? {
    guard let place = entity.coordinates, let east = Double(place.longitude), let north = Double(place.latitude) else {
      return nil
    }
    return (east, north)
  }

  /// Where the towns of a country lie, in degrees.
  private struct Box {
    var east: ClosedRange<Double>
    var north: ClosedRange<Double>

    init(_ point: (east: Double, north: Double)) {
      east = point.east...point.east
      north = point.north...point.north
    }

    mutating func take(_ point: (east: Double, north: Double)) {
      east = min(east.lowerBound, point.east)...max(east.upperBound, point.east)
      north = min(north.lowerBound, point.north)...max(north.upperBound, point.north)
    }

    func holds(_ point: (east: Double, north: Double), margin: Double) -> Bool {
      point.east >= east.lowerBound - margin && point.east <= east.upperBound + margin
        && point.north >= north.lowerBound - margin && point.north <= north.upperBound + margin
    }
  }
}
