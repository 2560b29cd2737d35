internal import DaemonControl
internal import Instrumentation
public import ServiceSetup
internal import Spool

/// What lies in an area of a spool, line by line, for people or for programs.
public struct SpoolListing: Sendable {
  /// The areas' names.
  public static let areas = SpoolArea.allCases.map(\.rawValue)

  private let contents: SpoolContents

  /// Opens the spool's folders; a daemon may run or not.
  public init(spool: String) throws(ServiceError) {
    do throws(SpoolError) {
      contents = try SpoolContents(root: Array(spool.utf8))
    } catch {
      if case .missing = error.kind {
        throw ServiceError(.missingDocument, at: error.subject, "There is no spool here.", "Name it with --spool.")
      }
      throw ServiceError(error)
    }
  }

  /// How many items lie in each area but `done/`, whose many folders would have to be walked.
  public func counts() throws(ServiceError) -> [(area: String, count: Int)] {
    var counts: [(String, Int)] = []
    for area in SpoolArea.allCases where area != .done {
      counts.append((area.rawValue, try reading { try contents.count(of: area) }))
    }
    return counts
  }

  /// What `status` shows of a spool without a daemon, in one line of JSON or a few lines of words.
  public func stoppedStatus(asJSON: Bool) throws(ServiceError) -> [String] {
    let counts = try counts()
    if asJSON {
      var fields = Fields()
      for (area, count) in counts { fields.add(area, count) }
      fields.add("paused", contents.pause)
      var line: [UInt8] = []
      FlatJSONWriter.append(fields, to: &line)
      return ["{\"process\":null,\(String(decoding: line.dropFirst(), as: UTF8.self))"]
    }
    let pause = contents.pause.map { ["paused: \($0)"] } ?? []
    return ["no daemon works on this spool", counts.map { "\($0.area) \($0.count)" }.joined(separator: ", ")] + pause
  }

  /// Calls `line` for each item of an area, with JSON or with words; only those that failed with `failureClass`, if that
  /// is given. Returns how many there were. An error of `line` is thrown on.
  public func forEachLine(
    of area: String, failureClass: String?, asJSON: Bool, _ line: (String) throws -> Void
  ) throws -> Int {
    guard let area = SpoolArea(rawValue: area) else { return 0 }
    var count = 0
    do {
      try contents.forEachItem(in: area) { item in
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

  private static func json(_ item: ListedItem) -> String {
    var line: [UInt8] = []
    FlatJSONWriter.append(item.fields, to: &line)
    return String(decoding: line, as: UTF8.self)
  }

  private static func words(_ item: ListedItem) -> String {
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
