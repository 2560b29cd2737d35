internal import FoundationEssentials
internal import Instrumentation
internal import ServiceSetup
internal import Spool

/// What a client asks of a daemon that runs: one JSON object in one line.
struct ControlRequest: Codable, Sendable {
  enum Verb: String, Codable, Sendable {
    case status
    case pause
    case resume
    case drain
    case reload
    case retry
    case reprocess
    case drop
  }

  /// A longer request is refused.
  static let longest = 65_536

  var verb: Verb
  /// Tickets or records.
  var ids: [String]?
  /// Whether all items are meant.
  var all: Bool?
  /// The class of failure that is meant.
  var failureClass: String?
  /// The time, in ISO 8601, from which on items are meant.
  var since: String?
  /// Why something is dropped or paused.
  var reason: String?
  /// Whether to tell only what would be done.
  var isTrial: Bool?
  /// Seconds that a drain may take.
  var timeout: Double?

  init(_ verb: Verb) {
    self.verb = verb
  }

  /// Which items are meant; nil when the request does not say.
  var choice: ItemChoice? {
    if let ids, !ids.isEmpty { return .ids(ids) }
    if let failureClass { return .failureClass(failureClass) }
    if let since { return WallTime(iso8601: since).map { .since($0) } }
    return all == true ? .all : nil
  }

  /// Reads a line; nil for anything that is no request.
  static func parse(_ line: [UInt8]) -> ControlRequest? {
    try? JSONDecoder().decode(ControlRequest.self, from: Data(line))
  }

  /// The request as a line.
  func line() throws(ServiceError) -> [UInt8] { try ControlLine.encode(self) }
}

/// Lines of the control socket's protocol.
enum ControlLine {
  static func encode(_ value: some Encodable) throws(ServiceError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(value)) + [10]
    } catch {
      throw ServiceError(.software, at: nil, "A message cannot be encoded: \(error).", "Please report this.")
    }
  }
}
