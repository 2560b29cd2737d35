public import Instrumentation

/// Which items an operator means.
public enum ItemChoice: Sendable, Equatable {
  /// Those of these tickets, or of these records.
  case ids([String])
  /// All.
  case all
  /// Those that failed with this class.
  case failureClass(String)
  /// Those that were taken at this time or later.
  case since(WallTime)
}

/// What became of an operator's wish.
public struct ShelfChange: Sendable {
  /// The items that were moved, or that would be.
  public internal(set) var tickets: [String] = []
  /// The ids that no item bears.
  public internal(set) var notFound: [String] = []
  /// A sentence for each item that could not be moved.
  public internal(set) var problems: [String] = []
  /// What is to be done now, for a daemon that runs.
  var asked: [ItemRecord] = []
  /// Lines for the ledger.
  var lines: [[UInt8]] = []
}

/// What `drop.json` says of an item that an operator dropped.
struct DropNote {
  static let fileName = "drop.json"

  let reason: String
  let by: String
  let time: WallTime

  var bytes: [UInt8] {
    var fields = Fields()
    fields.add("reason", reason)
    fields.add("by", by)
    fields.add("when", time.iso8601)
    var line: [UInt8] = []
    FlatJSONWriter.append(fields, to: &line)
    line.append(0x0a)
    return line
  }
}

/// The operator's moves between shelves. Each is one rename, so that an item is always on one of them, whatever happens;
/// notes are written before, and nothing is deleted.
struct ShelfWork {
  static let earlierReason = Array("earlier-reason.json".utf8)
  private static let reason = Array("reason.json".utf8)

  let folders: Folders
  let time: WallTime
  let isTrial: Bool

  /// Puts items of `failed/` and `deferred/` in line for another try, with their attempts forgotten.
  func retry(_ choice: ItemChoice) throws(SpoolError) -> ShelfChange {
    var change = ShelfChange()
    let found = try chosen(choice, on: [.failed, .deferred], &change)
    for item in found { ask(item, &change) }
    try sync(found)
    return change
  }

  /// Puts originals of `done/` in line again; their outputs stay until new ones replace them. What an operator dropped
  /// stays out of it, unless it is named.
  func reprocess(_ choice: ItemChoice) throws(SpoolError) -> ShelfChange {
    var change = ShelfChange()
    let found = try chosen(choice, on: [.done], &change)
    for item in found { ask(item, &change) }
    try sync(found)
    return change
  }

  /// Moves items of `failed/` and `deferred/` to `done/`, with the reason beside them and in the ledger: they are out of
  /// the way, and retention removes them some day.
  func drop(_ choice: ItemChoice, reason: String, by: String) throws(SpoolError) -> ShelfChange {
    var change = ShelfChange()
    let found = try chosen(choice, on: [.failed, .deferred], &change)
    if isTrial || found.isEmpty {
      change.tickets = found.map(\.text)
      return change
    }
    let day = try DoneDays.made(time, in: folders)
    let note = DropNote(reason: reason, by: by, time: time)
    for item in found {
      do throws(SpoolError) {
        let record = Spool.record(item.ticket, try ItemFolder.contents(item.ticket, in: item.folder))
        try System.replace(item.note(Array(DropNote.fileName.utf8)), with: note.bytes, in: item.folder)
        try System.rename(item.ticket, in: item.folder, to: item.ticket, in: day)
        change.tickets.append(item.text)
        change.lines.append(Self.dropLine(item.text, record, note))
      } catch {
        change.problems.append(error.description)
      }
    }
    try System.sync(day)
    try sync(found)
    return change
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
    _ choice: ItemChoice, on shelves: [Shelf], _ change: inout ShelfChange
  ) throws(SpoolError) -> [Found] {
    var wanted: Set<String> = []
    if case .ids(let ids) = choice {
      wanted = Set(ids)
      if shelves == [.done] { wanted.formUnion(tickets(ofRecords: wanted)) }
    }
    var matched: Set<String> = []
    var found: [Found] = []
    for (shelf, folder) in try places(shelves) {
      for ticket in try SpoolShelves.tickets(in: folder) {
        let text = String(decoding: ticket, as: UTF8.self)
        let isChosen: Bool
        switch choice {
        case .all: isChosen = shelf != .done || !isDropped(ticket, in: folder)
        case .since(let first):
          isChosen = TicketMint.time(of: text).map { $0 >= first } ?? false && !isDropped(ticket, in: folder)
        case .failureClass(let name):
          isChosen = (try? SpoolShelves.item(ticket, on: shelf, in: folder, place: ""))?.failure == name
        case .ids:
          var names: Set<String> = [text]
          if shelf != .done, let id = SpoolShelves.note("reason.json", of: ticket, in: folder)?.text("id") {
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
      let records = shelves == [.done] ? recordsOfTickets(matched) : []
      change.notFound = ids.filter { !matched.contains($0) && !records.contains($0) }
    }
    return found
  }

  private func places(_ shelves: [Shelf]) throws(SpoolError) -> [(Shelf, Folder)] {
    var places: [(Shelf, Folder)] = []
    for shelf in shelves {
      switch shelf {
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

  private func ask(_ item: Found, _ change: inout ShelfChange) {
    do throws(SpoolError) {
      let contents = try ItemFolder.contents(item.ticket, in: item.folder)
      guard var record = Spool.record(item.ticket, contents) else {
        change.problems.append("\(item.text) has no original. Drop it, or put the file back into its original/.")
        return
      }
      change.tickets.append(item.text)
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
      change.asked.append(record)
    } catch {
      change.tickets.removeAll { $0 == item.text }
      change.problems.append(error.description)
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
