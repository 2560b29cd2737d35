internal import FoundationEssentials
internal import Instrumentation
internal import ServiceSetup
public import Spool

/// What a client asks of a daemon that runs: one JSON object in one line.
public struct ControlRequest: Codable, Sendable {
  /// What is asked.
  public enum Verb: String, Codable, Sendable {
    /// How the daemon fares.
    case status
    /// Take nothing new.
    case pause
    /// Take new reports again.
    case resume
    /// Finish what is under way, and end.
    case drain
    /// Load the pipelines anew.
    case reload
    /// Try failed and waiting items again.
    case retry
    /// Do finished items again.
    case reprocess
    /// Put failed and waiting items out of the way.
    case drop
  }

  /// A longer request is refused.
  static let longest = 65_536

  /// What is asked.
  public var verb: Verb
  /// Tickets or records.
  public var ids: [String]?
  /// Whether all items are meant.
  public var all: Bool?
  /// The class of failure that is meant.
  public var failureClass: String?
  /// The time, in ISO 8601, from which on items are meant.
  public var since: String?
  /// Why something is dropped or paused.
  public var reason: String?
  /// Whether to tell only what would be done.
  public var isTrial: Bool?
  /// Seconds that a drain may take.
  public var timeout: Double?

  /// A request that says nothing but its verb.
  public init(_ verb: Verb) {
    self.verb = verb
  }

  /// Which items are meant; nil when the request does not say.
  public var choice: ItemChoice? {
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
