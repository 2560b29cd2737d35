import Instrumentation

/// The operator's moves between areas. Each is one rename, so that an item is always in one of them, whatever happens;
/// notes are written before, and nothing is deleted.
struct OperatorMoves {
  static let earlierReason = Array("earlier-reason.json".utf8)
  private static let reason = Array("reason.json".utf8)

  let folders: Folders
  let time: WallTime
  let isTrial: Bool

  /// Puts items of `failed/` and `deferred/` in line for another try, with their attempts forgotten.
  func retry(_ choice: ItemChoice) throws(SpoolError) -> MoveResult {
    var result = MoveResult()
    let found = try chosen(choice, in: [.failed, .deferred], &result)
    for item in found { ask(item, &result) }
    try sync(found)
    return result
  }

  /// Puts originals of `done/` in line again; their outputs stay until new ones replace them. What an operator dropped
  /// stays out of it, unless it is named.
  func reprocess(_ choice: ItemChoice) throws(SpoolError) -> MoveResult {
    var result = MoveResult()
    let found = try chosen(choice, in: [.done], &result)
    for item in found { ask(item, &result) }
    try sync(found)
    return result
  }

  /// Moves items of `failed/` and `deferred/` to `done/`, with the reason beside them and in the ledger: they are out of
  /// the way, and retention removes them some day.
  func drop(_ choice: ItemChoice, reason: String, by: String) throws(SpoolError) -> MoveResult {
    var result = MoveResult()
    let found = try chosen(choice, in: [.failed, .deferred], &result)
    if isTrial || found.isEmpty {
      result.tickets = found.map(\.text)
      return result
    }
    let day = try DoneDays.made(time, in: folders)
    let note = DropNote(reason: reason, by: by, time: time)
    for item in found {
      do throws(SpoolError) {
        let record = Spool.record(item.ticket, try ItemFolder.contents(item.ticket, in: item.folder))
        try System.replace(item.note(Array(DropNote.fileName.utf8)), with: note.bytes, in: item.folder)
        try System.rename(item.ticket, in: item.folder, to: item.ticket, in: day)
        result.tickets.append(item.text)
        result.lines.append(Self.dropLine(item.text, record, note))
      } catch {
        result.problems.append(error.description)
      }
    }
    try System.sync(day)
    try sync(found)
    return result
  }

  // MARK: - Choosing

  /// An item where it lies.
  struct Found {
    let ticket: [UInt8]
    let folder: Folder

    var text: String { String(decoding: ticket, as: UTF8.self) }

    func note(_ name: [UInt8]) -> [UInt8] { ticket + [0x2f] + name }
  }

  private func chosen(
    _ choice: ItemChoice, in areas: [SpoolArea], _ result: inout MoveResult
  ) throws(SpoolError) -> [Found] {
    var wanted: Set<String> = []
    if case .ids(let ids) = choice {
      wanted = Set(ids)
      if areas == [.done] { wanted.formUnion(tickets(ofRecords: wanted)) }
    }
    var matched: Set<String> = []
    var found: [Found] = []
    for (area, folder) in try places(areas) {
      for ticket in try SpoolContents.tickets(in: folder) {
        let text = String(decoding: ticket, as: UTF8.self)
        let isChosen: Bool
        switch choice {
        case .all: isChosen = area != .done || !isDropped(ticket, in: folder)
        case .since(let first):
          isChosen = TicketMint.time(of: text).map { $0 >= first } ?? false && !isDropped(ticket, in: folder)
        case .failureClass(let name):
          isChosen = (try? SpoolContents.item(ticket, of: area, in: folder, place: ""))?.failure == name
        case .ids:
          var names: Set<String> = [text]
          if area != .done, let id = SpoolContents.note("reason.json", of: ticket, in: folder)?.text("id") {
            names.insert(id)
          }
          names.formIntersection(wanted)
          matched.formUnion(names)
          isChosen = !names.isEmpty
        }
        if isChosen { found.append(Found(ticket: ticket, folder: folder)) }
      }
    }
    if case .ids(let ids) = choice {
      let records = areas == [.done] ? recordsOfTickets(matched) : []
      result.notFound = ids.filter { !matched.contains($0) && !records.contains($0) }
    }
    return found
  }

