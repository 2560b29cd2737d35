/// What became of an operator's wish to move items.
public struct MoveResult: Sendable {
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
