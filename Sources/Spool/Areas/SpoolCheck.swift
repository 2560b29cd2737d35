import Instrumentation

/// Something that ``StoppedSpool/check(repairs:)`` found.
public struct SpoolCheckFinding: Sendable, Equatable {
  /// What is concerned, escaped.
  public let place: String
  /// What is wrong.
  public let message: String
  /// What to do, or what was done.
  public let remedy: String
  /// Whether it has been mended.
  public let isMended: Bool
  /// Whether it is only worth knowing.
  public let isNote: Bool
}

extension StoppedSpool {
  /// Looks through folders, items, ledger and outputs. With `repairs` it mends what can be mended without a choice:
  /// leftovers are removed, the ledger is rebuilt from its good lines and completed from `done/` and `failed/`. Nothing of
  /// anybody's is ever deleted.
  public func check(repairs: Bool) throws(SpoolError) -> [SpoolCheckFinding] {
    var check = SpoolCheck(folders: folders, repairs: repairs)
    try check.lookAtLeftovers()
    try check.lookAtItems()
    try check.lookAtLedger()
    let missing = LedgerMending.missingLines(in: folders, at: instruments.time.wall())
    if !missing.isEmpty {
      if repairs { try add(missing) }
      check.add(
        "ledger", "\(missing.count) finished items have no line in the ledger.", "The lines can be made from the items."
      )
    }
    try check.lookAtOutputs()
    return check.findings
  }
}

/// A look through a stopped spool.
struct SpoolCheck {
  let folders: Folders
  let repairs: Bool
  private(set) var findings: [SpoolCheckFinding] = []

  init(folders: Folders, repairs: Bool) {
    self.folders = folders
    self.repairs = repairs
  }

  /// Adds a finding that a repair mends.
  mutating func add(_ place: String, _ message: String, _ remedy: String) {
    findings.append(
      .init(
        place: place, message: message, remedy: repairs ? "Mended." : "\(remedy) Use --repair.", isMended: repairs,
        isNote: false))
  }

  private mutating func addOpen(_ place: String, _ message: String, _ remedy: String) {
    findings.append(.init(place: place, message: message, remedy: remedy, isMended: false, isNote: false))
  }

  private mutating func addNote(_ place: String, _ message: String, _ remedy: String) {
    findings.append(.init(place: place, message: message, remedy: remedy, isMended: false, isNote: true))
  }

  // MARK: -

  mutating func lookAtLeftovers() throws(SpoolError) {
    for name in try DirectoryStream.names([0x2e], in: folders.outgoing) {
      if repairs { System.removeQuietly(name, in: folders.outgoing) }
      add("out/.tmp/\(EscapedName.text(name))", "It was being written when a run ended.", "It can be removed.")
    }
    for (place, folder) in [
      ("inbox", folders.inbox), ("work", folders.work), ("failed", folders.failed), ("deferred", folders.deferred),
      ("out", folders.out),
    ] where (try? System.trace(Folders.probe, in: folder)) != nil {
      if repairs { System.removeQuietly(Folders.probe, in: folder) }
      add("\(place)/.dispaccio-probe", "It was left by a start that was cut off.", "It can be removed.")
    }
  }

  mutating func lookAtItems() throws(SpoolError) {
    for (area, folder) in [("work", folders.work), ("deferred", folders.deferred), ("failed", folders.failed)] {
      for name in try DirectoryStream.names([0x2e], in: folder, limit: .max) {
        let place = "\(area)/\(EscapedName.text(name))"
        guard TicketMint.time(of: String(decoding: name, as: UTF8.self)) != nil else {
          if name != Folders.probe { addOpen(place, "It is no item of the spool.", "Take it out of the spool.") }
          continue
        }
        try lookAt(name, at: place, of: area, in: folder)
      }
    }
  }

  private mutating func lookAt(_ ticket: [UInt8], at place: String, of area: String, in folder: Folder)
    throws(SpoolError)
  {
    let contents = try ItemFolder.contents(ticket, in: folder)
    guard contents.originalName != nil else {
      if area == "work" {
        if repairs { ItemFolder.clear(ticket, in: folder) }
        add(place, "A claim was cut off before its file was moved, or the file was taken away.", "It can be cleared.")
      } else {
        addOpen(place, "The item has no original.", "Put it back into original/, or take the folder out of the spool.")
      }
      return
    }
    if contents.record == nil {
      addNote(place, "Its item.json is torn.", "It is made up from the folder's name when the item is worked on.")
    }
    if area == "work" { addNote(place, "It was under way when a run ended.", "The next start goes on with it.") }
    if area == "failed" && SpoolContents.note("reason.json", of: ticket, in: folder) == nil {
      addNote(place, "Its reason.json is missing or torn.", "Try it again with dispaccio retry to learn the reason.")
    }
  }

  mutating func lookAtLedger() throws(SpoolError) {
    for day in try LedgerReading.days(in: folders.ledger) {
      let torn = try LedgerMending.tornLines(of: day, in: folders.ledger)
      if torn == 0 { continue }
      if repairs { _ = try LedgerMending.rebuild(day, in: folders.ledger) }
      add(
        "ledger/\(EscapedName.text(day))", "\(torn) lines are torn or foreign.",
        "The good ones are kept, the others go to a .torn file.")
    }
  }

  /// Outputs that nobody delivered, briefs without their record, and deliveries whose record is not there.
  mutating func lookAtOutputs() throws(SpoolError) {
    var delivered: [String: String] = [:]
    for day in try LedgerReading.days(in: folders.ledger) {
      try LedgerReading.forEachLine(of: day, in: folders.ledger) { line in
        guard LedgerLine.value("event", in: line) == "delivered", let id = LedgerLine.value("id", in: line),
          let ticket = LedgerLine.ticket(line)
        else { return }
        let further = LedgerLine.value(Delivery.furtherKey, in: line)?.split(separator: " ").map(String.init) ?? []
        for id in [id] + further { delivered[id] = ticket }
      }
    }
    var records: Set<String> = []
    var others: Set<String> = []
    for name in try DirectoryStream.names([0x2e], in: folders.out, limit: .max) {
      let text = String(decoding: name, as: UTF8.self)
      if text.hasSuffix(Delivery.recordSuffix) {
        records.insert(String(text.dropLast(Delivery.recordSuffix.count)))
      } else if let id = Self.id(ofOutput: text) {
        others.insert(id)
      }
    }
    for id in records.union(others).sorted() {
      if !records.contains(id) {
        addNote(
          "out/\(id)", "There is a brief without its record.", "If its report is in work/, the next start ends it.")
      } else if delivered[id] == nil {
        addNote("out/\(id).json", "No line of the ledger tells of it.", "It is older than the ledger, or foreign.")
      }
    }
    for (id, ticket) in delivered.sorted(by: { $0.key < $1.key }) where !records.contains(id) {
      addNote("out/\(id).json", "It was delivered and is not there.", "If it is missed: dispaccio reprocess \(ticket)")
    }
  }
  /// The id of the record that an output belongs to, which two hyphens and a digest end: "a--1f3c.it.md" is of "a--1f3c".
  private static func id(ofOutput name: String) -> String? {
    var parts = name.split(separator: ".", omittingEmptySubsequences: false)
    // A stem may hold full stops, the digest and what follows it none but those of the suffix.
    guard let digest = parts.lastIndex(where: { $0.contains("--") }), digest + 1 < parts.count else { return nil }
    parts.removeLast(parts.count - digest - 1)
    return parts.joined(separator: ".")
  }
}
