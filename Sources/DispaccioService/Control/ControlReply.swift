internal import FoundationEssentials
internal import ServiceSetup
internal import Spool

/// What a daemon answers: one JSON object in one line. Unknown keys are to be ignored.
struct ControlReply: Codable, Sendable {
  /// More tickets than these are counted, not named.
  static let mostNames = 500
  /// A longer reply is not read.
  static let longest = 1 << 20

  /// The exit status that the client ends with.
  var status: Int32
  /// What was wrong, as in ``ServiceError``.
  var place: String?
  var message: String?
  var remedy: String?
  /// For `status`.
  var figures: DaemonFigures?
  /// For `retry`, `reprocess` and `drop`.
  var change: ItemsMoved?

  init(status: ExitStatus = .success) {
    self.status = status.rawValue
  }

  init(_ error: ServiceError) {
    self.init(status: error.status)
    place = error.place
    message = error.message
    remedy = error.remedy
  }

  /// The error that it tells, if it does.
  var error: ServiceError? {
    guard let message else { return nil }
    return ServiceError(ExitStatus(rawValue: status) ?? .software, at: place, message, remedy ?? "")
  }

  static func parse(_ line: [UInt8]) -> ControlReply? {
    try? JSONDecoder().decode(ControlReply.self, from: Data(line))
  }
}

/// Which items an operator's verb has moved, or would move.
public struct ItemsMoved: Codable, Sendable {
  /// How many.
  public var count: Int
  /// The first of them, by ticket.
  public var tickets: [String]
  /// The ids that no item bears.
  public var notFound: [String]
  /// A sentence for each item that could not be moved.
  public var problems: [String]
  /// Whether nothing was moved, since only a trial was asked for.
  public var isTrial: Bool

  init(_ change: ShelfChange, isTrial: Bool) {
    count = change.tickets.count
    tickets = Array(change.tickets.prefix(ControlReply.mostNames))
    notFound = Array(change.notFound.prefix(ControlReply.mostNames))
    problems = Array(change.problems.prefix(ControlReply.mostNames))
    self.isTrial = isTrial
  }
}

/// How a daemon fares.
public struct DaemonFigures: Codable, Sendable {
  /// Its version.
  public var version: String
  /// Its process.
  public var process: Int32
  /// When it started, ISO 8601.
  public var started: String
  /// The spool that it works on.
  public var spool: String
  /// Whether it finishes what is under way and takes nothing new.
  public var isDraining: Bool
  /// Why nothing is taken, by reason; empty when all is well.
  public var pauses: [String: String]
  /// Whether the kernel tells it of new files.
  public var isWatching: Bool
  /// Files in the inbox that it knows of.
  public var inbox: Int
  /// Seconds since the oldest of these was first seen.
  public var oldestSeconds: Double
  /// Items under way.
  public var work: Int
  /// Items of an earlier run that wait for their turn.
  public var recovering: Int
  /// Items that wait for a later try.
  public var deferred: Int
  /// Files that are left alone, as far as they are remembered.
  public var skipped: Int
  /// Reports delivered since the start.
  public var delivered: UInt64
  /// Reports known already since the start.
  public var duplicates: UInt64
  /// Reports given up since the start.
  public var failed: UInt64
  /// The pipelines in use.
  public var pipelines: [DaemonStatus.Pipeline]
}
