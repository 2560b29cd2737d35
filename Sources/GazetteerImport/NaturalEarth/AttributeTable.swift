/// Reads the table of attributes of a shapefile (`.dbf`, dBASE III) record by record.
struct AttributeTable: ~Copyable {
  private struct Field {
    var name: String
    var start: Int
    var count: Int
  }

  /// How many records there are.
  let count: Int
  /// The number of the record at hand, counted from 1.
  private(set) var number = 0

  private var file: InputFile
  private let recordCount: Int
  private let positions: [String: Field]

  var name: String { file.name }
  /// The names of the fields, in capitals, sorted.
  var fields: [String] { positions.keys.sorted() }

  /// Reads the header.
  init(_ path: String, log: ImportLog) throws(ImportError) {
    var file = try InputFile(path, log: log)
    let failure = ImportError(
      file: file.name, "The file does not begin as a table of attributes (.dbf) does.",
      "Name the .dbf of the shapefile, taken out of its zip.")
    guard let head = try file.next(count: 32), [0x03, 0x83, 0x8B, 0x30].contains(head[0]) else { throw failure }
    func number(_ index: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(head[index + $1]) << (8 * $1) }
    }
    let count = number(4, 4)
    let recordCount = number(10, 2)
    let headerCount = number(8, 2)
    guard headerCount > 33, recordCount > 1, let rest = try file.next(count: headerCount - 32) else { throw failure }
    var positions: [String: Field] = [:]
    var start = 1
    for at in stride(from: 0, to: rest.count - 31, by: 32) where rest[at] != 0x0D {
      let name = String(decoding: rest[at..<(at + 11)].prefix { $0 != 0 }, as: UTF8.self).uppercased()
      let width = Int(rest[at + 16])
      positions[name] = Field(name: name, start: start, count: width)
      start += width
    }
    guard start == recordCount else { throw failure }
    self.count = count
    self.recordCount = recordCount
    self.positions = positions
    self.file = file
  }

  /// The cells of the next record by the names of their fields, without those that are empty; nil at the end.
  mutating func next(_ wanted: Set<String>) throws(ImportError) -> [String: String]? {
    while number < count {
      number += 1
      guard let record = try file.next(count: recordCount) else {
        throw ImportError(
          file: file.name, line: number, "The file ends at record \(number) of \(count).",
          "Get it anew; it was cut off.")
      }
      // An asterisk marks what was deleted.
      if record[0] == 0x2A { continue }
      var cells: [String: String] = [:]
      for name in wanted {
        guard let field = positions[name] else { continue }
        let bytes = Bytes(rebasing: record[field.start..<(field.start + field.count)])
        let cell = Bytes(rebasing: bytes[..<(bytes.firstIndex(of: 0) ?? bytes.count)]).trimmed
        guard let text = cell.text else {
          throw ImportError(
            file: file.name, line: number, "The field \(name) of record \(number) is not UTF-8.",
            "Use a release of version 4 or later, whose tables are UTF-8.")
        }
        if !text.isEmpty { cells[name] = text }
      }
      return cells
    }
    return nil
  }
}
