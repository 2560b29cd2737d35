/// Reads the records of a table: cells between tabs, or between commas with quotation marks where a cell needs them.
struct SeparatedValues: ~Copyable {
  private var file: InputFile
  private let log: ImportLog
  /// Tab, comma or semicolon; known once the header was read.
  private var separator: UInt8?
  /// The line on which the record at hand begins.
  private(set) var line = 0

  var name: String { file.name }

  init(_ path: String, log: ImportLog) throws(ImportError) {
    file = try InputFile(path, log: log)
    self.log = log
  }

  /// The cells of the next record, or nil. Comments and empty lines are passed over.
  mutating func next() throws(ImportError) -> [String]? {
    while let bytes = try file.next() {
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) || bytes.first == UInt8(ascii: "#") { continue }
      line = file.line
      let separator = self.separator ?? Self.separator(of: bytes)
      self.separator = separator
      guard let text = bytes.text else {
        throw ImportError(file: name, line: line, "The line is not valid UTF-8.", "Save the table as UTF-8.")
      }
      if separator == 0x09 { return Self.plain(text) }
      return try quoted(text, separator: separator)
    }
    return nil
  }

  private static func separator(of header: Bytes) -> UInt8 {
    if header.contains(0x09) { return 0x09 }
    let commas = header.count { $0 == UInt8(ascii: ",") }
    return header.count { $0 == UInt8(ascii: ";") } > commas ? UInt8(ascii: ";") : UInt8(ascii: ",")
  }

  private static func plain(_ text: String) -> [String] {
    text.split(separator: "\t", omittingEmptySubsequences: false).map { trimmed(Array($0.utf8)[...]) }
  }

  private mutating func quoted(_ first: String, separator: UInt8) throws(ImportError) -> [String] {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var rest = Array(first.utf8)[...]
    while true {
      while let byte = rest.popFirst() {
        if isQuoted {
          if byte != UInt8(ascii: "\"") {
            cell.append(byte)
          } else if rest.first == UInt8(ascii: "\"") {
            cell.append(byte)
            rest = rest.dropFirst()
          } else {
            isQuoted = false
          }
        } else if byte == UInt8(ascii: "\""), cell.isEmpty {
          isQuoted = true
        } else if byte == separator {
          cells.append(Self.trimmed(cell[...]))
          cell.removeAll(keepingCapacity: true)
        } else {
          cell.append(byte)
        }
      }
      guard isQuoted else { break }
      // The cell goes on in the next line.
      guard cell.count < 1 << 20, let next = try file.next() else {
        throw ImportError(
          file: name, line: line, "A quotation mark is opened and never closed.", "Close it, or write it twice.")
      }
      cell.append(0x20)
      rest = Array(next)[...]
    }
    cells.append(Self.trimmed(cell[...]))
    return cells
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while bytes.first == 0x20 { bytes = bytes.dropFirst() }
    while bytes.last == 0x20 { bytes = bytes.dropLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
