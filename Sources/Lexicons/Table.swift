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
    public func list(_ column: Int, separator: Character = ";") -> [String] {
      cells[column].split(separator: separator).map(trimmed).filter { !$0.isEmpty }
    }
  }

  /// Reads a table.
  ///
  /// UTF-8, lines ending in LF or CR LF, a leading byte-order mark forgiven. Fails on text that is no UTF-8, on a
  /// missing or different header, and on a row with too few or too many cells.
  public init(file: String, bytes: [UInt8], columns: [String]) throws(LexiconError) {
    self.file = file
    self.columns = columns
    var rows: [Row] = []
    var hasHeader = false
    var number = 0
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while !rest.isEmpty {
      number += 1
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      var line = rest[rest.startIndex..<end]
      rest = end < rest.endIndex ? rest[(end + 1)...] : rest[rest.endIndex...]
      if line.last == 0x0D { line = line.dropLast() }
      if line.first == UInt8(ascii: "#") || line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      guard let text = String(validating: line, as: UTF8.self) else {
        throw LexiconError(
          file: file, line: number, message: "the line is not valid UTF-8", remedy: "Save the file as UTF-8")
      }
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(trimmed)
      if hasHeader {
        try Table.check(cells, against: columns, file: file, line: number)
        rows.append(Row(line: number, cells: cells))
      } else {
        try Table.check(header: cells, against: columns, file: file, line: number)
        hasHeader = true
      }
    }
    guard hasHeader else {
      throw LexiconError(
        file: file, line: nil, message: "the table has no header",
        remedy: "Write the column names, separated by tabs, on the first line: \(columns.joined(separator: " "))")
    }
    self.rows = rows
  }

  /// An error at a row of this table.
  public func error(at row: Row, _ message: String, remedy: String) -> LexiconError {
    LexiconError(file: file, line: row.line, message: message, remedy: remedy)
  }

  /// The error of a word at a row of this table.
  public func error(at row: Row, _ cause: MorphologyError) -> LexiconError {
    LexiconError(file: file, line: row.line, message: cause.message, remedy: cause.remedy)
  }

  private static func check(
    header: [String], against columns: [String], file: String, line: Int
  ) throws(LexiconError) {
    guard header != columns else { return }
    let wanted = columns.joined(separator: " ")
    let found = header.joined(separator: " ")
    throw LexiconError(
      file: file, line: line, message: "the header reads “\(found)”",
      remedy: found == wanted
        ? "Separate the column names by tabs, not spaces"
        : "Name exactly these columns, separated by tabs: \(wanted)")
  }

  private static func check(
    _ cells: [String], against columns: [String], file: String, line: Int
  ) throws(LexiconError) {
    guard cells.count != columns.count else { return }
    let remedy =
      cells.count < columns.count
      ? "Add tabs for the empty cells; “\(columns[cells.count])” is the first column without one"
      : "Remove the tabs after “\(columns[columns.count - 1])”"
    throw LexiconError(
      file: file, line: line, message: "the row has \(cells.count) cells instead of \(columns.count)", remedy: remedy)
  }
}

/// The text without spaces at its ends.
func trimmed(_ text: some StringProtocol) -> String {
  var part = text[...]
  while let first = part.first, first == " " { part = part.dropFirst() }
  while let last = part.last, last == " " { part = part.dropLast() }
  return String(part)
}
