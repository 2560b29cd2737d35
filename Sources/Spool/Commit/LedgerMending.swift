import Instrumentation

/// Finds items that ended without a line in the ledger: a crash came between the move and the line.
enum LedgerMending {
  /// Lines for the items of today and yesterday that have none. Reads two days of ledger and two folders of `done/`.
  static func missingLines(in folders: Folders, at time: WallTime) -> [[UInt8]] {
    var known: Set<String> = []
    var lines: [[UInt8]] = []
    let days = [time, time.adding(.seconds(-86_400))]
    for day in days { collectTickets(in: Ledger.fileName(of: day), folder: folders.ledger, into: &known) }
    for day in days {
      let (year, month, number) = day.day
      var folder: Folder? = folders.done
      for part in [String(year), month < 10 ? "0\(month)" : "\(month)", number < 10 ? "0\(number)" : "\(number)"] {
        folder = folder.flatMap { try? System.openFolder(Array(part.utf8), in: $0) }
      }
      if let folder { addLines(for: folder, event: "delivered", since: nil, known: known, into: &lines) }
    }
    addLines(for: folders.failed, event: "rejected", since: days[1], known: known, into: &lines)
    return lines
  }

  private static func addLines(
    for folder: Folder, event: String, since: WallTime?, known: Set<String>, into lines: inout [[UInt8]]
  ) {
    guard var stream = try? DirectoryStream([0x2e], in: folder) else { return }
    while let entry = try? stream.next() {
      let ticket = String(decoding: entry.name, as: UTF8.self)
      guard let received = TicketMint.time(of: ticket), !known.contains(ticket) else { continue }
      if let since, received < since { continue }
      let record = (try? ItemFolder.contents(entry.name, in: folder))?.record
      var fields = Fields()
      fields.add("event", event)
      fields.add("path", record.map { EscapedName.text($0.path) })
      fields.add("path_base64", record.map { Base64.text($0.path) })
      if let record { fields.add("bytes", record.size) }
      fields.add("received", (record?.received ?? received).iso8601)
      fields.add("mended", "true")
      lines.append(LedgerLine.bytes(ticket: ticket, fields))
    }
  }

  /// Reads a day's file in pieces, so that a large one is never held whole.
  private static func collectTickets(in name: [UInt8], folder: Folder, into known: inout Set<String>) {
    guard let file = try? System.open(name, in: folder, for: .reading) else { return }
    var rest: [UInt8] = []
    while let piece = try? System.readPiece(file, count: 1 << 20, folder.display(name)), !piece.isEmpty {
      rest += piece
      var start = 0
      while let end = rest[start...].firstIndex(of: 0x0a) {
        if let ticket = LedgerLine.ticket(rest[start..<end]) { known.insert(ticket) }
        start = end + 1
      }
      rest.removeFirst(start)
      // A line of megabytes is no line of ours.
      if rest.count > 1 << 22 { rest = [] }
    }
  }
}