  private func places(_ areas: [SpoolArea]) throws(SpoolError) -> [(SpoolArea, Folder)] {
    var places: [(SpoolArea, Folder)] = []
    for area in areas {
      switch area {
      case .failed: places.append((.failed, folders.failed))
      case .deferred: places.append((.deferred, folders.deferred))
      case .done:
        for day in try DoneDays.all(in: folders) { places.append((.done, try DoneDays.open(day, in: folders))) }
      case .inbox, .work: continue
      }
    }
    return places
  }

  private func isDropped(_ ticket: [UInt8], in folder: Folder) -> Bool {
    (try? System.trace(ticket + [0x2f] + Array(DropNote.fileName.utf8), in: folder)) != nil
  }

  // The ledger knows which item became which record.

  private func tickets(ofRecords ids: Set<String>) -> Set<String> {
    forEachDelivery { ticket, id in ids.contains(id) ? ticket : nil }
  }

  private func recordsOfTickets(_ tickets: Set<String>) -> Set<String> {
    forEachDelivery { ticket, id in tickets.contains(ticket) ? id : nil }
  }

  private func forEachDelivery(_ body: (String, String) -> String?) -> Set<String> {
    var found: Set<String> = []
    for day in (try? LedgerReading.days(in: folders.ledger)) ?? [] {
      try? LedgerReading.forEachLine(of: day, in: folders.ledger) { line in
        if let id = LedgerLine.value("id", in: line), let ticket = LedgerLine.ticket(line), let name = body(ticket, id)
        {
          found.insert(name)
        }
      }
    }
    return found
  }

  // MARK: - Moving

  private func ask(_ item: Found, _ result: inout MoveResult) {
    do throws(SpoolError) {
      let contents = try ItemFolder.contents(item.ticket, in: item.folder)
      guard var record = Spool.record(item.ticket, contents) else {
        result.problems.append("\(item.text) has no original. Drop it, or put the file back into its original/.")
        return
      }
      result.tickets.append(item.text)
      if isTrial { return }
      let note = RetryNote(attempt: 0, notBefore: time, failure: nil)
      try System.replace(item.note(Array(RetryNote.fileName.utf8)), with: note.bytes, in: item.folder)
      for number in 0..<contents.attempts { ItemFolder.unmarkAttempt(item.ticket, number: number, in: item.folder) }
      System.removeQuietly(item.note(Array(DropNote.fileName.utf8)), in: item.folder)
      if item.folder !== folders.deferred {
        try System.rename(item.ticket, in: item.folder, to: item.ticket, in: folders.deferred)
      }
      // Why it failed before stays with it, under a name that a new failure does not take.
      do throws(SpoolError) {
        try System.rename(
          item.note(Self.reason), in: folders.deferred, to: item.note(Self.earlierReason), in: folders.deferred)
      } catch {
        if error.kind != .missing { throw error }
      }
      record.isAskedFor = true
      result.asked.append(record)
    } catch {
      result.tickets.removeAll { $0 == item.text }
      result.problems.append(error.description)
    }
  }

  private func sync(_ found: [Found]) throws(SpoolError) {
    if isTrial || found.isEmpty { return }
    var synced: [Folder] = []
    for folder in [folders.deferred] + found.map(\.folder) where !synced.contains(where: { $0 === folder }) {
      try System.sync(folder)
      synced.append(folder)
    }
  }

  private static func dropLine(_ ticket: String, _ record: ItemRecord?, _ note: DropNote) -> [UInt8] {
    var fields = Fields()
    fields.add("event", "dropped")
    fields.add("reason", note.reason)
    fields.add("by", note.by)
    fields.add("path", record.map { EscapedName.text($0.path) })
    fields.add("path_base64", record.map { Base64.text($0.path) })
    fields.add("finished", note.time.iso8601)
    return LedgerLine.bytes(ticket: ticket, fields)
  }
}
