internal import DaemonControl
internal import Instrumentation
public import ServiceSetup
internal import Spool

/// What lies on a shelf of a spool, line by line, for people or for programs.
public struct ShelfListing: Sendable {
  /// The shelves' names.
  public static let shelves = Shelf.allCases.map(\.rawValue)

  private let shelves: SpoolShelves

  /// Opens the spool's folders; a daemon may run or not.
  public init(spool: String) throws(ServiceError) {
    do throws(SpoolError) {
      shelves = try SpoolShelves(root: Array(spool.utf8))
    } catch {
      if case .missing = error.kind {
        throw ServiceError(.missingDocument, at: error.subject, "There is no spool here.", "Name it with --spool.")
      }
      throw ServiceError(error)
    }
  }

  /// How many items lie on each shelf but `done/`, whose many folders would have to be walked.
  public func counts() throws(ServiceError) -> [(shelf: String, count: Int)] {
    var counts: [(String, Int)] = []
    for shelf in Shelf.allCases where shelf != .done {
      counts.append((shelf.rawValue, try reading { try shelves.count(of: shelf) }))
    }
    return counts
  }

  /// What `status` shows of a spool without a daemon, in one line of JSON or a few lines of words.
  public func stoppedStatus(asJSON: Bool) throws(ServiceError) -> [String] {
    let counts = try counts()
    if asJSON {
      var fields = Fields()
      for (shelf, count) in counts { fields.add(shelf, count) }
      fields.add("paused", shelves.pause)
      var line: [UInt8] = []
      FlatJSONWriter.append(fields, to: &line)
      return ["{\"process\":null,\(String(decoding: line.dropFirst(), as: UTF8.self))"]
    }
    let pause = shelves.pause.map { ["paused: \($0)"] } ?? []
    return ["no daemon works on this spool", counts.map { "\($0.shelf) \($0.count)" }.joined(separator: ", ")] + pause
  }

  /// Calls `line` for each item of a shelf, with JSON or with words; only those that failed with `failureClass`, if that
  /// is given. Returns how many there were. An error of `line` is thrown on.
  public func forEachLine(
    of shelf: String, failureClass: String?, asJSON: Bool, _ line: (String) throws -> Void
  ) throws -> Int {
    guard let shelf = Shelf(rawValue: shelf) else { return 0 }
    var count = 0
    do {
      try shelves.forEachItem(on: shelf) { item in
        if let failureClass, item.failure != failureClass { return true }
        count += 1
        try line(asJSON ? Self.json(item) : Self.words(item))
        return true
      }
    } catch let error as SpoolError {
      throw ServiceError(error)
    }
    return count
  }

  private static func json(_ item: ShelfItem) -> String {
    var line: [UInt8] = []
    FlatJSONWriter.append(item.fields, to: &line)
    return String(decoding: line, as: UTF8.self)
  }

  private static func words(_ item: ShelfItem) -> String {
    var parts: [String] = []
    if let ticket = item.ticket { parts.append(ticket) }
    if let received = item.received { parts.append(received.iso8601) }
    parts.append("\(item.bytes) bytes")
    if let failure = item.failure { parts.append(failure) }
    if let notBefore = item.notBefore { parts.append("again at \(notBefore.iso8601)") }
    if let dropped = item.dropped { parts.append("dropped: \(dropped)") }
    parts.append(item.path)
    if let message = item.message { parts.append(message) }
    return parts.joined(separator: "  ")
  }

  private func reading<Value>(_ body: () throws -> Value) throws(ServiceError) -> Value {
    do {
      return try body()
    } catch let error as SpoolError {
      throw ServiceError(error)
    } catch {
      throw ServiceError(.software, at: nil, "The shelf cannot be read: \(error).", "Please report this.")
    }
  }
}
