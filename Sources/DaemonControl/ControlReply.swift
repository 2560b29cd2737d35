internal import FoundationEssentials
public import ServiceSetup

/// What a daemon answers: one JSON object in one line. Unknown keys are to be ignored.
public struct ControlReply: Codable, Sendable {
  /// More tickets than these are counted, not named.
  static let mostNames = 500
  /// A longer reply is not read.
  static let longest = 1 << 20

  /// The exit status that the client ends with.
  public var status: Int32
  /// What is to blame, as in `ServiceError`.
  var place: String?
  /// What was wrong; nil when nothing was.
  var message: String?
  /// What to try.
  var remedy: String?
  /// For `status`.
  public var figures: DaemonFigures?
  /// For `retry`, `reprocess` and `drop`.
  public var change: ItemsMoved?

  /// An answer that is no error, or none that has words.
  public init(status: ExitStatus = .success) {
    self.status = status.rawValue
  }

  /// A refusal.
  public init(_ error: ServiceError) {
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
