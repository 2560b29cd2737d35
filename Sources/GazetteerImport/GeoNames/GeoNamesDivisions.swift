/// The first divisions of countries (`IT.09`), and which of them have a row.
struct GeoNamesDivisions {
  /// One line of the file.
  struct Division {
    var place: UInt64
    var name: String
    var country: String
  }

  private var byCode: [[UInt8]: Division] = [:]
  private(set) var used: [UInt64: Division] = [:]

  init() {}

  /// Reads `admin1CodesASCII.txt`: code, name, name in ASCII, id.
  init(_ path: String, log: ImportLog) throws(ImportError) {
    var file = try InputFile(path, log: log)
    var cells = Cells()
    while let line = try file.next() {
      guard !line.isEmpty, line.first != UInt8(ascii: "#") else { continue }
      cells.cut(line)
      guard cells.count == 4, line.isText, let place = cells[3].natural, cells[0].count > 3 else {
        try log.leaveOut(
          ImportError(
            file: file.name, line: file.line, "The line is no division: code, name, name in ASCII, id.",
            "Use admin1CodesASCII.txt as GeoNames gives it."))
        continue
      }
      byCode[Array(cells[0])] = Division(
        place: place, name: String(decoding: cells[1].trimmed, as: UTF8.self),
        country: String(decoding: cells[0].prefix(2), as: UTF8.self))
    }
  }

  /// The division that a place lies in; remembers that it is somebody's parent.
  mutating func parent(of place: GeoNamesPlace) -> UInt64? {
    guard !byCode.isEmpty else { return nil }
    guard let division = byCode[Array(place.country) + [UInt8(ascii: ".")] + Array(place.division)],
      division.place != place.id
    else { return nil }
    used[division.place] = division
    return division.place
  }
}
