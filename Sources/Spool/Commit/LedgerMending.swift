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
      guard let folder = try? DoneDays.open(DoneDays.text(of: day), in: folders) else { continue }
      addLines(for: folder, event: "delivered", since: nil, known: known, into: &lines)
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

  private static func collectTickets(in name: [UInt8], folder: Folder, into known: inout Set<String>) {
    try? LedgerReading.forEachLine(of: name, in: folder) { line in
      if let ticket = LedgerLine.ticket(line) { known.insert(ticket) }
    }
  }

  // MARK: - Torn files

  /// How many lines of a day's file are torn or foreign.
  static func tornLines(of name: [UInt8], in folder: Folder) throws(SpoolError) -> Int {
    var torn = 0
    try LedgerReading.forEachLine(of: name, in: folder) { line in
      if LedgerLine.ticket(line) == nil { torn += 1 }
    }
    return torn
  }

  /// Writes a day's file anew from its good lines; the others are kept beside it, in `<name>.torn`. Readers see the old
  /// file or the new one. Returns how many lines were taken out.
  static func rebuild(_ name: [UInt8], in folder: Folder) throws(SpoolError) -> Int {
    guard try tornLines(of: name, in: folder) > 0 else { return 0 }
    let fresh = name + Array(".new".utf8)
    System.removeQuietly(fresh, in: folder)
    let good = try System.open(fresh, in: folder, for: .creating)
    let subject = folder.display(fresh)
    var torn: [UInt8] = []
    var kept: [UInt8] = []
    var count = 0
    var failure: SpoolError?
    try LedgerReading.forEachLine(of: name, in: folder) { line in
      if LedgerLine.ticket(line) == nil {
        count += 1
        // A file of NULs is worth no copy.
        if torn.count + line.count < 1 << 20 { torn += line + [0x0a] }
        return
      }
      kept += line + [0x0a]
      if kept.count > 1 << 20, failure == nil {
        do throws(SpoolError) { try System.write(kept, to: good, subject) } catch { failure = error }
        kept.removeAll(keepingCapacity: true)
      }
    }
    if let failure { throw failure }
    try System.write(kept, to: good, subject)
    try System.sync(good, subject)
    try good.close(subject)
    let beside = name + Array(".torn".utf8)
    let file = try System.open(beside, in: folder, for: .appending)
    try System.write(torn, to: file, folder.display(beside))
    try file.close(folder.display(beside))
    try System.rename(fresh, in: folder, to: name, in: folder)
    try System.sync(folder)
    return count
  }
}
