public import Spool

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

  /// What a spool has moved, with no more names than a reply may hold.
  public init(_ result: MoveResult, isTrial: Bool) {
    count = result.tickets.count
    tickets = Array(result.tickets.prefix(ControlReply.mostNames))
    notFound = Array(result.notFound.prefix(ControlReply.mostNames))
    problems = Array(result.problems.prefix(ControlReply.mostNames))
    self.isTrial = isTrial
  }
}
