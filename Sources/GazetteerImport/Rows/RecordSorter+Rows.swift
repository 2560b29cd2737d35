extension RecordSorter {
  /// Takes a finished row.
  mutating func add(_ row: GazetteerRow) throws(ImportError) {
    var bytes: [UInt8] = []
    row.append(to: &bytes)
    try add(key: SortKey.bytes(of: row.id), bytes)
  }

  /// Writes finished rows in the order of their ids; of those with one id the first, and the others are bad.
  consuming func writeUnique(
    into writer: inout RowWriter, log: ImportLog, file: String
  ) throws(ImportError) {
    try forEachGroup { (rows) throws(ImportError) in
      for row in rows.dropFirst() {
        let id = String(decoding: row.prefix { $0 != 0x09 }, as: UTF8.self)
        try log.leaveOut(
          ImportError(
            file: file, "The id \(id) is given \(rows.count) times.",
            "Rename one, or put both together; the first one is kept."))
      }
      guard let first = rows.first else { return }
      try writer.write(line: first)
      log.rowCount += 1
    }
  }
}
