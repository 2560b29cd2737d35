import DocumentModel

/// What the choice between homonyms looks at, of one entity.
struct PlaceFacts {
  var type: EntityType
  var prior: Int
  /// The two letters of its country, packed; 0 for none.
  var country: UInt16
  /// The entity that it belongs to, or -1.
  var parent: Int
  /// Degrees east and north times 10,000; nil where not known.
  var point: (longitude: Int, latitude: Int)?
  var population: Int
  /// Whether a table of the world gave it.
  var isImported: Bool

  /// Whether it is somewhere.
  var isPlace: Bool { type == .place || type == .country || type == .facility }

  init(_ facts: Column, _ position: Int) {
    let row = facts.u32(position * 6)
    type = Gazetteer.type(row)
    prior = Int(row >> 8 & 0xFF)
    country = UInt16(truncatingIfNeeded: facts.u32(position * 6 + 1))
    isImported = facts.u32(position * 6 + 1) >> 16 != 0
    parent = Int(facts.u32(position * 6 + 2)) - 1
    let longitude = Int32(bitPattern: facts.u32(position * 6 + 3))
    let latitude = Int32(bitPattern: facts.u32(position * 6 + 4))
    point =
      longitude == EntityFacts.unknown || latitude == EntityFacts.unknown ? nil : (Int(longitude), Int(latitude))
    population = Int(facts.u32(position * 6 + 5))
  }

  /// About how many kilometres lie between two places; nil where one is not known. Good to a few per cent, in whole
  /// numbers: the same on every machine.
  func distance(to other: PlaceFacts) -> Int? {
    guard let point, let there = other.point else { return nil }
    var east = abs(point.longitude - there.longitude)
    if east > 1_800_000 { east = 3_600_000 - east }
    let north = abs(point.latitude - there.latitude)
    // A degree of longitude shrinks with the cosine, which a parabola follows closely: 1 at the equator, 0.5 at 60°.
    let middle = abs(point.latitude + there.latitude) / 2 / 1_000
    let shrink = max(0, 10_000 - middle * middle * 10_000 / 810_000 * 116 / 100)
    let x = east / 1_000 * shrink / 10_000
    let y = north / 1_000
    // Tenths of a degree are 11.1 km.
    return Int((Double(x * x + y * y)).squareRoot() * 11.1)
  }
}
