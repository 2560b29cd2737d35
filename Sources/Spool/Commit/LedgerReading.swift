import Instrumentation

/// Reads the ledger in pieces, so that a day of a hundred thousand lines is never held whole.
enum LedgerReading {
  private static let pieceLength = 1 << 20
  /// A line longer than this is no line of ours.
  private static let longestLine = 1 << 22
  /// How much of the ledger is read at a start.
  private static let historyBytes = 64 << 20
  private static let historyDays = 31

  /// Calls `body` with each line of a file, without its end; a last line that has no end is one too.
  static func forEachLine(
    of name: [UInt8], in folder: Folder, from offset: Int = 0, _ body: (ArraySlice<UInt8>) -> Void
  ) throws(SpoolError) {
    let file = try System.open(name, in: folder, for: .reading)
    let subject = folder.display(name)
    if offset > 0 { try System.skip(to: offset, of: file, subject) }
    var rest: [UInt8] = []
    while true {
      let piece = try System.readPiece(file, count: pieceLength, subject)
      if piece.isEmpty { break }
      rest += piece
      var start = 0
      while let end = rest[start...].firstIndex(of: 0x0a) {
        body(rest[start..<end])
        start = end + 1
      }
      rest.removeFirst(start)
      if rest.count > longestLine {
        body(rest[...])
        rest = []
      }
    }
    if !rest.isEmpty { body(rest[...]) }
  }

  /// Names of the days' files, the oldest first.
  static func days(in folder: Folder) throws(SpoolError) -> [[UInt8]] {
    let suffix = Array(".jsonl".utf8)
    return try DirectoryStream.names([0x2e], in: folder)
      .filter {
        $0.count == 14 && $0.suffix(6).elementsEqual(suffix) && $0.prefix(8).allSatisfy { (48...57).contains($0) }
      }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Remembers what the last days' lines tell of deliveries, at most 64 MiB of them. Errors cost memory, not documents.
  static func recall(into deliveries: Deliveries, from folder: Folder) {
    guard let days = try? days(in: folder) else { return }
    var room = historyBytes
    var chosen: [(name: [UInt8], offset: Int)] = []
    for name in days.suffix(historyDays).reversed() where room > 0 {
      guard let size = try? System.trace(name, in: folder).size else { continue }
      chosen.append((name, max(0, size - room)))
      room -= size
    }
    for (name, offset) in chosen.reversed() {
      try? forEachLine(of: name, in: folder, from: offset) { line in
        guard LedgerLine.value("event", in: line) == "delivered", let record = LedgerLine.value("id", in: line),
          let ruleset = LedgerLine.value("ruleset", in: line), LedgerLine.ticket(line) != nil
        else { return }
        deliveries.add(record, ruleset: ruleset, content: LedgerLine.value("sha256", in: line))
      }
    }
  }
}
