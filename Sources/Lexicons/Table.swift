public import DocumentModel
public import Languages

/// A file of words: tab-separated cells under a header, with `#` comments and blank lines anywhere.
///
/// The header must name exactly the columns asked for, and every row must have exactly as many cells, so that a
/// forgotten tab is found at once and not as a strange word much later. Reading is linear in the size of the file.
public struct Table: Sendable {
  /// The file, as it was named to the reader; errors quote it.
  public let file: String
  /// The column names, in order.
  public let columns: [String]
  /// The rows, in the order of the file.
  public let rows: [Row]

  /// One row of a table.
  public struct Row: Sendable, Hashable {
    /// The line of the file, counted from 1.
    public let line: Int
    /// The cells, as many as there are columns, without white space at their ends.
    public let cells: [String]

    /// The cell in a column, counted from 0.
    public subscript(_ column: Int) -> String { cells[column] }

    /// The non-empty parts of a cell that holds several, separated by `;` or another sign.
    public func list(_ column: Int, separator: Unicode.Scalar = ";") -> [String] {
      Table.parts(of: cells[column], separator: UInt8(ascii: separator))
    }
  }

  /// Reads a table.
  ///
  /// UTF-8, lines ending in LF or CR LF, a leading byte-order mark forgiven. Fails on text that is no UTF-8, on a
  /// missing or different header, and on a row with too few or too many cells.
  public init(file: String, bytes: [UInt8], columns: [String]) throws(RuleError) {
    self.file = file
    self.columns = columns
    var rows: [Row] = []
    try Self.forEachRow(file: file, bytes: bytes, columns: columns) { rows.append($0) }
    self.rows = rows
  }

  /// Calls with each row of a table, in the order of the file, and keeps none: for tables of which little is wanted. Fails as
  /// the reading of a whole table does.
  public static func forEachRow(
    file: String, bytes: [UInt8], columns: [String], _ body: (Row) throws(RuleError) -> Void
  ) throws(RuleError) {
    var hasHeader = false
    try bytes.withUnsafeBufferPointer { (bytes) throws(RuleError) in
      var number = 0
      var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      while start < bytes.count {
        number += 1
        var end = start
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        var line = UnsafeBufferPointer(rebasing: bytes[start..<end])
        start = end + 1
        if line.last == 0x0D { line = UnsafeBufferPointer(rebasing: line.dropLast()) }
        if line.first == UInt8(ascii: "#") || line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
        guard let cells = Self.cells(of: line, expecting: columns.count) else {
          throw RuleError(
            file: file, line: number, message: "the line is not valid UTF-8", remedy: "Save the file as UTF-8")
        }
        if hasHeader {
          try Table.check(cells, against: columns, file: file, line: number)
          try body(Row(line: number, cells: cells))
        } else {
          try Table.check(header: cells, against: columns, file: file, line: number)
          hasHeader = true
        }
      }
    }
    guard hasHeader else {
      throw RuleError(
        file: file, line: nil, message: "the table has no header",
        remedy: "Write the column names, separated by tabs, on the first line: \(columns.joined(separator: " "))")
    }
  }

  /// The cells of a line; nil if it is not UTF-8.
  private static func cells(of line: UnsafeBufferPointer<UInt8>, expecting count: Int) -> [String]? {
    // Most lines are ASCII; the others are checked once and not cell by cell.
    var all: UInt8 = 0
    for byte in line { all |= byte }
    guard all < 0x80 || String(validating: line, as: UTF8.self) != nil else { return nil }
    var cells: [String] = []
    cells.reserveCapacity(count)
    var start = 0
    while start <= line.count {
      var end = start
      while end < line.count, line[end] != 0x09 { end += 1 }
      var (first, last) = (start, end)
      while first < last, line[first] == 0x20 { first += 1 }
      while last > first, line[last - 1] == 0x20 { last -= 1 }
      if first == last {
        cells.append("")
      } else {
        cells.append(String(decoding: UnsafeBufferPointer(rebasing: line[first..<last]), as: UTF8.self))
      }
      start = end + 1
    }
    return cells
  }

  /// The parts of a text between separators, without spaces at their ends and without empty ones.
  public static func parts(of text: String, separator: UInt8) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      var found: [String] = []
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != separator { end += 1 }
        var (first, last) = (start, end)
        while first < last, bytes[first] == 0x20 { first += 1 }
        while last > first, bytes[last - 1] == 0x20 { last -= 1 }
        if first < last {
          found.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[first..<last]), as: UTF8.self))
        }
        start = end + 1
      }
      return found
    }
  }

  /// An error at a row of this table.
  public func error(at row: Row, _ message: String, remedy: String) -> RuleError {
    RuleError(file: file, line: row.line, message: message, remedy: remedy)
  }

  /// The error of a word at a row of this table.
  public func error(at row: Row, _ cause: MorphologyError) -> RuleError {
    RuleError(file: file, line: row.line, message: cause.message, remedy: cause.remedy)
  }

  private static func check(
    header: [String], against columns: [String], file: String, line: Int
  ) throws(RuleError) {
    guard header != columns else { return }
    let wanted = columns.joined(separator: " ")
    let found = header.joined(separator: " ")
    throw RuleError(
      file: file, line: line, message: "the header reads “\(found)”",
      remedy: found == wanted
        ? "Separate the column names by tabs, not spaces"
        : "Name exactly these columns, separated by tabs: \(wanted)")
  }

  private static func check(
    _ cells: [String], against columns: [String], file: String, line: Int
  ) throws(RuleError) {
    guard cells.count != columns.count else { return }
    let remedy =
      cells.count < columns.count
      ? "Add tabs for the empty cells; “\(columns[cells.count])” is the first column without one"
      : "Remove the tabs after “\(columns[columns.count - 1])”"
    throw RuleError(
      file: file, line: line, message: "the row has \(cells.count) of \(columns.count) cells", remedy: remedy)
  }
}
