/// The first divisions that the gazetteer's own tables hold, and which of GeoNames' codes each of them is.
///
/// GeoNames' table of towns says `US.TX` and not what that is called. The towns of a code lie around the middle of their
/// division: codes and divisions of a country are paired by that distance, the nearest first, each once.
struct OwnRegions {
  private struct Region {
    var id: String
    var country: String
    var point: Point
  }

  private struct Point {
    var longitude: Double
    var latitude: Double
  }

  private struct Middle {
    var count = 0.0
    var longitude = 0.0
    var latitude = 0.0
  }

  /// What tables call a first division.
  private static let features: Set<String> = ["state", "region", "province", "district"]
  /// Farther from its towns no division's middle lies, but for those of Siberia.
  private static let reach = 900.0

  private var regions: [Region] = []
  private var middles: [String: Middle] = [:]

  /// Reads gazetteer tables: rows with an id, a feature, one country, coordinates and no parent.
  init(_ paths: [String], log: ImportLog) throws(ImportError) {
    for path in paths {
      var file = try InputFile(path, log: log)
      var cells = Cells()
      var columns: [String: Int] = [:]
      while let line = try file.next() {
        guard !line.isEmpty, line.first != UInt8(ascii: "#") else { continue }
        cells.cut(line)
        guard !columns.isEmpty else {
          for column in 0..<cells.count { columns[cells[column].text ?? ""] = column }
          continue
        }
        if let region = Self.region(cells, columns) { regions.append(region) }
      }
    }
  }

  private static func region(_ cells: Cells, _ columns: [String: Int]) -> Region? {
    func cell(_ name: String) -> String {
      columns[name].flatMap { $0 < cells.count ? cells[$0].text : nil } ?? ""
    }
    guard cell("type") == "place", features.contains(cell("feature")), cell("parent").isEmpty,
      cell("country").utf8.count == 2, let point = point(cell("coordinates"))
    else { return nil }
    return Region(id: cell("id"), country: cell("country"), point: point)
  }

  private static func point(_ cell: String) -> Point? {
    let parts = cell.split(separator: ",").compactMap { Double($0) }
    return parts.count == 2 ? Point(longitude: parts[0], latitude: parts[1]) : nil
  }

  /// Notes a place of a code.
  mutating func add(code: String, coordinates: String) {
    guard !regions.isEmpty, let point = Self.point(coordinates) else { return }
    middles[code, default: Middle()].count += 1
    middles[code]?.longitude += point.longitude
    middles[code]?.latitude += point.latitude
  }

  /// The id of the division of each code, when all places are read.
  func paired() -> [String: String] {
    let byCountry = Dictionary(grouping: regions, by: \.country)
    var pairs: [(distance: Double, code: String, region: String)] = []
    for (code, middle) in middles {
      let point = Point(longitude: middle.longitude / middle.count, latitude: middle.latitude / middle.count)
      for region in byCountry[String(code.prefix(2))] ?? [] {
        let distance = Self.distance(point, region.point)
        if distance < Self.reach { pairs.append((distance, code, region.id)) }
      }
    }
    pairs.sort { one, other in
      if one.distance != other.distance { return one.distance < other.distance }
      return one.code != other.code ? one.code < other.code : one.region < other.region
    }
    var found: [String: String] = [:]
    var taken: Set<String> = []
    for pair in pairs where found[pair.code] == nil && taken.insert(pair.region).inserted {
      found[pair.code] = pair.region
    }
    return found
  }

  /// Kilometres, good to a few per cent: a degree of longitude shrinks with the cosine, which a parabola follows.
  private static func distance(_ one: Point, _ other: Point) -> Double {
    var east = abs(one.longitude - other.longitude)
    if east > 180 { east = 360 - east }
    let middle = (one.latitude + other.latitude) / 2
    let shrunk = east * max(0, 1 - middle * middle / 6_980)
    let north = one.latitude - other.latitude
    return 111 * (shrunk * shrunk + north * north).squareRoot()
  }
}
