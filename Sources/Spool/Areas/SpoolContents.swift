import Instrumentation

/// A look into the folders of a spool, whether a daemon works there or not. It changes nothing and needs no lock; what
/// moves meanwhile may be missed or be seen twice.
///
/// All methods block.
public struct SpoolContents: Sendable {
  let folders: Folders

  /// Opens the folders of a spool. Throws `.missing` if there is none, `.permission` if this user may not look.
  public init(root: [UInt8]) throws(SpoolError) {
    let folder = try System.openFolder(root, in: nil)
    folders = try Folders(root: folder)
  }

  init(folders: Folders) {
    self.folders = folders
  }

  /// Why an operator paused this spool; nil if nobody did, or this user may not know.
  public var pause: String? { KeptPause.isSeen(in: folders.state) ? KeptPause.message(in: folders.state) : nil }

  /// Shows the items of an area to `body`, those of the inbox in no order, the others the oldest first, until it says
  /// that it has enough by returning false.
  public func forEachItem(in area: SpoolArea, _ body: (ListedItem) throws -> Bool) throws {
    switch area {
    case .inbox: try forEachInboxFile(body)
    case .work: _ = try forEachItem(of: area, in: folders.work, place: "work", body)
    case .deferred: _ = try forEachItem(of: area, in: folders.deferred, place: "deferred", body)
    case .failed: _ = try forEachItem(of: area, in: folders.failed, place: "failed", body)
    case .done:
      for day in try DoneDays.all(in: folders) {
        guard let folder = try? DoneDays.open(day, in: folders) else { continue }
        if try !forEachItem(of: area, in: folder, place: "done/\(day)", body) { return }
      }
    }
  }

  /// How many items lie in an area; for `done/`, that may be a walk over many folders.
  public func count(of area: SpoolArea) throws -> Int {
    var count = 0
    switch area {
    case .inbox:
      try forEachInboxFile { _ in
        count += 1; return true
      }
    case .work: count = try Self.tickets(in: folders.work).count
    case .deferred: count = try Self.tickets(in: folders.deferred).count
    case .failed: count = try Self.tickets(in: folders.failed).count
    case .done:
      for day in try DoneDays.all(in: folders) {
        count += (try? Self.tickets(in: try DoneDays.open(day, in: folders)).count) ?? 0
      }
    }
    return count
  }

  // MARK: - Items

  /// The names of items in a folder, the oldest first.
  static func tickets(in folder: Folder) throws(SpoolError) -> [[UInt8]] {
    try DirectoryStream.names([0x2e], in: folder, limit: .max)
      .filter { TicketMint.time(of: String(decoding: $0, as: UTF8.self)) != nil }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  private func forEachItem(
    of area: SpoolArea, in folder: Folder, place: String, _ body: (ListedItem) throws -> Bool
  ) throws -> Bool {
    for ticket in try Self.tickets(in: folder) {
      guard let item = try? Self.item(ticket, of: area, in: folder, place: place) else { continue }
      if try !body(item) { return false }
    }
    return true
  }

  /// What is known of an item; throws `.missing` when it has gone elsewhere.
  static func item(_ ticket: [UInt8], of area: SpoolArea, in folder: Folder, place: String) throws(SpoolError)
    -> ListedItem
  {
    let contents = try ItemFolder.contents(ticket, in: folder)
    let record = Spool.record(ticket, contents)
    let reason = note("reason.json", of: ticket, in: folder)
    let dropped = note(DropNote.fileName, of: ticket, in: folder)
    let text = String(decoding: ticket, as: UTF8.self)
    let isWaiting = area == .deferred
    return ListedItem(
      area: area, place: "\(place)/\(text)", ticket: text,
      path: record.map { EscapedName.text($0.path) } ?? "", pipeline: record?.pipeline, bytes: record?.size ?? 0,
      received: record?.received ?? TicketMint.time(of: text),
      failure: reason?.text("class") ?? (isWaiting ? contents.retry?.failure?.rawValue : nil),
      message: reason?.text("message"), remedy: reason?.text("remedy"), id: reason?.text("id"),
      attempts: reason?.number("attempts") ?? contents.retry?.attempt ?? contents.attempts,
      notBefore: isWaiting ? contents.retry?.notBefore : nil, dropped: dropped?.text("reason"))
  }

  static func note(_ name: String, of ticket: [UInt8], in folder: Folder) -> FlatObject? {
    (try? System.read(ticket + [0x2f] + Array(name.utf8), in: folder, limit: 65_536)).flatMap { FlatObject($0) }
  }

  // MARK: - The inbox

  private func forEachInboxFile(_ body: (ListedItem) throws -> Bool) throws {
    var opener = InboxFolders()
    var walk = InboxWalk(from: [], ignore: .standard, depthLimit: SpoolOptions(root: []).depthLimit)
    while true {
      switch walk.next(opening: &opener, inbox: folders.inbox) {
      case .end: return
      case .closed, .tooDeep: continue
      case .folder: try? walk.enter(opening: &opener, inbox: folders.inbox)
      case .entry(let folder, let name, _):
        let path = InboxPath.joined(folder, name)
        guard let parent = try? opener.folder(folder, in: folders.inbox),
          let trace = try? System.trace(name, in: parent), trace.kind == .regular
        else { continue }
        let shown = EscapedName.text(path)
        let item = ListedItem(
          area: .inbox, place: "inbox/\(shown)", ticket: nil, path: shown, pipeline: nil, bytes: trace.size,
          received: nil, failure: nil, message: nil, remedy: nil, id: nil, attempts: 0, notBefore: nil, dropped: nil)
        if try !body(item) { return }
      }
    }
  }
}
