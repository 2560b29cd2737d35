/// Makes rows of JRC-Names: a line for each spelling, with the number of whom it names.
public struct JRCNamesImporter {
  /// Where the facts come from, for whoever reads the table.
  public static let attribution = [
    "Facts: JRC-Names, European Commission, Joint Research Centre; reuse with acknowledgement (Decision 2011/833/EU)"
  ]

  private let files: [String]
  private let maxAliases: Int
  private let log: ImportLog
  private let fold: NameFold

  /// Imports tables of four columns: number, type, language, name with `+` for spaces.
  public init(files: [String], maxAliases: Int = 40, log: ImportLog) throws(ImportError) {
    self.files = files
    self.maxAliases = maxAliases
    self.log = log
    fold = try NameFold()
  }

  /// Imports all and gives the rows to `writer`.
  public func run(into writer: inout RowWriter) throws(ImportError) {
    var sorter = RecordSorter()
    for path in files { try read(path, into: &sorter) }
    let log = log
    let maxAliases = maxAliases
    var aliases = AliasList(fold)
    try sorter.forEachGroup { (records) throws(ImportError) in
      guard let row = try Self.row(of: records, limit: maxAliases, &aliases) else { return }
      try writer.write(row)
      log.rowCount += 1
    }
  }

  private func read(_ path: String, into sorter: inout RecordSorter) throws(ImportError) {
    var file = try InputFile(path, log: log)
    var cells = Cells()
    while let line = try file.next() {
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      log.readCount += 1
      cells.cut(line)
      guard cells.count >= 4, let number = cells[0].natural, !cells[3].isEmpty, line.isText else {
        try log.leaveOut(
          ImportError(
            file: file.name, line: file.line, "The line is not number, type, language and name.",
            "Use the table of JRC-Names, unpacked."))
        continue
      }
      try sorter.add(key: SortKey.bytes(of: number), line)
    }
  }

  /// The row of one number; nil for what is neither a person nor an organization.
  private static func row(
    of records: [[UInt8]], limit: Int, _ aliases: inout AliasList
  ) throws(ImportError) -> GazetteerRow? {
    let spellings = records.map { record in
      String(decoding: record, as: UTF8.self).split(separator: "\t", omittingEmptySubsequences: false).map { cell in
        String(cell.map { $0 == "+" ? " " : $0 })
      }
    }
    guard let first = spellings.first(where: { isPlain($0[3]) }),
      let type = ["P": "person", "O": "organization"][first[1]]
    else { return nil }
    func name(in language: String) -> String { spellings.first { $0[2] == language && isPlain($0[3]) }?[3] ?? "" }
    var row = GazetteerRow(id: "jrc-\(first[0])", type: type, feature: "", prior: 3, name: first[3])
    row.italian = name(in: "it")
    row.english = name(in: "en")
    try aliases.begin(names: [row.name, row.italian, row.english])
    // One word alone names too many people.
    for spelling in spellings where type != "person" || spelling[3].contains(" ") { try aliases.add(spelling[3]) }
    row.aliases = aliases.texts(limit: limit, onlyLatin: false)
    row.dropRepeatedNames()
    return row
  }

  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && !name.utf8.contains { $0 < 0x20 || "{}@;".utf8.contains($0) }
  }
}
