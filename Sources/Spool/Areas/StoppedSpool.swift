public import Instrumentation

/// A spool that no daemon works on, held by its lock while an operator changes something.
///
/// All methods block.
public final class StoppedSpool: Sendable {
  let folders: Folders
  let instruments: Instruments
  private let lock: SpoolLock

  /// Takes the lock. Root goes on as the spool's owner, so that the daemon can read what is written here. Throws `.locked` while a daemon runs, `.missing` when there is no spool.
  public init(root: [UInt8], instruments: Instruments) throws(SpoolError) {
    let root = try System.openFolder(root, in: nil)
    try System.actAsOwner(of: try System.openFolder(Array("state".utf8), in: root))
    folders = try Folders(root: root)
    lock = try SpoolLock(state: folders.state)
    self.instruments = instruments
  }

  /// Puts items of `failed/` and `deferred/` in line for another try: the next start offers them after new files. Their
  /// attempts are forgotten, and why they failed stays with them as `earlier-reason.json`. With `isTrial`, only tells
  /// which ones.
  public func retry(_ choice: ItemChoice, isTrial: Bool) throws(SpoolError) -> MoveResult {
    try moves(isTrial).retry(choice)
  }

  /// Puts originals of `done/` in line again, with all that is known of how they came. Their outputs stay until new ones
  /// take their places.
  public func reprocess(_ choice: ItemChoice, isTrial: Bool) throws(SpoolError) -> MoveResult {
    try moves(isTrial).reprocess(choice)
  }

  /// Moves items of `failed/` and `deferred/` to `done/`, with who dropped them and why. Nothing is deleted: retention
  /// does that.
  public func drop(_ choice: ItemChoice, reason: String, by: String, isTrial: Bool) throws(SpoolError) -> MoveResult {
    let result = try moves(isTrial).drop(choice, reason: reason, by: by)
    try add(result.lines)
    return result
  }

  /// Lets the next daemon start paused, with these words.
  public func pause(message: String) throws(SpoolError) { try KeptPause.keep(message, in: folders.state) }

  /// Lets the next daemon start without a pause.
  public func resume() throws(SpoolError) { try KeptPause.end(in: folders.state) }

  private func moves(_ isTrial: Bool) -> OperatorMoves {
    OperatorMoves(folders: folders, time: instruments.time.wall(), isTrial: isTrial)
  }

  /// Writes lines into today's ledger.
  func add(_ lines: [[UInt8]]) throws(SpoolError) {
    if lines.isEmpty { return }
    var ledger = Ledger()
    for line in lines { ledger.add(line) }
    try ledger.flush(into: folders.ledger, at: instruments.time.wall(), instruments: instruments)
    try ledger.sync()
  }
}
